//! The order of the due list, on customers made for each place in it.

use chrono::{Days, NaiveDate};
use rules::edition::{Edition, EditionId};
use rules::facts::{
    Case, Channel, Contact, FederalState, OfficeDays, Origin, Profile, Status, Supervision,
};
use rules::{Due, Fact, Setting, due_rank, evaluate};

fn day(number: u64) -> NaiveDate {
    EditionId::CURRENT.valid_from() + Days::new(number)
}

/// A customer of this age in years whose next contact is due `number` days after the first day of
/// the edition, because that was agreed.
fn due_on(number: u64, years: u32, progress: bool, setting: &Setting) -> Due {
    let case = Case {
        birth_date: Fact::Known(setting.today - chrono::Months::new(12 * years)),
        in_care_since: Fact::Known(day(0)),
        status: Fact::Known(Status::Unemployed),
        profile: Fact::Known(Profile::F),
        progress_expected: Fact::Known(progress),
        ..Case::default()
    };
    let contact = Contact {
        channel: Fact::Known(Channel::InPerson),
        next_contact_by: Some(day(number)),
        ..Contact::bare("k".into(), setting.today, Origin::Entered)
    };
    let due = evaluate(&case, &[contact], &[], setting);
    assert_eq!(due.window.map(|window| window.latest), Some(day(number)));
    due
}

#[test]
fn overdue_first_then_by_day_then_the_unemployed_young_then_k1_then_k3_open_and_exempt_last() {
    let today = day(100);
    let edition = Edition::in_force(EditionId::CURRENT, today, &[]).unwrap();
    let setting = Setting::new(today, edition, &OfficeDays::usual(FederalState::BW));
    let exempt = Case {
        supervision: Supervision::CaseManagement,
        ..Case::default()
    };
    let in_order = [
        due_on(80, 40, false, &setting),
        due_on(90, 20, true, &setting),
        due_on(99, 20, true, &setting),
        due_on(99, 40, true, &setting),
        due_on(99, 40, false, &setting),
        due_on(100, 40, false, &setting),
        due_on(101, 20, true, &setting),
        due_on(101, 40, true, &setting),
        due_on(101, 40, false, &setting),
        due_on(110, 20, true, &setting),
        evaluate(&Case::default(), &[], &[], &setting),
        evaluate(&exempt, &[], &[], &setting),
    ];
    let groups: Vec<&str> = in_order.iter().map(|due| due.group.key()).collect();
    assert_eq!(
        groups,
        [
            "k3", "u25", "u25", "k1", "k3", "k3", "u25", "k1", "k3", "u25", "open", "exempt"
        ]
    );
    let ranks: Vec<_> = in_order.iter().map(due_rank).collect();
    assert!(ranks.is_sorted_by(|one, other| one < other), "{ranks:?}");
}
