// What a script adds to pages that are whole without one: keys, previews, copies. What it needs to say
// stands in the page; what only it can do stands there hidden.
(function () {
  "use strict";

  function all(selector, within) {
    return Array.prototype.slice.call((within || document).querySelectorAll(selector));
  }

  function byId(id) {
    return document.getElementById(id);
  }

  // Storage is an extra: it may be switched off, and in Firefox each file has its own.
  function kept(name) {
    try {
      return localStorage.getItem(name);
    } catch (error) {
      return null;
    }
  }

  function keep(name, value) {
    try {
      localStorage.setItem(name, value);
    } catch (error) {
      // The page forgets, that is all.
    }
  }

  // Evidence: the switch works by style alone; here it is remembered, and what is opened by it can be closed one by one.
  var evidence = byId("_evidence");

  function openEvidence() {
    all("details.evidence").forEach(function (one) {
      one.open = evidence.checked;
    });
    keep("evidence", evidence.checked ? "on" : "off");
  }

  if (evidence) {
    evidence.addEventListener("change", openEvidence);
    if (kept("evidence") === "on") {
      evidence.checked = true;
      openEvidence();
    }
  }

  function openTarget() {
    var at = byId(decodeURIComponent(location.hash.slice(1)));
    var closed = at && at.closest("details:not([open])");
    if (closed) {
      closed.open = true;
      at.scrollIntoView({ block: "nearest" });
    }
  }

  addEventListener("hashchange", openTarget);
  openTarget();

  // Copies
  function copy(button) {
    var from = byId(button.dataset.copy);
    var name = button.innerHTML;
    function done() {
      button.textContent = button.dataset.done;
      setTimeout(function () {
        button.innerHTML = name;
      }, 2000);
    }
    function byHand() {
      getSelection().selectAllChildren(from);
      if (document.execCommand("copy")) done();
    }
    if (navigator.clipboard) navigator.clipboard.writeText(from.textContent).then(done, byHand);
    else byHand();
  }

  all(".by-script").forEach(function (button) {
    button.hidden = false;
  });

  document.addEventListener("click", function (event) {
    var button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.copy) copy(button);
    if (button.dataset.opens) byId(button.dataset.opens).showModal();
    if (button.dataset.closes) byId(button.dataset.closes).close();
  });

  // Previews: beside a link what the page tells of its end, beside a marked passage what rests on it.
  var preview = document.createElement("div");
  var ends = {};
  var shownFor = null;
  var timer = 0;
  preview.className = "preview";
  preview.hidden = true;
  preview.setAttribute("aria-hidden", "true");

  all("[data-of]", (byId("_previews") || {}).content).forEach(function (row) {
    ends[row.dataset.of] = row;
  });

  // In the body of a report the margin knows more than the page's own list: the part of an actor, and its office then.
  function rowOf(found) {
    if (found.matches("mark")) return byId(found.id.replace("said-", "why-"));
    if (found.matches(".why")) return byId(found.hash.slice(1));
    var inMargin = found.closest(".body") && all(".parts b a").filter(function (link) {
      return link.href === found.href;
    })[0];
    return inMargin || ends[(found.getAttribute("href") || "").split("#")[0]];
  }

  // What is pointed at, if there is something to tell of it.
  function subject(at) {
    var found = at.closest("a, mark[id]");
    return found && byId("_main").contains(found) && rowOf(found) ? found : null;
  }

  function fill(row) {
    var copied = row.closest("li, dl > div, [data-of]").cloneNode(true);
    all("details, .near, .at, button", copied).forEach(function (part) {
      part.remove();
    });
    all("a", copied).forEach(function (link) {
      link.replaceWith.apply(link, Array.prototype.slice.call(link.childNodes));
    });
    all("[id]", copied).forEach(function (part) {
      part.removeAttribute("id");
    });
    preview.replaceChildren.apply(preview, Array.prototype.slice.call(copied.childNodes));
  }

  function place(at) {
    var box = at.getClientRects()[0];
    var width = document.documentElement.clientWidth;
    preview.hidden = false;
    var begins = document.documentElement.dir === "rtl" ? box.right - preview.offsetWidth : box.left;
    preview.style.left = Math.max(8, Math.min(begins, width - preview.offsetWidth - 8)) + scrollX + "px";
    var above = box.top > preview.offsetHeight + 12;
    preview.style.top = (above ? box.top - preview.offsetHeight - 6 : box.bottom + 6) + scrollY + "px";
  }

  function show(at) {
    clearTimeout(timer);
    fill(rowOf(at));
    shownFor = at;
    place(at);
  }

  function hide() {
    clearTimeout(timer);
    preview.hidden = true;
    shownFor = null;
  }

  // What has the keyboard keeps its preview wherever the mouse goes.
  function leave() {
    if (shownFor !== document.activeElement || !shownFor.matches(":focus-visible")) hide();
  }

  function soon(act) {
    clearTimeout(timer);
    timer = setTimeout(act, 250);
  }

  document.body.appendChild(preview);
  document.addEventListener("pointerover", function (event) {
    if (event.pointerType === "touch") return;
    var at = subject(event.target);
    if (preview.contains(event.target) || (at && at === shownFor)) clearTimeout(timer);
    else if (at) soon(show.bind(null, at));
    else if (shownFor) soon(leave);
    else clearTimeout(timer);
  });
  document.addEventListener("focusin", function (event) {
    var at = subject(event.target);
    if (at && at.matches(":focus-visible")) show(at);
    else hide();
  });
  document.addEventListener("focusout", hide);

  // Keys
  var off = byId("_keys-on");

  if (off) {
    off.checked = kept("keys") !== "off";
    off.addEventListener("change", function () {
      keep("keys", off.checked ? "on" : "off");
    });
  }

  function step(by) {
    var entries = all(".chronology > li, .results > li");
    var here = document.activeElement.closest(".chronology > li, .results > li");
    var at = entries.indexOf(here);
    if (at < 0) {
      at = entries.findIndex(function (entry) {
        return entry.getBoundingClientRect().top >= 0;
      });
      at = at < 0 ? entries.length : at;
      if (by > 0) at -= 1;
    }
    var next = entries[at + by];
    if (!next) return;
    [".says a", "h2 a", "a"].some(function (leading) {
      var link = next.querySelector(leading);
      if (link) link.focus();
      return link;
    });
  }

  function follow(rel) {
    var link = document.querySelector(".turn a[rel=" + rel + "]");
    if (link) link.click();
  }

  var does = {
    j: step.bind(null, 1),
    k: step.bind(null, -1),
    n: follow.bind(null, "next"),
    p: follow.bind(null, "prev"),
    e: function () {
      if (evidence) evidence.click();
    },
    "?": function () {
      byId("_keys").showModal();
    },
    "/": search,
  };

  function search() {
    var box = document.querySelector("input[name=q]");
    if (!box) return;
    box.focus();
    box.select();
  }

  document.addEventListener("keydown", function (event) {
    var key = event.key;
    var held = event.ctrlKey || event.metaKey;
    var at = event.target;
    if (key === "Escape") hide();
    if (event.altKey || event.defaultPrevented || document.querySelector("dialog[open]")) return;
    if (held && key.toLowerCase() === "k" && !event.shiftKey) {
      event.preventDefault();
      search();
    }
    if (held || at.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName) && at.type !== "checkbox") return;
    if (!does.hasOwnProperty(key) || (off && !off.checked)) return;
    event.preventDefault();
    does[key]();
  });
})();

// "On this day" leads to today, or to the next day with events; today is marked.
(function () {
  "use strict";
  var now = new Date();
  var today = "d-" + ("0" + (now.getMonth() + 1)).slice(-2) + "-" + ("0" + now.getDate()).slice(-2);
  document.querySelectorAll("a[data-today]").forEach(function (link) {
    link.hash = today;
  });
  var days = document.querySelectorAll(".days > section");
  if (!days.length) return;
  var at = document.getElementById(today);
  if (at) at.classList.add("today");
  if (location.hash !== "#" + today || at) return;
  for (var i = 0; i < days.length; i += 1) {
    if (days[i].id > today) return days[i].scrollIntoView();
  }
})();
