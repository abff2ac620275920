// The rows of a table -> in the order of one of its columns: by date, by number or by name. Loaded by tables.js at the
// first press on a heading.
(() => {
  "use strict";

  const DAY = 864e5;
  const EDTF = /^(\d{4}|\d{3}X|\d\dXX)(?:-W(\d\d)|-(\d\d|XX)(?:-(\d\d|XX)(?:T[\d:]+(?:Z|[+-]\d\d:\d\d)?)?)?)?[?~%]?$/;
  const OPEN = /^(\.\.)?$/;

  const midnight = (year, month, day) => new Date(0).setUTCFullYear(year, month - 1, day);

  // The first and the last day that one point of an EDTF date may mean.
  function days(text) {
    const found = EDTF.exec(text);
    if (!found) return null;
    const from = +found[1].replace(/X/g, "0");
    const to = +found[1].replace(/X/g, "9");
    const month = +found[3];
    const day = +found[4];
    if (found[2]) {
      const fourth = midnight(from, 1, 4); // is always in the first week
      const monday = fourth + (7 * (found[2] - 1) - (new Date(fourth).getUTCDay() + 6) % 7) * DAY;
      return [monday, monday + 6 * DAY];
    }
    if (!month) return [midnight(from, 1, 1), midnight(to, 12, 31)];
    if (day) return [midnight(from, month, day), midnight(from, month, day)];
    const begins = month > 32 ? 3 * (month - 33) + 1 : month > 20 ? 3 * (month - 20) : month;
    const ends = month > 20 ? begins + 2 : begins;
    return [midnight(from, begins, 1), midnight(from, ends + 1, 0)];
  }

  // Where a date stands in time, as in the chronology: by its first day, an open beginning by its last.
  function moment(text) {
    const ends = text.split("/");
    const first = days(ends[0]);
    const last = days(ends[ends.length - 1]);
    if (ends.length === 1) return first;
    if (ends.length > 2 || !(first || OPEN.test(ends[0])) || !(last || OPEN.test(ends[1]))) return null;
    if (!first) return last && [last[1], last[1]];
    return [first[0], last ? last[1] : Infinity];
  }

  // A reader of numbers as a language writes them, in its digits or in ours.
  function numbers(lang) {
    const format = new Intl.NumberFormat(lang, { useGrouping: false });
    const sign = {};
    for (const part of new Intl.NumberFormat(lang).formatToParts(-12345.6)) sign[part.type] = part.value;
    const digits = {};
    for (let digit = 0; digit < 10; digit += 1) digits[format.format(digit)] = digit;
    return (text) => {
      const plain = text
        .replace(/[\s\u061c\u200e\u200f]/g, "")
        .replace(/^[≈~<>=≤≥]+|\p{Sc}|%$/gu, "")
        .replace(/−/g, "-")
        .split((sign.group || "").trim())
        .join("")
        .replace(sign.decimal, ".")
        .replace(/\p{Nd}/gu, (digit) => digits[digit] ?? digit);
      return /^[+-]?\d+(\.\d+)?$/.test(plain) ? +plain : null;
    };
  }

  // What a cell says, for a program: a theme may state it.
  function text(cell) {
    const time = cell.querySelector("time[datetime]");
    return cell.dataset.sort || (time ? time.dateTime : cell.textContent.trim());
  }

  // How a column is read and compared: as dates, as numbers, or else as names, each only if all of it is such.
  function order(texts, lang) {
    const full = texts.filter(Boolean);
    const number = numbers(lang);
    // Two open ends differ by NaN.
    if (full.every(moment)) return { read: moment, compare: (a, b) => a[0] - b[0] || a[1] - b[1] || 0 };
    if (full.every((one) => number(one) !== null)) return { read: number, compare: (a, b) => a - b };
    return { read: String, compare: new Intl.Collator(lang, { numeric: true }).compare };
  }

  // The rows with the values of a column, in the order of the page where these are alike; an empty cell comes last.
  window.chronologySorted = (rows, column, direction, lang) => {
    const texts = rows.map((row) => text(row.cells[column]));
    const by = order(texts, lang);
    return rows
      .map((row, at) => ({ row, value: texts[at] ? by.read(texts[at]) : null }))
      .sort((a, b) => {
        if (a.value === null || b.value === null) return (a.value === null) - (b.value === null);
        return direction * by.compare(a.value, b.value);
      })
      .map((one) => one.row);
  };
})();
