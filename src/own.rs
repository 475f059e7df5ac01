//! The way to the own caseload: setting one up and unlocking it. Whether there is one is found out by
//! [`crate::looking`]; the way back is [`crate::closing`].
//!
//! The key lives in the keeper and nowhere else. Locking drops the keeper and the ledger; what is
//! left is what lies sealed in the browser.

use crate::app::App;
use crate::attempts::Attempts;
use crate::backup;
use crate::clock;
use crate::keeping::keeper::{Keeper, OnLoss, Standing};
use crate::keeping::opening::{self, OpenError, Opened};
use crate::keeping::recall;
use crate::keeping::status::{Role, SaveFailure, SaveState};
use crate::pause::{PAINT, pause};
use crate::remembered;
use crate::stock::Place;
use crate::store::database::{Database, Loss};
use crate::store::entropy::BrowserEntropy;
use crate::store::estimate;
use crate::store::fault::StoreError;
use crate::store::load::Loaded;
use crate::store::name::Name;
use crate::store::rewrite::Present;
use crate::store::second;
use caseload::Caseload;
use caseload::history::{CaseloadId, Ledger, Moment};
use caseload::journal::{NothingReadable, Protection, Verdict, store_snapshot};
use caseload::sealing::{
    Cost, CreateError, DataKey, DerivationError, Entropy, Passphrase, UnlockError, Vault,
    VaultError,
};
use leptos::prelude::*;
use rules::facts::FederalState;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

/// Key of the vault in the meta store.
pub(crate) const VAULT: &str = "vault";
/// Key of the moment at which the user confirmed that real data may be used.
const CLEARED: &str = "cleared";

/// How far the own caseload is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Gate {
    /// The storage is being looked at.
    Looking,
    /// There is none in this browser.
    Vacant,
    /// There is one, and the passphrase is needed.
    Locked,
    /// It is open.
    Open,
    /// It is open and in memory only, because the browser keeps nothing.
    Memory,
    /// It cannot be opened.
    Shut(Obstacle),
}

/// Why the own caseload cannot be opened at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Obstacle {
    /// The storage does not answer.
    Storage(StoreError),
    /// What lies there was written by a newer version of the program.
    NewerVersion,
    /// The lock itself is damaged, so no passphrase can help.
    VaultDamaged,
    /// The passphrase fits, and nothing behind it can be read.
    NothingReadable(NothingReadable),
    /// This browser kept one, and has nothing of it any more.
    Vanished,
}

/// Why setting up or changing the passphrase did not work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SetUpError {
    /// There is a caseload already, set up in another tab.
    Present,
    /// The browser gave no randomness or memory for the key.
    Sealing(CreateError),
    /// The storage refused.
    Storage(StoreError),
}

/// Why the caseload stays locked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UnlockFailure {
    /// The passphrase does not fit.
    Wrong {
        /// How long the next attempt has to wait.
        wait: Duration,
    },
    /// The key could not be derived.
    Derivation(DerivationError),
    /// The gate is shut for another reason, which it says.
    Shut,
}

impl App {
    /// Makes an own caseload, sealed with a passphrase.
    ///
    /// # Errors
    /// [`SetUpError`]; nothing was made then.
    pub async fn set_up(self, passphrase: Passphrase) -> Result<(), SetUpError> {
        pause(PAINT).await;
        let (vault, key) = create(&passphrase).map_err(SetUpError::Sealing)?;
        let protection = Protection::Sealed {
            store: vault.store(),
            key: Arc::new(key),
        };
        let lineage = new_lineage().map_err(SetUpError::Sealing)?;
        let caseload = Caseload::empty(FederalState::BW);
        let mut entropy = entropy().map_err(SetUpError::Sealing)?;
        let snapshot = store_snapshot(&protection, 0, lineage, &caseload, &mut entropy)
            .map_err(|fault| SetUpError::Storage(StoreError::Broken(fault.to_string())))?;
        let database = self.open_database().await.map_err(SetUpError::Storage)?;
        let loaded = database.load().await.map_err(SetUpError::Storage)?;
        if loaded.meta.contains_key(VAULT) {
            self.look().await;
            return Err(SetUpError::Present);
        }
        let cleared = clock::now().0.to_string();
        let written = database
            .rewrite(
                Present::Nothing,
                &[],
                &[(0, snapshot)],
                &[(VAULT, &vault.to_json()), (CLEARED, &cleared)],
            )
            .await;
        match written {
            Ok(()) => {}
            Err(StoreError::Conflict) => {
                self.look().await;
                return Err(SetUpError::Present);
            }
            Err(error) => return Err(SetUpError::Storage(error)),
        }
        estimate::ask_to_persist();
        let ledger = Ledger::new(lineage, caseload);
        let standing = Standing {
            newest: 0,
            snapshot: 0,
            first: 1,
            generation: None,
            unwritten: None,
        };
        self.last_backup.set(None);
        self.install(database, protection, vault, ledger, standing, Role::Writer)
            .await;
        Ok(())
    }

    /// Begins an own caseload in memory, where the browser keeps nothing.
    pub fn work_in_memory(self) {
        let Ok(lineage) = new_lineage() else { return };
        let ledger = Ledger::new(lineage, Caseload::empty(FederalState::BW));
        self.signs.own.reset();
        self.stock.update(|stock| {
            stock.put(Place::Own, ledger);
            stock.show(Place::Own);
        });
        self.gate.set(Gate::Memory);
    }

    /// How long the next passphrase has to wait, because of wrong ones that were tried here or in
    /// another tab.
    pub async fn wait_before_unlock(self) -> Duration {
        let Ok(database) = Database::open(Name::Own, |_| {}).await else {
            return Duration::ZERO;
        };
        // What cannot be read now is met by the attempt itself.
        database.load().await.map_or(Duration::ZERO, |loaded| {
            Attempts::of(&loaded.meta).left(clock::now())
        })
    }

    /// Opens the own caseload.
    ///
    /// # Errors
    /// [`UnlockFailure`]; the caseload stays locked then.
    pub async fn unlock(self, passphrase: Passphrase) -> Result<(), UnlockFailure> {
        let shut = |obstacle| {
            self.gate.set(Gate::Shut(obstacle));
            UnlockFailure::Shut
        };
        let database = self
            .open_database()
            .await
            .map_err(|error| shut(obstacle(error)))?;
        let loaded = database
            .load()
            .await
            .map_err(|error| shut(obstacle(error)))?;
        let vault = match loaded.meta.get(VAULT).map(|json| vault_of(json)) {
            Some(Ok(vault)) => vault,
            Some(Err(obstacle)) => return Err(shut(obstacle)),
            None => {
                self.look().await;
                return Err(UnlockFailure::Shut);
            }
        };
        let earlier = Attempts::of(&loaded.meta);
        pause(earlier.left(clock::now()).max(PAINT)).await;
        let key = match vault.unlock(&passphrase) {
            Ok(key) => key,
            Err(UnlockError::WrongPassphrase) => {
                let attempts = earlier.failed(clock::now());
                // An attempt that cannot be noted was still slow.
                drop(attempts.note(&database).await);
                return Err(UnlockFailure::Wrong {
                    wait: attempts.left(clock::now()),
                });
            }
            Err(UnlockError::Derivation(error)) => return Err(UnlockFailure::Derivation(error)),
        };
        if !earlier.is_none() {
            drop(Attempts::default().note(&database).await);
        }
        let protection = Protection::Sealed {
            store: vault.store(),
            key: Arc::new(key),
        };
        let opened = match opening::open(&database, &protection).await {
            Ok(opened) => opened,
            Err(OpenError::Storage(error)) => return Err(shut(obstacle(error))),
            Err(OpenError::Nothing(nothing))
                if nothing.report.verdict() == Verdict::NewerVersion =>
            {
                return Err(shut(Obstacle::NewerVersion));
            }
            Err(OpenError::Nothing(nothing)) => {
                return Err(shut(Obstacle::NothingReadable(nothing)));
            }
        };
        self.accept(database, protection, vault, &loaded, opened)
            .await
            .map_err(shut)
    }

    /// Takes a store that was read as far as it can be.
    async fn accept(
        self,
        database: Database,
        protection: Protection,
        vault: Vault,
        loaded: &Loaded,
        opened: Opened,
    ) -> Result<(), Obstacle> {
        let Opened {
            ledger,
            standing,
            latest,
            report,
        } = opened;
        let role = match report.verdict() {
            Verdict::Sound => Role::Writer,
            Verdict::Damaged => Role::ReadOnly,
            Verdict::NewerVersion => return Err(Obstacle::NewerVersion),
        };
        self.report
            .set((role == Role::ReadOnly).then(|| Arc::new(report)));
        self.last_backup.set(backup::last(&loaded.meta));
        self.clock_behind
            .set(latest.filter(|latest| is_ahead(*latest)));
        self.install(database, protection, vault, ledger, standing, role)
            .await;
        Ok(())
    }

    async fn install(
        self,
        database: Database,
        protection: Protection,
        vault: Vault,
        ledger: Ledger,
        standing: Standing,
        role: Role,
    ) {
        let first = standing.first;
        let keeper = Keeper::new(
            Place::Own,
            (database, self.on_loss()),
            protection,
            standing,
            (self.stock, self.signs.own),
        );
        // Until it is settled who writes, nothing can be changed, and nothing is on screen: the gate
        // opens at the end.
        self.signs.own.role.set(match role {
            Role::ReadOnly => Role::ReadOnly,
            Role::Writer | Role::Follower | Role::TakingOver => Role::TakingOver,
        });
        self.desk.update_value(|desk| {
            desk.own = Some(Rc::clone(&keeper));
            desk.vault = Some(vault);
        });
        self.stock.update(|stock| {
            stock.put(Place::Own, ledger);
            stock.show(Place::Own);
        });
        remembered::set_place(Place::Own);
        keeper.listen(Rc::new(move |fate| self.meet(fate)));
        if role != Role::ReadOnly {
            keeper.join(None).await;
        }
        if self.signs.own.role.get_untracked() == Role::Writer {
            self.take_drafts_up(&keeper).await;
        }
        if keeper.is_retired() {
            return;
        }
        remembered::note_own();
        self.gate.set(Gate::Open);
        recall::begin(&keeper, first);
    }

    /// Wraps the key with another passphrase. The records stay as they are.
    ///
    /// # Errors
    /// [`UnlockFailure`] if the present passphrase does not fit, otherwise [`SetUpError`].
    pub async fn change_passphrase(
        self,
        present: Passphrase,
        new: Passphrase,
    ) -> Result<Result<(), SetUpError>, UnlockFailure> {
        let Some(keeper) = self.keeper(Place::Own) else {
            return Err(UnlockFailure::Shut);
        };
        pause(PAINT).await;
        let vault = match self.vault_in_force(&keeper).await {
            Ok(vault) => vault,
            Err(error) => return Ok(Err(SetUpError::Storage(error))),
        };
        let key = vault.unlock(&present).map_err(|error| match error {
            UnlockError::WrongPassphrase => UnlockFailure::Wrong {
                wait: Duration::ZERO,
            },
            UnlockError::Derivation(error) => UnlockFailure::Derivation(error),
        })?;
        pause(PAINT).await;
        let changed = entropy()
            .and_then(|mut entropy| vault.rewrap(&key, &new, Cost::STANDARD, &mut entropy));
        let changed = match changed {
            Ok(vault) => vault,
            Err(error) => return Ok(Err(SetUpError::Sealing(error))),
        };
        if keeper.database().lacks_second() {
            // A copy that does not follow would still open with the passphrase of before.
            drop(second::remove().await);
        }
        if let Err(error) = keeper
            .database()
            .put_meta(&[(VAULT, &changed.to_json())])
            .await
        {
            return Ok(Err(SetUpError::Storage(error)));
        }
        self.desk.update_value(|desk| desk.vault = Some(changed));
        Ok(Ok(()))
    }

    /// The vault as it is now: another tab may have changed the passphrase.
    pub(crate) async fn vault_in_force(self, keeper: &Keeper) -> Result<Vault, StoreError> {
        let held = keeper.database().load().await?;
        let vault = held
            .meta
            .get(VAULT)
            .and_then(|json| vault_of(json).ok())
            .ok_or(StoreError::Gone)?;
        self.desk
            .update_value(|desk| desk.vault = Some(vault.clone()));
        Ok(vault)
    }

    pub(crate) async fn open_database(self) -> Result<Database, StoreError> {
        let on_loss = self.on_loss();
        Database::open(Name::Own, move |loss| on_loss(loss)).await
    }

    /// What is done when the browser takes the database of the own caseload away.
    fn on_loss(self) -> OnLoss {
        Rc::new(move |loss| match loss {
            Loss::Deletion => self.close_own(Gate::Vacant),
            Loss::NewerVersion => self.close_own(Gate::Shut(Obstacle::NewerVersion)),
            Loss::Browser => {
                let gone = SaveFailure::Store(StoreError::Gone);
                self.signs.own.save.set(SaveState::Failed(gone));
            }
        })
    }
}

/// Clocks of offices differ by minutes; more than this is a clock that was set back.
const CLOCK_TOLERANCE_MILLIS: i64 = 10 * 60 * 1000;

/// Whether a moment lies ahead of this computer's clock.
fn is_ahead(moment: Moment) -> bool {
    moment.0 > clock::now().0 + CLOCK_TOLERANCE_MILLIS
}

pub(crate) fn obstacle(error: StoreError) -> Obstacle {
    match error {
        StoreError::NewerVersion => Obstacle::NewerVersion,
        error @ (StoreError::Denied
        | StoreError::Full
        | StoreError::Conflict
        | StoreError::Blocked
        | StoreError::Gone
        | StoreError::Broken(_)) => Obstacle::Storage(error),
    }
}

pub(crate) fn vault_of(json: &str) -> Result<Vault, Obstacle> {
    Vault::from_json(json.as_bytes()).map_err(|error| match error {
        VaultError::NewerVersion { .. } => Obstacle::NewerVersion,
        VaultError::Damaged => Obstacle::VaultDamaged,
    })
}

pub(crate) fn entropy() -> Result<BrowserEntropy, CreateError> {
    BrowserEntropy::new().map_err(|_| CreateError::NoEntropy)
}

/// A new lock, with its key.
pub(crate) fn create(passphrase: &Passphrase) -> Result<(Vault, DataKey), CreateError> {
    Vault::create(passphrase, Cost::STANDARD, &mut entropy()?)
}

/// An id that no other caseload or loan has.
pub(crate) fn new_lineage() -> Result<CaseloadId, CreateError> {
    let mut random = [0; 16];
    Entropy::fill(&mut entropy()?, &mut random).map_err(|_| CreateError::NoEntropy)?;
    Ok(CaseloadId::new(random))
}
