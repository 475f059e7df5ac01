//! How far a sealed file has come. The file in hand outlives a look at another page, but not the
//! closing of the caseload: what is opened holds everybody's data.

use crate::app::App;
use crate::attempts::Attempts;
use crate::background::spawn_local;
use crate::clock;
use crate::file_input::{self, Unread};
use crate::parts::focus;
use crate::pause::pause;
use crate::reactive::RwSignal;
use crate::restoring::{self, NotRestorable, Opened, Sealed, SealedKind};
use caseload::sealing::{OpenError, Passphrase};
use leptos::prelude::*;
use web_sys::File;

/// How far a file has come.
#[derive(Debug, Clone)]
pub enum Stage {
    /// No file is chosen.
    Waiting,
    /// The browser reads the file of this name.
    Reading(String),
    /// It cannot be opened; nothing was changed.
    Failed(Refused),
    /// It is sealed and waits for its passphrase.
    Sealed(Sealed, Tries),
    /// Its passphrase is being tried.
    Opening(Sealed),
    /// It is open, shown as what it would change.
    Open(Opened),
}

/// Why a file was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// The browser did not hand over its bytes.
    Unread(Unread),
    /// The file of this name cannot be opened.
    NotRestorable(String, NotRestorable),
}

/// The passphrases that did not fit so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tries {
    /// How many, and how long the next one has to wait.
    pub attempts: Attempts,
    /// What the last one came to.
    pub last: Option<OpenError>,
}

/// What a sealed file is chosen for, each in its section of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// The whole caseload as it was.
    Restore,
    /// Customers out to a deputy and back.
    Lend,
}

impl Purpose {
    /// The purpose of a kind of file.
    pub fn of(kind: SealedKind) -> Self {
        match kind {
            SealedKind::Backup | SealedKind::Rescue => Purpose::Restore,
            SealedKind::HandOver | SealedKind::Return => Purpose::Lend,
        }
    }
}

/// The file in hand.
#[derive(Debug, Clone, Copy)]
pub struct Restoring {
    /// How far it has come.
    pub stage: RwSignal<Stage>,
    /// In which section it was chosen.
    pub purpose: RwSignal<Purpose>,
    /// Counts the files, so that a slow one cannot overtake its successor.
    turn: StoredValue<u32>,
}

impl Restoring {
    /// Nothing in hand yet.
    pub fn new() -> Self {
        Restoring {
            stage: RwSignal::new(Stage::Waiting),
            purpose: RwSignal::new(Purpose::Restore),
            turn: StoredValue::new(0),
        }
    }

    /// Lets go of the file.
    pub fn clear(&self) {
        self.turn.update_value(|turn| *turn += 1);
        self.stage.set(Stage::Waiting);
    }

    /// Reads a file and looks whether it is one for this purpose.
    pub fn take(&self, file: File, purpose: Purpose) {
        self.purpose.set(purpose);
        let restoring = self.begin(file.name());
        let turn = self.turn.get_value();
        spawn_local(async move {
            let stage = match file_input::read(file).await {
                Err(unread) => Stage::Failed(Refused::Unread(unread)),
                Ok(content) => looked(content.name, content.bytes, purpose),
            };
            restoring.arrive(turn, stage);
        });
    }

    /// Takes bytes that were read elsewhere; they are for whatever they say.
    pub fn take_bytes(&self, name: String, bytes: Vec<u8>) {
        let sealed = restoring::look(name.clone(), bytes);
        let purpose = match &sealed {
            Ok(sealed) => Purpose::of(sealed.kind),
            Err(_) if name.to_ascii_lowercase().ends_with(".kkd-handover") => Purpose::Lend,
            Err(_) => Purpose::Restore,
        };
        self.purpose.set(purpose);
        let Some(turn) = self.turn.try_get_value() else {
            return;
        };
        self.clear();
        self.arrive(turn + 1, waiting_or_failed(name, sealed, purpose));
    }

    fn begin(&self, name: String) -> Self {
        self.clear();
        self.stage.set(Stage::Reading(name));
        *self
    }

    /// Tries a passphrase on the file in hand.
    pub fn open(&self, app: App, passphrase: Passphrase) {
        let Stage::Sealed(sealed, tries) = self.stage.get_untracked() else {
            return;
        };
        let restoring = *self;
        let turn = self.turn.get_value();
        self.stage.set(Stage::Opening(sealed.clone()));
        spawn_local(async move {
            pause(tries.attempts.left(clock::now())).await;
            let stage = match app.open_sealed(sealed.clone(), passphrase).await {
                Ok(opened) => Stage::Open(opened),
                Err(NotRestorable::Open(
                    error @ (OpenError::WrongPassphrase | OpenError::Derivation(_)),
                )) => {
                    let tries = Tries {
                        attempts: tries.attempts.failed(clock::now()),
                        last: Some(error),
                    };
                    Stage::Sealed(sealed, tries)
                }
                Err(error) => Stage::Failed(Refused::NotRestorable(sealed.name, error)),
            };
            restoring.arrive(turn, stage);
        });
    }

    fn arrive(&self, turn: u32, stage: Stage) {
        // Gone with the page, or another file is in hand.
        if self.turn.try_get_value() != Some(turn) {
            return;
        }
        let shown = match &stage {
            Stage::Failed(_) => ".kd-restore [data-kd=error]",
            Stage::Sealed(..) => "[data-kd=restore-passphrase]",
            Stage::Waiting | Stage::Reading(_) | Stage::Opening(_) | Stage::Open(_) => {
                "#kd-restore-draft"
            }
        };
        self.stage.set(stage);
        focus::on_rendered(shown);
    }
}

fn looked(name: String, bytes: Vec<u8>, purpose: Purpose) -> Stage {
    waiting_or_failed(name.clone(), restoring::look(name, bytes), purpose)
}

fn waiting_or_failed(
    name: String,
    looked: Result<Sealed, NotRestorable>,
    purpose: Purpose,
) -> Stage {
    match looked {
        Ok(sealed) if Purpose::of(sealed.kind) != purpose => {
            let elsewhere = NotRestorable::Elsewhere(sealed.kind);
            Stage::Failed(Refused::NotRestorable(name, elsewhere))
        }
        Ok(sealed) => {
            let tries = Tries {
                attempts: Attempts::default(),
                last: None,
            };
            Stage::Sealed(sealed, tries)
        }
        Err(error) => Stage::Failed(Refused::NotRestorable(name, error)),
    }
}
