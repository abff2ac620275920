// "/" and Ctrl-K lead to the search box from anywhere but a field.
(function () {
  "use strict";
  document.addEventListener("keydown", function (event) {
    var slash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey;
    var k = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "k";
    var at = event.target;
    var typing = at.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName);
    var box = document.querySelector("input[name=q]");
    if (!box || !(k || (slash && !typing))) return;
    event.preventDefault();
    box.focus();
    box.select();
  });
})();
