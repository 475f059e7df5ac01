//! How the form with the facts of a customer is laid out: groups, folds, and what ends it.

use super::control::controls;
use super::effect::effect;
use super::fields::{
    self, BESIDES, CLOSING, FOUR_PHASES, Field, PERSON, PROFILE_I, PROFILE_Z, SELF_EMPLOYMENT,
    STANDING,
};
use super::form::{Form, Refused};
use super::reading::Faults;
use crate::parts::alert::ErrorAlert;
use crate::parts::icon::Icon;
use crate::parts::writing;
use crate::reactive::Memo;
use crate::view::{View, view};
use leptos::prelude::*;

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

/// Folds that a profile calls for: name, profile, fields. Their labels say little without the name.
static PROFILES: [(&str, &str, &[Field]); 2] = [
    ("Profillage I", "I", &PROFILE_I),
    ("Profillage Z", "Z", &PROFILE_Z),
];

fn groups(form: Form) -> View {
    let blocked = writing::is_blocked(form.app);
    let [_, profile, ..] = &STANDING;
    let profiles: View = PROFILES
        .iter()
        .map(|(name, key, fields)| {
            let is_open = opened(form, fields, move || form.recorded(profile) == *key);
            folded(name, is_open, fields, form)
        })
        .collect();
    let [closed_on, _] = &CLOSING;
    let is_closed = Memo::new(move |_| !form.recorded(closed_on).is_empty());
    view! {
        <fieldset class="kd-case__all" disabled=move || blocked.get()>
            {group("Person", &PERSON, form)}
            {group("Einordnung", &STANDING, form)}
            {group("Selbständigkeit", &SELF_EMPLOYMENT, form)}
            {profiles}
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
        let fold = PROFILES
            .iter()
            .find(|(.., fields)| fields.iter().any(|inside| inside.path == field.path));
        let fold = fold.map_or(String::new(), |(name, ..)| format!("{name}, "));
        Some(view! { <li>{format!("{fold}{}: {}", field.label, fault.german())}</li> })
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
    use super::super::fields::SELF_EMPLOYED;
    use super::{CLOSING, SELF_EMPLOYMENT, STANDING};

    #[test]
    fn groups_hold_the_fields_that_the_form_asks_for_by_place() {
        assert_eq!(STANDING[1].path, "profile");
        assert_eq!(SELF_EMPLOYMENT[0].path, SELF_EMPLOYED);
        assert_eq!(CLOSING[0].path, "closed_on");
    }
}
