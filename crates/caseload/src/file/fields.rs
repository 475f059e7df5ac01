//! Reading objects and lists of a tree. Whatever does not fit is noted with its place, and reading
//! goes on, so that one look at the messages is enough to put a file right.

use super::fault::{Expected, Faults, Found, Noted, Problem};
use super::place::Place;
use super::value::Value;
use json::{Member, Node};

/// Names longer than any field's are not compared with them.
const LONGEST_COMPARED: usize = 64;

/// An object without fields.
const EMPTY: &Node<'static> = &Node::Object(Vec::new());

/// What an absent field stands for.
const NULL: &Node<'static> = &Node::Null;

/// The fields of one object, best asked for in the order in which files have them.
pub(crate) struct Fields<'n, 'p> {
    members: &'n [Member<'n>],
    place: &'p Place<'p>,
    next: usize,
}

impl<'n, 'p> Fields<'n, 'p> {
    /// Opens an object that can have the `known` fields; all others and repeated ones are noted.
    pub(crate) fn of(
        node: &'n Node<'n>,
        place: &'p Place<'p>,
        known: &'static [&'static str],
        faults: &mut Faults,
    ) -> Result<Self, Noted> {
        let Node::Object(members) = node else {
            return Err(faults.unexpected(place, Found::of(node), Expected::Object));
        };
        let mut seen = vec![false; known.len()];
        for (position, (name, _)) in members.iter().enumerate() {
            let field = place.field(name, position);
            let index = match known.get(position) {
                Some(usual) if usual == name => Some(position),
                Some(_) | None => known.iter().position(|known| known == name),
            };
            match index.and_then(|index| seen.get_mut(index)) {
                Some(seen) if !*seen => *seen = true,
                Some(_) => {
                    faults.report(&field, Problem::RepeatedField);
                }
                None => {
                    let near = nearest(name, known);
                    faults.report(&field, Problem::UnknownField { near, known });
                }
            }
        }
        Ok(Fields {
            members,
            place,
            next: 0,
        })
    }

    /// A value that may be absent or `null`, which both mean unknown.
    pub(crate) fn optional<T: Value<'n>>(
        &mut self,
        name: &'static str,
        faults: &mut Faults,
    ) -> Option<T> {
        let (node, field) = self.find(name);
        match node {
            None | Some(Node::Null) => None,
            Some(node) => read(node, &field, faults).ok(),
        }
    }

    /// A value that must be there.
    pub(crate) fn required<T: Value<'n>>(
        &mut self,
        name: &'static str,
        faults: &mut Faults,
    ) -> Result<T, Noted> {
        let (node, field) = self.find(name);
        match node {
            None => Err(faults.unexpected(&field, Found::Missing, T::expected())),
            Some(node) => read(node, &field, faults),
        }
    }

    /// An object that may be absent, or anything else that `read` makes of the field.
    pub(crate) fn inner<T>(
        &mut self,
        name: &'static str,
        faults: &mut Faults,
        read: impl FnOnce(&'n Node<'n>, &Place<'_>, &mut Faults) -> Result<T, Noted>,
    ) -> Option<T> {
        let (node, field) = self.find(name);
        match node {
            None | Some(Node::Null) => None,
            Some(node) => read(node, &field, faults).ok(),
        }
    }

    /// An object that is read as if it were empty where it is absent, so that what it must hold is
    /// what is noted as missing.
    pub(crate) fn inner_or_empty<T>(
        &mut self,
        name: &'static str,
        faults: &mut Faults,
        read: impl FnOnce(&'n Node<'n>, &Place<'_>, &mut Faults) -> Result<T, Noted>,
    ) -> Result<T, Noted> {
        let (node, field) = self.find(name);
        match node {
            None | Some(Node::Null) => read(EMPTY, &field, faults),
            Some(node) => read(node, &field, faults),
        }
    }

    /// A value that must be there and that `read` makes of the field; an absent one is read as
    /// `null`, so that `read` says what it expects.
    pub(crate) fn inner_required<T>(
        &mut self,
        name: &'static str,
        faults: &mut Faults,
        read: impl FnOnce(&'n Node<'n>, &Place<'_>, &mut Faults) -> Result<T, Noted>,
    ) -> Result<T, Noted> {
        let (node, field) = self.find(name);
        read(node.unwrap_or(NULL), &field, faults)
    }

    /// A list that may be absent. Elements that cannot be read are left out; they are noted.
    pub(crate) fn list<T>(
        &mut self,
        name: &'static str,
        faults: &mut Faults,
        mut read: impl FnMut(&'n Node<'n>, &Place<'_>, &mut Faults) -> Result<T, Noted>,
    ) -> Option<Vec<T>> {
        self.inner(name, faults, |node, place, faults| {
            let Node::List(nodes) = node else {
                return Err(faults.unexpected(place, Found::of(node), Expected::List));
            };
            Ok(nodes
                .iter()
                .enumerate()
                .filter_map(|(index, node)| read(node, &place.item(index), faults).ok())
                .collect())
        })
    }

    /// Goes through a list that may be absent.
    pub(crate) fn each(
        &mut self,
        name: &'static str,
        faults: &mut Faults,
        read: impl FnMut(&'n Node<'n>, &Place<'_>, &mut Faults) -> Result<(), Noted>,
    ) {
        let _read: Option<Vec<()>> = self.list(name, faults, read);
    }

    /// The value of a field as it stands in the file.
    pub(crate) fn node(&mut self, name: &'static str) -> Option<&'n Node<'n>> {
        self.find(name).0
    }

    /// Whether the object has the field `name`, and not as `null`.
    pub(crate) fn has(&mut self, name: &'static str) -> bool {
        self.node(name).is_some_and(|node| *node != Node::Null)
    }

    /// The index of the object in its list; 0 for an object that stands in none.
    pub(crate) fn index(&self) -> usize {
        self.place.index()
    }

    /// Notes that another value was expected in the field `name`.
    pub(crate) fn unexpected(
        &mut self,
        name: &'static str,
        expected: Expected,
        faults: &mut Faults,
    ) -> Noted {
        let (node, field) = self.find(name);
        faults.unexpected(&field, node.map_or(Found::Missing, Found::of), expected)
    }

    fn find(&mut self, name: &'static str) -> (Option<&'n Node<'n>>, Place<'p>) {
        let is_it = |position: &usize| {
            self.members
                .get(*position)
                .is_some_and(|(found, _)| found == name)
        };
        let position = Some(self.next)
            .filter(is_it)
            .or_else(|| (0..self.members.len()).find(is_it));
        match position.and_then(|position| Some((position, self.members.get(position)?))) {
            Some((position, (_, node))) => {
                self.next = position + 1;
                (Some(node), self.place.field(name, position))
            }
            None => (None, self.place.lacking(name)),
        }
    }
}

/// Reads one value.
pub(crate) fn read<'n, T: Value<'n>>(
    node: &'n Node<'n>,
    place: &Place<'_>,
    faults: &mut Faults,
) -> Result<T, Noted> {
    T::of(node).ok_or_else(|| faults.unexpected(place, Found::of(node), T::expected()))
}

/// The field that is probably meant by an unknown name.
fn nearest(name: &str, known: &'static [&'static str]) -> Option<&'static str> {
    if name.len() > LONGEST_COMPARED {
        return None;
    }
    known
        .iter()
        .map(|known| (strsim::osa_distance(name, known), *known))
        .filter(|(distance, known)| *distance <= (known.len() / 3).max(1))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, known)| known)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_of_the_keyboard_finds_its_field_and_a_stranger_finds_none() {
        const KNOWN: &[&str] = &["id", "date", "birth_date", "note"];
        let cases = [
            ("brith_date", Some("birth_date")),
            ("birthDate", Some("birth_date")),
            ("dat", Some("date")),
            ("ID", None),
            ("di", Some("id")),
            ("nickname", None),
            ("", None),
        ];
        for (name, expected) in cases {
            assert_eq!(nearest(name, KNOWN), expected, "{name}");
        }
    }
}
