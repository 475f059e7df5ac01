//! What holds of every return, whatever the two sides did.
#![expect(clippy::unwrap_used, reason = "a test may end at the first surprise")]

mod arbitrary;
mod variants;

use caseload::handover::{HandOver, Merge, Return, pack, returned};
use caseload::history::CaseloadId;
use caseload::{Caseload, CustomerNumber, file};
use chrono::NaiveDate;
use json::Node;
use proptest::prelude::*;
use rules::facts::CaseId;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
}

/// Values of a caseload by their paths, `a/contacts/k-1/channel`, as text; of what has parts only
/// that it is there.
type Values = BTreeMap<String, String>;

const THERE: &str = "there";

fn values(caseload: &Caseload) -> Values {
    let text = String::from_utf8(file::write(caseload)).unwrap();
    let root = Node::parse(&text).unwrap();
    let mut values = Values::new();
    for list in [
        "cases",
        "contacts",
        "appointments",
        "exceptions",
        "transfers",
    ] {
        for entry in root.member(list).and_then(Node::list).unwrap_or_default() {
            let id = entry.member("id").and_then(Node::text).unwrap();
            let case = entry.member("case").and_then(Node::text).unwrap_or(id);
            gather(entry, format!("{case}/{list}/{id}"), &mut values);
        }
    }
    values
}

fn gather(node: &Node<'_>, path: String, values: &mut Values) {
    match node {
        Node::Object(members) => {
            for (name, node) in members {
                gather(node, format!("{path}/{name}"), values);
            }
            values.insert(path, THERE.to_owned());
        }
        Node::Null => {}
        value @ (Node::Flag(_) | Node::Number(_) | Node::Text(_) | Node::List(_)) => {
            values.insert(path, format!("{value:?}"));
        }
    }
}

/// The field and those that are decided together with it.
fn together(path: &str) -> Vec<String> {
    let (object, field) = path.rsplit_once('/').unwrap();
    if object.ends_with("/phone_grounds") {
        return vec![object.to_owned()];
    }
    let group: &[&str] = match field {
        "start" | "date" | "duration_minutes" if object.contains("/appointments/") => {
            &["start", "date", "duration_minutes"]
        }
        "outcome" | "cancelled_on" | "cancelled_by" => &["outcome", "cancelled_on", "cancelled_by"],
        "closed_on" | "closed_reason" => &["closed_on", "closed_reason"],
        "reason" | "noted_on" if object.contains("/exceptions/") => &["reason", "noted_on"],
        _ => return vec![path.to_owned()],
    };
    group
        .iter()
        .map(|field| format!("{object}/{field}"))
        .collect()
}

/// What a side has at these paths and below them.
fn inside(side: &Values, paths: &[String]) -> Vec<(String, String)> {
    let is_inside = |path: &str| {
        let rests = paths.iter().filter_map(|wanted| path.strip_prefix(wanted));
        rests
            .into_iter()
            .any(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    let values = side.iter().filter(|(path, _)| is_inside(path));
    values
        .map(|(path, value)| (path.clone(), value.clone()))
        .collect()
}

/// The customers with different numbers, so that none is taken for another.
fn numbered(mut caseload: Caseload) -> Caseload {
    for customer in &mut caseload.customers {
        let digits = customer.id.as_str().chars().filter(char::is_ascii_digit);
        let number = format!("617D{}", digits.collect::<String>());
        Arc::make_mut(customer).number = CustomerNumber::new(&number).unwrap();
    }
    caseload
}

/// What was lent, what the owner has, what the deputy has.
#[derive(Debug)]
struct Sides {
    lent: HandOver,
    owner: Caseload,
    deputy: Caseload,
}

fn lend(caseload: &Caseload, chosen: &[CaseId]) -> HandOver {
    let [owner, loan] = [1, 2].map(|id| CaseloadId::new([id; 16]));
    pack(caseload, owner, chosen, (today(), today()), loan)
}

fn everybody(caseload: &Caseload) -> Vec<CaseId> {
    let customers = caseload.customers.iter();
    customers.map(|customer| customer.id.clone()).collect()
}

/// Three caseloads with the same customers and only what belongs to them.
fn sides() -> impl Strategy<Value = Sides> {
    let caseloads = variants::caseloads(today(), 3);
    caseloads.prop_filter_map("nobody to lend", |caseloads| {
        let common: Vec<CaseId> = everybody(caseloads.first()?)
            .into_iter()
            .filter(|id| caseloads.iter().all(|all| all.customer(id).is_some()))
            .collect();
        if common.is_empty() {
            return None;
        }
        let lent = caseloads
            .into_iter()
            .map(|caseload| lend(&numbered(caseload), &common));
        let [lent, owner, deputy]: [HandOver; 3] = lent.collect::<Vec<_>>().try_into().ok()?;
        Some(Sides {
            lent,
            owner: owner.base,
            deputy: deputy.base,
        })
    })
}

impl Sides {
    fn merged(&self, for_deputy: &[CaseId]) -> Merge {
        let back = Return {
            lent: self.lent.clone(),
            now: self.deputy.clone(),
        };
        returned(&back, &self.owner, for_deputy).unwrap()
    }

    /// The same with owner and deputy changed round.
    fn turned(&self) -> Sides {
        Sides {
            lent: self.lent.clone(),
            owner: self.deputy.clone(),
            deputy: self.owner.clone(),
        }
    }
}

proptest! {
    /// A value that only one side changed is that side's, in contested customers too; wherever both
    /// changed it, the customer is listed.
    #[test]
    fn no_change_of_either_side_is_lost(sides in sides(), for_deputy: bool) {
        let chosen = if for_deputy { everybody(&sides.owner) } else { Vec::new() };
        let merge = sides.merged(&chosen);
        let contested: BTreeSet<&str> =
            merge.contested.iter().map(|contested| contested.case.as_str()).collect();
        let [base, owner, deputy, joined] =
            [&sides.lent.base, &sides.owner, &sides.deputy, &merge.caseload].map(values);
        let known: BTreeSet<&String> =
            base.keys().chain(owner.keys()).chain(deputy.keys()).collect();
        prop_assert!(joined.keys().all(|path| known.contains(path)));
        let both_have = |path: &str| owner.contains_key(path) && deputy.contains_key(path);
        for path in known {
            let case = path.split('/').next().unwrap();
            // What is a part of something that one side has not is decided with the whole.
            let (above, _) = path.rsplit_once('/').unwrap();
            let is_part = above.matches('/').count() >= 2;
            let group = together(path);
            let [was, own, theirs] = [&base, &owner, &deputy].map(|side| inside(side, &group));
            let joined = joined.get(path);
            if is_part && !both_have(above) {
                prop_assert!(joined == owner.get(path) || joined == deputy.get(path));
            } else if own == theirs || theirs == was {
                prop_assert_eq!(joined, owner.get(path), "{} of the owner", path);
            } else if own == was {
                prop_assert_eq!(joined, deputy.get(path), "{} of the deputy", path);
            } else if joined.is_some_and(|value| value == THERE) && both_have(path) {
                // Its parts were joined one by one.
            } else {
                prop_assert!(contested.contains(case), "{path} is contested");
                let side = if for_deputy { &deputy } else { &owner };
                prop_assert_eq!(joined, side.get(path), "{} of the side chosen", path);
            }
        }
        prop_assert!(merge.not_taken.is_empty(), "{:?}", merge.not_taken);
    }

    #[test]
    fn it_does_not_matter_who_is_who(sides in sides()) {
        let everybody = everybody(&sides.owner);
        let one = sides.merged(&[]);
        let other = sides.turned().merged(&everybody);
        prop_assert_eq!(values(&one.caseload), values(&other.caseload));
        let cases = |merge: &Merge| -> BTreeSet<CaseId> {
            merge.contested.iter().map(|contested| contested.case.clone()).collect()
        };
        prop_assert_eq!(cases(&one), cases(&other));
        prop_assert!(one.contested.iter().all(|contested| !contested.lines.is_empty()));
    }

    #[test]
    fn joining_twice_is_joining_once(sides in sides(), for_deputy: bool) {
        let chosen = if for_deputy { everybody(&sides.owner) } else { Vec::new() };
        let owner = sides.merged(&chosen).caseload;
        let again = Sides { owner: owner.clone(), ..sides };
        prop_assert_eq!(again.merged(&chosen).caseload, owner);
    }

    #[test]
    fn what_comes_out_is_a_caseload(sides in sides(), for_deputy: bool) {
        let chosen = if for_deputy { everybody(&sides.owner) } else { Vec::new() };
        let merged = sides.merged(&chosen).caseload;
        prop_assert_eq!(file::read(&file::write(&merged), today()), Ok(merged));
    }

    /// Only some are lent; the deputy's caseload is any other with the same names in it.
    #[test]
    fn nobody_else_is_touched(
        caseloads in variants::caseloads(today(), 2),
        lent in any::<[bool; 4]>(),
    ) {
        let [owner, deputy]: [Caseload; 2] = caseloads.try_into().unwrap();
        let (owner, deputy) = (numbered(owner), numbered(deputy));
        let everybody = everybody(&owner);
        let numbered = everybody.iter().zip(lent);
        let chosen: Vec<CaseId> =
            numbered.filter(|(_, lent)| *lent).map(|(id, _)| id.clone()).collect();
        let back = Return { lent: lend(&owner, &chosen), now: deputy };
        let merged = returned(&back, &owner, &chosen).unwrap().caseload;
        prop_assert_eq!(&merged.caseworker, &owner.caseworker);
        prop_assert_eq!(self::everybody(&merged), everybody);
        let others = |caseload: &Caseload| -> Values {
            let lent = |path: &String| chosen.iter().any(|id| path.split('/').next() == Some(id.as_str()));
            values(caseload).into_iter().filter(|(path, _)| !lent(path)).collect()
        };
        prop_assert_eq!(others(&merged), others(&owner));
    }
}
