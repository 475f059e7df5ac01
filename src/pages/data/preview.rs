//! The dry run of a list, row by row: what would be new, what would change, what cannot be read.

use crate::german;
use crate::parts::icon::Icon;
use crate::reactive::RwSignal;
use crate::view::{Children, View, view};
use caseload::import::{Change, Fault, Hint, ImportPlan, ImportRow, Verdict};
use leptos::prelude::*;
use rules::ordering::sort_by_key;
use std::sync::Arc;

/// Rows shown of each verdict; a page with ten thousand rows helps nobody.
const SHOWN: usize = 500;

/// Counts, notes and rows; between them stands what can be done.
#[component]
pub fn Preview(
    /// The dry run.
    plan: Arc<ImportPlan>,
    /// What can be done with it.
    children: Children,
) -> View {
    let counts = plan.counts();
    let only = RwSignal::new(None::<Verdict>);
    let chip = move |verdict: Verdict| {
        let count = counts.of(verdict);
        view! {
            <li>
                <button
                    type="button"
                    class=format!("kd-chip {}", tone(verdict))
                    class:kd-chip--none=count == 0
                    data-kd="import-count"
                    data-verdict=verdict.key()
                    data-count=count.to_string()
                    aria-pressed=move || (only.get() == Some(verdict)).to_string()
                    on:click=move |_| {
                        only.update(|only| {
                            *only = (*only != Some(verdict)).then_some(verdict);
                        });
                    }
                >
                    {icon(verdict).view()}
                    <b>{german::count(count)}</b>
                    <span>{verdict.label()}</span>
                </button>
            </li>
        }
    };
    let notes = (!plan.notes.is_empty()).then(|| {
        view! {
            <ul class="kd-notes">
                {plan
                    .notes
                    .iter()
                    .map(|note| view! { <li>{Icon::Info.view()} <span>{note.to_string()}</span></li> })
                    .collect::<View>()}
            </ul>
        }
    });
    let passed_over = (counts.passed_over > 0).then(|| {
        view! {
            <p>
                {format!(
                    "{} nicht übernommen, weil die Kundennummer fehlt oder doppelt ist.",
                    german::counted(counts.passed_over, "Zeile wird", "Zeilen werden"),
                )}
            </p>
        }
    });
    let rows = move || rows(&plan, only.get());
    view! {
        <h4>"Das würde sich ändern"</h4>
        <ul class="kd-chips" aria-label="Nach Ergebnis filtern">
            {Verdict::ALL.map(chip).into_iter().collect::<View>()}
        </ul>
        {passed_over}
        {notes}
        {children()}
        {rows}
    }
}

fn tone(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::New => "kd-tone kd-tone--success",
        Verdict::Changed => "kd-tone kd-tone--info",
        Verdict::Unchanged => "kd-tone kd-tone--neutral",
        Verdict::Faulty => "kd-tone kd-tone--danger",
    }
}

fn icon(verdict: Verdict) -> Icon {
    match verdict {
        Verdict::New => Icon::Plus,
        Verdict::Changed => Icon::Pen,
        Verdict::Unchanged => Icon::Check,
        Verdict::Faulty => Icon::Alarm,
    }
}

fn rows(plan: &ImportPlan, only: Option<Verdict>) -> View {
    let verdicts: Vec<Verdict> = Verdict::ALL
        .into_iter()
        .filter(|verdict| only.is_none_or(|only| only == *verdict))
        .collect();
    let mut shown: Vec<&ImportRow> = Vec::new();
    let mut hidden = Vec::new();
    for verdict in verdicts {
        let of_verdict = plan.rows.iter().filter(|row| row.verdict == verdict);
        shown.extend(of_verdict.take(SHOWN));
        let more = plan.counts().of(verdict).saturating_sub(SHOWN);
        if more > 0 {
            hidden.push(format!("{} {}", german::count(more), verdict.label()));
        }
    }
    sort_by_key(&mut shown, |row| row.row);
    let note = (!hidden.is_empty()).then(|| {
        view! {
            <p class="kd-muted">
                {format!(
                    "Gezeigt werden je Ergebnis die ersten {SHOWN} Zeilen. Nicht gezeigt, aber genauso behandelt: {}.",
                    hidden.join(", "),
                )}
            </p>
        }
    });
    view! {
        {note}
        <div class="kd-scroll kd-scroll--high" tabindex="0" role="region" aria-label="Zeilen der Liste">
            <table class="kd-table kd-import">
                <thead>
                    <tr>
                        <th scope="col" class="kd-import__row">
                            "Zeile"
                        </th>
                        <th scope="col" class="kd-import__who">
                            "Person"
                        </th>
                        <th scope="col" class="kd-import__verdict">
                            "Ergebnis"
                        </th>
                        <th scope="col">"Änderungen und Fehler"</th>
                    </tr>
                </thead>
                <tbody>{shown.into_iter().map(row).collect::<View>()}</tbody>
            </table>
        </div>
    }
}

fn row(row: &ImportRow) -> View {
    let number = row.number.as_ref().map(ToString::to_string);
    let (name, under_name) = match (&row.name, number) {
        (Some(name), number) => (name.clone(), number),
        (None, Some(number)) => (number, None),
        (None, None) => ("ohne Nummer".to_owned(), None),
    };
    view! {
        <tr data-kd="import-row" data-verdict=row.verdict.key() data-row=row.row.to_string()>
            <td class="kd-import__row">{row.row.to_string()}</td>
            <th scope="row" class="kd-import__who">
                {name}
                {under_name.map(|number| view! { <span class="kd-due__number">{number}</span> })}
            </th>
            <td class="kd-import__verdict">
                <span class=format!("kd-badge {}", tone(row.verdict))>
                    {icon(row.verdict).view()} <span>{row.verdict.label()}</span>
                </span>
            </td>
            <td>
                {row.faults.iter().map(fault).collect::<View>()}
                {changes(row)}
                {row.hints.iter().map(hint).collect::<View>()}
            </td>
        </tr>
    }
}

fn fault(fault: &Fault) -> View {
    view! {
        <p class="kd-import__fault">
            {Icon::Alarm.view()}
            <span>{fault.to_string()}</span>
        </p>
    }
}

fn hint(hint: &Hint) -> View {
    view! {
        <p class="kd-import__hint">
            {Icon::Info.view()}
            <span>{hint.to_string()}</span>
        </p>
    }
}

/// What the row changes; the name of somebody new stands in its own column already.
fn changes(row: &ImportRow) -> Option<View> {
    let texts: Vec<String> = row
        .changes
        .iter()
        .filter(|change| row.name.as_ref() != Some(&change.new) || !nothing_before(change))
        .map(change)
        .collect();
    (row.taken_over() && !texts.is_empty()).then(|| view! { <p>{texts.join(" · ")}</p> })
}

/// "Status: arbeitslos", or with what was recorded before.
fn change(change: &Change) -> String {
    let Change { what, old, new } = change;
    if nothing_before(change) {
        format!("{what}: {new}")
    } else {
        format!("{what}: {old} → {new}")
    }
}

/// Whether the change fills a gap.
fn nothing_before(change: &Change) -> bool {
    matches!(change.old.as_str(), "" | "–" | "unbekannt" | "keine")
}
