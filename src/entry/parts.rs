//! What the forms have in common: whom they are about, the free times of a day, and their end.

use super::form::Form;
use super::sheet::Sheet;
use crate::app::App;
use crate::evaluation::Evaluation;
use crate::parts::alert::ErrorAlert;
use crate::parts::icon::Icon;
use crate::parts::state_badge::state_badge;
use crate::parts::writing;
use crate::view::{View, view};
use caseload::Customer;
use caseload::appointing::{free_slots, usual_minutes};
use caseload::typed::{self, Leaning};
use leptos::prelude::*;
use rules::Fact;
use rules::facts::ConsultationKind;
use rules::wording::{date, group_label, time};
use std::sync::Arc;

/// The evaluation on screen, without following it.
pub fn evaluation(app: App) -> Option<Arc<Evaluation>> {
    untrack(|| app.evaluated())
}

/// Number, group, state and window of whom a form is about.
pub fn who(app: App, customer: &Customer) -> View {
    let number = customer.number.to_string();
    let standing = evaluation(app).map(|evaluation| {
        let due = caseload::evaluate(customer, &evaluation.overview.setting);
        let window = due.window.map(|window| {
            format!(
                "spätestens {} · letzter Termintag {} · eintragen bis {}",
                date(window.latest),
                date(window.latest_appointment),
                date(window.record_by)
            )
        });
        view! {
            {state_badge(due.state)}
            <span>{group_label(due.group)}</span>
            <span class="kd-muted">{window}</span>
        }
    });
    view! {
        <p class="kd-entry__who">
            <b>{number}</b>
            {standing}
        </p>
    }
}

/// The times at which a consultation would fit on the day that is typed, to choose one.
pub fn slots(app: App, form: Form, day: &'static str, start: &'static str) -> View {
    View::of(move || {
        let text = form.sheet.text(day);
        let evaluation = app.evaluation.get()?.ok()?;
        let setting = &evaluation.overview.setting;
        let day = typed::day(&text, Leaning::Ahead, setting.today).ok()?;
        let chosen = form.tell(|outlook| outlook.appointment.clone()).flatten()?;
        let minutes = match chosen.duration_minutes {
            Fact::Known(minutes) => minutes,
            Fact::Unknown => {
                usual_minutes(ConsultationKind::FollowUp, setting.edition.parameters())
            }
        };
        let taken = caseload::schedule(&evaluation.caseload, setting).taken(day);
        let free = free_slots(day, minutes, &chosen.id, &evaluation.caseload, setting);
        let slots: View = free
            .into_iter()
            .map(|from| {
                let text = time(from);
                let label = text.clone();
                let is_chosen = chosen.start == Fact::Known(from);
                view! {
                    <button
                        type="button"
                        class="kd-slot"
                        data-kd="slot"
                        aria-pressed=is_chosen.to_string()
                        on:click=move |_| form.sheet.put(start, text.clone())
                    >
                        {label}
                    </button>
                }
            })
            .collect();
        let how_full = format!(
            "An diesem Tag {taken} von {} Terminen. Frei:",
            setting.max_per_day()
        );
        Some(view! {
            <div class="kd-slots" role="group" aria-label="Freie Zeiten">
                <span class="kd-muted">{how_full}</span>
                {slots}
            </div>
        })
    })
}

/// Saving, and what stands in the way of it.
pub fn ends(app: App, sheet: Sheet, mark: &'static str, more: View) -> View {
    let blocked = writing::is_blocked(app);
    let refused = move || {
        sheet.refused.get().map(|text| {
            view! {
                <ErrorAlert title="Nicht gespeichert">
                    <p>{text}</p>
                </ErrorAlert>
            }
        })
    };
    let discard = move || {
        sheet.is_typed().then(|| {
            view! {
                <button
                    type="button"
                    class="kd-link-button"
                    data-kd="entry-discard"
                    on:click=move |_| sheet.let_go()
                >
                    {Icon::Undo.view()}
                    "Eingaben verwerfen"
                </button>
            }
        })
    };
    view! {
        <div class="kd-entry__end">
            {refused} {writing::notice(app)} <div class="kd-buttons">
                <button
                    type="submit"
                    class="kern-btn kern-btn--primary kd-button"
                    data-kd=mark
                    aria-keyshortcuts="Control+Enter"
                    disabled=move || blocked.get()
                >
                    {Icon::Check.view()}
                    <span class="kern-label">"Speichern"</span>
                </button>
                {more}
                {discard}
            </div>
        </div>
    }
}
