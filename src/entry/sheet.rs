//! What is typed into one of the forms, as texts by the names of their controls. Whatever differs from
//! what the form began with is a draft, so neither a closed dialog nor a reload costs a word of it.

use crate::app::App;
use crate::drafts::{Drafts, Typed, control_of};
use crate::reactive::RwSignal;
use leptos::prelude::*;
use rules::facts::CaseId;

/// Control with the day of what is entered.
const DAY: &str = "date";

/// The texts of one form.
#[derive(Debug, Clone, Copy)]
pub struct Sheet {
    /// The state of the page.
    pub app: App,
    case: StoredValue<CaseId>,
    form: StoredValue<String>,
    initial: StoredValue<Typed>,
    drafts: RwSignal<Drafts>,
    is_done: StoredValue<bool>,
    /// Whether saving was tried; until then nobody is told what is still empty.
    pub tried: RwSignal<bool>,
    /// Why it was refused.
    pub refused: RwSignal<Option<String>>,
}

impl Sheet {
    /// The texts of a form about a case. `form` tells it from the others about the same case.
    pub fn new(app: App, case: CaseId, form: String, initial: Typed) -> Self {
        Sheet {
            app,
            case: StoredValue::new(case),
            form: StoredValue::new(form),
            initial: StoredValue::new(initial),
            drafts: *app.drafts.of(app.place()),
            is_done: StoredValue::new(false),
            tried: RwSignal::new(false),
            refused: RwSignal::new(None),
        }
    }

    /// Whom the form is about.
    pub fn case(&self) -> CaseId {
        self.case.get_value()
    }

    /// What a control shows, followed as it changes.
    pub fn text(&self, control: &str) -> String {
        // Asked once more while the dialog goes.
        let Some((case, form)) = self.key() else {
            return String::new();
        };
        let typed = self.drafts.with(|drafts| {
            let of_case = drafts.of(&case)?;
            of_case.get(&control_of(&form, control)).cloned()
        });
        typed.unwrap_or_else(|| self.initial(control))
    }

    /// Whether something is typed and not saved, followed as it changes.
    pub fn is_typed(&self) -> bool {
        self.key()
            .is_some_and(|(case, form)| self.drafts.with(|drafts| drafts.has(&case, &form)))
    }

    /// Takes what was typed. The day is pinned with it: a form that is taken up again tomorrow is
    /// still about today.
    pub fn put(&self, control: &str, text: String) {
        let Some((case, form)) = self.key() else {
            return;
        };
        let initial = self.initial(control);
        let day = self.initial(DAY);
        self.drafts.update(|drafts| {
            let differs = text != initial;
            drafts.keep(&case, &control_of(&form, control), differs.then_some(text));
            let pin = control_of(&form, DAY);
            let is_pinned = drafts
                .of(&case)
                .is_some_and(|typed| typed.contains_key(&pin));
            if differs && !is_pinned && !day.is_empty() {
                drafts.keep(&case, &pin, Some(day));
            }
        });
        self.refused.set(None);
    }

    /// Throws away what was typed.
    pub fn let_go(&self) {
        if let Some((case, form)) = self.key() {
            self.drafts.update(|drafts| drafts.drop_form(&case, &form));
        }
        self.tried.set(false);
        self.refused.set(None);
    }

    /// Lets go of what was saved; nothing is saved from here again.
    pub fn finish(&self) {
        self.is_done.set_value(true);
        self.let_go();
    }

    /// Whether it was saved.
    pub fn is_done(&self) -> bool {
        self.is_done.get_value()
    }

    fn key(&self) -> Option<(CaseId, String)> {
        Some((self.case.try_get_value()?, self.form.try_get_value()?))
    }

    fn initial(&self, control: &str) -> String {
        let initial = self
            .initial
            .try_with_value(|initial| initial.get(control).cloned());
        initial.flatten().unwrap_or_default()
    }
}
