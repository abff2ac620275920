// Arrows lead from the search box through the results and back, Escape back at once.
(() => {
  "use strict";

  const box = document.querySelector("form.find").elements.q;
  const results = document.getElementById("results");
  const panel = document.getElementById("filters");

  function step(by) {
    const links = [...results.querySelectorAll("h2 a")];
    const next = links.indexOf(document.activeElement) + by;
    if (next < 0) box.focus();
    else links[next]?.focus();
  }

  // Out of the results, or out of a filter, which closes; whether there was a way out.
  function leave(at) {
    if (results.contains(at)) {
      box.focus();
      return true;
    }
    const open = panel.contains(at) && at.closest("details[open]");
    const summary = open && open.querySelector("summary");
    if (!summary?.offsetParent) return false;
    open.open = false;
    summary.focus();
    return true;
  }

  document.addEventListener("keydown", (event) => {
    const at = document.activeElement;
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.defaultPrevented) return;
    if (event.key === "Escape") {
      if (leave(at)) event.preventDefault();
    } else if (by && (at === box || results.contains(at))) {
      step(by);
      event.preventDefault();
    }
  });
})();
