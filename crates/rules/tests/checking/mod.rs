//! What holds for the findings about every customer.

use super::config;
use super::people::{Person, person};
use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use rules::facts::{Case, Category, Channel, Contact, FourPhases, Origin};
use rules::{
    AppointmentBook, Correction, CountedAs, Dossier, Fact, Finding, Group, Rule, Setting, Standard,
    Subject, check, wording,
};

/// The findings about a person who is the only customer.
fn findings(person: &Person, setting: &Setting) -> Vec<Finding> {
    let Person {
        case,
        contacts,
        appointments,
    } = person;
    let due = person.due(setting);
    let book = AppointmentBook::of(appointments.as_slice());
    let dossier = Dossier {
        case,
        contacts,
        appointments,
        due: &due,
    };
    check(dossier, &book, setting)
}

fn id(subject: &Subject) -> &str {
    match subject {
        Subject::Case => "",
        Subject::Contact(id) => id.as_str(),
        Subject::Appointment(id) => id.as_str(),
    }
}

/// The record after a correction was taken.
fn corrected(person: &Person, finding: &Finding, correction: Correction) -> Person {
    let mut person = person.clone();
    let contact = person
        .contacts
        .iter_mut()
        .find(|contact| finding.subject == Subject::Contact(contact.id.clone()));
    match (correction, contact) {
        (Correction::Category(category), _) => person.case.category = Some(category),
        (Correction::K3MarkerSet, _) => person.case.k3_marker_set = Fact::Known(true),
        (Correction::CategoryReviewed, Some(contact)) => {
            contact.category_reviewed = Fact::Known(true);
        }
        (Correction::DurationReasonDocumented, Some(contact)) => {
            contact.duration_reason_documented = Fact::Known(true);
        }
        (Correction::CategoryReviewed | Correction::DurationReasonDocumented, None) => {}
    }
    person
}

/// A contact of which much is known and nothing is right.
fn careless(date: NaiveDate, channel: Channel) -> Contact {
    Contact {
        channel: Fact::Known(channel),
        plan_updated: Fact::Known(false),
        category_reviewed: Fact::Known(false),
        duration_minutes: Fact::Known(300),
        duration_reason_documented: Fact::Known(false),
        ..Contact::bare("k-careless".into(), date, Origin::Entered)
    }
}

/// The person with a fact that is checked, and that decides nothing else, not recorded; one person
/// for each such fact.
fn less_known(person: &Person) -> Vec<Person> {
    let forget: [fn(&mut Contact); 7] = [
        |contact| contact.plan_updated = Fact::Unknown,
        |contact| contact.plan_delivery = Fact::Unknown,
        |contact| contact.kind = Fact::Unknown,
        |contact| contact.duration_minutes = Fact::Unknown,
        |contact| contact.duration_reason_documented = Fact::Unknown,
        |contact| contact.category_reviewed = Fact::Unknown,
        |contact| contact.next_invitation = Fact::Unknown,
    ];
    let of_contacts = forget.map(|forget| {
        let mut person = person.clone();
        person.contacts.iter_mut().for_each(forget);
        person
    });
    let forget: [fn(&mut Case); 3] = [
        |case| case.k3_marker_set = Fact::Unknown,
        |case| case.digital_consent = Fact::Unknown,
        |case| case.four_phases = FourPhases::default(),
    ];
    let of_case = forget.map(|forget| {
        let mut person = person.clone();
        forget(&mut person.case);
        person
    });
    of_contacts.into_iter().chain(of_case).collect()
}

fn rules_of(findings: &[Finding]) -> Vec<Rule> {
    findings.iter().map(|finding| finding.rule).collect()
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn findings_are_in_order_and_can_be_said((setting, given) in person()) {
        let found = findings(&given, &setting);
        let order: Vec<_> = found
            .iter()
            .map(|finding| (finding.rule, id(&finding.subject), finding.severity))
            .collect();
        // Strictly: no rule says one thing twice.
        prop_assert!(order.is_sorted_by(|one, other| one < other), "{:?}", order);
        for finding in &found {
            let said = wording::finding(finding, &given.contacts, &given.appointments);
            prop_assert!(said.text.ends_with('.'), "{}", said.text);
            prop_assert!(!said.text.contains("ohne Tag"), "{}", said.text);
            prop_assert!(!said.text.contains("  "), "{}", said.text);
        }
    }

    #[test]
    fn the_order_of_contacts_and_appointments_changes_no_finding((setting, given) in person()) {
        let mut turned = given.clone();
        turned.contacts.reverse();
        turned.appointments.reverse();
        prop_assert_eq!(findings(&given, &setting), findings(&turned, &setting));
    }

    #[test]
    fn a_contact_after_today_is_reported_and_changes_no_other_finding(
        (setting, given) in person(),
        ahead in 1..100u64,
    ) {
        let mut more = given.clone();
        more.contacts.push(careless(setting.today + Days::new(ahead), Channel::Group));
        let mut found = findings(&more, &setting);
        let reported = found
            .iter()
            .position(|finding| finding.rule == Rule::B7 && id(&finding.subject) == "k-careless");
        prop_assert!(reported.is_some());
        found.retain(|finding| id(&finding.subject) != "k-careless");
        prop_assert_eq!(found, findings(&given, &setting));
    }

    #[test]
    fn a_contact_of_an_earlier_period_changes_no_finding(
        (setting, given) in person(),
        before in 1..100u64,
    ) {
        let Fact::Known(since) = given.case.in_care_since else {
            return Ok(());
        };
        let mut more = given.clone();
        more.contacts.push(careless(since - Days::new(before), Channel::InPerson));
        prop_assert_eq!(findings(&more, &setting), findings(&given, &setting));
    }

    #[test]
    fn a_correction_puts_right_what_it_belongs_to_and_nothing_else_wrong(
        (setting, given) in person(),
    ) {
        let before = findings(&given, &setting);
        for finding in &before {
            let Some(correction) = finding.correction else {
                continue;
            };
            let after = findings(&corrected(&given, finding, correction), &setting);
            prop_assert!(!after.contains(finding), "{:?} by {:?}", finding, correction);
            let new: Vec<_> = after.iter().filter(|found| !before.contains(found)).collect();
            prop_assert!(new.is_empty(), "{:?} after {:?}", new, correction);
        }
    }

    #[test]
    fn what_nobody_recorded_is_no_breach((setting, given) in person()) {
        let about = |found: Vec<Finding>| -> Vec<_> {
            found.into_iter().map(|finding| (finding.rule, finding.subject)).collect()
        };
        let before = about(findings(&given, &setting));
        for after in less_known(&given) {
            let found = about(findings(&after, &setting));
            prop_assert!(found.iter().all(|one| before.contains(one)), "{:?} {:?}", before, found);
        }
    }

    #[test]
    fn nothing_about_the_category_of_the_exempt((setting, given) in person()) {
        let due = given.due(&setting);
        if due.group == Group::Exempt {
            for rule in rules_of(&findings(&given, &setting)) {
                let about_category =
                    matches!(rule, Rule::C6 | Rule::E1 | Rule::E2 | Rule::E6 | Rule::E8 | Rule::E9);
                prop_assert!(!about_category, "{}", rule);
            }
        }
    }

    #[test]
    fn a_group_that_is_not_settled_is_reported_and_its_category_not_called_wrong(
        (setting, given) in person(),
    ) {
        let settled = given.due(&setting).counted_as == Some(CountedAs::Rules);
        let rules = rules_of(&findings(&given, &setting));
        prop_assert_eq!(rules.contains(&Rule::E9), !settled);
        prop_assert!(settled || !rules.contains(&Rule::E1));
    }

    #[test]
    fn under_25_no_category_is_called_missing_and_k1_not_wrong((setting, given) in person()) {
        let mut given = given;
        given.case.category = Some(Category::K1);
        let group = given.due(&setting).group;
        let with_k1 = rules_of(&findings(&given, &setting));
        given.case.category = None;
        let without = rules_of(&findings(&given, &setting));
        if group == Group::Under(Standard::U25) {
            prop_assert!(!with_k1.contains(&Rule::E1));
        }
        if given.due(&setting).group == Group::Under(Standard::U25) {
            prop_assert!(!without.contains(&Rule::E2));
        }
    }
}
