"""What is thrown away is overwritten first: the key in memory, deleted rows, erased files."""

from pathlib import Path

from burnout_check.store.data_key import DataKey
from burnout_check.store.files import restore
from burnout_check.store.files.erase import erase
from burnout_check.store.keys import KeyFile
from burnout_check.store.page_reader import LoosePages
from tests.store.keeping import NOW, back_up, fill
from tests.vaults import PASSPHRASE


class Watched(bytearray):
    """Says what was in it when it was emptied."""

    last = b""

    def clear(self):
        self.last = bytes(self)
        super().clear()


def test_that_a_data_key_is_zeros_before_it_is_forgotten():
    key = DataKey(bytes(range(32)))
    key._bytes = watched = Watched(key._bytes)
    key.wipe()

    assert watched.last == bytes(32)
    assert key.wiped


def test_that_deleted_notes_are_on_no_page_of_the_file(vault, folder):
    fill(vault, weeks=200)
    assert _notes_on_pages(vault, folder) > 100

    for check_in in vault.check_ins.all():
        vault.check_ins.remove(check_in.week)

    assert _notes_on_pages(vault, folder) == 0


def _notes_on_pages(vault, folder):
    """How many notes are found when each page is read by itself, used or not."""
    copy = folder.parent / "copy.db"
    copy.write_bytes((folder / "vault.db").read_bytes())
    with LoosePages(copy, vault.data_key, columns=12) as pages:
        notes = {value for _, row in pages.rows() for value in row if "week" in str(value)}
    return len({note for note in notes if str(note).count("week") > 5})


def test_that_every_erased_file_is_overwritten_before_it_goes_and_the_keys_go_first(
    vault, folder, monkeypatch
):
    fill(vault)
    backup = back_up(vault)
    vault.close()
    key = KeyFile.read(folder).open_with_passphrase(PASSPHRASE)
    aside = restore.restore(folder, backup, key=key, now=NOW).path
    names = ("keys.json", "keys.copy.json", "vault.db")
    paths = [*(folder / name for name in names), *(aside / name for name in names[:2]), backup.path]
    before = {path: path.read_bytes() for path in paths}
    gone: dict[Path, bytes] = {}
    unlink = Path.unlink

    def noting(path, *arguments, **named):
        if path in before:
            gone[path] = path.read_bytes()
        unlink(path, *arguments, **named)

    monkeypatch.setattr(Path, "unlink", noting)
    erase(folder, KeyFile.read(folder).vault)

    assert set(gone) == set(before)
    for path, content in before.items():
        assert len(gone[path]) == len(content)
        assert not any(
            gone[path][start : start + 16] == content[start : start + 16]
            for start in range(0, len(content) - 16, 16)
        )
    assert {path.name for path in list(gone)[:4]} == {"keys.json", "keys.copy.json"}
