// The pages of one meeting, one person and one article.

function title(...content) {
  return make("h1", { tabindex: "-1" }, ...content);
}

function section(key, rows, content) {
  return rows.length ? make("section", null, make("h2", null, `${word(key)} (${number(rows.length)})`), content) : null;
}

function meetingPage(meeting) {
  const other = meeting.statements.filter((statement) => !statement.speaker_row);
  return [
    title(chinese(meeting.name)),
    make("p", { class: "badges" }, badge("kind", meeting.kind), " ", badge("meeting", meeting.status)),
    facts([
      [word("theme"), meeting.theme && chinese(meeting.theme)],
      [word("when"), dateText(meeting.date)],
      [word("filter_place"), meeting.place && chinese(between([meeting.place, meeting.venue].filter(Boolean), " · "))],
      [word("organizers"), meeting.organizers.length ? chinese(meeting.organizers.join("、")) : null],
      [word("attendance"), meeting.attendance_min && word("at_least", { n: number(meeting.attendance_min) })],
      [word("aliases"), meeting.aliases.length ? chinese(meeting.aliases.join("、")) : null],
      [word("part_of"), edition(meeting.parent)],
      [word("parts"), meeting.parts.length ? between(meeting.parts.map(edition), make("br")) : null],
      [word("previous"), edition(meeting.previous)],
      [word("next"), edition(meeting.next)],
      [
        word("filter_series"),
        meeting.series &&
          make("a", { href: to("meetings", null, { series: meeting.series }) }, chinese(meeting.series)),
      ],
      [word("how_found"), trust(meeting)],
    ]),
    section("speakers", meeting.speakers, make("ul", { class: "entries" }, byRole(meeting.speakers).map(appearance))),
    section("bodies", other, entries(other)),
    section("measures", meeting.measures, measuresByStatus(meeting.measures)),
    section("articles", meeting.articles, entries(meeting.articles)),
    make("section", null, make("h2", null, word("evidence")), evidenceView(meeting)),
  ];
}

/** Another meeting, which may stand on another page of the release. */
function edition(meeting) {
  if (!meeting) return null;
  if (typeof meeting !== "string")
    return [recordLink(meeting, chinese(meeting.name)), meeting.date ? ` (${dateText(meeting.date)})` : null];
  const elsewhere = PAGE.elsewhere[meeting];
  return elsewhere && make("a", { href: `${elsewhere[0]}${to("meeting", meeting)}` }, chinese(elsewhere[1]));
}

/** A speaker at the meeting with what he or she said. */
function appearance(speaker) {
  return make(
    "li",
    { class: "entry" },
    make(
      "div",
      { class: "line" },
      make("h3", null, recordLink(speaker.person, chinese(speaker.name)), " ", badge("role", speaker.role)),
      speaker.positions.length ? make("p", null, chinese(speaker.positions.join("；"))) : null,
      make("p", { class: "meta" }, make("a", { href: here({ record: speaker.id }) }, word("where_named"))),
    ),
    saidBy(speaker),
  );
}

/** Who presides comes first, then who said most; who only attended comes last. */
function byRole(speakers) {
  const rank = { chair: 0, speaker: 1, attendee: 2 };
  return [...speakers].sort((a, b) => rank[a.role] - rank[b.role] || b.statements.length - a.statements.length);
}

function saidBy(speaker) {
  return make(
    "ul",
    { class: "quotes" },
    speaker.statements.map((statement) =>
      make(
        "li",
        null,
        statement.cue ? make("span", { class: "cue", lang: "zh-Hans" }, `${statement.cue} `) : null,
        recordLink(statement, chinese(statement.text)),
      ),
    ),
  );
}

/** Measures by status, then by topic; those without a topic last. */
function measuresByStatus(measures) {
  return ["done", "planned", "proposed"].map((status) => {
    const rows = measures.filter((measure) => measure.status === status);
    if (!rows.length) return null;
    const topics = [...new Set(rows.map((measure) => measure.topic))].sort((a, b) => (a === null) - (b === null));
    return make(
      "section",
      null,
      make("h3", null, `${valueWord("status", status)} (${number(rows.length)})`),
      topics.map((topic) => [
        topics.length > 1 ? make("h4", null, topic === null ? word("no_topic") : valueWord("topic", topic)) : null,
        make(
          "ul",
          { class: "quotes" },
          rows
            .filter((measure) => measure.topic === topic)
            .map((measure) =>
              make(
                "li",
                null,
                recordLink(measure, chinese(measure.text)),
                measure.by ? make("span", { class: "meta" }, " ", chinese(measure.by)) : null,
              ),
            ),
        ),
      ]),
    );
  });
}

function personPage(person) {
  const meetings = sorted(person.appearances, dayOf);
  return [
    title(chinese(person.name)),
    section(
      "positions",
      person.held,
      make(
        "ul",
        { class: "plain" },
        person.held.map((position) =>
          make(
            "li",
            null,
            chinese(`${position.organization ?? ""}${position.title}`),
            position.first_seen ? make("span", { class: "meta" }, ` ${seen(position)}`) : null,
          ),
        ),
      ),
    ),
    make(
      "section",
      null,
      make("h2", null, counted("appearances", meetings.length)),
      meetings.map((speaker) =>
        make(
          "section",
          { class: "appearance" },
          make(
            "h3",
            null,
            speaker.meeting
              ? recordLink(speaker.meeting, chinese(speaker.meeting.name))
              : speaker.articles
                  .slice(0, 1)
                  .map((article) => recordLink(article, chinese(article.headline ?? article.source))),
            " ",
            badge("role", speaker.role),
          ),
          meta(dateText(dayOf(speaker)), make("a", { href: here({ record: speaker.id }) }, word("where_named"))),
          speaker.statements.length
            ? [make("h4", null, counted("statements", speaker.statements.length)), saidBy(speaker)]
            : null,
          speaker.measures.length
            ? [
                make("h4", null, counted("measures", speaker.measures.length)),
                make(
                  "ul",
                  { class: "quotes" },
                  speaker.measures.map((measure) =>
                    make("li", null, badge("status", measure.status), " ", recordLink(measure, chinese(measure.text))),
                  ),
                ),
              ]
            : null,
        ),
      ),
    ),
  ];
}

function seen({ first_seen: first, last_seen: last }) {
  return first === last ? dateText(first) : `${dateText(first)} – ${dateText(last)}`;
}

function articlePage(article) {
  const whole = article.passages.length === 1 && article.passages[0].end >= article.n_chars;
  return [
    article.kicker ? make("p", { class: "kicker" }, chinese(article.kicker)) : null,
    title(chinese(article.headline ?? article.source)),
    article.subheadline ? make("p", { class: "kicker" }, chinese(article.subheadline)) : null,
    meta(
      dateText(article.published),
      article.publisher && chinese(article.publisher),
      article.bylines.length && chinese(article.bylines.join("、")),
      sourceOf(article),
    ),
    article.passages.length
      ? [legend(), whole ? null : make("p", { class: "count" }, word("passages_only"))]
      : make("p", { class: "missing" }, word("no_text")),
    make(
      "div",
      { class: "article", lang: "zh-Hans" },
      between(
        article.passages.map((passage) => markedPassage(article, passage)),
        whole ? null : make("p", { class: "gap" }, "［……］"),
      ),
    ),
    section("meetings", article.meetings, entries(article.meetings)),
    section("statements", article.statements, entries(article.statements)),
    section("measures", article.measures, entries(article.measures)),
  ];
}

const KINDS = ["meeting", "speaker", "statement", "measure"];

/** What the markers mean; each can be switched off. */
function legend() {
  return make(
    "p",
    { class: "legend" },
    KINDS.map((kind) =>
      make(
        "label",
        null,
        make("input", {
          type: "checkbox",
          checked: true,
          change: (event) =>
            document.querySelector(".article").classList.toggle(`without-${kind}`, !event.target.checked),
        }),
        make("mark", { class: kind }, word(`one_${kind}`)),
      ),
    ),
  );
}

/** A passage with every record marked; each piece leads to the narrowest record that covers it. */
function markedPassage(article, passage) {
  const rows = [...article.meetings, ...article.speakers, ...article.statements, ...article.measures];
  const spans = rows.flatMap((row) =>
    spansOf(row)
      .filter((span) => span.article === article)
      .map(({ start, end }) => ({ start, end, row })),
  );
  const reached = new Set(); // a record is one stop of the tab key, however many pieces it has
  return make(
    "p",
    null,
    pieces(passage, spans).map(({ text, rows: covering }) => {
      if (!covering.length) return text;
      const narrowest = covering.at(-1);
      const again = reached.has(narrowest);
      reached.add(narrowest);
      const kinds = [...new Set(covering.map((row) => row.type))].join(" ");
      return make(
        "mark",
        { class: kinds },
        make("a", { href: here({ record: narrowest.id }), tabindex: again ? "-1" : null }, text),
      );
    }),
  );
}
