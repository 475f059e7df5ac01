//! Handing customers over to a deputy: who, and under which passphrase. What comes of it is a file;
//! nothing changes here.

use crate::app::App;
use crate::background::spawn_local;
use crate::download;
use crate::evaluation::Evaluation;
use crate::own::Gate;
use crate::parts::alert::ErrorAlert;
use crate::parts::focus;
use crate::parts::icon::Icon;
use crate::parts::passphrase_field::{Asked, PassphraseField, agreed, look, take};
use crate::parts::strength_meter::StrengthMeter;
use crate::parts::toast::Toast;
use crate::reactive::RwSignal;
use crate::stock::Mode;
use crate::view::{View, view};
use caseload::missed::Affected;
use caseload::sealing::{Strength, strength};
use chrono::NaiveDate;
use leptos::html;
use leptos::prelude::*;
use rules::facts::CaseId;
use rules::wording::date;

/// From when to when somebody is away, both inclusive.
type Days = (NaiveDate, NaiveDate);

/// What stands in the form. It outlives a change of the caseload, which makes the list anew.
#[derive(Clone, Copy)]
pub struct HandingOver {
    /// Of which absence the form is open.
    open: RwSignal<Option<Days>>,
    chosen: RwSignal<Vec<CaseId>>,
    passphrase: NodeRef<html::Input>,
    repeat: NodeRef<html::Input>,
    measured: RwSignal<Option<Strength>>,
    refused: RwSignal<Option<String>>,
}

/// Somebody who may be handed over.
struct Candidate {
    case: CaseId,
    who: String,
    why: String,
}

impl HandingOver {
    /// Nothing is open.
    pub fn new() -> Self {
        HandingOver {
            open: RwSignal::new(None),
            chosen: RwSignal::new(Vec::new()),
            passphrase: NodeRef::new(),
            repeat: NodeRef::new(),
            measured: RwSignal::new(None),
            refused: RwSignal::new(None),
        }
    }

    fn close(self) {
        drop((take(self.passphrase), take(self.repeat)));
        self.measured.set(None);
        self.refused.set(None);
        self.open.set(None);
    }
}

/// The button and, once it is pressed, the form; nothing in the example, which is nobody's record.
pub fn view_of(
    form: HandingOver,
    days: Days,
    affected: &[Affected<'_>],
    evaluation: &Evaluation,
) -> View {
    let app = App::expect();
    let candidates = candidates(days, affected, evaluation);
    let is_kept = app.mode.get() == Mode::Own && app.gate.get() == Gate::Open;
    if candidates.is_empty() || !is_kept {
        return View::nothing();
    }
    let chosen: Vec<CaseId> = affected
        .iter()
        .map(|affected| affected.customer.id.clone())
        .collect();
    let is_open = move || form.open.get() == Some(days);
    let toggle = move |_| {
        if form.open.get_untracked() == Some(days) {
            form.close();
        } else {
            form.close();
            form.chosen.set(chosen.clone());
            form.open.set(Some(days));
            focus::on_rendered("[data-kd=handover-form] input");
        }
    };
    let fields = if form.open.get() == Some(days) {
        fields(app, form, days, candidates)
    } else {
        View::nothing()
    };
    view! {
        <div class="kd-buttons">
            <button
                type="button"
                class="kern-btn kern-btn--secondary kd-button"
                data-kd="handover-open"
                aria-expanded=move || is_open().to_string()
                on:click=toggle
            >
                {Icon::Lock.view()}
                <span class="kern-label">"Übergabedatei für die Vertretung"</span>
            </button>
        </div>
        {fields}
    }
}

/// Whoever has an appointment in these days, then whoever has to be seen by one of them.
fn candidates(days: Days, affected: &[Affected<'_>], evaluation: &Evaluation) -> Vec<Candidate> {
    let mut candidates: Vec<Candidate> = Vec::new();
    let customers = &evaluation.caseload.customers;
    let standing = affected
        .iter()
        .map(|affected| (affected.place, "Termin am ", affected.appointment.date));
    let entries = evaluation.overview.entries.iter();
    let due = entries.filter_map(|entry| {
        let latest = entry.due.window?.latest;
        let is_due = (days.0..=days.1).contains(&latest);
        is_due.then_some((entry.customer, "spätestens ", latest))
    });
    for (place, why, day) in standing.chain(due) {
        let Some(customer) = customers.get(place) else {
            continue;
        };
        if candidates.iter().any(|known| known.case == customer.id) {
            continue;
        }
        let mut who = customer.number.to_string();
        if let Some(name) = &customer.name {
            who.push(' ');
            who.push_str(name);
        }
        candidates.push(Candidate {
            case: customer.id.clone(),
            who,
            why: format!("{why}{}", date(day)),
        });
    }
    candidates
}

fn fields(app: App, form: HandingOver, days: Days, candidates: Vec<Candidate>) -> View {
    let rows: View = candidates
        .into_iter()
        .map(|candidate| row(form.chosen, candidate))
        .collect();
    let measure = move || {
        let text = look(form.passphrase);
        form.measured
            .set((!text.is_empty()).then(|| strength(&text)));
    };
    let refused = move || {
        form.refused.get().map(|text| {
            view! {
                <ErrorAlert title="Keine Übergabe geschrieben">
                    <p>{text}</p>
                </ErrorAlert>
            }
        })
    };
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        write(app, form, days);
    };
    view! {
        <form
            class="kd-form"
            data-kd="handover-form"
            autocomplete="off"
            novalidate
            on:submit=submit
        >
            <p>
                "Die Datei enthält von den gewählten Fällen alles: Angaben, Kontakte, Termine, Notizen. Ihre Vertretung öffnet sie unter „Daten“ und gibt später eine Rückgabe zurück, die Sie dort mit Ihrem Bestand zusammenführen."
            </p>
            <fieldset class="kd-choices">
                <legend>"Wer wird übergeben?"</legend>
                {rows}
            </fieldset>
            <PassphraseField
                label="Passphrase der Übergabe (mindestens 12 Zeichen, nicht Ihre eigene)"
                id="kd-handover-passphrase"
                mark="handover-passphrase"
                asked=Asked::New
                field=form.passphrase
                described_by="kd-handover-strength"
                on_input=Callback::new(move |()| measure())
            />
            <StrengthMeter strength=form.measured id="kd-handover-strength"/>
            <PassphraseField
                label="Passphrase noch einmal"
                id="kd-handover-repeat"
                mark="handover-repeat"
                asked=Asked::New
                field=form.repeat
            />
            <p class="kd-muted">
                "Sagen Sie die Passphrase der Vertretung auf einem anderen Weg als dem der Datei. Auch Sie brauchen sie, um die Rückgabe zu öffnen."
            </p>
            {refused}
            <div class="kd-buttons">
                <button
                    type="submit"
                    class="kern-btn kern-btn--primary kd-button"
                    data-kd="handover-save"
                >
                    {Icon::Download.view()}
                    <span class="kern-label">"Übergabe herunterladen"</span>
                </button>
            </div>
        </form>
    }
}

fn row(chosen: RwSignal<Vec<CaseId>>, candidate: Candidate) -> View {
    let Candidate { case, who, why } = candidate;
    let key = case.to_string();
    let shown = case.clone();
    let turn = move |_| {
        chosen.update(
            |cases| match cases.iter().position(|known| *known == case) {
                Some(place) => drop(cases.remove(place)),
                None => cases.push(case.clone()),
            },
        );
    };
    view! {
        <label class="kd-choice">
            <input
                type="checkbox"
                data-kd="handover-who"
                value=key
                prop:checked=move || chosen.with(|cases| cases.contains(&shown))
                on:change=turn
            />
            <span>
                <b>{who}</b>
                " "
                {why}
            </span>
        </label>
    }
}

fn write(app: App, form: HandingOver, days: Days) {
    let refuse = move |text: String| {
        // The form is gone if another page is on screen meanwhile.
        form.refused.try_set(Some(text));
        focus::on_rendered("[data-kd=handover-form] [data-kd=error]");
    };
    let chosen = form.chosen.get_untracked();
    if chosen.is_empty() {
        return refuse(
            "Es ist niemand gewählt. Bitte wählen Sie, wen die Vertretung übernimmt.".to_owned(),
        );
    }
    let passphrase = match agreed(form.passphrase, form.repeat) {
        Ok(passphrase) => passphrase,
        Err(why) => return refuse(why),
    };
    spawn_local(async move {
        match app.lend(chosen, days, passphrase).await {
            Ok(name) => {
                app.toast.set(Some(Toast::plain(download::told(&name))));
                form.close();
                focus::on_rendered("#kd-absence");
            }
            Err(error) => refuse(error.german()),
        }
    });
}
