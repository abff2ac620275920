// What a reader has chosen -> the reports that fit, and how many there are under each value of a filter.
// A filter is cut into files by its values (plugins/chronology/search/filters.py), each row of which is
// [id, name, reports, reports that have it perhaps], a report told by its distance from the one before.
(() => {
  "use strict";

  const search = chronologySearch;
  // A report has one type, one source and mostly one year, so one of those chosen will do; of countries and actors it
  // has many, and all that are chosen are wanted.
  const WANTED = { year: "one", type: "one", country: "all", actor: "all", source: "one" };
  const NAMES = Object.keys(WANTED);
  const read = new Map(); // the values of each file

  function numbersOf(distances = []) {
    let at = 0;
    return distances.map((distance) => (at += distance));
  }

  function valuesOf(file, rows) {
    if (!read.has(file)) {
      read.set(file, rows.map(([id, name, reports, perhaps]) =>
        ({ id, name, reports: numbersOf(reports), perhaps: numbersOf(perhaps) })));
    }
    return read.get(file);
  }

  // The values in those files of a filter that may hold these ids, or in all of them.
  async function values(name, ids) {
    const first = (await search.directory()).filters[name];
    const mayHold = (number) => !ids || ids.some((id) => first[number] <= id && !(first[number + 1] <= id));
    const files = [...first.keys()].filter(mayHold).map((number) => `filter-${name}-${number}`);
    const found = await search.files(files);
    return found.flatMap((rows, at) => valuesOf(files[at], rows));
  }

  function isChosen(name, id, asked) {
    if (name !== "year") return asked[name].includes(id);
    return (!asked.from || asked.from <= id) && (!asked.to || id <= asked.to);
  }

  // The filters in which something is chosen.
  function used(asked) {
    return NAMES.filter((name) => (name === "year" ? asked.from || asked.to : asked[name].length));
  }

  // For each report whether it fits what is chosen in one filter.
  async function fitting(name, asked) {
    const { reports } = await search.directory();
    const found = await values(name, name === "year" ? null : asked[name]);
    const wanted = WANTED[name] === "all" ? asked[name].length : 1;
    const times = new Uint16Array(reports);
    for (const value of found) {
      if (isChosen(name, value.id, asked)) for (const ref of value.reports) times[ref] += 1;
    }
    return times.map((number) => number >= wanted);
  }

  // What is chosen, looked up once: `has(ref)` tells whether a report fits all of it, `hasBut(name, ref)` whether it
  // fits all but one filter.
  async function choose(asked) {
    const names = used(asked);
    const fits = await Promise.all(names.map((name) => fitting(name, asked)));
    const hasBut = (but, ref) => names.every((name, at) => name === but || fits[at][ref]);
    return { hasBut, has: (ref) => hasBut("", ref) };
  }

  // How many of the reports found there are, or would be, with each value of a filter, and how many `without` any.
  async function count(name, refs, choice) {
    const { reports } = await search.directory();
    const found = await values(name);
    const but = WANTED[name] === "one" ? name : "";
    const there = new Uint8Array(reports);
    for (const ref of refs) there[ref] = choice.hasBut(but, ref) ? 1 : 0;
    const among = (numbers) => numbers.reduce((sum, ref) => sum + there[ref], 0);
    const counted = found.map((value) =>
      ({ id: value.id, name: value.name, count: among(value.reports), perhaps: among(value.perhaps) }));
    for (const value of found) for (const ref of value.reports) there[ref] = 0;
    return { values: counted, without: there.reduce((sum, one) => sum + one, 0) };
  }

  // The names of values with these ids.
  async function named(name, ids) {
    const found = await values(name, ids);
    return ids.map((id) => found.find((value) => value.id === id)?.name ?? id);
  }

  search.filters = { NAMES, used, isChosen, choose, count, named };
})();
