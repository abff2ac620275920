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

  // The places at which a phrase would begin for one of its words to stand where it does, by report.
  function beginnings(numbers, at) {
    var places = new Map(), ref = -1, here = null;
    numbers.forEach(function (number) {
      if (number < 0) places.set(ref -= number, here = []);
      else here.push(number - at);
    });
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

  // The reports with all of these phrases; done(error, a set of their numbers).
  function having(phrases, done) {
    var words = [].concat.apply([], phrases).map(function (one) { return one.word; });
    search.wordFiles(words, function (error, files) {
      if (error) return done(error);
      var found = phrases.map(function (phrase) {
        return phrase.map(function (one) {
          return beginnings(files.get(one.word)[one.word] || [], one.at);
        }).reduce(both);
      });
      var refs = Array.from(found[0].keys()).filter(function (ref) {
        return found.every(function (places) { return places.has(ref); });
      });
      done(null, new Set(refs));
    });
  }

  search.phrases = { split: split, having: having };
})();
