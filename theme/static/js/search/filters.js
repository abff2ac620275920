// What a reader has chosen -> the reports that fit, and how many there are under each value of a filter.
// A filter is cut into files by its values (plugins/chronology/search/filters.py), each row of which is
// [id, name, reports, reports that have it perhaps], a report told by its distance from the one before.
(function () {
  "use strict";

  var search = chronologySearch;
  // A report has one type, one source and mostly one year, so one of those chosen will do; of countries and actors it
  // has many, and all that are chosen are wanted.
  var WANTED = { year: "one", type: "one", country: "all", actor: "all", source: "one" };
  var NAMES = Object.keys(WANTED);
  var read = {}; // the values of each file

  function numbersOf(distances) {
    var at = 0;
    return distances.map(function (distance) { return (at += distance); });
  }

  function valuesOf(file, rows) {
    read[file] = read[file] || rows.map(function (row) {
      return { id: row[0], name: row[1], reports: numbersOf(row[2]), perhaps: numbersOf(row[3] || []) };
    });
    return read[file];
  }

  // The values in those files of a filter that may hold these ids, or in all of them; done(error, values, directory).
  function values(name, ids, done) {
    search.directory(function (error, about) {
      if (error) return done(error);
      var first = about.filters[name], files = [];
      first.forEach(function (from, number) {
        var holds = !ids || ids.some(function (id) { return from <= id && !(first[number + 1] <= id); });
        if (holds) files.push("filter-" + name + "-" + number);
      });
      search.files(files, function (error, found) {
        if (error) return done(error);
        done(null, [].concat.apply([], found.map(function (rows, at) { return valuesOf(files[at], rows); })), about);
      });
    });
  }

  function isChosen(name, id, asked) {
    if (name !== "year") return asked[name].indexOf(id) >= 0;
    return (!asked.from || asked.from <= id) && (!asked.to || id <= asked.to);
  }

  function hasChoice(name, asked) {
    return name === "year" ? Boolean(asked.from || asked.to) : asked[name].length > 0;
  }

  // For each report whether it fits what is chosen in one filter; done(error, fits).
  function fitting(name, asked, done) {
    values(name, name === "year" ? null : asked[name], function (error, found, about) {
      if (error) return done(error);
      var wanted = WANTED[name] === "all" ? asked[name].length : 1, times = new Uint16Array(about.reports);
      found.forEach(function (value) {
        if (isChosen(name, value.id, asked)) value.reports.forEach(function (ref) { times[ref] += 1; });
      });
      done(null, times.map(function (number) { return number >= wanted; }));
    });
  }

  // What is chosen, looked up once; done(error, choice). `choice.has(ref)` tells whether a report fits all of it,
  // `choice.hasBut(name, ref)` whether it fits all but one filter.
  function choose(asked, done) {
    var names = NAMES.filter(function (name) { return hasChoice(name, asked); });
    search.together(names.map(function (name) { return fitting.bind(null, name, asked); }), function (error, fits) {
      function hasBut(but, ref) {
        return names.every(function (name, at) { return name === but || fits[at][ref]; });
      }
      done(error, { has: hasBut.bind(null, ""), hasBut: hasBut });
    });
  }

  // How many of the reports found there are, or would be, with each value of a filter; done(error, values, without),
  // where `without` is how many have no value at all.
  function count(name, refs, choice, done) {
    values(name, null, function (error, found, about) {
      if (error) return done(error);
      var but = WANTED[name] === "one" ? name : "", there = new Uint8Array(about.reports);
      refs.forEach(function (ref) { there[ref] = choice.hasBut(but, ref) ? 1 : 0; });
      function among(refs) {
        return refs.reduce(function (sum, ref) { return sum + there[ref]; }, 0);
      }
      var counted = found.map(function (value) {
        return { id: value.id, name: value.name, count: among(value.reports), perhaps: among(value.perhaps) };
      });
      found.forEach(function (value) {
        value.reports.forEach(function (ref) { there[ref] = 0; });
      });
      done(null, counted, there.reduce(function (sum, one) { return sum + one; }, 0));
    });
  }

  // The names of values with these ids; done(error, names).
  function named(name, ids, done) {
    values(name, ids, function (error, found) {
      if (error) return done(error);
      done(null, ids.map(function (id) {
        return (found.find(function (value) { return value.id === id; }) || { name: id }).name;
      }));
    });
  }

  search.filters = { names: NAMES, choose: choose, count: count, named: named, isChosen: isChosen };
})();
