//! Pieces that several pages are made of.

pub mod alert;
pub mod control;
pub mod dialog;
pub mod doors;
pub mod focus;
pub mod icon;
pub mod markup;
pub mod passphrase_field;
pub mod print;
pub mod rescue;
pub mod rule_chip;
pub mod severity;
pub mod state_badge;
pub mod strength_meter;
pub mod toast;
pub mod writing;
