//! The state of a customer as a badge: a shape, a word, and a colour that only repeats them.

use super::icon::Icon;
use super::markup::Markup;
use crate::view::View;
use rules::DueState;
use rules::wording::state_label;

/// The class that gives a state its colour.
pub fn tone(state: DueState) -> &'static str {
    match state {
        DueState::Overdue => "kd-tone kd-tone--danger",
        DueState::LeadMissed | DueState::ScheduledLate => "kd-tone kd-tone--warning",
        DueState::RecordNow => "kd-tone kd-tone--info",
        DueState::Scheduled => "kd-tone kd-tone--success",
        DueState::Ok | DueState::Open | DueState::Exempt => "kd-tone kd-tone--neutral",
    }
}

/// Writes icon and name of a state.
pub fn write_state_badge(markup: &mut Markup, state: DueState) {
    markup.element("span", &format!("kd-badge {}", tone(state)), |markup| {
        markup.fixed(Icon::of_state(state).markup());
        markup.element("span", "kd-badge__name", |markup| {
            markup.text(state_label(state));
        });
    });
}

/// Icon and name of a state as an element.
pub fn state_badge(state: DueState) -> View {
    let mut markup = Markup::new();
    write_state_badge(&mut markup, state);
    View::markup(markup.finish())
}
