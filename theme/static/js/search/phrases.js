// Words one behind the other -> the reports in which they stand so, just as they are written. Small words ("of", "the")
// have a place and no name: any word may stand there. Words and their places: plugins/chronology/search/places.py.
(() => {
  "use strict";

  const { shards, words } = chronologySearch;

  // A phrase as the index knows it: its words, each with its distance from the first.
  function phraseOf(text) {
    const telling = words.all(text)
      .map((word, at) => ({ word, at }))
      .filter(({ word }) => lunr.stopWordFilter(word));
    return telling.map(({ word, at }) => ({ word, at: at - telling[0].at }));
  }

  // The text of a query without its phrases, and those.
  function split(query) {
    const phrases = [];
    const rest = query.replace(/[“”„«»]/g, '"').replace(/(^|\s)\+?"([^"]+)"/g, (_, before, text) => {
      phrases.push(phraseOf(text));
      return " ";
    });
    return { rest, phrases: phrases.filter((phrase) => phrase.length) };
  }

  const wordsIn = (phrases) => phrases.flat().map(({ word }) => word);

  // The places at which a phrase would begin for one of its words to stand where it does, by report, in these reports.
  function beginnings(numbers, distance, refs) {
    const places = new Map();
    let ref = -1;
    let here = null;
    for (const number of numbers) {
      if (number < 0) {
        ref -= number;
        here = refs.has(ref) ? [] : null;
        if (here) places.set(ref, here);
      } else here?.push(number - distance);
    }
    return places;
  }

  function both(a, b) {
    const common = new Map();
    for (const [ref, places] of a) {
      const there = b.get(ref) ?? [];
      const left = places.filter((place) => there.includes(place));
      if (left.length) common.set(ref, left);
    }
    return common;
  }

  // Those of a set of reports that have a phrase, and those that have all of some; `places` are those of their words.
  function havingOne(phrase, places, refs) {
    return new Set(phrase.map(({ word, at }) => beginnings(places.get(word), at, refs)).reduce(both).keys());
  }

  const having = (phrases, places, refs) => phrases.reduce((left, phrase) => havingOne(phrase, places, left), refs);

  chronologySearch.phrases = { split, wordsIn, load: (phrases) => shards.places(wordsIn(phrases)), having };
})();
