//! What an opened backup would change, and the decision. Nothing changes before it.

use super::Restoring;
use crate::app::App;
use crate::german;
use crate::parts::alert::{ErrorAlert, Notice};
use crate::parts::focus;
use crate::parts::icon::Icon;
use crate::parts::toast::Toast;
use crate::parts::writing;
use crate::reactive::{Memo, RwSignal};
use crate::restoring::Draft;
use crate::stock::Place;
use crate::view::{View, view};
use caseload::Caseload;
use caseload::comparison::{Compared, Comparison, Conflict, Merged, Relation, compare, merge};
use caseload::history::Ledger;
use leptos::prelude::*;
use rules::wording::date;
use std::sync::Arc;

/// Rows shown; a page with ten thousand rows helps nobody.
const SHOWN: usize = 500;

/// What shall become of what is here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    /// The backup takes its place.
    Replace,
    /// The backup adds what is missing.
    Merge,
}

/// Whether the backup may be restored here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kinship {
    /// It is of this caseload.
    Same,
    /// It is of another one, and this one has nobody in it yet.
    Adopted,
    /// It is of another one.
    Foreign,
}

/// What differs now; it follows changes that are made meanwhile.
#[derive(Debug, Clone)]
struct Differing {
    kinship: Kinship,
    comparison: Arc<Comparison>,
    merged: Arc<Merged>,
}

/// The dry run.
#[component]
pub fn DryRun(draft: Arc<Draft>, restoring: Restoring) -> View {
    let app = App::expect();
    let way = RwSignal::new(Way::Replace);
    let differing = {
        let draft = Arc::clone(&draft);
        Memo::new_with_compare(
            move |_| {
                app.stock
                    .with(|stock| differing(stock.ledger_of(Place::Own)?, &draft))
            },
            |_, _| true,
        )
    };
    let title = format!("Sicherung „{}“{}", draft.name, written(&draft));
    let lost = draft.losses;
    let losses = (lost > 0).then(|| {
        view! {
            <Notice>
                <p>
                    {format!(
                        "{} nicht lesbar. Verglichen wird, was gelesen werden konnte.",
                        german::counted(
                            lost,
                            "Stelle der Rettungsdatei war",
                            "Stellen der Rettungsdatei waren",
                        ),
                    )}
                </p>
            </Notice>
        }
    });
    let body = move || {
        let differing = differing.get()?;
        Some(match differing.kinship {
            Kinship::Foreign => foreign(&draft, restoring),
            Kinship::Same | Kinship::Adopted => {
                decision(Arc::clone(&draft), &differing, way, restoring)
            }
        })
    };
    view! {
        <div class="kd-draft">
            <h3 id="kd-restore-draft" tabindex="-1">
                {title}
            </h3>
            {losses}
            {body}
        </div>
    }
}

fn written(draft: &Draft) -> String {
    let at = draft.written_at;
    at.map_or(String::new(), |at| {
        format!(" vom {}", date(at.date_naive()))
    })
}

fn differing(ledger: &Ledger, draft: &Draft) -> Option<Differing> {
    let present: &Caseload = ledger.caseload();
    let kinship = if draft.lineage == ledger.lineage() {
        Kinship::Same
    } else if present.customers.is_empty() {
        Kinship::Adopted
    } else {
        Kinship::Foreign
    };
    Some(Differing {
        kinship,
        comparison: Arc::new(compare(present, &draft.caseload)),
        merged: Arc::new(merge(present, &draft.caseload)),
    })
}

fn foreign(draft: &Draft, restoring: Restoring) -> View {
    let text = format!(
        "Die Datei{} enthält {}, gehört aber nicht zu dem Bestand, der hier geöffnet ist. Es wurde nichts geändert.",
        written(draft),
        german::counted(draft.caseload.customers.len(), "Person", "Personen"),
    );
    view! {
        <ErrorAlert title="Das ist die Sicherung eines anderen Bestands">
            <p>{text}</p>
            <p>
                "Wiederherstellen lässt sie sich dort, wo noch niemand im Bestand ist: in einem anderen Browserprofil oder, nachdem Sie diesen Bestand gesichert haben, hier nach „Alles löschen“."
            </p>
        </ErrorAlert>
        <div class="kd-buttons">{cancel(restoring, "Datei schließen")}</div>
    }
}

fn decision(
    draft: Arc<Draft>,
    differing: &Differing,
    way: RwSignal<Way>,
    restoring: Restoring,
) -> View {
    let app = App::expect();
    let Differing {
        kinship,
        comparison,
        merged,
    } = differing.clone();
    let counts = counts(&comparison);
    if kinship == Kinship::Same && comparison.is_same() {
        return view! {
            {counts}
            <p>"Die Sicherung stimmt mit dem Bestand überein; es gibt nichts wiederherzustellen."</p>
            <div class="kd-buttons">{cancel(restoring, "Datei schließen")}</div>
        };
    }
    let choice = (kinship == Kinship::Same).then(|| choice(way));
    let adopted = (kinship == Kinship::Adopted).then(|| {
        view! {
            <p>
                "Hier ist noch niemand erfasst. Der Bestand aus der Sicherung wird übernommen und hier weitergeführt; die Passphrase dieses Browsers bleibt."
            </p>
        }
    });
    let blocked = writing::is_blocked(app);
    let accept = {
        let merged = Arc::clone(&merged);
        move |_| {
            let done = match way.get_untracked() {
                Way::Replace => app.replace_by(&draft),
                Way::Merge => app.join_with(&draft, &merged),
            };
            match done {
                Ok(()) => {
                    restoring.clear();
                    focus::on_rendered("#kd-undo-title");
                }
                Err(unchanged) => {
                    app.toast.set(Some(Toast::plain(unchanged.to_string())));
                }
            }
        }
    };
    let label = move || match way.get() {
        Way::Replace => "Bestand durch die Sicherung ersetzen",
        Way::Merge => "Fehlendes aus der Sicherung ergänzen",
    };
    let details = move || match way.get() {
        Way::Replace => replaced(&comparison),
        Way::Merge => joined(&comparison, &merged),
    };
    view! {
        {counts}
        {choice}
        {adopted}
        <div class="kd-buttons">
            <button
                type="button"
                class="kern-btn kern-btn--primary kd-button"
                data-kd="restore-accept"
                disabled=move || blocked.get()
                on:click=accept
            >
                {Icon::Check.view()}
                <span class="kern-label">{label}</span>
            </button>
            {cancel(restoring, "Verwerfen")}
        </div>
        {details}
    }
}

pub(super) fn cancel(restoring: Restoring, label: &'static str) -> View {
    let discard = move |_| super::let_go(restoring);
    view! {
        <button
            type="button"
            class="kern-btn kern-btn--secondary kd-button"
            data-kd="restore-cancel"
            on:click=discard
        >
            <span class="kern-label">{label}</span>
        </button>
    }
}

fn choice(way: RwSignal<Way>) -> View {
    let option = move |key: &'static str, this: Way, label: &'static str, more: &'static str| {
        view! {
            <label class="kd-choice">
                <input
                    type="radio"
                    name="restore-mode"
                    data-kd="restore-mode"
                    value=key
                    prop:checked=move || way.get() == this
                    on:change=move |_| way.set(this)
                />
                <span>
                    <b>{label}</b>
                    " "
                    {more}
                </span>
            </label>
        }
    };
    view! {
        <fieldset class="kd-choices">
            <legend>"Was soll geschehen?"</legend>
            {option(
                "replace",
                Way::Replace,
                "Ersetzen:",
                "Der Bestand ist danach so wie in der Sicherung. Was nur hier steht, entfällt.",
            )}
            {option(
                "merge",
                Way::Merge,
                "Ergänzen:",
                "Was hier fehlt, kommt dazu. Überschrieben wird nichts; bei Widersprüchen gilt, was hier steht.",
            )}
        </fieldset>
    }
}

fn counts(comparison: &Comparison) -> View {
    let of = |wanted: &str| {
        let customers = comparison.customers.iter();
        customers
            .filter(|compared| key(&compared.relation) == wanted)
            .count()
    };
    let counts = [
        ("new", "nur in der Sicherung", of("new")),
        ("changed", "verschieden", of("changed")),
        ("gone", "nur hier", of("gone")),
        ("unchanged", "gleich", comparison.unchanged),
    ];
    let entry = |(key, label, count): (&'static str, &'static str, usize)| {
        view! {
            <div data-kd="restore-count" data-relation=key data-count=count.to_string()>
                <dt>{label}</dt>
                <dd>{german::count(count)}</dd>
            </div>
        }
    };
    view! { <dl class="kd-summary kd-restore__counts">{counts.map(entry).into_iter().collect::<View>()}</dl> }
}

fn key(relation: &Relation) -> &'static str {
    match relation {
        Relation::New => "new",
        Relation::Changed(_) => "changed",
        Relation::Gone => "gone",
    }
}

fn replaced(comparison: &Comparison) -> View {
    view! {
        {general(&comparison.general)}
        {table(&comparison.customers, |relation| relation.label())}
    }
}

fn joined(comparison: &Comparison, merged: &Merged) -> View {
    let new: Vec<Compared> = comparison
        .customers
        .iter()
        .filter(|compared| compared.relation == Relation::New)
        .cloned()
        .collect();
    let conflicts = (!merged.conflicts.is_empty()).then(|| {
        let listed = merged
            .conflicts
            .iter()
            .take(SHOWN)
            .map(conflict)
            .collect::<View>();
        view! {
            <h4>"Widersprüche: Es bleibt, was hier steht"</h4>
            <ul class="kd-restore__conflicts" data-kd="restore-conflicts">
                {listed}
            </ul>
        }
    });
    view! {
        {general(&merged.general)}
        {conflicts}
        {table(&new, |_| "kommt dazu")}
    }
}

fn conflict(conflict: &Conflict) -> View {
    let number = conflict
        .number
        .as_ref()
        .map_or("ohne Nummer".to_owned(), ToString::to_string);
    view! {
        <li>
            <b>{number}</b>
            <ul>
                {conflict
                    .lines
                    .iter()
                    .map(|line| view! { <li>{line.clone()}</li> })
                    .collect::<View>()}
            </ul>
        </li>
    }
}

pub(super) fn general(lines: &[String]) -> Option<View> {
    (!lines.is_empty()).then(|| {
        view! {
            <ul class="kd-notes">
                {lines
                    .iter()
                    .map(|line| view! { <li>{Icon::Info.view()} <span>{line.clone()}</span></li> })
                    .collect::<View>()}
            </ul>
        }
    })
}

pub(super) fn table(customers: &[Compared], label: fn(&Relation) -> &'static str) -> Option<View> {
    let more = customers.len().saturating_sub(SHOWN);
    (!customers.is_empty()).then(|| {
        let rest = (more > 0).then(|| {
            view! {
                <p class="kd-muted">
                    {format!(
                        "Gezeigt werden die ersten {SHOWN}. Dazu kommen {}.",
                        german::counted(more, "weitere Person", "weitere Personen"),
                    )}
                </p>
            }
        });
        view! {
            {rest}
            <div
                class="kd-scroll kd-scroll--high"
                tabindex="0"
                role="region"
                aria-label="Unterschiede je Person"
            >
                <table class="kd-table kd-import">
                    <thead>
                        <tr>
                            <th scope="col" class="kd-import__who">
                                "Person"
                            </th>
                            <th scope="col" class="kd-import__verdict">
                                "Ergebnis"
                            </th>
                            <th scope="col">"Unterschiede"</th>
                        </tr>
                    </thead>
                    <tbody>
                        {customers
                            .iter()
                            .take(SHOWN)
                            .map(|compared| row(compared, label(&compared.relation)))
                            .collect::<View>()}
                    </tbody>
                </table>
            </div>
        }
    })
}

fn row(compared: &Compared, label: &'static str) -> View {
    let number = compared.number.to_string();
    let (name, under_name) = match &compared.name {
        Some(name) => (name.clone(), Some(number)),
        None => (number, None),
    };
    let (tone, icon, lines) = match &compared.relation {
        Relation::New => ("kd-tone--success", Icon::Plus, Vec::new()),
        Relation::Changed(lines) => ("kd-tone--info", Icon::Pen, lines.clone()),
        Relation::Gone => ("kd-tone--danger", Icon::Minus, Vec::new()),
    };
    view! {
        <tr data-kd="restore-row" data-relation=key(&compared.relation)>
            <th scope="row" class="kd-import__who">
                {name}
                {under_name.map(|number| view! { <span class="kd-due__number">{number}</span> })}
            </th>
            <td class="kd-import__verdict">
                <span class=format!("kd-badge kd-tone {tone}")>
                    {icon.view()} <span>{label}</span>
                </span>
            </td>
            <td>
                <ul>{lines.into_iter().map(|line| view! { <li>{line}</li> }).collect::<View>()}</ul>
            </td>
        </tr>
    }
}
