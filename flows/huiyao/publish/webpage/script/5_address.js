// What is shown stands in the address behind #, so that a view can be shared: #/measures?status=planned&record=x-…

let address = null; // { view, id, query } of what is shown

function readAddress() {
  const [path, query] = location.hash.replace(/^#\/?/, "").split("?");
  let [view, id] = path.split("/");
  try {
    [view, id] = [decodeURIComponent(view), id && decodeURIComponent(id)];
  } catch {
    id = undefined; // not something that this page has written
  }
  return { view: view || "overview", id, query: new URLSearchParams(query) };
}

/** The address of a view; the language goes along, other parts of the query are those given. */
function to(view, id = null, query = {}) {
  const asked = new URLSearchParams(Object.entries(query).filter(([, value]) => value));
  if (address?.query.has("lang") && !asked.has("lang")) asked.set("lang", address.query.get("lang"));
  const path = `#/${view === "overview" ? "" : view}${id ? `/${encodeURIComponent(id)}` : ""}`;
  return asked.size ? `${path}?${asked}` : path;
}

/** The address of what is shown, with some parts of the query changed; null and "" take a part away. */
function here(changes) {
  return to(address.view, address.id, { ...Object.fromEntries(address.query), ...changes });
}

/** A link to a record: persons, meetings and articles have pages; the sentence of another opens over what is shown. */
function recordLink(row, ...content) {
  const page = { meeting: "meeting", person: "person", article: "article" }[row.type];
  return make("a", { href: page ? to(page, row.id) : here({ record: row.id }) }, ...content);
}

/** Change the address without a new entry in the history, as while somebody types. */
function replaceAddress(hash) {
  history.replaceState(null, "", hash);
  address = readAddress();
}
