// The filters beside the results: what fills them, once a reader sees them, and how much of it.
(() => {
  "use strict";

  const SHOWN = 10; // values of a filter shown at first
  const STEP = 30; // and how many more at a time
  const { attempt, choices, filters, say } = chronologySearch;

  const panel = document.getElementById("filters");
  const groups = [...panel.querySelectorAll("[data-filter]")];
  const wide = matchMedia("(width > 56rem)");
  let now = null; // what the page shows, as it is given to show()

  const byCount = (a, b) => b.count - a.count || (a.id < b.id ? -1 : 1);
  const byTime = (a, b) => (a.id < b.id ? 1 : -1);

  // The values that are shown: the most frequent, and whatever is chosen.
  function shownOf(group, values) {
    const name = group.dataset.filter;
    const most = Number(group.dataset.shown) || SHOWN;
    const isKept = (value) => value.chosen && name !== "year";
    const there = values
      .map((value) => ({ ...value, chosen: filters.isChosen(name, value.id, now.asked) }))
      .filter((value) => value.count || isKept(value))
      .sort(byCount);
    group.querySelector(".more").hidden = there.length <= most;
    const shown = there.filter((value, at) => at < most || isKept(value));
    return name === "year" ? shown.sort(byTime) : shown;
  }

  function draw(group, { values, without }) {
    const name = group.dataset.filter;
    const list = group.querySelector("ul");
    const focused = list.contains(document.activeElement) && document.activeElement.value;
    list.textContent = "";
    for (const value of shownOf(group, values)) {
      if (name === "year") choices.addYear(list, value, now.asked, now.change);
      else choices.addBox(list, value, name, now.asked, now.change);
    }
    for (const end of group.querySelectorAll("select")) choices.fillEnd(end, values, now.asked[end.name]);
    for (const control of list.querySelectorAll("input, button")) if (control.value === focused) control.focus();
    group.querySelector(".without").textContent = without ? say("without", { number: without }) : "";
  }

  // Counts under the values of a filter, where a reader sees them.
  async function fill(group) {
    if (!now || !panel.open || !group.open) return;
    const { refs, choice, signal } = now;
    await attempt(signal, async () => {
      const counted = await filters.count(group.dataset.filter, refs, choice);
      signal.throwIfAborted();
      draw(group, counted);
    });
  }

  function fillAll() {
    for (const group of groups) fill(group);
  }

  async function more(group) {
    const list = group.querySelector("ul");
    const before = list.children.length;
    group.dataset.shown = before + STEP;
    await fill(group);
    list.children[before]?.querySelector("input, button").focus();
  }

  for (const group of groups) {
    group.addEventListener("toggle", () => fill(group));
    group.querySelector(".more").addEventListener("click", () => more(group));
    for (const end of group.querySelectorAll("select")) {
      end.addEventListener("change", () => now.change(choices.spanWith(end, now.asked)));
    }
  }

  // Beside the results the filters stand open; above them they are opened.
  function fold() {
    panel.open = wide.matches;
  }

  panel.addEventListener("toggle", fillAll);
  wide.addEventListener("change", fold);
  fold();

  // Counts for what is shown now: what is `asked`, the numbers `refs` of the reports found and the `choice` among them;
  // `change` is called with what a reader chooses, and `signal` tells that something else is asked.
  function show(shown) {
    now = shown;
    fillAll();
  }

  chronologySearch.panel = { show };
})();
