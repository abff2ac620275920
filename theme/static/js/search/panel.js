// The filters beside the results: the values of each, with the number of reports under them, to be chosen.
(function () {
  "use strict";

  var SHOWN = 10, STEP = 30; // values of a filter shown at first, and how many more at a time
  var search = chronologySearch, add = search.add, say = search.say;

  var panel = document.getElementById("filters");
  var groups = Array.from(panel.querySelectorAll("[data-filter]"));
  var wide = matchMedia("(width > 56rem)");
  var now = null; // what the page shows: what is asked, the numbers of the reports found, the choice among them
  var change = null; // called with what a reader chooses

  function addCount(parent, value) {
    parent.append(" ");
    var number = add(parent, "span", search.figure(value.count), "n");
    if (!value.perhaps) return;
    number.append(" ");
    add(number, "small", say("perhaps", { number: value.perhaps }));
  }

  function addChoice(list, name, value) {
    var label = add(add(list, "li"), "label");
    var box = add(label, "input");
    box.type = "checkbox";
    box.value = value.id;
    box.checked = value.chosen;
    label.append(" ");
    add(label, "bdi", value.name);
    addCount(label, value);
    box.addEventListener("change", function () {
      var ids = now.asked[name].filter(function (id) { return id !== value.id; }), chosen = {};
      chosen[name] = box.checked ? ids.concat(value.id) : ids;
      change(chosen);
    });
  }

  // A year is a span that begins and ends with it; pressed again, it is none.
  function addYear(list, year) {
    var isOn = now.asked.from === year.id && now.asked.to === year.id;
    var button = add(add(list, "li"), "button", "", "plain");
    button.type = "button";
    button.value = year.id;
    button.setAttribute("aria-pressed", isOn);
    add(button, "span", year.name);
    addCount(button, year);
    button.addEventListener("click", function () {
      change(isOn ? { from: "", to: "" } : { from: year.id, to: year.id });
    });
  }

  // The ends of a span of time, to be chosen among all years.
  function fillSpan(group, years) {
    ["from", "to"].forEach(function (end) {
      var select = group.querySelector("[name=" + end + "]"), at = now.asked[end];
      var ids = years.map(function (year) { return year.id; });
      select.replaceChildren(select.options[0]);
      ids.concat(at && ids.indexOf(at) < 0 ? at : []).sort().reverse().forEach(function (id) {
        add(select, "option", String(Number(id))).value = id;
      });
      select.value = at;
    });
  }

  function byCount(a, b) {
    return b.count - a.count || (a.id < b.id ? -1 : 1);
  }

  function byTime(a, b) {
    return a.id < b.id ? 1 : -1;
  }

  // The values that are shown: the most frequent, and whatever is chosen.
  function shownOf(group, values) {
    var isYear = group.dataset.filter === "year", most = Number(group.dataset.shown) || SHOWN;
    values.forEach(function (value) {
      value.chosen = search.filters.isChosen(group.dataset.filter, value.id, now.asked);
    });
    var there = values.filter(function (value) {
      return value.count || (value.chosen && !isYear);
    }).sort(byCount);
    group.querySelector(".more").hidden = there.length <= most;
    var shown = there.filter(function (value, at) { return at < most || (value.chosen && !isYear); });
    return isYear ? shown.sort(byTime) : shown;
  }

  function draw(group, values, without) {
    var name = group.dataset.filter, list = group.querySelector("ul");
    var focused = list.contains(document.activeElement) ? document.activeElement.value : "";
    var shown = shownOf(group, values);
    if (name === "year") fillSpan(group, values);
    list.textContent = "";
    shown.forEach(function (value) {
      if (name === "year") addYear(list, value); else addChoice(list, name, value);
    });
    list.querySelectorAll("input, button").forEach(function (control) {
      if (control.value === focused) control.focus();
    });
    group.querySelector(".without").textContent = without ? say("without", { number: without }) : "";
  }

  // Counts under the values of a filter, where a reader sees them; then `done`, if it is given.
  function fill(group, done) {
    if (!now || !panel.open || !group.open) return;
    var here = now;
    search.filters.count(group.dataset.filter, now.refs, now.choice, function (error, values, without) {
      if (here !== now) return;
      if (error) return now.failed(error);
      draw(group, values, without);
      if (done) done();
    });
  }

  function fillAll() {
    groups.forEach(function (group) { fill(group); });
  }

  function more(group) {
    var list = group.querySelector("ul"), before = list.children.length;
    group.dataset.shown = before + STEP;
    fill(group, function () {
      var next = list.children[before];
      if (next) next.querySelector("input, button").focus();
    });
  }

  groups.forEach(function (group) {
    group.addEventListener("toggle", function () { fill(group); });
    group.querySelector(".more").addEventListener("click", function () { more(group); });
    group.querySelectorAll("select").forEach(function (select) {
      select.addEventListener("change", function () {
        var chosen = { from: now.asked.from, to: now.asked.to };
        chosen[select.name] = select.value;
        // A span that would end before it begins is the year that was chosen last.
        if (chosen.from && chosen.to && chosen.from > chosen.to) chosen.from = chosen.to = select.value;
        change(chosen);
      });
    });
  });

  // Beside the results the filters stand open; above them they are opened.
  function fold() {
    panel.open = wide.matches;
  }

  panel.addEventListener("toggle", fillAll);
  wide.addEventListener("change", fold);
  fold();

  // Counts for what the page shows now; `back` is called with each change that a reader makes.
  function show(asked, refs, choice, back, failed) {
    now = { asked: asked, refs: refs, choice: choice, failed: failed };
    change = back;
    fillAll();
  }

  search.panel = { show: show };
})();
