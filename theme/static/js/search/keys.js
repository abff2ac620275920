// Arrows lead from the search box through the results and back, Escape back at once.
(function () {
  "use strict";

  var box = document.querySelector("form.find").elements.q;
  var results = document.getElementById("results");
  var panel = document.getElementById("filters");

  function step(by) {
    var links = Array.from(results.querySelectorAll("h2 a"));
    var next = links.indexOf(document.activeElement) + by;
    if (next < 0) box.focus();
    else if (links[next]) links[next].focus();
  }

  function escape(at) {
    if (results.contains(at)) box.focus();
    else if (panel.contains(at)) {
      var open = at.closest("details[open]");
      var summary = open && open.querySelector("summary");
      if (!summary || !summary.offsetParent) return false;
      open.open = false;
      summary.focus();
    } else return false;
    return true;
  }

  document.addEventListener("keydown", function (event) {
    var at = document.activeElement, done = false;
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.defaultPrevented) return;
    if (event.key === "Escape") done = escape(at);
    else if (at === box || results.contains(at)) {
      done = event.key === "ArrowDown" || event.key === "ArrowUp";
      if (done) step(event.key === "ArrowDown" ? 1 : -1);
    }
    if (done) event.preventDefault();
  });
})();
