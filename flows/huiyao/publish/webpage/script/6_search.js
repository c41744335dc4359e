// Search: every word asked for must stand somewhere in the record, whatever its case and width.

/** What is looked through of each kind of record. */
const SEARCHED = {
  meeting: (row) => [row.name, ...row.aliases, row.series, row.theme, row.place, row.venue, ...row.organizers],
  person: (row) => [row.name, ...row.appearances.map((speaker) => speaker.name), ...row.positions, row.organization],
  statement: (row) => [row.speaker, row.text],
  measure: (row) => [row.text, row.by, row.actor, row.topic, ...row.named_programmes],
  article: (row) => [
    row.headline,
    row.kicker,
    row.subheadline,
    ...row.bylines,
    row.publisher,
    row.source,
    ...row.passages.map(({ text }) => text),
  ],
};

function fold(text) {
  return text.normalize("NFKC").toLowerCase();
}

function terms(query) {
  return fold(query ?? "")
    .split(/\s+/)
    .filter(Boolean);
}

function found(rows, wanted) {
  if (!wanted.length) return rows;
  return rows.filter((row) => {
    row.folded ??= fold(SEARCHED[row.type](row).filter(Boolean).join("\n"));
    return wanted.every((term) => row.folded.includes(term));
  });
}

/** The text with the words that were asked for marked, as far as folding leaves its length alone. */
function marked(text, wanted) {
  const folded = fold(text);
  if (!wanted.length || folded.length !== text.length) return [text];
  const [parts, starts] = [[], wanted.map((term) => [folded.indexOf(term), term])];
  let end = 0;
  for (;;) {
    const [start, term] =
      starts.filter(([at]) => at >= 0).sort((a, b) => a[0] - b[0] || b[1].length - a[1].length)[0] ?? [];
    if (term === undefined) break;
    parts.push(text.slice(end, start), make("mark", { class: "hit" }, text.slice(start, start + term.length)));
    end = start + term.length;
    for (const entry of starts) entry[0] = folded.indexOf(entry[1], end);
  }
  return [...parts, text.slice(end)];
}
