// Words of a text and where they stand in it, as the index sees them: folded, and cut as lunr cuts.
(function () {
  "use strict";

  var SNIPPET = 260; // characters of a report's text under its title

  // As the build folds the text: NFKD without combining marks.
  function fold(text) {
    return text.normalize("NFKD").replace(/\p{M}/gu, "");
  }

  // The folded text, and for each of its characters the place in the text that it comes from.
  function foldedWithPlaces(text) {
    var folded = "", places = [], at = 0;
    for (var char of text) {
      var plain = fold(char);
      for (var i = 0; i < plain.length; i++) places.push(at);
      folded += plain;
      at += char.length;
    }
    places.push(text.length);
    return { text: folded.toLowerCase(), places: places };
  }

  function bare(word) {
    return word.replace(/^[^\p{L}\p{N}_]+|[^\p{L}\p{N}_]+$/gu, "");
  }

  function all(text) {
    return text.toLowerCase().split(/[\s-]+/).map(bare).filter(Boolean);
  }

  // The words of a query, without those that stand in every text.
  function plain(query) {
    return all(query).filter(lunr.stopWordFilter);
  }

  function stem(word) {
    return lunr.stemmer(new lunr.Token(word)).toString();
  }

  // The words of a text as they are written, each with its start and its end.
  function placed(text) {
    var folded = foldedWithPlaces(text), words = [], piece;
    var pieces = /[^\s-]+/g;
    while ((piece = pieces.exec(folded.text))) {
      var start = piece.index + /^[^\p{L}\p{N}_]*/u.exec(piece[0])[0].length, word = bare(piece[0]);
      if (word) words.push({ word: word, from: folded.places[start], to: folded.places[start + word.length] });
    }
    return words;
  }

  function isAt(phrase, words, at) {
    return phrase.every(function (one) {
      return words[at + one.at] && words[at + one.at].word === one.word;
    });
  }

  // Where phrases stand, and words whose stem was found, as [start, end, what]; a phrase before the words in it.
  function found(text, stems, phrases) {
    var words = placed(text), spans = [];
    words.forEach(function (word, at) {
      phrases.forEach(function (phrase, number) {
        var last = phrase[phrase.length - 1].at;
        if (isAt(phrase, words, at)) spans.push([word.from, words[at + last].to, number]);
      });
      var base = stem(word.word);
      if (stems.has(base)) spans.push([word.from, word.to, base]);
    });
    return spans;
  }

  // The stretch of text that holds most of what was found, cut at spaces.
  function stretch(text, spans) {
    var best = 0, most = 0;
    spans.forEach(function (span) {
      var near = spans.filter(function (other) {
        return other[0] >= span[0] && other[1] <= span[0] + SNIPPET - 60;
      });
      var held = 100 * new Set(near.map(function (other) { return other[2]; })).size + near.length;
      if (held > most) { most = held; best = span[0]; }
    });
    var from = best < 60 ? 0 : text.indexOf(" ", best - 60) + 1;
    if (from > best) from = best;
    var to = from + SNIPPET;
    if (to >= text.length) return [from, text.length];
    return [from, Math.max(text.lastIndexOf(" ", to), best + 1)];
  }

  chronologySearch.words = { fold: fold, all: all, plain: plain, found: found, stretch: stretch };
})();
