//! What holds for whole caseloads, invented ones of the example and what becomes of them.

use crate::office::{Office, Person, TODAY, day};
use planner::{Optimality, Plan};
use rules::edition::Parameter;
use rules::facts::{CaseId, Outcome};
use std::collections::BTreeSet;

fn office(seed: u64, customers: usize) -> Office {
    let caseload = training::example_caseload(seed, day(TODAY), customers);
    let people = caseload.customers.iter().map(|customer| Person {
        id: customer.id.clone(),
        case: customer.facts.clone(),
        contacts: customer.contacts.clone(),
        appointments: customer.appointments.clone(),
        preferred_channel: customer.preferred_channel,
        closed: customer.is_closed(day(TODAY)),
    });
    let mut office = Office::of(people);
    office.days = caseload.caseworker.office.clone();
    office
}

/// Ordinary caseloads, and some that are far too much for one caseworker.
fn offices() -> Vec<Office> {
    let crowded = |seed| office(seed, 200).number(Parameter::MaxPerDay, 3);
    (1..6)
        .map(|seed| office(seed, 150))
        .chain((1..6).map(crowded))
        .collect()
}

fn check(office: &Office, plan: &Plan) {
    let setting = office.setting();
    let most = setting.max_per_day();
    for week in &plan.weeks {
        for day in &week.days {
            assert!(
                day.placed == 0 || day.standing + day.placed <= most,
                "{day:?}"
            );
        }
    }
    let mut seen = BTreeSet::new();
    for person in &office.people {
        for standing in &person.appointments {
            if !matches!(standing.outcome, Outcome::Cancelled | Outcome::Voided) {
                seen.insert((person.id.clone(), standing.date));
            }
        }
    }
    for proposal in &plan.proposals {
        assert!(setting.is_available(proposal.date));
        assert!(proposal.date >= plan.horizon.lead_day);
        assert!(
            seen.insert((proposal.case.clone(), proposal.date)),
            "{proposal:?}"
        );
    }
}

#[test]
fn no_side_condition_is_ever_broken() {
    for office in offices() {
        check(&office, &office.plan());
    }
}

#[test]
fn the_order_of_input_does_not_matter() {
    for mut office in offices() {
        let plan = office.plan();
        office.people.reverse();
        assert_eq!(office.plan(), plan);
        office.people.rotate_left(37);
        for person in &mut office.people {
            person.appointments.reverse();
            person.contacts.reverse();
        }
        assert_eq!(office.plan(), plan);
    }
}

#[test]
fn planning_again_after_accepting_everything_proposes_nothing_for_the_same_months() {
    for office in offices() {
        let plan = office.plan();
        let planned = |plan: &Plan| -> BTreeSet<(CaseId, String)> {
            let month = |date: chrono::NaiveDate| date.format("%Y-%m").to_string();
            let proposals = plan.proposals.iter();
            proposals
                .map(|proposal| (proposal.case.clone(), month(proposal.date)))
                .collect()
        };
        let before = planned(&plan);
        let again = office.clone().accepting(&plan.proposals).plan();
        let after = planned(&again);
        assert!(
            before.is_disjoint(&after),
            "{:?}",
            before.intersection(&after)
        );
        check(&office, &again);
    }
}

#[test]
fn another_place_a_day_never_makes_it_worse() {
    for office in offices() {
        let (before, after) = (
            office.plan(),
            office.clone().number(Parameter::MaxPerDay, 9).plan(),
        );
        if before.optimality == Optimality::Proven {
            assert!(
                after.objective <= before.objective || after.optimality == Optimality::Unproven
            );
        }
    }
}
