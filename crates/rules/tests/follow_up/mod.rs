//! What holds for every sample and every year: the order of the input never matters, a larger sample
//! begins with the smaller one, and shares add up.

use super::config;
use super::people::{Person, person};
use chrono::NaiveDate;
use proptest::prelude::*;
use rules::edition::EditionId;
use rules::facts::CaseId;
use rules::{
    Density, Division, Dossier, Drawn, ExemptCustomers, Group, SampleRequest, Schedule, Setting,
    Share, Standard, draw_sample, month_ends, realised_density, year_figures,
};

fn today() -> NaiveDate {
    EditionId::CURRENT.valid_from()
}

fn customers() -> impl Strategy<Value = Vec<(CaseId, Group)>> {
    let groups = proptest::sample::select(vec![
        Group::Under(Standard::K1),
        Group::Under(Standard::K1),
        Group::Under(Standard::K3),
        Group::Under(Standard::U25),
        Group::Open,
        Group::Exempt,
    ]);
    proptest::collection::vec(groups, 0..40).prop_map(|groups| {
        groups
            .into_iter()
            .zip(0..)
            .map(|(group, place)| (CaseId::from(format!("c-{place}").as_str()), group))
            .collect()
    })
}

fn division() -> impl Strategy<Value = Division> {
    proptest::sample::select(vec![Division::Together, Division::ByGroup])
}

fn exempt() -> impl Strategy<Value = ExemptCustomers> {
    proptest::sample::select(vec![ExemptCustomers::LeftOut, ExemptCustomers::Drawn])
}

fn draw(
    customers: &[(CaseId, Group)],
    size: usize,
    division: Division,
    exempt: ExemptCustomers,
) -> Vec<Drawn> {
    let request = SampleRequest {
        seed: "7".to_owned(),
        size,
        division,
        exempt,
    };
    draw_sample(
        &request,
        today(),
        customers.iter().map(|(case, group)| (case, *group)),
    )
}

/// Everything that is said about the last year of one customer.
fn year(person: &Person, setting: &Setting) -> (rules::YearFigures, Density) {
    let due = person.due(setting);
    let dossier = Dossier {
        case: &person.case,
        contacts: &person.contacts,
        appointments: &person.appointments,
        due: &due,
    };
    let schedule = Schedule::of(&person.appointments, setting.edition.parameters());
    (
        year_figures(&[dossier], &schedule, setting),
        realised_density([&due]),
    )
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn the_order_of_the_customers_never_matters(
        (given, shuffled) in customers()
            .prop_flat_map(|given| (Just(given.clone()), Just(given).prop_shuffle())),
        size in 0..45usize,
        division in division(),
        exempt in exempt(),
    ) {
        prop_assert_eq!(
            draw(&given, size, division, exempt),
            draw(&shuffled, size, division, exempt)
        );
    }

    #[test]
    fn as_many_are_drawn_as_asked_for_and_nobody_twice(
        given in customers(),
        size in 0..45usize,
        division in division(),
        exempt in exempt(),
    ) {
        let drawn = draw(&given, size, division, exempt);
        let may_be_drawn = given
            .iter()
            .filter(|(_, group)| exempt == ExemptCustomers::Drawn || *group != Group::Exempt)
            .count();
        prop_assert_eq!(drawn.len(), size.min(may_be_drawn));
        let mut ids: Vec<&str> = drawn.iter().map(|drawn| drawn.case.as_str()).collect();
        ids.sort_unstable();
        ids.dedup();
        prop_assert_eq!(ids.len(), drawn.len());
    }

    #[test]
    fn a_larger_sample_begins_with_the_smaller_one(given in customers(), size in 0..45usize) {
        let smaller = draw(&given, size, Division::Together, ExemptCustomers::LeftOut);
        let larger = draw(&given, size + 1, Division::Together, ExemptCustomers::LeftOut);
        prop_assert!(larger.starts_with(&smaller));
    }

    #[test]
    fn shares_add_up((setting, given) in person()) {
        let (figures, density) = year(&given, &setting);
        let channels = figures.channels;
        let parts = [channels.in_person, channels.video, channels.phone, channels.group, channels.written];
        prop_assert_eq!(parts.iter().map(|share| share.part).sum::<u32>(), channels.phone.of);
        prop_assert!(channels.phone.of + figures.unknown_channel <= u32::try_from(given.contacts.len()).unwrap_or(u32::MAX));
        prop_assert_eq!(figures.phone_not_counting.of + figures.phone_open, channels.phone.part);
        let sum = |part: fn(Share) -> u32| part(density.k1) + part(density.k3) + part(density.u25);
        prop_assert_eq!(sum(|share| share.part), density.all.part);
        prop_assert_eq!(sum(|share| share.of), density.all.of);
        prop_assert!(figures.weeks.len() <= 12);
        for day in month_ends(setting.today) {
            prop_assert!(day < setting.today);
        }
    }
}
