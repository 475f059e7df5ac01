//! Signals and memos as those of Leptos, with one code for all of them.
//!
//! What Leptos compiles for a signal or memo it compiles for each type that one holds, a kilobyte a
//! time. Here every one of them holds the same thing, a pointer to a value of some type, and only
//! looking behind the pointer is compiled anew. Reading, tracking and disposal are those of Leptos.

use leptos::prelude as held_by_leptos;
use leptos::prelude::{Get, GetUntracked, Set, Track, Update};
use std::any::Any;
use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

type Held = Arc<dyn Any + Send + Sync>;
type HeldSignal = held_by_leptos::RwSignal<Held>;
type HeldMemo = held_by_leptos::Memo<Held>;

/// A value that can be set, and tells whoever reads it.
pub struct RwSignal<T> {
    inner: HeldSignal,
    of: PhantomData<fn() -> T>,
}

/// The same, there as long as somebody holds it.
pub struct ArcRwSignal<T> {
    inner: held_by_leptos::ArcRwSignal<Held>,
    of: PhantomData<fn() -> T>,
}

/// A value that follows from others.
pub struct Memo<T> {
    inner: HeldMemo,
    of: PhantomData<fn() -> T>,
}

/// What is behind a pointer that was made for this type.
fn behind<T: 'static>(held: &Held) -> Option<&T> {
    held.downcast_ref()
}

#[inline(never)]
fn new_signal(value: Held) -> HeldSignal {
    HeldSignal::new(value)
}

#[inline(never)]
fn signal_held(signal: HeldSignal) -> Option<Held> {
    signal.try_get()
}

#[inline(never)]
fn signal_held_untracked(signal: HeldSignal) -> Option<Held> {
    signal.try_get_untracked()
}

/// Whether the signal is still there.
#[inline(never)]
fn set_held(signal: HeldSignal, value: Held) -> bool {
    signal.try_set(value).is_none()
}

#[inline(never)]
fn update_held(signal: HeldSignal, act: &mut dyn FnMut(&mut dyn Any)) {
    // Whoever looks at a value while it is changed would see half of it.
    signal.update(|held| Arc::get_mut(held).map_or_else(|| gone(), |value| act(value)));
}

type Making = Box<dyn Fn(Option<Held>) -> (Held, bool) + Send + Sync>;

#[inline(never)]
fn new_memo(make: Making) -> HeldMemo {
    HeldMemo::new_owning(make)
}

#[inline(never)]
fn memo_held(memo: HeldMemo) -> Option<Held> {
    memo.try_get()
}

#[inline(never)]
fn memo_held_untracked(memo: HeldMemo) -> Option<Held> {
    memo.try_get_untracked()
}

/// Asked for after the part of the page went in which it was made.
#[cold]
#[inline(never)]
#[expect(
    clippy::panic,
    reason = "nobody asks what went: the view stops following, and tasks ask with `try_`"
)]
fn gone() -> ! {
    panic!("a signal was asked for after it had gone")
}

/// What signals and memos have in common.
macro_rules! read {
    ($name:ident, $held:ident, $untracked:ident) => {
        impl<T: Send + Sync + 'static> $name<T> {
            /// Looks at the value, and follows it.
            pub fn with<U>(self, look: impl FnOnce(&T) -> U) -> U {
                match $held(self.inner).as_ref().and_then(behind) {
                    Some(value) => look(value),
                    None => gone(),
                }
            }

            /// Looks at the value.
            pub fn with_untracked<U>(self, look: impl FnOnce(&T) -> U) -> U {
                match $untracked(self.inner).as_ref().and_then(behind) {
                    Some(value) => look(value),
                    None => gone(),
                }
            }

            /// Follows the value without looking at it.
            pub fn track(self) {
                self.inner.track();
            }
        }

        impl<T: Clone + Send + Sync + 'static> $name<T> {
            /// The value, followed.
            pub fn get(self) -> T {
                self.with(T::clone)
            }

            /// The value.
            pub fn get_untracked(self) -> T {
                self.with_untracked(T::clone)
            }

            /// The value, followed; `None` if it has gone.
            pub fn try_get(self) -> Option<T> {
                $held(self.inner).as_ref().and_then(behind).cloned()
            }
        }

        impl<T> Clone for $name<T> {
            fn clone(&self) -> Self {
                *self
            }
        }

        impl<T> Copy for $name<T> {}

        impl<T> fmt::Debug for $name<T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(stringify!($name))
            }
        }
    };
}

read!(RwSignal, signal_held, signal_held_untracked);
read!(Memo, memo_held, memo_held_untracked);

impl<T: Send + Sync + 'static> RwSignal<T> {
    /// A signal that holds a value until the part of the page goes in which it was made.
    pub fn new(value: T) -> Self {
        RwSignal {
            inner: new_signal(Arc::new(value)),
            of: PhantomData,
        }
    }

    /// Puts another value in its place and tells everybody, also if it is the same.
    pub fn set(self, value: T) {
        let _ = set_held(self.inner, Arc::new(value));
    }

    /// The same; hands the value back if the signal has gone.
    pub fn try_set(self, value: T) -> Option<()> {
        (!set_held(self.inner, Arc::new(value))).then_some(())
    }

    /// The value; `None` if it has gone.
    pub fn try_get_untracked(self) -> Option<T>
    where
        T: Clone,
    {
        signal_held_untracked(self.inner)
            .as_ref()
            .and_then(behind)
            .cloned()
    }

    /// Changes the value and tells everybody.
    pub fn update(self, change: impl FnOnce(&mut T)) {
        let mut change = Some(change);
        update_held(self.inner, &mut |value| {
            if let (Some(value), Some(change)) = (value.downcast_mut(), change.take()) {
                change(value);
            }
        });
    }
}

impl<T: Send + Sync + 'static> ArcRwSignal<T> {
    /// A signal that holds a value.
    pub fn new(value: T) -> Self {
        ArcRwSignal {
            inner: held_by_leptos::ArcRwSignal::new(Arc::new(value)),
            of: PhantomData,
        }
    }
}

impl<T> Clone for ArcRwSignal<T> {
    fn clone(&self) -> Self {
        ArcRwSignal {
            inner: self.inner.clone(),
            of: PhantomData,
        }
    }
}

impl<T> fmt::Debug for ArcRwSignal<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ArcRwSignal")
    }
}

/// The same signal, for the part of the page in which this is said.
impl<T> From<ArcRwSignal<T>> for RwSignal<T> {
    fn from(signal: ArcRwSignal<T>) -> Self {
        RwSignal {
            inner: signal.inner.into(),
            of: PhantomData,
        }
    }
}

impl<T: Send + Sync + 'static> Memo<T> {
    /// A value that is made from what `make` reads, anew whenever that changes. Whoever follows it is
    /// told only if it is another.
    pub fn new(make: impl Fn(Option<&T>) -> T + Send + Sync + 'static) -> Self
    where
        T: PartialEq,
    {
        Self::new_with_compare(make, |old, new| old != new)
    }

    /// The same with an own answer to whether it is another.
    pub fn new_with_compare(
        make: impl Fn(Option<&T>) -> T + Send + Sync + 'static,
        is_another: fn(Option<&T>, Option<&T>) -> bool,
    ) -> Self {
        let make: Making = Box::new(move |before| {
            let before = before.as_ref().and_then(behind);
            let now = make(before);
            let is_another = is_another(before, Some(&now));
            (Arc::new(now), is_another)
        });
        Memo {
            inner: new_memo(make),
            of: PhantomData,
        }
    }
}
