// The records of this page: tables of columns become rows that know each other.

let DATA = null; // tables by name, each an array of rows
const BY_ID = new Map(); // every record that has an address of its own

const TYPES = {
  articles: "article",
  meetings: "meeting",
  speakers: "speaker",
  statements: "statement",
  measures: "measure",
};

async function readRecords() {
  const node = document.getElementById("records");
  const text = node.type === "application/json" ? node.textContent : await inflated(node.textContent);
  DATA = Object.fromEntries(Object.entries(JSON.parse(text)).map(([name, columns]) => [name, rowsOf(columns)]));
  node.remove();
  link();
}

async function inflated(base64) {
  const packed = atob(base64);
  const bytes = new Uint8Array(packed.length);
  for (let i = 0; i < packed.length; i++) bytes[i] = packed.charCodeAt(i);
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"))).text();
}

/** Columns as the file has them (all values, or the different ones and which each row has) become rows. */
function rowsOf(columns) {
  const rows = [];
  for (const [name, packed] of Object.entries(columns)) {
    const values = Array.isArray(packed) ? packed : packed.at.map((place) => packed.of[place]);
    for (let i = 0; i < values.length; i++) (rows[i] ??= {})[name] = values[i];
  }
  return rows;
}

function link() {
  for (const [name, type] of Object.entries(TYPES)) {
    for (const row of DATA[name]) {
      row.type = type;
      row.id = row[`${type}_id`];
      BY_ID.set(row.id, row);
    }
  }
  for (const article of DATA.articles) {
    article.passages = article.passages.map(passageOf);
    Object.assign(article, { meetings: [], statements: [], measures: [], speakers: [] });
  }
  linkMeetings();
  linkSpeakers();
  for (const name of ["statements", "measures"]) DATA[name].forEach((row) => linkQuote(row, name));
}

function linkMeetings() {
  for (const meeting of DATA.meetings) {
    meeting.articles = meeting.articles.map((place) => DATA.articles[place]);
    meeting.articles.forEach((article) => article.meetings.push(meeting));
    for (const other of ["parent", "previous", "next"]) {
      // A meeting of another page stays the key that it is.
      if (typeof meeting[other] === "number") meeting[other] = DATA.meetings[meeting[other]];
    }
    Object.assign(meeting, { speakers: [], statements: [], measures: [], parts: [] });
  }
  for (const meeting of DATA.meetings) meeting.parent?.parts?.push(meeting);
}

/** Speakers at one meeting, and the persons that they are: one person has many appearances. */
function linkSpeakers() {
  const persons = new Map();
  for (const speaker of DATA.speakers) {
    speaker.articles = speaker.articles.map((place) => DATA.articles[place]);
    speaker.articles.forEach((article) => article.speakers.push(speaker));
    speaker.meeting = DATA.meetings[speaker.meeting] ?? null;
    speaker.meeting?.speakers.push(speaker);
    Object.assign(speaker, { statements: [], measures: [] });
    const id = speaker.person_id;
    if (!persons.has(id)) persons.set(id, { type: "person", id, name: speaker.name, appearances: [], held: [] });
    persons.get(id).appearances.push(speaker);
    speaker.person = persons.get(id);
  }
  for (const position of DATA.positions) persons.get(position.person_id)?.held.push(position);
  DATA.persons = [...persons.values()];
  for (const person of DATA.persons) {
    BY_ID.set(person.id, person);
    person.positions = [...new Set(person.appearances.flatMap((speaker) => speaker.positions))];
    person.organization = mostFrequent(person.appearances.map((speaker) => speaker.organization).filter(Boolean));
  }
}

/** A statement or measure: its article, meeting and speaker, and its text from the passages. */
function linkQuote(row, name) {
  row.article = DATA.articles[row.article];
  row.article[name].push(row);
  row.meeting = DATA.meetings[row.meeting] ?? null;
  row.meeting?.[name].push(row);
  row.speaker_row = DATA.speakers[row.speaker_row] ?? null;
  row.speaker_row?.[name].push(row);
  row.text = textAt(row.article, row.start, row.end) ?? "";
  // The object of a measure is named by its place in the text.
  if (Array.isArray(row.object))
    row.object = textAt(row.article, row.start + row.object[0], row.start + row.object[0] + row.object[1]);
}

function mostFrequent(values) {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** Where a record stands: article, start and end for each article that it stands in. */
function spansOf(row) {
  if (row.type === "statement" || row.type === "measure")
    return [{ article: row.article, start: row.start, end: row.end }];
  return row.spans.map(([place, start, end]) => ({ article: DATA.articles[place], start, end }));
}

/** The day of a record: its own, else that of its meeting, else that of its article. */
function dayOf(row) {
  return row.date ?? row.published ?? row.meeting?.date ?? (row.article ?? row.articles?.[0])?.published ?? "";
}

function yearOf(row) {
  const year = dayOf(row).slice(0, 4);
  return /^\d{4}$/.test(year) ? year : null;
}
