"""The errors a person may meet, each with a sentence that is fit to be shown as it stands.

```
UserError               anything the person can understand and act on
├── BadInput            a value they typed cannot be used (says what and where)
├── ContentError        a file of questions, rules or options is malformed (file, field, reason)
├── FolderError         the data folder is missing, unwritable or full (which folder, what to do)
├── KeptAllTheSame      what was asked is done and kept, and then something failed (says both)
└── VaultError          anything about the encrypted store
    ├── WrongSecret          the passphrase or recovery code does not open it
    ├── DamagedKeys          the key file cannot be read
    ├── DamagedData          the key is right, the data is damaged
    ├── DamagedBackup        a backup cannot be read; the vault itself is untouched
    ├── NewerVault           made by a newer version; refused untouched
    └── VaultInUse           another copy of the program has it open
```

Everything else is a defect and reaches the crash dialog.
"""

from __future__ import annotations


class UserError(Exception):
    """An error whose text is one or two plain sentences for the person using the app."""


class BadInput(UserError):
    """A typed value that cannot be used; ``field`` names where it stands."""

    def __init__(self, sentence: str, *, field: str = "") -> None:
        super().__init__(sentence)
        self.field = field


class ContentError(UserError):
    """A content file is malformed; the sentence names the file, the field and the reason.

    Args:
        file: its name.
        field: where in it, as ``option[3].source.url``.
        reason: what is wrong there.
        line: the line it stands in, from 1; 0 where that is not known.
    """

    def __init__(self, file: str, field: str, reason: str, *, line: int = 0) -> None:
        place = f"{file}, line {line}" if line else file
        super().__init__(f"{place}: {field}: {reason}")
        self.file = file
        self.field = field
        self.reason = reason
        self.line = line


class FolderError(UserError):
    """The data folder cannot be used; the sentence says which and what to do."""


class KeptAllTheSame(UserError):
    """What was asked is done and kept; only what came after it failed.

    Args:
        done: the sentence that says what is kept.
        trouble: what failed after that.
    """

    def __init__(self, done: str, trouble: UserError) -> None:
        super().__init__(f"{done} {trouble}")
        self.trouble = trouble


class VaultError(UserError):
    """The encrypted store cannot do what was asked."""


class WrongSecret(VaultError):
    """The passphrase or the recovery code does not open this vault."""


class DamagedKeys(VaultError):
    """The key file is missing or damaged, which is not the same as a wrong passphrase."""


class DamagedData(VaultError):
    """The key fits but the data cannot be read; ``found`` is what SQLite says of each damage."""

    def __init__(self, sentence: str, *, found: tuple[str, ...] = ()) -> None:
        super().__init__(sentence)
        self.found = found


class ReplacedData(VaultError):
    """The data file is not the one that was opened: emptied, replaced, or older."""


class DamagedBackup(VaultError):
    """A backup cannot be read, which says nothing about its passphrase, nor about the vault."""


class NewerVault(VaultError):
    """The vault was written by a newer version of the program."""


class VaultInUse(VaultError):
    """Another running copy of the program has the vault open."""
