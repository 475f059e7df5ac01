//! Opening, closing and deleting a database.
//!
//! A tab that has the database open stands in the way of another that wants to delete it. So an
//! open connection steps aside as soon as it is asked to, and tells the page that it is gone.

use super::bindings::{DatabaseInfo, Databases};
use super::fault::StoreError;
use super::name::Name;
use super::second::Second;
use super::transaction::{Access, State, Store, Transaction};
use js_sys::{Array, Promise};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Event, IdbDatabase, IdbFactory, IdbOpenDbRequest, IdbTransaction, IdbVersionChangeEvent,
};

/// The version of the arrangement of object stores. The bytes in them carry versions of their own.
const VERSION: u32 = 1;

/// What a transaction shall do.
pub(super) type Requests<'a> = dyn Fn(&Transaction) -> Result<(), StoreError> + 'a;

/// Why an open database went away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Loss {
    /// Another tab deletes it.
    Deletion,
    /// A newer version of the program rearranges it.
    NewerVersion,
    /// The browser closed it, for instance because the user cleared the page's data.
    Browser,
}

/// Whether a database is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Existence {
    /// It is, perhaps empty.
    Present,
    /// It is not.
    Absent,
    /// This browser does not say.
    Unknown,
}

/// An open database. Clones share the connection, which is closed with the last of them.
#[derive(Clone)]
pub struct Database {
    connection: Rc<Connection>,
    pub(super) second: Rc<RefCell<Second>>,
}

struct Connection {
    inner: IdbDatabase,
    state: Rc<Cell<State>>,
    _room: (IdbFactory, JsValue),
    // The browser calls these for as long as the connection is open.
    _on_version_change: Closure<dyn FnMut(IdbVersionChangeEvent)>,
    _on_close: Closure<dyn FnMut()>,
}

impl Database {
    /// Opens the database, and makes it if it is not there. `on_loss` is called if it goes away
    /// without [`Database::close`]; from then on every operation answers [`StoreError::Gone`].
    ///
    /// # Errors
    /// [`StoreError`] if the browser denies it, has no room for it, cannot read it, or it is newer.
    pub async fn open(
        name: Name,
        on_loss: impl Fn(Loss) + 'static,
    ) -> Result<Database, StoreError> {
        Database::open_in((factory()?, JsValue::UNDEFINED), name, on_loss).await
    }

    /// The same among the databases of another room, which stays with the database: once the room is
    /// forgotten, Chromium leaves every transaction of its databases without an end and without a
    /// word.
    pub(super) async fn open_in(
        room: (IdbFactory, JsValue),
        name: Name,
        on_loss: impl Fn(Loss) + 'static,
    ) -> Result<Database, StoreError> {
        let request = room
            .0
            .open_with_u32(name.as_str(), VERSION)
            .map_err(|exception| refusal(&exception))?;
        let arrangement = arrange_when_new(&request);
        let opened = settle(&request).await.map_err(|error| {
            // A database that could not be made is reported as aborted; its transaction knows why.
            arrangement
                .borrow()
                .as_ref()
                .and_then(IdbTransaction::error)
                .map_or(error, |cause| refusal(&cause))
        })?;
        Ok(Database {
            connection: Rc::new(Connection::new(opened.unchecked_into(), room, on_loss)),
            second: Rc::default(),
        })
    }

    /// Deletes the database with everything in it; one that is not there is as good as deleted.
    /// Tabs that have it open step aside and are told.
    ///
    /// # Errors
    /// [`StoreError::Blocked`] if one does not, and [`StoreError`] if the browser denies it.
    pub async fn delete(name: Name) -> Result<(), StoreError> {
        let request = factory()?
            .delete_database(name.as_str())
            .map_err(|exception| refusal(&exception))?;
        settle(&request).await.map(drop)
    }

    /// Looks whether the database is there, without making it.
    ///
    /// # Errors
    /// [`StoreError`] if the browser denies the look.
    pub async fn exists(name: Name) -> Result<Existence, StoreError> {
        let factory = factory()?;
        let databases: &Databases = factory.unchecked_ref();
        if databases.databases_method().is_none() {
            return Ok(Existence::Unknown);
        }
        let found = match databases.databases() {
            Ok(list) => list.await,
            Err(exception) => Err(exception),
        }
        .map_err(|exception| refusal(&exception))?;
        let present = Array::from(&found).iter().any(|info| {
            info.unchecked_ref::<DatabaseInfo>().name().as_deref() == Some(name.as_str())
        });
        Ok(if present {
            Existence::Present
        } else {
            Existence::Absent
        })
    }

    /// Closes the connection for all clones. Transactions that run are still completed.
    pub fn close(&self) {
        self.connection.state.set(State::Closed);
        self.connection.inner.close();
    }

    /// Makes these requests in one transaction, here and then in the second copy if there is one.
    /// When this returns they are on disk. What the second copy does not take is no error: it is
    /// let go of, and made anew later.
    ///
    /// One after the other, so that the end of the browser cuts off one of the two at most.
    pub(super) async fn write(
        &self,
        stores: &[Store],
        requests: &Requests<'_>,
    ) -> Result<(), StoreError> {
        self.write_here(stores, requests).await?;
        self.follow(stores, requests).await;
        Ok(())
    }

    /// Makes these requests in one transaction of this database alone.
    pub(super) async fn write_here(
        &self,
        stores: &[Store],
        requests: &Requests<'_>,
    ) -> Result<(), StoreError> {
        let transaction = self.begin(stores, Access::Write)?;
        requests(&transaction)?;
        transaction.complete().await
    }

    pub(super) fn begin(
        &self,
        stores: &[Store],
        access: Access,
    ) -> Result<Transaction, StoreError> {
        Transaction::begin(
            &self.connection.inner,
            stores,
            access,
            &self.connection.state,
        )
    }
}

impl Connection {
    fn new(
        inner: IdbDatabase,
        room: (IdbFactory, JsValue),
        on_loss: impl Fn(Loss) + 'static,
    ) -> Connection {
        let state = Rc::new(Cell::new(State::Open));
        let on_loss = Rc::new(on_loss);
        let on_version_change = {
            let on_loss = Rc::clone(&on_loss);
            let state = Rc::clone(&state);
            let inner = inner.clone();
            Closure::new(move |event: IdbVersionChangeEvent| {
                state.set(State::Closed);
                inner.close();
                on_loss(match event.new_version() {
                    Some(_) => Loss::NewerVersion,
                    None => Loss::Deletion,
                });
            })
        };
        let on_close = {
            let state = Rc::clone(&state);
            Closure::new(move || {
                state.set(State::Closed);
                on_loss(Loss::Browser);
            })
        };
        inner.set_onversionchange(Some(listener(&on_version_change)));
        inner.set_onclose(Some(listener(&on_close)));
        Connection {
            inner,
            state,
            _room: room,
            _on_version_change: on_version_change,
            _on_close: on_close,
        }
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        self.inner.set_onversionchange(None);
        self.inner.set_onclose(None);
        self.inner.close();
    }
}

fn listener<T: ?Sized + wasm_bindgen::closure::WasmClosure>(
    closure: &Closure<T>,
) -> &js_sys::Function {
    closure.as_js_value().unchecked_ref()
}

/// Reads an exception at the door. Chromium does not say that it was told to keep nothing for local
/// pages: the database then fails for no stated reason. The older storage beside it does say so.
pub(super) fn refusal(exception: &JsValue) -> StoreError {
    let error = StoreError::at_the_door(exception);
    if matches!(error, StoreError::Broken(_)) && is_all_storage_forbidden() {
        StoreError::Denied
    } else {
        error
    }
}

fn is_all_storage_forbidden() -> bool {
    web_sys::window().is_some_and(|window| window.local_storage().is_err())
}

/// The browser's databases. Asking alone is an exception where they are forbidden.
fn factory() -> Result<IdbFactory, StoreError> {
    web_sys::window()
        .ok_or(StoreError::Denied)?
        .indexed_db()
        .map_err(|exception| refusal(&exception))?
        .ok_or(StoreError::Denied)
}

/// Makes the object stores if the database is new. The transaction that does so is left in the
/// place that is handed back.
fn arrange_when_new(request: &IdbOpenDbRequest) -> Rc<RefCell<Option<IdbTransaction>>> {
    let place = Rc::new(RefCell::new(None));
    let left = Rc::clone(&place);
    let asked = request.clone();
    let on_upgrade_needed = Closure::once_into_js(move || {
        let transaction = asked.transaction();
        left.borrow_mut().clone_from(&transaction);
        let made = asked.result().and_then(|database| {
            let database: IdbDatabase = database.unchecked_into();
            Store::ALL
                .iter()
                .try_for_each(|store| database.create_object_store(store.as_str()).map(drop))
        });
        if let (Err(_), Some(transaction)) = (made, transaction) {
            // Half a database is never left behind; the request then reports an error.
            drop(transaction.abort());
        }
    });
    request.set_onupgradeneeded(Some(on_upgrade_needed.unchecked_ref()));
    place
}

/// Waits until a request to open or delete is answered.
async fn settle(request: &IdbOpenDbRequest) -> Result<JsValue, StoreError> {
    let settled = Promise::new(&mut |success, failure| {
        request.set_onsuccess(Some(&success));
        request.set_onerror(Some(&failure));
        request.set_onblocked(Some(&failure));
    });
    match settled.await {
        Ok(_success) => request.result().map_err(|exception| refusal(&exception)),
        Err(event) if event.unchecked_ref::<Event>().type_() == "blocked" => {
            Err(StoreError::Blocked)
        }
        Err(_failure) => Err(match request.error() {
            Ok(Some(error)) => refusal(&error),
            Ok(None) => StoreError::Gone,
            Err(exception) => refusal(&exception),
        }),
    }
}
