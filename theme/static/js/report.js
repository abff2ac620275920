// What a script adds to the page of a report: all evidence opened at once, and copies of its citations.
(() => {
  "use strict";

  const evidence = document.getElementById("_evidence");

  // The switch works by style alone; opened by it as well, each can be closed by itself.
  function open() {
    for (const one of document.querySelectorAll("details.evidence")) one.open = evidence.checked;
  }

  evidence.addEventListener("change", open);
  if (evidence.checked) open();

  function copy(button) {
    const from = document.getElementById(button.dataset.copy);
    const name = button.innerHTML;
    function done() {
      button.textContent = button.dataset.done;
      setTimeout(() => {
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

  for (const button of document.querySelectorAll("[data-copy]")) button.addEventListener("click", () => copy(button));
})();
