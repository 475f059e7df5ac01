//! The lines of `kkd plan`. The order of the fields here is the order of the keys in the output.

use chrono::NaiveDate;
use planner::wording::unplaced_reason;
use planner::{Optimality, Plan, Proposal, Unplaced, WeekPlan};
use rules::facts::{Channel, ConsultationKind};
use serde::Serialize;

/// A proposed consultation.
#[derive(Debug, Serialize)]
pub struct ProposalLine<'p> {
    case: &'p str,
    date: NaiveDate,
    start: String,
    duration_minutes: u16,
    kind: &'static str,
    channel: &'static str,
    latest: NaiveDate,
    late_days: u32,
}

/// The plan as a whole.
#[derive(Debug, Serialize)]
pub struct PlanLine<'p> {
    unplaced: Vec<UnplacedEntry<'p>>,
    move_forward: Vec<&'p str>,
    limited_days: &'p [NaiveDate],
    weeks: Vec<WeekEntry>,
    objective: (u64, u64, u64, u64, u64),
    optimal: bool,
}

#[derive(Debug, Serialize)]
struct UnplacedEntry<'p> {
    case: &'p str,
    deadline: NaiveDate,
    why: String,
}

#[derive(Debug, Serialize)]
struct WeekEntry {
    week: String,
    target: u32,
    placed: u32,
    per_day: Vec<u32>,
    shortfall: u32,
}

impl<'p> ProposalLine<'p> {
    /// The line of a proposal.
    pub fn of(proposal: &'p Proposal) -> Self {
        ProposalLine {
            case: proposal.case.as_str(),
            date: proposal.date,
            start: proposal.start.format("%H:%M").to_string(),
            duration_minutes: proposal.duration.0,
            kind: match proposal.kind {
                ConsultationKind::First => "first",
                ConsultationKind::FollowUp => "follow_up",
            },
            channel: match proposal.channel {
                Channel::InPerson => "in_person",
                Channel::Video => "video",
                Channel::Phone => "phone",
                Channel::Group => "group",
                Channel::Written => "written",
            },
            latest: proposal.deadline,
            late_days: proposal.late_days,
        }
    }
}

impl<'p> PlanLine<'p> {
    /// The line about the whole plan.
    pub fn of(plan: &'p Plan) -> Self {
        let objective = plan.objective;
        PlanLine {
            unplaced: plan.unplaced.iter().map(UnplacedEntry::of).collect(),
            move_forward: plan
                .move_forward
                .iter()
                .map(|advice| advice.case.as_str())
                .collect(),
            limited_days: &plan.limited_days,
            weeks: plan.weeks.iter().map(WeekEntry::of).collect(),
            objective: (
                objective.misses,
                objective.misses_unemployed,
                objective.late_days,
                objective.shortfall,
                objective.square_sum,
            ),
            optimal: match plan.optimality {
                Optimality::Proven => true,
                Optimality::Unproven => false,
            },
        }
    }
}

impl<'p> UnplacedEntry<'p> {
    fn of(unplaced: &'p Unplaced) -> Self {
        UnplacedEntry {
            case: unplaced.case.as_str(),
            deadline: unplaced.deadline,
            why: unplaced_reason(unplaced),
        }
    }
}

impl WeekEntry {
    fn of(week: &WeekPlan) -> Self {
        WeekEntry {
            week: week.week.to_string(),
            target: week.target,
            placed: week.placed,
            per_day: week.days.iter().map(|day| day.placed).collect(),
            shortfall: week.lack.shortfall(),
        }
    }
}
