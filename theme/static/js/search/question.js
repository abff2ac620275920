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
    var query = search.phrases.split(search.words.fold(text)), phrases = query.phrases, found = [];
    var within = [].concat.apply([], phrases).map(function (one) { return one.word; });
    var words = search.words.plain(query.rest).concat(within);
    var longer = words.filter(function (word) { return word.length > 2; });
    var required = each(words, [{ presence: lunr.Query.presence.REQUIRED }]);
    if (/[~^*:]|(^|\s)[+-]\S/.test(query.rest)) {
      found.push({ told: "found", last: true, phrases: phrases, build: function (asked) {
        new lunr.QueryParser(query.rest, asked).parse();
        each(within, [{ presence: lunr.Query.presence.REQUIRED }])(asked);
      } });
    }
    if (words.length) found.push({ told: "found", phrases: phrases, build: required });
    if (phrases.length) found.push({ told: "apart", phrases: [], build: required });
    if (words.length > 1) found.push({ told: "some", phrases: [], build: each(words, [{}]) });
    if (longer.length) found.push({ told: "near", phrases: [], build: each(longer, [
      { usePipeline: false, wildcard: lunr.Query.wildcard.TRAILING, boost: 4 },
      { usePipeline: false, editDistance: 1 }
    ]) });
    return found;
  }

  // What lunr finds in one of the ways, and of that what has the phrases.
  function resultsOf(way, done) {
    var tasks = [search.query.bind(null, way.build)];
    if (way.phrases.length) tasks.push(search.phrases.having.bind(null, way.phrases));
    search.together(tasks, function (error, found) {
      if (error) return done(error);
      done(null, found[0].filter(function (result) { return !found[1] || found[1].has(Number(result.ref)); }));
    });
  }

  // The first of the ways that finds something; done(error, results, way).
  function first(left, done) {
    if (!left.length) return done(null, [], { told: "nothing" });
    resultsOf(left[0], function (error, results) {
      // What lunr cannot read as a query is taken for plain words.
      if (error && !(error instanceof lunr.QueryParseError)) return done(error);
      if (!error && (results.length || left[0].last)) return done(null, results, left[0]);
      first(left.slice(1), done);
    });
  }

  // Every report, for a reader who asks for no words.
  function all(done) {
    search.directory(function (error, about) {
      if (error) return done(error);
      done(null, { told: "all", results: Array.from({ length: about.reports }, function (_, ref) {
        return { ref: ref, stems: new Set(), phrases: [] };
      }) });
    });
  }

  // done(error, answer): `answer.told` names the sentence that says how it was found, each of `answer.results` is the
  // number of a report, and the stems and phrases by which it was found.
  function answer(text, done) {
    if (!text) return all(done);
    first(ways(text), function (error, results, way) {
      if (error) return done(error);
      done(null, { told: way.told, results: results.map(function (result) {
        var stems = new Set(Object.keys(result.matchData.metadata));
        return { ref: Number(result.ref), stems: stems, phrases: way.phrases };
      }) });
    });
  }

  search.answer = answer;
})();
