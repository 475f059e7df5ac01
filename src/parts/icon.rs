//! Icons: one line each on a grid of 16 units, drawn in the colour of the text beside them. They
//! repeat what a text says and are hidden from screen readers.

use crate::view::View;
use rules::DueState;

/// The element around one line.
macro_rules! drawn {
    ($line:literal) => {
        concat!(
            r#"<svg class="kd-icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false"><path d=""#,
            $line,
            r#""></path></svg>"#
        )
    };
}

/// A drawing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Icon {
    /// An exclamation mark in a circle.
    Alarm,
    /// A calendar with a tick.
    CalendarCheck,
    /// A calendar with an exclamation mark.
    CalendarLate,
    /// Bars of different heights.
    Chart,
    /// A tick.
    Check,
    /// A tick in a circle.
    CheckCircle,
    /// A clock.
    Clock,
    /// A cross.
    Close,
    /// An eye.
    Eye,
    /// An eye, crossed out.
    EyeOff,
    /// A tray with an arrow into it.
    Data,
    /// An arrow down onto a line.
    Download,
    /// A list with marks.
    List,
    /// A magnifying glass.
    Search,
    /// A dash in a circle.
    Minus,
    /// A half-filled circle.
    System,
    /// The moon.
    Moon,
    /// A pen.
    Pen,
    /// A question mark in a circle.
    Question,
    /// A plus sign.
    Plus,
    /// A padlock.
    Lock,
    /// An open padlock.
    Unlock,
    /// A shield.
    Shield,
    /// Two windows, one behind the other.
    Windows,
    /// Two arrows, up and down.
    Sort,
    /// An arrow up.
    SortUp,
    /// An arrow down.
    SortDown,
    /// The sun.
    Sun,
    /// A bin.
    Trash,
    /// An arrow up into a tray.
    Upload,
    /// An arrow turning back.
    Undo,
    /// An i in a circle.
    Info,
    /// A house.
    Home,
    /// An exclamation mark in a triangle.
    Warning,
    /// An arrow from one sheet to another.
    Transfer,
    /// An open book.
    Book,
    /// Two sheets, one behind the other.
    Copy,
    /// A printer.
    Print,
}

impl Icon {
    /// The drawing of a state; each differs in shape, not only in colour.
    pub fn of_state(state: DueState) -> Self {
        match state {
            DueState::Exempt => Icon::Minus,
            DueState::Open => Icon::Question,
            DueState::Overdue => Icon::Alarm,
            DueState::Scheduled => Icon::CalendarCheck,
            DueState::ScheduledLate => Icon::CalendarLate,
            DueState::LeadMissed => Icon::Clock,
            DueState::RecordNow => Icon::Pen,
            DueState::Ok => Icon::Check,
        }
    }

    /// The drawing as markup.
    pub fn markup(self) -> &'static str {
        match self {
            Icon::Alarm => {
                drawn!("M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8ZM8 4.6v4.2M8 11.2v.2")
            }
            Icon::Chart => drawn!("M2.5 13.5h11M4 11V8M8 11V3M12 11V6"),
            Icon::Plus => drawn!("M8 3v10M3 8h10"),
            Icon::CalendarCheck => {
                drawn!("M2.5 3.5h11v10h-11zM2.5 6.5h11M5.2 1.8v3M10.8 1.8v3M5.4 10l1.8 1.8 3.4-3.4")
            }
            Icon::CalendarLate => {
                drawn!("M2.5 3.5h11v10h-11zM2.5 6.5h11M5.2 1.8v3M10.8 1.8v3M8 8.2v2.2M8 12v.1")
            }
            Icon::Check => drawn!("M3 8.6l3.2 3.2L13 4.6"),
            Icon::CheckCircle => {
                drawn!("M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8ZM5.2 8.2l2 2 3.6-4")
            }
            Icon::Clock => {
                drawn!("M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8ZM8 4.4V8l2.6 1.8")
            }
            Icon::Close => drawn!("M3.5 3.5l9 9M12.5 3.5l-9 9"),
            Icon::Data => drawn!("M2 9.5h3.4l1 2h3.2l1-2H14M2 9.5l2-6.5h8l2 6.5V13.5H2z"),
            Icon::Eye => drawn!(
                "M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8ZM8 6a2 2 0 1 0 0 4 2 2 0 0 0 0-4Z"
            ),
            Icon::EyeOff => drawn!(
                "M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8ZM8 6a2 2 0 1 0 0 4 2 2 0 0 0 0-4ZM3 13.5l10-11"
            ),
            Icon::Download => drawn!("M8 2v8M4.5 6.8 8 10.2l3.5-3.4M2.5 13.5h11"),
            Icon::List => drawn!("M6 3.5h8M6 8h8M6 12.5h8M2.4 3.5h.4M2.4 8h.4M2.4 12.5h.4"),
            Icon::Search => {
                drawn!("M7 2.2a4.8 4.8 0 1 0 0 9.6 4.8 4.8 0 0 0 0-9.6ZM10.6 10.6 14 14")
            }
            Icon::Minus => drawn!("M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8ZM5 8h6"),
            Icon::System => drawn!("M2 2.8h12v8H2zM5.5 13.6h5M8 10.8v2.8"),
            Icon::Moon => drawn!("M13.2 9.6A5.6 5.6 0 0 1 6.4 2.8a5.6 5.6 0 1 0 6.8 6.8Z"),
            Icon::Pen => drawn!("M2.8 13.2l.6-2.9 7.4-7.4 2.3 2.3-7.4 7.4zM9.3 4.4l2.3 2.3"),
            Icon::Question => drawn!(
                "M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8ZM6.2 6.3a1.8 1.8 0 1 1 2.5 1.7c-.5.2-.7.5-.7 1v.2M8 11.3v.2"
            ),
            Icon::Lock => drawn!("M3.5 7h9v6.5h-9zM5.2 7V5a2.8 2.8 0 0 1 5.6 0v2"),
            Icon::Unlock => drawn!("M3.5 7h9v6.5h-9zM5.2 7V5a2.8 2.8 0 0 1 5.4-1"),
            Icon::Shield => {
                drawn!("M8 1.8l5 1.8v4c0 3.2-2 5.4-5 6.6-3-1.2-5-3.4-5-6.6v-4zM5.6 8l1.8 1.8 3-3.4")
            }
            Icon::Windows => drawn!("M2 2.5h9v7H2zM5 9.5v4h9v-7h-3M2 4.8h9"),
            Icon::Sort => {
                drawn!("M5 13V3.2M2.8 5.4 5 3.2l2.2 2.2M11 3v9.8M8.8 10.6l2.2 2.2 2.2-2.2")
            }
            Icon::SortUp => drawn!("M8 13V3.2M4.4 6.8 8 3.2l3.6 3.6"),
            Icon::SortDown => drawn!("M8 3v9.8M4.4 9.2 8 12.8l3.6-3.6"),
            Icon::Sun => drawn!(
                "M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6ZM8 1.2v1.4M8 13.4v1.4M1.2 8h1.4M13.4 8h1.4M3.2 3.2l1 1M11.8 11.8l1 1M3.2 12.8l1-1M11.8 4.2l1-1"
            ),
            Icon::Trash => drawn!("M2.5 4.5h11M6 4.5v-2h4v2M4 4.5l.6 9h6.8l.6-9M6.6 7v4M9.4 7v4"),
            Icon::Upload => drawn!("M8 10.2V2.2M4.5 5.6 8 2.2l3.5 3.4M2.5 13.5h11"),
            Icon::Undo => drawn!("M5.5 2.8 2.5 5.8l3 3M2.5 5.8h6.8a3.9 3.9 0 0 1 0 7.8H5"),
            Icon::Info => {
                drawn!("M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8ZM8 7.2v4M8 4.8V5")
            }
            Icon::Home => drawn!("M2.2 7.6 8 2.6l5.8 5M4 6.4v7h8v-7"),
            Icon::Warning => drawn!("M8 2 1.8 13.5h12.4zM8 6.2v3.6M8 11.6v.2"),
            Icon::Transfer => {
                drawn!("M2.5 3.5h5v9h-5zM10.5 3.5h3v9h-3M5 8h7M9.8 5.8 12 8l-2.2 2.2")
            }
            Icon::Book => drawn!(
                "M8 4.2C6.4 3 4.4 2.8 2 3v9.6c2.4-.2 4.4 0 6 1.2 1.6-1.2 3.6-1.4 6-1.2V3c-2.4-.2-4.4 0-6 1.2zM8 4.2v9.4"
            ),
            Icon::Copy => drawn!("M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3"),
            Icon::Print => drawn!("M4.5 6V2.5h7V6M4.5 11.5h-2V6h11v5.5h-2M4.5 9.5h7v4h-7z"),
        }
    }

    /// The drawing as an element, copied from one that the browser parsed before.
    pub fn view(self) -> View {
        View::markup(self.markup())
    }
}
