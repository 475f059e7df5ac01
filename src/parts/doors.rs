//! The doors into the application: the own caseload, or the example. The first says where the own
//! caseload stands.

use super::icon::Icon;
use crate::app::App;
use crate::background::spawn_local;
use crate::own::{Gate, Obstacle};
use crate::pages::Intake;
use crate::remembered;
use crate::route::Route;
use crate::stock::Place;
use crate::view::{View, view};
use leptos::prelude::*;

/// Both doors side by side.
#[component]
pub fn Doors() -> View {
    view! {
        <ul class="kd-doors">
            <li class="kd-door">
                <OwnDoor/>
            </li>
            <li class="kd-door">
                <ExampleDoor/>
            </li>
        </ul>
    }
}

/// What the door to the own caseload says, and where it leads.
struct Sign {
    icon: Icon,
    text: &'static str,
    limit: &'static str,
    button: &'static str,
    leads_to: Route,
}

fn sign(gate: &Gate, is_empty: bool) -> Sign {
    let stored = "Verschlüsselt in diesem Browser gespeichert. Die Sicherung als Datei machen Sie selbst; das Programm erinnert daran.";
    let resume = || remembered::page().unwrap_or(Route::Today);
    match gate {
        Gate::Vacant => Sign {
            icon: Icon::Plus,
            text: "Lesen Sie eine Liste aus dem Fachverfahren oder aus Excel (CSV) ein. Vorher wählen Sie eine Passphrase, mit der alles verschlüsselt wird.",
            limit: "Noch ist in diesem Browser keiner angelegt. Sie brauchen dafür die Freigabe Ihrer Dienststelle.",
            button: "Eigenen Bestand anlegen",
            leads_to: Route::Data,
        },
        Gate::Locked => Sign {
            icon: Icon::Lock,
            text: "Ihr Bestand ist gesperrt. Mit der Passphrase arbeiten Sie dort weiter, wo Sie waren.",
            limit: stored,
            button: "Entsperren",
            leads_to: resume(),
        },
        Gate::Looking | Gate::Open => Sign {
            icon: Icon::Unlock,
            text: "Ihr Bestand ist geöffnet. Er sperrt sich von selbst, wenn Sie eine Weile nichts tun, und sofort mit Strg+L.",
            limit: stored,
            button: "Zum Bestand",
            leads_to: if is_empty { Route::Data } else { resume() },
        },
        Gate::Memory => Sign {
            icon: Icon::Info,
            text: "Ihr Bestand ist geöffnet, aber nur im Arbeitsspeicher: Der Browser speichert nichts für diese Seite.",
            limit: "Sichern Sie ihn als Datei, bevor Sie das Fenster schließen.",
            button: "Zum Bestand",
            leads_to: if is_empty { Route::Data } else { resume() },
        },
        Gate::Shut(Obstacle::Vanished) => Sign {
            icon: Icon::Alarm,
            text: "Der Browser hat den Bestand nicht mehr, den er hier gespeichert hatte.",
            limit: "Auf der nächsten Seite steht, woran es liegen kann und wie Sie ihn zurückbekommen.",
            button: "Was ist zu tun?",
            leads_to: Route::Data,
        },
        Gate::Shut(_) => Sign {
            icon: Icon::Alarm,
            text: "Der eigene Bestand lässt sich gerade nicht öffnen. Es wurde nichts gelöscht.",
            limit: "Auf der nächsten Seite steht, woran es liegt und was Sie tun können.",
            button: "Was ist zu tun?",
            leads_to: Route::Data,
        },
    }
}

#[component]
fn OwnDoor() -> View {
    let app = App::expect();
    let intake = Intake::expect();
    let sign = move || {
        let is_empty = app.stock.with(|stock| {
            stock
                .ledger_of(Place::Own)
                .is_some_and(|ledger| ledger.caseload().customers.is_empty())
        });
        sign(&app.gate.get(), is_empty)
    };
    let open = move |_| {
        // What lies ready for the example is not meant for the own caseload.
        intake.clear();
        app.show_own();
        untrack(sign).leads_to.go();
    };
    view! {
        <span class="kd-door__icon">{move || sign().icon.view()}</span>
        <h2>"Mit eigenem Bestand arbeiten"</h2>
        <p>{move || sign().text}</p>
        <p class="kd-door__limit">
            {Icon::Info.view()} <span>{move || sign().limit}</span>
        </p>
        <button
            type="button"
            class="kern-btn kern-btn--primary kd-button"
            data-kd="door-own"
            on:click=open
        >
            <span class="kern-label">{move || sign().button}</span>
        </button>
    }
}

#[component]
fn ExampleDoor() -> View {
    view! {
        <span class="kd-door__icon">{Icon::List.view()}</span>
        <h2>"Beispiel ansehen"</h2>
        <p>
            "320 erfundene Kundinnen und Kunden mit Kontakten und Terminen, sofort und ohne Vorbereitung. Den Tag von heute können Sie dort verstellen."
        </p>
        <p class="kd-door__limit">
            {Icon::Info.view()}
            <span>
                "Alle Namen und Nummern sind erfunden. Was Sie ändern, bleibt in diesem Browser, bis Sie das Beispiel zurücksetzen."
            </span>
        </p>
        <ExampleButton/>
    }
}

/// Opens the example.
#[component]
pub fn ExampleButton() -> View {
    let app = App::expect();
    let intake = Intake::expect();
    let open = move |_| {
        // What lies ready for one caseload is not meant for another.
        intake.clear();
        spawn_local(async move {
            app.open_example().await;
            Route::Due.go();
        });
    };
    view! {
        <button
            type="button"
            class="kern-btn kern-btn--secondary kd-button"
            data-kd="door-example"
            on:click=open
        >
            <span class="kern-label">"Beispiel öffnen"</span>
        </button>
    }
}
