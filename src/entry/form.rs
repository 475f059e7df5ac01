//! A form: its texts, what they come to, and its controls.

use super::fields::{Field, Input};
use super::outlook::{self, Look, Outlook, Remark, Weight};
use super::parts;
use super::sheet::Sheet;
use crate::app::App;
use crate::parts::control::{Control, Kind};
use crate::parts::focus;
use crate::parts::rule_chip::rule_chip;
use crate::parts::severity;
use crate::reactive::Memo;
use crate::view::{View, view};
use caseload::Customer;
use caseload::special_data::special_data;
use caseload::typed;
use rules::Severity;
use rules::facts::CaseId;
use rules::ordering;
use rules::wording::{date, weekday_date};
use std::rc::Rc;
use std::sync::Arc;

/// The fields of a form, group by group.
pub type Groups = &'static [&'static [Field]];

/// A form that is open.
#[derive(Debug, Clone, Copy)]
pub struct Form {
    /// What is typed.
    pub sheet: Sheet,
    /// What would follow.
    pub outlook: Memo<Option<Arc<Outlook>>>,
}

impl Form {
    /// Opens a form about a case. It begins with `base`, and with what was typed into it before.
    pub fn new(
        app: App,
        case: &CaseId,
        name: String,
        base: Input,
        groups: Groups,
        look: Look,
    ) -> Self {
        let fields = || groups.iter().flat_map(|group| group.iter());
        let mut begun = base.clone();
        let initial = ordering::map(
            fields().map(|field| (field.name.to_owned(), (field.of)(&mut begun).text())),
        );
        let sheet = Sheet::new(app, case.clone(), name, initial);
        let case = case.clone();
        let outlook = Memo::new_with_compare(
            move |_| {
                let mut input = base.clone();
                for field in fields() {
                    // Choices come from what is offered, so each is a value.
                    let _ = (field.of)(&mut input).take(&sheet.text(field.name));
                }
                app.evaluation.with(|evaluated| {
                    let evaluation = evaluated.as_ref()?.as_ref().ok()?;
                    let customer = outlook::customer(evaluation, &case)?;
                    Some(Arc::new(look(evaluation, customer, input)))
                })
            },
            |_, _| true,
        );
        Form { sheet, outlook }
    }

    /// Asks what would follow.
    pub fn tell<T>(&self, of: impl FnOnce(&Outlook) -> T) -> Option<T> {
        let outlook = self.outlook.try_get().flatten()?;
        Some(of(&outlook))
    }

    /// Saves what stands in the form, if it can be saved; the error says why it was not.
    pub fn save(&self, save: impl FnOnce(&Outlook, &Customer) -> Result<(), String>) -> Saved {
        // A second key or click may arrive before the dialog is gone.
        if self.sheet.is_done() {
            return Saved::No;
        }
        self.sheet.tried.set(true);
        let Some(outlook) = self.outlook.get_untracked() else {
            return Saved::No;
        };
        if !outlook.can_be_saved() {
            let refused =
                "Bitte berichtigen Sie die markierten Felder; alles andere bleibt stehen.";
            self.sheet.refused.set(Some(refused.to_owned()));
            focus::on_rendered(".kd-entry [aria-invalid=true]");
            return Saved::No;
        }
        let case = self.sheet.case();
        let evaluation = parts::evaluation(self.sheet.app);
        let result = evaluation
            .as_deref()
            .and_then(|evaluation| outlook::customer(evaluation, &case))
            .map(|customer| save(&outlook, customer));
        match result {
            Some(Ok(())) => {
                self.sheet.finish();
                Saved::Yes
            }
            Some(Err(text)) => {
                self.sheet.refused.set(Some(text));
                focus::on_rendered(".kd-entry [data-kd=error]");
                Saved::No
            }
            None => Saved::No,
        }
    }

    /// Controls in their order.
    pub fn controls(self, fields: &'static [Field]) -> View {
        fields.iter().map(|field| self.control(field)).collect()
    }

    fn control(self, field: &'static Field) -> View {
        let control = Control {
            id: id(field.name),
            name: field.name,
            label: field.label,
            kind: field.kind,
            shown: Rc::new(move || self.sheet.text(field.name)),
            take: Rc::new(move |text| self.sheet.put(field.name, text)),
            leave: Rc::new(|| {}),
            is_wrong: Rc::new(move || {
                self.remarks(field.name)
                    .iter()
                    .any(|remark| remark.weight != Weight::Light)
            }),
            said: Rc::new(move || self.said(field)),
        };
        control.view()
    }

    /// What is said at a control now.
    fn remarks(&self, at: &str) -> Vec<Remark> {
        let tried = self.sheet.tried.try_get().unwrap_or_default();
        let remarks = self.tell(|outlook| {
            let remarks = outlook.remarks.iter();
            let here = remarks.filter(|remark| remark.at == at);
            here.filter(|remark| tried || remark.weight != Weight::Lacking)
                .cloned()
                .collect()
        });
        remarks.unwrap_or_default()
    }

    fn said(&self, field: &Field) -> View {
        let text = self.sheet.text(field.name);
        let today = self.sheet.app.today.get();
        let understood = field.day.and_then(|leaning| {
            let day = typed::day(&text, leaning, today).ok()?;
            (date(day) != text.trim()).then(|| {
                view! { <p class="kd-understood">{weekday_date(day)}</p> }
            })
        });
        let mut remarks = self.remarks(field.name);
        if matches!(field.kind, Kind::Lines) {
            let suspicions = special_data(&text);
            remarks.extend(suspicions.iter().map(|suspicion| Remark {
                at: field.name,
                severity: Severity::Warning,
                weight: Weight::Light,
                rule: None,
                text: suspicion.to_string(),
            }));
        }
        let remarks = remarks.into_iter().map(remark);
        understood.into_iter().chain(remarks).collect()
    }

    /// The groups of a form, one below the other.
    pub fn group(self, name: &'static str, fields: &'static [Field]) -> View {
        self.group_with(name, fields, View::nothing())
    }

    /// A group with something behind its controls.
    pub fn group_with(self, name: &'static str, fields: &'static [Field], more: View) -> View {
        view! {
            <fieldset class="kd-case__part">
                <legend>{name}</legend>
                <div class="kd-case__group">{self.controls(fields)}</div>
                {more}
            </fieldset>
        }
    }
}

/// Whether something was saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Saved {
    /// It was.
    Yes,
    /// It was not; the form says why.
    No,
}

/// Id of a control.
pub fn id(name: &str) -> String {
    format!("kd-entry-{}", name.replace('/', "-"))
}

fn remark(remark: Remark) -> View {
    let class = match remark.weight {
        Weight::Light => severity::tone(remark.severity),
        Weight::Blocking | Weight::Lacking => "kd-tone kd-tone--danger",
    };
    view! {
        <p class=format!("kd-fault {class}") data-kd="remark" data-severity=remark.severity.key()>
            {severity::icon(remark.severity).view()}
            <span>{remark.text} " " {remark.rule.map(rule_chip)}</span>
        </p>
    }
}
