// Reports that were found -> the list of results, some at a time.
(function () {
  "use strict";

  var root = document.currentScript.dataset.root || "";
  var PAGE = 10; // results shown at once: each lies in a file of its own as a rule
  var search = chronologySearch, words = search.words, add = search.add;

  var list = document.getElementById("results");
  var further = document.getElementById("further");

  // Text with what was found in <mark>.
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

  function addResult(result, report) {
    var item = add(list, "li");
    var link = add(add(item, "h2"), "a");
    link.href = root + report.href;
    addMarked(link, report.title, words.found(report.title, result.stems, result.phrases), 0, report.title.length);
    var meta = add(item, "p", "", "meta");
    [report.when, report.type, report.outlet].forEach(function (part) {
      if (part) { add(meta, "span", part); meta.append(" "); }
    });
    var spans = words.found(report.text, result.stems, result.phrases);
    var cut = words.stretch(report.text, spans);
    var snippet = add(item, "p");
    if (cut[0] > 0) snippet.append("… ");
    addMarked(snippet, report.text, spans, cut[0], cut[1]);
    if (cut[1] < report.text.length) snippet.append(" …");
  }

  function clear() {
    list.textContent = "";
    further.hidden = true;
  }

  // Shows the first of them in the place of what is there, then calls `done`; `isLatest` tells whether they are still
  // wanted.
  function show(results, isLatest, failed, done) {
    var shown = 0;
    function more(then) {
      var next = results.slice(shown, shown + PAGE);
      search.reports(next.map(function (result) { return result.ref; }), function (error, reports) {
        if (!isLatest()) return;
        if (error) return failed(error);
        if (!shown) clear();
        shown += next.length;
        var before = list.children.length;
        next.forEach(function (result, at) { addResult(result, reports[at]); });
        further.hidden = shown === results.length;
        then(list.children[before]);
      });
    }
    further.onclick = function () {
      more(function (first) { first.querySelector("a").focus(); });
    };
    more(done);
  }

  search.results = { show: show, clear: clear };
})();
