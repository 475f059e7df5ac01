//! What the rules object to in the own caseload: gravest first, rule by rule, each with what stands
//! there, what the rules say, and the way to put it right or to leave it with a reason.

mod filter;
mod finding;
mod keep;
mod sections;
mod why;

use crate::app::App;
use crate::checked::Checked;
use crate::german;
use crate::parts::icon::Icon;
use crate::parts::print::PrintButton;
use crate::parts::severity;
use crate::parts::writing;
use crate::reactive::RwSignal;
use crate::route::Route;
use crate::view::{View, view};
use filter::Filter;
use leptos::prelude::*;
use rules::Severity;
use rules::wording::date;
use sections::sections;
use std::sync::Arc;

/// The page.
#[component]
pub fn CheckPage() -> View {
    let app = App::expect();
    let checked = app.checked;
    let filter = Filter::new();
    let asked = RwSignal::new(None);
    let keeping = RwSignal::new(None);
    view! {
        <div class="kd-page kd-check">
            <div class="kd-due__head">
                <h1 tabindex="-1">{Route::Check.title()}</h1>
                <p class="kd-due__for">"Stand " {move || date(app.today.get())}</p>
            </div>
            {writing::notice(app)}
            {move || checked.get().map(|checked| chips(&checked, filter))}
            {move || checked.get().map(|checked| toolbar(&checked, filter))}
            {move || checked.get().map(|checked| list(app, &checked, filter, asked, keeping))}
            <why::Why asked=asked/>
            <keep::Keep keeping=keeping/>
        </div>
    }
}

fn chips(checked: &Arc<Checked>, filter: Filter) -> View {
    let chip = |severity: Severity| {
        let count = checked.count(severity);
        let tone = severity::tone(severity);
        let class = if count == 0 { " kd-chip--none" } else { "" };
        view! {
            <li>
                <button
                    type="button"
                    class=format!("kd-chip {tone}{class}")
                    data-kd="finding-count"
                    data-severity=severity.key()
                    data-count=count.to_string()
                    aria-pressed=move || filter.shows_only(severity).to_string()
                    on:click=move |_| filter.toggle(severity)
                >
                    {severity::icon(severity).view()}
                    <b>{german::count(count)}</b>
                    <span>{severity::label(severity, count)}</span>
                </button>
            </li>
        }
    };
    let chips: View = Severity::ALL.map(chip).into_iter().collect();
    view! {
        <ul class="kd-chips" aria-label="Ergebnisse nach Gewicht">
            {chips}
        </ul>
    }
}

fn toolbar(checked: &Arc<Checked>, filter: Filter) -> View {
    let kept = checked
        .findings
        .iter()
        .filter(|found| found.kept.is_some())
        .count();
    let options: View = filter::rules(checked)
        .into_iter()
        .map(|(rule, count)| {
            view! {
                <option value=rule.id()>{format!("{rule} · {} ({count})", rule.heading())}</option>
            }
        })
        .collect();
    let keeps = (kept > 0).then(|| {
        view! {
            <label class="kd-check__kept">
                <input
                    type="checkbox"
                    data-kd="show-kept"
                    prop:checked=move || filter.with_kept.get()
                    on:change=move |_| filter.with_kept.update(|shown| *shown = !*shown)
                />
                {format!("{} zeigen", german::counted(kept, "Ausnahme", "Ausnahmen"))}
            </label>
        }
    });
    view! {
        <div class="kd-toolbar">
            <div class="kd-toolbar__group">
                <label for="kd-check-rule">"Regel"</label>
                <select
                    id="kd-check-rule"
                    class="kd-field"
                    on:change=move |event| filter.choose_rule(&event_target_value(&event))
                    prop:value=move || filter.rule_key()
                >
                    <option value="">"alle"</option>
                    {options}
                </select>
            </div>
            {keeps}
            <div class="kd-toolbar__add">
                <PrintButton/>
            </div>
        </div>
    }
}

fn list(
    app: App,
    checked: &Arc<Checked>,
    filter: Filter,
    asked: RwSignal<Option<finding::Key>>,
    keeping: RwSignal<Option<finding::Key>>,
) -> View {
    let sections = sections(checked, filter);
    if sections.is_empty() {
        return nothing(checked, filter);
    }
    let blocked = writing::is_blocked(app);
    let acts = finding::Acts {
        app,
        asked,
        keeping,
        blocked,
    };
    sections
        .into_iter()
        .map(|section| section.view(checked, filter, acts))
        .collect()
}

fn nothing(checked: &Checked, filter: Filter) -> View {
    if checked.findings.is_empty() || !filter.is_narrow() {
        return view! {
            <div class="kd-nothing">
                {Icon::CheckCircle.view()}
                <p>
                    <b>"Nichts zu beanstanden."</b>
                </p>
                <p>"Die Prüfung läuft bei jeder Änderung mit; was auffällt, steht dann hier."</p>
            </div>
        };
    }
    view! {
        <div class="kd-nothing">
            <p>
                <b>"Zu dieser Auswahl gibt es kein Ergebnis."</b>
            </p>
            <button
                type="button"
                class="kern-btn kern-btn--secondary kd-button"
                on:click=move |_| filter.reset()
            >
                <span class="kern-label">"Alle zeigen"</span>
            </button>
        </div>
    }
}
