//! Waiting inside an asynchronous task, so that the browser can paint or another tab can answer.

use js_sys::Promise;
use leptos::prelude::set_timeout;
use std::future::poll_fn;
use std::pin::pin;
use std::task::Poll;
use std::time::Duration;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// Long enough for the browser to paint what is said before a key is derived.
pub const PAINT: Duration = Duration::from_millis(30);

/// Goes on after at least `time`.
pub async fn pause(time: Duration) {
    let promise = Promise::new(&mut |resolve, _| {
        set_timeout(
            move || {
                // A promise that nobody waits for any more may be resolved all the same.
                drop(resolve.call0(&JsValue::NULL));
            },
            time,
        );
    });
    // A timer cannot fail.
    drop(JsFuture::from(promise).await);
}

/// What is asked, or nothing if the answer takes longer than `time`. Whatever the browser was told to do
/// before then, it does.
pub async fn within<T>(time: Duration, asked: impl Future<Output = T>) -> Option<T> {
    let (mut asked, mut over) = (pin!(asked), pin!(pause(time)));
    poll_fn(|context| match asked.as_mut().poll(context) {
        Poll::Ready(answer) => Poll::Ready(Some(answer)),
        Poll::Pending => over.as_mut().poll(context).map(|()| None),
    })
    .await
}
