//! What a preview says is what the lists show afterwards.
#![expect(clippy::unwrap_used, reason = "a test may end at the first surprise")]

use caseload::{Caseload, effect, findings, overview};
use chrono::NaiveDate;
use rules::DueState;
use rules::edition::{EditionError, LocalParameter, Parameter, ParameterValue};

fn today() -> NaiveDate {
    "2026-11-22".parse().unwrap()
}

fn changed(parameter: Parameter, number: u16) -> Vec<LocalParameter> {
    vec![LocalParameter {
        parameter,
        value: ParameterValue::Number(number),
        since: today(),
        reason: Some("Hausverfügung".to_owned()),
    }]
}

#[test]
fn the_preview_of_a_shorter_interval_equals_the_result() {
    let caseload = training::example_caseload(7, today(), 320);
    for (parameter, number) in [
        (Parameter::K1Months, 3),
        (Parameter::K3Months, 9),
        (Parameter::LeadDays, 14),
    ] {
        let parameters = changed(parameter, number);
        let effect = effect(&caseload, &parameters, today()).unwrap();
        let before = overview(&caseload, today()).unwrap();
        let after_change = Caseload {
            parameters,
            ..caseload.clone()
        };
        let after = overview(&after_change, today()).unwrap();
        for ((state, old, new), ((_, is_old), (_, is_new))) in effect
            .counts
            .into_iter()
            .zip(before.counts().into_iter().zip(after.counts()))
        {
            assert_eq!((old, new), (is_old, is_new), "{state:?}");
        }
        assert_eq!(effect.findings.1, findings(&after_change, &after).len());
        let overdue = |counts: [(DueState, usize); 8]| {
            counts
                .into_iter()
                .find(|(state, _)| *state == DueState::Overdue)
                .unwrap()
                .1
        };
        assert_eq!(
            overdue(before.counts()) + effect.becoming_overdue,
            overdue(after.counts()) + effect.overdue_no_more
        );
        assert!(effect.other_day > 0 || parameter == Parameter::LeadDays);
    }
}

#[test]
fn a_number_out_of_its_range_has_no_effect_but_an_error() {
    let caseload = training::example_caseload(7, today(), 320);
    for number in [0, 25] {
        let refused = effect(&caseload, &changed(Parameter::K1Months, number), today());
        assert!(
            matches!(refused, Err(EditionError::OutOfDomain(_))),
            "{refused:?}"
        );
    }
}
