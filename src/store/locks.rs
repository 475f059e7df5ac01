//! Who writes: of all tabs with the same database, the one that holds its lock.
//!
//! The browser keeps the lock until the promise settles that it was given in exchange. So a
//! [`Writership`] holds the means to settle that promise; a tab that is closed or crashes loses
//! the lock by itself. A tab that was taken over by force learns it through a callback. It may
//! already have begun a write by then: record numbers, which are never given twice, decide that.

use super::bindings::{self, LockKeeper, LockManager, LockOptions};
use super::fault::name_of;
use super::name::Name;
use crate::background::spawn_local;
use js_sys::{Function, Promise};
use std::cell::Cell;
use std::future::Future;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::AbortController;

/// Why there is no lock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LockError {
    /// This browser has no locks.
    Missing,
    /// The browser forbids them to this page.
    Denied,
    /// The wait was given up, see [`Waiting`].
    Withdrawn,
    /// Anything else, by the name the browser gives it.
    Broken(String),
}

impl LockError {
    fn from_exception(exception: &JsValue) -> LockError {
        match name_of(exception).as_str() {
            "SecurityError" | "InvalidStateError" => LockError::Denied,
            "AbortError" => LockError::Withdrawn,
            name => LockError::Broken(name.to_owned()),
        }
    }
}

/// What came of an attempt.
pub enum Attempt {
    /// This tab writes from now on.
    Granted(Writership),
    /// Another tab does.
    Taken,
}

/// The right to write, until it is dropped or stolen.
pub struct Writership {
    release: Function,
    hold: Rc<Cell<Hold>>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Hold {
    NotYet,
    Held,
    GivenUp,
}

impl Writership {
    /// Takes the lock if nobody has it. `on_loss` is called if it is stolen later.
    ///
    /// # Errors
    /// [`LockError`] if the browser has no locks or denies them.
    pub async fn attempt(
        name: Name,
        on_loss: impl FnOnce() + 'static,
    ) -> Result<Attempt, LockError> {
        let options: LockOptions = bindings::options();
        options.set_if_available(true);
        let granted = request(name, options, on_loss)?.await?;
        Ok(granted.map_or(Attempt::Taken, Attempt::Granted))
    }

    /// Queues for the lock. The future ends with it, or with [`LockError::Withdrawn`] after the
    /// [`Waiting`] is dropped. `on_loss` is called if the lock is stolen later.
    ///
    /// # Errors
    /// [`LockError`] if the browser has no locks or denies them.
    pub fn wait(
        name: Name,
        on_loss: impl FnOnce() + 'static,
    ) -> Result<(Waiting, impl Future<Output = Result<Writership, LockError>>), LockError> {
        let controller = AbortController::new().map_err(|_| LockError::Missing)?;
        let options: LockOptions = bindings::options();
        options.set_signal(&controller.signal());
        let granted = request(name, options, on_loss)?;
        let granted = async move { granted.await?.ok_or(LockError::Withdrawn) };
        Ok((Waiting { controller }, granted))
    }

    /// Takes the lock from whoever has it. `on_loss` is called if it is stolen again.
    ///
    /// # Errors
    /// [`LockError`] if the browser has no locks or denies them.
    pub async fn steal(
        name: Name,
        on_loss: impl FnOnce() + 'static,
    ) -> Result<Writership, LockError> {
        let options: LockOptions = bindings::options();
        options.set_steal(true);
        request(name, options, on_loss)?
            .await?
            .ok_or(LockError::Withdrawn)
    }
}

impl Drop for Writership {
    fn drop(&mut self) {
        self.hold.set(Hold::GivenUp);
        // Settling a promise does not fail.
        drop(self.release.call0(&JsValue::UNDEFINED));
    }
}

/// A place in the queue for a lock. Dropped, it is given up; once the lock was granted that
/// changes nothing any more.
pub struct Waiting {
    controller: AbortController,
}

impl Drop for Waiting {
    fn drop(&mut self) {
        self.controller.abort();
    }
}

/// Asks for the lock. `None` means that it was asked for only if free, and is not.
fn request(
    name: Name,
    options: LockOptions,
    on_loss: impl FnOnce() + 'static,
) -> Result<impl Future<Output = Result<Option<Writership>, LockError>>, LockError> {
    let locks = manager()?;
    let hold = Rc::new(Cell::new(Hold::NotYet));
    let mut ended = Err(LockError::Missing);
    let answered = Promise::new(&mut |answer, refuse| {
        let granted = Closure::once_into_js({
            let hold = Rc::clone(&hold);
            move |lock: JsValue| hold_while_wanted(&lock, &hold, &answer)
        });
        ended = locks
            .request(name.as_str(), &options, granted.unchecked_ref())
            .map(|ended| (ended, refuse))
            .map_err(|exception| LockError::from_exception(&exception));
    });
    let (ended, refuse) = ended?;
    spawn_local({
        let hold = Rc::clone(&hold);
        async move {
            if let Err(exception) = ended.await {
                // Without effect if the lock was granted before.
                drop(refuse.call1(&JsValue::UNDEFINED, &exception));
                if hold.get() == Hold::Held {
                    on_loss();
                }
            }
        }
    });
    Ok(async move {
        match answered.await {
            Ok(release) => Ok(release
                .dyn_into::<Function>()
                .ok()
                .map(|release| Writership { release, hold })),
            Err(exception) => Err(LockError::from_exception(&exception)),
        }
    })
}

/// Called by the browser with the lock, or with null if it is taken. The lock is held until the
/// promise that is handed back settles; the function that settles it goes to `answer`.
fn hold_while_wanted(lock: &JsValue, hold: &Rc<Cell<Hold>>, answer: &Function) -> JsValue {
    if lock.is_null() {
        drop(answer.call1(&JsValue::UNDEFINED, &JsValue::NULL));
        return JsValue::UNDEFINED;
    }
    hold.set(Hold::Held);
    Promise::new(&mut |release, _| {
        drop(answer.call1(&JsValue::UNDEFINED, &release));
    })
    .into()
}

fn manager() -> Result<LockManager, LockError> {
    let navigator = web_sys::window().ok_or(LockError::Missing)?.navigator();
    navigator
        .unchecked_ref::<LockKeeper>()
        .locks()
        .map_err(|exception| LockError::from_exception(&exception))?
        .ok_or(LockError::Missing)
}
