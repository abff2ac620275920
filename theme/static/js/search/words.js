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

  // The words of a query, without those that stand in every text.
  function plain(query) {
    return query.toLowerCase().split(/[\s-]+/).map(bare).filter(function (word) {
      return word && lunr.stopWordFilter(word);
    });
  }

  function stem(word) {
    return lunr.stemmer(new lunr.Token(word)).toString();
  }

  // Where words stand whose stem was found: start, end and stem.
  function found(text, stems) {
    var folded = foldedWithPlaces(text), spans = [], word;
    var words = /[^\s-]+/g;
    while ((word = words.exec(folded.text))) {
      var start = word.index + /^[^\p{L}\p{N}_]*/u.exec(word[0])[0].length;
      var inner = bare(word[0]), base = stem(inner);
      if (inner && stems.has(base)) {
        spans.push([folded.places[start], folded.places[start + inner.length], base]);
      }
    }
    return spans;
  }

  // The stretch of text that holds most of the words that were found, cut at spaces.
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

  chronologySearch.words = { fold: fold, plain: plain, found: found, stretch: stretch };
})();
