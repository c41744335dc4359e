// Passages of articles: what a release has of their text, cut by code points, in which the offsets of records count.

/** A passage that starts at `start`. JavaScript counts differently from U+10000 on; only there the points stand apart. */
function passageOf([start, text]) {
  const points = /[\ud800-\udfff]/.test(text) ? Array.from(text) : null;
  return { start, end: start + (points ?? text).length, text, points };
}

/** The part of a passage between two offsets into the article. */
function cut(passage, start, end) {
  const [from, to] = [start - passage.start, end - passage.start];
  return passage.points ? passage.points.slice(from, to).join("") : passage.text.slice(from, to);
}

/** The passage that holds the span, or null where the release has none. */
function passageAt(article, start, end) {
  return article.passages.find((passage) => passage.start <= start && end <= passage.end) ?? null;
}

function textAt(article, start, end) {
  const passage = passageAt(article, start, end);
  return passage && cut(passage, start, end);
}

const SENTENCE_END = /[。！？!?\n]+[”’』」）)]*/g;
const REST_OF_SENTENCE = /^[^。！？!?\n]*[。！？!?]*[”’』」）)]*/;

/** The sentences that a span stands in, as what is before it, it itself and what comes after; null without a passage. */
function sentenceAt({ article, start, end }) {
  const passage = passageAt(article, start, end);
  if (!passage) return null;
  const marked = cut(passage, start, end);
  const before = cut(passage, passage.start, start);
  const opened = [...before.matchAll(SENTENCE_END)].at(-1);
  const closed = /[。！？!?\n][”’』」）)]*$/.test(marked);
  return {
    before: opened ? before.slice(opened.index + opened[0].length) : before,
    marked,
    after: closed ? "" : cut(passage, end, passage.end).match(REST_OF_SENTENCE)[0],
  };
}

/** Cut a passage where spans begin and end: pieces as {text, rows}, each with the records that cover it, widest first. */
function pieces(passage, spans) {
  const inside = spans.filter(({ start, end }) => start >= passage.start && end <= passage.end);
  inside.sort((a, b) => a.start - b.start || b.end - a.end);
  const edges = [...new Set([passage.start, passage.end, ...inside.flatMap(({ start, end }) => [start, end])])];
  edges.sort((a, b) => a - b);
  let [open, next] = [[], 0];
  return edges.slice(0, -1).map((start, place) => {
    open = open.filter((span) => span.end > start);
    while (next < inside.length && inside[next].start === start) open.push(inside[next++]);
    return { text: cut(passage, start, edges[place + 1]), rows: open.map((span) => span.row) };
  });
}
