// Making elements. Text only ever becomes a text node, so nothing in a record can act as markup.

/** Make an element: attributes (a function is a listener; null, undefined and false are left out), then its children. */
function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value);
  }
  element.append(...children.flat(3).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** Put `separator` between the items. */
function between(items, separator) {
  return items.flatMap((item, place) => (place ? [separator, item] : [item]));
}

/** A list of terms and descriptions; entries without a value are left out. */
function facts(entries) {
  const known = entries.filter(
    ([, value]) => value !== null && value !== undefined && value !== "" && value.length !== 0,
  );
  return make(
    "dl",
    { class: "facts" },
    known.map(([term, value]) => make("div", null, make("dt", null, term), make("dd", null, value))),
  );
}

/** An address of the web that a link may lead to, or null: what a source calls its URL may be anything. */
function webAddress(url) {
  return /^https?:\/\//i.test(url ?? "") ? url : null;
}

/** Text of a record, which is Chinese whatever the language of the page. */
function chinese(...text) {
  return make("span", { lang: "zh-Hans" }, ...text);
}

/** Copy the text of an element, and say so on the button; where copying is not allowed the text is selected instead. */
async function copyText(element, button) {
  getSelection().selectAllChildren(element);
  try {
    await navigator.clipboard.writeText(element.textContent);
    button.textContent = word("copied");
    setTimeout(() => (button.textContent = word("copy")), 2000);
  } catch {
    button.textContent = word("selected");
  }
}
