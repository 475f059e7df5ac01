//! One entry: what is to be done, for whom, by when.

use crate::app::App;
use crate::copying;
use crate::entry::with_evaluation;
use crate::parts::focus;
use crate::parts::toast::Toast;
use crate::parts::writing;
use crate::reactive::Memo;
use crate::route::Route;
use crate::view::{View, view};
use caseload::history::{Command, ContactEntry, Deed, Edit, Ledger};
use caseload::recording::{NoteInput, note};
use caseload::transfers::{self, TransferKind, copy_text, due_text, title};
use caseload::{Caseload, Transfer, address_key};
use chrono::NaiveDate;
use rules::wording::date;

/// What all entries of the list share.
#[derive(Clone, Copy)]
pub struct Entries<'c> {
    app: App,
    caseload: &'c Caseload,
    today: NaiveDate,
    blocked: Memo<bool>,
}

impl<'c> Entries<'c> {
    /// The entries of a caseload.
    pub fn new(app: App, caseload: &'c Caseload, today: NaiveDate) -> Self {
        Entries {
            app,
            caseload,
            today,
            blocked: writing::is_blocked(app),
        }
    }

    /// An entry that is still to be done.
    pub fn open(&self, transfer: &Transfer) -> View {
        let is_late = transfer.due_on.is_some_and(|due| due < self.today);
        let tone = if is_late {
            "kd-tone kd-tone--danger"
        } else {
            "kd-tone kd-tone--neutral"
        };
        let due = transfer.due_on.map(|due| {
            view! { <span class=format!("kd-badge {tone}")>{due_text(due, self.today)}</span> }
        });
        let text = copy_text(self.caseload, transfer);
        let name = format!("Kopieren: {text}");
        // A note is pasted, not typed once more.
        let text = note_of(self.app, self.caseload, transfer).unwrap_or(text);
        let app = self.app;
        let copy = view! {
            <button
                type="button"
                class="kd-why-button"
                data-kd="transfer-copy"
                aria-label=name
                on:click=move |_| copying::copy(app, text.clone())
            >
                "Kopieren"
            </button>
        };
        let done = transfers::done(self.caseload, transfer, self.today);
        let tick = self.tick(
            transfer,
            "transfer-done",
            "Erledigt",
            Deed::TransferDone,
            done,
        );
        self.row(transfer, View::of(due), vec![tick, copy])
    }

    /// An entry that was ticked off.
    pub fn done(&self, transfer: &Transfer) -> View {
        let when = transfer
            .done_on
            .map(|day| format!("erledigt am {}", date(day)));
        let when = view! { <span class="kd-muted">{when}</span> };
        let edits = transfers::reopened(self.caseload, transfer);
        let label = "Doch nicht erledigt";
        let back = self.tick(
            transfer,
            "transfer-reopen",
            label,
            Deed::TransferReopened,
            edits,
        );
        self.row(transfer, when, vec![back])
    }

    fn row(&self, transfer: &Transfer, state: View, acts: Vec<View>) -> View {
        let mut customers = self.caseload.customers.iter();
        let who = customers
            .find(|customer| customer.id == transfer.case)
            .map(|customer| {
                let lineage = self
                    .app
                    .stock
                    .with_untracked(|stock| stock.ledger().map(Ledger::lineage));
                let href =
                    lineage.map(|lineage| Route::Case(address_key(lineage, &customer.id)).href());
                let number = customer.number.as_str().to_owned();
                let name = customer.name.clone().unwrap_or_else(|| number.clone());
                view! {
                    <a class="kd-due__name" href=href>
                        {name}
                    </a>
                    <span class="kd-muted">{number}</span>
                }
            });
        let kind = transfer.what.clone().unwrap_or_default();
        let acts: View = acts.into_iter().collect();
        view! {
            <li class="kd-transfers__entry" data-kd="transfer" data-id=transfer.id.clone() data-what=kind>
                <div class="kd-check__who">{who}</div>
                <div class="kd-check__what">
                    <p>{title(self.caseload, transfer)}</p>
                    <p>{state}</p>
                </div>
                <div class="kd-check__acts">{acts}</div>
            </li>
        }
    }

    fn tick(
        &self,
        transfer: &Transfer,
        mark: &'static str,
        label: &'static str,
        deed: Deed,
        edits: Vec<Edit>,
    ) -> View {
        let (app, blocked) = (self.app, self.blocked);
        let what = title(self.caseload, transfer);
        let done = format!("{label}: {what}");
        let name = done.clone();
        let act = move |_| {
            let command = Command::Edit {
                deed,
                edits: edits.clone(),
            };
            // No further entries follow from a tick, so the edits go as they are.
            if let Err(unchanged) = app.change(&command, done.clone()) {
                app.toast.set(Some(Toast::plain(unchanged.to_string())));
            }
            focus::on_rendered(".kd-transfers h1");
        };
        view! {
            <button
                type="button"
                class="kd-why-button"
                data-kd=mark
                aria-label=name
                disabled=move || blocked.get()
                on:click=act
            >
                {label}
            </button>
        }
    }
}

/// The consultation note that an entry asks for.
fn note_of(app: App, caseload: &Caseload, transfer: &Transfer) -> Option<String> {
    if transfers::kind(transfer) != Some(TransferKind::Note) {
        return None;
    }
    let subject = transfer.subject.as_deref()?;
    let customer = caseload.customer(&transfer.case)?;
    let mut contacts = customer.contacts.iter();
    let contact = contacts.find(|contact| contact.id.as_str() == subject)?;
    let entry = ContactEntry {
        contact: contact.clone(),
        topics: customer.topics.get(&contact.id).cloned(),
    };
    let input = NoteInput {
        entry: &entry,
        channel_reason: "",
        length_reason: "",
        agreements: "",
        follow_up: None,
    };
    with_evaluation(app, |evaluation| {
        note(input, evaluation.overview.setting.edition.parameters())
    })
}
