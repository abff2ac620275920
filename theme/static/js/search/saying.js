// What the search page says: its sentences, which stand in the page in the language of the site, and elements that
// hold text and nothing else, so that nothing in it can run.
(function () {
  "use strict";

  var sentences = JSON.parse(document.getElementById("status").dataset.sentences);
  var lang = document.documentElement.lang;

  function figure(number) {
    return number.toLocaleString(lang + "-u-nu-latn");
  }

  // A sentence, or the form of it that its number wants; `values` stand in it for {their names}.
  function say(name, values) {
    var sentence = sentences[name];
    if (typeof sentence === "object") {
      sentence = sentence[new Intl.PluralRules(lang).select(values.number)] || sentence.other;
    }
    return sentence.replace(/\{(\w+)\}/g, function (_, name) {
      return typeof values[name] === "number" ? figure(values[name]) : values[name];
    });
  }

  function add(parent, tag, text, name) {
    var element = document.createElement(tag);
    if (text) element.textContent = text;
    if (name) element.className = name;
    parent.appendChild(element);
    return element;
  }

  chronologySearch.say = say;
  chronologySearch.figure = figure;
  chronologySearch.add = add;
})();
