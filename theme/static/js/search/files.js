// The name of a data file -> its value. Data comes as scripts that call chronologySearch.load(name, text), because a
// page opened from disk may load scripts and nothing else. What is in them: plugins/chronology/search/.
(function () {
  "use strict";

  var root = document.currentScript.dataset.root || "";
  var version = ""; // of the index; part of an address, so that old and new files are never mixed
  var texts = {}; // what the scripts handed over, by name
  var parsed = {}; // each once
  var waiting = {}; // who waits for it

  function load(name, text) {
    texts[name] = text;
    tell(name, null);
  }

  function tell(name, error) {
    var told = waiting[name] || [];
    delete waiting[name];
    told.forEach(function (one) { one(error); });
  }

  function need(name, done) {
    if (name in texts) return done(null);
    if (waiting[name]) return waiting[name].push(done);
    waiting[name] = [done];
    var script = document.createElement("script");
    script.src = root + "data/search/" + name + ".js" + (version && "?v=" + version);
    script.onerror = function () {
      script.remove();
      tell(name, new Error(name));
    };
    document.head.appendChild(script);
  }

  function value(name) {
    if (!(name in parsed)) parsed[name] = JSON.parse(texts[name]);
    return parsed[name];
  }

  // Does all of these at once; done(error, results), in the order of the tasks.
  function together(tasks, done) {
    var left = tasks.length, failed = null, results = [];
    if (!left) return done(null, results);
    tasks.forEach(function (task, at) {
      task(function (error, result) {
        failed = failed || error;
        results[at] = result;
        left -= 1;
        if (!left) done(failed, results);
      });
    });
  }

  // The values of these files, in their order; done(error, values).
  function files(names, done) {
    together(names.map(function (name) { return need.bind(null, name); }), function (error) {
      done(error, error ? null : names.map(value));
    });
  }

  // The directory of the index: where things are, and how many; done(error, directory).
  function directory(done) {
    need("index", function (error) {
      if (error) return done(error);
      version = value("index").version;
      done(null, value("index"));
    });
  }

  window.chronologySearch = { load: load, files: files, directory: directory, together: together };
})();
