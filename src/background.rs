//! Tasks that wait for the browser: the disk, a file, another tab.

use std::pin::Pin;

type Task = Pin<Box<dyn Future<Output = ()>>>;

/// Begins a task once what runs now has ended. It is not one of those that draw, so it does not keep
/// their pace; see [`crate::pace`].
pub fn spawn_local(task: impl Future<Output = ()> + 'static) {
    // What the library compiles for a task it compiles once this way, not for each of forty.
    begin(Box::pin(task));
}

#[inline(never)]
fn begin(task: Task) {
    wasm_bindgen_futures::spawn_local(task);
}
