//! How long planning takes.
//!
//! `cargo run --profile native -p planner --example bench [FILE [DAY]]` measures a caseload file on a
//! day, or without one the invented caseloads of the example. It prints the least, the median and the
//! longest of some runs: of the whole plan, of putting the question into numbers, of solving it, and of
//! solving it with four times the room.

use caseload::{Caseload, Customer as Recorded, Overview};
use chrono::NaiveDate;
use planner::flow::{Instance, solve};
use planner::{Customer, Weeks, instance, plan};
use std::error::Error;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Runs of each measurement.
const RUNS: usize = 41;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let file = arguments.next();
    let today: NaiveDate = arguments
        .next()
        .as_deref()
        .unwrap_or("2026-11-22")
        .parse()?;
    let cases = match file {
        Some(file) => {
            let caseload = caseload::file::read(&std::fs::read(&file)?, today);
            vec![(file, caseload.map_err(|error| format!("{error:?}"))?)]
        }
        None => [
            (320, 1),
            (320, 2),
            (320, 3),
            (1000, 1),
            (1000, 2),
            (1000, 3),
            (5000, 1),
        ]
        .map(|(count, seed)| {
            let caseload = training::example_caseload(seed, today, count);
            (format!("{count} customers, seed {seed}"), caseload)
        })
        .into(),
    };
    for (name, caseload) in &cases {
        measure_all(name, caseload, today)?;
    }
    Ok(())
}

fn measure_all(name: &str, caseload: &Caseload, today: NaiveDate) -> Result<(), Box<dyn Error>> {
    let overview = caseload::overview(caseload, today)?;
    let customers = customers(caseload, &overview);
    let setting = &overview.setting;
    println!("{name}");
    measure("plan", || {
        match plan(&customers, &[], Weeks::QUARTER, setting) {
            Ok(plan) => format!("{} proposals, {:?}", plan.proposals.len(), plan.optimality),
            Err(error) => error.to_string(),
        }
    });
    let question = || instance(&customers, &[], Weeks::QUARTER, setting);
    measure("question in numbers", || {
        format!("{} tasks", question().tasks.len())
    });
    let once = question();
    measure("solve", || solved(&once));
    let mut fourfold = question();
    for day in &mut fourfold.days {
        day.capacity += 3 * setting.max_per_day();
    }
    for week in &mut fourfold.weeks {
        week.target += 3 * setting.weekly_quota();
    }
    measure("solve, room for four", || solved(&fourfold));
    Ok(())
}

fn solved(instance: &Instance) -> String {
    match solve(instance) {
        Some(solution) => format!("proven: {}, {:?}", solution.proven, solution.objective),
        None => "too large".to_owned(),
    }
}

fn customers<'c>(caseload: &'c Caseload, overview: &'c Overview) -> Vec<Customer<'c>> {
    let mut entries = overview.entries.iter().peekable();
    let customer = |(place, recorded): (usize, &'c Arc<Recorded>)| Customer {
        id: &recorded.id,
        case: &recorded.facts,
        appointments: &recorded.appointments,
        preferred_channel: recorded.preferred_channel,
        due: entries
            .next_if(|entry| entry.customer == place)
            .map(|entry| &*entry.due),
    };
    caseload
        .customers
        .iter()
        .enumerate()
        .map(customer)
        .collect()
}

fn measure(what: &str, run: impl Fn() -> String) {
    let mut took: Vec<Duration> = Vec::with_capacity(RUNS);
    let mut said = String::new();
    for _ in 0..RUNS {
        let start = Instant::now();
        said = run();
        took.push(start.elapsed());
    }
    took.sort();
    let at = |place: usize| took.get(place).copied().unwrap_or_default();
    println!(
        "  {what:22} least {:>9.3?}  median {:>9.3?}  longest {:>9.3?}  {said}",
        at(0),
        at(RUNS / 2),
        at(RUNS - 1)
    );
}
