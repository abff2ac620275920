// A query -> a lunr.Index that answers it as the index of the whole archive would, from the few files that hold its
// words; and the reports that a result shows.
(function () {
  "use strict";

  var K1 = 1.2, B = 0.75; // lunr's, of Okapi BM25
  var search = chronologySearch;

  // Terms ------------------------------------------------------------------------------------

  // The number of the shard in which a term stands, if it stands in any.
  function shardOf(term, first) {
    var low = 0, high = first.length;
    while (low < high) {
      var middle = (low + high) >> 1;
      if (first[middle] <= term) low = middle + 1; else high = middle;
    }
    return Math.max(0, low - 1);
  }

  // The terms of a query as lunr makes them: those that are asked for whole, by their beginning, or by likeness.
  function wantedBy(query) {
    var wanted = { whole: new Set(), beginnings: [], alike: [] };
    query.clauses.forEach(function (clause) {
      (clause.usePipeline ? pipeline.runString(clause.term) : [clause.term]).forEach(function (term) {
        var beginning = term.split("*")[0];
        if (clause.editDistance) wanted.alike.push(lunr.TokenSet.fromFuzzyString(term, clause.editDistance));
        else if (beginning === term) wanted.whole.add(term);
        else if (beginning) wanted.beginnings.push(beginning);
        else wanted.alike.push(lunr.TokenSet.fromString(term));
      });
    });
    return wanted;
  }

  // Likeness is found in the list of all terms, which is large and so comes only now.
  function withAlike(wanted, done) {
    if (!wanted.alike.length) return done(null, wanted);
    search.files(["terms"], function (error, files) {
      if (error) return done(error);
      allTerms = allTerms || lunr.TokenSet.fromArray(files[0]);
      wanted.alike.forEach(function (set) {
        allTerms.intersect(set).toArray().forEach(function (term) { wanted.whole.add(term); });
      });
      done(null, wanted);
    });
  }

  // The wanted terms of the archive, each with where it stands, in order.
  function postings(wanted, first, done) {
    var numbers = new Set();
    wanted.whole.forEach(function (term) { numbers.add(shardOf(term, first)); });
    wanted.beginnings.forEach(function (beginning) {
      var last = shardOf(beginning + "\uffff", first);
      for (var number = shardOf(beginning, first); number <= last; number++) numbers.add(number);
    });
    var names = Array.from(numbers).sort(function (a, b) { return a - b; }).map(function (number) {
      return "terms-" + number;
    });
    search.files(names, function (error, shards) {
      if (error) return done(error);
      var found = [];
      shards.forEach(function (shard) {
        Object.keys(shard).forEach(function (term) {
          var begins = wanted.beginnings.some(function (beginning) { return term.startsWith(beginning); });
          if (begins || wanted.whole.has(term)) found.push([term, shard[term]]);
        });
      });
      // An object puts terms that are numbers before all others.
      done(null, found.sort(function (a, b) { return a[0] < b[0] ? -1 : 1; }));
    });
  }

  // lunr -------------------------------------------------------------------------------------

  var pipeline = lunr.Pipeline.load(["stemmer"]);
  var allTerms = null;
  var NO_METADATA = {};

  // As lunr weighs a term in a field: how rare it is in the archive, and how much of the field it makes up.
  function weight(rarity, count, length, field) {
    var score = rarity * ((K1 + 1) * count) / (K1 * (1 - B + B * (length / field.mean)) + count) * field.boost;
    return Math.round(score * 1000) / 1000;
  }

  // Calls back with the number of each report that has a term in a field.
  function eachRef(numbers, back) {
    for (var i = 0, ref = 0; i < numbers.length; i += 3) back(ref += numbers[i], i);
  }

  // The reports that have every word that must be there, or null where no whole word must. lunr would sort out the
  // others itself; without them it has a fraction to look at.
  function possible(query, terms, about) {
    var all = new Map(terms), found = null;
    query.clauses.forEach(function (clause) {
      if (clause.presence !== lunr.Query.presence.REQUIRED || clause.editDistance || clause.term.includes("*")) return;
      var term = clause.usePipeline ? pipeline.runString(clause.term)[0] : clause.term, having = new Set();
      about.fields.forEach(function (field, number) {
        var numbers = clause.fields.includes(field.name) && all.has(term) && all.get(term)[number];
        if (numbers) eachRef(numbers, function (ref) { if (!found || found.has(ref)) having.add(ref); });
      });
      found = having;
    });
    return found;
  }

  // An index of these terms alone, and of the reports of a set where one is given; with `all`, of every report
  // nevertheless, as a query wants that only excludes.
  function indexOf(terms, about, only, all) {
    var vectors = Object.create(null), inverted = Object.create(null);
    if (all) about.fields.forEach(function (field) {
      for (var ref = 0; ref < about.reports; ref++) vectors[field.name + "/" + ref] = new lunr.Vector;
    });
    terms.forEach(function (entry, at) {
      var posting = inverted[entry[0]] = { _index: at }, places = 0;
      Object.keys(entry[1]).forEach(function (number) { places += entry[1][number].length / 3; });
      var rarity = Math.log(1 + Math.abs((about.reports - places + 0.5) / (places + 0.5)));
      about.fields.forEach(function (field, number) {
        var numbers = entry[1][number] || [], refs = posting[field.name] = {};
        eachRef(numbers, function (ref, i) {
          if (only && !only.has(ref)) return;
          refs[ref] = NO_METADATA;
          var key = field.name + "/" + ref;
          var vector = vectors[key] || (vectors[key] = new lunr.Vector);
          vector.elements.push(at, weight(rarity, numbers[i + 1], numbers[i + 2], field));
        });
      });
    });
    return new lunr.Index({
      fields: about.fields.map(function (field) { return field.name; }),
      fieldVectors: vectors,
      invertedIndex: inverted,
      tokenSet: lunr.TokenSet.fromArray(terms.map(function (entry) { return entry[0]; })),
      pipeline: pipeline
    });
  }

  // Results of the query that `build` makes by calling methods of a lunr.Query; done(error, results).
  function query(build, done) {
    search.directory(function (error, about) {
      if (error) return done(error);
      var asked = new lunr.Query(about.fields.map(function (field) { return field.name; }));
      try {
        build(asked);
      } catch (mistake) {
        return done(mistake);
      }
      withAlike(wantedBy(asked), function (error, wanted) {
        if (error) return done(error);
        postings(wanted, about.first, function (error, terms) {
          if (error) return done(error);
          var index = indexOf(terms, about, possible(asked, terms, about), asked.isNegated());
          done(null, index.query(function (own) { own.clauses = asked.clauses; }));
        });
      });
    });
  }

  // What results show of these reports, in their order; done(error, reports).
  function reports(refs, done) {
    search.directory(function (error, about) {
      if (error) return done(error);
      var names = refs.map(function (ref) { return "reports-" + Math.floor(ref / about.part); });
      search.files(names, function (error, parts) {
        if (error) return done(error);
        done(null, refs.map(function (ref, at) { return parts[at][ref % about.part]; }));
      });
    });
  }

  // The files with the places of these words, each beside the shard of its term; done(error, files by word).
  function wordFiles(words, done) {
    search.directory(function (error, about) {
      if (error) return done(error);
      var names = words.map(function (word) { return "words-" + shardOf(pipeline.runString(word)[0], about.first); });
      search.files(names, function (error, files) {
        if (error) return done(error);
        done(null, new Map(words.map(function (word, at) { return [word, files[at]]; })));
      });
    });
  }

  search.query = query;
  search.wordFiles = wordFiles;
  search.reports = reports;
})();
