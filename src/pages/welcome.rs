//! The start: what this is, where to begin, and that nothing leaves the computer.

use crate::parts::doors::Doors;
use crate::parts::icon::Icon;
use crate::route::Route;
use crate::view::{View, view};
use leptos::prelude::*;

/// The page behind `#/willkommen`.
#[component]
pub fn Welcome() -> View {
    view! {
        <div class="kd-page kd-welcome">
            <div class="kd-welcome__head">
                <h1 tabindex="-1">"Wen muss ich sehen, bis wann und warum?"</h1>
                <p class="kd-lead">
                    "Kontaktdichte rechnet für Ihren Bestand aus, wann die nächste qualifizierte Beratung fällig ist, und begründet jeden Tag mit den Regeln des Kundenkontaktdichtekonzepts."
                </p>
            </div>
            <Doors/>
            <div class="kd-welcome__more">
                <section>
                    <h2>"So funktioniert es"</h2>
                    <ol class="kd-steps">
                        <li>
                            <b>"Bestand einlesen."</b>
                            " Eine Liste aus dem Fachverfahren genügt: Nummer, Geburtsdatum, Status, Profillage, letzter Kontakt. Was fehlt, bleibt offen und wird genannt."
                        </li>
                        <li>
                            <b>"Fälligkeiten sehen."</b>
                            " Die Liste beginnt mit denen, die am längsten überfällig sind, und nennt immer das Zeitfenster: spätestens, letzter Termintag, eintragen bis."
                        </li>
                        <li>
                            <b>"Warum? fragen."</b>
                            " Zu jeder Zeile gibt es die Begründung: Gruppe, Abstand, der letzte Kontakt, der zählt, und die Kontakte, die nicht zählen."
                        </li>
                    </ol>
                </section>
                <section>
                    <h2>"Ihre Daten bleiben hier"</h2>
                    <ul class="kd-facts">
                        <li>
                            {Icon::Lock.view()}
                            <span>
                                "Nichts verlässt diesen Computer: kein Server, kein Konto, keine Verbindung ins Netz."
                            </span>
                        </li>
                        <li>
                            {Icon::Shield.view()}
                            <span>
                                "Ihr Bestand liegt verschlüsselt in diesem Browser. Nur Ihre Passphrase öffnet ihn; niemand kann sie zurücksetzen. "
                                <a class="kd-link" href=Route::Privacy.href()>
                                    "Was gespeichert wird und wie"
                                </a>
                            </span>
                        </li>
                        <li>
                            {Icon::Download.view()}
                            <span>
                                "Die Sicherung liegt bei Ihnen: Unter „Daten“ schreiben Sie den Bestand verschlüsselt in eine Datei. Das Programm erinnert daran."
                            </span>
                        </li>
                        <li>
                            {Icon::Info.view()}
                            <span>
                                "VerBIS und ATV bleiben führend. Kontaktdichte trägt dort nichts ein."
                            </span>
                        </li>
                    </ul>
                </section>
            </div>
        </div>
    }
}
