// What stands in the address is shown; links and fields change the address.

const PAGE = JSON.parse(document.getElementById("page").textContent); // what tells this page from others of the release

function go(hash) {
  location.hash = hash.slice(1);
}

/** Say something to readers who listen. */
function announce(text) {
  document.getElementById("live").textContent = text;
}

function viewOf({ view, id }) {
  if (Object.hasOwn(LISTS, view)) return listView(view);
  if (view === "search") return searchView();
  const page = { meeting: meetingPage, person: personPage, article: articlePage }[view];
  const row = BY_ID.get(id);
  return page && row?.type === view
    ? page(row)
    : [title(word("not_found")), make("p", null, word(PAGE.pages.length > 1 ? "not_here" : "not_there"))];
}

function withoutRecord({ view, id, query }) {
  const rest = new URLSearchParams(query);
  rest.delete("record");
  return `${view}/${id}?${rest}`;
}

/** Show what the address asks for; where only a record opens or closes, what is under it stays as it is. */
function show() {
  const before = address;
  address = readAddress();
  setLanguage(address.query.get("lang"));
  if (!before || withoutRecord(before) !== withoutRecord(address)) render(before);
  const row = BY_ID.get(address.query.get("record"));
  showRecord(row && row.type !== "person" && row.type !== "article" ? row : null);
}

function render(before) {
  const overview = address.view === "overview";
  const view = document.getElementById("view");
  const focused = document.activeElement?.id;
  document.getElementById("overview").hidden = !overview;
  view.hidden = overview;
  view.replaceChildren(...(overview ? [] : viewOf(address).flat(3).filter(Boolean)));
  for (const element of document.querySelectorAll("[data-word]")) element.textContent = word(element.dataset.word);
  const heading = document.querySelector(overview ? "#overview h1" : "#view h1");
  document.title = overview ? PAGE.title : `${heading.textContent} – ${PAGE.title}`;
  markNavigation();
  settle(before, heading, focused);
}

/** A new view starts at its top, with the focus on its heading; a field that was changed keeps the focus. */
function settle(before, heading, focused) {
  if (!before) return;
  const sameView = before.view === address.view && before.id === address.id;
  const field = focused && document.getElementById(focused);
  if (sameView && field) field.focus();
  else if (!heading.ownerDocument.activeElement?.matches("#search")) heading.focus({ preventScroll: true });
  if (!sameView || before.query.get("page") !== address.query.get("page")) scrollTo(0, 0);
}

function markNavigation() {
  for (const anchor of document.querySelectorAll("#navigation a")) {
    const current = anchor.dataset.view === address.view;
    anchor.href = to(anchor.dataset.view);
    if (current) anchor.setAttribute("aria-current", "page");
    else anchor.removeAttribute("aria-current");
  }
  const other = language === "zh" ? "en" : "zh";
  const choice = document.getElementById("language");
  choice.href = here({ lang: other });
  choice.textContent = other === "zh" ? "中文" : "English";
  choice.lang = other === "zh" ? "zh-Hans" : "en";
  const search = document.getElementById("search");
  if (search !== document.activeElement) search.value = address.view === "search" ? (address.query.get("q") ?? "") : "";
}

function searchTyped(event) {
  if (event.isComposing) return; // an input method is still at work
  const hash = to("search", null, { q: event.target.value });
  if (address.view === "search") {
    replaceAddress(hash);
    document.getElementById("view").replaceChildren(...searchView().flat(3).filter(Boolean));
  } else if (event.target.value.trim()) go(hash);
}

function keyPressed(event) {
  const typing = event.target.matches("input, select, textarea");
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    document.getElementById("search").focus();
  }
}

async function start() {
  setLanguage(readAddress().query.get("lang"));
  await readRecords();
  const search = document.getElementById("search");
  for (const kind of ["input", "compositionend"]) search.addEventListener(kind, searchTyped);
  document.getElementById("search-form").addEventListener("submit", (event) => event.preventDefault());
  document.getElementById("skip").addEventListener("click", (event) => {
    event.preventDefault();
    document.querySelector("#overview:not([hidden]) h1, #view:not([hidden]) h1").focus();
  });
  document.getElementById("record").addEventListener("close", closeRecord);
  document.addEventListener("keydown", keyPressed);
  for (const button of document.querySelectorAll("button[data-copy]")) {
    button.addEventListener("click", () => copyText(document.getElementById(button.dataset.copy), button));
  }
  addEventListener("hashchange", show);
  show();
  document.documentElement.dataset.ready = "";
}

start().catch((error) => {
  document.getElementById("trouble").hidden = false;
  throw error; // for who looks into the console
});
