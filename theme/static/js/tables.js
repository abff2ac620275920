// A table's headings -> buttons that sort it: up, down, and back to the order of the page. What it has to say stands in
// the attributes of its <script>.
(() => {
  "use strict";

  const own = document.currentScript;
  const main = document.getElementById("_main");
  const status = document.createElement("p");
  let ordering;

  // Few readers sort, so how rows are put in order is loaded when the first one asks.
  function orderLoaded() {
    ordering ??= new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = new URL("order.js", own.src);
      script.onload = resolve;
      script.onerror = reject;
      document.head.append(script);
    });
    return ordering;
  }

  function sortable(table) {
    const body = table.tBodies[0];
    const rows = body ? [...body.rows] : [];
    const plain = table.tHead && table.tBodies.length === 1 && !table.querySelector("[rowspan], [colspan]");
    if (!plain || rows.length < 3) return;
    const lang = table.closest("[lang]").lang;
    const headings = [...table.tHead.querySelectorAll("th")];

    async function sort(heading) {
      await orderLoaded();
      const was = heading.getAttribute("aria-sort");
      const next = was === "ascending" ? "descending" : was ? "" : "ascending";
      for (const other of headings) other.removeAttribute("aria-sort");
      if (next) heading.setAttribute("aria-sort", next);
      const direction = next === "descending" ? -1 : 1;
      body.append(...(next ? chronologySorted(rows, heading.cellIndex, direction, lang) : rows));
      status.textContent = (own.dataset[next] || own.dataset.first).replace("{column}", heading.textContent.trim());
    }

    for (const heading of headings) {
      const told = rows.some((row) => row.cells[heading.cellIndex]?.textContent.trim());
      if (!heading.textContent.trim() || !told) continue;
      const button = document.createElement("button");
      button.className = "sort";
      button.type = "button";
      button.append(...heading.childNodes);
      heading.append(button);
      button.addEventListener("click", () => sort(heading));
    }
  }

  status.className = "vh";
  status.setAttribute("role", "status");
  main.append(status);
  for (const table of main.querySelectorAll("table")) sortable(table);
})();
