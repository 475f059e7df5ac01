//! What a caseworker has on the desk while planning: the week that is looked at, the proposals, those
//! of them that were fixed, and the card in hand. It outlasts the page, so that a look at a customer
//! costs none of it.

use super::card::Card;
use super::held::Held;
use crate::app::App;
use crate::evaluation::Evaluation;
use crate::reactive::{Memo, RwSignal};
use caseload::Caseload;
use chrono::{Days, NaiveDate};
use leptos::prelude::*;
use planner::{Customer, Pin, Plan, Weeks};
use rules::calendar::IsoWeek;
use rules::facts::{Appointment, AppointmentId};
use std::sync::Arc;

/// The desk, handed to the page as context.
#[derive(Debug, Clone, Copy)]
pub struct Desk {
    /// The state of the page.
    pub app: App,
    /// A day of the week that is looked at; `None` is this week.
    day: RwSignal<Option<NaiveDate>>,
    /// Whether proposals are asked for.
    pub suggesting: RwSignal<bool>,
    /// Proposals that were fixed, as the appointments that they would become.
    pub pins: RwSignal<Vec<Appointment>>,
    /// The card in hand.
    pub held: RwSignal<Option<Held>>,
    /// What a screen reader says.
    pub said: RwSignal<String>,
    /// The proposals, as long as they are asked for; made anew with every change.
    pub plan: Memo<Option<Arc<Plan>>>,
}

impl Desk {
    /// Sets up the desk and makes it the context of everything below the caller.
    pub fn provide() {
        let app = App::expect();
        let suggesting = RwSignal::new(false);
        let pins = RwSignal::new(Vec::new());
        let desk = Desk {
            app,
            day: RwSignal::new(None),
            suggesting,
            pins,
            held: RwSignal::new(None),
            said: RwSignal::new(String::new()),
            plan: Memo::new_with_compare(
                move |_| {
                    let evaluation = suggesting.get().then(|| app.evaluated())??;
                    pins.with(|pins| plan(&evaluation, pins))
                },
                |_, _| true,
            ),
        };
        provide_context(desk);
        // It names customers, and they are locked with the rest.
        app.when_closed(move || desk.clear());
    }

    /// The desk, inside any component.
    pub fn expect() -> Self {
        expect_context()
    }

    fn clear(&self) {
        self.day.set(None);
        self.put_away();
    }

    /// Lets go of proposals and of what was fixed.
    pub fn put_away(&self) {
        self.suggesting.set(false);
        self.pins.set(Vec::new());
        self.held.set(None);
        self.said.set(String::new());
    }

    /// The caseload with what the rules say; `None` without one.
    pub fn evaluation(&self) -> Option<Arc<Evaluation>> {
        self.app.evaluated()
    }

    /// The week that is looked at.
    pub fn week(&self) -> IsoWeek {
        IsoWeek::of(self.day.get().unwrap_or_else(|| self.app.today.get()))
    }

    /// Looks at the week of a day.
    pub fn look_at(&self, day: NaiveDate) {
        self.held.set(None);
        self.day.set(Some(day));
    }

    /// Looks so many weeks further, or back.
    pub fn turn(&self, way: Turn) {
        let week = untrack(|| self.week());
        let day = match way {
            Turn::Back => week.previous().monday(),
            Turn::Ahead => week.sunday() + Days::new(1),
        };
        self.look_at(day);
    }

    /// The caseload as if everything fixed stood in it already.
    pub fn laid_out(&self, evaluation: &Evaluation) -> Caseload {
        let mut caseload = (*evaluation.caseload).clone();
        self.pins.with(|pins| {
            for pin in pins {
                let mut customers = caseload.customers.iter_mut();
                if let Some(customer) = customers.find(|customer| customer.id == pin.case) {
                    Arc::make_mut(customer).appointments.push(pin.clone());
                }
            }
        });
        caseload
    }

    /// What a card stands for: an appointment, or the one that a proposal would become.
    pub fn appointment(&self, card: Card) -> Option<Appointment> {
        match card {
            Card::Standing(place) => {
                let evaluation = self.evaluation()?;
                place.of(&evaluation.caseload).cloned()
            }
            Card::Pinned(place) => self.pins.with(|pins| pins.get(place).cloned()),
            Card::Proposed(place) => {
                let plan = self.plan.get()?;
                let proposal = plan.proposals.get(place)?;
                // Two proposals of one customer have two deadlines.
                let mut id = proposal.deadline.to_string();
                id.push('-');
                id.push_str(proposal.case.as_str());
                Some(proposal.appointment(AppointmentId::from(id.as_str())))
            }
        }
    }

    /// Fixes a proposal as it is now, in place of how it was fixed before.
    pub fn pin(&self, mut draft: Appointment) {
        draft.pinned = true;
        self.pins.update(|pins| {
            pins.retain(|pin| pin.id != draft.id);
            pins.push(draft);
        });
    }

    /// Leaves a proposal to planning again.
    pub fn unpin(&self, draft: &Appointment) {
        self.pins
            .update(|pins| pins.retain(|pin| pin.id != draft.id));
    }
}

/// Which way to look.
#[derive(Debug, Clone, Copy)]
pub enum Turn {
    /// A week back.
    Back,
    /// A week ahead.
    Ahead,
}

/// The plan of a quarter of a year; `None` if there are too many customers to plan exactly.
fn plan(evaluation: &Evaluation, pins: &[Appointment]) -> Option<Arc<Plan>> {
    let Evaluation { caseload, overview } = evaluation;
    let results = overview.by_customer(caseload);
    let customers: Vec<Customer<'_>> = caseload
        .customers
        .iter()
        .zip(results)
        .map(|(customer, due)| Customer {
            id: &customer.id,
            case: &customer.facts,
            appointments: &customer.appointments,
            preferred_channel: customer.preferred_channel,
            due,
        })
        .collect();
    let pins: Vec<Pin> = pins
        .iter()
        .map(|pin| Pin {
            case: pin.case.clone(),
            date: pin.date,
            start: pin.start,
        })
        .collect();
    let plan = planner::plan(&customers, &pins, Weeks::QUARTER, &overview.setting);
    plan.ok().map(Arc::new)
}
