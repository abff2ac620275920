// The words of a query -> the files that hold them, among those that the index is cut into, and what stands in these.
(() => {
  "use strict";

  const search = chronologySearch;
  const { stem } = search.words;
  let allTerms = null;

  // The number of the shard in which a term stands, if it stands in any; `first` are the first terms of all shards.
  function shardOf(term, first) {
    let low = 0;
    let high = first.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (first[middle] <= term) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  }

  // The term of a clause as it stands in the index; it may hold asterisks.
  const termOf = (clause) => (clause.usePipeline ? stem(clause.term) : clause.term);

  // The terms of a query as lunr makes them: those that are asked for whole, by their beginning, or by likeness.
  function wantedBy(query) {
    const wanted = { whole: new Set(), beginnings: [], alike: [] };
    for (const clause of query.clauses) {
      const term = termOf(clause);
      const [beginning] = term.split("*");
      if (clause.editDistance) wanted.alike.push(lunr.TokenSet.fromFuzzyString(term, clause.editDistance));
      else if (beginning === term) wanted.whole.add(term);
      else if (beginning) wanted.beginnings.push(beginning);
      else wanted.alike.push(lunr.TokenSet.fromString(term));
    }
    return wanted;
  }

  // The terms that are like these. They are found in the list of all terms, which is large and so comes only now.
  async function like(sets) {
    if (!sets.length) return [];
    const [terms] = await search.files(["terms"]);
    allTerms ??= lunr.TokenSet.fromArray(terms);
    return sets.flatMap((set) => allTerms.intersect(set).toArray());
  }

  // The numbers of the shards with these terms.
  function numbersOf(whole, beginnings, first) {
    const numbers = new Set([...whole].map((term) => shardOf(term, first)));
    for (const beginning of beginnings) {
      const last = shardOf(`${beginning}\uffff`, first);
      for (let number = shardOf(beginning, first); number <= last; number += 1) numbers.add(number);
    }
    return [...numbers];
  }

  // The terms of the archive that a query wants, each with where it stands, in order.
  async function postings(query) {
    const { first } = await search.directory();
    const { whole, beginnings, alike } = wantedBy(query);
    for (const term of await like(alike)) whole.add(term);
    const shards = await search.files(numbersOf(whole, beginnings, first).map((number) => `terms-${number}`));
    const isWanted = (term) => whole.has(term) || beginnings.some((beginning) => term.startsWith(beginning));
    const found = shards.flatMap((shard) => Object.keys(shard).filter(isWanted).map((term) => [term, shard[term]]));
    // An object puts terms that are numbers before all others.
    return found.sort(([a], [b]) => (a < b ? -1 : 1));
  }

  // The words of texts that became a term lie beside its shard: the places of these words, by word.
  async function places(words) {
    const { first } = await search.directory();
    const files = await search.files(words.map((word) => `words-${shardOf(stem(word), first)}`));
    return new Map(words.map((word, at) => [word, Object.hasOwn(files[at], word) ? files[at][word] : []]));
  }

  search.shards = { termOf, postings, places };
})();
