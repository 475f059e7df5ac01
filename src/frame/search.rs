//! The quick search: `/` or Strg+K, a few letters, Enter. It finds customers by name or number, pages, and
//! what can be entered about whoever is found first. Escape goes back to where one was.

use crate::app::App;
use crate::entry::{self, Entering, Task, Which};
use crate::fold::fold;
use crate::parts::focus;
use crate::parts::icon::Icon;
use crate::reactive::RwSignal;
use crate::route::Route;
use crate::stock::Mode;
use crate::view::{View, view};
use caseload::history::Ledger;
use caseload::{Customer, address_key};
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};

/// Customers named at most.
const MOST: usize = 8;

const PAGES: [Route; 12] = [
    Route::Today,
    Route::Due,
    Route::Week,
    Route::Customers,
    Route::Missed,
    Route::Check,
    Route::Figures,
    Route::Transfers,
    Route::Policy,
    Route::Data,
    Route::Privacy,
    Route::Welcome,
];

/// Something found.
struct Hit {
    label: String,
    detail: String,
    leads: Leads,
}

/// Where it leads.
enum Leads {
    To(Route),
    Opens(Task),
}

#[derive(Clone, Copy)]
struct Search {
    app: App,
    entering: Entering,
    text: RwSignal<String>,
    /// Place of the hit that Enter takes.
    at: RwSignal<usize>,
    /// What had the focus before.
    before: StoredValue<Option<HtmlElement>, LocalStorage>,
}

/// The field in the bar, with what it finds below.
#[component]
pub fn QuickSearch() -> View {
    let app = App::expect();
    let search = Search {
        app,
        entering: Entering::expect(),
        text: RwSignal::new(String::new()),
        at: RwSignal::new(0),
        before: StoredValue::new_local(None),
    };
    search.listen();
    let expanded = move || (!search.text.get().trim().is_empty()).to_string();
    let active = move || {
        let is_open = !search.text.get().trim().is_empty();
        is_open.then(|| format!("kd-hit-{}", search.at.get()))
    };
    view! {
        <div class="kd-search kd-quick" role="search" aria-label="Schnellsuche" hidden=move || app.mode.get() == Mode::Empty>
            {Icon::Search.view()}
            <label class="kern-sr-only" for="kd-quick">
                "Schnellsuche: Name, Nummer, Seite"
            </label>
            <input
                id="kd-quick"
                class="kd-field"
                type="search"
                data-kd="search"
                role="combobox"
                placeholder="Suchen"
                autocomplete="off"
                spellcheck="false"
                aria-keyshortcuts="/ Control+K"
                aria-autocomplete="list"
                aria-expanded=expanded
                aria-controls="kd-hits"
                aria-activedescendant=active
                prop:value=search.text
                on:input=move |event| {
                    search.at.set(0);
                    search.text.set(event_target_value(&event));
                }
                on:keydown=move |event: KeyboardEvent| search.press(&event)
                on:blur=move |_| search.text.set(String::new())
            />
            <kbd aria-hidden="true">"/"</kbd>
            <ul class="kd-hits" id="kd-hits" role="listbox" aria-label="Gefunden">
                {move || search.shown()}
            </ul>
        </div>
    }
}

impl Search {
    fn listen(self) {
        let listener = window_event_listener(ev::keydown, move |event| {
            let key = event.key();
            let by_slash = key == "/" && !event.ctrl_key() && !event.alt_key() && !event.meta_key();
            let by_letter = (event.ctrl_key() || event.meta_key()) && key.eq_ignore_ascii_case("k");
            let wanted = by_slash && !entry::is_typing() || by_letter && !entry::is_in_dialog();
            if wanted && self.app.mode.get_untracked() != Mode::Empty {
                event.prevent_default();
                let before = document().active_element();
                self.before
                    .set_value(before.and_then(|element| element.dyn_into().ok()));
                focus::on("#kd-quick");
            }
        });
        on_cleanup(move || listener.remove());
    }

    fn press(self, event: &KeyboardEvent) {
        let hits = hits(self.app, &self.text.get_untracked());
        let last = hits.len().saturating_sub(1);
        let at = self.at.get_untracked().min(last);
        match event.key().as_str() {
            "ArrowDown" => self.at.set(if at == last { 0 } else { at + 1 }),
            "ArrowUp" => self.at.set(if at == 0 { last } else { at - 1 }),
            "Enter" => {
                if let Some(hit) = hits.into_iter().nth(at) {
                    self.follow(hit.leads);
                }
            }
            "Escape" => {
                self.text.set(String::new());
                self.go_back();
            }
            _ => return,
        }
        event.prevent_default();
    }

    fn follow(self, leads: Leads) {
        self.text.set(String::new());
        match leads {
            Leads::To(route) => {
                // The page on screen already has nothing to announce.
                focus::on("main h1");
                route.go();
            }
            Leads::Opens(task) => {
                // The dialog gives the focus back to where one was, not to the search.
                self.go_back();
                self.entering.open(task);
            }
        }
    }

    fn go_back(self) {
        match self.before.try_update_value(Option::take).flatten() {
            Some(element) => drop(element.focus()),
            None => focus::on("main h1"),
        }
    }

    fn shown(self) -> View {
        let text = self.text.get();
        if text.trim().is_empty() {
            return View::nothing();
        }
        let hits = hits(self.app, &text);
        if hits.is_empty() {
            return view! { <li class="kd-hit kd-muted" role="option" aria-disabled="true">"Nichts gefunden"</li> };
        }
        let at = self.at.get();
        let place = |(place, hit): (usize, Hit)| self.hit(place, at == place, hit);
        hits.into_iter().enumerate().map(place).collect()
    }

    fn hit(self, place: usize, is_active: bool, hit: Hit) -> View {
        let Hit {
            label,
            detail,
            leads,
        } = hit;
        let leads = StoredValue::new(Some(leads));
        // Before the field loses the focus, which takes the list away.
        let choose = move |event: web_sys::MouseEvent| {
            event.prevent_default();
            if let Some(leads) = leads.try_update_value(Option::take).flatten() {
                self.follow(leads);
            }
        };
        view! {
            <li
                class="kd-hit"
                class:kd-hit--active=is_active
                id=format!("kd-hit-{place}")
                role="option"
                aria-selected=is_active.to_string()
                data-kd="search-hit"
                on:mousedown=choose
            >
                <b>{label}</b>
                <span class="kd-muted">{detail}</span>
            </li>
        }
    }
}

/// What is found: customers, what can be entered about the first, and pages.
fn hits(app: App, text: &str) -> Vec<Hit> {
    let words: Vec<String> = text.split_whitespace().map(fold).collect();
    let holds = |text: &str| {
        let folded = fold(text);
        words.iter().all(|word| folded.contains(word.as_str()))
    };
    if words.is_empty() {
        return Vec::new();
    }
    let found = app.stock.with_untracked(|stock| {
        let ledger: &Ledger = stock.ledger()?;
        let customers = ledger.caseload().customers.iter();
        let mut hits = Vec::new();
        for customer in customers
            .filter(|customer| holds(&searched(customer)))
            .take(MOST)
        {
            let route = Route::Case(address_key(ledger.lineage(), &customer.id));
            let name = customer.name.clone().unwrap_or_default();
            let detail = customer.number.to_string();
            let case = customer.id.clone();
            let is_first = hits.is_empty();
            hits.push(hit(name.clone(), detail.clone(), Leads::To(route)));
            if is_first {
                let contact = Task::Contact(case.clone(), Which::New);
                let label = format!("Kontakt erfassen: {name}");
                hits.push(hit(label, detail.clone(), Leads::Opens(contact)));
                let label = format!("Termin anlegen: {name}");
                hits.push(hit(label, detail, Leads::Opens(Task::Appointment(case))));
            }
        }
        Some(hits)
    });
    let mut hits = found.unwrap_or_default();
    for route in PAGES {
        if holds(route.title()) {
            hits.push(hit(
                route.title().to_owned(),
                "Seite".to_owned(),
                Leads::To(route),
            ));
        }
    }
    hits
}

fn hit(label: String, detail: String, leads: Leads) -> Hit {
    Hit {
        label,
        detail,
        leads,
    }
}

/// Where a customer is looked for.
fn searched(customer: &Customer) -> String {
    let mut text = customer.number.to_string();
    text.push(' ');
    text.push_str(customer.name.as_deref().unwrap_or_default());
    text
}
