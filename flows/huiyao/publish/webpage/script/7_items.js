// Records as entries of a list. `wanted` are the words searched for.

function meta(...parts) {
  return make("p", { class: "meta" }, between(parts.filter(Boolean), " · "));
}

/** A count with its noun; none is not worth a word. */
function some(key, n) {
  return n ? counted(key, n) : null;
}

function badge(column, value) {
  return value ? make("span", { class: `badge ${column}-${value}` }, valueWord(column, value)) : null;
}

function meetingEntry(meeting, wanted = []) {
  return make(
    "li",
    { class: "entry meeting" },
    make("p", { class: "when" }, dateText(meeting.date) || word("undated")),
    make(
      "div",
      null,
      make(
        "h3",
        null,
        recordLink(meeting, chinese(marked(meeting.name, wanted))),
        " ",
        badge("kind", meeting.kind),
        " ",
        meeting.status === "upcoming" ? badge("meeting", "upcoming") : null,
      ),
      meeting.theme ? make("p", null, chinese(`“${meeting.theme}”`)) : null,
      meta(
        meeting.place && chinese(meeting.place),
        some("speakers", meeting.speakers.length),
        some("statements", meeting.statements.length),
        some("measures", meeting.measures.length),
      ),
    ),
  );
}

function personEntry(person, wanted = []) {
  const said = person.appearances.reduce((n, speaker) => n + speaker.statements.length, 0);
  const did = person.appearances.reduce((n, speaker) => n + speaker.measures.length, 0);
  return make(
    "li",
    { class: "entry" },
    make("h3", null, recordLink(person, chinese(marked(person.name, wanted)))),
    person.positions.length ? make("p", null, chinese(marked(person.positions.join("；"), wanted))) : null,
    meta(counted("appearances", person.appearances.length), some("statements", said), some("measures", did)),
  );
}

function statementEntry(statement, wanted = []) {
  return make(
    "li",
    { class: "entry statement" },
    make("p", { class: "said" }, speakerName(statement), statement.cue ? chinese(` ${statement.cue}`) : null),
    make("blockquote", null, recordLink(statement, chinese(marked(statement.text, wanted)))),
    origin(statement),
  );
}

function measureEntry(measure, wanted = []) {
  return make(
    "li",
    { class: "entry measure" },
    make(
      "p",
      { class: "what" },
      badge("status", measure.status),
      " ",
      recordLink(measure, chinese(marked(measure.text, wanted))),
    ),
    meta(
      measure.by && [word("by"), " ", speakerName(measure)],
      measure.actor && [word("actor"), " ", chinese(measure.actor)],
      measure.topic && valueWord("topic", measure.topic),
      measure.deadline && [word("deadline"), " ", dateText(measure.deadline)],
    ),
    origin(measure),
  );
}

function articleEntry(article, wanted = []) {
  return make(
    "li",
    { class: "entry" },
    make("h3", null, recordLink(article, chinese(marked(article.headline ?? article.source, wanted)))),
    meta(
      dateText(article.published),
      article.publisher && chinese(article.publisher),
      some("statements", article.statements.length),
      some("measures", article.measures.length),
    ),
  );
}

const ENTRIES = {
  meeting: meetingEntry,
  person: personEntry,
  statement: statementEntry,
  measure: measureEntry,
  article: articleEntry,
};

/** Who said or announced it, with a link where it is a person of this release. */
function speakerName(row) {
  const name = chinese(row.speaker ?? row.by);
  return row.speaker_row ? recordLink(row.speaker_row.person, name) : name;
}

/** Day and meeting of a record, else the headline of its article. */
function origin(row) {
  const title = row.meeting
    ? recordLink(row.meeting, chinese(row.meeting.name))
    : recordLink(row.article, chinese(row.article.headline ?? row.article.source));
  return meta(dateText(dayOf(row)), title);
}

function entries(rows, wanted = []) {
  return make(
    "ul",
    { class: "entries" },
    rows.map((row) => ENTRIES[row.type](row, wanted)),
  );
}
