// Reports that were found -> the list of results, some at a time.
(() => {
  "use strict";

  const PAGE = 10; // results shown at once: each lies in a file of its own as a rule
  const { root = "" } = document.currentScript.dataset;
  const search = chronologySearch;
  const { add, marks } = search;

  const list = document.getElementById("results");
  const further = document.getElementById("further");

  // What is shown of these results.
  async function reportsOf(results) {
    const { part } = await search.directory();
    const parts = await search.files(results.map(({ ref }) => `reports-${Math.floor(ref / part)}`));
    return results.map(({ ref }, at) => parts[at][ref % part]);
  }

  function addResult(result, report) {
    const item = add(list, "li");
    const link = add(add(item, "h2"), "a");
    link.href = root + report.href;
    marks.addText(link, report.title, result);
    const meta = add(item, "p", "", "meta");
    for (const part of [report.when, report.type, report.outlet].filter(Boolean)) {
      add(meta, "span", part);
      meta.append(" ");
    }
    marks.addExcerpt(add(item, "p"), report.text, result);
  }

  function clear() {
    list.textContent = "";
    further.hidden = true;
  }

  // Shows the first of them in the place of what is there, and the others when the reader asks for more.
  async function show(results, signal) {
    async function showFrom(start) {
      const next = results.slice(start, start + PAGE);
      const reports = await reportsOf(next);
      signal.throwIfAborted();
      if (!start) clear();
      else if (list.children.length > start) return; // the reader pressed twice
      next.forEach((result, at) => addResult(result, reports[at]));
      further.hidden = list.children.length === results.length;
    }

    further.onclick = () => search.attempt(signal, async () => {
      const start = list.children.length;
      await showFrom(start);
      list.children[start].querySelector("a").focus();
    });
    await showFrom(0);
  }

  search.results = { show, clear };
})();
