// What the user sees when the program itself has failed: it panicked, ran out of memory, or ran too deep. Nothing of it
// can be trusted any more, so this needs nothing of it, takes the whole page, and keeps every event from reaching it.
// The program leaves the place of a panic in an attribute; what was being worked on stands nowhere.
(function () {
  "use strict";

  var FAILURES = ["RuntimeError", "RangeError", "InternalError"];
  var EVENTS = (
    "beforeunload blur change click close dragover drop focusin hashchange input keydown keyup pointerdown pointermove " +
    "scroll storage submit visibilitychange wheel"
  ).split(" ");

  var SCREEN =
    '<main class="kd-stopped kd-crash" data-kd="crash">' +
    '<h1 tabindex="-1">Kontaktdichte ist auf einen Fehler gestoßen</h1>' +
    '<p role="alert">Das Programm rechnet nicht weiter. Was als gespeichert gemeldet war, liegt auf dem Datenträger; ' +
    "laden Sie die Seite neu, dann öffnet sie diesen Stand.</p>" +
    "<p>Tritt der Fehler wieder auf, speichern Sie die Rettungsdatei: Sie enthält alles, wie es gespeichert ist, und " +
    "bleibt verschlüsselt.</p>" +
    '<div class="kd-buttons">' +
    '<button type="button" class="kern-btn kern-btn--primary kd-button" data-kd="reload">' +
    '<span class="kern-label">Seite neu laden</span></button></div>' +
    '<div class="kd-rescue">' +
    '<button type="button" class="kern-btn kern-btn--secondary kd-button" data-kd="rescue" data-store="kontaktdichte-own">' +
    '<span class="kern-label">Rettungsdatei speichern</span></button>' +
    '<p class="kd-rescue__said" role="status"></p></div>' +
    '<p class="kd-muted">Wenn Sie den Fehler melden, nennen Sie diese Stelle: <span data-kd="crash-place"></span></p>' +
    "</main>";

  var isShown = false;

  // Only the buttons of this screen are heard. What a key does by itself, it does all the same.
  function stop(event) {
    if (event.type !== "click" || event.target.closest('[data-kd="crash"]') === null) {
      event.stopImmediatePropagation();
    }
  }

  function show(error) {
    if (isShown || !error || FAILURES.indexOf(error.name) < 0) {
      return;
    }
    isShown = true;
    EVENTS.forEach(function (type) {
      window.addEventListener(type, stop, true);
    });
    // A dialog would lie above everything.
    document.querySelectorAll("dialog[open]").forEach(function (dialog) {
      dialog.close();
    });
    document.body.innerHTML = SCREEN;
    document.querySelector('[data-kd="crash-place"]').textContent =
      document.documentElement.getAttribute("data-kd-fault") || error.name;
    document.querySelector('[data-kd="reload"]').addEventListener("click", function () {
      location.reload();
    });
    document.querySelector(".kd-crash h1").focus();
  }

  window.addEventListener("error", function (event) {
    show(event.error);
  });
  window.addEventListener("unhandledrejection", function (event) {
    show(event.reason);
  });
})();
