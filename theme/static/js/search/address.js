// The address of the search page <-> what is asked: search.html?q=talks&type=attack&from=2015&to=2016&sort=newest
(function () {
  "use strict";

  var MANY = ["type", "country", "actor", "source"]; // each as often as values are chosen
  var ORDERS = ["best", "newest", "oldest"];

  function yearOf(text) {
    return /^\d{4}$/.test(text || "") ? text : "";
  }

  function read() {
    var given = new URLSearchParams(location.search);
    var asked = { q: (given.get("q") || "").trim(), from: yearOf(given.get("from")), to: yearOf(given.get("to")) };
    MANY.forEach(function (name) {
      var ids = given.getAll(name).map(function (id) { return id.toLowerCase(); });
      asked[name] = ids.filter(function (id, at) { return id && ids.indexOf(id) === at; });
    });
    asked.sort = ORDERS.indexOf(given.get("sort")) < 0 ? "" : given.get("sort");
    return asked;
  }

  function write(asked) {
    var made = new URLSearchParams();
    if (asked.q) made.set("q", asked.q);
    MANY.forEach(function (name) {
      asked[name].forEach(function (id) { made.append(name, id); });
    });
    ["from", "to", "sort"].forEach(function (name) {
      if (asked[name]) made.set(name, asked[name]);
    });
    return made.toString();
  }

  // Shows in the address what is asked: as a further page of the history, or in the place of this one. A browser may
  // refuse; the search goes on without.
  function show(asked, further) {
    var query = write(asked);
    if (query === new URLSearchParams(location.search).toString()) return;
    try {
      history[further ? "pushState" : "replaceState"](null, "", query ? "?" + query : location.pathname);
    } catch (error) { /* nothing of the search hangs on it */ }
  }

  chronologySearch.address = { read: read, show: show };
})();
