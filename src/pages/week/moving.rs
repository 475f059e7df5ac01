//! A card that lies open: what it is, where else it could be, and what speaks against that.

use super::card::{Card, name, start, what};
use super::desk::Desk;
use super::held::{Held, Way, can_move, when};
use super::planned;
use crate::parts::dialog::Dialog;
use crate::parts::focus;
use crate::parts::rule_chip::rule_chip;
use crate::parts::severity;
use crate::parts::toast::Toast;
use crate::parts::writing;
use crate::reactive::Memo;
use crate::route::Route;
use crate::view::{View, view};
use caseload::address_key;
use caseload::appointing::{Hint, free_slots};
use caseload::history::Ledger;
use caseload::typed;
use leptos::prelude::*;
use rules::Fact;
use rules::calendar::iso_day;
use rules::facts::Appointment;
use rules::wording::time;

/// The dialog for the card that lies open, if one does.
#[component]
pub fn Moving() -> View {
    let desk = Desk::expect();
    let opened = Memo::new(move |_| {
        desk.held.with(|held| {
            let held = held.as_ref().filter(|held| held.way == Way::Open)?;
            Some(held.card)
        })
    });
    View::of(move || {
        let card = opened.get()?;
        let standing = untrack(|| desk.appointment(card))?;
        let evaluation = untrack(|| desk.evaluation())?;
        let customer = evaluation.caseload.customer(&standing.case)?;
        let lineage = desk
            .app
            .stock
            .with_untracked(|stock| stock.ledger().map(Ledger::lineage));
        let href = lineage.map(|lineage| Route::Case(address_key(lineage, &customer.id)).href());
        let facts = [when(&standing), what(&standing)].join(", ");
        let reason = untrack(|| planned::reason(desk, card));
        let reason = reason.map(|text| view! { <p data-kd="card-reason">{text}</p> });
        let is_movable = can_move(&standing, desk.app.today.get_untracked());
        let controls = is_movable.then(|| controls(desk, card));
        Some(view! {
            <Dialog
                title=name(customer)
                title_id="kd-slip-title"
                on_close=move |()| {
                    if desk.held.with_untracked(Option::is_some) {
                        desk.let_go();
                    }
                }
            >
                <p>{facts}</p>
                {reason}
                {controls}
                <p>
                    <a class="kd-link" href=href>
                        "Zum Fall"
                    </a>
                </p>
            </Dialog>
        })
    })
}

/// The card as it would be.
fn draft(desk: Desk) -> Option<Held> {
    desk.held.get()
}

fn controls(desk: Desk, card: Card) -> View {
    let blocked = writing::is_blocked(desk.app);
    let day = move || draft(desk).map_or(String::new(), |held| held.draft.date.to_string());
    let aim = move |event: web_sys::Event| {
        if let Some(date) = iso_day(&event_target_value(&event)) {
            desk.aim(date);
        }
    };
    let begin = move |event: web_sys::Event| {
        let typed = event_target_value(&event);
        if let (Some(held), Ok(start)) = (desk.held.get_untracked(), typed::time(&typed)) {
            let start = Fact::Known(start);
            desk.redraft(Appointment {
                start,
                ..held.draft
            });
        }
    };
    let against = move || draft(desk).map_or(Vec::new(), |held| desk.against(&held));
    let hints = move || -> View { against().into_iter().map(hint).collect() };
    let label = move || {
        if against().is_empty() {
            "Verschieben"
        } else {
            "Trotzdem verschieben"
        }
    };
    let cannot = move || blocked.get() || against().iter().any(Hint::is_blocking);
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        if !untrack(cannot) {
            desk.put_down();
        }
    };
    view! {
        <form class="kd-form" novalidate data-kd="card-form" on:submit=submit>
            <div class="kd-row">
                <label for="kd-slip-day">"Tag"</label>
                <input
                    id="kd-slip-day"
                    class="kd-field"
                    type="date"
                    data-kd="card-day"
                    prop:value=day
                    on:change=aim
                />
                <label for="kd-slip-start">"Beginn"</label>
                <select id="kd-slip-start" class="kd-field" data-kd="card-start" on:change=begin>
                    {move || starts(desk)}
                </select>
            </div>
            <div role="status">
                <ul class="kd-week__findings">{hints}</ul>
            </div>
            <div class="kd-buttons">
                <button
                    type="submit"
                    class="kern-btn kern-btn--primary kd-button"
                    data-kd="card-move"
                    disabled=cannot
                >
                    <span class="kern-label">{label}</span>
                </button>
                {acts(desk, card)}
            </div>
        </form>
    }
}

/// Times of the day that are free, and the one that is chosen.
fn starts(desk: Desk) -> View {
    let (Some(held), Some(evaluation)) = (draft(desk), desk.evaluation()) else {
        return View::nothing();
    };
    let setting = &evaluation.overview.setting;
    let follow_up = setting.edition.parameters().follow_up_minutes.0;
    let minutes = held.draft.duration_minutes.known().unwrap_or(follow_up);
    let laid_out = desk.laid_out(&evaluation);
    let mut free: Vec<String> =
        free_slots(held.draft.date, minutes, &held.draft.id, &laid_out, setting)
            .into_iter()
            .map(time)
            .collect();
    let chosen = start(&held.draft);
    if !free.contains(&chosen) {
        free.insert(0, chosen.clone());
    }
    free.into_iter()
        .map(|start| {
            let is_chosen = start == chosen;
            view! {
                <option value=start.clone() prop:selected=is_chosen>
                    {start}
                </option>
            }
        })
        .collect()
}

fn hint(hint: Hint) -> View {
    let tone = severity::tone(hint.severity());
    let rule = hint.rule();
    view! {
        <li data-kd="card-hint" data-rule=rule.map(rules::Rule::id)>
            <span class=tone>{severity::icon(hint.severity()).view()}</span>
            <span>{hint.to_string()}</span>
            {rule.map(rule_chip)}
        </li>
    }
}

/// What else can be done with a proposal.
fn acts(desk: Desk, card: Card) -> View {
    let accept = move || {
        if let Err(text) = desk.accept(&[card]) {
            desk.app.toast.set(Some(Toast::plain(text)));
        }
    };
    let label = match card {
        Card::Standing(_) => return View::nothing(),
        Card::Pinned(_) => "Fixierung lösen",
        Card::Proposed(_) => "Fixieren",
    };
    let fix = move || {
        let Some(proposed) = untrack(|| desk.appointment(card)) else {
            return;
        };
        match card {
            Card::Standing(_) => {}
            Card::Pinned(_) => desk.unpin(&proposed),
            Card::Proposed(_) => desk.pin(proposed),
        }
    };
    [
        act(desk, "card-accept", "Annehmen", accept),
        act(desk, "card-pin", label, fix),
    ]
    .into_iter()
    .collect()
}

fn act(desk: Desk, mark: &'static str, label: &'static str, act: impl Fn() + 'static) -> View {
    let blocked = writing::is_blocked(desk.app);
    view! {
        <button
            type="button"
            class="kern-btn kern-btn--secondary kd-button"
            data-kd=mark
            disabled=move || blocked.get()
            on:click=move |_| {
                desk.held.set(None);
                act();
                focus::on_rendered(".kd-week h1");
            }
        >
            <span class="kern-label">{label}</span>
        </button>
    }
}
