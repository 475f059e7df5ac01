//! The state of the page and the few ways to change it.
//!
//! Facts flow down from here: pages read the signals and render. What a user does comes back as a
//! [`Command`]; [`App::dispatch`] is the only place that changes a caseload. Everything derived is
//! a memo, so a new day, a new list and an undone import reach every figure by the same path.

use crate::parts::focus;
use crate::parts::toast::Toast;
use crate::route::{self, Route};
use crate::stock::{Mode, Safety, Stock};
use crate::{clock, example, ready};
use caseload::{Caseload, Overview};
use chrono::NaiveDate;
use leptos::prelude::*;
use rules::edition::{EditionError, EditionId};
use std::sync::Arc;
use std::time::Duration;

/// Something the user wants.
#[derive(Debug, Clone)]
pub enum Command {
    /// Fill the page with invented customers.
    OpenExample,
    /// Leave the example for the own caseload.
    OpenOwn,
    /// Take over what an import made of the caseload on screen.
    TakeOver {
        /// The caseload after the import.
        caseload: Arc<Caseload>,
        /// What the import did, for the note that confirms it.
        done: String,
    },
    /// Go back to the caseload before the last import.
    UndoImport,
    /// Look at the example as if it were this day.
    LookFrom(NaiveDate),
    /// A file of the caseload on screen was written.
    Exported,
}

/// A caseload with what the rules say about it on one day.
#[derive(Debug)]
pub struct Evaluation {
    /// The facts.
    pub caseload: Arc<Caseload>,
    /// The results.
    pub overview: Overview,
}

/// An evaluation, or why there is none for this day.
pub type Evaluated = Result<Arc<Evaluation>, EditionError>;

/// The state, handed to every component as context.
#[derive(Debug, Clone, Copy)]
pub struct App {
    /// The page on screen.
    pub route: ReadSignal<Route>,
    /// Whose caseload is on screen.
    pub mode: Memo<Mode>,
    /// The day that everything is judged from.
    pub today: Memo<NaiveDate>,
    /// What the rules say; `None` without a caseload.
    pub evaluation: Memo<Option<Evaluated>>,
    /// Whether closing the window would lose something.
    pub safety: Memo<Safety>,
    /// Whether something was imported into the example.
    pub example_is_mixed: Memo<bool>,
    /// What the last import did, as long as it can be undone.
    pub undoable: Memo<Option<String>>,
    /// The note that confirms the last command.
    pub toast: RwSignal<Option<Toast>>,
    stock: RwSignal<Stock>,
    chosen_day: RwSignal<Option<NaiveDate>>,
    clock: ReadSignal<NaiveDate>,
}

impl App {
    /// Sets up the state and makes it the context of everything below the caller.
    pub fn provide() -> Self {
        let stock = RwSignal::new(Stock::default());
        let chosen_day = RwSignal::new(None);
        let clock = clock::watch();
        let mode = Memo::new(move |_| stock.with(Stock::mode));
        let today = Memo::new(move |_| match mode.get() {
            Mode::Example => chosen_day.get().unwrap_or_else(|| clock.get()),
            Mode::Empty | Mode::Own => clock.get(),
        });
        let app = App {
            route: follow_address(),
            mode,
            today,
            evaluation: evaluation(stock, today),
            safety: Memo::new(move |_| stock.with(Stock::safety)),
            example_is_mixed: Memo::new(move |_| stock.with(Stock::example_is_mixed)),
            undoable: Memo::new(move |_| stock.with(|stock| stock.undoable().map(str::to_owned))),
            toast: RwSignal::new(None),
            stock,
            chosen_day,
            clock,
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

    /// The caseload on screen, without following its changes.
    pub fn caseload_untracked(&self) -> Option<Arc<Caseload>> {
        self.stock
            .with_untracked(|stock| stock.caseload().map(Arc::clone))
    }

    /// First day on which the example can be looked at, inclusive.
    pub fn first_day() -> NaiveDate {
        EditionId::CURRENT.valid_from()
    }

    /// Carries out what the user wants.
    pub fn dispatch(&self, command: Command) {
        match command {
            Command::OpenExample => {
                let day = self.clock.get_untracked().max(Self::first_day());
                self.chosen_day.set(None);
                // A note speaks of the caseload on screen; its offer must not reach another one.
                self.toast.set(None);
                self.stock
                    .update(|stock| stock.show_example(Arc::new(example::caseload(day))));
            }
            Command::OpenOwn => {
                self.toast.set(None);
                self.stock.update(Stock::show_own);
            }
            Command::TakeOver { caseload, done } => {
                self.toast.set(Some(Toast::undoable(done.clone())));
                self.stock.update(|stock| stock.take_over(caseload, done));
            }
            Command::UndoImport => {
                if self.stock.try_update(Stock::undo) == Some(true) {
                    self.toast.set(Some(Toast::plain(
                        "Der Import ist zurückgenommen. Der Bestand ist wieder wie zuvor.",
                    )));
                }
            }
            Command::LookFrom(day) => self.chosen_day.set(Some(day)),
            Command::Exported => self.stock.update(Stock::exported),
        }
    }
}

/// One evaluation for every figure on the page. Two evaluations are never compared: a new one is
/// made only when the caseload or the day is new.
fn evaluation(stock: RwSignal<Stock>, today: Memo<NaiveDate>) -> Memo<Option<Evaluated>> {
    let shown = Memo::new_with_compare(
        move |_| stock.with(|stock| stock.caseload().map(Arc::clone)),
        |old, new| match (old, new) {
            (Some(Some(old)), Some(Some(new))) => !Arc::ptr_eq(old, new),
            (Some(None), Some(None)) => false,
            (_, _) => true,
        },
    );
    Memo::new_with_compare(
        move |_| {
            let caseload = shown.get()?;
            let result = caseload::overview(&caseload, today.get());
            Some(result.map(|overview| Arc::new(Evaluation { caseload, overview })))
        },
        |_, _| true,
    )
}

/// The page named by the address. While it changes, the mark of readiness is gone; afterwards the
/// heading of the new page has the focus, so that a screen reader says where one is.
fn follow_address() -> ReadSignal<Route> {
    let (route, set_route) = signal(Route::current());
    route::on_change(move |arrived| {
        ready::withdraw();
        let moved = route.get_untracked() != arrived;
        if moved {
            set_route.set(arrived);
        }
        // The new page is rendered in the tasks before the next timer.
        set_timeout(
            move || {
                if moved {
                    window().scroll_to_with_x_and_y(0.0, 0.0);
                    focus::on("main h1");
                }
                ready::announce();
            },
            Duration::ZERO,
        );
    });
    route
}
