// The name of a data file -> its value. Data comes as scripts that call chronologySearch.load(name, text), because a
// page opened from disk may load scripts and nothing else. What is in them: plugins/chronology/search/.
(() => {
  "use strict";

  const { root = "" } = document.currentScript.dataset;
  const values = new Map(); // of files, as promises, by name
  const arrive = {}; // resolves each of them
  let version = ""; // of the index; part of an address, so that old and new files are never mixed

  // A file that cannot be had.
  class Missing extends Error {}

  function load(name, text) {
    arrive[name](JSON.parse(text));
  }

  function requested(name) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      arrive[name] = resolve;
      script.src = `${root}data/search/${name}.js${version && `?v=${version}`}`;
      // A data file has called load() by its end, and what has come stays; anything else is none.
      script.onload = script.onerror = () => {
        script.remove();
        reject(new Missing(name));
      };
      document.head.append(script);
    });
  }

  // The value of a file. Each is loaded once; what was missing is looked for again.
  function file(name) {
    if (!values.has(name)) {
      const value = requested(name);
      values.set(name, value);
      value.catch(() => values.delete(name));
    }
    return values.get(name);
  }

  // The values of these files, in their order.
  const files = (names) => Promise.all(names.map(file));

  // The directory of the index: where things are, and how many.
  async function directory() {
    const about = await file("index");
    version = about.version;
    return about;
  }

  window.chronologySearch = { Missing, load, files, directory };
})();
