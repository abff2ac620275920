// The address of the search page <-> what is asked: search.html?q=talks&type=attack&from=2015&to=2016&sort=newest
(() => {
  "use strict";

  const MANY = ["type", "country", "actor", "source"]; // each as often as values are chosen
  const ORDERS = ["best", "newest", "oldest"];

  const yearOf = (text) => (/^\d{4}$/.test(text) ? text : "");

  function read() {
    const given = new URLSearchParams(location.search);
    const asked = {
      q: (given.get("q") ?? "").trim(),
      from: yearOf(given.get("from")),
      to: yearOf(given.get("to")),
      sort: ORDERS.find((order) => order === given.get("sort")) ?? "",
    };
    for (const name of MANY) {
      const ids = given.getAll(name).map((id) => id.toLowerCase());
      asked[name] = [...new Set(ids.filter(Boolean))];
    }
    return asked;
  }

  function write(asked) {
    const made = new URLSearchParams();
    if (asked.q) made.set("q", asked.q);
    for (const name of MANY) for (const id of asked[name]) made.append(name, id);
    for (const name of ["from", "to", "sort"]) if (asked[name]) made.set(name, asked[name]);
    return made.toString();
  }

  // Shows in the address what is asked: as a further page of the history, or in the place of this one. A browser may
  // refuse; the search goes on without.
  function show(asked, further) {
    const query = write(asked);
    if (query === new URLSearchParams(location.search).toString()) return;
    try {
      history[further ? "pushState" : "replaceState"](null, "", query ? `?${query}` : location.pathname);
    } catch {
      // Nothing of the search hangs on it.
    }
  }

  chronologySearch.address = { read, show };
})();
