//! Asking for proposals, accepting all, some or none of them, and what did not fit.

use super::card::{Card, name};
use super::desk::Desk;
use crate::changing::{self, Unchanged};
use crate::german;
use crate::parts::focus;
use crate::parts::markup::Markup;
use crate::parts::toast::Toast;
use crate::parts::writing;
use crate::route::Route;
use crate::view::{View, view};
use caseload::Caseload;
use caseload::address_key;
use caseload::history::{CaseloadId, Deed, Edit, Ledger};
use leptos::prelude::*;
use planner::{Optimality, Plan, wording};
use rules::facts::{Appointment, CaseId};
use rules::wording::{date, enumeration};
use std::time::Duration;

/// Long enough for the browser to say that it begins.
const A_MOMENT: Duration = Duration::from_millis(50);

/// The cards on the desk that could be accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Which {
    All,
    OfWeek,
}

/// What can be done about the plan as a whole.
pub fn buttons(desk: Desk) -> View {
    View::of(move || {
        if desk.suggesting.get() {
            suggested(desk)
        } else {
            let suggest = move || {
                desk.said.set("Der Plan wird berechnet …".to_owned());
                set_timeout(
                    move || {
                        desk.suggesting.set(true);
                        desk.look_at_first();
                    },
                    A_MOMENT,
                );
            };
            button(
                "plan-suggest",
                "Plan vorschlagen".to_owned(),
                "kern-btn kern-btn--primary kd-button",
                desk,
                suggest,
            )
        }
    })
}

fn suggested(desk: Desk) -> View {
    let (all, of_week) = (count(desk, Which::All), count(desk, Which::OfWeek));
    let accept_all = (all > 0).then(|| {
        let label = match all {
            1 => "1 Vorschlag annehmen".to_owned(),
            more => format!("Alle {} Vorschläge annehmen", german::count(more)),
        };
        button(
            "plan-accept",
            label,
            "kern-btn kern-btn--primary kd-button",
            desk,
            move || {
                accept(desk, Which::All);
            },
        )
    });
    let accept_week = (of_week > 0 && of_week < all).then(|| {
        let label = format!("Nur diese Woche annehmen ({of_week})");
        button(
            "plan-accept-week",
            label,
            "kern-btn kern-btn--secondary kd-button",
            desk,
            move || {
                accept(desk, Which::OfWeek);
            },
        )
    });
    let put_away = view! {
        <button
            type="button"
            class="kern-btn kern-btn--secondary kd-button"
            data-kd="plan-discard"
            on:click=move |_| {
                desk.put_away();
                focus::on_rendered(".kd-week h1");
            }
        >
            <span class="kern-label">"Vorschlag schließen"</span>
        </button>
    };
    view! { <div class="kd-buttons">{accept_all} {accept_week} {put_away}</div> }
}

fn button(
    mark: &'static str,
    label: String,
    class: &'static str,
    desk: Desk,
    act: impl Fn() + 'static,
) -> View {
    let blocked = writing::is_blocked(desk.app);
    view! {
        <button
            type="button"
            class=class
            data-kd=mark
            disabled=move || blocked.get()
            on:click=move |_| act()
        >
            <span class="kern-label">{label}</span>
        </button>
    }
}

impl Desk {
    /// Looks at the first week with a proposal, and says how many there are.
    fn look_at_first(&self) {
        let Some(plan) = self.plan.get_untracked() else {
            let text = "Der Bestand ist zu groß, um ihn genau zu planen.";
            self.said.set(text.to_owned());
            return;
        };
        if let Some(first) = plan.proposals.first() {
            self.look_at(first.date);
        }
        let count = german::counted(plan.proposals.len(), "Termin", "Termine");
        self.said.set(format!("{count} vorgeschlagen."));
    }

    /// Cards that could be accepted.
    fn cards(&self, which: Which) -> Vec<Card> {
        let Some(plan) = self.plan.get() else {
            return Vec::new();
        };
        let pins = self.pins.with(Vec::len);
        let pinned = (0..pins).map(Card::Pinned);
        let proposed = (0..plan.proposals.len()).map(Card::Proposed);
        let week = self.week();
        let mut cards: Vec<Card> = pinned.chain(proposed).collect();
        if which == Which::OfWeek {
            cards.retain(|card| {
                let appointment = self.appointment(*card);
                appointment.is_some_and(|appointment| {
                    (week.monday()..=week.sunday()).contains(&appointment.date)
                })
            });
        }
        cards
    }

    /// Makes appointments of cards; they go from the desk.
    ///
    /// # Errors
    /// Why nothing was changed, in German.
    pub fn accept(&self, cards: &[Card]) -> Result<(), String> {
        let accepted: Vec<Appointment> = cards
            .iter()
            .filter_map(|card| untrack(|| self.appointment(*card)))
            .collect();
        let mut edits = Vec::new();
        for appointment in &accepted {
            let id = changing::fresh_id().ok_or(Unchanged::NoRandomness);
            let id = id.map_err(|unchanged| unchanged.to_string())?;
            edits.push(Edit::Appointment(Box::new(Appointment {
                id: caseload::actions::appointment_id(id),
                ..appointment.clone()
            })));
        }
        let count = german::counted(edits.len(), "Vorschlag", "Vorschläge");
        let done = format!("{count} angenommen. In ATV stehen sie auf der Übertragsliste.");
        self.app
            .edit(Deed::PlanAccepted, edits, done)
            .map_err(|unchanged| unchanged.to_string())?;
        self.pins.update(|pins| {
            pins.retain(|pin| !accepted.iter().any(|other| other.id == pin.id));
        });
        Ok(())
    }
}

fn count(desk: Desk, which: Which) -> usize {
    desk.cards(which).len()
}

fn accept(desk: Desk, which: Which) {
    let cards = untrack(|| desk.cards(which));
    focus::on_rendered(".kd-week h1");
    if let Err(text) = desk.accept(&cards) {
        desk.app.toast.set(Some(Toast::plain(text)));
    }
}

/// What the plan says as a whole.
pub fn result(desk: Desk) -> View {
    let (Some(plan), Some(evaluation)) = (desk.plan.get(), desk.evaluation()) else {
        return View::nothing();
    };
    let lineage = desk
        .app
        .stock
        .with_untracked(|stock| stock.ledger().map(Ledger::lineage));
    let rows = Rows {
        caseload: &evaluation.caseload,
        lineage,
    };
    let unplaced = plan.unplaced.iter();
    let unplaced = unplaced.map(|unplaced| (&unplaced.case, wording::unplaced_reason(unplaced)));
    let forward = plan.move_forward.iter();
    let forward = forward.map(|advice| (&advice.case, wording::move_forward(advice)));
    let refused = plan.refused_pins.iter();
    let refused = refused.map(|refused| (&refused.pin.case, wording::pin_refusal(refused)));
    let weeks = plan.weeks.iter().filter_map(|week| {
        let need = wording::week_need(week)?;
        Some(view! { <li>{caseload::week::title(week.week)} ": " {need}</li> })
    });
    let weeks: View = weeks.collect();
    view! {
        <section class="kd-section" aria-labelledby="kd-plan" data-kd="plan">
            <h2 id="kd-plan">"Vorschlag für 13 Wochen"</h2>
            <p>{in_short(&plan)}</p>
            {rows.list("plan-unplaced", "Ohne Termin", unplaced.collect())}
            {rows.list("plan-forward", "Vorzuziehen", forward.collect())}
            {rows.list("plan-refused", "Fixiert, aber nicht möglich", refused.collect())}
            <details>
                <summary>"Wochen, die ihr Ziel nicht erreichen"</summary>
                <ul class="kd-week__sums">{weeks}</ul>
            </details>
        </section>
    }
}

fn in_short(plan: &Plan) -> String {
    let late = plan.proposals.iter();
    let late = late.filter(|proposal| proposal.late_days > 0).count();
    let mut text = german::counted(plan.proposals.len(), "Termin", "Termine");
    text.push_str(" vorgeschlagen, davon ");
    text.push_str(&german::count(late));
    text.push_str(" nach dem letzten Termintag. ");
    text.push_str(match plan.optimality {
        Optimality::Proven => "Einen besseren Plan gibt es nicht; das ist bewiesen.",
        Optimality::Unproven => {
            "Ob es einen besseren Plan gibt, ist offen: Die Sprechzeiten lassen nicht jede Mischung zu."
        }
    });
    if !plan.limited_days.is_empty() {
        let days = plan.limited_days.iter().map(|day| date(*day)).collect();
        text.push_str(" An diesen Tagen reicht die Sprechzeit nicht für alle Plätze: ");
        text.push_str(&enumeration(days, "und"));
        text.push('.');
    }
    text
}

/// Customers with a sentence about each.
struct Rows<'c> {
    caseload: &'c Caseload,
    lineage: Option<CaseloadId>,
}

impl Rows<'_> {
    /// There may be thousands, so they are written as text.
    fn list(&self, mark: &'static str, title: &'static str, rows: Vec<(&CaseId, String)>) -> View {
        if rows.is_empty() {
            return View::nothing();
        }
        let mut markup = Markup::new();
        for (case, text) in &rows {
            let Some(customer) = self.caseload.customer(case) else {
                continue;
            };
            let address = self
                .lineage
                .map(|lineage| Route::Case(address_key(lineage, case)).href());
            let href = address.unwrap_or_default();
            let marks = [("data-kd", mark), ("data-case", case.as_str())];
            markup.element_with("li", &marks, |row| {
                let link = [("class", "kd-due__name"), ("href", &*href)];
                row.element_with("a", &link, |row| row.text(&name(customer)));
                row.fixed(" ");
                row.text(text);
            });
        }
        let count = german::count(rows.len());
        view! {
            <details open=true>
                <summary>{title} ": " {count}</summary>
                <ul class="kd-week__sums">{View::markup(markup.finish())}</ul>
            </details>
        }
    }
}

/// Why a proposal has its day; `None` for any other card.
pub fn reason(desk: Desk, card: Card) -> Option<String> {
    match card {
        Card::Proposed(place) => {
            let plan = desk.plan.get()?;
            plan.proposals.get(place).map(wording::proposal_reason)
        }
        Card::Pinned(_) => Some("Von Ihnen fixiert; der Plan rechnet darum herum.".to_owned()),
        Card::Standing(_) => None,
    }
}
