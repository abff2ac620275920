// The words that a reader asks for -> the reports that answer them, best first, and which sentence says how.
(() => {
  "use strict";

  const search = chronologySearch;
  const { REQUIRED } = lunr.Query.presence;
  const { TRAILING } = lunr.Query.wildcard;

  // Asks for each of the words in each of these ways.
  function each(words, ...options) {
    return (query) => {
      for (const word of words) {
        // lunr writes the word into the options, so each word gets its own.
        for (const option of options) query.term(word, { ...option });
      }
    };
  }

  // Ways to answer a query, the strictest first: `ask` tells lunr, `told` names the sentence that says how.
  function ways(text) {
    const { rest, phrases } = search.phrases.split(search.words.fold(text));
    const quoted = search.phrases.wordsIn(phrases);
    const words = [...search.words.telling(rest), ...quoted];
    const long = words.filter((word) => word.length > 2);
    const found = [];
    if (/[~^*:]|(^|\s)[+-]\S/.test(rest)) {
      found.push({ told: "found", isLast: true, phrases, ask: (query) => {
        new lunr.QueryParser(rest, query).parse();
        each(quoted, { presence: REQUIRED })(query);
      } });
    }
    if (words.length) found.push({ told: "found", phrases, ask: each(words, { presence: REQUIRED }) });
    if (words.length > 1) found.push({ told: "some", phrases: [], ask: each(words, {}) });
    if (long.length) {
      found.push({ told: "near", phrases: [], ask: each(
        long,
        { usePipeline: false, wildcard: TRAILING, boost: 4 },
        { usePipeline: false, editDistance: 1 },
      ) });
    }
    return found;
  }

  // What lunr finds in one of the ways, and of that what has the phrases; where nothing has them, all of it.
  async function answerBy({ told, phrases, ask }) {
    const [hits, places] = await Promise.all([search.query(ask), search.phrases.load(phrases)]);
    const results = hits.map(({ ref, matchData }) =>
      ({ ref: Number(ref), stems: new Set(Object.keys(matchData.metadata)), phrases }));
    if (!phrases.length || !results.length) return { told, results };
    const having = search.phrases.having(phrases, places, new Set(results.map(({ ref }) => ref)));
    if (!having.size) return { told: "apart", results };
    return { told, results: results.filter(({ ref }) => having.has(ref)) };
  }

  // The first of the ways that finds something.
  async function first(text) {
    for (const way of ways(text)) {
      try {
        const answer = await answerBy(way);
        if (answer.results.length || way.isLast) return answer;
      } catch (error) {
        // What lunr cannot read as a query is taken for plain words.
        if (!(error instanceof lunr.QueryParseError)) throw error;
      }
    }
    return { told: "nothing", results: [] };
  }

  // Every report, for a reader who asks for no words.
  async function all() {
    const { reports } = await search.directory();
    const how = { stems: new Set(), phrases: [] };
    return { told: "all", results: Array.from({ length: reports }, (_, ref) => ({ ref, ...how })) };
  }

  // `told` names the sentence that says how it was found; each of the `results` is the number of a report, and the
  // stems and phrases by which it was found.
  search.answer = (text) => (text ? first(text) : all());
})();
