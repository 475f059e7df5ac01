//! What becomes of a chosen file: it is read, understood as a list or as a caseload, or refused.
//! The draft outlives a look at another page.

use super::failed::Failure;
use super::restore::Restoring;
use crate::app::App;
use crate::background::spawn_local;
use crate::file_input::{self, Content, Unread};
use crate::own::Gate;
use crate::parts::focus;
use crate::reactive::{ArcRwSignal, RwSignal};
use crate::stock::Mode;
use caseload::Caseload;
use caseload::file;
use caseload::import::{Mapping, Table, read_table};
use caseload::journal::rescue;
use caseload::sealing::SealedFile;
use chrono::NaiveDate;
use leptos::prelude::*;
use rules::facts::FederalState;
use std::sync::Arc;
use std::time::Duration;
use web_sys::File;

/// How far a file has come.
#[derive(Debug, Clone)]
pub enum Stage {
    /// No file is chosen.
    Waiting,
    /// The browser reads the file of this name.
    Reading(String),
    /// It was refused; nothing has changed.
    Failed(Arc<Failure>),
    /// It is a list, shown as what it would change.
    List(ListDraft),
    /// It is a caseload file, shown as what it holds.
    File(FileDraft),
    /// It is a backup, and there is nothing here to restore it to.
    Backup,
}

/// A list that has been read but not taken over.
#[derive(Debug, Clone)]
pub struct ListDraft {
    /// Name of the file.
    pub name: String,
    /// Its rows.
    pub table: Arc<Table>,
    /// Which column becomes what.
    pub mapping: ArcRwSignal<Mapping>,
    /// The state of the office, for a caseload that begins with this list.
    pub office: ArcRwSignal<FederalState>,
}

/// A caseload file that has been read but not taken over.
#[derive(Debug, Clone)]
pub struct FileDraft {
    /// Name of the file.
    pub name: String,
    /// What it holds.
    pub caseload: Arc<Caseload>,
}

/// The file in hand.
#[derive(Debug, Clone, Copy)]
pub struct Intake {
    /// How far it has come.
    pub stage: RwSignal<Stage>,
    /// Counts the files, so that a slow one cannot overtake its successor.
    turn: StoredValue<u32>,
}

impl Intake {
    /// Sets up the intake and makes it the context of everything below the caller.
    pub fn provide() {
        let intake = Intake {
            stage: RwSignal::new(Stage::Waiting),
            turn: StoredValue::new(0),
        };
        provide_context(intake);
        // What lies ready holds names, and they are locked with the rest.
        App::expect().when_closed(move || intake.clear());
    }

    /// The intake, inside any component.
    pub fn expect() -> Self {
        expect_context()
    }

    /// Lets go of the file.
    pub fn clear(&self) {
        self.turn.update_value(|turn| *turn += 1);
        self.stage.set(Stage::Waiting);
    }

    /// Says why there is nothing to read.
    pub fn refuse(&self, failure: Failure) {
        self.clear();
        self.arrive(Stage::Failed(Arc::new(failure)));
    }

    /// Reads a file and shows what it is. A backup goes where backups are restored.
    pub fn take(&self, file: File, app: App, restoring: Restoring) {
        self.clear();
        let intake = *self;
        let turn = self.turn.get_value();
        intake.stage.set(Stage::Reading(file.name()));
        spawn_local(async move {
            let content = file_input::read(file).await;
            // A timer lets the browser show the name before the work begins.
            set_timeout(
                move || {
                    if intake.turn.get_value() != turn {
                        return;
                    }
                    match content {
                        Ok(content) if is_sealed(&content.name, &content.bytes) => {
                            intake.pass_on(content, app, restoring);
                        }
                        content => {
                            intake.arrive(understand(content, app.today.get_untracked()));
                        }
                    }
                },
                Duration::ZERO,
            );
        });
    }

    fn pass_on(&self, Content { name, bytes }: Content, app: App, restoring: Restoring) {
        if app.mode.get_untracked() == Mode::Own && app.gate.get_untracked() == Gate::Open {
            self.clear();
            restoring.take_bytes(name, bytes);
        } else {
            self.arrive(Stage::Backup);
        }
    }

    fn arrive(&self, stage: Stage) {
        let shown = match stage {
            Stage::Failed(_) => ".kd-data [data-kd=error]",
            Stage::Backup => "#kd-file",
            Stage::Waiting | Stage::Reading(_) | Stage::List(_) | Stage::File(_) => {
                "#kd-draft-title"
            }
        };
        self.stage.set(stage);
        focus::on_rendered(shown);
    }
}

fn understand(content: Result<Content, Unread>, today: NaiveDate) -> Stage {
    let Content { name, bytes } = match content {
        Ok(content) => content,
        Err(unread) => return Stage::Failed(Arc::new(Failure::of_reading(&unread))),
    };
    if is_caseload_file(&name, &bytes) {
        match file::read(&bytes, today) {
            Ok(caseload) => Stage::File(FileDraft {
                name,
                caseload: Arc::new(caseload),
            }),
            Err(error) => Stage::Failed(Arc::new(Failure::of_file(&name, &error))),
        }
    } else {
        match read_table(&bytes) {
            Ok(table) => Stage::List(ListDraft {
                name,
                mapping: ArcRwSignal::new(table.guess_mapping()),
                office: ArcRwSignal::new(FederalState::BW),
                table: Arc::new(table),
            }),
            Err(error) => Stage::Failed(Arc::new(Failure::of_list(&name, &error))),
        }
    }
}

/// A backup or a rescue file says so in its first line, or at least in its name.
fn is_sealed(name: &str, bytes: &[u8]) -> bool {
    let name = name.to_ascii_lowercase();
    let is_named = [".kkd", ".kkd-rettung", ".kkd-handover"]
        .iter()
        .any(|ending| name.ends_with(ending));
    is_named || rescue::is_rescue(bytes) || SealedFile::parse(bytes).is_ok()
}

/// A caseload file begins like JSON; one that is damaged still has its name.
fn is_caseload_file(name: &str, bytes: &[u8]) -> bool {
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let first = text.iter().find(|byte| !byte.is_ascii_whitespace());
    matches!(first, Some(b'{' | b'[')) || name.to_ascii_lowercase().ends_with(".json")
}

#[cfg(test)]
mod tests {
    use super::{is_caseload_file, is_sealed};

    #[test]
    fn the_content_decides_before_the_name() {
        for (name, bytes) in [
            ("bestand.txt", &b"\xEF\xBB\xBF \n{\"format\":"[..]),
            ("bestand.kkd.json", b"kaputt"),
            ("BESTAND.JSON", b""),
            ("x.csv", b"[]"),
        ] {
            assert!(is_caseload_file(name, bytes), "{name}");
        }
        for (name, bytes) in [
            ("liste.csv", &b"Kundennr.;Name"[..]),
            ("liste.json.csv", b"a;b"),
        ] {
            assert!(!is_caseload_file(name, bytes), "{name}");
        }
    }

    #[test]
    fn a_backup_is_known_by_its_name_even_if_it_is_damaged() {
        for name in [
            "sicherung.kkd",
            "X.KKD",
            "kontaktdichte.kkd-rettung",
            "übergabe.kkd-handover",
        ] {
            assert!(is_sealed(name, b"kaputt"), "{name}");
        }
        for name in ["bestand.kkd.json", "liste.csv"] {
            assert!(!is_sealed(name, b"a;b"), "{name}");
        }
    }
}
