//! Adding somebody by hand: the number is enough, everything else is filled in on their page.

use crate::app::App;
use crate::changing::Unchanged;
use crate::parts::alert::ErrorAlert;
use crate::parts::dialog::Dialog;
use crate::parts::focus;
use crate::parts::icon::Icon;
use crate::parts::writing;
use crate::reactive::RwSignal;
use crate::route::Route;
use crate::store::entropy::BrowserEntropy;
use crate::view::{View, view};
use caseload::history::{Command, Ledger, Refusal};
use caseload::letters::capitals;
use caseload::sealing::Entropy;
use caseload::{Customer, CustomerNumber, address_key};
use leptos::html;
use leptos::prelude::*;
use rules::facts::CaseId;

/// Whether the dialog is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Asking {
    No,
    Yes,
}

/// Why nobody was added.
#[derive(Debug, Clone)]
struct Refused {
    text: String,
    /// The address of whoever has the number already.
    present: Option<Route>,
}

/// The button, and the dialog behind it.
#[component]
pub fn AddCase() -> View {
    let app = App::expect();
    let asking = RwSignal::new(Asking::No);
    let blocked = writing::is_blocked(app);
    view! {
        <button
            type="button"
            class="kern-btn kern-btn--secondary kd-button"
            data-kd="case-add"
            disabled=move || blocked.get()
            on:click=move |_| asking.set(Asking::Yes)
        >
            {Icon::Plus.view()}
            <span class="kern-label">"Neue Person anlegen"</span>
        </button>
        {move || (asking.get() == Asking::Yes).then(|| view! { <AddDialog asking=asking/> })}
    }
}

#[component]
fn AddDialog(asking: RwSignal<Asking>) -> View {
    let app = App::expect();
    let number = NodeRef::<html::Input>::new();
    let name = NodeRef::<html::Input>::new();
    let refused = RwSignal::new(None::<Refused>);
    let value = |field: NodeRef<html::Input>| {
        field
            .get_untracked()
            .map_or(String::new(), |field| field.value().trim().to_owned())
    };
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        match add(app, &value(number), &value(name)) {
            Ok(route) => {
                asking.set(Asking::No);
                route.go();
            }
            Err(why) => {
                refused.set(Some(why));
                focus::on("#kd-add-number");
            }
        }
    };
    let message = move || {
        refused.get().map(|Refused { text, present }| {
            view! {
                <ErrorAlert title="Nicht angelegt">
                    <p>{text}</p>
                    {present
                        .map(|route| {
                            view! {
                                <p>
                                    <a class="kd-link" href=route.href().into_owned()>
                                        "Vorhandenen Fall öffnen"
                                    </a>
                                </p>
                            }
                        })}
                </ErrorAlert>
            }
        })
    };
    view! {
        <Dialog
            title="Neue Person anlegen"
            title_id="kd-add-title"
            on_close=move |()| asking.set(Asking::No)
        >
            <form class="kd-form" autocomplete="off" novalidate on:submit=submit>
                <p>
                    "Nötig ist nur die Kundennummer. Alle weiteren Angaben tragen Sie danach auf der Seite des Falls ein."
                </p>
                <div class="kd-form__field">
                    <label for="kd-add-number">"Kundennummer"</label>
                    <input
                        id="kd-add-number"
                        class="kd-field"
                        type="text"
                        data-kd="case-add-number"
                        autocomplete="off"
                        spellcheck="false"
                        required
                        node_ref=number
                    />
                </div>
                <div class="kd-form__field">
                    <label for="kd-add-name">"Name (freiwillig)"</label>
                    <input
                        id="kd-add-name"
                        class="kd-field"
                        type="text"
                        data-kd="case-add-name"
                        autocomplete="off"
                        spellcheck="false"
                        node_ref=name
                    />
                </div>
                {message}
                <div class="kd-buttons">
                    <button
                        type="submit"
                        class="kern-btn kern-btn--primary kd-button"
                        data-kd="case-add-save"
                    >
                        {Icon::Plus.view()}
                        <span class="kern-label">"Anlegen"</span>
                    </button>
                </div>
            </form>
        </Dialog>
    }
}

fn add(app: App, number: &str, name: &str) -> Result<Route, Refused> {
    let plain = |text: String| Refused {
        text,
        present: None,
    };
    let number = CustomerNumber::new(&capitals(number)).ok_or_else(|| {
        plain("Bitte geben Sie eine Kundennummer ein; ohne sie lässt sich der Fall nicht wiederfinden.".to_owned())
    })?;
    let id = fresh_id().ok_or_else(|| plain(Unchanged::NoRandomness.to_string()))?;
    let mut customer = Customer::new(id.clone(), number);
    customer.name = (!name.is_empty()).then(|| name.to_owned());
    let done = format!(
        "{} angelegt.",
        customer.name.as_deref().unwrap_or(customer.number.as_str())
    );
    app.change(&Command::AddCustomer(Box::new(customer)), done)
        .map_err(|unchanged| Refused {
            present: present(app, &unchanged),
            text: unchanged.to_string(),
        })?;
    address(app, &id).ok_or_else(|| plain(Unchanged::Nothing.to_string()))
}

/// The page of whoever has the number already.
fn present(app: App, unchanged: &Unchanged) -> Option<Route> {
    let Unchanged::Refused(Refusal::NumberTaken(number)) = unchanged else {
        return None;
    };
    let caseload = app.caseload_untracked()?;
    let mut customers = caseload.customers.iter();
    let holder = customers.find(|customer| customer.number == *number)?;
    address(app, &holder.id)
}

fn address(app: App, case: &CaseId) -> Option<Route> {
    let lineage = app
        .stock
        .with_untracked(|stock| stock.ledger().map(Ledger::lineage))?;
    Some(Route::Case(address_key(lineage, case)))
}

/// An id that says nothing about anybody.
fn fresh_id() -> Option<CaseId> {
    let mut random = [0; 10];
    BrowserEntropy::new().ok()?.fill(&mut random).ok()?;
    let digits: String = random.iter().map(|byte| format!("{byte:02x}")).collect();
    Some(CaseId::from(format!("n-{digits}").as_str()))
}
