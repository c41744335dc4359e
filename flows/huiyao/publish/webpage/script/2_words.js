// The page's own words, in both languages, and how it writes days and numbers.

const WORDS = JSON.parse(document.getElementById("words").textContent);
const LANGUAGES = ["en", "zh"];
let language = "zh";

/** What the key is called in the language of the page; `{name}` stands for a value. A key without words is shown as it is. */
function word(key, values = {}) {
  const text = Object.hasOwn(WORDS, key) ? WORDS[key][LANGUAGES.indexOf(language)] : key;
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

/** What a value of a column with few values is called, such as status_done. */
function valueWord(column, value) {
  return Object.hasOwn(WORDS, `${column}_${value}`) ? word(`${column}_${value}`) : value;
}

function setLanguage(wanted) {
  language = LANGUAGES.includes(wanted) ? wanted : navigator.language.toLowerCase().startsWith("zh") ? "zh" : "en";
  document.documentElement.lang = language === "zh" ? "zh-Hans" : "en";
  for (const element of document.querySelectorAll("[data-word]")) element.textContent = word(element.dataset.word);
  for (const element of document.querySelectorAll("[data-label]"))
    element.setAttribute("aria-label", word(element.dataset.label));
  for (const element of document.querySelectorAll("[data-hint]")) element.placeholder = word(element.dataset.hint);
}

function number(n) {
  return n.toLocaleString("en");
}

/** A count with its noun, such as "3 measures". */
function counted(key, n) {
  return word(n === 1 ? `${key}_1` : `${key}_n`, { n: number(n) });
}

/** A date in EDTF as people write it; ranges by their ends. */
function dateText(edtf) {
  return edtf ? edtf.split("/").map(oneDate).join(" – ") : "";
}

const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

function oneDate(edtf) {
  const [year, month, day] = edtf.split("-").map((part) => (/^\d+$/.test(part) ? Number(part) : null));
  if (language === "zh")
    return [year && `${year}年`, month && `${month}月`, day && `${day}日`].filter(Boolean).join("") || edtf;
  return [day, month && MONTHS[month - 1], year].filter(Boolean).join(" ") || edtf;
}
