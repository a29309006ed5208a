"""Loads every native part and every content file, and says in one line each how that went."""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from functools import partial
from importlib import import_module
from pathlib import Path

from burnout_check import __version__, dumps
from burnout_check.content.check_in import load_questionnaire
from burnout_check.content.hard_events import load_hard_events
from burnout_check.content.instrument_file import InstrumentFile
from burnout_check.content.instruments import load_instruments
from burnout_check.content.loader import load
from burnout_check.content.reading import read
from burnout_check.content.rules import load_rules
from burnout_check.content.support import load_options
from burnout_check.diagnostics.environment import environment_facts
from burnout_check.diagnostics.system_report import Finding, SystemReport, line
from burnout_check.errors import NewerVault
from burnout_check.offline import NetworkRefused
from burnout_check.paths import font_files, resources_dir
from burnout_check.store.clock import london_now
from burnout_check.store.database import EncryptedDatabase
from burnout_check.store.files import backups, restore
from burnout_check.store.folder import BACKUPS, DATABASE
from burnout_check.store.keys import Cost, DataKey, KeyFile, create_keys
from burnout_check.store.vault import Vault
from burnout_check.variables import cleared

# Where sqlite-utils notes which steps the tables have been through.
_STEPS = "_sqlite_migrations"

# Not a secret: of vaults that are made to be thrown away at once.
_WORDS = "a passphrase for the self-check"
_QUICKLY = Cost(operations=1, memory=8192)  # the least Argon2id takes


def findings() -> Iterator[Finding]:
    """Try every part in turn; a part that fails does not stop the others."""
    for name, attempt in (*_PARTS, *_content_files()):
        try:
            yield Finding(name, works=True, words=attempt())
        except Exception as error:  # noqa: BLE001 - whatever is wrong is the finding
            yield Finding(name, works=False, words=f"{type(error).__name__}: {error}")


def system_report(data: Path) -> SystemReport:
    """Try everything, and look around. Takes some seconds; fit for another thread.

    Args:
        data: the folder of the person's data; it is only looked at.
    """
    return SystemReport(environment_facts(data, now=london_now()), tuple(findings()))


def report() -> int:
    """Print one line for each part.

    Returns:
        0 if every part works, 1 if not. With no console nothing is printed.
    """
    everything_works = True
    for finding in findings():
        everything_works = everything_works and finding.works
        _print(line(finding))
    return 0 if everything_works else 1


def report_as_json(data: Path) -> int:
    """Print the condition for a machine to read; gives what ``report`` does."""
    found = system_report(data)
    parts = [asdict(part) for part in found.parts]
    whole = {"works": found.works, "facts": dict(found.facts), "parts": parts}
    _print(json.dumps(whole, indent=1))  # in ASCII, which every console takes
    return 0 if found.works else 1


def _print(words: str) -> None:
    if sys.stdout is not None:
        print(words, flush=True)  # noqa: T201 - the command's output


def _python() -> str:
    return f"{sys.version.split()[0]}, Burnout Check {__version__}"


def _qt() -> str:
    widgets = import_module("PySide6.QtWidgets")
    core = import_module("PySide6.QtCore")
    svg = import_module("PySide6.QtSvg")
    return f"{core.qVersion()} with {widgets.__name__} and {svg.__name__}"


def _vault() -> str:
    with _made_vault(None) as (folder, _):
        Vault.open(folder, KeyFile.read(folder).open_with_passphrase(_WORDS)).close()
    return "a vault was made, closed, opened again by its passphrase and deleted"


def _journal() -> str:
    with (
        _made_vault() as (folder, key),
        _database(folder, key) as database,
        database.reading() as tables,
    ):
        mode = tables.execute("PRAGMA journal_mode").fetchone()[0]
    if mode != "delete":
        raise RuntimeError(f"it is {mode}")
    return "rollback journal (delete), which is safe on every disk"


def _backup() -> str:
    with _made_vault() as (folder, key):
        made = backups.make(folder, folder / BACKUPS, key=key, made=london_now())
        restore.restore(folder, made, key=key, now=london_now())
        Vault.open(folder, key).close()
    return "one was made, read back and restored"


def _newer() -> str:
    with _made_vault() as (folder, key):
        with _database(folder, key) as database, database.writing() as tables:
            step = {"migration_set": "burnout_check", "name": "of_later", "applied_at": ""}
            tables.table(_STEPS).insert(step)
        before = (folder / DATABASE).read_bytes()
        try:
            Vault.open(folder, key).close()
        except NewerVault:
            if (folder / DATABASE).read_bytes() == before:
                return "refused, and not touched"
    raise RuntimeError("the data of a newer version was not refused")


@contextmanager
def _made_vault(cost: Cost | None = _QUICKLY) -> Iterator[tuple[Path, DataKey]]:
    """A vault that is gone afterwards, and its key; in a hurry but where the cost is None."""
    with tempfile.TemporaryDirectory(prefix="burnout-check-") as name:
        keys = create_keys(_WORDS, cost=cost)
        key = keys.data_key.copy()
        Vault.create(Path(name), keys).close()
        try:
            yield Path(name), key
        finally:
            key.wipe()


@contextmanager
def _database(folder: Path, key: DataKey) -> Iterator[EncryptedDatabase]:
    database = EncryptedDatabase(folder / DATABASE, key)
    try:
        yield database
    finally:
        database.close()


def _sqlcipher() -> str:
    return f"SQLCipher {import_module('burnout_check.store.vault').cipher_version()}"


def _nacl() -> str:
    nacl = import_module("nacl")
    import_module("nacl.pwhash")
    return f"PyNaCl {nacl.__version__}"


def _matplotlib() -> str:
    import_module("burnout_check.charts.draw")  # which imports it, and nobody's settings with it
    figure = import_module("matplotlib.figure").Figure(figsize=(1, 1))
    import_module("matplotlib.backends.backend_agg").FigureCanvasAgg(figure).draw()
    return f"matplotlib {import_module('matplotlib').__version__} drew a figure"


def _typst() -> str:
    pdf = import_module("typst").compile(b"= Burnout Check")
    return f"typst made a PDF of {len(pdf)} bytes"


def _msgspec() -> str:
    return f"msgspec {import_module('msgspec').__version__}"


def _time_zones() -> str:
    zoneinfo = import_module("zoneinfo")
    return f"{zoneinfo.ZoneInfo('Europe/London').key} is known"


def _content_files() -> Iterator[tuple[str, Callable[[], str]]]:
    """One attempt for each file of the content, and one for how they fit together."""
    folder = resources_dir()
    for path in sorted((folder / "instruments").glob("*.toml")):
        yield f"instruments/{path.name}", partial(_instrument, path)
    yield "check_in.toml", partial(_questionnaire, folder)
    yield "hard_events.toml", lambda: f"{len(load_hard_events(folder))} kinds of hard event"
    yield "rules.toml", lambda: f"{len(load_rules(folder))} rules"
    yield "support.toml", lambda: f"{len(load_options(folder))} support options"
    yield "Content as a whole", partial(_whole, folder)


def _instrument(path: Path) -> str:
    table = read(path, InstrumentFile)
    return f"{table.name}, wording {table.wording_confidence or 'as in ' + table.same_items_as}"


def _questionnaire(folder: Path) -> str:
    return f"{len(load_questionnaire(folder, load_instruments(folder)).parts)} parts"


def _whole(folder: Path) -> str:
    content = load(folder)
    return f"{len(content.instruments)} instruments, and every file fits the others"


def _network() -> str:
    try:
        import_module("socket").create_connection(("127.0.0.1", 9), timeout=1)
    except NetworkRefused:
        return "refused, as it should be"
    raise RuntimeError("a network connection was not refused")


def _environment() -> str:
    return cleared().words


def _fonts() -> str:
    files = font_files()
    return f"{len(files)} files of Atkinson Hyperlegible"


_PARTS: tuple[tuple[str, Callable[[], str]], ...] = (
    ("Python", _python),
    ("Qt", _qt),
    ("SQLCipher", _sqlcipher),
    ("NaCl", _nacl),
    ("matplotlib", _matplotlib),
    ("typst", _typst),
    ("msgspec", _msgspec),
    ("Time zones", _time_zones),
    ("Font", _fonts),
    ("Vault", _vault),
    ("Journal", _journal),
    ("Backup", _backup),
    ("Data of a newer version", _newer),
    ("Network", _network),
    ("Environment", _environment),
    ("Crash dumps", dumps.said),
)
