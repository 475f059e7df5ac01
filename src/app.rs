//! The state of the page.
//!
//! Facts flow down from here: pages read the signals and render. What a user does comes back through
//! [`crate::changing`]. Everything derived is a memo, so a new day, a new list and an undone change
//! reach every figure by the same path. What needs the browser's storage is asynchronous and lives
//! in [`crate::own`] and [`crate::example`].

use crate::checked::{Checked, checked};
use crate::clock;
use crate::drafts::Drafts;
use crate::evaluation::{Evaluated, Evaluation, evaluation};
use crate::follow;
use crate::keeping::keeper::{Keeper, Signs};
use crate::keeping::status::{BackupAge, Role, SaveState};
use crate::own::Gate;
use crate::parts::toast::Toast;
use crate::reactive::{Memo, RwSignal};
use crate::route::Route;
use crate::stock::{Mode, Place, Stock};
use crate::store::file_handle::FileHandle;
use crate::typing::Typing;
use caseload::Caseload;
use caseload::history::{self, Event, EventId, Moment};
use caseload::journal::ReplayReport;
use caseload::sealing::Vault;
use chrono::NaiveDate;
use leptos::prelude::*;
use rules::edition::EditionId;
use std::rc::Rc;
use std::sync::Arc;

/// Whether closing the window would lose something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Safety {
    /// There is nothing to lose.
    NothingToLose,
    /// Changes, or what is typed, exist only in memory.
    OnlyInMemory,
}

/// The state, handed to every component as context.
#[derive(Debug, Clone, Copy)]
pub struct App {
    /// The page on screen.
    pub route: ReadSignal<Route>,
    /// What is on screen.
    pub mode: Memo<Mode>,
    /// How far the own caseload is open.
    pub gate: RwSignal<Gate>,
    /// The day that everything is judged from.
    pub today: Memo<NaiveDate>,
    /// What the rules say; `None` without a caseload.
    pub evaluation: Memo<Option<Evaluated>>,
    /// What checking it finds; `None` without a caseload.
    pub checked: Memo<Option<Arc<Checked>>>,
    /// Whether the work on screen is saved.
    pub save: Memo<SaveState>,
    /// Whether this tab may change what is on screen.
    pub role: Memo<Role>,
    /// The last backup of the own caseload, and what happened since.
    pub backup: Memo<BackupAge>,
    /// The moment of the newest record, if it lies after this computer's time.
    pub clock_behind: RwSignal<Option<Moment>>,
    /// What was found wrong when the own caseload was opened, and has not been put right.
    pub report: RwSignal<Option<Arc<ReplayReport>>>,
    /// Whether the own caseload came back from its copy, until the user puts that away.
    pub returned: RwSignal<bool>,
    /// Whether closing the window would lose something.
    pub safety: Memo<Safety>,
    /// Whether the example was changed.
    pub example_is_mixed: Memo<bool>,
    /// What undo would take back, in words.
    pub undoable: Memo<Option<String>>,
    /// What redo would do again, in words.
    pub redoable: Memo<Option<String>>,
    /// The last import, as long as it is what undo would take back.
    pub imported: Memo<Option<String>>,
    /// The note that confirms the last command.
    pub toast: RwSignal<Option<Toast>>,
    /// What is typed and not saved.
    pub drafts: BySide<RwSignal<Drafts>>,
    /// How far that is on the disk.
    pub typing: BySide<Typing>,
    pub(crate) stock: RwSignal<Stock>,
    pub(crate) chosen_day: RwSignal<Option<NaiveDate>>,
    pub(crate) clock: ReadSignal<NaiveDate>,
    pub(crate) signs: BySide<Signs>,
    pub(crate) desk: StoredValue<Desk, LocalStorage>,
    /// When the last backup was written, and the number of the last record in it.
    pub(crate) last_backup: RwSignal<Option<(Moment, u64)>>,
    /// What forgets things when the own caseload is closed.
    pub(crate) on_close: StoredValue<Vec<Callback<()>>>,
    /// The file for backups, as long as the page is open.
    pub(crate) backup_file: StoredValue<Option<FileHandle>, LocalStorage>,
    /// What undo would take back after a final deletion; it says first that this is something else.
    pub(crate) erased_after: StoredValue<Option<EventId>>,
    /// The event that the last import became, with what the page said about it.
    pub(crate) last_import: RwSignal<Option<(EventId, String)>>,
    /// Events of the own caseload that a file holds, where nothing else keeps them.
    pub(crate) exported: RwSignal<usize>,
}

/// One thing for each of the two caseloads.
#[derive(Debug, Clone, Copy)]
pub struct BySide<T> {
    /// For the own one.
    pub own: T,
    /// For the example.
    pub example: T,
}

impl<T> BySide<T> {
    /// The one for a place.
    pub fn of(&self, place: Place) -> &T {
        match place {
            Place::Own => &self.own,
            Place::Example => &self.example,
        }
    }
}

/// What is open in the browser's storage.
#[derive(Debug, Default)]
pub struct Desk {
    /// Keeper of the own caseload, while it is unlocked.
    pub own: Option<Rc<Keeper>>,
    /// Keeper of the example.
    pub example: Option<Rc<Keeper>>,
    /// The lock on the own caseload, once it is known.
    pub vault: Option<Vault>,
}

impl App {
    /// Sets up the state and makes it the context of everything below the caller.
    pub fn provide() -> Self {
        let stock = RwSignal::new(Stock::default());
        let chosen_day = RwSignal::new(None);
        let clock = clock::watch();
        let signs = BySide {
            own: Signs::new(),
            example: Signs::new(),
        };
        let gate = RwSignal::new(Gate::Looking);
        let mode = Memo::new(move |_| match (stock.with(Stock::mode), gate.get()) {
            (Mode::Own, Gate::Looking | Gate::Vacant | Gate::Locked | Gate::Shut(_)) => Mode::Empty,
            (mode, _) => mode,
        });
        let place = Memo::new(move |_| stock.with(Stock::shown));
        let today = Memo::new(move |_| match mode.get() {
            Mode::Example => chosen_day.get().unwrap_or_else(|| clock.get()),
            Mode::Empty | Mode::Own => clock.get(),
        });
        let last_backup = RwSignal::new(None);
        let last_import = RwSignal::new(None::<(EventId, String)>);
        let exported = RwSignal::new(0);
        let words = move |of: fn(&history::Ledger) -> Option<&Event>| {
            Memo::new(move |_| {
                stock.with(|stock| {
                    let ledger = stock.ledger()?;
                    of(ledger).map(|event| ledger.summary(event))
                })
            })
        };
        let drafts = BySide {
            own: RwSignal::new(Drafts::default()),
            example: RwSignal::new(Drafts::default()),
        };
        let typing = BySide {
            own: Typing::new(),
            example: Typing::new(),
        };
        let has_loose = move |place: Place| {
            drafts
                .of(place)
                .with(|drafts| typing.of(place).is_loose(drafts))
        };
        let evaluation = evaluation(stock, today);
        let app = App {
            route: follow::address(),
            mode,
            gate,
            today,
            evaluation,
            checked: checked(evaluation),
            save: Memo::new(move |_| signs.of(place.get()).save.get()),
            role: Memo::new(move |_| signs.of(place.get()).role.get()),
            backup: Memo::new(move |_| BackupAge::of(last_backup.get(), signs.own.newest.get())),
            clock_behind: RwSignal::new(None),
            report: RwSignal::new(None),
            returned: RwSignal::new(false),
            safety: Memo::new(move |_| {
                let is_kept = match signs.own.save.get() {
                    SaveState::Saved => true,
                    SaveState::Saving | SaveState::Failed(_) => false,
                    SaveState::Memory => {
                        let events = stock.with(|stock| {
                            stock
                                .ledger_of(Place::Own)
                                .map_or(0, |ledger| ledger.events().len())
                        });
                        events <= exported.get()
                    }
                };
                if is_kept && !Place::ALL.into_iter().any(has_loose) {
                    Safety::NothingToLose
                } else {
                    Safety::OnlyInMemory
                }
            }),
            example_is_mixed: Memo::new(move |_| {
                stock.with(|stock| {
                    stock
                        .ledger_of(Place::Example)
                        .is_some_and(|ledger| !ledger.events().is_empty())
                })
            }),
            undoable: words(history::Ledger::undoable),
            redoable: words(history::Ledger::redoable),
            imported: Memo::new(move |_| {
                let (id, done) = last_import.get()?;
                stock.with(|stock| {
                    let undoable = stock.ledger()?.undoable()?;
                    (undoable.id == id).then_some(done)
                })
            }),
            toast: RwSignal::new(None),
            drafts,
            typing,
            stock,
            chosen_day,
            clock,
            signs,
            desk: StoredValue::new_local(Desk::default()),
            last_backup,
            on_close: StoredValue::new(Vec::new()),
            backup_file: StoredValue::new_local(None),
            erased_after: StoredValue::new(None),
            last_import,
            exported,
        };
        provide_context(app);
        app
    }

    /// The state, inside any component.
    pub fn expect() -> Self {
        expect_context()
    }

    /// The caseload on screen.
    pub fn caseload(&self) -> Option<Arc<Caseload>> {
        self.stock.with(|stock| stock.caseload().map(Arc::clone))
    }

    /// The caseload on screen with what the rules say; `None` without one, and on a day on which they
    /// say nothing.
    pub fn evaluated(&self) -> Option<Arc<Evaluation>> {
        self.evaluation
            .with(|evaluated| Some(Arc::clone(evaluated.as_ref()?.as_ref().ok()?)))
    }

    /// The caseload on screen, without following its changes.
    pub fn caseload_untracked(&self) -> Option<Arc<Caseload>> {
        self.stock
            .with_untracked(|stock| stock.caseload().map(Arc::clone))
    }

    /// First day on which the example can be looked at, inclusive.
    pub fn first_day() -> NaiveDate {
        EditionId::CURRENT.valid_from()
    }

    /// The keeper of a place, while it is open.
    pub(crate) fn keeper(&self, place: Place) -> Option<Rc<Keeper>> {
        self.desk.with_value(|desk| match place {
            Place::Own => desk.own.as_ref().map(Rc::clone),
            Place::Example => desk.example.as_ref().map(Rc::clone),
        })
    }

    /// Whose caseload is on screen, or would be.
    pub fn place(&self) -> Place {
        self.stock.with_untracked(Stock::shown)
    }
}
