//! What a change of the facts would do, said before it is saved: another group, another state, other days.

use super::form::Form;
use super::reading::read;
use crate::app::App;
use crate::parts::icon::Icon;
use crate::view::{View, view};
use rules::facts::CaseId;
use rules::wording::{date, group_label, state_label};
use rules::{Due, Window};

/// The effect of what is typed; nothing as long as it changes nothing that the rules say.
pub fn effect(app: App, case: &CaseId, form: Form) -> Option<View> {
    let typed = form.typed_now()?;
    let sheet = form.sheet.get()?;
    let changed = read(&sheet, &typed, app.today.get()).ok()?;
    let (before, after) = app.evaluation.with(|evaluated| {
        let evaluation = evaluated.as_ref()?.as_ref().ok()?;
        let setting = &evaluation.overview.setting;
        let customer = evaluation.caseload.customer(case)?;
        let mut as_typed = customer.clone();
        as_typed.facts = changed.customer().facts.clone();
        let due = |customer| caseload::evaluate(customer, setting);
        Some((due(customer), due(&as_typed)))
    })?;
    let changes = changes(&before, &after);
    (!changes.is_empty()).then(|| {
        let text = format!("Nach dem Speichern: {}.", changes.join(", "));
        view! {
            <p class="kd-case__unsaved" role="status" data-kd="case-effect">
                {Icon::Info.view()}
                <span>{text}</span>
            </p>
        }
    })
}

/// "K1 → K3", "spätestens 14.03.2027 statt 14.01.2027".
fn changes(before: &Due, after: &Due) -> Vec<String> {
    let mut changes = Vec::new();
    let mut turn = |old: &str, new: &str| {
        if old != new {
            changes.push(format!("{old} → {new}"));
        }
    };
    turn(group_label(before.group), group_label(after.group));
    turn(state_label(before.state), state_label(after.state));
    let latest = |due: &Due| due.window.map(|window: Window| date(window.latest));
    match (latest(before), latest(after)) {
        (Some(old), Some(new)) if old != new => {
            changes.push(format!("spätestens {new} statt {old}"));
        }
        (None, Some(new)) => changes.push(format!("spätestens {new}")),
        (Some(old), None) => changes.push(format!("kein spätester Tag mehr, bisher {old}")),
        (Some(_), Some(_)) | (None, None) => {}
    }
    changes
}

#[cfg(test)]
mod tests {
    use super::changes;
    use crate::example;
    use caseload::evaluate;
    use chrono::NaiveDate;
    use rules::facts::{Profile, Supervision};
    use rules::{Fact, Group, Standard};

    #[test]
    fn a_change_of_group_is_told_with_its_day_and_no_change_is_silent() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        let caseload = example::caseload(today);
        let overview = caseload::overview(&caseload, today).unwrap();
        let entry = overview
            .entries
            .iter()
            .find(|entry| {
                entry.due.group == Group::Under(Standard::K1) && entry.due.window.is_some()
            })
            .unwrap();
        let mut customer = (*caseload.customers[entry.customer]).clone();
        assert_eq!(changes(&entry.due, &entry.due), [""; 0]);
        customer.facts.profile = Fact::Known(Profile::I);
        let after = evaluate(&customer, &overview.setting);
        let told = changes(&entry.due, &after).join(", ");
        assert!(
            told.starts_with("K1 → K3") && told.contains("statt"),
            "{told}"
        );
        customer.facts.supervision = Supervision::EmployerAcquisition;
        let exempt = evaluate(&customer, &overview.setting);
        let told = changes(&after, &exempt).join(", ");
        assert!(told.contains("kein spätester Tag mehr"), "{told}");
    }
}
