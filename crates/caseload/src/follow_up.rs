//! What the team lead looks at, over a whole caseload: a sample of customers, and figures about them
//! and the work with them. No figure names anybody.

use crate::overview::{Overview, dossier, evaluate};
use crate::record::{Caseload, Customer};
use crate::schedule::schedule;
use chrono::NaiveDate;
use rules::{
    Density, Dossier, Drawn, Due, SampleRequest, Setting, YearFigures, draw_sample, in_care,
    month_ends, realised_density, year_figures,
};

/// The figures of a caseload.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FollowUp {
    /// The realised density today (G2).
    pub now: Density,
    /// The realised density at the ends of the last twelve months that are over, oldest first (G2).
    pub months: Vec<MonthEnd>,
    /// The last twelve months (G3).
    pub year: YearFigures,
}

/// The end of a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MonthEnd {
    /// Its last day.
    pub last_day: NaiveDate,
    /// The realised density on it; `None` before the edition began.
    pub density: Option<Density>,
}

/// G1 — draws a sample of the customers of an overview of this caseload.
pub fn sample(caseload: &Caseload, overview: &Overview, request: &SampleRequest) -> Vec<Drawn> {
    let customers = overview.entries.iter().filter_map(|entry| {
        let customer = caseload.customers.get(entry.customer)?;
        Some((&customer.id, entry.due.group))
    });
    draw_sample(request, overview.setting.today, customers)
}

/// G2, G3 — the figures of a caseload, from an overview of it.
pub fn follow_up(caseload: &Caseload, overview: &Overview) -> FollowUp {
    let setting = &overview.setting;
    FollowUp {
        now: realised_density(overview.entries.iter().map(|entry| entry.due.as_ref())),
        months: month_ends(setting.today)
            .into_iter()
            .map(|last_day| MonthEnd {
                last_day,
                density: density_on(caseload, last_day, setting),
            })
            .collect(),
        year: year(caseload, setting),
    }
}

/// G2 — the realised density on a day that is over, of those who were in care then.
fn density_on(caseload: &Caseload, day: NaiveDate, setting: &Setting) -> Option<Density> {
    let then = setting.on(day).ok()?;
    let results: Vec<Due> = caseload
        .customers
        .iter()
        .filter(|customer| !customer.is_closed(day) && in_care(&customer.facts, day))
        .map(|customer| evaluate(customer, &then))
        .collect();
    Some(realised_density(&results))
}

/// G3 — the last twelve months, with the customers who have been closed since.
fn year(caseload: &Caseload, setting: &Setting) -> YearFigures {
    let evaluated: Vec<(&Customer, Due)> = caseload
        .customers
        .iter()
        .map(|customer| (customer.as_ref(), evaluate(customer, setting)))
        .collect();
    let dossiers: Vec<Dossier<'_>> = evaluated
        .iter()
        .map(|(customer, due)| dossier(customer, due))
        .collect();
    year_figures(&dossiers, &schedule(caseload, setting), setting)
}
