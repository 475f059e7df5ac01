// Starts the program in both variants: hosted, the compiled program lies beside the page; in the one file it is
// packed into the page itself. Written in old syntax on purpose: a browser too old for the program must still be
// able to read this file and say so.
(function () {
  "use strict";

  var notice = document.getElementById("kd-start");

  function element(name, text, attributes) {
    var made = document.createElement(name);
    made.textContent = text;
    Object.keys(attributes).forEach(function (key) {
      made.setAttribute(key, attributes[key]);
    });
    return made;
  }

  // What the browser keeps can be saved even if the program never starts; rescue.js does it.
  function rescue() {
    var place = element("div", "", { class: "kd-rescue" });
    var button = element("button", "", {
      type: "button",
      class: "kern-btn kern-btn--secondary kd-button",
      "data-kd": "rescue",
      "data-store": "kontaktdichte-own",
    });
    button.appendChild(element("span", "Rettungsdatei speichern", { class: "kern-label" }));
    place.appendChild(
      element("p", "Haben Sie in diesem Browser schon einen Bestand, können Sie ihn hier verschlüsselt in eine Datei retten.", {})
    );
    place.appendChild(button);
    place.appendChild(element("p", "", { class: "kd-rescue__said", role: "status" }));
    return place;
  }

  function fail(text, detail) {
    var main = element("main", "", { class: "kd-stopped" });
    notice.parentNode.insertBefore(main, notice);
    main.appendChild(element("h1", "Kontaktdichte startet nicht", {}));
    main.appendChild(notice);
    main.appendChild(rescue());
    notice.setAttribute("role", "alert");
    notice.textContent = text;
    if (detail) {
      console.error(detail);
    }
  }

  function bytesOf(base64) {
    if (typeof Uint8Array.fromBase64 === "function") {
      return Uint8Array.fromBase64(base64);
    }
    var binary = atob(base64);
    var bytes = new Uint8Array(binary.length);
    for (var i = 0; i < binary.length; i += 1) {
      bytes[i] = binary.charCodeAt(i);
    }
    return bytes;
  }

  // A response with the right type lets the browser compile while it still unpacks.
  function unpack(base64, type) {
    var packed = new Blob([bytesOf(base64)]).stream();
    return new Response(packed.pipeThrough(new DecompressionStream("gzip")), {
      headers: { "Content-Type": type },
    });
  }

  if (typeof WebAssembly !== "object" || typeof DecompressionStream !== "function" || typeof wasm_bindgen !== "function") {
    fail(
      "Dieser Browser ist zu alt für Kontaktdichte. Bitte öffnen Sie die Datei mit einem aktuellen Firefox, Edge oder Chrome. " +
        "Ihre Daten sind unverändert."
    );
    return;
  }

  // What lies beside the program: its text, or a failure.
  function text(name) {
    return Promise.resolve().then(function () {
      var inline = document.getElementById("kd-" + name);
      var answer = inline === null ? fetch(name + ".json") : unpack(inline.textContent, "application/json");
      return Promise.resolve(answer).then(function (response) {
        return response.ok ? response.text() : Promise.reject(new Error(response.status));
      });
    });
  }

  // What only one page needs stays packed until that page asks for it.
  window.kontaktdichteText = text;

  // By number: the markup of a view, and the ways to what lives in it. Without it there is nothing to show.
  var pieces = {};
  function piece(number) {
    if (!(number in pieces)) {
      throw new RangeError("no markup has the number " + number);
    }
    return pieces[number];
  }
  window.kontaktdichteMarkup = function (number) {
    return piece(number)[0];
  };
  window.kontaktdichteSteps = function (number) {
    return Uint8Array.from(piece(number)[1]);
  };

  var inline = document.getElementById("kd-wasm");
  var source;
  try {
    source = inline === null ? fetch("kontaktdichte_bg.wasm") : unpack(inline.textContent, "application/wasm");
  } catch (error) {
    fail("Kontaktdichte konnte nicht gestartet werden: Die Datei ist beschädigt. Bitte laden Sie sie neu herunter.", error);
    return;
  }
  if (inline !== null) {
    inline.remove();
  }

  Promise.all([source, text("markup")])
    .then(function (parts) {
      pieces = JSON.parse(parts[1]);
      return wasm_bindgen({ module_or_path: parts[0] });
    })
    .then(
      function () {
        notice.remove();
      },
      function (error) {
        fail(
          "Kontaktdichte konnte nicht gestartet werden. Bitte laden Sie die Seite neu; bleibt es dabei, ist die Datei beschädigt " +
            "oder der Browser lässt WebAssembly nicht zu. Ihre Daten sind unverändert.",
          error
        );
      }
    );
})();
