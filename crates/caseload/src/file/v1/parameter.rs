//! Entries of `parameters`: numbers of the policy that the office changed.

use super::super::fault::{Expected, Faults, Noted};
use super::super::fields::Fields;
use super::super::place::Place;
use super::super::value::{Value, or_null, small};
use json::{Node, Number};
use rules::edition::{Domain, LocalParameter, Parameter, ParameterValue, U25Mode};

const FIELDS: &[&str] = &["name", "value", "since", "reason"];

pub(crate) fn read<'n>(
    node: &'n Node<'n>,
    place: &Place<'_>,
    faults: &mut Faults,
) -> Result<LocalParameter, Noted> {
    let mut fields = Fields::of(node, place, FIELDS, faults)?;
    let parameter: Result<Parameter, Noted> = fields.required("name", faults);
    // What the value may be is known only with its name.
    let value = parameter.and_then(|parameter| value(parameter, &mut fields, faults));
    let since = fields.required("since", faults);
    let reason = fields.optional::<&str>("reason", faults);
    Ok(LocalParameter {
        parameter: parameter?,
        value: value?,
        since: since?,
        reason: reason.map(str::to_owned),
    })
}

fn value(
    parameter: Parameter,
    fields: &mut Fields<'_, '_>,
    faults: &mut Faults,
) -> Result<ParameterValue, Noted> {
    match parameter.domain() {
        Domain::U25Mode => {
            let mode = fields.required::<U25Mode>("value", faults)?;
            Ok(ParameterValue::U25Mode(mode))
        }
        Domain::Number { least, most } => fields
            .node("value")
            .and_then(small)
            .filter(|number| (least..=most).contains(number))
            .map(ParameterValue::Number)
            .ok_or_else(|| {
                let expected = Expected::WholeNumber { least, most };
                fields.unexpected("value", expected, faults)
            }),
    }
}

pub(crate) fn write(change: &LocalParameter) -> Node<'_> {
    let value = match change.value {
        ParameterValue::Number(number) => Node::Number(Number::Whole(number.into())),
        ParameterValue::U25Mode(mode) => mode.node(),
    };
    Node::object([
        ("name", change.parameter.node()),
        ("value", value),
        ("since", change.since.node()),
        ("reason", or_null(change.reason.as_deref())),
    ])
}
