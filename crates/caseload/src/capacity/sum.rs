//! The sum itself, in whole numbers throughout.

use super::assumptions::Assumptions;
use chrono::NaiveDate;
use rules::calendar::IsoWeek;
use rules::edition::Parameters;
use rules::{Schedule, Setting, Share, Standard};

/// Weeks that are looked ahead, from the next Monday on.
const WEEKS: usize = 52;

const MONTHS_OF_A_YEAR: u32 = 12;

/// What a group asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GroupDemand {
    /// Which group.
    pub standard: Standard,
    /// How many customers.
    pub customers: u32,
    /// Months from one consultation to the next.
    pub months: u16,
    /// Consultations in a year, rounded up.
    pub consultations: u32,
}

/// One week of the year ahead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WeekSum {
    /// Which week.
    pub week: IsoWeek,
    /// Days on which there can be appointments.
    pub days: usize,
    /// As much of the quota as fits on them (F3).
    pub reachable: u32,
    /// What fits into this week and those before it.
    pub supply: u32,
    /// Appointments needed up to the end of this week, if they are spread evenly over the year.
    pub demand: u32,
}

/// Demand and supply of a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Capacity {
    /// First and last day of the year that is looked at, both inclusive.
    pub from: NaiveDate,
    /// See above.
    pub to: NaiveDate,
    /// U25, K1, K3.
    pub groups: [GroupDemand; 3],
    /// Consultations in a year.
    pub consultations: u32,
    /// Appointments that come about, of all.
    pub attendance: Share,
    /// Appointments needed for them; `None` if none ever comes about.
    pub demand: Option<u32>,
    /// The quota of a week (F3).
    pub quota: u32,
    /// The weeks, in order.
    pub weeks: Vec<WeekSum>,
    /// What the quota loses on holidays, closures and absences.
    pub lost: u32,
    /// Appointments that fit into the year.
    pub supply: u32,
    /// So many customers could be seen in time, if the groups keep their proportions; `None` without
    /// customers.
    pub carries: Option<u32>,
    /// The first week from whose end on the appointments never suffice again; `None` if they do at the
    /// end of the year.
    pub breaks: Option<IsoWeek>,
}

/// What a year asks for and what it can hold. `setting` is that of today; of its office only the share
/// of a post is taken from the assumptions.
pub fn capacity(assumed: &Assumptions, setting: &Setting) -> Capacity {
    let mut setting = setting.clone();
    setting.office.fte = assumed.fte;
    let groups = [Standard::U25, Standard::K1, Standard::K3]
        .map(|standard| group(standard, assumed, setting.edition.parameters()));
    let consultations = groups
        .iter()
        .fold(0_u32, |sum, group| sum.saturating_add(group.consultations));
    let demand = appointments_needed(consultations, assumed.attendance);
    let weeks = weeks(demand, &setting);
    let quota = setting.weekly_quota();
    let supply = weeks.last().map_or(0, |week| week.supply);
    let full = quota.saturating_mul(number(weeks.len()));
    let from = weeks.first().map_or(setting.today, |sum| sum.week.monday());
    Capacity {
        from,
        to: weeks.last().map_or(from, |sum| sum.week.sunday()),
        groups,
        consultations,
        attendance: assumed.attendance,
        demand,
        quota,
        lost: full.saturating_sub(supply),
        supply,
        carries: carries(assumed.customers(), demand, supply),
        breaks: breaks(&weeks),
        weeks,
    }
}

fn group(standard: Standard, assumed: &Assumptions, parameters: &Parameters) -> GroupDemand {
    let months = match standard {
        Standard::U25 => parameters.u25_months,
        Standard::K1 => parameters.k1_months,
        Standard::K3 => parameters.k3_months,
    };
    let customers = assumed.of(standard);
    let months = months.0.max(1);
    GroupDemand {
        standard,
        customers,
        months,
        consultations: customers
            .saturating_mul(MONTHS_OF_A_YEAR)
            .div_ceil(u32::from(months)),
    }
}

/// More appointments than consultations, for some do not come about.
fn appointments_needed(consultations: u32, attendance: Share) -> Option<u32> {
    match attendance {
        Share { of: 0, .. } => Some(consultations),
        Share { part: 0, .. } => (consultations == 0).then_some(0),
        Share { part, of } => Some(scaled_up(consultations, of, part)),
    }
}

/// `amount` × `by` ÷ `of`, rounded up; `of` is not 0.
fn scaled_up(amount: u32, by: u32, of: u32) -> u32 {
    let exact = (u64::from(amount) * u64::from(by)).div_ceil(u64::from(of.max(1)));
    u32::try_from(exact).unwrap_or(u32::MAX)
}

fn weeks(demand: Option<u32>, setting: &Setting) -> Vec<WeekSum> {
    let nothing = Schedule::default();
    let first = IsoWeek::of(setting.today).next();
    let all = std::iter::successors(Some(first), |week| Some(week.next()));
    let mut supply = 0_u32;
    let mut sums = Vec::with_capacity(WEEKS);
    for (before, week) in all.take(WEEKS).enumerate() {
        let figures = nothing.week(week, setting);
        supply = supply.saturating_add(figures.reachable);
        let demand = demand.unwrap_or(u32::MAX);
        sums.push(WeekSum {
            week,
            days: figures.available_days.len(),
            reachable: figures.reachable,
            supply,
            demand: scaled_up(demand, number(before + 1), number(WEEKS)),
        });
    }
    sums
}

fn carries(customers: u32, demand: Option<u32>, supply: u32) -> Option<u32> {
    let demand = match demand {
        None => return Some(0),
        Some(0) => return None,
        Some(demand) => u64::from(demand),
    };
    let carried = u64::from(customers) * u64::from(supply) / demand;
    Some(u32::try_from(carried).unwrap_or(u32::MAX))
}

fn breaks(weeks: &[WeekSum]) -> Option<IsoWeek> {
    let lacks = |sum: &&WeekSum| sum.supply < sum.demand;
    let lacking = weeks.iter().rev().take_while(lacks).last()?;
    Some(lacking.week)
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
