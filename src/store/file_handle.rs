//! The backup file that the user chooses once and that is then written with one click, where the
//! browser can do that. Elsewhere a backup is a download.

use super::bindings::{self, Permitted, PermittedAccess, SaveDialog, SaveOptions, SaveType};
use super::fault::name_of;
use js_sys::{Array, Object, Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{FileSystemFileHandle, FileSystemWritableFileStream};

/// The file's ending, which the dialog adds.
const ENDING: &str = ".kkd";

/// Under this name the browser remembers the folder for the next dialog.
const DIALOG: &str = "kontaktdichte-backup";

/// A file on the user's disk. Only the browser knows where it lies.
#[derive(Debug, Clone)]
pub struct FileHandle {
    inner: FileSystemFileHandle,
}

/// What the user did in the dialog.
#[derive(Debug)]
pub enum Choice {
    /// Chose a file; it exists now, empty if it is new.
    Chosen(FileHandle),
    /// Closed the dialog without choosing.
    Cancelled,
}

/// Why a file was not chosen or not written. A file that could not be written is as it was before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileFault {
    /// This browser cannot do it.
    Missing,
    /// The user or the browser did not permit it; it also wants a fresh click.
    Denied,
    /// The file or its folder is not there any more.
    Gone,
    /// The disk has no room.
    Full,
    /// Another program has the file.
    InUse,
    /// Anything else, by the name the browser gives it.
    Broken(String),
}

impl FileFault {
    fn from_exception(exception: &JsValue) -> FileFault {
        match name_of(exception).as_str() {
            // A browser that checks what is written ends the writing with this name.
            "NotAllowedError" | "SecurityError" | "AbortError" => FileFault::Denied,
            "NotFoundError" => FileFault::Gone,
            "QuotaExceededError" => FileFault::Full,
            "NoModificationAllowedError" => FileFault::InUse,
            name => FileFault::Broken(name.to_owned()),
        }
    }
}

/// Whether this browser can do it at all.
pub fn is_supported() -> bool {
    web_sys::window()
        .is_some_and(|window| window.unchecked_ref::<SaveDialog>().show_method().is_some())
}

/// Asks the user where to save. It has to follow a click.
///
/// # Errors
/// [`FileFault`] if the browser cannot ask.
pub async fn choose(suggested_name: &str) -> Result<Choice, FileFault> {
    if !is_supported() {
        return Err(FileFault::Missing);
    }
    let window = web_sys::window().ok_or(FileFault::Missing)?;
    let options =
        dialog(suggested_name).map_err(|exception| FileFault::from_exception(&exception))?;
    match settled(window.unchecked_ref::<SaveDialog>().show(&options)).await {
        Ok(file) => FileHandle::from_js(file)
            .map(Choice::Chosen)
            .ok_or(FileFault::Missing),
        Err(exception) if name_of(&exception) == "AbortError" => Ok(Choice::Cancelled),
        Err(exception) => Err(FileFault::from_exception(&exception)),
    }
}

/// Puts bytes in place of all that the file held. It has to follow a click if the permission has
/// lapsed since the last start. The new content takes the place of the old in one step, at the end.
///
/// # Errors
/// [`FileFault`]; the file is then as it was before.
pub async fn write(file: &FileHandle, bytes: &[u8]) -> Result<(), FileFault> {
    ask_permission(file).await?;
    put(file, bytes)
        .await
        .map_err(|exception| FileFault::from_exception(&exception))
}

impl FileHandle {
    /// The file's name without its folder.
    pub fn name(&self) -> String {
        self.inner.name()
    }

    pub(super) fn as_js(&self) -> &JsValue {
        &self.inner
    }

    pub(super) fn from_js(value: JsValue) -> Option<FileHandle> {
        // Where the browser has no such type nothing is an instance of it.
        if !is_supported() {
            return None;
        }
        let inner = value.dyn_into().ok()?;
        Some(FileHandle { inner })
    }
}

fn dialog(suggested_name: &str) -> Result<SaveOptions, JsValue> {
    let endings = Array::of1(&JsValue::from_str(ENDING));
    let accepted = Array::of2(&JsValue::from_str("application/octet-stream"), &endings);
    let kind: SaveType = bindings::options();
    kind.set_description("Sicherung von Kontaktdichte");
    kind.set_accept(&Object::from_entries(&Array::of1(&accepted))?);
    let options: SaveOptions = bindings::options();
    options.set_id(DIALOG);
    options.set_suggested_name(suggested_name);
    options.set_types(&Array::of1(&kind));
    Ok(options)
}

async fn ask_permission(file: &FileHandle) -> Result<(), FileFault> {
    let access: PermittedAccess = bindings::options();
    access.set_mode("readwrite");
    let file: &Permitted = file.inner.unchecked_ref();
    let granted = |answer: JsValue| answer.as_string().as_deref() == Some("granted");
    let known = settled(file.query_permission(&access))
        .await
        .map_err(|exception| FileFault::from_exception(&exception))?;
    if granted(known) {
        return Ok(());
    }
    let asked = settled(file.request_permission(&access))
        .await
        .map_err(|exception| FileFault::from_exception(&exception))?;
    if granted(asked) {
        Ok(())
    } else {
        Err(FileFault::Denied)
    }
}

async fn put(file: &FileHandle, bytes: &[u8]) -> Result<(), JsValue> {
    let stream: FileSystemWritableFileStream = file.inner.create_writable().await?.unchecked_into();
    let written = settled(stream.write_with_js_u8_array(&Uint8Array::from(bytes))).await;
    if let Err(exception) = written {
        // What was written so far is thrown away; the file itself was not touched.
        drop(stream.abort().await);
        return Err(exception);
    }
    stream.close().await.map(drop)
}

async fn settled(promise: Result<Promise, JsValue>) -> Result<JsValue, JsValue> {
    promise?.await
}
