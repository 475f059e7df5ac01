//! Entries of `cases`: customers without their contacts and appointments.

use super::super::fault::{Expected, Faults, Noted};
use super::super::fields::Fields;
use super::super::place::Place;
use super::super::value::{Id, Value, or_null};
use super::ids::Ids;
use crate::record::{Customer, CustomerNumber};
use chrono::NaiveDate;
use json::Node;
use rules::Fact;
use rules::facts::{Case, CaseId, FourPhases, ProfileI, ProfileZ, SelfEmployment};

const FIELDS: &[&str] = &[
    "id",
    "customer_number",
    "name",
    "birth_date",
    "in_care_since",
    "status",
    "integrated",
    "profile",
    "category",
    "k3_marker_set",
    "supervision",
    "progress_expected",
    "self_employed",
    "profile_i",
    "profile_z",
    "digital_consent",
    "preferred_channel",
    "note",
    "closed_on",
    "closed_reason",
    "four_phases",
];

const SELF_EMPLOYED: &[&str] = &["main_occupation", "exit_to_insured_job_is_goal"];

const PROFILE_I: &[&str] = &[
    "possibilities_exhausted",
    "work",
    "still_in_need",
    "reason_documented",
    "potential_exists",
];

const PROFILE_Z: &[&str] = &["from", "reason", "child_born_on", "until"];

const FOUR_PHASES: &[&str] = &[
    "potential_analysis",
    "goal",
    "strategy",
    "cooperation_plan",
    "documented_with_task",
];

pub(crate) fn read<'n>(
    node: &'n Node<'n>,
    place: &Place<'_>,
    today: NaiveDate,
    ids: &mut Ids<'n>,
    faults: &mut Faults,
) -> Result<Customer, Noted> {
    let mut fields = Fields::of(node, place, FIELDS, faults)?;
    let id = ids.fresh(&mut fields, faults);
    let number = fields
        .required("customer_number", faults)
        .and_then(|Id(text)| {
            CustomerNumber::new(text)
                .ok_or_else(|| fields.unexpected("customer_number", Expected::NonEmptyText, faults))
        });
    let name = fields.optional::<&str>("name", faults);
    let birth_date = birth_date(&mut fields, today, faults);
    let facts = Case {
        birth_date,
        in_care_since: fields.optional("in_care_since", faults).into(),
        status: fields.optional("status", faults).into(),
        integrated: fields.optional("integrated", faults).unwrap_or_default(),
        profile: fields.optional("profile", faults).into(),
        category: fields.optional("category", faults),
        k3_marker_set: fields.optional("k3_marker_set", faults).into(),
        supervision: fields.optional("supervision", faults).unwrap_or_default(),
        progress_expected: fields.optional("progress_expected", faults).into(),
        self_employment: fields.inner("self_employed", faults, self_employment),
        profile_i: fields.inner("profile_i", faults, profile_i),
        profile_z: fields.inner("profile_z", faults, profile_z),
        digital_consent: fields.optional("digital_consent", faults).into(),
        four_phases: fields
            .inner("four_phases", faults, four_phases)
            .unwrap_or_default(),
    };
    let preferred_channel = fields.optional("preferred_channel", faults).into();
    let note = fields.optional::<&str>("note", faults);
    let closed_on = fields.optional("closed_on", faults);
    let closed_reason = fields.optional::<&str>("closed_reason", faults);
    Ok(Customer {
        name: name.map(str::to_owned),
        facts,
        preferred_channel,
        note: note.map(str::to_owned),
        closed_on,
        closed_reason: closed_reason.map(str::to_owned),
        ..Customer::new(CaseId::from(id?), number?)
    })
}

fn birth_date(
    fields: &mut Fields<'_, '_>,
    today: NaiveDate,
    faults: &mut Faults,
) -> Fact<NaiveDate> {
    let born: Option<NaiveDate> = fields.optional("birth_date", faults);
    if born.is_some_and(|born| born > today) {
        fields.unexpected("birth_date", Expected::NotAfterToday(today), faults);
    }
    born.into()
}

fn self_employment(
    node: &Node<'_>,
    place: &Place<'_>,
    faults: &mut Faults,
) -> Result<SelfEmployment, Noted> {
    let mut fields = Fields::of(node, place, SELF_EMPLOYED, faults)?;
    Ok(SelfEmployment {
        main_occupation: fields.optional("main_occupation", faults).into(),
        exit_to_insured_job_is_goal: fields
            .optional("exit_to_insured_job_is_goal", faults)
            .into(),
    })
}

fn profile_i(node: &Node<'_>, place: &Place<'_>, faults: &mut Faults) -> Result<ProfileI, Noted> {
    let mut fields = Fields::of(node, place, PROFILE_I, faults)?;
    Ok(ProfileI {
        possibilities_exhausted: fields.optional("possibilities_exhausted", faults).into(),
        work: fields.optional("work", faults).into(),
        still_in_need: fields.optional("still_in_need", faults).into(),
        reason_documented: fields.optional("reason_documented", faults).into(),
        potential_exists: fields.optional("potential_exists", faults).into(),
    })
}

fn profile_z(node: &Node<'_>, place: &Place<'_>, faults: &mut Faults) -> Result<ProfileZ, Noted> {
    let mut fields = Fields::of(node, place, PROFILE_Z, faults)?;
    Ok(ProfileZ {
        from: fields.optional("from", faults).into(),
        reason: fields.optional("reason", faults),
        child_born_on: fields.optional("child_born_on", faults).into(),
        until: fields.optional("until", faults).into(),
    })
}

fn four_phases(
    node: &Node<'_>,
    place: &Place<'_>,
    faults: &mut Faults,
) -> Result<FourPhases, Noted> {
    let mut fields = Fields::of(node, place, FOUR_PHASES, faults)?;
    Ok(FourPhases {
        potential_analysis: fields.optional("potential_analysis", faults).into(),
        goal: fields.optional("goal", faults).into(),
        strategy: fields.optional("strategy", faults).into(),
        cooperation_plan: fields.optional("cooperation_plan", faults).into(),
        documented_with_task: fields.optional("documented_with_task", faults).into(),
    })
}

pub(crate) fn write(customer: &Customer) -> Node<'_> {
    let facts = &customer.facts;
    Node::object([
        ("id", customer.id.as_str().node()),
        ("customer_number", customer.number.as_str().node()),
        ("name", or_null(customer.name.as_deref())),
        ("birth_date", or_null(facts.birth_date.known())),
        ("in_care_since", or_null(facts.in_care_since.known())),
        ("status", or_null(facts.status.known())),
        ("integrated", facts.integrated.node()),
        ("profile", or_null(facts.profile.known())),
        ("category", or_null(facts.category)),
        ("k3_marker_set", or_null(facts.k3_marker_set.known())),
        ("supervision", facts.supervision.node()),
        (
            "progress_expected",
            or_null(facts.progress_expected.known()),
        ),
        (
            "self_employed",
            facts
                .self_employment
                .map_or(Node::Null, write_self_employment),
        ),
        (
            "profile_i",
            facts.profile_i.map_or(Node::Null, write_profile_i),
        ),
        (
            "profile_z",
            facts.profile_z.map_or(Node::Null, write_profile_z),
        ),
        ("digital_consent", or_null(facts.digital_consent.known())),
        (
            "preferred_channel",
            or_null(customer.preferred_channel.known()),
        ),
        ("note", or_null(customer.note.as_deref())),
        ("closed_on", or_null(customer.closed_on)),
        ("closed_reason", or_null(customer.closed_reason.as_deref())),
        ("four_phases", write_four_phases(facts.four_phases)),
    ])
}

fn write_self_employment<'n>(own: SelfEmployment) -> Node<'n> {
    Node::object([
        ("main_occupation", or_null(own.main_occupation.known())),
        (
            "exit_to_insured_job_is_goal",
            or_null(own.exit_to_insured_job_is_goal.known()),
        ),
    ])
}

fn write_profile_i<'n>(profile: ProfileI) -> Node<'n> {
    Node::object([
        (
            "possibilities_exhausted",
            or_null(profile.possibilities_exhausted.known()),
        ),
        ("work", or_null(profile.work.known())),
        ("still_in_need", or_null(profile.still_in_need.known())),
        (
            "reason_documented",
            or_null(profile.reason_documented.known()),
        ),
        (
            "potential_exists",
            or_null(profile.potential_exists.known()),
        ),
    ])
}

fn write_profile_z<'n>(profile: ProfileZ) -> Node<'n> {
    Node::object([
        ("from", or_null(profile.from.known())),
        ("reason", or_null(profile.reason)),
        ("child_born_on", or_null(profile.child_born_on.known())),
        ("until", or_null(profile.until.known())),
    ])
}

fn write_four_phases<'n>(phases: FourPhases) -> Node<'n> {
    Node::object([
        (
            "potential_analysis",
            or_null(phases.potential_analysis.known()),
        ),
        ("goal", or_null(phases.goal.known())),
        ("strategy", or_null(phases.strategy.known())),
        ("cooperation_plan", or_null(phases.cooperation_plan.known())),
        (
            "documented_with_task",
            or_null(phases.documented_with_task.known()),
        ),
    ])
}
