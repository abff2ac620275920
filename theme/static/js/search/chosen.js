// What is chosen in the filters -> a chip for each, which takes it away.
(() => {
  "use strict";

  const { add, filters, say } = chronologySearch;
  const list = document.getElementById("chosen");
  const status = document.getElementById("status");

  function span({ from, to }) {
    const years = { from: String(Number(from)), to: String(Number(to)) };
    if (from === to) return years.from;
    return say(!to ? "since" : from ? "between" : "until", years);
  }

  // What is chosen in a filter, as pairs of a text and what is asked without it.
  async function chips(name, asked) {
    if (name === "year") return [[span(asked), { from: "", to: "" }]];
    const texts = await filters.named(name, asked[name]);
    return asked[name].map((id, at) => [texts[at], { [name]: asked[name].filter((other) => other !== id) }]);
  }

  function addChip(text, without, change) {
    const button = add(add(list, "li"), "button");
    button.type = "button";
    add(button, "span", `${say("remove")} `, "vh");
    add(button, "bdi", text);
    add(button, "span", " ×").setAttribute("aria-hidden", "true");
    button.addEventListener("click", () => {
      status.focus(); // which tells what is there now
      change(without);
    });
  }

  async function show(asked, change, signal) {
    const pairs = await Promise.all(filters.used(asked).map((name) => chips(name, asked)));
    signal.throwIfAborted();
    list.textContent = "";
    list.hidden = !pairs.length;
    for (const [text, without] of pairs.flat()) addChip(text, without, change);
  }

  chronologySearch.chosen = { show };
})();
