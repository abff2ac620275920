// The words of a text and where they stand in it, as the index sees them: folded, and cut as lunr cuts.
(() => {
  "use strict";

  // As the build folds the text: NFKD without combining marks.
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "");

  // The folded text, and for each of its characters the place in the text that it comes from.
  function foldedWithPlaces(text) {
    const places = [];
    let folded = "";
    let at = 0;
    for (const char of text) {
      const plain = fold(char);
      for (let i = 0; i < plain.length; i += 1) places.push(at);
      folded += plain;
      at += char.length;
    }
    places.push(text.length);
    return { folded: folded.toLowerCase(), places };
  }

  const bare = (word) => word.replace(/^[^\p{L}\p{N}_]+|[^\p{L}\p{N}_]+$/gu, "");

  const all = (text) => text.toLowerCase().split(/[\s-]+/).map(bare).filter(Boolean);

  // Without those that stand in every text.
  const telling = (text) => all(text).filter(lunr.stopWordFilter);

  const stem = (word) => lunr.stemmer(new lunr.Token(word)).toString();

  // The words of a text as they are written, each with its start and its end.
  function placed(text) {
    const { folded, places } = foldedWithPlaces(text);
    const words = [];
    for (const { 0: piece, index } of folded.matchAll(/[^\s-]+/g)) {
      const word = bare(piece);
      const start = index + piece.indexOf(word);
      if (word) words.push({ word, from: places[start], to: places[start + word.length] });
    }
    return words;
  }

  chronologySearch.words = { fold, all, telling, stem, placed };
})();
