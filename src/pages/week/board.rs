//! Seven columns, one for each day, with the cards in the order of time. Everything that happens to a
//! card is heard at the board.

use super::card::{self, Card};
use super::desk::{Desk, Turn};
use super::held::Way;
use crate::evaluation::Evaluation;
use crate::view::{View, view};
use caseload::appointing::OffDay;
use caseload::week::{BoardDay, board, title};
use chrono::NaiveDate;
use rules::calendar::iso_day;
use rules::facts::Appointment;
use rules::ordering::sort_by;
use rules::wording::weekday_date;
use wasm_bindgen::JsCast;
use web_sys::{DragEvent, Element, Event, KeyboardEvent, MouseEvent};

/// The board of the week that is looked at.
pub fn view(desk: Desk) -> View {
    let on_key = move |event: KeyboardEvent| {
        let is_held = desk.held.with_untracked(Option::is_some);
        match (event.key().as_str(), is_held) {
            ("m" | "M", false) => {
                if let Some(card) = card_of(&event) {
                    desk.take(card, Way::Keys);
                }
            }
            ("ArrowLeft", true) => desk.step(|day| day.pred_opt()),
            ("ArrowRight", true) => desk.step(|day| day.succ_opt()),
            ("Escape", true) => desk.let_go(),
            (_, _) => return,
        }
        event.prevent_default();
    };
    let on_click = move |event: MouseEvent| {
        let Some(card) = card_of(&event) else { return };
        let is_in_hand = desk
            .held
            .with_untracked(|held| super::held::Held::is_of(held.as_ref(), card));
        if is_in_hand {
            desk.drop_held();
        } else {
            desk.take(card, Way::Open);
        }
    };
    let on_drag = move |event: DragEvent| {
        if let Some(card) = card_of(&event) {
            // Firefox drags only what has data; a letter says nothing about anybody.
            if let Some(data) = event.data_transfer() {
                drop(data.set_data("text/plain", "K"));
            }
            desk.take(card, Way::Mouse);
        }
    };
    let on_over = move |event: DragEvent| {
        let is_dragged = desk
            .held
            .with_untracked(|held| held.as_ref().is_some_and(|held| held.way == Way::Mouse));
        if let Some(day) = day_of(&event).filter(|_| is_dragged) {
            event.prevent_default();
            desk.aim(day);
        }
    };
    let on_drop = move |event: DragEvent| {
        event.prevent_default();
        desk.drop_held();
    };
    // Comes after a drop as well; then there is nothing dragged any more.
    let on_drag_end = move |_| {
        let is_dragged = desk
            .held
            .with_untracked(|held| held.as_ref().is_some_and(|held| held.way == Way::Mouse));
        if is_dragged {
            desk.let_go();
        }
    };
    let turn = |label: &'static str, way: Turn| {
        view! {
            <button type="button" class="kd-why-button" on:click=move |_| desk.turn(way)>
                {label}
            </button>
        }
    };
    view! {
        <section class="kd-section" aria-labelledby="kd-board-title">
            <div class="kd-week__title">
                <h2 id="kd-board-title">{move || title(desk.week())}</h2>
                {turn("Woche zurück", Turn::Back)}
                {turn("Woche weiter", Turn::Ahead)}
            </div>
            <ul
                class="kd-board"
                on:keydown=on_key
                on:click=on_click
                on:dragstart=on_drag
                on:dragover=on_over
                on:drop=on_drop
                on:dragend=on_drag_end
            >
                {move || columns(desk)}
            </ul>
        </section>
    }
}

/// The element around the target of an event that has this attribute.
fn around(event: &Event, attribute: &str) -> Option<String> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let selector = ["[", attribute, "]"].concat();
    target.closest(&selector).ok()??.get_attribute(attribute)
}

fn card_of(event: &Event) -> Option<Card> {
    Card::from_key(&around(event, "data-key")?)
}

fn day_of(event: &Event) -> Option<NaiveDate> {
    iso_day(&around(event, "data-day")?)
}

fn columns(desk: Desk) -> View {
    let Some(evaluation) = desk.evaluation() else {
        return View::nothing();
    };
    let Evaluation { caseload, overview } = &*evaluation;
    let setting = &overview.setting;
    let schedule = caseload::schedule(caseload, setting);
    board(desk.week(), caseload, &schedule, setting)
        .into_iter()
        .map(|day| column(desk, day, &evaluation))
        .collect()
}

/// A card before it is drawn.
struct Drawn {
    card: Card,
    appointment: Appointment,
    latest: Option<NaiveDate>,
}

fn column(desk: Desk, day: BoardDay, evaluation: &Evaluation) -> View {
    let caseload = &evaluation.caseload;
    let mut drawn: Vec<Drawn> = Vec::new();
    for place in &day.standing {
        if let Some(appointment) = place.of(caseload) {
            drawn.push(Drawn {
                card: Card::Standing(*place),
                appointment: appointment.clone(),
                latest: None,
            });
        }
    }
    let standing = drawn.len();
    add_proposals(desk, day.date, &mut drawn);
    let proposed = drawn.len() - standing;
    sort_by(&mut drawn, |one, other| {
        let of = |drawn: &Drawn| (drawn.appointment.start, drawn.appointment.date);
        of(one).cmp(&of(other))
    });
    let cards: View = drawn
        .iter()
        .filter_map(|drawn| {
            let customer = caseload.customer(&drawn.appointment.case)?;
            let Drawn {
                card,
                appointment,
                latest,
            } = drawn;
            Some(card::view(desk, *card, appointment, customer, *latest))
        })
        .collect();
    let most = evaluation.overview.setting.max_per_day();
    let mut count = format!("{} von {most}", day.taken);
    if proposed > 0 {
        count.push_str(&format!(" + {proposed} vorgeschlagen"));
    }
    let date_of = day.date;
    let is_aimed = move || {
        desk.held
            .with(|held| held.as_ref().is_some_and(|held| held.draft.date == date_of))
    };
    let is_today = day.date == evaluation.overview.setting.today;
    let off = day
        .off
        .as_ref()
        .filter(|off| !matches!(off, OffDay::Weekend(_)));
    let off = off.map(|off| view! { <p class="kd-board__off">{off.label()}</p> });
    let is_idle = day.off.is_some() && day.taken == 0 && proposed == 0;
    view! {
        <li
            class="kd-board__day"
            class:kd-board__day--off=day.off.is_some()
            class:kd-board__day--aimed=is_aimed
            data-kd="board-day"
            data-day=day.date.to_string()
            data-taken=day.taken.to_string()
        >
            <h3 class="kd-board__date" aria-current=is_today.then_some("date")>
                {weekday_date(day.date)}
            </h3>
            {off}
            <p class="kd-muted">{(!is_idle).then_some(count)}</p>
            <ul class="kd-board__cards">{cards}</ul>
        </li>
    }
}

/// What is fixed or proposed for a day.
fn add_proposals(desk: Desk, date: NaiveDate, drawn: &mut Vec<Drawn>) {
    let Some(plan) = desk.plan.get() else { return };
    let refused = |pin: &Appointment| {
        let mut refused = plan.refused_pins.iter();
        refused.any(|refused| refused.pin.case == pin.case && refused.pin.date == pin.date)
    };
    let fixed: Vec<usize> = desk.pins.with(|pins| {
        let of_day = |pin: &Appointment| pin.date == date && !refused(pin);
        let pins = pins.iter().enumerate();
        pins.filter(|(_, pin)| of_day(pin))
            .map(|(place, _)| place)
            .collect()
    });
    let proposals = plan.proposals.iter().enumerate();
    let proposed = proposals.filter(|(_, proposal)| proposal.date == date);
    let proposed =
        proposed.map(|(place, proposal)| (Card::Proposed(place), Some(proposal.deadline)));
    let fixed = fixed.into_iter().map(|place| (Card::Pinned(place), None));
    for (card, latest) in fixed.chain(proposed) {
        if let Some(appointment) = desk.appointment(card) {
            drawn.push(Drawn {
                card,
                appointment,
                latest,
            });
        }
    }
}
