// What a reader asks for -> results on the search page. shards.js knows where the index is and what it is cut into.
(function () {
  "use strict";

  var root = document.currentScript.dataset.root || "";
  var PAGE = 10; // results shown at once: each lies in a file of its own as a rule
  var WAIT = 250; // ms of quiet before a query is searched while it is typed
  var SNIPPET = 260; // characters of a report's text under its title

  var form = document.querySelector("form.find");
  var box = form.elements.q;
  var status = document.getElementById("status");
  var list = document.getElementById("results");
  var further = document.getElementById("further");
  var title = document.title;

  // What it says, in the language of the page: a sentence, or one for each form that numbers have.
  var sentences = JSON.parse(status.dataset.sentences);
  var lang = document.documentElement.lang;

  function say(name, query, number) {
    var sentence = sentences[name];
    if (typeof sentence === "object") {
      sentence = sentence[new Intl.PluralRules(lang).select(number)] || sentence.other;
    }
    var values = { number: (number || 0).toLocaleString(lang + "-u-nu-latn"), query: query };
    return sentence.replace(/\{(\w+)\}/g, function (_, value) { return values[value]; });
  }

  // Words ------------------------------------------------------------------------------------

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

  function stem(word) {
    return lunr.stemmer(new lunr.Token(word)).toString();
  }

  // Where words stand whose stem was found: start, end and stem. Words are cut as lunr cuts them.
  function found(text, stems) {
    var folded = foldedWithPlaces(text), spans = [], word;
    var words = /[^\s-]+/g;
    while ((word = words.exec(folded.text))) {
      var before = /^[^\p{L}\p{N}_]*/u.exec(word[0])[0].length;
      var bare = word[0].slice(before).replace(/[^\p{L}\p{N}_]+$/u, "");
      var base = stem(bare), start = word.index + before;
      if (bare && stems.has(base)) {
        spans.push([folded.places[start], folded.places[start + bare.length], base]);
      }
    }
    return spans;
  }

  // Query ------------------------------------------------------------------------------------

  function plainWords(query) {
    return query.toLowerCase().split(/[\s-]+/).map(function (word) {
      return word.replace(/^[^\p{L}\p{N}_]+|[^\p{L}\p{N}_]+$/gu, "");
    }).filter(function (word) {
      return word && lunr.stopWordFilter(word);
    });
  }

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
    var query = fold(text), words = plainWords(query);
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

  // The first of the ways that finds something; done(error, results, told).
  function answer(left, done) {
    if (!left.length) return done(null, [], "nothing");
    chronologySearch.query(left[0].build, function (error, results) {
      // What lunr cannot read as a query is taken for plain words.
      if (error && !(error instanceof lunr.QueryParseError)) return done(error);
      if (!error && (results.length || left[0].last)) return done(null, results, left[0].told);
      answer(left.slice(1), done);
    });
  }

  // Page -------------------------------------------------------------------------------------

  function add(parent, tag, text, name) {
    var element = document.createElement(tag);
    if (text) element.textContent = text;
    if (name) element.className = name;
    parent.appendChild(element);
    return element;
  }

  // Text with what was found in <mark>; always as text, so that nothing in it can run.
  function addMarked(parent, text, spans, from, to) {
    var at = from;
    spans.forEach(function (span) {
      if (span[0] < at || span[1] > to) return;
      parent.append(text.slice(at, span[0]));
      add(parent, "mark", text.slice(span[0], span[1]));
      at = span[1];
    });
    parent.append(text.slice(at, to));
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

  function addResult(result, report) {
    var stems = new Set(Object.keys(result.matchData.metadata));
    var item = add(list, "li");
    var link = add(add(item, "h2"), "a");
    link.href = root + report.href;
    addMarked(link, report.title, found(report.title, stems), 0, report.title.length);
    var meta = add(item, "p", "", "meta");
    [report.when, report.type, report.outlet].forEach(function (part) {
      if (part) { add(meta, "span", part); meta.append(" "); }
    });
    var spans = found(report.text, stems);
    var cut = stretch(report.text, spans);
    var snippet = add(item, "p");
    if (cut[0] > 0) snippet.append("… ");
    addMarked(snippet, report.text, spans, cut[0], cut[1]);
    if (cut[1] < report.text.length) snippet.append(" …");
  }

  function failed() {
    status.textContent = say("failed");
  }

  function show(results, told, query, isLatest) {
    var shown = 0;
    function more(done) {
      var next = results.slice(shown, shown + PAGE);
      chronologySearch.reports(next.map(function (result) { return result.ref; }), function (error, reports) {
        if (!isLatest()) return;
        if (error) return failed();
        if (!shown) list.textContent = "";
        shown += next.length;
        var first = list.children.length;
        next.forEach(function (result, at) { addResult(result, reports[at]); });
        further.hidden = shown === results.length;
        done(list.children[first]);
      });
    }
    status.textContent = say(results.length ? told : "nothing", query, results.length);
    further.onclick = function () {
      more(function (first) { first.querySelector("a").focus(); });
    };
    more(function () {});
  }

  var latest = 0;

  function search() {
    var query = box.value.trim(), mine = ++latest;
    document.title = query ? query + " – " + title : title;
    try {
      history.replaceState(null, "", query ? "?q=" + encodeURIComponent(query) : location.pathname);
    } catch (error) { /* an address that cannot be changed can still be searched from */ }
    if (!query) {
      list.textContent = status.textContent = "";
      further.hidden = true;
      return;
    }
    if (!list.children.length) status.textContent = say("loading");
    answer(ways(query), function (error, results, told) {
      if (mine !== latest) return;
      if (error) return failed();
      show(results, told, query, function () { return mine === latest; });
    });
  }

  var timer = 0;
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    clearTimeout(timer);
    search();
  });
  box.addEventListener("input", function () {
    clearTimeout(timer);
    timer = setTimeout(search, WAIT);
  });

  box.value = new URLSearchParams(location.search).get("q") || "";
  if (box.value) search();
  else box.focus();
})();
