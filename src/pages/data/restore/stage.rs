//! How far a restore has come. The file in hand outlives a look at another page, but not the
//! closing of the caseload: what is opened holds everybody's data.

use crate::app::App;
use crate::attempts::Attempts;
use crate::clock;
use crate::file_input::{self, Unread};
use crate::parts::focus;
use crate::pause::pause;
use crate::reactive::RwSignal;
use crate::restoring::{self, Draft, NotRestorable, Sealed};
use caseload::sealing::{OpenError, Passphrase};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;
use web_sys::File;

/// How far a file has come.
#[derive(Debug, Clone)]
pub enum Stage {
    /// No file is chosen.
    Waiting,
    /// The browser reads the file of this name.
    Reading(String),
    /// It cannot be restored; nothing was changed.
    Failed(Refused),
    /// It is sealed and waits for its passphrase.
    Sealed(Sealed, Tries),
    /// Its passphrase is being tried.
    Opening(Sealed),
    /// It is open, shown as what it would change.
    Open(Arc<Draft>),
}

/// Why a file was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// The browser did not hand over its bytes.
    Unread(Unread),
    /// The file of this name is not restorable.
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

/// The file in hand.
#[derive(Debug, Clone, Copy)]
pub struct Restoring {
    /// How far it has come.
    pub stage: RwSignal<Stage>,
    /// Counts the files, so that a slow one cannot overtake its successor.
    turn: StoredValue<u32>,
}

impl Restoring {
    /// Nothing in hand yet.
    pub fn new() -> Self {
        Restoring {
            stage: RwSignal::new(Stage::Waiting),
            turn: StoredValue::new(0),
        }
    }

    /// Lets go of the file.
    pub fn clear(&self) {
        self.turn.update_value(|turn| *turn += 1);
        self.stage.set(Stage::Waiting);
    }

    /// Reads a file and looks what it is.
    pub fn take(&self, file: File) {
        let restoring = self.begin(file.name());
        let turn = self.turn.get_value();
        spawn_local(async move {
            let stage = match file_input::read(file).await {
                Err(unread) => Stage::Failed(Refused::Unread(unread)),
                Ok(content) => looked(content.name, content.bytes),
            };
            restoring.arrive(turn, stage);
        });
    }

    /// Takes bytes that were read elsewhere.
    pub fn take_bytes(&self, name: String, bytes: Vec<u8>) {
        let Some(turn) = self.turn.try_get_value() else {
            return;
        };
        self.clear();
        self.arrive(turn + 1, looked(name, bytes));
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
            let stage = match app.open_backup(sealed.clone(), passphrase).await {
                Ok(draft) => Stage::Open(Arc::new(draft)),
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

fn looked(name: String, bytes: Vec<u8>) -> Stage {
    match restoring::look(name.clone(), bytes) {
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
