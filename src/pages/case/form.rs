//! The facts of a customer as a form. What is typed is kept per customer until it is saved, so that
//! neither a look at another page nor a refusal costs a word of it.

use super::control::{self, controls};
use super::effect::effect;
use super::fields::{
    self, BESIDES, CLOSING, FOUR_PHASES, Field, PERSON, PROFILE_I, PROFILE_Z, SELF_EMPLOYED,
    SELF_EMPLOYMENT, STANDING,
};
use super::reading::{Faults, read};
use crate::app::App;
use crate::changing::Unchanged;
use crate::drafts::{Drafts, FACTS, Typed};
use crate::parts::alert::ErrorAlert;
use crate::parts::focus;
use crate::parts::icon::Icon;
use crate::parts::toast::Toast;
use crate::parts::writing;
use crate::reactive::{Memo, RwSignal};
use crate::route::Route;
use crate::stock::Place;
use crate::view::{View, view};
use crate::written::Fault;
use caseload::history::{Command, Deed, Edit, Refusal, Sheet};
use leptos::prelude::*;
use rules::facts::CaseId;
use std::sync::Arc;

/// Why saving was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Refused {
    /// Some controls hold no values.
    Faults,
    /// The record says no, in German.
    Record(String),
}

/// The form of one customer.
#[derive(Debug, Clone, Copy)]
pub struct Form {
    app: App,
    case: StoredValue<CaseId>,
    /// What is recorded.
    pub sheet: Memo<Option<Arc<Sheet>>>,
    place: Place,
    drafts: RwSignal<Drafts>,
    /// What is wrong, by control.
    pub faults: RwSignal<Faults>,
    refused: RwSignal<Option<Refused>>,
    /// Counts how often the controls were made anew.
    revision: RwSignal<u32>,
}

impl Form {
    /// The form of a case on screen.
    pub fn of(app: App, case: CaseId, sheet: Memo<Option<Arc<Sheet>>>) -> Self {
        let place = app.place();
        let form = Form {
            app,
            case: StoredValue::new(case),
            sheet,
            place,
            drafts: *app.drafts.of(place),
            faults: RwSignal::new(Faults::new()),
            refused: RwSignal::new(None),
            revision: RwSignal::new(0),
        };
        untrack(|| form.drop_what_is_saved());
        form
    }

    /// A browser that ends between saving a change and letting go of its draft leaves both.
    fn drop_what_is_saved(&self) {
        let typed = self.typed();
        for field in fields::all() {
            if typed
                .get(field.path)
                .is_some_and(|text| *text == self.recorded(field))
            {
                self.keep(field, self.recorded(field));
            }
        }
    }

    /// What a control shows: what was typed, or else what is recorded.
    pub fn shown(&self, field: &Field) -> String {
        self.typed_into(field)
            .unwrap_or_else(|| self.recorded(field))
    }

    /// What was typed into a control and is not saved.
    pub fn typed_into(&self, field: &Field) -> Option<String> {
        self.drafts.with(|drafts| {
            let case = self.case.get_value();
            drafts.of(&case)?.get(field.path).cloned()
        })
    }

    /// What is recorded in the place of a control.
    pub fn recorded(&self, field: &Field) -> String {
        self.sheet.with(|sheet| {
            sheet
                .as_ref()
                .map_or(String::new(), |sheet| field.text(sheet.customer()))
        })
    }

    /// Whether something of this customer is typed and not saved.
    pub fn is_typed(&self) -> bool {
        let case = self.case.get_value();
        self.drafts.with(|drafts| drafts.has(&case, FACTS))
    }

    /// Keeps what was typed into a control.
    pub fn take(&self, field: &'static Field, text: String) {
        untrack(|| {
            self.keep(field, text.clone());
            // Details of self-employment are only there with it.
            if field.path == SELF_EMPLOYED && text != "yes" {
                for detail in SELF_EMPLOYMENT.iter().skip(1) {
                    self.keep(detail, String::new());
                }
            } else if let [whole, details @ ..] = &SELF_EMPLOYMENT
                && details.iter().any(|detail| detail.path == field.path)
                && !text.is_empty()
            {
                self.keep(whole, "yes".to_owned());
            }
        });
        self.faults.update(|faults| {
            faults.remove(field.path);
        });
    }

    fn keep(&self, field: &'static Field, text: String) {
        let differs = text != self.recorded(field);
        let case = self.case.get_value();
        self.drafts
            .update(|drafts| drafts.keep(&case, field.path, differs.then_some(text)));
    }

    /// What is typed and not saved, followed as it changes; `None` if nothing is.
    pub fn typed_now(&self) -> Option<Typed> {
        self.is_typed().then(|| self.typed())
    }

    fn typed(&self) -> Typed {
        let case = self.case.get_value();
        self.drafts
            .with_untracked(|drafts| drafts.of(&case).cloned().unwrap_or_default())
    }

    /// Says what is wrong with one control, once it is left.
    pub fn check(&self, field: &'static Field) {
        let Some(sheet) = self.sheet.get_untracked() else {
            return;
        };
        let today = self.app.today.get_untracked();
        let fault = if control::is_incomplete(field) {
            Some(Fault::NoDay)
        } else {
            let read = read(&sheet, &self.typed(), today);
            read.err()
                .and_then(|faults| faults.get(field.path).copied())
        };
        self.faults.update(|faults| match fault {
            Some(fault) => drop(faults.insert(field.path, fault)),
            None => drop(faults.remove(field.path)),
        });
    }

    fn save(&self) {
        let Some(sheet) = self.sheet.get_untracked() else {
            return;
        };
        self.refused.set(None);
        let today = self.app.today.get_untracked();
        let read = read(&sheet, &self.typed(), today);
        let incomplete = fields::all()
            .filter(|field| control::is_incomplete(field))
            .map(|field| (field.path, Fault::NoDay));
        let mut faults = read.as_ref().err().cloned().unwrap_or_default();
        faults.extend(incomplete);
        let first = fields::all().find(|field| faults.contains_key(field.path));
        self.faults.set(faults);
        if let Some(field) = first {
            self.refused.set(Some(Refused::Faults));
            focus::on(&format!("#{}", control::id(field)));
            return;
        }
        let Ok(after) = read else { return };
        let who = after.customer();
        let done = format!(
            "Angaben zu {} gespeichert.",
            who.name.as_deref().unwrap_or(who.number.as_str())
        );
        match self
            .app
            .change(&Command::ReviseCustomer(Box::new(after)), done)
        {
            Ok(()) => {
                self.let_go();
                focus::on_rendered("[data-kd=case-save]");
            }
            Err(Unchanged::Refused(Refusal::NothingChanged)) => {
                self.discard();
                self.app
                    .toast
                    .set(Some(Toast::plain("Es ist alles schon so gespeichert.")));
            }
            Err(unchanged) => {
                self.refused
                    .set(Some(Refused::Record(unchanged.to_string())));
                self.make_anew();
                focus::on_rendered(".kd-case__end [data-kd=error]");
            }
        }
    }

    /// Closes the case: today, unless a day is typed.
    fn close(&self) {
        let [closed_on, _] = &CLOSING;
        if untrack(|| self.shown(closed_on)).is_empty() && !control::is_incomplete(closed_on) {
            self.keep(closed_on, self.app.today.get_untracked().to_string());
            self.make_anew();
        }
        self.save();
    }

    /// Takes somebody out who should never have been there. Undo brings them back.
    fn delete(&self) {
        let case = self.case.get_value();
        let edits = vec![Edit::CustomerRemoved(case)];
        let done = "Der Fall ist gelöscht. „Rückgängig“ holt ihn zurück.".to_owned();
        match self.app.edit(Deed::CustomerRemoved, edits, done) {
            Ok(()) => Route::Customers.go(),
            Err(unchanged) => self
                .refused
                .set(Some(Refused::Record(unchanged.to_string()))),
        }
    }

    fn reopen(&self) {
        for field in &CLOSING {
            self.keep(field, String::new());
        }
        self.save();
    }

    fn let_go(&self) {
        self.refused.set(None);
        let case = self.case.get_value();
        self.drafts.update(|drafts| drafts.drop_form(&case, FACTS));
        self.faults.set(Faults::new());
    }

    /// Throws away what was typed.
    fn discard(&self) {
        self.let_go();
        self.make_anew();
        focus::on_rendered("[data-kd=case-save]");
    }

    fn make_anew(&self) {
        self.revision.update(|revision| *revision += 1);
    }
}

/// The form.
#[component]
pub fn CaseForm(form: Form) -> View {
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        form.save();
    };
    view! {
        <form
            class="kd-case__form"
            data-kd="case-form"
            autocomplete="off"
            novalidate
            aria-labelledby="kd-case-facts"
            on:submit=submit
        >
            <h2 id="kd-case-facts">"Angaben"</h2>
            {move || unsaved(form)}
            {move || effect(form.app, &form.case.get_value(), form)}
            {move || {
                form.revision.track();
                form.app.typing.of(form.place).changed_hands.track();
                untrack(|| groups(form))
            }}
            {move || end(form)}
        </form>
    }
}

fn unsaved(form: Form) -> Option<View> {
    form.is_typed().then(|| {
        let what_becomes = move || {
            if form.app.keeps_drafts(form.place) {
                "Sie bleiben erhalten, auch wenn Sie die Seite wechseln, den Bestand sperren oder das Fenster schließen."
            } else {
                "Sie bleiben stehen, auch wenn Sie die Seite wechseln; verloren gehen sie, wenn das Fenster geschlossen wird."
            }
        };
        view! {
            <p class="kd-case__unsaved" role="status" data-kd="case-unsaved">
                {Icon::Pen.view()}
                <span>"Es gibt nicht gespeicherte Eingaben. " {what_becomes}</span>
            </p>
        }
    })
}

fn groups(form: Form) -> View {
    let blocked = writing::is_blocked(form.app);
    let profile = move |key: &str| {
        let [_, profile, ..] = &STANDING;
        form.recorded(profile) == key
    };
    let [closed_on, _] = &CLOSING;
    let is_closed = Memo::new(move |_| !form.recorded(closed_on).is_empty());
    view! {
        <fieldset class="kd-case__all" disabled=move || blocked.get()>
            {group("Person", &PERSON, form)}
            {group("Einordnung", &STANDING, form)}
            {group("Selbständigkeit", &SELF_EMPLOYMENT, form)}
            {folded("Profillage I", opened(form, &PROFILE_I, move || profile("I")), &PROFILE_I, form)}
            {folded("Profillage Z", opened(form, &PROFILE_Z, move || profile("Z")), &PROFILE_Z, form)}
            {folded("4-Phasen-Modell", opened(form, &FOUR_PHASES, || true), &FOUR_PHASES, form)}
            {group("Kontakt und Notiz", &BESIDES, form)}
            <details class="kd-case__fold" open=opened(form, &CLOSING, || false)>
                <summary>"Abschluss"</summary>
                <div class="kd-case__group">
                    {controls(&CLOSING, form)} {move || closing_buttons(form, is_closed.get())}
                </div>
                <p class="kd-muted">
                    "Ein abgeschlossener Fall erscheint vom Tag des Abschlusses an in keiner Liste mehr und wird nach der Frist unter „Daten“ zur Löschung vorgelegt. Ohne Tag gilt heute."
                </p>
            </details>
        </fieldset>
    }
}

/// Whether a fold is open: as soon as something stands in it or the record calls for it. It closes
/// only by the user's hand.
fn opened(
    form: Form,
    fields: &'static [Field],
    is_called_for: impl Fn() -> bool + Send + Sync + 'static,
) -> Memo<bool> {
    Memo::new(move |before| {
        before.copied().unwrap_or_default()
            || is_called_for()
            || fields.iter().any(|field| !form.shown(field).is_empty())
    })
}

fn closing_buttons(form: Form, is_closed: bool) -> View {
    let button = |mark: &'static str, label: &'static str, act: fn(&Form)| {
        view! {
            <button
                type="button"
                class="kern-btn kern-btn--secondary kd-button"
                data-kd=mark
                on:click=move |_| act(&form)
            >
                <span class="kern-label">{label}</span>
            </button>
        }
    };
    let shown = if is_closed {
        button("case-reopen", "Fall wieder öffnen", Form::reopen)
    } else {
        button("case-close", "Fall abschließen", Form::close)
    };
    let delete = button("case-delete", "Irrtümlich angelegt: löschen", Form::delete);
    view! { <div class="kd-case__do">{shown} {delete}</div> }
}

fn group(name: &'static str, fields: &'static [Field], form: Form) -> View {
    view! {
        <fieldset class="kd-case__part">
            <legend>{name}</legend>
            <div class="kd-case__group">{controls(fields, form)}</div>
        </fieldset>
    }
}

fn folded(name: &'static str, is_open: Memo<bool>, fields: &'static [Field], form: Form) -> View {
    view! {
        <details class="kd-case__fold" open=is_open>
            <summary>{name}</summary>
            <fieldset class="kd-case__part">
                <legend class="kern-sr-only">{name}</legend>
                <div class="kd-case__group">{controls(fields, form)}</div>
            </fieldset>
        </details>
    }
}

/// Saving, and what stands in the way of it.
fn end(form: Form) -> View {
    let refused = match form.refused.get() {
        None => None,
        Some(Refused::Faults) => form.faults.with(faulty),
        Some(Refused::Record(text)) => Some(view! {
            <ErrorAlert title="Nicht gespeichert">
                <p>{text}</p>
            </ErrorAlert>
        }),
    };
    let blocked = writing::is_blocked(form.app);
    let discard = form.is_typed().then(|| {
        view! {
            <button
                type="button"
                class="kern-btn kern-btn--secondary kd-button"
                data-kd="case-discard"
                on:click=move |_| form.discard()
            >
                <span class="kern-label">"Eingaben verwerfen"</span>
            </button>
        }
    });
    view! {
        <div class="kd-case__end">
            {refused} {writing::notice(form.app)} <div class="kd-buttons">
                <button
                    type="submit"
                    class="kern-btn kern-btn--primary kd-button"
                    data-kd="case-save"
                    disabled=move || blocked.get()
                >
                    {Icon::Check.view()}
                    <span class="kern-label">"Speichern"</span>
                </button>
                {discard}
            </div>
        </div>
    }
}

fn faulty(faults: &Faults) -> Option<View> {
    let named = fields::all().filter_map(|field| {
        let fault = faults.get(field.path)?;
        Some(view! { <li>{format!("{}: {}", field.label, fault.german())}</li> })
    });
    let named = named.collect::<View>();
    (!faults.is_empty()).then(|| {
        view! {
            <ErrorAlert title="So lässt sich der Fall nicht speichern">
                <ul class="kd-bullets">{named}</ul>
            </ErrorAlert>
        }
    })
}

#[cfg(test)]
mod tests {
    use super::{CLOSING, SELF_EMPLOYED, SELF_EMPLOYMENT, STANDING};

    #[test]
    fn groups_hold_the_fields_that_the_form_asks_for_by_place() {
        assert_eq!(STANDING[1].path, "profile");
        assert_eq!(SELF_EMPLOYMENT[0].path, SELF_EMPLOYED);
        assert_eq!(CLOSING[0].path, "closed_on");
    }
}
