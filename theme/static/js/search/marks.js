// A text, and by what its report was found -> the text, or the stretch of it that tells most, with that in <mark>.
(() => {
  "use strict";

  const EXCERPT = 260; // characters
  const BEFORE = 60; // of them, about, before what was found
  const { add, words } = chronologySearch;

  // Where phrases stand, and words whose stem was found; a phrase before the words in it.
  function spansIn(text, { stems, phrases }) {
    const placed = words.placed(text);
    const standsAt = (phrase, start) => phrase.every(({ word, at }) => placed[start + at]?.word === word);
    return placed.flatMap(({ word, from, to }, start) => {
      const spans = [];
      for (const phrase of phrases) {
        if (standsAt(phrase, start)) spans.push({ from, to: placed[start + phrase.at(-1).at].to, what: phrase });
      }
      const stem = words.stem(word);
      if (stems.has(stem)) spans.push({ from, to, what: stem });
      return spans;
    });
  }

  // Where the stretch of a text begins that holds most of what was found, and that as often as can be.
  function richest(spans) {
    let best = 0;
    let most = 0;
    for (const { from } of spans) {
      const near = spans.filter((span) => span.from >= from && span.to <= from + EXCERPT - BEFORE);
      const held = 100 * new Set(near.map(({ what }) => what)).size + near.length;
      if (held > most) [most, best] = [held, from];
    }
    return best;
  }

  // Its beginning and its end, at spaces.
  function stretch(text, spans) {
    const best = richest(spans);
    const from = best < BEFORE ? 0 : Math.min(best, text.indexOf(" ", best - BEFORE) + 1);
    const to = from + EXCERPT;
    return [from, to < text.length ? Math.max(text.lastIndexOf(" ", to), best + 1) : text.length];
  }

  function addMarked(parent, text, spans, from, to) {
    let at = from;
    for (const span of spans) {
      if (span.from < at || span.to > to) continue;
      parent.append(text.slice(at, span.from));
      add(parent, "mark", text.slice(span.from, span.to));
      at = span.to;
    }
    parent.append(text.slice(at, to));
  }

  function addText(parent, text, result) {
    addMarked(parent, text, spansIn(text, result), 0, text.length);
  }

  function addExcerpt(parent, text, result) {
    const spans = spansIn(text, result);
    const [from, to] = stretch(text, spans);
    if (from > 0) parent.append("… ");
    addMarked(parent, text, spans, from, to);
    if (to < text.length) parent.append(" …");
  }

  chronologySearch.marks = { addText, addExcerpt };
})();
