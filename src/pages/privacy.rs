//! The note on data protection: what is stored, where, and how it is protected. It is written for
//! the officer who must clear the use of real data, and for the caseworker who asks.

use crate::route::Route;
use crate::view::{View, view};
use leptos::prelude::*;

/// The page behind `#/datenschutz`.
#[component]
pub fn Privacy() -> View {
    view! {
        <article class="kd-page kd-page--narrow kd-prose">
            <h1 tabindex="-1">{Route::Privacy.title()}</h1>
            <p class="kd-lead">
                "Für Datenschutzbeauftragte und alle, die wissen wollen, was mit den Angaben ihrer Kundinnen und Kunden geschieht."
            </p>
            <h2>"Was gespeichert wird"</h2>
            <p>
                "Was Sie einlesen oder eintragen: Kundennummer, Name, Geburtsdatum, Status, Profillage, Kategorie und die übrigen Angaben, aus denen sich Fälligkeiten ergeben, dazu Kontakte, Termine und Notizen. Jede Änderung wird mit Zeitpunkt und vorherigem Wert festgehalten, damit sie sich zurücknehmen lässt."
            </p>
            <p>
                "Gedacht ist das Programm für Angaben, die ohnehin in VerBIS und ATV stehen. Angaben zur Gesundheit und andere besondere Kategorien (Artikel 9 DSGVO) gehören nicht in die Notizen."
            </p>
            <h2>"Wo es liegt"</h2>
            <p>
                "Im Speicher dieses Browsers auf diesem Computer (IndexedDB), für jedes Profil des Browsers getrennt. Es gibt keinen Server und kein Konto; die Seite darf keine Verbindung aufbauen, der Browser selbst verhindert es (Content-Security-Policy). Chrome und Edge halten daneben eine zweite Kopie in einem getrennten Bereich desselben Profils (Storage Bucket), ebenso verschlüsselt: Dieser Speicher kann Schaden nehmen, wenn der Browser abstürzt, und der Bestand kommt dann aus der Kopie zurück. Außerhalb liegen nur die Dateien, die Sie selbst sichern, exportieren oder einer Vertretung übergeben."
            </p>
            <ul class="kd-bullets">
                <li>
                    "Chrome und Edge führen für alle lokal geöffneten Seiten einen gemeinsamen Speicher. Andere lokale Seiten könnten die verschlüsselten Blöcke sehen oder löschen, aber nicht lesen."
                </li>
                <li>
                    "Firefox führt für jede Datei einen eigenen Speicher. Wird die Datei verschoben oder umbenannt, sieht sie ihren Bestand nicht mehr; am alten Ort ist er noch da."
                </li>
                <li>
                    "Wer die Daten des Browsers löscht oder ein privates Fenster schließt, löscht auch den Bestand. Deshalb erinnert das Programm an die Sicherung."
                </li>
            </ul>
            <h2>"Wie es geschützt ist"</h2>
            <dl class="kd-terms">
                <dt>"Verschlüsselung"</dt>
                <dd>
                    "Jeder Eintrag, jede angefangene Eingabe, jeder Zwischenstand, jede Sicherung und jede Übergabe an eine Vertretung mit AES-256-GCM. Verändert jemand auch nur ein Byte, wird es bemerkt."
                </dd>
                <dt>"Passphrase"</dt>
                <dd>
                    "Mindestens 12 Zeichen. Der Schlüssel wird daraus mit Argon2id abgeleitet (64 MiB Speicher), was Durchprobieren teuer macht. Die Passphrase selbst wird nirgends gespeichert."
                </dd>
                <dt>"Kein Hintereingang"</dt>
                <dd>
                    "Ohne Passphrase sind die Daten für niemanden lesbar, auch nicht für die IT oder die Hersteller. Es gibt keine Wiederherstellung."
                </dd>
                <dt>"Sperre"</dt>
                <dd>
                    "Nach 10 Minuten ohne Eingabe (einstellbar) und auf Tastendruck (Strg+L). Dabei wird der Schlüssel aus dem Arbeitsspeicher gelöscht. Falsche Passphrasen werden zunehmend verzögert."
                </dd>
                <dt>"Unverschlüsselt"</dt>
                <dd>
                    "Das Beispiel mit erfundenen Personen, Einstellungen ohne Personenbezug (Farbschema, Sperrzeit, zuletzt gezeigte Seite, dass es hier einen Bestand gibt), der Zeitpunkt der letzten Sicherung und Dateien, die Sie ausdrücklich unverschlüsselt exportieren."
                </dd>
            </dl>
            <h2>"Wann es gelöscht wird"</h2>
            <p>
                "Abgeschlossene Fälle werden nach einer Frist (24 Monate, einstellbar) zur Löschung vorgelegt. Gelöscht wird erst nach Bestätigung, dann endgültig: aus dem Bestand, aus der Liste der Änderungen und aus den Zwischenständen. Ältere Sicherungs- und Übergabedateien enthalten die Personen noch und müssen eigens gelöscht werden. „Alles löschen“ entfernt den ganzen Bestand aus diesem Browser. Beides gilt auch für die zweite Kopie."
            </p>
            <h2>"Wovor das Programm nicht schützt"</h2>
            <p>
                "Vor Schadprogrammen auf diesem Computer, vor Blicken auf den Bildschirm und vor jemandem, der die Passphrase kennt. Solange der Bestand entsperrt ist, liegt er lesbar im Arbeitsspeicher."
            </p>
            <h2>"Was die Dienststelle klärt"</h2>
            <ul class="kd-bullets">
                <li>"Rechtsgrundlage und Zweck, meist die Planung der eigenen Arbeit nach dem Kundenkontaktdichtekonzept."</li>
                <li>"Eintrag im Verzeichnis der Verarbeitungstätigkeiten."</li>
                <li>"Auf welchen Computern das Programm benutzt werden darf und wo Sicherungen liegen dürfen."</li>
                <li>"Beteiligung der Personalvertretung, falls vorgesehen."</li>
            </ul>
            <p>
                <a class="kd-link" href=Route::Welcome.href()>
                    "Zur Startseite"
                </a>
            </p>
        </article>
    }
}
