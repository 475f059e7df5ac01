//! From what was typed to the sheet of a customer, or to the faults at their controls.

use super::fields::{self, SELF_EMPLOYED};
use crate::drafts::Typed;
use crate::written::Fault;
use caseload::Customer;
use caseload::history::Sheet;
use chrono::NaiveDate;
use rules::Fact;
use rules::facts::{Case, ProfileZ};
use rules::ordering::OrderedMap;

/// Faults by the names of their controls.
pub type Faults = OrderedMap<&'static str, Fault>;

/// The sheet with what was typed in place of what it says.
///
/// # Errors
/// [`Faults`] of everything that is no value; then nothing is taken over.
pub fn read(sheet: &Sheet, typed: &Typed, today: NaiveDate) -> Result<Sheet, Faults> {
    let before = sheet.customer();
    let mut customer = before.clone();
    let mut faults = Faults::new();
    for field in fields::all() {
        let Some(text) = typed.get(field.path) else {
            continue;
        };
        if let Err(fault) = (field.of)(&mut customer).take(text) {
            faults.insert(field.path, fault);
        }
    }
    if typed.get(SELF_EMPLOYED).is_some_and(|text| text != "yes") {
        customer.facts.self_employment = None;
    }
    leave_empty_groups_out(&mut customer.facts, &before.facts);
    for (path, fault) in implausible(&customer, before, today) {
        faults.entry(path).or_insert(fault);
    }
    if faults.is_empty() {
        Ok(Sheet::of(&customer))
    } else {
        Err(faults)
    }
}

/// A group of facts of which none is known is not recorded, unless it was recorded so before.
fn leave_empty_groups_out(facts: &mut Case, before: &Case) {
    if before.profile_i != facts.profile_i {
        facts.profile_i = facts
            .profile_i
            .filter(|profile| *profile != Default::default());
    }
    if before.profile_z != facts.profile_z {
        facts.profile_z = facts
            .profile_z
            .filter(|profile| *profile != Default::default());
    }
}

/// Days that are days of the calendar and still cannot be meant. What was recorded before is not
/// questioned.
fn implausible(
    customer: &Customer,
    before: &Customer,
    today: NaiveDate,
) -> Vec<(&'static str, Fault)> {
    let ahead = |day: Fact<NaiveDate>, earlier: Fact<NaiveDate>| {
        day != earlier && day.known().is_some_and(|day| day > today)
    };
    let profile_z = |customer: &Customer| customer.facts.profile_z.unwrap_or_default();
    let (now, earlier) = (profile_z(customer), profile_z(before));
    let mut faults = Vec::new();
    if ahead(customer.facts.birth_date, before.facts.birth_date) {
        faults.push(("birth_date", Fault::AfterToday));
    }
    if ahead(now.child_born_on, earlier.child_born_on) {
        faults.push(("profile_z/child_born_on", Fault::AfterToday));
    }
    if now != earlier && ends_before_it_begins(&now) {
        faults.push(("profile_z/until", Fault::EndsBeforeItBegins));
    }
    faults
}

fn ends_before_it_begins(profile: &ProfileZ) -> bool {
    match (profile.from, profile.until) {
        (Fact::Known(from), Fact::Known(until)) => until < from,
        (Fact::Known(_) | Fact::Unknown, Fact::Unknown) | (Fact::Unknown, Fact::Known(_)) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::fields;
    use super::read;
    use crate::drafts::Typed;
    use crate::parts::control::Kind;
    use crate::written::Fault;
    use caseload::history::Sheet;
    use caseload::{Caseload, Customer, CustomerNumber};
    use chrono::NaiveDate;
    use rules::facts::{CaseId, FederalState, ProfileI};

    fn day() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
    }

    fn customer() -> Customer {
        let number = CustomerNumber::new("617D000001").unwrap();
        Customer::new(CaseId::from("c-1"), number)
    }

    fn typed(pairs: &[(&'static str, &str)]) -> Typed {
        let pairs = pairs.iter();
        pairs
            .map(|(path, text)| ((*path).to_owned(), (*text).to_owned()))
            .collect()
    }

    fn revised(customer: &Customer, pairs: &[(&'static str, &str)]) -> Customer {
        let sheet = read(&Sheet::of(customer), &typed(pairs), day()).unwrap();
        sheet.customer().clone()
    }

    #[test]
    fn every_control_writes_the_name_that_a_caseload_file_reads() {
        for field in fields::all() {
            let texts: Vec<String> = match field.kind {
                Kind::Line | Kind::Lines => vec!["ABC".to_owned()],
                Kind::Day => vec!["2020-02-29".to_owned()],
                Kind::Choice(offers, _) => {
                    offers().iter().map(|(key, _)| (*key).to_owned()).collect()
                }
            };
            for text in texts {
                let revised = revised(&customer(), &[(field.path, &text)]);
                assert_eq!(field.text(&revised), text, "{}", field.path);
                let mut caseload = Caseload::empty(FederalState::BW);
                caseload.customers.push(revised.clone().into());
                let file = caseload::file::write(&caseload);
                let back = caseload::file::read(&file, day()).unwrap();
                assert_eq!(back.customers, [revised.into()]);
                let last = field.path.rsplit('/').next().unwrap();
                let value = match (last, text.as_str()) {
                    ("self_employed", "yes") => "{".to_owned(),
                    ("self_employed", _) => "null".to_owned(),
                    (_, "yes") => "true".to_owned(),
                    (_, "no") => "false".to_owned(),
                    (_, text) => format!("\"{text}\""),
                };
                let written = String::from_utf8(file).unwrap().replace(' ', "");
                let expected = format!("\"{last}\":{value}");
                assert!(written.contains(&expected), "{expected} in {written}");
            }
        }
    }

    #[test]
    fn nothing_typed_changes_nothing() {
        let mut before = customer();
        before.facts.profile_i = Some(ProfileI::default());
        assert_eq!(revised(&before, &[]), before);
        let emptied = revised(&before, &[("profile_i/work", "")]);
        assert_eq!(emptied, before);
    }

    #[test]
    fn emptied_groups_are_not_recorded_any_more() {
        let before = revised(
            &customer(),
            &[
                ("profile_i/work", "other"),
                ("self_employed/main_occupation", "yes"),
            ],
        );
        assert!(before.facts.profile_i.is_some());
        assert!(before.facts.self_employment.is_some());
        let after = revised(
            &before,
            &[
                ("profile_i/work", ""),
                ("self_employed", "no"),
                ("self_employed/main_occupation", ""),
            ],
        );
        assert_eq!(after, customer());
    }

    #[test]
    fn faults_are_told_at_their_controls() {
        let faults = |pairs: &[(&'static str, &str)]| {
            read(&Sheet::of(&customer()), &typed(pairs), day()).unwrap_err()
        };
        assert_eq!(
            faults(&[("customer_number", "  "), ("birth_date", "2026-11-23")]),
            [
                ("customer_number", Fault::Empty),
                ("birth_date", Fault::AfterToday)
            ]
            .into()
        );
        assert_eq!(
            faults(&[("birth_date", "0090-02-28")]).get("birth_date"),
            Some(&Fault::YearTooEarly)
        );
        assert_eq!(
            faults(&[("in_care_since", "?")]).get("in_care_since"),
            Some(&Fault::NoDay)
        );
        assert_eq!(
            faults(&[
                ("profile_z/from", "2026-02-02"),
                ("profile_z/until", "2026-02-01")
            ]),
            [("profile_z/until", Fault::EndsBeforeItBegins)].into()
        );
        assert_eq!(
            revised(&customer(), &[("birth_date", "2026-11-22")])
                .facts
                .birth_date
                .known(),
            Some(day())
        );
    }

    #[test]
    fn numbers_are_written_as_lists_write_them() {
        let after = revised(&customer(), &[("customer_number", " 617d000002 ")]);
        assert_eq!(after.number.as_str(), "617D000002");
    }
}
