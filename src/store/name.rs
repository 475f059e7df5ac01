//! The two places of this program in the browser's storage.

/// A database, together with the lock and the channel of the same name.
///
/// One browser family shares its storage among all local pages, so the names carry a prefix.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Name {
    /// The caseworker's own caseload, sealed.
    Own,
    /// The invented customers, in clear.
    Example,
}

impl Name {
    /// The name as the browser knows it. It is part of the format: it never changes.
    pub fn as_str(self) -> &'static str {
        match self {
            Name::Own => "kontaktdichte-own",
            Name::Example => "kontaktdichte-example",
        }
    }
}
