//! The Übertragsliste: what has to be entered in VerBIS and ATV as well, each with its deadline, a
//! text to copy and a tick.

mod entry;

use crate::app::App;
use crate::copying;
use crate::german;
use crate::parts::icon::Icon;
use crate::parts::print::PrintButton;
use crate::parts::writing;
use crate::route::Route;
use crate::view::{View, view};
use caseload::transfers::{self, copy_text};
use caseload::{Caseload, Transfer, TransferSystem};
use chrono::{Days, NaiveDate};
use entry::Entries;
use leptos::prelude::*;
use rules::Fact;
use rules::wording::date;

/// Days for which an entry that was ticked off stays on the page.
const DONE_STAYS: Days = Days::new(14);

/// The page.
#[component]
pub fn TransfersPage() -> View {
    let app = App::expect();
    view! {
        <div class="kd-page kd-transfers">
            <div class="kd-due__head">
                <h1 tabindex="-1">{Route::Transfers.title()}</h1>
                <p class="kd-due__for">"Stand " {move || date(app.today.get())}</p>
            </div>
            <p class="kd-lead">
                "VerBIS und ATV bleiben die führenden Verfahren. Was Sie hier ändern und dort auch stehen muss, sammelt diese Liste."
            </p>
            {writing::notice(app)}
            <div class="kd-toolbar">
                <div class="kd-toolbar__add">
                    <PrintButton/>
                </div>
            </div>
            {move || lists(app)}
        </div>
    }
}

fn lists(app: App) -> View {
    let Some(caseload) = app.caseload() else {
        return View::nothing();
    };
    let today = app.today.get();
    let open = transfers::open(&caseload);
    let done = recently_done(&caseload, today);
    let entries = Entries::new(app, &caseload, today);
    let of = |system: Fact<TransferSystem>| -> Vec<&Transfer> {
        let open = open.iter().copied();
        open.filter(|transfer| transfer.system == system).collect()
    };
    let sections: View = [
        ("In ATV eintragen", Fact::Known(TransferSystem::Atv)),
        ("In VerBIS eintragen", Fact::Known(TransferSystem::Verbis)),
        ("Ohne Fachverfahren", Fact::Unknown),
    ]
    .into_iter()
    .filter_map(|(title, system)| {
        let of_system = of(system);
        (!of_system.is_empty()).then(|| section(app, &caseload, title, &of_system, entries))
    })
    .collect();
    let nothing = open.is_empty().then(|| {
        view! {
            <div class="kd-nothing">
                {Icon::CheckCircle.view()}
                <p>
                    <b>"Alles übertragen."</b>
                </p>
                <p>
                    "Neue Einträge entstehen von selbst, wenn Sie Termine, Kontakte oder Kategorien ändern."
                </p>
            </div>
        }
    });
    let done = (!done.is_empty()).then(|| {
        let rows: View = done.iter().map(|transfer| entries.done(transfer)).collect();
        view! {
            <details class="kd-transfers__done">
                <summary>
                    {format!("In den letzten 14 Tagen erledigt: {}", german::count(done.len()))}
                </summary>
                <ul class="kd-transfers__list">{rows}</ul>
            </details>
        }
    });
    [View::of(nothing), sections, View::of(done)]
        .into_iter()
        .collect()
}

/// Entries that were ticked off lately, the latest first.
fn recently_done(caseload: &Caseload, today: NaiveDate) -> Vec<&Transfer> {
    let from = today.checked_sub_days(DONE_STAYS).unwrap_or(today);
    let mut done: Vec<&Transfer> = caseload
        .transfers
        .iter()
        .filter(|transfer| transfer.done_on.is_some_and(|day| day >= from))
        .collect();
    rules::ordering::sort_by(&mut done, |one, other| other.done_on.cmp(&one.done_on));
    done
}

fn section(
    app: App,
    caseload: &Caseload,
    title: &'static str,
    transfers: &[&Transfer],
    entries: Entries<'_>,
) -> View {
    let rows: View = transfers
        .iter()
        .map(|transfer| entries.open(transfer))
        .collect();
    let lines: Vec<String> = transfers
        .iter()
        .map(|transfer| copy_text(caseload, transfer))
        .collect();
    let all = lines.join("\n");
    view! {
        <section class="kd-transfers__section">
            <div class="kd-transfers__head">
                <h2>{title} " " <span class="kd-check__count">{german::count(transfers.len())}</span></h2>
                <button
                    type="button"
                    class="kd-link-button"
                    data-kd="transfer-copy-all"
                    on:click=move |_| copying::copy(app, all.clone())
                >
                    {Icon::Copy.view()}
                    "Alle kopieren"
                </button>
            </div>
            <ul class="kd-transfers__list">{rows}</ul>
        </section>
    }
}
