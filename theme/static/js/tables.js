// A table's headings -> buttons that sort it: up, down, and back to the order of the page. What it has to say stands in
// the attributes of its <script>.
(function () {
  "use strict";

  var words = document.currentScript.dataset;
  var main = document.getElementById("_main");
  var status = document.createElement("p");
  var DAY = 864e5;
  var EDTF = /^(\d{4}|\d{3}X|\d\dXX)(?:-W(\d\d)|-(\d\d|XX)(?:-(\d\d|XX)(?:T[\d:]+(?:Z|[+-]\d\d:\d\d)?)?)?)?[?~%]?$/;
  var OPEN = /^(\.\.)?$/;

  function list(found) {
    return Array.prototype.slice.call(found);
  }

  function midnight(year, month, day) {
    return new Date(0).setUTCFullYear(year, month - 1, day);
  }

  // The first and the last day that one point of an EDTF date may mean.
  function days(text) {
    var found = EDTF.exec(text);
    if (!found) return null;
    var from = +found[1].replace(/X/g, "0");
    var to = +found[1].replace(/X/g, "9");
    var month = +found[3];
    var day = +found[4];
    if (found[2]) {
      var fourth = midnight(from, 1, 4); // is always in the first week
      var monday = fourth + (7 * (found[2] - 1) - (new Date(fourth).getUTCDay() + 6) % 7) * DAY;
      return [monday, monday + 6 * DAY];
    }
    if (!month) return [midnight(from, 1, 1), midnight(to, 12, 31)];
    if (day) return [midnight(from, month, day), midnight(from, month, day)];
    var begins = month > 32 ? 3 * (month - 33) + 1 : month > 20 ? 3 * (month - 20) : month;
    var ends = month > 20 ? begins + 2 : begins;
    return [midnight(from, begins, 1), midnight(from, ends + 1, 0)];
  }

  // Where a date stands in time, as in the chronology: by its first day, an open beginning by its last.
  function moment(text) {
    var ends = text.split("/");
    var first = days(ends[0]);
    var last = days(ends[ends.length - 1]);
    if (ends.length === 1) return first;
    if (ends.length > 2 || !(first || OPEN.test(ends[0])) || !(last || OPEN.test(ends[1]))) return null;
    if (!first) return last && [last[1], last[1]];
    return [first[0], last ? last[1] : Infinity];
  }

  function byMoment(a, b) {
    return a[0] - b[0] || a[1] - b[1] || 0; // two open ends differ by NaN
  }

  // A reader of numbers as a language writes them, in its digits or in ours.
  function numbers(lang) {
    var format = new Intl.NumberFormat(lang, { useGrouping: false });
    var sign = {};
    new Intl.NumberFormat(lang).formatToParts(-12345.6).forEach(function (part) {
      sign[part.type] = part.value;
    });
    var digits = {};
    for (var digit = 0; digit < 10; digit += 1) digits[format.format(digit)] = digit;
    return function (text) {
      var plain = text.replace(/[\s\u061c\u200e\u200f]/g, "").replace(/^[≈~<>=≤≥]+|\p{Sc}|%$/gu, "").replace(/−/g, "-");
      plain = plain.split((sign.group || "").trim()).join("").replace(sign.decimal, ".");
      plain = plain.replace(/\p{Nd}/gu, function (digit) {
        return digit in digits ? digits[digit] : digit;
      });
      return /^[+-]?\d+(\.\d+)?$/.test(plain) ? +plain : null;
    };
  }

  function difference(a, b) {
    return a - b;
  }

  // What a cell says, for a program: a theme may state it.
  function text(cell) {
    var time = cell.querySelector("time[datetime]");
    return cell.dataset.sort || (time ? time.dateTime : cell.textContent.trim());
  }

  // How a column is read and compared: as dates, as numbers, or else as names, each only if all of it is such.
  function order(texts, lang) {
    var full = texts.filter(Boolean);
    var number = numbers(lang);
    if (full.every(moment)) return { read: moment, compare: byMoment };
    if (full.every(function (one) { return number(one) !== null; })) return { read: number, compare: difference };
    return { read: String, compare: new Intl.Collator(lang, { numeric: true }).compare };
  }

  // The rows with the values of a column, in the order of the page where these are alike; an empty cell comes last.
  function sorted(rows, column, direction, lang) {
    var texts = rows.map(function (row) {
      return text(row.cells[column]);
    });
    var by = order(texts, lang);
    var keyed = rows.map(function (row, at) {
      return { row: row, value: texts[at] ? by.read(texts[at]) : null };
    });
    keyed.sort(function (a, b) {
      if (a.value === null || b.value === null) return (a.value === null) - (b.value === null);
      return direction * by.compare(a.value, b.value);
    });
    return keyed.map(function (one) {
      return one.row;
    });
  }

  function sortable(table) {
    var body = table.tBodies[0];
    var rows = body ? list(body.rows) : [];
    var plain = table.tHead && table.tBodies.length === 1 && !table.querySelector("[rowspan], [colspan]");
    if (!plain || rows.length < 3) return;
    var lang = table.closest("[lang]").lang;
    var headings = list(table.tHead.querySelectorAll("th"));

    function sort(heading) {
      var was = heading.getAttribute("aria-sort");
      var next = was === "ascending" ? "descending" : was ? "" : "ascending";
      headings.forEach(function (other) {
        other.removeAttribute("aria-sort");
      });
      if (next) heading.setAttribute("aria-sort", next);
      var direction = next === "descending" ? -1 : 1;
      body.append.apply(body, next ? sorted(rows, heading.cellIndex, direction, lang) : rows);
      status.textContent = (words[next] || words.first).replace("{column}", heading.textContent.trim());
    }

    headings.forEach(function (heading) {
      var told = rows.some(function (row) {
        return row.cells[heading.cellIndex] && text(row.cells[heading.cellIndex]);
      });
      if (!heading.textContent.trim() || !told) return;
      var button = document.createElement("button");
      button.className = "sort";
      button.type = "button";
      button.append.apply(button, list(heading.childNodes));
      heading.append(button);
      button.addEventListener("click", function () {
        sort(heading);
      });
    });
  }

  status.className = "vh";
  status.setAttribute("role", "status");
  main.append(status);
  list(main.querySelectorAll("table")).forEach(sortable);
})();
