//! The values of a table. The parser of the caseload file reads them, so the page needs no second
//! one; here they are owned, so that a case can be put together from two tables.

use json::{Node, Number};
use std::fmt;

/// A value of a table.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Nothing.
    Null,
    /// Yes or no.
    Bool(bool),
    /// A number, whole or not.
    Number(Number),
    /// A text.
    String(String),
    /// Values in an order.
    Array(Vec<Value>),
    /// Values by name.
    Object(Map),
}

/// Values by name, in the order of the table.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Map(Vec<(String, Value)>);

impl Value {
    /// The value of a JSON text.
    ///
    /// # Errors
    /// Where the text is not JSON.
    pub fn read(text: &str) -> Result<Self, String> {
        let node = Node::parse(text).map_err(|fault| format!("{fault:?}"))?;
        Ok(Value::of(&node))
    }

    fn of(node: &Node<'_>) -> Self {
        match node {
            Node::Null => Value::Null,
            Node::Flag(flag) => Value::Bool(*flag),
            Node::Number(number) => Value::Number(*number),
            Node::Text(text) => Value::String(text.clone().into_owned()),
            Node::List(nodes) => Value::Array(nodes.iter().map(Value::of).collect()),
            Node::Object(members) => {
                let mut map = Map::default();
                for (name, node) in members {
                    map.insert(name.clone().into_owned(), Value::of(node));
                }
                Value::Object(map)
            }
        }
    }

    /// The text, if it is one.
    pub fn as_str(&self) -> Option<&str> {
        if let Value::String(text) = self {
            Some(text)
        } else {
            None
        }
    }

    /// Yes or no, if it is that.
    pub fn as_bool(&self) -> Option<bool> {
        if let Value::Bool(flag) = self {
            Some(*flag)
        } else {
            None
        }
    }

    /// The whole number, if it is one.
    pub fn as_i64(&self) -> Option<i64> {
        if let Value::Number(Number::Whole(number)) = self {
            Some(*number)
        } else {
            None
        }
    }

    /// The number, if it is one that is not too large.
    pub fn as_f64(&self) -> Option<f64> {
        match self {
            Value::Number(Number::Fraction(number)) => Some(*number),
            Value::Number(Number::Whole(number)) => i32::try_from(*number).ok().map(f64::from),
            Value::Null
            | Value::Bool(_)
            | Value::String(_)
            | Value::Array(_)
            | Value::Object(_) => None,
        }
    }

    /// The values, if it is a list.
    pub fn as_array(&self) -> Option<&[Value]> {
        if let Value::Array(values) = self {
            Some(values)
        } else {
            None
        }
    }

    /// The table, if it is one.
    pub fn as_object(&self) -> Option<&Map> {
        if let Value::Object(map) = self {
            Some(map)
        } else {
            None
        }
    }
}

impl Map {
    /// An empty table.
    pub fn new() -> Self {
        Map::default()
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The value under a name.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.iter()
            .find(|(key, _)| *key == name)
            .map(|(_, value)| value)
    }

    /// Names and values.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.0.iter().map(|(key, value)| (key.as_str(), value))
    }

    /// Puts a value under a name, in place of the one that stands there.
    pub fn insert(&mut self, name: String, value: Value) {
        match self.0.iter_mut().find(|(key, _)| *key == name) {
            Some((_, place)) => *place = value,
            None => self.0.push((name, value)),
        }
    }

    /// Takes a value out.
    pub fn remove(&mut self, name: &str) -> Option<Value> {
        let place = self.0.iter().position(|(key, _)| key == name)?;
        Some(self.0.remove(place).1)
    }
}

impl Value {
    /// Whether two values say the same; the order of names in a table does not matter.
    pub fn says_the_same(&self, other: &Value) -> bool {
        match (self, other) {
            (Value::Object(one), Value::Object(other)) => {
                one.0.len() == other.0.len()
                    && one.iter().all(|(name, value)| {
                        other
                            .get(name)
                            .is_some_and(|found| value.says_the_same(found))
                    })
            }
            (one, other) => one == other,
        }
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Value::String(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Value::String(text)
    }
}

impl From<Map> for Value {
    fn from(map: Map) -> Self {
        Value::Object(map)
    }
}

impl From<u32> for Value {
    fn from(number: u32) -> Self {
        Value::Number(Number::Whole(number.into()))
    }
}

impl From<usize> for Value {
    fn from(number: usize) -> Self {
        Value::Number(Number::Whole(i64::try_from(number).unwrap_or(i64::MAX)))
    }
}

impl<T: Into<Value>> FromIterator<T> for Value {
    fn from_iter<I: IntoIterator<Item = T>>(values: I) -> Self {
        Value::Array(values.into_iter().map(Into::into).collect())
    }
}

impl FromIterator<(String, Value)> for Map {
    fn from_iter<I: IntoIterator<Item = (String, Value)>>(pairs: I) -> Self {
        let mut map = Map::new();
        for (name, value) in pairs {
            map.insert(name, value);
        }
        map
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Value::Null => f.write_str("null"),
            Value::Bool(flag) => flag.fmt(f),
            Value::Number(number) => number.fmt(f),
            Value::String(text) => write!(f, "\"{text}\""),
            Value::Array(values) => {
                f.write_str("[")?;
                for (place, value) in values.iter().enumerate() {
                    if place > 0 {
                        f.write_str(", ")?;
                    }
                    value.fmt(f)?;
                }
                f.write_str("]")
            }
            Value::Object(map) => {
                f.write_str("{")?;
                for (place, (name, value)) in map.iter().enumerate() {
                    if place > 0 {
                        f.write_str(", ")?;
                    }
                    write!(f, "{name}: {value}")?;
                }
                f.write_str("}")
            }
        }
    }
}
