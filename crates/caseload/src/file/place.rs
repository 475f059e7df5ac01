//! Places in a file. While a file is read, a place is a chain of borrowed steps that costs nothing;
//! it becomes a [`FieldPath`] only for a fault.

use std::fmt;

/// Names longer than this are cut where they are shown.
const SHOWN_CHARS: usize = 60;

/// The way from the whole file to one of its values, written as in `cases[12].birth_date`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct FieldPath(Vec<Step>);

/// One step of a path.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Step {
    /// Into the field with this name.
    Field(String),
    /// Into the element with this index, counted from 0.
    Item(usize),
}

impl FieldPath {
    /// The steps, outermost first; none for the file as a whole.
    pub fn steps(&self) -> &[Step] {
        &self.0
    }
}

impl fmt::Display for FieldPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() {
            return f.write_str("file");
        }
        for (index, step) in self.0.iter().enumerate() {
            match step {
                Step::Item(item) => write!(f, "[{item}]")?,
                Step::Field(name) if is_plain(name) => {
                    let dot = if index > 0 { "." } else { "" };
                    write!(f, "{dot}{name}")?;
                }
                Step::Field(name) => write!(f, "[{:?}]", shortened(name))?,
            }
        }
        Ok(())
    }
}

/// Whether a name can stand in a path as it is.
fn is_plain(name: &str) -> bool {
    !name.is_empty()
        && name.len() <= SHOWN_CHARS
        && name
            .chars()
            .all(|char| char.is_alphanumeric() || char == '_' || char == '-')
}

/// A text cut to a length that can be shown in a message.
pub(crate) fn shortened(text: &str) -> String {
    let mut shown: String = text.chars().take(SHOWN_CHARS).collect();
    if shown.len() < text.len() {
        shown.push('…');
    }
    shown
}

/// Where the reader is.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place<'p> {
    way: Option<Way<'p>>,
}

#[derive(Debug, Clone, Copy)]
struct Way<'p> {
    outer: &'p Place<'p>,
    step: PlaceStep<'p>,
}

#[derive(Debug, Clone, Copy)]
enum PlaceStep<'p> {
    /// `position` is the field's place among the members of its object.
    Field {
        name: &'p str,
        position: usize,
    },
    Item(usize),
}

/// Orders places as they stand in the file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct FileOrder(Vec<usize>);

impl<'p> Place<'p> {
    /// The whole file.
    pub(crate) const FILE: Place<'static> = Place { way: None };

    /// A field of the object at this place.
    pub(crate) fn field(&'p self, name: &'p str, position: usize) -> Place<'p> {
        self.to(PlaceStep::Field { name, position })
    }

    /// A field that the object at this place lacks; it sorts behind those that are there.
    pub(crate) fn lacking(&'p self, name: &'p str) -> Place<'p> {
        self.field(name, usize::MAX)
    }

    /// An element of the list at this place.
    pub(crate) fn item(&'p self, index: usize) -> Place<'p> {
        self.to(PlaceStep::Item(index))
    }

    /// The index, if this is an element of a list; otherwise 0.
    pub(crate) fn index(&self) -> usize {
        match self.way {
            Some(Way {
                step: PlaceStep::Item(index),
                ..
            }) => index,
            Some(Way {
                step: PlaceStep::Field { .. },
                ..
            })
            | None => 0,
        }
    }

    fn to(&'p self, step: PlaceStep<'p>) -> Place<'p> {
        Place {
            way: Some(Way { outer: self, step }),
        }
    }

    /// The place as a path to show, and its order in the file.
    pub(crate) fn resolve(&self) -> (FieldPath, FileOrder) {
        let mut steps = Vec::new();
        let mut order = Vec::new();
        let mut here = self;
        while let Some(Way { outer, step }) = here.way.as_ref() {
            match *step {
                PlaceStep::Field { name, position } => {
                    steps.push(Step::Field(name.to_owned()));
                    order.push(position);
                }
                PlaceStep::Item(index) => {
                    steps.push(Step::Item(index));
                    order.push(index);
                }
            }
            here = outer;
        }
        steps.reverse();
        order.reverse();
        (FieldPath(steps), FileOrder(order))
    }
}
