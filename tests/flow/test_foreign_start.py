"""The real start, in a folder and an environment that somebody else made."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.flow.program import ROOT, refused, run, started
from tests.foreign import FOREIGN, outside, tree
from tests.patience import SECONDS
from tests.vaults import new_vault

EVIL = ("QT_QPA_PLATFORM", "QT_QPA_GENERIC_PLUGINS", "QT_PLUGIN_PATH", "MPLCONFIGDIR")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    new_vault(tmp_path / "data").close()
    return tmp_path / "data"


@pytest.mark.parametrize(
    "note",
    [
        '{"new":[],"gone":["%s/outside/thesis"],"aside":"x"}',
        '{"new":["../outside/thesis"],"gone":[],"aside":"x"}',
        '{"new":[],"gone":[],"aside":"../../outside/x"}',
        "\xff{",
    ],
)
def test_that_an_evil_note_changes_nothing_and_is_said(environ, data, tmp_path, note):
    there = outside(tmp_path)
    (data / "swap.new").mkdir()
    (data / "set-aside.new").mkdir()
    (data / "swap.json").write_bytes(note.replace("%s", str(tmp_path)).encode("latin-1"))
    before = tree(there), (data / "vault.db").read_bytes()
    sentence = refused(environ, "--data-dir", data)

    assert "its note swap.json is damaged. Nothing has been changed." in sentence
    assert (tree(there), (data / "vault.db").read_bytes()) == before


@pytest.mark.parametrize("kind", ["a letter beyond ASCII", "half a letter", "nested deep inside"])
def test_that_the_start_takes_whatever_stands_for_its_look(environ, data, tmp_path, kind):
    FOREIGN[kind](data / "look.json", outside(tmp_path))
    with started(environ, "--data-dir", data) as program:
        assert program.say()["windows"] == ["MainWindow"]
        assert program.close() == (0, "")


@pytest.mark.parametrize("kind", ["a pipe", "a link elsewhere", "a folder", "no UTF-8"])
def test_that_the_start_waits_for_nobody_and_follows_nothing(environ, data, tmp_path, kind):
    there = outside(tmp_path)
    before = tree(there)
    for name in (
        *("look.json", "backup-place.json", "keys.copy.json"),
        *("log/burnout-check.log", "backups/x.bcbackup"),
    ):
        (data / name).parent.mkdir(exist_ok=True)
        FOREIGN[kind](data / name, there)
    with started(environ, "--data-dir", data) as program:
        assert program.say()["windows"] == ["MainWindow"]
        assert program.close() == (0, "")

    assert tree(there) == before


def test_that_a_folder_for_logs_that_is_a_link_is_not_written_to(environ, data, tmp_path):
    there = outside(tmp_path)
    before = tree(there)
    (data / "log").symlink_to(there)
    with started(environ, "--data-dir", data) as program:
        program.say()
        assert program.close() == (0, "")

    assert tree(there) == before


def test_that_the_home_of_nobody_is_said_in_a_sentence(environ):
    sentence = refused(environ, "--data-dir", "~nosuchuser/x")

    assert sentence.startswith("The folder ~nosuchuser/x cannot be found.")


@pytest.mark.skipif(sys.platform != "linux", reason="only there are names bytes of any kind")
def test_that_a_folder_whose_name_is_no_utf_8_is_used(environ, tmp_path):
    folder = os.fsencode(tmp_path) + b"/caf\xe9"
    with started(environ, "--data-dir", os.fsdecode(folder)) as program:
        assert program.say()["windows"] == ["MainWindow"]
        assert program.close() == (0, "")

    assert b"look.json" in os.listdir(folder)  # noqa: PTH208 - of a name in bytes


LISTENING = """
import json, sys
from burnout_check.app import main
from PySide6 import QtCore, QtWidgets
from pathlib import Path

def look():
    app = QtWidgets.QApplication.instance()
    lines = []
    for table in ("tcp", "tcp6", "udp", "udp6"):
        file = Path("/proc/self/net") / table
        lines += file.read_text().splitlines()[1:] if file.exists() else []
    inodes = {line.split()[9] for line in lines}
    ours = set()
    for each in Path("/proc/self/fd").iterdir():
        try:
            ours.add(each.readlink().name.removeprefix("socket:[").removesuffix("]"))
        except OSError:
            pass
    print(json.dumps([app.platformName(), sorted(inodes & ours)]), flush=True)
    QtWidgets.QApplication.closeAllWindows()

real = QtWidgets.QApplication.exec
def exec_and_look(*_):
    QtCore.QTimer.singleShot(0, look)
    return real()
QtWidgets.QApplication.exec = exec_and_look
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="sockets are looked up in /proc")
@pytest.mark.parametrize(
    "said",
    [
        {"QT_QPA_GENERIC_PLUGINS": "tuiotouch"},
        {"QT_QPA_GENERIC_PLUGINS": "tuiotouch:udp=3333"},
        {"QT_PLUGIN_PATH": "/evil", "QT_QPA_PLATFORM_PLUGIN_PATH": "/evil"},
        {"QTWEBENGINE_REMOTE_DEBUGGING": "9222", "MPLBACKEND": "webagg"},
    ],
)
def test_that_no_variable_makes_the_program_listen(environ, data, said):
    done = subprocess.run(
        [sys.executable, "-P", "-W", "error", "-c", LISTENING, "--data-dir", str(data)],
        env=environ | said,
        capture_output=True,
        encoding="utf-8",
        timeout=SECONDS,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout) == ["offscreen", []]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere its own screen is found")
def test_that_the_window_is_not_shown_to_the_network(environ, data):
    environ.pop("DISPLAY", "")
    environ.pop("WAYLAND_DISPLAY", "")
    done = run(environ | {"QT_QPA_PLATFORM": "vnc:port=5999"}, "--data-dir", data)

    assert done.returncode == 1
    assert done.stderr.startswith("Burnout Check cannot open a window")


def test_that_the_self_check_says_what_was_dropped(environ):
    done = run(environ | dict.fromkeys(EVIL, "/evil"), "--self-check", "--json")
    (said,) = (part for part in json.loads(done.stdout)["parts"] if part["name"] == "Environment")

    assert done.returncode == 0
    assert said["words"] == (
        "dropped at the start: MPLCONFIGDIR, QT_PLUGIN_PATH, QT_QPA_GENERIC_PLUGINS, "
        "QT_QPA_PLATFORM; obeyed before the start: PYTHONPATH"
    )


@pytest.mark.parametrize("place", ["here", "named", "in its folder", "in our cache"])
def test_that_no_settings_of_matplotlib_are_read_but_its_own(environ, tmp_path, place):
    folder = tmp_path / "settings"
    folder.mkdir()
    home = folder / "Burnout Check" / "matplotlib" if place == "in our cache" else folder
    home.mkdir(parents=True, exist_ok=True)
    (home / "matplotlibrc").write_bytes(b"lines.linewidth: 99\n# caf\xe9\n")
    if home is folder:
        (home / "stylelib").mkdir()
        (home / "stylelib" / "evil.mplstyle").write_bytes(b"# caf\xe9\n")
    said = {
        "here": {},
        "named": {"MATPLOTLIBRC": str(folder / "matplotlibrc")},
        "in its folder": {"MPLCONFIGDIR": str(folder)},
        "in our cache": {"XDG_CACHE_HOME": str(folder), "LOCALAPPDATA": str(folder)},
    }[place]
    try_it = (
        "import burnout_check.app\n"
        "from burnout_check.charts import warm_up\n"
        "warm_up()\n"
        "import matplotlib, os\n"
        "print(matplotlib.rcParams['lines.linewidth'], os.getcwd())"
    )
    done = subprocess.run(
        [sys.executable, "-P", "-W", "error", "-c", try_it],
        env=environ | said,
        cwd=folder if place == "here" else tmp_path,
        capture_output=True,
        encoding="utf-8",
        timeout=SECONDS,
        check=False,
    )

    assert done.stderr == ""
    assert done.stdout.strip() == f"1.5 {folder if place == 'here' else tmp_path}"


@pytest.mark.parametrize("words", [("--self-check",), ("--help",), ("--version",)])
def test_that_whoever_stops_listening_hears_no_complaint(environ, words):
    process = subprocess.Popen(
        [sys.executable, "-P", "-W", "error", "-m", "burnout_check", *words],
        env=environ,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    process.stdout.close()
    _, said = process.communicate(timeout=SECONDS)

    assert said == b""


@pytest.mark.parametrize("how", [(), ("-P",)])
@pytest.mark.parametrize("name", ["msgspec", "platformdirs", "PySide6", "burnout_check"])
def test_that_no_file_of_the_folder_it_is_started_in_is_run(environ, tmp_path, name, how):
    if name == "burnout_check" and not how:
        pytest.skip("Python itself takes that file, before anything of ours: so start it with -P")
    here = tmp_path / "here"
    here.mkdir()
    (here / f"{name}.py").write_text("raise SystemExit('it was run')")
    done = subprocess.run(
        [sys.executable, *how, "-W", "error", "-m", "burnout_check", "--version"],
        env=environ | {"PYTHONPATH": str(ROOT)},
        cwd=here,
        capture_output=True,
        encoding="utf-8",
        timeout=SECONDS,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, "")
