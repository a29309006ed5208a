"""Licences, the list of parts, what Linux gets, and whether what IT is told is so."""

import re
import zipfile
from pathlib import Path

import pytest

import dev
from bundling import deb, frozen, licences, parts_list
from bundling.windows_folder import START, STARTER
from burnout_check import __version__
from burnout_check.location import SITE_FILE, site_folder
from burnout_check.paths import APP_NAME
from burnout_check.store.folder import BACKUPS, DATABASE, KEYS, KEYS_COPY
from console import CannotGoOnError
from system_libraries import FOR_X, WITHOUT_A_WINDOW

ROOT = Path(__file__).resolve().parents[2]
DEPLOY = (ROOT / "packaging" / "DEPLOY.md").read_text(encoding="utf-8")
RELEASE = (ROOT / "packaging" / "README.md").read_text(encoding="utf-8")


def wheel(folder, metadata, **texts):
    file = folder / "a-1.0-py3-none-any.whl"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("a-1.0.dist-info/METADATA", f"Name: A_b\nVersion: 1.0\n{metadata}\n")
        for name, text in texts.items():
            archive.writestr(f"a-1.0.dist-info/licenses/{name}", text)
    return file


@pytest.mark.parametrize(
    ("metadata", "licence"),
    [
        ("License-Expression: MIT\nLicense: other", "MIT"),
        ("License: BSD", "BSD"),
        (
            "Classifier: License :: OSI Approved :: Apache Software License",
            "Apache Software License",
        ),
        ("", "see its text"),
    ],
)
def test_that_a_licence_is_what_the_wheel_says(tmp_path, metadata, licence):
    part = licences.part_of(wheel(tmp_path, metadata, LICENSE="words"))

    assert (part.name, part.version, part.licence) == ("a-b", "1.0", licence)
    assert part.texts == (("LICENSE", b"words"),)


def test_that_a_wheel_without_any_licence_is_not_shipped(tmp_path):
    with pytest.raises(CannotGoOnError, match="does not say under which licence"):
        licences.part_of(wheel(tmp_path, "Summary: nothing"))


def test_that_the_texts_are_gathered_with_those_of_qt(tmp_path):
    part = licences.part_of(wheel(tmp_path, "License-Expression: MIT", LICENSE="words"))
    licences.gather([part], tmp_path / "licences", runtime=("3.13.2", b"of Python"))
    there = {
        file.relative_to(tmp_path / "licences").as_posix()
        for file in (tmp_path / "licences").rglob("*")
        if file.is_file()
    }

    assert {"a-b 1.0/LICENSE.txt", "Python 3.13.2.txt", "QT.txt", "LGPL-3.0.txt"} <= there
    assert {"GPL-3.0.txt", "SQLCipher.txt", "Burnout Check.txt", "LICENCES.txt"} <= there
    listed = (tmp_path / "licences" / "LICENCES.txt").read_text(encoding="utf-8")
    assert "a-b 1.0 · MIT" in listed


def test_that_the_list_of_parts_is_completed_with_licences_and_the_program():
    part = licences.Part("a-b", "1.0", "MIT", "", ())
    listed = {
        "components": [{"name": "a_b", "version": "1.0", "description": "line 1"}],
        "metadata": {},
    }
    whole = parts_list.complete(listed, [part], program={"name": "P"}, others=[{"name": "CPython"}])

    assert whole["components"] == [
        {"name": "a_b", "version": "1.0", "licenses": [{"license": {"name": "MIT"}}]},
        {"name": "CPython"},
    ]
    assert whole["metadata"]["component"] == {"name": "P"}


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6/Qt/plugins/platforms/libqoffscreen.so", True),
        ("PySide6/Qt/plugins/platforms/libqvnc.so", False),
        ("PySide6/Qt/plugins/tls/libqopensslbackend.so", False),
        ("PySide6/Qt/plugins/platformthemes/libqgtk3.so", False),
        ("PySide6/Qt/lib/libQt6Network.so.6", False),
        ("PySide6/Qt/lib/libQt6Widgets.so.6", True),
        ("PySide6/Qt/translations/qtbase_fr.qm", False),
        ("libgtk-3.so.0", False),
        ("libsqlite3.so.0", True),
        ("typst/_typst.abi3.so", True),
        ("matplotlib/mpl-data/fonts/ttf/DejaVuSans.ttf", True),
        ("matplotlib/mpl-data/fonts/ttf/DejaVuSans-Bold.ttf", True),
    ],
)
def test_that_linux_gets_what_is_loaded(name, kept):
    assert frozen.is_kept(name) is kept


def test_that_the_debian_package_depends_on_what_qt_needs():
    control = deb.control(2048)

    assert set(deb.PACKAGES) == {"libc6", *WITHOUT_A_WINDOW.values(), *FOR_X.values()}
    assert f"Version: {__version__}\n" in control
    assert "Installed-Size: 2\n" in control


def test_that_what_it_is_told_of_files_is_so():
    for name in (DATABASE, KEYS, KEYS_COPY, BACKUPS, "look.json", SITE_FILE, STARTER):
        assert f"`{name}`" in DEPLOY, name
    assert f"%LOCALAPPDATA%\\{APP_NAME}" in DEPLOY
    assert f"`{START[0].rpartition(chr(92))[2]} {START[1]}`" in DEPLOY


def test_that_the_site_file_it_is_shown_is_understood(tmp_path):
    line = re.search(r"^ +(data_dir = .+)$", DEPLOY, flags=re.MULTILINE)
    assert line
    (tmp_path / SITE_FILE).write_text(line[1], encoding="utf-8")
    folder, trouble = site_folder(tmp_path, {"LOCALAPPDATA": "/home/x"})

    assert trouble == ""
    assert str(folder) == "/home/x\\Burnout Check"  # on Windows, in one spelling


def test_that_the_release_list_names_commands_that_are_there(capsys):
    named = re.findall(r"dev\.py (\w+)", RELEASE)

    assert "bundle" in named
    assert set(named) <= dev.COMMANDS.keys()
    assert dev.main(["bundle", "amiga"]) == 1
    assert "bundle windows|linux|macos" in capsys.readouterr().out
    for system in ("windows", "linux", "macos"):
        assert (ROOT / "packaging" / f"bundle_{system}.py").is_file()


def test_that_a_person_s_steps_are_marked_as_such():
    by_machine, _, by_person = RELEASE.partition("**By a person**")

    assert "- [ ]" in by_machine
    for word in ("Support numbers", "Windows 11", "NVDA", "Signed"):
        assert word in by_person
