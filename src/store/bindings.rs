//! Parts of the browser that `web-sys` offers only behind a compiler flag or not at all: how safe a
//! write has to be, the list of databases, further rooms for databases, locks between tabs, and the
//! dialog for saving a file.

use js_sys::{Array, Function, Object, Promise};
use wasm_bindgen::prelude::*;
use web_sys::{AbortSignal, IdbFactory, IdbTransaction};

#[wasm_bindgen]
extern "C" {
    /// An open database, seen as what can start a transaction with options.
    pub type Transactions;

    #[wasm_bindgen(method, catch)]
    pub fn transaction(
        this: &Transactions,
        stores: &Array,
        mode: &str,
        options: &TransactionOptions,
    ) -> Result<IdbTransaction, JsValue>;

    /// How safe a write has to be before it counts as done.
    #[wasm_bindgen(extends = Object)]
    pub type TransactionOptions;

    #[wasm_bindgen(method, setter)]
    pub fn set_durability(this: &TransactionOptions, value: &str);

    /// `indexedDB`, seen as what can list its databases.
    pub type Databases;

    #[wasm_bindgen(method, getter, js_name = databases)]
    pub fn databases_method(this: &Databases) -> Option<Function>;

    #[wasm_bindgen(method, catch)]
    pub fn databases(this: &Databases) -> Result<Promise, JsValue>;

    /// One of them.
    pub type DatabaseInfo;

    #[wasm_bindgen(method, getter)]
    pub fn name(this: &DatabaseInfo) -> Option<String>;

    /// `navigator`, seen as what may have storage buckets.
    pub type BucketKeeper;

    #[wasm_bindgen(method, catch, getter, js_name = storageBuckets)]
    pub fn storage_buckets(this: &BucketKeeper) -> Result<Option<Buckets>, JsValue>;

    /// `navigator.storageBuckets`.
    pub type Buckets;

    #[wasm_bindgen(method, catch)]
    pub fn keys(this: &Buckets) -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, catch)]
    pub fn open(this: &Buckets, name: &str) -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, catch)]
    pub fn delete(this: &Buckets, name: &str) -> Result<Promise, JsValue>;

    /// One of them.
    pub type Bucket;

    #[wasm_bindgen(method, catch, getter, js_name = indexedDB)]
    pub fn indexed_db(this: &Bucket) -> Result<IdbFactory, JsValue>;

    /// `navigator`, seen as what may have locks.
    pub type LockKeeper;

    #[wasm_bindgen(method, catch, getter)]
    pub fn locks(this: &LockKeeper) -> Result<Option<LockManager>, JsValue>;

    /// `navigator.locks`.
    pub type LockManager;

    #[wasm_bindgen(method, catch)]
    pub fn request(
        this: &LockManager,
        name: &str,
        options: &LockOptions,
        granted: &Function,
    ) -> Result<Promise, JsValue>;

    /// How a lock is asked for.
    #[wasm_bindgen(extends = Object)]
    pub type LockOptions;

    #[wasm_bindgen(method, setter, js_name = ifAvailable)]
    pub fn set_if_available(this: &LockOptions, value: bool);

    #[wasm_bindgen(method, setter)]
    pub fn set_steal(this: &LockOptions, value: bool);

    #[wasm_bindgen(method, setter)]
    pub fn set_signal(this: &LockOptions, value: &AbortSignal);

    /// `window`, seen as what may ask where to save.
    pub type SaveDialog;

    #[wasm_bindgen(method, getter, js_name = showSaveFilePicker)]
    pub fn show_method(this: &SaveDialog) -> Option<Function>;

    #[wasm_bindgen(method, catch, js_name = showSaveFilePicker)]
    pub fn show(this: &SaveDialog, options: &SaveOptions) -> Result<Promise, JsValue>;

    /// What the dialog proposes.
    #[wasm_bindgen(extends = Object)]
    pub type SaveOptions;

    #[wasm_bindgen(method, setter)]
    pub fn set_id(this: &SaveOptions, value: &str);

    #[wasm_bindgen(method, setter, js_name = suggestedName)]
    pub fn set_suggested_name(this: &SaveOptions, value: &str);

    #[wasm_bindgen(method, setter)]
    pub fn set_types(this: &SaveOptions, value: &Array);

    /// One kind of file in the dialog.
    #[wasm_bindgen(extends = Object)]
    pub type SaveType;

    #[wasm_bindgen(method, setter)]
    pub fn set_description(this: &SaveType, value: &str);

    #[wasm_bindgen(method, setter)]
    pub fn set_accept(this: &SaveType, value: &Object);

    /// A chosen file, seen as what needs permission.
    pub type Permitted;

    #[wasm_bindgen(method, catch, js_name = queryPermission)]
    pub fn query_permission(this: &Permitted, access: &PermittedAccess)
    -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, catch, js_name = requestPermission)]
    pub fn request_permission(
        this: &Permitted,
        access: &PermittedAccess,
    ) -> Result<Promise, JsValue>;

    /// What the permission is for.
    #[wasm_bindgen(extends = Object)]
    pub type PermittedAccess;

    #[wasm_bindgen(method, setter)]
    pub fn set_mode(this: &PermittedAccess, value: &str);
}

/// An empty object that is about to be filled with options.
pub fn options<T: JsCast>() -> T {
    Object::new().unchecked_into()
}
