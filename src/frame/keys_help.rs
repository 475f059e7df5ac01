//! The keys, on `?` or by the button at the foot of the pages.

use crate::entry;
use crate::parts::dialog::Dialog;
use crate::reactive::RwSignal;
use crate::view::{View, view};
use leptos::ev;
use leptos::prelude::*;

const KEYS: [(&str, &str); 13] = [
    ("/ oder Strg+K", "Schnellsuche: Name, Nummer, Seite"),
    ("K", "Kontakt erfassen (auf einem Fall oder in einer Zeile)"),
    ("T", "Termin anlegen (auf einem Fall oder in einer Zeile)"),
    (
        "S, N, A",
        "Termin in „Heute“: stattgefunden, nicht erschienen, abgesagt",
    ),
    ("Alt+U", "im Kontakt: wie üblich ausfüllen"),
    ("Alt+T", "im Kontakt: zum nächsten Termin"),
    ("Strg+Eingabe", "speichern, wo immer Sie gerade schreiben"),
    ("Esc", "Dialog schließen; was Sie geschrieben haben, bleibt"),
    ("Strg+Z", "letzte Änderung zurücknehmen"),
    ("Strg+Y", "zurückgenommene Änderung wiederherstellen"),
    ("Strg+L", "Bestand sperren"),
    ("Tab, Umschalt+Tab", "vor und zurück"),
    ("?", "diese Übersicht"),
];

/// The button and the dialog.
#[component]
pub fn KeysHelp() -> View {
    let is_open = RwSignal::new(false);
    let listener = window_event_listener(ev::keydown, move |event| {
        if event.key() == "?" && !event.ctrl_key() && !event.meta_key() && !entry::is_typing() {
            event.prevent_default();
            is_open.set(true);
        }
    });
    on_cleanup(move || listener.remove());
    let dialog = move || {
        is_open.get().then(|| {
            let keys = KEYS.into_iter().map(key);
            view! {
                <Dialog
                    title="Tasten"
                    title_id="kd-keys-title"
                    on_close=move |()| is_open.set(false)
                >
                    <dl class="kd-keys">{keys.collect::<View>()}</dl>
                </Dialog>
            }
        })
    };
    view! {
        <button
            type="button"
            class="kd-link-button"
            data-kd="keys"
            aria-keyshortcuts="?"
            on:click=move |_| is_open.set(true)
        >
            "Tasten (?)"
        </button>
        {dialog}
    }
}

fn key((key, what): (&'static str, &'static str)) -> View {
    view! {
        <div>
            <dt>
                <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
        </div>
    }
}
