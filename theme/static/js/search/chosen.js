// What is chosen in the filters -> a chip for each, which takes it away.
(function () {
  "use strict";

  var search = chronologySearch, add = search.add, say = search.say;
  var list = document.getElementById("chosen");

  function span(from, to) {
    var years = { from: String(Number(from)), to: String(Number(to)) };
    if (from === to) return years.from;
    return say(!to ? "since" : from ? "between" : "until", years);
  }

  // What is chosen as pairs of a text and what is asked without it; done(error, pairs).
  function chips(asked, done) {
    var names = search.filters.names.filter(function (name) { return name !== "year" && asked[name].length; });
    var pairs = asked.from || asked.to ? [[span(asked.from, asked.to), { from: "", to: "" }]] : [];
    (function next() {
      var name = names.shift();
      if (!name) return done(null, pairs);
      search.filters.named(name, asked[name], function (error, texts) {
        if (error) return done(error);
        asked[name].forEach(function (id, at) {
          var without = {};
          without[name] = asked[name].filter(function (other) { return other !== id; });
          pairs.push([texts[at], without]);
        });
        next();
      });
    })();
  }

  function show(asked, isLatest, change, failed) {
    chips(asked, function (error, pairs) {
      if (!isLatest()) return;
      if (error) return failed(error);
      list.textContent = "";
      list.hidden = !pairs.length;
      pairs.forEach(function (pair) {
        var button = add(add(list, "li"), "button");
        button.type = "button";
        add(button, "span", say("remove") + " ", "vh");
        add(button, "bdi", pair[0]);
        add(button, "span", " ×").setAttribute("aria-hidden", "true");
        button.addEventListener("click", function () {
          document.getElementById("status").focus(); // which tells what is there now
          change(pair[1]);
        });
      });
    });
  }

  search.chosen = { show: show };
})();
