// The values of a filter, with the number of reports under each -> what a reader chooses them by.
(() => {
  "use strict";

  const { add, figure, say } = chronologySearch;

  function addCount(parent, { count, perhaps }) {
    parent.append(" ");
    const number = add(parent, "span", figure(count), "n");
    if (!perhaps) return;
    number.append(" ");
    add(number, "small", say("perhaps", { number: perhaps }));
  }

  // A value among others: chosen with them, or no more.
  function addBox(list, value, name, asked, change) {
    const label = add(add(list, "li"), "label");
    const box = add(label, "input");
    box.type = "checkbox";
    box.value = value.id;
    box.checked = value.chosen;
    label.append(" ");
    add(label, "bdi", value.name);
    addCount(label, value);
    box.addEventListener("change", () => {
      const others = asked[name].filter((id) => id !== value.id);
      change({ [name]: box.checked ? [...others, value.id] : others });
    });
  }

  // A year is a span that begins and ends with it; pressed again, it is none.
  function addYear(list, year, asked, change) {
    const isOn = asked.from === year.id && asked.to === year.id;
    const button = add(add(list, "li"), "button", "", "plain");
    button.type = "button";
    button.value = year.id;
    button.setAttribute("aria-pressed", isOn);
    add(button, "span", year.name);
    addCount(button, year);
    button.addEventListener("click", () => change(isOn ? { from: "", to: "" } : { from: year.id, to: year.id }));
  }

  // One end of a span of time, to be chosen among all years and what is chosen by now.
  function fillEnd(select, years, chosen) {
    const ids = new Set(years.map(({ id }) => id));
    if (chosen) ids.add(chosen);
    select.replaceChildren(select.options[0]);
    for (const id of [...ids].sort().reverse()) add(select, "option", String(Number(id))).value = id;
    select.value = chosen;
  }

  // What is asked once an end of the span is chosen; a span that would end before it begins is the year chosen last.
  function spanWith({ name, value }, { from, to }) {
    const span = { from, to, [name]: value };
    return span.from && span.to && span.from > span.to ? { from: value, to: value } : span;
  }

  chronologySearch.choices = { addBox, addYear, fillEnd, spanWith };
})();
