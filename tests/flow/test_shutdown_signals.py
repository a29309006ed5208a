"""Asked to end from outside, cut short, or with nowhere to show itself: nothing is left lying."""

import os
import signal
import sys

import pytest
from PySide6.QtWidgets import QApplication

from burnout_check.app import NO_SCREEN
from burnout_check.session import demo
from burnout_check.session.actions import Actions
from burnout_check.session.demo import PASSPHRASE as OF_THE_DEMO
from burnout_check.session.demo import open_demo
from burnout_check.tour.ui_driver import settle
from tests.flow.program import run, started
from tests.patience import SECONDS
from tests.vaults import PASSPHRASE


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals to send")
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM"])
def test_that_a_demo_asked_to_end_while_idle_ends_and_leaves_nothing(environ, scratch, name):
    number = getattr(signal, name)
    with started(environ, "--demo") as program:
        assert "Demo" in program.say()["words"]
        os.kill(program._process.pid, number)
        code = program._process.wait(SECONDS)
        assert program._process.stderr is not None
        errors = program._process.stderr.read()

    assert (code, errors) == (128 + number, "")
    assert list(scratch.iterdir()) == []


def test_that_a_window_that_is_closed_from_outside_has_kept_the_draft(
    open_window, vault_with, ui_driver, qtbot, locked_vault
):
    vault_with(2)
    window = open_window()
    page = ui_driver.start_check_in(ui_driver.unlock(window))
    qtbot.waitUntil(lambda: page.form.questions is not None)
    ui_driver.type("61")
    ui_driver.enter()
    key = window.shell.session.ledger.vault.data_key
    QApplication.closeAllWindows()
    settle()
    session = locked_vault.open(locked_vault.key_from_passphrase(PASSPHRASE))
    (draft,) = session.check_ins.drafts()
    session.close()

    assert draft.facts["fact_caseload"] == 61
    assert key.wiped


def test_that_where_there_is_no_screen_one_sentence_says_so(environ):
    environ["QT_QPA_PLATFORM"] = "xcb"
    environ.pop("DISPLAY", "")
    done = run(environ, "--demo")

    assert (done.returncode, done.stdout, done.stderr) == (1, "", f"{NO_SCREEN}\n")


def test_that_no_file_is_written_where_one_stands_if_the_temporary_folder_is_wrong(
    environ, tmp_path, monkeypatch
):
    environ.update(dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(tmp_path / "nowhere")))
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    with started(environ, "--data-dir", tmp_path / "data") as program:
        assert program.say()["windows"] == ["MainWindow"]
        assert program.close() == (0, "")

    assert list(here.iterdir()) == []


@pytest.mark.parametrize("kept", [0, 1])
def test_that_a_demo_cut_short_while_it_was_made_is_filled_at_the_next_start(
    locked_vault, monkeypatch, kept
):
    real, left = Actions.add_made, kept

    def dies(actions, action):
        nonlocal left
        if not left:
            raise KeyboardInterrupt
        left -= 1
        return real(actions, action)

    session = locked_vault.create(locked_vault.make_keys(OF_THE_DEMO))
    with monkeypatch.context() as patched:
        patched.setattr(Actions, "add_made", dies)
        with pytest.raises(KeyboardInterrupt):
            demo.fill_demo(session)
    session.close()
    again = open_demo(locked_vault)
    texts = [action.text for action in again.actions.all()]
    weeks = len(again.ledger.history.check_ins)
    away = again.ledger.history.away
    again.close()

    assert weeks > 80
    assert away
    assert len(texts) == len(set(texts)) == 3
