//! Backups: one sealed file with everything in it. Written into the file that the user chose once,
//! where the browser can do that, and handed over as a download elsewhere. When it was done, and
//! after which record, is noted beside the records.

use crate::app::App;
use crate::clock;
use crate::download;
use crate::keeping::keeper::Keeper;
use crate::own;
use crate::stock::Place;
use crate::store::channel::Message;
use crate::store::file_handle::{self, Choice, FileFault, FileHandle};
use caseload::history::Moment;
use caseload::journal::{Protection, write_snapshot};
use caseload::sealing::{self, Content, Vault, WriteError};
use chrono::Timelike;
use leptos::prelude::*;
use rules::ordering::OrderedMap;

/// Key of the last backup in the meta store.
const BACKUP: &str = "backup";
/// Key of the file that the user chose.
const HANDLE: &str = "backup-file";
const MEDIA_TYPE: &str = "application/octet-stream";

/// Where a backup went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Written {
    /// Into the file that was chosen.
    File(String),
    /// To the browser, as a download.
    Download(String),
    /// Nowhere, the user changed their mind.
    Cancelled,
}

/// Why there is no backup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BackupError {
    /// The own caseload is not open in a store.
    NotOpen,
    /// It could not be sealed.
    Sealing(WriteError),
    /// The chosen file could not be written.
    File(FileFault),
    /// The browser did not take the download.
    Download,
}

/// Where the next backup goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// Into the file chosen before, or one that the user is asked for.
    ChosenFile,
    /// Into a file that the user is asked for now.
    AnotherFile,
    /// To the folder for downloads.
    Download,
}

impl App {
    /// Writes a backup of the own caseload. Must follow a click.
    ///
    /// # Errors
    /// [`BackupError`]; an earlier backup file is unchanged then.
    pub async fn back_up(self, target: Target) -> Result<Written, BackupError> {
        let at = clock::now();
        let keeper = self.keeper(Place::Own).ok_or(BackupError::NotOpen)?;
        // Whoever changed the passphrase in another tab wants the new one from now on.
        let vault = match self.vault_in_force(&keeper).await {
            Ok(vault) => vault,
            // A store that does not answer is a reason for a backup, not against it.
            Err(_) => self
                .desk
                .with_value(|desk| desk.vault.clone())
                .ok_or(BackupError::NotOpen)?,
        };
        let (bytes, number) = self.backup_bytes(&keeper, &vault, at)?;
        let written = match target {
            Target::Download => download_of(&bytes, at)?,
            Target::ChosenFile | Target::AnotherFile => {
                let known = match target {
                    Target::ChosenFile => self.backup_file().await,
                    Target::AnotherFile | Target::Download => None,
                };
                self.into_file(known, &bytes, at).await?
            }
        };
        if written != Written::Cancelled {
            self.note_backup(&keeper, (at, number)).await;
        }
        Ok(written)
    }

    /// The sealed bytes of a backup, and the number of the last record that is in it.
    fn backup_bytes(
        self,
        keeper: &Keeper,
        vault: &Vault,
        at: Moment,
    ) -> Result<(Vec<u8>, u64), BackupError> {
        let Protection::Sealed { key, .. } = &keeper.protection else {
            return Err(BackupError::NotOpen);
        };
        let number = keeper.newest() + keeper.waiting() as u64;
        let payload = self
            .stock
            .with_untracked(|stock| {
                stock
                    .ledger_of(Place::Own)
                    .map(|ledger| write_snapshot(ledger.lineage(), ledger.caseload()))
            })
            .ok_or(BackupError::NotOpen)?;
        let mut entropy =
            own::entropy().map_err(|_| BackupError::Sealing(WriteError::NoEntropy))?;
        let written_at = clock::utc(at).unwrap_or_default();
        sealing::write(
            Content::Backup,
            vault,
            key,
            written_at,
            &payload,
            &mut entropy,
        )
        .map(|bytes| (bytes, number))
        .map_err(BackupError::Sealing)
    }

    /// The file chosen before, if there is one.
    pub async fn backup_file(self) -> Option<FileHandle> {
        let keeper = self.keeper(Place::Own)?;
        if let Some(file) = self.backup_file.get_value() {
            return Some(file);
        }
        keeper.database().handle(HANDLE).await.ok().flatten()
    }

    async fn into_file(
        self,
        known: Option<FileHandle>,
        bytes: &[u8],
        at: Moment,
    ) -> Result<Written, BackupError> {
        let file = match known {
            Some(file) => file,
            None => match file_handle::choose(&file_name(at))
                .await
                .map_err(BackupError::File)?
            {
                Choice::Chosen(file) => file,
                Choice::Cancelled => return Ok(Written::Cancelled),
            },
        };
        file_handle::write(&file, bytes)
            .await
            .map_err(BackupError::File)?;
        let name = file.name();
        if let Some(keeper) = self.keeper(Place::Own) {
            // A browser that cannot keep it lets it be used until the page closes.
            drop(keeper.database().put_handle(HANDLE, &file).await);
        }
        self.backup_file.set_value(Some(file));
        Ok(Written::File(name))
    }

    /// Notes that everything up to a record is in a backup, and tells the other tabs.
    async fn note_backup(self, keeper: &Keeper, noted: (Moment, u64)) {
        self.last_backup.set(Some(noted));
        self.forget_return();
        let (key, text) = entry(noted);
        // The reminder comes too early next time if this fails; nothing is lost by that.
        if keeper.database().put_meta(&[(key, &text)]).await.is_ok() {
            keeper.tell(Message::BackedUp);
        }
    }

    /// Looks up the last backup after another tab has written one, or has numbered the records anew.
    pub(crate) async fn follow_backup(self, keeper: &Keeper) {
        if let Ok(held) = keeper.database().load().await
            && !keeper.is_retired()
        {
            self.last_backup.set(last(&held.meta));
        }
    }
}

/// What the meta store says about the last backup: when, and the number of the last record in it.
pub fn last(meta: &OrderedMap<String, String>) -> Option<(Moment, u64)> {
    let (at, number) = meta.get(BACKUP)?.split_once(' ')?;
    Some((Moment(at.parse().ok()?), number.parse().ok()?))
}

/// What the meta store shall say about it.
pub fn entry((Moment(at), number): (Moment, u64)) -> (&'static str, String) {
    (BACKUP, format!("{at} {number}"))
}

fn download_of(bytes: &[u8], at: Moment) -> Result<Written, BackupError> {
    let name = file_name(at);
    download::save(&name, MEDIA_TYPE, bytes)
        .map(|()| Written::Download(name))
        .map_err(|download::Refused| BackupError::Download)
}

/// The name says from when it is, to the minute.
fn file_name(at: Moment) -> String {
    let stamp = clock::local(at).map_or(String::new(), |local| {
        format!("-{}-{:02}{:02}", local.date(), local.hour(), local.minute())
    });
    format!("kontaktdichte-sicherung{stamp}.kkd")
}

#[cfg(test)]
mod tests {
    use super::{BACKUP, entry, last};
    use caseload::history::Moment;
    use rules::ordering::OrderedMap;

    #[test]
    fn the_last_backup_is_read_as_it_was_noted() {
        let noted = (Moment(1_795_000_000_000), 40);
        let (key, text) = entry(noted);
        let meta = OrderedMap::from([(key.to_owned(), text)]);
        assert_eq!(last(&meta), Some(noted));
        assert_eq!(last(&OrderedMap::new()), None);
        let odd = OrderedMap::from([(BACKUP.to_owned(), "gestern".to_owned())]);
        assert_eq!(last(&odd), None);
    }
}
