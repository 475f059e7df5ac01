//! What can be put into a view, and how it is described.

use super::elements::Elements;
use crate::reactive::{Memo, RwSignal};
use leptos::prelude::{Get, Signal};
use std::borrow::Cow;

/// Something to show, described and not yet in the document.
///
/// It is one pointer, because views are handed on in every corner of the program, and code that
/// moves a number is shorter than code that copies a description.
pub struct View(Box<Description>);

/// What a view describes.
pub enum Description {
    /// Nothing at all.
    Nothing,
    /// A text.
    Text(Cow<'static, str>),
    /// One after the other.
    Several(Vec<View>),
    /// Whatever this says now, and says anew when a signal changes that it reads.
    Live(Box<dyn Fn() -> View>),
    /// Markup with what lives in it.
    Elements(Elements),
}

impl View {
    /// Shows nothing.
    #[inline(never)]
    pub fn nothing() -> Self {
        Self::new(Description::Nothing)
    }

    /// Describes anything that can be shown.
    pub fn of(content: impl Content) -> Self {
        content.into_view()
    }

    /// Shows markup in which nothing lives. It must not hold data that was not escaped.
    pub fn markup(markup: impl Into<Cow<'static, str>>) -> Self {
        Elements::of_text(markup.into()).finish()
    }

    /// What it describes.
    pub fn described(self) -> Description {
        *self.0
    }

    pub(super) fn new(description: Description) -> Self {
        View(Box::new(description))
    }

    #[inline(never)]
    fn fixed_text(text: &'static str) -> Self {
        Self::new(Description::Text(Cow::Borrowed(text)))
    }

    #[inline(never)]
    fn text(text: String) -> Self {
        Self::new(Description::Text(Cow::Owned(text)))
    }

    #[inline(never)]
    fn live(describe: Box<dyn Fn() -> View>) -> Self {
        Self::new(Description::Live(describe))
    }

    #[inline(never)]
    fn several(views: Vec<View>) -> Self {
        Self::new(Description::Several(views))
    }
}

/// What can be put in between tags.
pub trait Content {
    /// Describes how it is shown.
    fn into_view(self) -> View;
}

impl Content for View {
    fn into_view(self) -> View {
        self
    }
}

impl Content for &'static str {
    fn into_view(self) -> View {
        View::fixed_text(self)
    }
}

impl Content for String {
    fn into_view(self) -> View {
        View::text(self)
    }
}

impl Content for Cow<'static, str> {
    fn into_view(self) -> View {
        match self {
            Cow::Borrowed(text) => text.into_view(),
            Cow::Owned(text) => text.into_view(),
        }
    }
}

impl<C: Content> Content for Option<C> {
    fn into_view(self) -> View {
        self.map_or_else(View::nothing, C::into_view)
    }
}

impl<C: Content> Content for Vec<C> {
    fn into_view(self) -> View {
        self.into_iter().collect()
    }
}

impl<F, C> Content for F
where
    F: Fn() -> C + 'static,
    C: Content,
{
    fn into_view(self) -> View {
        View::live(Box::new(move || self().into_view()))
    }
}

/// Signals that hold something to show are followed like a closure that reads them.
macro_rules! follow_signals {
    ($($signal:ident),*) => {$(
        impl<C> Content for $signal<C>
        where
            C: Content + Clone + Send + Sync + 'static,
        {
            fn into_view(self) -> View {
                View::of(move || self.get())
            }
        }
    )*};
}

follow_signals!(Memo, RwSignal, Signal);

impl<C: Content> FromIterator<C> for View {
    fn from_iter<I: IntoIterator<Item = C>>(contents: I) -> Self {
        let mut views = Vec::new();
        for content in contents {
            views.push(content.into_view());
        }
        View::several(views)
    }
}
