//! The browser shell: one page that shows what the core found out and hands back what the user did.
//!
//! Reading order: [`app`] holds the state and [`changing`] the few ways to change it; [`route`] says which page
//! stands behind an address; [`frame`] is what surrounds every page; [`pages`] has one room per
//! page and [`parts`] what several rooms use. Nothing here decides anything about a customer: the
//! rules do, and a page only renders their result.

mod app;
mod attempts;
mod background;
mod backup;
mod changing;
mod checked;
mod clock;
mod closing;
mod copying;
mod crash;
mod download;
mod drafts;
mod editing;
mod entry;
mod erasing;
mod evaluation;
mod example;
mod file_input;
mod fold;
mod follow;
mod frame;
mod german;
mod idle;
mod keeping;
mod leaving;
mod lending;
mod looking;
mod own;
mod pace;
mod packed;
mod pages;
mod parts;
mod pause;
mod reactive;
mod ready;
mod remembered;
mod restoring;
mod route;
mod settings;
mod stock;
mod store;
mod theme;
mod typing;
mod undo_key;
mod view;
mod written;

fn main() {
    crash::watch();
    theme::apply(theme::remembered());
    view::mount_to_body(frame::Frame);
}
