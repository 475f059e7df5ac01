//! Three versions of a caseload, and the fourth that has the changes of both sides.
//!
//! They are joined in the form in which files have them: lists of objects with ids. So every field of
//! the format takes part without a line of its own. A field that only one side changed is that side's;
//! one that both changed to the same is the same. A field that both changed differently is of the side
//! that is preferred for its customer.

use super::Side;
use crate::file::{ReadError, v1};
use crate::journal::ANY_DAY;
use crate::record::Caseload;
use json::{Member, Node};
use rules::facts::CaseId;

/// The lists whose entries are joined; what else a caseload has stays the owner's.
const LISTS: [&str; 5] = [
    "cases",
    "contacts",
    "appointments",
    "exceptions",
    "transfers",
];

/// Fields that belong together: if the sides disagree about one of them, one side has them all. A
/// group counts where an object has all of its fields.
const TOGETHER: [&[&str]; 5] = [
    &["date", "start", "duration_minutes"],
    &["outcome", "cancelled_on", "cancelled_by"],
    &["closed_on", "closed_reason"],
    &["reason", "noted_on"],
    // Grounds of which nothing is left are none at all, so they are not joined one by one.
    &["phone_grounds"],
];

const NULL: &Node<'static> = &Node::Null;

/// The owner's caseload with the changes of both sides. Where they contradict each other the deputy's
/// stand for customers in `for_deputy`, the owner's for all others.
///
/// # Errors
/// [`ReadError`] if what comes out is no caseload; of three sound ones it always is.
pub(super) fn joined(
    base: &Caseload,
    owner: &Caseload,
    deputy: &Caseload,
    for_deputy: &[CaseId],
) -> Result<Caseload, ReadError> {
    let (base, deputy) = (v1::write(base), v1::write(deputy));
    let Node::Object(members) = v1::write(owner) else {
        return Ok(owner.clone());
    };
    let members = members.into_iter().map(|(name, node)| match node {
        Node::List(own) if LISTS.contains(&name.as_ref()) => {
            let [was, theirs] =
                [&base, &deputy].map(|side| side.member(&name).and_then(Node::list));
            let list = list(
                was.unwrap_or_default(),
                own,
                theirs.unwrap_or_default(),
                for_deputy,
            );
            (name, Node::List(list))
        }
        node @ (Node::Null
        | Node::Flag(_)
        | Node::Number(_)
        | Node::Text(_)
        | Node::List(_)
        | Node::Object(_)) => (name, node),
    });
    v1::read(&Node::Object(members.collect()), ANY_DAY)
}

/// Joins lists whose entries have ids: the owner's order, then what the deputy added.
fn list<'n>(
    base: &[Node<'n>],
    owner: Vec<Node<'n>>,
    deputy: &[Node<'n>],
    for_deputy: &[CaseId],
) -> Vec<Node<'n>> {
    let side_of = |entry: &Node<'n>| {
        let case = entry.member("case").or_else(|| entry.member("id"));
        let case = case.and_then(Node::text).unwrap_or_default();
        if for_deputy.iter().any(|wanted| wanted.as_str() == case) {
            Side::Deputy
        } else {
            Side::Owner
        }
    };
    let mut added = Vec::new();
    for (place, theirs) in deputy.iter().enumerate() {
        if same(&owner, theirs, place) == NULL {
            let was = same(base, theirs, place);
            added.push(value([was, NULL, theirs], side_of(theirs)));
        }
    }
    let mut joined = Vec::with_capacity(owner.len() + added.len());
    for (place, own) in owner.into_iter().enumerate() {
        let (was, theirs) = (same(base, &own, place), same(deputy, &own, place));
        if (was, theirs) == (NULL, NULL) {
            joined.push(own);
        } else {
            joined.push(value([was, &own, theirs], side_of(&own)));
        }
    }
    joined.extend(added);
    joined.retain(|entry| *entry != Node::Null);
    joined
}

/// Joins the versions of a value: what was lent, what the owner has, what the deputy has.
fn value<'n>([base, owner, deputy]: [&Node<'n>; 3], side: Side) -> Node<'n> {
    match decided([&[base], &[owner], &[deputy]]) {
        Some(Side::Owner) => return owner.clone(),
        Some(Side::Deputy) => return deputy.clone(),
        None => {}
    }
    match (owner, deputy, side) {
        (Node::Object(own), Node::Object(_), _) => {
            let members = own
                .iter()
                .map(|(name, _)| (name.clone(), member(name, [base, owner, deputy], side)));
            Node::Object(members.collect::<Vec<Member<'n>>>())
        }
        (_, _, Side::Owner) => owner.clone(),
        (_, _, Side::Deputy) => deputy.clone(),
    }
}

/// Joins a field of three objects, alone or with those that it belongs to.
fn member<'n>(name: &str, versions: [&Node<'n>; 3], side: Side) -> Node<'n> {
    let [base, owner, deputy] = versions.map(|node| node.member(name).unwrap_or(NULL));
    let [_, own, _] = versions;
    let group = TOGETHER
        .iter()
        .find(|group| group.contains(&name) && group.iter().all(|name| own.member(name).is_some()));
    let Some(group) = group else {
        return value([base, owner, deputy], side);
    };
    let [was, own, theirs] = versions.map(|node| -> Vec<&Node<'n>> {
        group
            .iter()
            .map(|name| node.member(name).unwrap_or(NULL))
            .collect()
    });
    match decided([&was, &own, &theirs]).unwrap_or(side) {
        Side::Owner => owner.clone(),
        Side::Deputy => deputy.clone(),
    }
}

/// Whose values stand without a choice; `None` if both sides changed them differently.
fn decided([base, owner, deputy]: [&[&Node<'_>]; 3]) -> Option<Side> {
    if owner == deputy || deputy == base {
        Some(Side::Owner)
    } else {
        (owner == base).then_some(Side::Deputy)
    }
}

/// The entry with the same id, which is most often about as far on; `null` if there is none.
fn same<'a, 'n>(list: &'a [Node<'n>], entry: &Node<'_>, place: usize) -> &'a Node<'n> {
    let wanted = entry.member("id");
    let is_it = |entry: &&Node<'n>| entry.member("id") == wanted;
    let near = list.get(place).filter(is_it);
    near.or_else(|| list.iter().find(is_it)).unwrap_or(NULL)
}
