// What a script adds to every page, whole without one: switches that are kept, previews, keys. What it needs to say
// stands in the page; what only it can do stands there hidden.
(() => {
  "use strict";

  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const byId = (id) => document.getElementById(id);

  // Storage is an extra: it may be switched off, and in Firefox each file has its own.
  function stored(name, value) {
    try {
      return value ? localStorage.setItem(name, value) : localStorage.getItem(name);
    } catch {
      return null; // The page forgets, that is all.
    }
  }

  // A switch with a name to keep it by is found as it was left.
  for (const box of all("[data-kept]")) {
    const name = box.dataset.kept;
    const was = stored(name);
    if (was) box.checked = was === "on";
    box.addEventListener("change", () => stored(name, box.checked ? "on" : "off"));
  }

  function openTarget() {
    const at = byId(decodeURIComponent(location.hash.slice(1)));
    const closed = at && at.closest("details:not([open])");
    if (!closed) return;
    closed.open = true;
    at.scrollIntoView({ block: "nearest" });
  }

  addEventListener("hashchange", openTarget);
  openTarget();

  for (const button of all(".by-script")) button.hidden = false;

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.opens) byId(button.dataset.opens).showModal();
    if (button.dataset.closes) byId(button.dataset.closes).close();
  });

  // Previews: beside a link what the page tells of its end, beside a marked passage what rests on it.
  const preview = document.createElement("div");
  const ends = {};
  let shownFor = null;
  let timer = 0;
  preview.className = "preview";
  preview.hidden = true;
  preview.setAttribute("aria-hidden", "true");

  for (const row of all("[data-of]", byId("_previews")?.content)) ends[row.dataset.of] = row;

  // In the body of a report the margin knows more than the page's own list: the part of an actor, and its office then.
  function rowOf(found) {
    if (found.matches("mark")) return byId(found.id.replace("said-", "why-"));
    if (found.matches(".why")) return byId(found.hash.slice(1));
    const inMargin = found.closest(".body") && all(".parts b a").find((link) => link.href === found.href);
    return inMargin || ends[(found.getAttribute("href") || "").split("#")[0]];
  }

  // What is pointed at, if there is something to tell of it.
  function subject(at) {
    const found = at.closest("a, mark[id]");
    return found && byId("_main").contains(found) && rowOf(found) ? found : null;
  }

  function fill(row) {
    const copied = row.closest("li, dl > div, [data-of]").cloneNode(true);
    for (const part of all("details, .near, .at, button", copied)) part.remove();
    for (const link of all("a", copied)) link.replaceWith(...link.childNodes);
    for (const part of all("[id]", copied)) part.removeAttribute("id");
    preview.replaceChildren(...copied.childNodes);
  }

  function place(at) {
    const box = at.getClientRects()[0];
    const width = document.documentElement.clientWidth;
    preview.hidden = false;
    const begins = document.documentElement.dir === "rtl" ? box.right - preview.offsetWidth : box.left;
    preview.style.left = `${Math.max(8, Math.min(begins, width - preview.offsetWidth - 8)) + scrollX}px`;
    const above = box.top > preview.offsetHeight + 12;
    preview.style.top = `${(above ? box.top - preview.offsetHeight - 6 : box.bottom + 6) + scrollY}px`;
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

  document.body.append(preview);
  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    const at = subject(event.target);
    if (preview.contains(event.target) || (at && at === shownFor)) clearTimeout(timer);
    else if (at) soon(() => show(at));
    else if (shownFor) soon(leave);
    else clearTimeout(timer);
  });
  document.addEventListener("focusin", (event) => {
    const at = subject(event.target);
    if (at && at.matches(":focus-visible")) show(at);
    else hide();
  });
  document.addEventListener("focusout", hide);

  // Keys
  function step(by) {
    const entries = all(".chronology > li, .results > li");
    let at = entries.indexOf(document.activeElement.closest(".chronology > li, .results > li"));
    if (at < 0) {
      at = entries.findIndex((entry) => entry.getBoundingClientRect().top >= 0);
      at = at < 0 ? entries.length : at;
      if (by > 0) at -= 1;
    }
    const next = entries[at + by];
    if (!next) return;
    const link = next.querySelector(".says a") || next.querySelector("h2 a") || next.querySelector("a");
    link?.focus();
  }

  const follow = (rel) => document.querySelector(`.turn a[rel=${rel}]`)?.click();

  function search() {
    const box = document.querySelector("input[name=q]");
    box?.focus();
    box?.select();
  }

  const does = new Map([
    ["j", () => step(1)],
    ["k", () => step(-1)],
    ["n", () => follow("next")],
    ["p", () => follow("prev")],
    ["e", () => byId("_evidence")?.click()],
    ["?", () => byId("_keys").showModal()],
    ["/", search],
  ]);

  document.addEventListener("keydown", (event) => {
    const key = event.key;
    const held = event.ctrlKey || event.metaKey;
    const at = event.target;
    if (key === "Escape") hide();
    if (event.altKey || event.defaultPrevented || document.querySelector("dialog[open]")) return;
    if (held && key.toLowerCase() === "k" && !event.shiftKey) {
      event.preventDefault();
      search();
    }
    if (held || at.isContentEditable || (/^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName) && at.type !== "checkbox")) return;
    if (!does.has(key) || byId("_keys-on")?.checked === false) return;
    event.preventDefault();
    does.get(key)();
  });
})();
