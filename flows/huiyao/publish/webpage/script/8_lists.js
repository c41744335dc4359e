// Lists of records, with filters. A choice is one of few values; any other filter is text that the value must contain.

const PAGE_SIZE = 50;

const LISTS = {
  meetings: {
    rows: () => sorted(DATA.meetings, (row) => row.date ?? ""),
    filters: {
      series: { of: (row) => [row.series] },
      place: { of: (row) => [row.place] },
      kind: { of: (row) => [row.kind], choice: true },
      year: { of: (row) => [yearOf(row)], choice: true },
      month: { of: (row) => [/^\d{4}-\d\d/.test(row.date ?? "") ? row.date.slice(0, 7) : null], choice: true },
    },
    group: (row) => yearOf(row) ?? word("undated"),
    timeline: true,
  },
  speakers: {
    rows: () => byOrganization(DATA.persons),
    filters: {
      organization: { of: (row) => [row.organization, ...row.appearances.map((speaker) => speaker.organization)] },
      meeting: { of: (row) => row.appearances.map((speaker) => speaker.meeting?.name) },
      role: { of: (row) => row.appearances.map((speaker) => speaker.role), choice: true },
    },
    group: (row) => row.organization ?? word("no_organization"),
  },
  statements: {
    rows: () => sorted(DATA.statements, dayOf),
    filters: {
      who: { of: (row) => [row.speaker] },
      mode: { of: (row) => [row.mode], choice: true },
      year: { of: (row) => [yearOf(row)], choice: true },
    },
  },
  measures: {
    rows: () => sorted(DATA.measures, dayOf),
    filters: {
      status: { of: (row) => [row.status], choice: true },
      topic: { of: (row) => [row.topic], choice: true },
      who: { of: (row) => [row.by, row.actor] },
      year: { of: (row) => [yearOf(row)], choice: true },
    },
  },
  articles: {
    rows: () => sorted(DATA.articles, (row) => row.published ?? ""),
    filters: {
      source: { of: (row) => [row.source, row.publisher] },
      year: { of: (row) => [yearOf(row)], choice: true },
    },
    group: (row) => yearOf(row) ?? word("undated"),
  },
};

/** The newest first; what has no year comes last. */
function sorted(rows, day) {
  const known = new Map(rows.map((row) => [row, /^\d/.test(day(row)) ? day(row) : ""]));
  return [...rows].sort((a, b) => (known.get(a) < known.get(b) ? 1 : known.get(a) > known.get(b) ? -1 : 0));
}

/** Persons by organization, those of which most persons speak first, and persons without one last. */
function byOrganization(persons) {
  const sizes = new Map();
  for (const { organization } of persons) sizes.set(organization, (sizes.get(organization) ?? 0) + 1);
  const size = ({ organization }) => (organization === null ? 0 : sizes.get(organization));
  const name = ({ organization }) => organization ?? "";
  return [...persons].sort(
    (a, b) =>
      size(b) - size(a) ||
      (name(a) < name(b) ? -1 : name(a) > name(b) ? 1 : 0) ||
      b.appearances.length - a.appearances.length,
  );
}

function accepts(filter, row, asked) {
  const values = filter.of(row).filter(Boolean);
  return filter.choice ? values.includes(asked) : values.some((value) => fold(value).includes(fold(asked)));
}

/** The rows that pass every filter of the address but the one left out. */
function filtered(list, rows, leftOut = null) {
  const asked = Object.entries(list.filters).filter(([name]) => name !== leftOut && address.query.get(name));
  return rows.filter((row) => asked.every(([name, filter]) => accepts(filter, row, address.query.get(name))));
}

function listView(name) {
  const list = LISTS[name];
  list.all ??= list.rows();
  const results = make("div", { class: "results" });
  const refresh = () => results.replaceChildren(...resultsOf(list));
  refresh();
  return [title(word(name)), filterForm(name, list, refresh), chartOf(name), results];
}

function chartOf(name) {
  const chart = document.querySelector(`#overview figure[data-view="${name}"]`);
  return chart && make("details", null, make("summary", null, word(chart.dataset.key)), chart.cloneNode(true));
}

function resultsOf(list) {
  const wanted = terms(address.query.get("q"));
  const rows = found(filtered(list, list.all), wanted);
  const pages = Math.max(Math.ceil(rows.length / PAGE_SIZE), 1);
  const page = Math.min(Math.max(Number(address.query.get("page")) || 1, 1), pages);
  const shown = rows.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  announce(word("found", { n: number(rows.length), all: number(list.all.length) }));
  return [
    make("p", { class: "count" }, word("found", { n: number(rows.length), all: number(list.all.length) })),
    make(
      "div",
      { class: list.timeline && "timeline" },
      ...(list.group ? grouped(shown, list.group, wanted) : [entries(shown, wanted)]),
    ),
    pages > 1 ? pager(page, pages) : null,
  ].filter(Boolean);
}

function grouped(rows, group, wanted) {
  const groups = new Map();
  for (const row of rows) groups.set(group(row), [...(groups.get(group(row)) ?? []), row]);
  return [...groups].flatMap(([name, members]) => [make("h2", { lang: "zh-Hans" }, name), entries(members, wanted)]);
}

function pager(page, pages) {
  const step = (n, key, rel) =>
    n >= 1 && n <= pages
      ? make("a", { href: here({ page: n > 1 ? n : null, record: null }), rel }, word(key))
      : make("span", null, word(key));
  return make(
    "nav",
    { class: "pager", "aria-label": word("pages") },
    step(page - 1, "page_before", "prev"),
    make("span", null, word("page_of", { page: number(page), pages: number(pages) })),
    step(page + 1, "page_after", "next"),
  );
}

function filterForm(name, list, refresh) {
  const fields = Object.entries(list.filters).map(([filter, { choice }]) =>
    choice ? choiceField(list, filter) : textField(list, filter, refresh),
  );
  const active = ["q", ...Object.keys(list.filters)].some((filter) => address.query.get(filter));
  return make(
    "form",
    { class: "filters", role: "search", "aria-label": word("filters"), submit: (event) => event.preventDefault() },
    textField(list, "q", refresh),
    fields,
    active ? make("a", { class: "clear", href: to(name) }, word("clear")) : null,
  );
}

function choiceField(list, name) {
  const counts = new Map();
  for (const row of found(filtered(list, list.all, name), terms(address.query.get("q")))) {
    for (const value of new Set(list.filters[name].of(row).filter(Boolean)))
      counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const asked = address.query.get(name) ?? "";
  if (asked && !counts.has(asked)) counts.set(asked, 0);
  const byTime = name === "year" || name === "month";
  const options = [...counts].sort((a, b) => (byTime ? (a[0] < b[0] ? 1 : -1) : b[1] - a[1]));
  return make(
    "label",
    null,
    word(`filter_${name}`),
    make(
      "select",
      { id: `filter-${name}`, change: (event) => go(here({ [name]: event.target.value, page: null, record: null })) },
      make("option", { value: "" }, word("any")),
      options.map(([value, n]) =>
        make("option", { value, selected: value === asked }, `${valueWord(name, value)} (${number(n)})`),
      ),
    ),
  );
}

function textField(list, name, refresh) {
  const change = (event) => {
    if (event.isComposing) return; // an input method is still at work
    replaceAddress(here({ [name]: event.target.value.trim(), page: null, record: null }));
    refresh();
  };
  const suggestions = name === "q" ? null : suggestionsOf(list, name);
  return make(
    "label",
    null,
    word(`filter_${name}`),
    make("input", {
      id: `filter-${name}`,
      type: "search",
      autocomplete: "off",
      list: suggestions?.id,
      value: address.query.get(name) ?? "",
      input: change,
      compositionend: change,
    }),
    suggestions,
  );
}

const MOST_SUGGESTIONS = 300;

function suggestionsOf(list, name) {
  const counts = new Map();
  for (const row of list.all)
    for (const value of new Set(list.filters[name].of(row).filter(Boolean)))
      counts.set(value, (counts.get(value) ?? 0) + 1);
  const values = [...counts].sort((a, b) => b[1] - a[1]).slice(0, MOST_SUGGESTIONS);
  return make(
    "datalist",
    { id: `values-${name}` },
    values.map(([value]) => make("option", { value })),
  );
}

/** Everything that the words stand in, by kind, the first few of each. */
function searchView() {
  const query = address.query.get("q") ?? "";
  const wanted = terms(query);
  const sections = wanted.length ? Object.keys(LISTS).map((name) => searchSection(name, query, wanted)) : [];
  const n = sections.reduce((sum, section) => sum + section.n, 0);
  announce(word("hits", { n: number(n) }));
  return [
    title(query ? word("search_for", { query }) : word("search")),
    make("p", { class: "count" }, wanted.length ? word("hits", { n: number(n) }) : word("search_help")),
    sections.filter((section) => section.n).map((section) => section.element),
  ];
}

const FEW = 8;

function searchSection(name, query, wanted) {
  const list = LISTS[name];
  list.all ??= list.rows();
  const rows = found(list.all, wanted);
  const more =
    rows.length > FEW
      ? make("p", null, make("a", { href: to(name, null, { q: query }) }, word("all_hits", { n: number(rows.length) })))
      : null;
  const element = make(
    "section",
    null,
    make("h2", null, `${word(name)} (${number(rows.length)})`),
    entries(rows.slice(0, FEW), wanted),
    more,
  );
  return { n: rows.length, element };
}
