// The evidence of a record: the sentence that it came from, with its place marked, and what is known of it.

const MOST_SENTENCES = 5;

function evidenceView(row) {
  const spans = spansOf(row);
  return [
    spans.slice(0, MOST_SENTENCES).map((span) => quotation(span, row.type)),
    spans.length > MOST_SENTENCES
      ? make(
          "details",
          null,
          make("summary", null, word("more_sentences", { n: number(spans.length - MOST_SENTENCES) })),
          spans.slice(MOST_SENTENCES).map((span) => quotation(span, row.type)),
        )
      : null,
  ];
}

/** One sentence with the span marked, and where it stands. */
function quotation(span, type) {
  const sentence = sentenceAt(span);
  const { article } = span;
  return make(
    "figure",
    { class: "evidence" },
    sentence
      ? make(
          "blockquote",
          { lang: "zh-Hans" },
          sentence.before,
          make("mark", { class: type }, sentence.marked),
          sentence.after,
        )
      : make("p", { class: "missing" }, word("no_text")),
    make(
      "figcaption",
      null,
      recordLink(article, chinese(article.headline ?? article.source)),
      meta(
        dateText(article.published),
        article.publisher && chinese(article.publisher),
        sourceOf(article),
        word("characters", { start: number(span.start), end: number(span.end) }),
      ),
    ),
  );
}

function sourceOf(article) {
  const url = webAddress(article.url);
  const name = `${article.source}#${article.sequence}`;
  return url ? make("a", { href: url, rel: "noopener noreferrer" }, name) : make("span", { class: "source" }, name);
}

/** What the tables say of a record besides its place. */
function details(row) {
  const meeting = row.meeting ? recordLink(row.meeting, chinese(row.meeting.name)) : null;
  const of = {
    statement: () => [
      [word("who"), [speakerName(row), positionsOf(row.speaker_row)]],
      [word("filter_mode"), valueWord("mode", row.mode)],
      [word("cue"), row.cue && chinese(row.cue)],
      [word("meeting"), meeting],
    ],
    measure: () => [
      [word("filter_status"), badge("status", row.status)],
      [word("by"), row.by && [speakerName(row), positionsOf(row.speaker_row)]],
      [word("actor"), row.actor && chinese(row.actor)],
      [word("action"), row.action && chinese(row.action)],
      [word("object"), row.object && chinese(row.object)],
      [word("filter_topic"), row.topic && valueWord("topic", row.topic)],
      [word("named_programmes"), row.named_programmes.length ? chinese(row.named_programmes.join("、")) : null],
      [word("quantities"), row.quantities.length ? chinese(row.quantities.join("、")) : null],
      [word("deadline"), dateText(row.deadline)],
      [word("meeting"), meeting],
    ],
    speaker: () => [
      [word("who"), recordLink(row.person, chinese(row.name))],
      [word("positions"), positionsOf(row)],
      [word("filter_role"), valueWord("role", row.role)],
      [word("meeting"), meeting],
    ],
    meeting: () => [[word("meeting"), recordLink(row, chinese(row.name))]],
  }[row.type]();
  return facts([...of, [word("how_found"), trust(row)], [word("id"), make("code", null, row.id)]]);
}

function positionsOf(speaker) {
  return speaker?.positions.length
    ? make("span", { class: "positions" }, chinese(` ${speaker.positions.join("；")}`))
    : null;
}

function trust(row) {
  return row.rule === "by hand"
    ? word("by_hand")
    : word("trust", { rule: ruleText(row.rule), share: Math.round(row.confidence * 100) });
}

/** The name of a rule, which is put together of parts. */
function ruleText(rule) {
  const parts = rule.split(", ").map((part) => valueWord("rule", part));
  return parts.join(language === "zh" ? "，" : ", ");
}

/** Open the record over what is shown; closing it takes it out of the address. */
function showRecord(row) {
  const dialog = document.getElementById("record");
  if (!row) {
    if (dialog.open) dialog.close();
    return;
  }
  const close = make("button", { type: "button", class: "close", click: () => dialog.close() }, word("close"));
  dialog.replaceChildren(
    make("header", null, make("h2", { id: "record-title" }, word(`one_${row.type}`)), close),
    ...[evidenceView(row), details(row)].flat(2).filter(Boolean),
  );
  if (!dialog.open) dialog.showModal();
  close.focus();
}

function closeRecord() {
  if (address.query.has("record")) go(here({ record: null }));
}
