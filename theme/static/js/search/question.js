// The words that a reader asks for -> the reports that answer them, best first, and which sentence says how.
(function () {
  "use strict";

  var search = chronologySearch;

  function each(words, options) {
    return function (query) {
      words.forEach(function (word) {
        // lunr writes the word into the options, so each word gets its own.
        options.forEach(function (option) { query.term(word, Object.assign({}, option)); });
      });
    };
  }

  // Ways to answer a query, the strictest first; `told` names the sentence that says how.
  function ways(text) {
    var query = search.words.fold(text), words = search.words.plain(query);
    var longer = words.filter(function (word) { return word.length > 2; });
    var found = [];
    if (/[~^*:]|(^|\s)[+-]\S/.test(query)) {
      found.push({ told: "found", build: function (asked) { new lunr.QueryParser(query, asked).parse(); }, last: true });
    }
    if (words.length) found.push({ told: "found", build: each(words, [{ presence: lunr.Query.presence.REQUIRED }]) });
    if (words.length > 1) {
      found.push({ told: "some", build: each(words, [{}]) });
    }
    if (longer.length) found.push({ told: "near", build: each(longer, [
      { usePipeline: false, wildcard: lunr.Query.wildcard.TRAILING, boost: 4 },
      { usePipeline: false, editDistance: 1 }
    ]) });
    return found;
  }

  // The first of the ways that finds something.
  function first(left, done) {
    if (!left.length) return done(null, [], "nothing");
    search.query(left[0].build, function (error, results) {
      // What lunr cannot read as a query is taken for plain words.
      if (error && !(error instanceof lunr.QueryParseError)) return done(error);
      if (!error && (results.length || left[0].last)) return done(null, results, left[0].told);
      first(left.slice(1), done);
    });
  }

  // Every report, for a reader who asks for no words.
  function all(done) {
    search.directory(function (error, about) {
      if (error) return done(error);
      done(null, Array.from({ length: about.reports }, function (_, ref) {
        return { ref: ref, stems: new Set() };
      }), "all");
    });
  }

  // done(error, results, told): each result is the number of a report, and the stems by which it was found.
  function answer(text, done) {
    if (!text) return all(done);
    first(ways(text), function (error, results, told) {
      if (error) return done(error);
      done(null, results.map(function (result) {
        return { ref: Number(result.ref), stems: new Set(Object.keys(result.matchData.metadata)) };
      }), told);
    });
  }

  search.answer = answer;
})();
