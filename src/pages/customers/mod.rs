//! *Bestand*: everybody, the closed ones too, with search, adding, and one change for several at once.

mod bulk;
mod rows;

use crate::app::App;
use crate::fold::fold;
use crate::german;
use crate::pages::case::add::AddCase;
use crate::parts::icon::Icon;
use crate::parts::print::PrintButton;
use crate::parts::writing;
use crate::reactive::RwSignal;
use crate::route::Route;
use crate::view::{View, view};
use caseload::history::Ledger;
use caseload::{Caseload, Customer};
use leptos::prelude::*;

/// Rows shown before the rest is asked for.
const SHOWN: usize = 500;

/// The page behind `#/bestand`.
#[component]
pub fn CustomersPage() -> View {
    let app = App::expect();
    let search = RwSignal::new(String::new());
    let extent = RwSignal::new(SHOWN);
    view! {
        <div class="kd-page kd-customers">
            <h1 tabindex="-1">{Route::Customers.title()}</h1>
            {writing::notice(app)}
            <div class="kd-toolbar">
                <div class="kd-search">
                    {Icon::Search.view()}
                    <label class="kern-sr-only" for="kd-customers-search">
                        "Im Bestand suchen"
                    </label>
                    <input
                        id="kd-customers-search"
                        class="kd-field"
                        type="search"
                        data-kd="customers-search"
                        placeholder="Name oder Nummer"
                        autocomplete="off"
                        spellcheck="false"
                        prop:value=search
                        on:input=move |event| search.set(event_target_value(&event))
                    />
                </div>
                <div class="kd-toolbar__add">
                    <PrintButton/>
                    <AddCase/>
                </div>
            </div>
            <bulk::Bulk/>
            {move || table(app, search, extent)}
        </div>
    }
}

fn table(app: App, search: RwSignal<String>, extent: RwSignal<usize>) -> View {
    let (Some(caseload), Some(lineage)) = (
        app.caseload(),
        app.stock
            .with_untracked(|stock| stock.ledger().map(Ledger::lineage)),
    ) else {
        return View::nothing();
    };
    let found = found(&caseload, &search.get());
    let shown = found.len().min(extent.get());
    let today = app.today.get();
    let count = format!(
        "{}, davon {} abgeschlossen",
        german::counted(found.len(), "Person", "Personen"),
        german::count(
            found
                .iter()
                .filter(|customer| customer.is_closed(today))
                .count()
        )
    );
    let rest = found.len() - shown;
    let more = (rest > 0).then(|| {
        view! {
            <button
                type="button"
                class="kd-link-button"
                data-kd="customers-all"
                on:click=move |_| extent.set(usize::MAX)
            >
                {format!("{} zeigen", german::counted(rest, "weitere Person", "weitere Personen"))}
            </button>
        }
    });
    let rows = rows::rows(found.get(..shown).unwrap_or_default(), lineage, today);
    view! {
        <p class="kd-toolbar__count" role="status" aria-live="polite">
            {count}
        </p>
        {rows}
        {more}
    }
}

/// Customers who hold every word, by number.
fn found<'c>(caseload: &'c Caseload, search: &str) -> Vec<&'c Customer> {
    let words: Vec<String> = search.split_whitespace().map(fold).collect();
    let holds = |customer: &Customer| {
        let mut text = fold(customer.number.as_str());
        text.push(' ');
        text.push_str(&fold(customer.name.as_deref().unwrap_or_default()));
        words.iter().all(|word| text.contains(word.as_str()))
    };
    let customers = caseload.customers.iter().map(AsRef::as_ref);
    let mut found: Vec<&Customer> = customers.filter(|customer| holds(customer)).collect();
    rules::ordering::sort_by(&mut found, |one, other| one.number.cmp(&other.number));
    found
}
