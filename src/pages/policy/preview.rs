//! What a change of a number would do to the caseload on screen.

use crate::app::App;
use crate::german;
use crate::view::{View, view};
use caseload::{Effect, effect};
use rules::edition::LocalParameter;
use rules::wording::state_label;

/// The effect, before it is taken over.
pub fn view(app: App, parameters: &[LocalParameter]) -> View {
    let effect = app.caseload().and_then(|caseload| {
        let today = app.today.get();
        effect(&caseload, parameters, today).ok()
    });
    match effect {
        Some(effect) => shown(&effect),
        None => View::nothing(),
    }
}

fn shown(effect: &Effect) -> View {
    let rows: View = effect
        .counts
        .into_iter()
        .filter(|(_, before, after)| before != after)
        .map(|(state, before, after)| {
            let text = format!("{} statt {}", german::count(after), german::count(before));
            view! {
                <li data-kd="effect" data-state=state.key() data-before=before.to_string() data-after=after.to_string()>
                    {state_label(state)}
                    ": "
                    <b>{text}</b>
                </li>
            }
        })
        .collect();
    view! {
        <div class="kd-policy__effect" role="status" data-kd="effect-summary">
            <p>
                <b>{summary(effect)}</b>
            </p>
            <ul>{rows}</ul>
        </div>
    }
}

/// "12 Fälle werden überfällig, 3 nicht mehr. Bei 85 ändert sich der späteste Tag."
fn summary(effect: &Effect) -> String {
    let becoming = match effect.becoming_overdue {
        0 => "Niemand wird überfällig".to_owned(),
        1 => "1 Fall wird überfällig".to_owned(),
        more => format!("{} Fälle werden überfällig", german::count(more)),
    };
    let no_more = match effect.overdue_no_more {
        0 => String::new(),
        count => format!(", {} nicht mehr", german::count(count)),
    };
    let days = match effect.other_day {
        0 => "Kein spätester Tag ändert sich.".to_owned(),
        1 => "Bei 1 Fall ändert sich der späteste Tag.".to_owned(),
        more => format!(
            "Bei {} Fällen ändert sich der späteste Tag.",
            german::count(more)
        ),
    };
    let (before, after) = effect.findings;
    let findings = if before == after {
        String::new()
    } else {
        format!(
            " Die Prüfung hat {} statt {} Ergebnisse.",
            german::count(after),
            german::count(before)
        )
    };
    format!("{becoming}{no_more}. {days}{findings}")
}
