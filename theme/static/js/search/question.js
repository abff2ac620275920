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
    var within = search.phrases.wordsIn(phrases);
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
    if (words.length > 1) found.push({ told: "some", phrases: [], build: each(words, [{}]) });
    if (longer.length) found.push({ told: "near", phrases: [], build: each(longer, [
      { usePipeline: false, wildcard: lunr.Query.wildcard.TRAILING, boost: 4 },
      { usePipeline: false, editDistance: 1 }
    ]) });
    return found;
  }

  // What lunr finds in one of the ways, and of that what has the phrases; where nothing has them, all of it.
  function answerBy(way, done) {
    var tasks = [search.query.bind(null, way.build), search.phrases.load.bind(null, way.phrases)];
    search.together(tasks, function (error, loaded) {
      if (error) return done(error);
      var results = loaded[0].map(function (result) {
        var stems = new Set(Object.keys(result.matchData.metadata));
        return { ref: Number(result.ref), stems: stems, phrases: way.phrases };
      });
      if (!way.phrases.length || !results.length) return done(null, { told: way.told, results: results });
      var refs = new Set(results.map(function (result) { return result.ref; }));
      var having = search.phrases.having(way.phrases, loaded[1], refs);
      if (!having.size) return done(null, { told: "apart", results: results });
      done(null, { told: way.told, results: results.filter(function (result) { return having.has(result.ref); }) });
    });
  }

  // The first of the ways that finds something.
  function first(left, done) {
    if (!left.length) return done(null, { told: "nothing", results: [] });
    answerBy(left[0], function (error, answer) {
      // What lunr cannot read as a query is taken for plain words.
      if (error && !(error instanceof lunr.QueryParseError)) return done(error);
      if (!error && (answer.results.length || left[0].last)) return done(null, answer);
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
    if (text) first(ways(text), done); else all(done);
  }

  search.answer = answer;
})();
