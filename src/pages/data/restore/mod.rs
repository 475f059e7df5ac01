//! A sealed file comes in, a backup or customers on loan: choose the file, give its passphrase, see
//! what would change, decide.

mod dry_run;
mod loan;
mod refused;
mod stage;

pub use stage::{Purpose, Restoring};

use crate::app::App;
use crate::clock;
use crate::parts::alert::{ErrorAlert, Notice};
use crate::parts::focus;
use crate::parts::icon::Icon;
use crate::parts::passphrase_field::{Asked, PassphraseField, take};
use crate::parts::writing;
use crate::restoring::{Opened, Sealed, SealedKind};
use crate::view::{View, view};
use caseload::sealing::{OpenError, Passphrase};
use leptos::html;
use leptos::prelude::*;
use rules::wording::date;
use stage::{Stage, Tries};
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement};

/// What a section says, and the ids in it.
struct Words {
    title: &'static str,
    title_id: &'static str,
    hint: &'static str,
    hint_id: &'static str,
    file_id: &'static str,
    mark: &'static str,
    accept: &'static str,
    choose: &'static str,
}

const RESTORE: Words = Words {
    title: "Wiederherstellen",
    title_id: "kd-restore-title",
    hint: "Eine Sicherung (.kkd) oder eine Rettungsdatei (.kkd-rettung) dieses Bestands. Sie sehen zuerst, was sich ändern würde; danach lässt es sich rückgängig machen.",
    hint_id: "kd-restore-hint",
    file_id: "kd-restore-file",
    mark: "restore-file",
    accept: ".kkd,.kkd-rettung",
    choose: "Sicherung wählen",
};

const LEND: Words = Words {
    title: "Übergabe",
    title_id: "kd-handover-title",
    hint: "Eine Übergabe (.kkd-handover), die Sie als Vertretung bekommen haben, oder die Rückgabe Ihrer Vertretung. Sie sehen zuerst, was sich ändern würde; danach lässt es sich rückgängig machen. Eine Übergabe schreiben Sie unter „Terminausfall“ bei Ihrer Abwesenheit.",
    hint_id: "kd-handover-hint",
    file_id: "kd-handover-file",
    mark: "handover-file",
    accept: ".kkd-handover",
    choose: "Übergabe wählen",
};

/// A section of the page: where the files for a purpose come in.
#[component]
pub fn Section(purpose: Purpose) -> View {
    let app = App::expect();
    let restoring: Restoring = expect_context();
    let blocked = writing::is_blocked(app);
    let choose = move |event: Event| {
        let input = event
            .target()
            .and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        if let Some(input) = input {
            if let Some(file) = input.files().and_then(|files| files.get(0)) {
                restoring.take(file, purpose);
            }
            // The same file can be chosen again after it was corrected.
            input.set_value("");
        }
    };
    let words = match purpose {
        Purpose::Restore => RESTORE,
        Purpose::Lend => LEND,
    };
    view! {
        <section class="kd-section kd-restore" aria-labelledby=words.title_id>
            <h2 id=words.title_id>{words.title}</h2>
            <p id=words.hint_id>{words.hint}</p>
            {writing::notice(app)}
            <div class="kd-drop__choose">
                <input
                    id=words.file_id
                    class="kern-sr-only"
                    type="file"
                    data-kd=words.mark
                    accept=words.accept
                    aria-describedby=words.hint_id
                    disabled=move || blocked.get()
                    on:change=choose
                />
                <label for=words.file_id class="kern-btn kern-btn--secondary kd-button">
                    {Icon::Upload.view()}
                    <span class="kern-label">{words.choose}</span>
                </label>
            </div>
            {move || (restoring.purpose.get() == purpose).then(|| in_hand(restoring))}
        </section>
    }
}

fn in_hand(restoring: Restoring) -> View {
    match restoring.stage.get() {
        Stage::Waiting => View::nothing(),
        Stage::Reading(name) => working(format!("„{name}“ wird gelesen …")),
        Stage::Failed(why) => refused::view_of(&why),
        Stage::Sealed(sealed, tries) => sealed_view(sealed, tries, restoring),
        Stage::Opening(sealed) => working(format!("„{}“ wird geöffnet …", sealed.name)),
        Stage::Open(Opened::Caseload(draft)) => {
            view! { <dry_run::DryRun draft=draft restoring=restoring/> }
        }
        Stage::Open(Opened::Loan(loan)) => {
            view! { <loan::LoanInHand loan=loan restoring=restoring/> }
        }
    }
}

/// Lets go of the file and goes back to where files are chosen.
fn let_go(restoring: Restoring) {
    let file = match restoring.purpose.get_untracked() {
        Purpose::Restore => "#kd-restore-file",
        Purpose::Lend => "#kd-handover-file",
    };
    restoring.clear();
    focus::on_rendered(file);
}

fn working(text: String) -> View {
    view! {
        <p class="kd-reading" role="status">
            {text}
        </p>
    }
}

fn sealed_view(sealed: Sealed, tries: Tries, restoring: Restoring) -> View {
    let app = App::expect();
    let field = NodeRef::<html::Input>::new();
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        restoring.open(app, Passphrase::for_unlocking(&take(field)));
    };
    let discard = move |_| let_go(restoring);
    let what = match sealed.kind {
        SealedKind::Backup => "Sicherung",
        SealedKind::Rescue => "Rettungsdatei",
        SealedKind::HandOver => "Übergabe",
        SealedKind::Return => "Rückgabe",
    };
    let from = sealed
        .written_at
        .map(|at| format!(" vom {}", date(at.date_naive())));
    let title = format!("{what} „{}“{}", sealed.name, from.unwrap_or_default());
    let is_wrong = Signal::stored(tries.last == Some(OpenError::WrongPassphrase));
    let wrong = tries.last.map(|error| {
        view! {
            <ErrorAlert title="Nicht geöffnet">
                <p id="kd-restore-wrong">{error.german()}</p>
            </ErrorAlert>
        }
    });
    let slowed = (!tries.attempts.left(clock::now()).is_zero()).then(|| {
        view! {
            <p class="kd-muted">"Nach mehreren falschen Versuchen dauert jeder weitere länger."</p>
        }
    });
    view! {
        <form class="kd-draft kd-form" autocomplete="off" novalidate on:submit=submit>
            <h3 id="kd-restore-draft" tabindex="-1">
                {title}
            </h3>
            <p>
                {match Purpose::of(sealed.kind) {
                    Purpose::Restore => "Zum Öffnen brauchen Sie die Passphrase, die galt, als die Datei geschrieben wurde.",
                    Purpose::Lend => "Zum Öffnen brauchen Sie die Passphrase, die bei der Übergabe vereinbart wurde.",
                }}
            </p>
            <PassphraseField
                label="Passphrase der Datei"
                id="kd-restore-passphrase"
                mark="restore-passphrase"
                asked=Asked::Present
                field=field
                described_by="kd-restore-wrong"
                is_wrong=is_wrong
            />
            {wrong}
            {slowed}
            <div class="kd-buttons">
                <button
                    type="submit"
                    class="kern-btn kern-btn--primary kd-button"
                    data-kd="restore-open"
                >
                    {Icon::Lock.view()}
                    <span class="kern-label">"Öffnen und vergleichen"</span>
                </button>
                <button
                    type="button"
                    class="kern-btn kern-btn--secondary kd-button"
                    data-kd="restore-cancel"
                    on:click=discard
                >
                    <span class="kern-label">"Abbrechen"</span>
                </button>
            </div>
        </form>
    }
}

/// Where restoring has no place: the example is nobody's record.
pub fn not_here() -> View {
    view! {
        <Notice>
            <p>
                "Sicherungen gehören zum eigenen Bestand. Verlassen Sie das Beispiel, öffnen Sie Ihren Bestand und wählen Sie die Datei dort unter „Wiederherstellen“."
            </p>
        </Notice>
    }
}
