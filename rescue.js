// Writes a rescue file: everything that the browser keeps of one caseload, byte for byte as it is stored. It works
// without the program, so also after the program failed, and it needs no passphrase because nothing is opened: what
// was sealed stays sealed. Any button marked data-kd="rescue" starts it; data-store names the store. It hears
// "kd-rescued" when the file was handed over.
(function () {
  "use strict";

  var ABSENT = "absent";

  function ended(request) {
    return new Promise(function (resolve, reject) {
      request.onsuccess = function () {
        resolve(request.result);
      };
      request.onerror = function () {
        reject(request.error);
      };
    });
  }

  // Opening must not make a store that was not there.
  function open(name) {
    var request = indexedDB.open(name);
    var absent = false;
    request.onupgradeneeded = function () {
      absent = true;
      request.transaction.abort();
    };
    return ended(request).catch(function (error) {
      throw absent ? ABSENT : error;
    });
  }

  function all(store) {
    return Promise.all([ended(store.getAllKeys()), ended(store.getAll())]).then(function (found) {
      return found[0].map(function (number, index) {
        var value = found[1][index];
        return { number: number, bytes: value instanceof Uint8Array ? value : new Uint8Array(0) };
      });
    });
  }

  function read(database) {
    var transaction = database.transaction(["meta", "snapshots", "records"], "readonly");
    return Promise.all([
      ended(transaction.objectStore("meta").get("vault")),
      all(transaction.objectStore("snapshots")),
      all(transaction.objectStore("records")),
    ]);
  }

  function listed(entries) {
    return entries.map(function (entry) {
      return [entry.number, entry.bytes.length];
    });
  }

  function fileOf(vault, snapshots, records) {
    var header = {
      format: "kontaktdichte-rescue",
      version: 1,
      written_at: new Date().toISOString(),
      vault: typeof vault === "string" ? vault : null,
      snapshots: listed(snapshots),
      records: listed(records),
    };
    var parts = [JSON.stringify(header) + "\n"];
    snapshots.concat(records).forEach(function (entry) {
      parts.push(entry.bytes);
    });
    return new Blob(parts, { type: "application/octet-stream" });
  }

  function save(blob) {
    var link = document.createElement("a");
    var day = new Date().toISOString().slice(0, 10);
    link.href = URL.createObjectURL(blob);
    link.download = "kontaktdichte-" + day + ".kkd-rettung";
    link.click();
    setTimeout(function () {
      URL.revokeObjectURL(link.href);
    }, 60000);
  }

  // The place for the answer stands beside the button.
  function say(button, text) {
    var place = button.parentElement.querySelector('[role="status"]');
    if (place !== null) {
      place.textContent = text;
    }
  }

  function rescue(button) {
    Promise.resolve(button.getAttribute("data-store"))
      .then(open)
      .then(function (database) {
        return read(database).finally(function () {
          database.close();
        });
      })
      .then(function (found) {
        save(fileOf(found[0], found[1], found[2]));
        say(
          button,
          "Die Rettungsdatei wurde an den Browser übergeben. Bitte prüfen Sie, ob sie im Ordner für Downloads liegt."
        );
        button.dispatchEvent(new CustomEvent("kd-rescued"));
      })
      .catch(function (reason) {
        say(
          button,
          reason === ABSENT
            ? "In diesem Browser liegt kein Bestand, deshalb gibt es nichts zu retten."
            : "Der Browser gibt den Speicher nicht her, deshalb entstand keine Rettungsdatei. Bitte schließen Sie alle " +
                "Fenster des Browsers, öffnen Sie Kontaktdichte neu und versuchen Sie es noch einmal."
        );
      });
  }

  document.addEventListener("click", function (event) {
    var button = event.target instanceof Element ? event.target.closest('[data-kd="rescue"]') : null;
    if (button !== null) {
      rescue(button);
    }
  });
})();
