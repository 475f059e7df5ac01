//! The value of an attribute, a class or a property.

use crate::reactive::{Memo, RwSignal};
use leptos::prelude::{Get, Signal};
use std::borrow::Cow;

/// What is written to an element. One pointer, for the same reason as a view.
pub struct Value(Box<Written>);

/// What a value says.
#[derive(Default)]
pub enum Written {
    /// Not there; `false`.
    #[default]
    Absent,
    /// There, without a text; `true`.
    Present,
    /// A text.
    Text(Cow<'static, str>),
    /// Whatever this says now, and says anew when a signal changes that it reads.
    Live(Box<dyn Fn() -> Value>),
}

impl Value {
    /// What it says.
    pub fn written(self) -> Written {
        *self.0
    }

    #[inline(never)]
    fn absent() -> Self {
        Value(Box::new(Written::Absent))
    }

    #[inline(never)]
    fn present() -> Self {
        Value(Box::new(Written::Present))
    }

    #[inline(never)]
    fn fixed_text(text: &'static str) -> Self {
        Value(Box::new(Written::Text(Cow::Borrowed(text))))
    }

    #[inline(never)]
    fn text(text: String) -> Self {
        Value(Box::new(Written::Text(Cow::Owned(text))))
    }

    #[inline(never)]
    fn live(read: Box<dyn Fn() -> Value>) -> Self {
        Value(Box::new(Written::Live(read)))
    }
}

impl Written {
    /// Whether two settled values are the same.
    pub fn is_same(&self, other: &Written) -> bool {
        match (self, other) {
            (Written::Absent, Written::Absent) | (Written::Present, Written::Present) => true,
            (Written::Text(one), Written::Text(other)) => one == other,
            (Written::Absent | Written::Present | Written::Text(_) | Written::Live(_), _) => false,
        }
    }
}

/// What can be the value of an attribute, a class or a property.
pub trait IntoValue {
    /// Describes what is written.
    fn into_value(self) -> Value;
}

impl IntoValue for bool {
    fn into_value(self) -> Value {
        if self {
            Value::present()
        } else {
            Value::absent()
        }
    }
}

impl IntoValue for &'static str {
    fn into_value(self) -> Value {
        Value::fixed_text(self)
    }
}

impl IntoValue for String {
    fn into_value(self) -> Value {
        Value::text(self)
    }
}

impl IntoValue for Cow<'static, str> {
    fn into_value(self) -> Value {
        match self {
            Cow::Borrowed(text) => text.into_value(),
            Cow::Owned(text) => text.into_value(),
        }
    }
}

impl<V: IntoValue> IntoValue for Option<V> {
    fn into_value(self) -> Value {
        self.map_or_else(Value::absent, V::into_value)
    }
}

impl<F, V> IntoValue for F
where
    F: Fn() -> V + 'static,
    V: IntoValue,
{
    fn into_value(self) -> Value {
        Value::live(Box::new(move || self().into_value()))
    }
}

/// Signals that hold a value are followed like a closure that reads them.
macro_rules! follow_signals {
    ($($signal:ident),*) => {$(
        impl<V> IntoValue for $signal<V>
        where
            V: IntoValue + Clone + Send + Sync + 'static,
        {
            fn into_value(self) -> Value {
                (move || self.get()).into_value()
            }
        }
    )*};
}

follow_signals!(Memo, RwSignal, Signal);
