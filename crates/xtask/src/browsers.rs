//! The two browsers that the end-to-end suite drives, found on this machine.

use crate::debian;
use crate::failure::Failure;
use crate::run;
use crate::steps::Steps;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A browser that the suite knows how to drive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Browser {
    /// Chromium, or Chrome.
    Chromium,
    /// Firefox, or its long-term release.
    Firefox,
}

impl Browser {
    /// Both, in the order in which they are reported.
    pub const ALL: [Self; 2] = [Self::Chromium, Self::Firefox];

    /// The name for people.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "Chromium",
            Self::Firefox => "Firefox",
        }
    }

    /// The variable that names the program, for the suite and for people with an unusual place.
    pub fn variable(self) -> &'static str {
        match self {
            Self::Chromium => "KD_CHROMIUM",
            Self::Firefox => "KD_FIREFOX",
        }
    }

    fn package(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox-esr",
        }
    }

    fn usual_places(self) -> &'static [&'static str] {
        match self {
            Self::Chromium => &[
                "/usr/bin/chromium",
                "/usr/bin/chromium-browser",
                "/usr/bin/google-chrome",
                "/Applications/Chromium.app/Contents/MacOS/Chromium",
                "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
                "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
            ],
            Self::Firefox => &[
                "/usr/bin/firefox-esr",
                "/usr/bin/firefox",
                "/Applications/Firefox.app/Contents/MacOS/firefox",
                "C:\\Program Files\\Mozilla Firefox\\firefox.exe",
            ],
        }
    }

    /// The program, by its variable or in one of the usual places.
    pub fn find(self) -> Option<PathBuf> {
        if let Some(named) = std::env::var_os(self.variable()) {
            return Some(PathBuf::from(named)).filter(|path| path.is_file());
        }
        self.usual_places()
            .iter()
            .map(Path::new)
            .find(|path| path.is_file())
            .map(Path::to_path_buf)
    }

    /// The version it reports.
    pub fn version(self) -> Option<String> {
        run::asked(Command::new(self.find()?).arg("--version"))
    }
}

/// Makes sure that both browsers are there.
///
/// # Errors
/// One is missing and cannot be installed.
pub fn provide(steps: &mut Steps) -> Result<(), Failure> {
    let missing: Vec<Browser> = Browser::ALL
        .into_iter()
        .filter(|browser| browser.find().is_none())
        .collect();
    if missing.is_empty() {
        steps.up_to_date("browsers", "Chromium and Firefox are there");
        return Ok(());
    }
    let packages: Vec<&str> = missing.iter().map(|browser| browser.package()).collect();
    debian::install(steps, "browsers", &packages)?;
    match missing.into_iter().find(|browser| browser.find().is_none()) {
        None => Ok(()),
        Some(browser) => Err(Failure::new(
            format!("{} is not in any of the usual places", browser.name()),
            format!("name the program in {}", browser.variable()),
        )),
    }
}
