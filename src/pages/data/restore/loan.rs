//! Customers on loan in hand. For the deputy: who comes, later what goes back. For the owner: what the
//! deputy did, and a choice wherever both have changed the same. Nothing changes before a click.

use super::Restoring;
use super::dry_run::{cancel, general, table};
use crate::app::App;
use crate::changing::Unchanged;
use crate::download;
use crate::german;
use crate::lending::Loan;
use crate::parts::alert::ErrorAlert;
use crate::parts::focus;
use crate::parts::icon::Icon;
use crate::parts::toast::Toast;
use crate::parts::writing;
use crate::reactive::{Memo, RwSignal};
use crate::stock::Place;
use crate::view::{View, view};
use caseload::comparison::{Comparison, changes};
use caseload::handover::deputy::{Taken, given_back, on_loan, taken_over};
use caseload::handover::{Contested, HandOver, Merge, NotTaken, Opened, Return, Side, returned};
use caseload::history::Ledger;
use leptos::prelude::*;
use rules::facts::CaseId;
use rules::wording::date;
use std::sync::Arc;

/// What the file means here and now; it follows changes that are made meanwhile.
#[derive(Debug, Clone)]
enum Meaning {
    /// The owner has opened the own hand-over.
    OwnHandOver,
    /// The customers can be taken over.
    ToTake(Arc<Taken>, Arc<Comparison>),
    /// The customers are here, and can be given back.
    OnLoan(Arc<Return>, Arc<Comparison>),
    /// It is a return to somebody else.
    ForOthers,
    /// It is a return to here.
    ToJoin(Arc<Merge>, Arc<Comparison>),
    /// Its content does not fit together.
    Unfit,
}

/// The customers, and what can be done with them.
#[component]
pub fn LoanInHand(loan: Arc<Loan>, restoring: Restoring) -> View {
    let app = App::expect();
    let for_deputy = RwSignal::new(Vec::<CaseId>::new());
    let meaning = {
        let loan = Arc::clone(&loan);
        Memo::new_with_compare(
            move |_| {
                app.stock.with(|stock| {
                    let ledger = stock.ledger_of(Place::Own)?;
                    Some(meaning(&loan.opened, ledger, &for_deputy.get()))
                })
            },
            |_, _| true,
        )
    };
    let what = match &loan.opened {
        Opened::Lent(_) => "Übergabe",
        Opened::Back(_) => "Rückgabe",
    };
    let lent = lent(&loan.opened);
    let who =
        (lent.base.caseworker.name.as_ref()).map_or(String::new(), |name| format!(" von {name}"));
    let about = format!(
        "{}{who}, Vertretung vom {} bis {}.",
        german::counted(lent.base.customers.len(), "Fall", "Fälle"),
        date(lent.from),
        date(lent.to),
    );
    let title = format!("{what} „{}“", loan.name);
    let body = move || {
        meaning.get().map(|meaning| match meaning {
            Meaning::ToTake(taken, news) => to_take(&taken, &news, restoring),
            Meaning::OnLoan(back, news) => to_give_back(&loan, back, &news, restoring),
            Meaning::ToJoin(merge, news) => to_join(merge, &news, for_deputy, restoring),
            Meaning::OwnHandOver => told(
                "Diese Übergabe haben Sie selbst geschrieben",
                "Geben Sie die Datei an die Vertretung und die Passphrase auf einem anderen Weg. Zurück kommt eine Rückgabe; die öffnen Sie hier.",
                restoring,
            ),
            Meaning::ForOthers => told(
                "Das ist die Rückgabe an einen anderen Bestand",
                "Öffnen kann sie, wer diese Fälle übergeben hat.",
                restoring,
            ),
            Meaning::Unfit => told(
                "Der Inhalt der Datei passt nicht zusammen",
                "Bitte lassen Sie sich die Datei noch einmal geben.",
                restoring,
            ),
        })
    };
    view! {
        <div class="kd-draft" data-kd="handover">
            <h3 id="kd-restore-draft" tabindex="-1">
                {title}
            </h3>
            <p>{about}</p>
            {body}
        </div>
    }
}

fn lent(opened: &Opened) -> &HandOver {
    match opened {
        Opened::Lent(lent) => lent,
        Opened::Back(back) => &back.lent,
    }
}

fn meaning(opened: &Opened, ledger: &Ledger, for_deputy: &[CaseId]) -> Meaning {
    let present = ledger.caseload();
    let is_own = lent(opened).owner == ledger.lineage();
    match (opened, is_own) {
        (Opened::Lent(_), true) => Meaning::OwnHandOver,
        (Opened::Lent(lent), false) if on_loan(present, lent.loan).is_empty() => {
            let taken = taken_over(present, lent);
            let news = changes(present, &taken.caseload);
            Meaning::ToTake(Arc::new(taken), Arc::new(news))
        }
        (Opened::Lent(lent), false) => {
            let back = given_back(lent, present);
            let news = changes(&back.lent.base, &back.now);
            Meaning::OnLoan(Arc::new(back), Arc::new(news))
        }
        (Opened::Back(_), false) => Meaning::ForOthers,
        (Opened::Back(back), true) => match returned(back, present, for_deputy) {
            Ok(merge) => {
                let news = changes(present, &merge.caseload);
                Meaning::ToJoin(Arc::new(merge), Arc::new(news))
            }
            Err(_) => Meaning::Unfit,
        },
    }
}

fn told(title: &'static str, text: &'static str, restoring: Restoring) -> View {
    view! {
        <ErrorAlert title=title>
            <p>{text}</p>
            <p>"Ihr Bestand ist unverändert."</p>
        </ErrorAlert>
        <div class="kd-buttons">{cancel(restoring, "Datei schließen")}</div>
    }
}

fn to_take(taken: &Arc<Taken>, news: &Comparison, restoring: Restoring) -> View {
    let app = App::expect();
    let cases = german::counted(taken.count, "Fall", "Fälle");
    let accept = {
        let (taken, cases) = (Arc::clone(taken), cases.clone());
        move || {
            let done = format!("{cases} in Vertretung übernommen.");
            after(app, app.take_loan(taken.caseload.clone(), done));
        }
    };
    let accept = (taken.count > 0).then(|| {
        button(
            app,
            "handover-accept",
            format!("{cases} übernehmen"),
            accept,
        )
    });
    view! {
        <p>
            "Die Fälle stehen danach bei Ihren eigenen: in Fällig, Woche und allen Zahlen. Auf der Übertragsliste steht für jeden, bis wann er zurückzugeben ist. Heben Sie die Datei auf: Mit ihr schreiben Sie hier die Rückgabe."
        </p>
        <div class="kd-buttons">{accept} {cancel(restoring, "Datei schließen")}</div>
        {not_taken(&taken.not_taken)}
        {table(&news.customers, |_| "kommt dazu")}
    }
}

fn to_give_back(
    loan: &Arc<Loan>,
    back: Arc<Return>,
    news: &Comparison,
    restoring: Restoring,
) -> View {
    let app = App::expect();
    let cases = german::counted(back.now.customers.len(), "Fall", "Fälle");
    let id = back.lent.loan;
    let blocked = writing::is_blocked(app);
    let write = {
        let loan = Arc::clone(loan);
        move || {
            let told = match app.give_back(&back, &loan.lock) {
                Ok(name) => download::told(&name),
                Err(error) => error.german(),
            };
            app.toast.set(Some(Toast::plain(told)));
        }
    };
    let leave = {
        let cases = cases.clone();
        move || {
            after(
                app,
                app.end_loan(id, format!("{cases} nach der Vertretung entfernt.")),
            );
        }
    };
    let nothing = (news.customers.is_empty() && news.general.is_empty())
        .then(|| view! { <p>"Sie haben an diesen Fällen noch nichts geändert."</p> });
    view! {
        <p>
            {format!("Hier in Vertretung: {cases}. Die Rückgabe enthält, was Sie daran geändert haben, und öffnet sich mit der Passphrase der Übergabe. Entfernen Sie die Fälle, wenn die Rückgabe angekommen ist.")}
        </p>
        <div class="kd-buttons">
            <button
                type="button"
                class="kern-btn kern-btn--primary kd-button"
                data-kd="handover-return"
                on:click=move |_| write()
            >
                {Icon::Download.view()}
                <span class="kern-label">"Rückgabe herunterladen"</span>
            </button>
            <button
                type="button"
                class="kern-btn kern-btn--secondary kd-button"
                data-kd="handover-leave"
                disabled=move || blocked.get()
                on:click=move |_| leave()
            >
                {Icon::Minus.view()}
                <span class="kern-label">"Fälle hier entfernen"</span>
            </button>
            {cancel(restoring, "Datei schließen")}
        </div>
        {nothing}
        {general(&news.general)}
        {table(&news.customers, |relation| relation.label())}
    }
}

fn to_join(
    merge: Arc<Merge>,
    news: &Comparison,
    for_deputy: RwSignal<Vec<CaseId>>,
    restoring: Restoring,
) -> View {
    let app = App::expect();
    let contested: View = merge
        .contested
        .iter()
        .map(|contested| choice(contested, for_deputy))
        .collect();
    let left = not_taken(&merge.not_taken);
    let accept = if news.is_same() {
        view! { <p>"Es gibt nichts zu übernehmen: Alles andere steht hier schon so."</p> }
    } else {
        let accept = move || {
            let done = "Rückgabe der Vertretung übernommen.".to_owned();
            after(app, app.take_back(merge.caseload.clone(), done));
        };
        button(
            app,
            "handover-accept",
            "Rückgabe übernehmen".to_owned(),
            accept,
        )
    };
    view! {
        {contested}
        {left}
        <div class="kd-buttons">{accept} {cancel(restoring, "Datei schließen")}</div>
        {general(&news.general)}
        {table(&news.customers, |relation| relation.label())}
    }
}

/// Both sides of what is contested about a customer. What is not chosen stays in view until the file
/// is closed.
fn choice(contested: &Contested, for_deputy: RwSignal<Vec<CaseId>>) -> View {
    let Contested {
        case,
        number,
        lines,
        side,
    } = contested;
    let lines: View = lines
        .iter()
        .map(|line| view! { <li>{line.clone()}</li> })
        .collect();
    let option = |this: Side, value: &'static str, label: &'static str| {
        let chosen = case.clone();
        let choose = move |_| {
            for_deputy.update(|cases| {
                cases.retain(|known| *known != chosen);
                if this == Side::Deputy {
                    cases.push(chosen.clone());
                }
            });
        };
        let is_chosen = *side == this;
        view! {
            <label class="kd-choice">
                <input
                    type="radio"
                    name=format!("contested-{case}")
                    data-kd="handover-side"
                    value=value
                    prop:checked=is_chosen
                    on:change=choose
                />
                <span>{label}</span>
            </label>
        }
    };
    view! {
        <fieldset class="kd-choices" data-kd="contested" data-case=case.to_string()>
            <legend>{format!("{number}: beide haben dasselbe geändert")}</legend>
            <ul class="kd-bullets">{lines}</ul>
            {option(Side::Owner, "owner", "Es gilt, was hier steht.")}
            {option(Side::Deputy, "deputy", "Es gilt, was die Vertretung erfasst hat.")}
        </fieldset>
    }
}

fn not_taken(entries: &[NotTaken]) -> Option<View> {
    (!entries.is_empty()).then(|| {
        let entries: View = entries
            .iter()
            .map(|entry| view! { <li><b>{entry.number.to_string()}</b> " " {entry.line.clone()}</li> })
            .collect();
        view! {
            <h4>"Nicht übernommen wird"</h4>
            <ul class="kd-bullets" data-kd="handover-left">{entries}</ul>
        }
    })
}

fn button(app: App, mark: &'static str, label: String, act: impl Fn() + 'static) -> View {
    let blocked = writing::is_blocked(app);
    view! {
        <button
            type="button"
            class="kern-btn kern-btn--primary kd-button"
            data-kd=mark
            disabled=move || blocked.get()
            on:click=move |_| act()
        >
            {Icon::Check.view()}
            <span class="kern-label">{label}</span>
        </button>
    }
}

/// What was done stands at the top of the page, with the way back.
fn after(app: App, changed: Result<(), Unchanged>) {
    match changed {
        Ok(()) => focus::on_rendered("#kd-undo-title"),
        Err(unchanged) => app.toast.set(Some(Toast::plain(unchanged.to_string()))),
    }
}
