// Words one behind the other -> the reports in which they stand so, just as they are written. Small words ("of", "the")
// have a place and no name: any word may stand there. Whole words and their places: plugins/chronology/search/places.py.
(function () {
  "use strict";

  var search = chronologySearch;

  // A phrase as the index knows it: its words, each with its distance from the first.
  function wordsOf(text) {
    var words = search.words.all(text).map(function (word, at) { return { word: word, at: at }; });
    words = words.filter(function (one) { return lunr.stopWordFilter(one.word); });
    return words.map(function (one) { return { word: one.word, at: one.at - words[0].at }; });
  }

  // The text of a query without its phrases, and those.
  function split(query) {
    var phrases = [];
    var rest = query.replace(/[“”„«»]/g, '"').replace(/(^|\s)\+?"([^"]+)"/g, function (_, before, text) {
      var words = wordsOf(text);
      if (words.length) phrases.push(words);
      return " ";
    });
    return { rest: rest, phrases: phrases };
  }

  // The places at which a phrase would begin for one of its words to stand where it does, by report, in these reports.
  function beginnings(numbers, at, refs) {
    var places = new Map(), ref = -1, here = null;
    for (var i = 0; i < numbers.length; i++) {
      if (numbers[i] < 0) {
        ref -= numbers[i];
        here = refs.has(ref) ? [] : null;
        if (here) places.set(ref, here);
      } else if (here) here.push(numbers[i] - at);
    }
    return places;
  }

  function both(a, b) {
    var common = new Map();
    a.forEach(function (places, ref) {
      var there = b.get(ref), left = there && places.filter(function (place) { return there.indexOf(place) >= 0; });
      if (left && left.length) common.set(ref, left);
    });
    return common;
  }

  function wordsIn(phrases) {
    return [].concat.apply([], phrases).map(function (one) { return one.word; });
  }

  // What `having` looks into; done(error, files by word).
  function load(phrases, done) {
    search.wordFiles(wordsIn(phrases), done);
  }

  // Those of a set of reports that have all of these phrases.
  function having(phrases, files, refs) {
    return phrases.reduce(function (left, phrase) {
      return new Set(phrase.map(function (one) {
        return beginnings(files.get(one.word)[one.word] || [], one.at, left);
      }).reduce(both).keys());
    }, refs);
  }

  search.phrases = { split: split, wordsIn: wordsIn, load: load, having: having };
})();
