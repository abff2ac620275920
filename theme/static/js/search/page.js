// The search page: what is asked, by the form, the filters or the address -> results, and what is told of them.
(() => {
  "use strict";

  const WAIT = 250; // ms of quiet before a query is searched while it is typed
  const search = chronologySearch;

  const form = document.querySelector("form.find");
  const box = form.elements.q;
  const order = document.getElementById("_sort");
  const { title } = document;

  let asked = {};
  let asking = new AbortController(); // of what is asked; only the newest question is answered
  let timer = 0;

  const isAsked = () => asked.q || search.filters.used(asked).length > 0;
  const usualOrder = () => (asked.q ? "best" : "newest");

  // The sentence over the results: how many there are, and what of the question they answer.
  function sentence(told, found, fitting) {
    if (!found) return search.say("nothing", { query: asked.q });
    if (told === "all") return search.say(fitting ? "all" : "none", { number: fitting });
    if (!fitting) return search.say("unfit", { number: found, query: asked.q });
    return search.say(told, { number: fitting, query: asked.q });
  }

  // The results in the order that is asked for. Where each report stands in time is a file of its own; those from place
  // `dated` on are without any date, and stay at the end.
  async function sorted(results, by) {
    if (by === "best") return results;
    const { dated } = await search.directory();
    const [distances] = await search.files(["order"]);
    let place = 0;
    const places = distances.map((distance) => (place += distance));
    const direction = by === "newest" ? -1 : 1;
    const isUndated = ({ ref }) => places[ref] >= dated;
    return [...results].sort((a, b) => isUndated(a) - isUndated(b) || direction * (places[a.ref] - places[b.ref]));
  }

  // What is asked, in the form and in the title.
  function showAsked() {
    document.title = asked.q ? `${asked.q} – ${title}` : title;
    order.value = asked.sort || usualOrder();
    order.options[0].disabled = !asked.q;
  }

  // The reports that answer, what is chosen among them, and the counts beside them.
  async function showAnswer(signal) {
    const [{ told, results }, choice] = await Promise.all([search.answer(asked.q), search.filters.choose(asked)]);
    signal.throwIfAborted();
    search.panel.show({ asked, refs: results.map(({ ref }) => ref), choice, change, signal });
    if (!isAsked()) return;
    const fitting = results.filter(({ ref }) => choice.has(ref));
    const ordered = await sorted(fitting, asked.sort || usualOrder());
    signal.throwIfAborted();
    await search.results.show(ordered, signal);
    search.settle(sentence(told, results.length, fitting.length));
  }

  function ask() {
    asking.abort();
    asking = new AbortController();
    const { signal } = asking;
    showAsked();
    if (isAsked()) search.wait();
    else {
      search.results.clear();
      search.settle("");
    }
    search.attempt(signal, () => search.chosen.show(asked, change, signal));
    search.attempt(signal, () => showAnswer(signal));
  }

  // A change that a reader makes is a page of the history; letters on the way to a word are none.
  function change(changes, passing) {
    asked = { ...asked, ...changes };
    search.address.show(asked, !passing);
    ask();
  }

  function askWords(passing) {
    clearTimeout(timer);
    const words = box.value.trim();
    // Results that were put in an order stay in it; an order that only words have goes with them.
    change({ q: words, sort: words ? asked.sort : asked.sort.replace("best", "") }, passing);
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    askWords(false);
  });
  box.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(askWords, WAIT, true);
  });
  order.addEventListener("change", () => change({ sort: order.value === usualOrder() ? "" : order.value }));

  function read() {
    asked = search.address.read();
    box.value = asked.q;
    ask();
  }

  addEventListener("popstate", read);
  read();
  if (!isAsked()) box.focus();
})();
