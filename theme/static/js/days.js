// "On this day", opened at #today -> at today, or at the next day with events; today is marked.
(() => {
  "use strict";

  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  const today = `d-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  document.getElementById(today)?.classList.add("today");
  if (location.hash !== "#today") return;
  const next = [...document.querySelectorAll(".days > section")].find((day) => day.id >= today);
  if (next) location.replace(`#${next.id}`);
})();
