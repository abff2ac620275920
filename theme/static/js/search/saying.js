// What the search page says: its sentences, which stand in the page in the language of the site, the one of them over
// the results, and elements that hold text and nothing else, so that nothing in it can run.
(() => {
  "use strict";

  const search = chronologySearch;
  const status = document.getElementById("status");
  const results = document.getElementById("results");
  const sentences = JSON.parse(status.dataset.sentences);
  const { lang } = document.documentElement;

  const figure = (number) => number.toLocaleString(`${lang}-u-nu-latn`);

  // A sentence, or the form of it that its number wants; `values` stand in it for {their names}.
  function say(name, values) {
    const known = sentences[name];
    const form = () => known[new Intl.PluralRules(lang).select(values.number)] || known.other;
    const sentence = typeof known === "string" ? known : form();
    return sentence.replace(/\{(\w+)\}/g, (_, key) =>
      typeof values[key] === "number" ? figure(values[key]) : values[key]);
  }

  // Says that an answer is on its way, unless an older one is there to be read.
  function wait() {
    results.setAttribute("aria-busy", "true");
    if (!results.children.length) status.textContent = say("loading");
  }

  // Says what has become of the question.
  function settle(sentence) {
    results.setAttribute("aria-busy", "false");
    status.textContent = sentence;
  }

  // Does a part of what answers a question, unless `signal` tells that another one is asked; says what is missing.
  async function attempt(signal, part) {
    try {
      await part();
    } catch (error) {
      if (error === signal.reason) return;
      if (!(error instanceof search.Missing)) throw error;
      if (!signal.aborted) settle(say("failed"));
    }
  }

  function add(parent, tag, text = "", name = "") {
    const element = document.createElement(tag);
    if (text) element.textContent = text;
    if (name) element.className = name;
    parent.append(element);
    return element;
  }

  Object.assign(search, { figure, say, wait, settle, attempt, add });
})();
