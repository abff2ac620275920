// The search page: what is asked, by the form, the filters or the address -> results, and what is told of them.
(function () {
  "use strict";

  var WAIT = 250; // ms of quiet before a query is searched while it is typed
  var search = chronologySearch;

  var form = document.querySelector("form.find");
  var box = form.elements.q;
  var order = document.getElementById("_sort");
  var status = document.getElementById("status");
  var results = document.getElementById("results");
  var title = document.title;

  var asked = search.address.read();
  var latest = 0;

  function isAsked() {
    return asked.q || asked.from || asked.to || search.filters.names.some(function (name) {
      return name !== "year" && asked[name].length;
    });
  }

  function settle(sentence) {
    results.setAttribute("aria-busy", "false");
    status.textContent = sentence;
  }

  function failed() {
    settle(search.say("failed"));
  }

  // The sentence over the results: how many there are, and what of the question they answer.
  function told(how, found, fitting) {
    if (!found) return search.say("nothing", { query: asked.q });
    if (how === "all") return search.say(fitting ? "all" : "none", { number: fitting });
    if (!fitting) return search.say("unfit", { number: found, query: asked.q });
    return search.say(how, { number: fitting, query: asked.q });
  }

  // Reports are numbered in order of time, those without any date at the end; there they stay.
  function sorted(found, dated) {
    var by = order.value || (asked.q ? "best" : "newest");
    if (by === "best") return found;
    return found.slice().sort(function (a, b) {
      var undated = (a.ref >= dated) - (b.ref >= dated);
      return undated || (by === "newest" ? b.ref - a.ref : a.ref - b.ref);
    });
  }

  // The reports that answer, what is chosen among them, and the directory of the index; done(error, all three).
  function lookUp(done) {
    search.together([
      search.answer.bind(null, asked.q), search.filters.choose.bind(null, asked), search.directory
    ], done);
  }

  function run() {
    var mine = ++latest;
    function isLatest() { return mine === latest; }
    document.title = asked.q ? asked.q + " – " + title : title;
    order.value = asked.sort || (asked.q ? "best" : "newest");
    order.options[0].disabled = !asked.q;
    search.chosen.show(asked, isLatest, change, failed);
    results.setAttribute("aria-busy", "true");
    if (!isAsked()) {
      search.results.clear();
      settle("");
    } else if (!results.children.length) status.textContent = search.say("loading");
    lookUp(function (error, all) {
      if (!isLatest()) return;
      if (error) return failed();
      var found = all[0].results, choice = all[1], dated = all[2].dated;
      var refs = found.map(function (result) { return result.ref; });
      search.panel.show(asked, refs, choice, change, failed);
      if (!isAsked()) return;
      var fitting = found.filter(function (result) { return choice.has(result.ref); });
      search.results.show(sorted(fitting, dated), isLatest, failed, function () {
        settle(told(all[0].told, found.length, fitting.length));
      });
    });
  }

  // A change that a reader makes is a page of the history; letters on the way to a word are none.
  function change(changes, passing) {
    asked = Object.assign({}, asked, changes);
    search.address.show(asked, !passing);
    run();
  }

  var timer = 0;

  function askWords(passing) {
    clearTimeout(timer);
    var words = box.value.trim();
    // Results that were put in an order stay in it; an order that only words have goes with them.
    change({ q: words, sort: words ? asked.sort : asked.sort.replace("best", "") }, passing);
  }

  form.addEventListener("submit", function (event) {
    event.preventDefault();
    askWords(false);
  });
  box.addEventListener("input", function () {
    clearTimeout(timer);
    timer = setTimeout(askWords, WAIT, true);
  });
  order.addEventListener("change", function () {
    change({ sort: order.value === (asked.q ? "best" : "newest") ? "" : order.value });
  });

  function read() {
    asked = search.address.read();
    box.value = asked.q;
    run();
  }

  addEventListener("popstate", read);
  read();
  if (!isAsked()) box.focus();
})();
