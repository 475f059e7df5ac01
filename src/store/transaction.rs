//! One transaction: everything in it happens, or nothing.
//!
//! A transaction closes by itself as soon as the browser finds nothing left to do in it. So all of
//! its requests are made in one go, and the only thing awaited is its end. Writing asks for strict
//! durability: the end is reported when the bytes have reached the disk, so a change that was
//! acknowledged survives even a killed browser.

use super::bindings::{self, TransactionOptions, Transactions};
use super::fault::StoreError;
use js_sys::{Array, Promise};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{IdbDatabase, IdbObjectStore, IdbRequest, IdbTransaction};

/// What the browser calls the loss of a connection that nobody closed.
const CLOSE: &str = "close";

/// An object store of the database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Store {
    /// Texts under text keys, and the chosen backup file.
    Meta,
    /// Records under their numbers.
    Records,
    /// Snapshots under the number of the last record that each covers.
    Snapshots,
    /// Unfinished entries under text keys.
    Drafts,
}

impl Store {
    /// All of them.
    pub const ALL: [Store; 4] = [Store::Meta, Store::Records, Store::Snapshots, Store::Drafts];

    /// Its name in the database. It is part of the format: it never changes.
    pub fn as_str(self) -> &'static str {
        match self {
            Store::Meta => "meta",
            Store::Records => "records",
            Store::Snapshots => "snapshots",
            Store::Drafts => "drafts",
        }
    }
}

/// What a transaction may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Look only.
    Read,
    /// Change as well, safe on disk at the end.
    Write,
}

/// A running transaction. Dropped before [`Transaction::complete`], for instance because one of
/// its requests could not be made, it undoes what it has done.
pub struct Transaction {
    inner: IdbTransaction,
    let_go: Cell<bool>,
    fault: Rc<RefCell<Option<StoreError>>>,
    connection: Rc<Cell<State>>,
}

/// What is known of a connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// It is open.
    Open,
    /// It was closed, by whomever.
    Closed,
}

impl Transaction {
    /// Starts a transaction over these stores.
    pub fn begin(
        database: &IdbDatabase,
        stores: &[Store],
        access: Access,
        connection: &Rc<Cell<State>>,
    ) -> Result<Transaction, StoreError> {
        let names: Array = stores
            .iter()
            .map(|store| JsValue::from_str(store.as_str()))
            .collect();
        let options: TransactionOptions = bindings::options();
        let mode = match access {
            Access::Read => "readonly",
            Access::Write => {
                options.set_durability("strict");
                "readwrite"
            }
        };
        let inner = database
            .unchecked_ref::<Transactions>()
            .transaction(&names, mode, &options)
            .map_err(|exception| StoreError::inside(&exception))?;
        Ok(Transaction {
            inner,
            let_go: Cell::new(false),
            fault: Rc::default(),
            connection: Rc::clone(connection),
        })
    }

    /// Makes one request of a store.
    pub fn request(
        &self,
        store: Store,
        request: impl FnOnce(&IdbObjectStore) -> Result<IdbRequest, JsValue>,
    ) -> Result<IdbRequest, StoreError> {
        self.inner
            .object_store(store.as_str())
            .and_then(|store| request(&store))
            .map_err(|exception| {
                let error = StoreError::inside(&exception);
                // After a write that found no room Firefox refuses the next one by this name.
                if error == StoreError::Gone && self.connection.get() == State::Open {
                    StoreError::Full
                } else {
                    error
                }
            })
    }

    /// Makes further requests of the same store with a request's answer, while the transaction
    /// still runs.
    pub fn then(
        &self,
        request: &IdbRequest,
        next: impl FnOnce(&IdbObjectStore, &JsValue) -> Result<(), StoreError> + 'static,
    ) {
        let fault = Rc::clone(&self.fault);
        let answered = request.clone();
        let transaction = self.inner.clone();
        let on_success = Closure::once_into_js(move || {
            let outcome = answer(&answered).and_then(|found| {
                let store = answered.source().ok_or(StoreError::Gone)?;
                next(store.unchecked_ref(), &found)
            });
            if let Err(error) = outcome {
                fault.replace(Some(error));
                // One that has ended already has nothing left to undo.
                drop(transaction.abort());
            }
        });
        request.set_onsuccess(Some(on_success.unchecked_ref()));
    }

    /// Waits for the end. Requests that were only to read have their answers then.
    pub async fn complete(self) -> Result<(), StoreError> {
        self.let_go.set(true);
        let database = self.inner.db();
        let mut on_close = Err(JsValue::UNDEFINED);
        let end = Promise::new(&mut |complete, abort| {
            self.inner.set_oncomplete(Some(&complete));
            self.inner.set_onabort(Some(&abort));
            // A connection that breaks may take its transactions along without a word.
            on_close = database
                .add_event_listener_with_callback(CLOSE, &abort)
                .map(|()| abort);
        });
        let ended = end.await;
        if let Ok(listener) = on_close {
            // One that is gone already needs no removal.
            drop(database.remove_event_listener_with_callback(CLOSE, &listener));
        }
        match ended {
            Ok(_complete) => Ok(()),
            Err(_abort_or_close) => Err(self.reason()),
        }
    }

    /// Why the transaction was aborted. The browser states no reason if the connection was lost.
    fn reason(&self) -> StoreError {
        if self.connection.get() == State::Closed {
            return StoreError::Gone;
        }
        self.fault
            .take()
            .or_else(|| {
                self.inner
                    .error()
                    .map(|error| StoreError::at_the_end(&error))
            })
            .unwrap_or_else(|| StoreError::Broken("AbortError".to_owned()))
    }
}

impl Drop for Transaction {
    fn drop(&mut self) {
        if !self.let_go.get() {
            // One that has ended already has nothing left to undo.
            drop(self.inner.abort());
        }
    }
}

/// The answer to a request that has been answered.
pub fn answer(request: &IdbRequest) -> Result<JsValue, StoreError> {
    request
        .result()
        .map_err(|exception| StoreError::inside(&exception))
}
