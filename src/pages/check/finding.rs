//! One finding: whom it is about, what stands there, what the rules say, and what can be done.

use crate::app::App;
use crate::checked::{Checked, CheckedFinding};
use crate::pages::act_button_unless;
use crate::parts::focus;
use crate::parts::toast::Toast;
use crate::reactive::{Memo, RwSignal};
use crate::route::Route;
use crate::view::{View, view};
use caseload::history::{Deed, Edit, Ledger};
use caseload::{Customer, address_key, correcting};
use rules::facts::{CaseId, Category};
use rules::wording::{self, FindingText, date};
use rules::{Correction, Finding, Rule, Severity, Subject};

/// Names a finding over changes of the caseload.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// The customer.
    pub case: CaseId,
    /// The rule.
    pub rule: Rule,
    /// How grave it is.
    pub severity: Severity,
    /// What it is about.
    pub subject: Subject,
}

impl Key {
    fn of(customer: &Customer, finding: &Finding) -> Self {
        Key {
            case: customer.id.clone(),
            rule: finding.rule,
            severity: finding.severity,
            subject: finding.subject.clone(),
        }
    }

    /// The finding that it names, if it is still there.
    pub fn find<'c>(&self, checked: &'c Checked) -> Option<(&'c Customer, &'c CheckedFinding)> {
        checked.findings.iter().find_map(|found| {
            let customer = checked.customer(found)?;
            (Key::of(customer, &found.finding) == *self).then_some((customer, found))
        })
    }
}

/// What the buttons of a finding act on.
#[derive(Debug, Clone, Copy)]
pub struct Acts {
    /// The state of the page.
    pub app: App,
    /// The finding whose explanation is open.
    pub asked: RwSignal<Option<Key>>,
    /// The finding for which a reason is being typed.
    pub keeping: RwSignal<Option<Key>>,
    /// Whether nothing can be changed here.
    pub blocked: Memo<bool>,
}

/// The id of what a finding is about.
fn id<'f>(customer: &'f Customer, finding: &'f Finding) -> &'f str {
    match &finding.subject {
        Subject::Case => customer.id.as_str(),
        Subject::Contact(id) => id.as_str(),
        Subject::Appointment(id) => id.as_str(),
    }
}

/// What the button says that puts a finding right.
fn correction_label(correction: Correction) -> &'static str {
    match correction {
        Correction::Category(Category::K1) => "Kategorie K1 setzen",
        Correction::Category(Category::K3) => "Kategorie K3 setzen",
        Correction::K3MarkerSet => "Kennung K3 setzen",
        Correction::CategoryReviewed => "Kategorie ist geprüft",
        Correction::DurationReasonDocumented => "Grund ist dokumentiert",
    }
}

impl Acts {
    /// The finding as an entry of the list.
    pub fn row(self, checked: &Checked, found: &CheckedFinding) -> Option<View> {
        let customer = checked.customer(found)?;
        let finding = &found.finding;
        let FindingText {
            recorded,
            expected,
            text,
        } = wording::finding(finding, &customer.contacts, &customer.appointments);
        let lineage = self
            .app
            .stock
            .with_untracked(|stock| stock.ledger().map(Ledger::lineage))?;
        let href = Route::Case(address_key(lineage, &customer.id)).href();
        let number = customer.number.as_str().to_owned();
        let name = customer.name.clone().unwrap_or_else(|| number.clone());
        let pairs: View = [("erfasst", recorded), ("nach den Regeln", expected)]
            .into_iter()
            .filter_map(|(what, value)| Some(pair(what, value?)))
            .collect();
        let kept = found.kept.as_ref().map(|exception| {
            let reason = exception.reason.clone().unwrap_or_default();
            let when = exception
                .noted_on
                .map_or(String::new(), |day| format!(" ({})", date(day)));
            view! {
                <p class="kd-check__reason" data-kd="finding-kept">
                    {format!("So gelassen, weil: {reason}{when}")}
                </p>
            }
        });
        Some(view! {
            <li
                class="kd-check__finding"
                data-kd="finding"
                data-rule=finding.rule.id()
                data-severity=finding.severity.key()
                data-case=customer.id.as_str().to_owned()
                data-id=id(customer, finding).to_owned()
            >
                <div class="kd-check__who">
                    <a class="kd-due__name" href=href>
                        {name.clone()}
                    </a>
                    <span class="kd-muted">{number}</span>
                </div>
                <div class="kd-check__what">
                    <p>{text}</p>
                    <dl>{pairs}</dl>
                    {kept}
                </div>
                <div class="kd-check__acts">{self.buttons(customer, found, &name)}</div>
            </li>
        })
    }

    fn buttons(self, customer: &Customer, found: &CheckedFinding, name: &str) -> View {
        let key = Key::of(customer, &found.finding);
        let why = {
            let key = key.clone();
            view! {
                <button
                    type="button"
                    class="kd-why-button"
                    data-kd="why"
                    aria-label=format!("Warum? {name}")
                    on:click=move |_| self.asked.set(Some(key.clone()))
                >
                    "Warum?"
                </button>
            }
        };
        let keep = match &found.kept {
            None => {
                let key = key.clone();
                self.button("finding-keep", "So lassen, weil …", name, move || {
                    self.keeping.set(Some(key.clone()));
                })
            }
            Some(exception) => {
                let id = exception.id.clone();
                self.button("finding-reopen", "Ausnahme aufheben", name, move || {
                    let edits = vec![Edit::ExceptionRemoved(id.clone())];
                    let done = "Die Ausnahme ist aufgehoben.".to_owned();
                    self.edit(Deed::FindingReopened, edits, done);
                })
            }
        };
        let apply = found.finding.correction.map(|correction| {
            let label = correction_label(correction);
            self.button("finding-apply", label, name, move || self.correct(&key))
        });
        vec![View::of(apply), keep, why].into_iter().collect()
    }

    fn button(
        self,
        mark: &'static str,
        label: &'static str,
        name: &str,
        act: impl Fn() + 'static,
    ) -> View {
        act_button_unless(self.blocked, mark, label, name, act)
    }

    fn correct(self, key: &Key) {
        let edit = self.app.checked.with_untracked(|checked| {
            let (customer, found) = key.find(checked.as_ref()?)?;
            let edit = correcting(customer, &found.finding)?;
            let label = correction_label(found.finding.correction?);
            Some((edit, format!("{label}: {}", customer.number)))
        });
        if let Some((edit, done)) = edit {
            let done = match key.subject {
                Subject::Case => format!("{done}. In VerBIS steht es auf der Übertragsliste."),
                Subject::Contact(_) | Subject::Appointment(_) => format!("{done}."),
            };
            self.edit(Deed::FindingCorrected, vec![edit], done);
        }
    }

    fn edit(self, deed: Deed, edits: Vec<Edit>, done: String) {
        if let Err(unchanged) = self.app.edit(deed, edits, done) {
            let note = Toast::plain(unchanged.to_string());
            self.app.toast.set(Some(note));
        }
        focus::on_rendered(".kd-check h1");
    }
}

fn pair(what: &'static str, value: String) -> View {
    view! {
        <div>
            <dt>{what}</dt>
            <dd>{value}</dd>
        </div>
    }
}
