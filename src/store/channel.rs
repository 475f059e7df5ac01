//! What tabs with the same database tell each other.
//!
//! Other local pages may listen, so a message says that something happened and at which record
//! number, never what. And they may talk: a message is a hint to look, never a reason to lose
//! anything; words that nobody here says are ignored.

use super::name::Name;
use std::fmt;
use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use web_sys::{BroadcastChannel, MessageEvent};

/// A message to all other tabs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Message {
    /// Records up to this number are on disk.
    Appended {
        /// The number of the last record.
        number: u64,
    },
    /// The sender wants to write; the writer is asked to finish and let go.
    PleaseHandOver,
    /// The user locked the record; every tab closes it.
    Locked,
    /// The records were written anew; what a tab has read before is void.
    Rewritten,
    /// A backup was written; the meta store says when and up to which record.
    BackedUp,
}

impl fmt::Display for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Message::Appended { number } => write!(f, "appended {number}"),
            Message::PleaseHandOver => f.write_str("please-hand-over"),
            Message::Locked => f.write_str("locked"),
            Message::Rewritten => f.write_str("rewritten"),
            Message::BackedUp => f.write_str("backed-up"),
        }
    }
}

impl Message {
    /// Reads a message; `None` if it is none of this program.
    fn parse(text: &str) -> Option<Message> {
        match text {
            "please-hand-over" => Some(Message::PleaseHandOver),
            "locked" => Some(Message::Locked),
            "rewritten" => Some(Message::Rewritten),
            "backed-up" => Some(Message::BackedUp),
            _ => Some(Message::Appended {
                number: text.strip_prefix("appended ")?.parse().ok()?,
            }),
        }
    }
}

/// There is no channel: the browser has none, or forbids it to this page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoChannel;

/// An open channel. It listens until it is dropped.
pub struct Channel {
    inner: BroadcastChannel,
    // The browser calls this for as long as the channel is open.
    _on_message: Closure<dyn FnMut(MessageEvent)>,
}

impl Channel {
    /// Opens the channel of a database and listens to the other tabs.
    ///
    /// # Errors
    /// [`NoChannel`] if there is none; the tabs then do not see each other's changes.
    pub fn open(name: Name, on_message: impl Fn(Message) + 'static) -> Result<Channel, NoChannel> {
        let inner = BroadcastChannel::new(name.as_str()).map_err(|_| NoChannel)?;
        let on_message = Closure::new(move |event: MessageEvent| {
            if let Some(message) = event.data().as_string().as_deref().and_then(Message::parse) {
                on_message(message);
            }
        });
        inner.set_onmessage(Some(on_message.as_js_value().unchecked_ref()));
        Ok(Channel {
            inner,
            _on_message: on_message,
        })
    }

    /// Tells all other tabs. Nobody may be listening.
    pub fn send(&self, message: Message) {
        // A channel that is open takes every text.
        drop(
            self.inner
                .post_message(&JsValue::from_str(&message.to_string())),
        );
    }
}

impl Drop for Channel {
    fn drop(&mut self) {
        self.inner.set_onmessage(None);
        self.inner.close();
    }
}

#[cfg(test)]
mod tests {
    use super::Message;

    #[test]
    fn every_message_is_read_as_it_was_sent() {
        for message in [
            Message::Appended { number: 0 },
            Message::Appended { number: u64::MAX },
            Message::PleaseHandOver,
            Message::Locked,
            Message::Rewritten,
            Message::BackedUp,
        ] {
            assert_eq!(Message::parse(&message.to_string()), Some(message));
        }
    }

    #[test]
    fn what_others_say_is_ignored() {
        for text in [
            "",
            "appended",
            "appended ",
            "appended -1",
            "appended 1 2",
            "Locked",
            "hello",
        ] {
            assert_eq!(Message::parse(text), None, "{text}");
        }
    }
}
