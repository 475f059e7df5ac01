//! Closed customers whose time is up: listed, chosen, confirmed, and deleted for good.

use super::not_erased;
use crate::app::App;
use crate::background::spawn_local;
use crate::erasing::EraseError;
use crate::german;
use crate::parts::alert::ErrorAlert;
use crate::parts::dialog::Dialog;
use crate::parts::focus;
use crate::parts::icon::Icon;
use crate::parts::toast::Toast;
use crate::parts::writing;
use crate::reactive::{Memo, RwSignal};
use crate::remembered::{self, RETENTION_MONTHS};
use crate::view::{View, view};
use caseload::Caseload;
use caseload::retention::{Marked, NOTICE_DAYS, RetentionPeriod, Ripeness, due_for_deletion};
use leptos::prelude::*;
use rules::facts::CaseId;
use rules::ordering;
use rules::ordering::OrderedSet;
use rules::wording::date;

/// A case that is marked, with the name of the customer.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Line {
    marked: Marked,
    name: Option<String>,
}

/// How far the deletion has come.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Stage {
    /// Nothing is under way.
    Choosing,
    /// The user is asked whether it is meant.
    Asking,
    /// The store is being written anew.
    Working,
    /// Nothing was deleted.
    Failed(EraseError),
}

/// The section of the page.
#[component]
pub fn Retention() -> View {
    let app = App::expect();
    let period = RwSignal::new(remembered::retention());
    let chosen = RwSignal::new(OrderedSet::<CaseId>::new());
    let stage = RwSignal::new(Stage::Choosing);
    let lines = Memo::new(move |_| {
        let caseload = app.caseload();
        caseload.map_or(Vec::new(), |caseload| {
            let marked = due_for_deletion(&caseload, period.get(), app.today.get());
            marked
                .into_iter()
                .map(|marked| Line {
                    name: name_of(&caseload, &marked.case),
                    marked,
                })
                .collect()
        })
    });
    // What was chosen and is not due any more, because the period or the case changed, is not meant.
    let meant = Memo::new(move |_| {
        lines.with(|lines| {
            let due = lines
                .iter()
                .filter(|line| line.marked.ripeness == Ripeness::Due);
            let ids = due.map(|line| line.marked.case.clone());
            chosen.with(|chosen| ordering::set(ids.filter(|id| chosen.contains(id))))
        })
    });
    let delete = Callback::new(move |()| {
        let cases = meant.get_untracked();
        stage.set(Stage::Working);
        spawn_local(async move {
            let outcome = app.delete_finally(&cases).await;
            if chosen.try_get_untracked().is_none() {
                return;
            }
            match outcome {
                Ok(()) => {
                    chosen.set(OrderedSet::new());
                    stage.set(Stage::Choosing);
                    app.toast.set(Some(Toast::plain(format!(
                        "{} endgültig gelöscht. Ältere Sicherungsdateien enthalten sie noch.",
                        german::counted(cases.len(), "Person", "Personen")
                    ))));
                    focus::on_rendered("#kd-retention-title");
                }
                Err(error) => {
                    stage.set(Stage::Failed(error));
                    focus::on_rendered(".kd-retention [data-kd=error]");
                }
            }
        });
    });
    view! {
        <section class="kd-section kd-retention" aria-labelledby="kd-retention-title">
            <h2 id="kd-retention-title" tabindex="-1">
                "Aufbewahrung und Löschen"
            </h2>
            <div class="kd-row">
                <label for="kd-retention-months">"Abgeschlossene Fälle aufbewahren"</label>
                <select
                    id="kd-retention-months"
                    class="kd-field"
                    data-kd="retention-months"
                    on:change=move |event| choose_period(period, &event_target_value(&event))
                >
                    {options(period.get_untracked())}
                </select>
                <span>"nach dem Abschluss"</span>
            </div>
            {move || {
                let lines = lines.get();
                if lines.is_empty() { nothing_due() } else { table(lines, chosen) }
            }}
            {move || problem(stage)}
            {writing::notice(app)}
            {move || buttons(app, lines, meant, stage)}
            {move || (stage.get() == Stage::Asking).then(|| confirm(meant, stage, delete))}
        </section>
    }
}

fn name_of(caseload: &Caseload, case: &CaseId) -> Option<String> {
    let mut customers = caseload.customers.iter();
    customers
        .find(|customer| customer.id == *case)
        .and_then(|customer| customer.name.clone())
}

fn options(present: RetentionPeriod) -> View {
    RETENTION_MONTHS
        .map(|months| {
            view! {
                <option value=months.to_string() selected=months == present.months()>
                    {format!("{months} Monate")}
                </option>
            }
        })
        .into_iter()
        .collect::<View>()
}

fn choose_period(period: RwSignal<RetentionPeriod>, typed: &str) {
    let months = typed.parse().ok();
    if let Some(chosen) = months.and_then(|months| RetentionPeriod::of_months(months).ok()) {
        remembered::set_retention(chosen);
        period.set(chosen);
    }
}

fn nothing_due() -> View {
    view! {
        <p class="kd-muted">
            {format!(
                "Es steht niemand zur Löschung an, auch nicht in den nächsten {NOTICE_DAYS} Tagen. Gelöscht wird nie von selbst.",
            )}
        </p>
    }
}

fn table(lines: Vec<Line>, chosen: RwSignal<OrderedSet<CaseId>>) -> View {
    view! {
        <div class="kd-scroll kd-scroll--high" tabindex="0" role="region" aria-label="Zur Löschung">
            <table class="kd-table kd-deletion">
                <thead>
                    <tr>
                        <th scope="col">
                            <span class="kern-sr-only">"Auswahl"</span>
                        </th>
                        <th scope="col">"Person"</th>
                        <th scope="col">"Abgeschlossen am"</th>
                        <th scope="col">"Löschen ab"</th>
                    </tr>
                </thead>
                <tbody>{lines.into_iter().map(|line| row(line, chosen)).collect::<View>()}</tbody>
            </table>
        </div>
    }
}

fn row(line: Line, chosen: RwSignal<OrderedSet<CaseId>>) -> View {
    let Line { marked, name } = line;
    let number = marked.number.to_string();
    let who = name.clone().unwrap_or_else(|| number.clone());
    let is_due = marked.ripeness == Ripeness::Due;
    let case = marked.case.clone();
    let under_name = name.map(|_| number.clone());
    let picked = marked.case.clone();
    let pick = move |_| {
        chosen.update(|chosen| {
            if !chosen.remove(&case) {
                chosen.insert(case.clone());
            }
        });
    };
    let choice = is_due.then(|| {
        view! {
            <input
                type="checkbox"
                class="kd-deletion__pick"
                aria-label=format!("{who} zur Löschung auswählen")
                prop:checked=move || chosen.with(|chosen| chosen.contains(&picked))
                on:change=pick
            />
        }
    });
    let from = if is_due {
        date(marked.delete_from)
    } else {
        format!("{} (bald)", date(marked.delete_from))
    };
    view! {
        <tr data-kd="deletion-row" data-number=number data-due=is_due.to_string()>
            <td>{choice}</td>
            <th scope="row">
                {who}
                {under_name.map(|number| view! { <span class="kd-due__number">{number}</span> })}
            </th>
            <td class="kd-deletion__closed">{date(marked.closed_on)}</td>
            <td class="kd-deletion__from">{from}</td>
        </tr>
    }
}

fn problem(stage: RwSignal<Stage>) -> Option<View> {
    match stage.get() {
        Stage::Choosing | Stage::Asking => None,
        Stage::Working => Some(view! {
            <p class="kd-reading" role="status">
                "Wird gelöscht …"
            </p>
        }),
        Stage::Failed(error) => Some(view! {
            <ErrorAlert title="Es wurde nichts gelöscht">
                <p>{not_erased::german(&error)}</p>
            </ErrorAlert>
        }),
    }
}

fn buttons(
    app: App,
    lines: Memo<Vec<Line>>,
    meant: Memo<OrderedSet<CaseId>>,
    stage: RwSignal<Stage>,
) -> Option<View> {
    let blocked = writing::is_blocked(app);
    let has_due = lines.with(|lines| {
        let mut lines = lines.iter();
        lines.any(|line| line.marked.ripeness == Ripeness::Due)
    });
    let count = move || meant.with(OrderedSet::len);
    has_due.then(|| {
        view! {
            <div class="kd-buttons">
                <button
                    type="button"
                    class="kern-btn kern-btn--secondary kd-button kd-button--danger"
                    data-kd="delete-finally"
                    disabled=move || {
                        blocked.get() || count() == 0 || stage.get() == Stage::Working
                    }
                    on:click=move |_| stage.set(Stage::Asking)
                >
                    {Icon::Trash.view()}
                    <span class="kern-label">
                        {move || match count() {
                            0 => "Ausgewählte endgültig löschen".to_owned(),
                            some => {
                                format!(
                                    "{} endgültig löschen",
                                    german::counted(some, "Person", "Personen"),
                                )
                            }
                        }}
                    </span>
                </button>
            </div>
        }
    })
}

fn confirm(meant: Memo<OrderedSet<CaseId>>, stage: RwSignal<Stage>, delete: Callback<()>) -> View {
    let count = meant.with_untracked(OrderedSet::len);
    let people = german::counted(count, "Person", "Personen");
    let leave = move || {
        if stage.get_untracked() == Stage::Asking {
            stage.set(Stage::Choosing);
        }
    };
    view! {
        <Dialog
            title=format!("{people} endgültig löschen?")
            title_id="kd-delete-title"
            on_close=move |()| leave()
        >
            <div class="kd-form">
                <ul class="kd-bullets">
                    <li>
                        "Gelöscht werden alle Angaben, Kontakte, Termine und Notizen, auch im Verlauf der Änderungen und in den gespeicherten Zwischenständen."
                    </li>
                    <li>"Das lässt sich nicht rückgängig machen."</li>
                    <li>
                        "Ältere Sicherungsdateien enthalten die Personen noch. Bitte löschen Sie diese Dateien selbst und schreiben Sie danach eine neue Sicherung."
                    </li>
                </ul>
                <div class="kd-buttons">
                    <button
                        type="button"
                        class="kern-btn kern-btn--primary kd-button kd-button--danger"
                        data-kd="delete-confirm"
                        on:click=move |_| delete.run(())
                    >
                        {Icon::Trash.view()}
                        <span class="kern-label">"Endgültig löschen"</span>
                    </button>
                    <button
                        type="button"
                        class="kern-btn kern-btn--secondary kd-button"
                        data-kd="delete-cancel"
                        on:click=move |_| leave()
                    >
                        <span class="kern-label">"Abbrechen"</span>
                    </button>
                </div>
            </div>
        </Dialog>
    }
}
