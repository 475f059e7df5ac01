//! The second copy of the own caseload, in a room of its own beside the browser's usual one.
//!
//! Chromium keeps the databases of all local pages in one folder. It writes a log entry in two
//! steps; a browser that is ended hard between them leaves half an entry, the next start writes
//! behind it, and the start after that finds the folder damaged and empties it, with everything
//! that was ever in it. A storage bucket is a folder of its own with a log of its own. So the
//! window that writes the caseload does each write twice, here second, and says that something is
//! saved when both are done: whatever happens to one folder, the other has it.
//!
//! The copy is equal to the first, or it is made equal as a whole before it counts. A browser
//! without buckets has no copy; Firefox needs none.

use super::bindings::{Bucket, BucketKeeper, Buckets};
use super::database::{Database, Requests, refusal};
use super::fault::StoreError;
use super::generation;
use super::key;
use super::load::Loaded;
use super::name::Name;
use super::rewrite::{self, Present};
use super::transaction::{Access, Store, answer};
use crate::pause::within;
use js_sys::{Array, Promise, Uint8Array};
use std::time::Duration;
use wasm_bindgen::{JsCast, JsValue};

/// How long a change waits for a copy that does not answer.
const PATIENCE: Duration = Duration::from_secs(5);

/// The copy of an open database, as far as this tab has it.
#[derive(Default)]
pub enum Second {
    /// Not here: this tab does not write, or the copy did not take something.
    #[default]
    Away,
    /// It is being compared and made equal.
    Making(Meanwhile),
    /// It is equal and takes part in every write.
    Kept(Database),
}

/// What happened to the first while the copy was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meanwhile {
    /// Nothing.
    Nothing,
    /// Something was written.
    Written,
}

/// Whether a first that was lost is there again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Return {
    /// The first is whole, or there is no copy of it.
    NotNeeded,
    /// It was lost, and is back from the copy.
    BroughtBack,
}

/// Deletes the copy; one that is not there is as good as deleted. Whoever has it open lets go.
///
/// # Errors
/// [`StoreError`] if the browser refuses; the copy is still there then.
pub async fn remove() -> Result<(), StoreError> {
    match buckets() {
        Some(buckets) => settled(buckets.delete(Name::Own.as_str())).await.map(drop),
        None => Ok(()),
    }
}

/// Brings the first back from the copy if it is empty, or lacks records at its end that the copy
/// has. `identity` is the entry of the meta store that tells one store from another.
///
/// # Errors
/// [`StoreError`] if one of the two does not answer; both are as they were then.
pub async fn bring_back(identity: &str) -> Result<Return, StoreError> {
    let Some(copy) = existing().await? else {
        return Ok(Return::NotNeeded);
    };
    // The copy is looked at first: what is written meanwhile can only make it the shorter one.
    let kept = copy.load().await?;
    if kept.snapshots.is_empty() {
        return Ok(Return::NotNeeded);
    }
    let first = Database::open(Name::Own, |_| {}).await?;
    let held = first.load().await?;
    let present = if held == Loaded::default() {
        Present::Nothing
    } else if is_shortened(&held, &kept, identity) {
        Present::UpTo(last(&held))
    } else {
        return Ok(Return::NotNeeded);
    };
    transfer(&copy, &first, Some(present)).await?;
    Ok(Return::BroughtBack)
}

fn is_shortened(held: &Loaded, kept: &Loaded, identity: &str) -> bool {
    let is_same = [identity, generation::KEY]
        .iter()
        .all(|key| held.meta.get(*key) == kept.meta.get(*key));
    is_same && last(held) < last(kept)
}

fn last(loaded: &Loaded) -> u64 {
    loaded.records.as_ref().map_or(0, |records| *records.end())
}

impl Database {
    /// Opens the copy, makes it equal if it is not, and lets it take part in every write from then
    /// on.
    ///
    /// # Errors
    /// [`StoreError`] if that is not possible; there is no equal copy then.
    pub async fn make_second(&self) -> Result<(), StoreError> {
        let Some(buckets) = buckets() else {
            return Ok(());
        };
        match self.equal_second(&buckets).await {
            Ok(copy) => {
                *self.second.borrow_mut() = Second::Kept(copy);
                Ok(())
            }
            Err(error) => {
                self.leave_second();
                Err(error)
            }
        }
    }

    async fn equal_second(&self, buckets: &Buckets) -> Result<Database, StoreError> {
        let copy = open(buckets).await?;
        loop {
            *self.second.borrow_mut() = Second::Making(Meanwhile::Nothing);
            if self.load().await? != copy.load().await?
                || self.drafts().await? != copy.drafts().await?
            {
                transfer(self, &copy, None).await?;
            }
            match *self.second.borrow() {
                // What was written meanwhile may be in the copy or not.
                Second::Making(Meanwhile::Written) => {}
                Second::Making(Meanwhile::Nothing) | Second::Away | Second::Kept(_) => {
                    return Ok(copy);
                }
            }
        }
    }

    /// Whether the browser could keep a copy and this tab has none that is equal.
    pub fn lacks_second(&self) -> bool {
        let is_kept = matches!(*self.second.borrow(), Second::Kept(_));
        !is_kept && buckets().is_some()
    }

    /// Lets go of the copy, which stays as it is.
    pub fn leave_second(&self) {
        *self.second.borrow_mut() = Second::Away;
    }

    /// Does in the copy what was done here.
    pub(super) async fn follow(&self, stores: &[Store], requests: &Requests<'_>) {
        let copy = match &mut *self.second.borrow_mut() {
            Second::Away => return,
            Second::Making(meanwhile) => {
                *meanwhile = Meanwhile::Written;
                return;
            }
            Second::Kept(copy) => copy.clone(),
        };
        // It is no longer known to be equal; should it still take it, it is compared after that.
        if within(PATIENCE, copy.write_here(stores, requests)).await != Some(Ok(())) {
            self.leave_second();
        }
    }
}

/// Puts everything that one database holds in place of everything in another, in one step.
/// `present` is what the other must hold for that, if it matters.
async fn transfer(
    from: &Database,
    to: &Database,
    present: Option<Present>,
) -> Result<(), StoreError> {
    let reading = from.begin(&Store::ALL, Access::Read)?;
    let mut asked = Vec::new();
    for store in Store::ALL {
        let keys = reading.request(store, |store| store.get_all_keys())?;
        let values = reading.request(store, |store| store.get_all())?;
        asked.push((store, keys, values));
    }
    reading.complete().await?;
    to.write_here(&Store::ALL, &|transaction| {
        if let Some(present) = present {
            rewrite::check(transaction, present)?;
        }
        for (store, keys, values) in &asked {
            transaction.request(*store, |store| store.clear())?;
            for (key, value) in key::pairs(&answer(keys)?, &answer(values)?) {
                // The chosen backup file stays behind: not every room keeps one.
                if value.is_string() || value.is_instance_of::<Uint8Array>() {
                    transaction.request(*store, |store| store.put_with_key(&value, &key))?;
                }
            }
        }
        Ok(())
    })
    .await
}

/// The copy, if there is one.
async fn existing() -> Result<Option<Database>, StoreError> {
    let Some(buckets) = buckets() else {
        return Ok(None);
    };
    let names = settled(buckets.keys()).await?;
    let name = JsValue::from_str(Name::Own.as_str());
    if !Array::from(&names).includes(&name, 0) {
        return Ok(None);
    }
    open(&buckets).await.map(Some)
}

/// Opens the copy, and makes an empty one if there is none.
async fn open(buckets: &Buckets) -> Result<Database, StoreError> {
    let bucket: Bucket = settled(buckets.open(Name::Own.as_str()))
        .await?
        .unchecked_into();
    let factory = bucket
        .indexed_db()
        .map_err(|exception| refusal(&exception))?;
    Database::open_in((factory, bucket.into()), Name::Own, |_| {}).await
}

/// Waits for what a room was asked.
async fn settled(asked: Result<Promise, JsValue>) -> Result<JsValue, StoreError> {
    match asked {
        Ok(promise) => promise.await,
        Err(exception) => Err(exception),
    }
    .map_err(|exception| refusal(&exception))
}

fn buckets() -> Option<Buckets> {
    let navigator = web_sys::window()?.navigator();
    navigator
        .unchecked_ref::<BucketKeeper>()
        .storage_buckets()
        .ok()
        .flatten()
}
