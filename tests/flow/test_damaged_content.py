"""Content files that are really damaged, or gone: F2 gives the crisis lines all the same."""

import shutil
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from burnout_check.content.loader import load_for_start
from burnout_check.content.support import load_options
from burnout_check.domain.settings.site import Site
from burnout_check.domain.support.crisis import lines
from burnout_check.gui.vault.unlock import UnlockPage
from burnout_check.gui.window.broken_content_page import BrokenContentPage
from burnout_check.gui.window.help_now import HelpNow, HelpNumber
from burnout_check.paths import resources_dir
from tests.flow.program import started
from tests.gui.people import words

MINIMUM = {"999", "111", "116 123", "85258"}


def noise(folder):
    for file in folder.rglob("*.toml"):
        file.write_bytes(b"\xff\x00\xfe" * 400)


def half_of_support(folder):
    file = folder / "support.toml"
    file.write_bytes(file.read_bytes()[:5001])


def no_rules(folder):
    (folder / "rules.toml").unlink()


def nothing(folder):
    shutil.rmtree(folder)


@pytest.fixture
def resources(tmp_path):
    return shutil.copytree(resources_dir(), tmp_path / "resources")


@pytest.fixture
def window_over(locked_vault, open_window, vault_with, resources):
    """The window over the vault of somebody with three weeks, its content damaged."""

    def show(damage):
        vault_with(3)
        damage(resources)
        locked_vault.content = load_for_start(resources)
        return open_window()

    return show


def numbers(qtbot):
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), HelpNow))
    dialog = QApplication.activeWindow()
    assert dialog is not None
    found = [label.text() for label in dialog.findChildren(HelpNumber)]
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    return found


@pytest.mark.parametrize("damage", [noise, half_of_support, no_rules, nothing])
def test_that_f2_at_the_locked_door_gives_the_crisis_lines(qtbot, window_over, ui_driver, damage):
    window = window_over(damage)
    ui_driver.has_focus_in(window.centralWidget())

    assert set(numbers(qtbot)) >= MINIMUM


def test_that_damaged_support_options_keep_nobody_from_their_check_ins(
    qtbot, window_over, ui_driver
):
    window = window_over(half_of_support)

    assert isinstance(window.locked_page, UnlockPage)
    assert "The support options cannot be read (support.toml:" in words(window)

    shell = ui_driver.unlock(window)

    assert len(shell.session.ledger.history.check_ins) == 3
    assert set(numbers(qtbot)) >= MINIMUM


def test_that_without_the_rules_it_says_that_the_data_is_safe_and_opens_nothing(window_over):
    window = window_over(no_rules)

    assert isinstance(window.centralWidget(), BrokenContentPage)
    assert "What you saved is safe" in words(window)
    assert "rules.toml: file: No such file" in words(window)


def test_that_whole_files_are_read_whole(content):
    site = Site(defaults={"nation": "Wales"})

    assert load_for_start(resources_dir(), site) == replace(content, site=site)


def test_that_a_line_more_or_less_in_the_file_never_takes_one_of_the_minimum_away(resources):
    file = resources / "support.toml"
    file.write_text(
        file.read_text(encoding="utf-8").replace('number = "116 123"', 'number = "116 124"'),
        encoding="utf-8",
    )

    assert {line.number for line in lines(load_options(resources), "England")} >= MINIMUM


def test_that_the_program_starts_without_any_of_its_content(tmp_path, environ, copy):
    shutil.rmtree(copy)
    with started(environ, "--data-dir", tmp_path / "data") as program:
        program.do("press F2")
        said = next(said for said in iter(program.say, None) if "HelpNow" in said["windows"])
        code, _errors = program.close()

    assert "HelpNow" in said["windows"]
    assert set(said["words"]) >= MINIMUM
    assert code == 0
