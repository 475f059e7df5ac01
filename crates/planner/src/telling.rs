//! From the solution back to customers, days and reasons.

use crate::answer::{DayPlan, Lack, Obstacle, Plan, Proposal, Room, Unplaced, WeekPlan};
use crate::board::Board;
use crate::channel::{Turn, channel};
use crate::flow::Duty;
use crate::horizon::Horizon;
use crate::needs::Need;
use crate::plan::Found;
use crate::times::{Hours, Timed};
use chrono::NaiveDate;
use rules::Setting;
use rules::ordering::sort_by;

/// Tells what was found.
pub(crate) fn tell(board: Board<'_>, hours: &Hours, found: Found, setting: &Setting) -> Plan {
    let placed = &found.solution.placed;
    let weeks = week_plans(&board, placed);
    let timed = found.timed.iter();
    let mut proposals: Vec<Proposal> = timed
        .filter_map(|timed| proposal(&board, hours, timed, placed, &weeks, setting))
        .collect();
    sort_by(&mut proposals, |one, other| {
        (one.date, one.start, &one.case).cmp(&(other.date, other.start, &other.case))
    });
    let days = &board.horizon.days;
    let limited = found.limited.iter();
    Plan {
        proposals,
        unplaced: unplaced(&board, placed),
        limited_days: limited.filter_map(|day| days.get(*day).copied()).collect(),
        move_forward: board.move_forward,
        weeks,
        refused_pins: board.refused_pins,
        objective: found.solution.objective,
        optimality: found.optimality,
        horizon: board.horizon,
    }
}

fn proposal(
    board: &Board<'_>,
    hours: &Hours,
    timed: &Timed,
    placed: &[Option<usize>],
    weeks: &[WeekPlan],
    setting: &Setting,
) -> Option<Proposal> {
    let (number, need) = *board.needs.get(timed.task)?;
    let customer = board.customers.get(number)?;
    let date = *board.horizon.days.get(timed.day)?;
    let week = weeks.get(board.instance.days.get(timed.day)?.week)?;
    let day = week.days.iter().find(|day| day.date == date)?;
    let own = board.needs.iter().zip(placed);
    let own = own.filter(|((other, _), _)| *other == number);
    let earliest = own.filter_map(|(_, day)| *day).min();
    let turn = if earliest == Some(timed.day) {
        Turn::Next
    } else {
        Turn::Later
    };
    let (channel, after_missed_call) = channel(customer, turn);
    let late_days = u32::try_from((date - need.deadline).num_days()).unwrap_or(0);
    Some(Proposal {
        case: customer.id.clone(),
        date,
        start: timed.start,
        duration: hours.length(timed.kind),
        kind: timed.kind,
        channel,
        after_missed_call,
        deadline: need.deadline,
        late_days,
        obstacle: (late_days > 0).then(|| obstacle(&board.horizon, need, need.deadline)),
        room: Room {
            on_day: day.standing + day.placed,
            most: setting.max_per_day(),
            in_week: week.placed,
            target: week.target,
        },
    })
}

/// Why a consultation is on no day of its window up to `until`.
fn obstacle(horizon: &Horizon, need: Need, until: NaiveDate) -> Obstacle {
    if until < horizon.lead_day {
        Obstacle::BeforeLead
    } else if horizon.from(need.earliest) >= horizon.until(until) {
        Obstacle::NoAvailableDay
    } else {
        Obstacle::DaysFull
    }
}

fn unplaced(board: &Board<'_>, placed: &[Option<usize>]) -> Vec<Unplaced> {
    let needs = board.needs.iter().zip(placed);
    needs
        .filter(|((_, need), day)| day.is_none() && need.duty != Duty::Optional)
        .filter_map(|((number, need), _)| {
            Some(Unplaced {
                case: board.customers.get(*number)?.id.clone(),
                deadline: need.deadline,
                from: need.earliest,
                to: need.last,
                on_time: obstacle(&board.horizon, *need, need.deadline),
                at_all: obstacle(&board.horizon, *need, need.last),
            })
        })
        .collect()
}

fn week_plans(board: &Board<'_>, placed: &[Option<usize>]) -> Vec<WeekPlan> {
    let mut by_day = vec![0_u32; board.instance.days.len()];
    for day in placed.iter().flatten() {
        if let Some(count) = by_day.get_mut(*day) {
            *count += 1;
        }
    }
    let weeks = board.horizon.weeks.iter().zip(&board.instance.weeks);
    let mut plans: Vec<WeekPlan> = weeks
        .map(|(week, wanted)| WeekPlan {
            week: *week,
            target: wanted.target,
            placed: 0,
            days: Vec::new(),
            lack: Lack::default(),
        })
        .collect();
    let days = board.horizon.days.iter().zip(&board.instance.days);
    for ((date, day), placed) in days.zip(by_day) {
        if let Some(plan) = plans.get_mut(day.week) {
            plan.placed += placed;
            plan.days.push(DayPlan {
                date: *date,
                standing: day.standing,
                placed,
                capacity: day.capacity,
            });
        }
    }
    for plan in &mut plans {
        plan.lack = lack(plan);
    }
    plans
}

fn lack(week: &WeekPlan) -> Lack {
    let room = week.days.iter().map(|day| day.capacity).sum();
    let places = week.target.saturating_sub(room);
    let shortfall = week.target.saturating_sub(week.placed);
    Lack {
        places,
        customers: shortfall.saturating_sub(places),
    }
}
