// A query -> what lunr finds for it in an index of the query's own terms: just what it finds in one of the whole archive,
// since the score of a report hangs on these terms alone.
(() => {
  "use strict";

  const K1 = 1.2; // lunr's, of Okapi BM25
  const B = 0.75;
  const NO_METADATA = {};
  const { directory, shards } = chronologySearch;
  const pipeline = lunr.Pipeline.load(["stemmer"]);

  // How rare a term is in the archive, as lunr reckons: every field in which it stands counts.
  function rarity(posting, reports) {
    const places = Object.values(posting).reduce((sum, numbers) => sum + numbers.length / 3, 0);
    return Math.log(1 + Math.abs((reports - places + 0.5) / (places + 0.5)));
  }

  // What a term weighs in a field, by how rare it is and how much of the field it makes up.
  function weight(rare, count, length, field) {
    const score = rare * ((K1 + 1) * count) / (K1 * (1 - B + B * (length / field.mean)) + count) * field.boost;
    return Math.round(score * 1000) / 1000;
  }

  // Calls back with each report that has a term in a field, how often it stands there, and how long the field is.
  function eachReport(numbers, back) {
    for (let at = 0, ref = 0; at < numbers.length; at += 3) back(ref += numbers[at], numbers[at + 1], numbers[at + 2]);
  }

  // The reports that have every word that must be there, or null where no whole word must. lunr would sort out the
  // others itself; without them it has a fraction to look at.
  function possible(query, terms, { fields }) {
    const all = new Map(terms);
    let found = null;
    for (const clause of query.clauses) {
      if (clause.presence !== lunr.Query.presence.REQUIRED) continue;
      if (clause.editDistance || clause.term.includes("*")) continue;
      const posting = all.get(shards.termOf(clause)) ?? {};
      const having = new Set();
      fields.forEach((field, number) => {
        if (!clause.fields.includes(field.name)) return;
        eachReport(posting[number] ?? [], (ref) => {
          if (!found || found.has(ref)) having.add(ref);
        });
      });
      found = having;
    }
    return found;
  }

  // An empty vector for each field of each report.
  function emptyVectors({ fields, reports }) {
    const vectors = {};
    for (const { name } of fields) {
      for (let ref = 0; ref < reports; ref += 1) vectors[`${name}/${ref}`] = new lunr.Vector();
    }
    return vectors;
  }

  // An index of these terms, and of the reports of a set where one is given; `vectors` may hold those of others.
  function indexOf(terms, about, only, vectors) {
    const inverted = Object.create(null);
    terms.forEach(([term, posting], at) => {
      const rare = rarity(posting, about.reports);
      inverted[term] = { _index: at };
      about.fields.forEach((field, number) => {
        const refs = inverted[term][field.name] = {};
        eachReport(posting[number] ?? [], (ref, count, length) => {
          if (only && !only.has(ref)) return;
          refs[ref] = NO_METADATA;
          const key = `${field.name}/${ref}`;
          vectors[key] ??= new lunr.Vector();
          vectors[key].elements.push(at, weight(rare, count, length, field));
        });
      });
    });
    return new lunr.Index({
      fields: about.fields.map(({ name }) => name),
      fieldVectors: vectors,
      invertedIndex: inverted,
      tokenSet: lunr.TokenSet.fromArray(terms.map(([term]) => term)),
      pipeline,
    });
  }

  // The results of the query that `ask` makes by calling methods of a lunr.Query, best first.
  async function query(ask) {
    const about = await directory();
    const asked = new lunr.Query(about.fields.map(({ name }) => name));
    ask(asked);
    const terms = await shards.postings(asked);
    // A query that only excludes finds reports that have none of its terms.
    const vectors = asked.isNegated() ? emptyVectors(about) : {};
    const index = indexOf(terms, about, possible(asked, terms, about), vectors);
    return index.query((own) => {
      own.clauses = asked.clauses;
    });
  }

  chronologySearch.query = query;
})();
