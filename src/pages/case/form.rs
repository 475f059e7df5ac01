//! The facts of a customer as a form. What is typed is kept per customer until it is saved, so that
//! neither a look at another page nor a refusal costs a word of it.

use super::control;
use super::fields::{self, CLOSING, Field, SELF_EMPLOYED, SELF_EMPLOYMENT};
use super::reading::{Faults, read};
use crate::app::App;
use crate::changing::Unchanged;
use crate::drafts::{Drafts, FACTS, Typed};
use crate::parts::focus;
use crate::parts::toast::Toast;
use crate::reactive::{Memo, RwSignal};
use crate::route::Route;
use crate::stock::Place;
use crate::written::Fault;
use caseload::history::{Command, Deed, Edit, Refusal, Sheet};
use leptos::prelude::*;
use rules::facts::CaseId;
use std::sync::Arc;

/// Why saving was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// Some controls hold no values.
    Faults,
    /// The record says no, in German.
    Record(String),
}

/// The form of one customer.
#[derive(Debug, Clone, Copy)]
pub struct Form {
    pub(super) app: App,
    pub(super) case: StoredValue<CaseId>,
    /// What is recorded.
    pub sheet: Memo<Option<Arc<Sheet>>>,
    pub(super) place: Place,
    drafts: RwSignal<Drafts>,
    /// What is wrong, by control.
    pub faults: RwSignal<Faults>,
    pub(super) refused: RwSignal<Option<Refused>>,
    /// Counts how often what was typed was let go of.
    let_go: RwSignal<u32>,
    /// Counts how often the controls were made anew.
    pub(super) revision: RwSignal<u32>,
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
            let_go: RwSignal::new(0),
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

    /// What a control shows that is left to the browser while somebody types: followed when the
    /// record changes, and when what was typed is let go of.
    pub fn settled(&self, field: &Field, recorded: Memo<String>) -> String {
        self.let_go.get();
        let recorded = recorded.get();
        untrack(|| self.typed_into(field)).unwrap_or(recorded)
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

    /// Whether something of this customer is typed and not saved. What undo has brought into the
    /// record as well is not.
    pub fn is_typed(&self) -> bool {
        fields::all().any(|field| {
            self.typed_into(field)
                .is_some_and(|text| text != self.recorded(field))
        })
    }

    /// Keeps what was typed into a control.
    pub fn take(&self, field: &'static Field, text: String) {
        // Half a day is not the wish for none.
        if control::is_incomplete(field) {
            return;
        }
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

    /// Records what is typed, or says what stands in the way of it.
    pub fn save(&self) {
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
                // Whoever saves by key types on where they are.
                focus::on_rendered_unless_typing("[data-kd=case-save]");
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
    pub fn close(&self) {
        let [closed_on, _] = &CLOSING;
        if untrack(|| self.shown(closed_on)).is_empty() && !control::is_incomplete(closed_on) {
            self.keep(closed_on, self.app.today.get_untracked().to_string());
            self.make_anew();
        }
        self.save();
    }

    /// Takes somebody out who should never have been there. Undo brings them back.
    pub fn delete(&self) {
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

    /// Opens a closed case again.
    pub fn reopen(&self) {
        for field in &CLOSING {
            self.keep(field, String::new());
        }
        self.save();
    }

    fn let_go(&self) {
        self.refused.set(None);
        let case = self.case.get_value();
        self.drafts.update(|drafts| drafts.drop_form(&case, FACTS));
        self.let_go.update(|times| *times += 1);
        self.faults.set(Faults::new());
    }

    /// Throws away what was typed.
    pub fn discard(&self) {
        self.let_go();
        self.make_anew();
        focus::on_rendered("[data-kd=case-save]");
    }

    fn make_anew(&self) {
        self.revision.update(|revision| *revision += 1);
    }
}
