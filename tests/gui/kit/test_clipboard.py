"""What is copied, in whichever way: out of all histories, and gone when the vault is locked."""

import ast
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QClipboard, QContextMenuEvent
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTableWidget,
    QTableWidgetItem,
    QTextBrowser,
    QWidget,
)

import burnout_check
from burnout_check.gui.check_in.anything_else import NoteField
from burnout_check.gui.kit import clipboard as clipboards
from burnout_check.gui.kit.clipboard import Clipboard, LineEdit, TextEdit
from burnout_check.gui.kit.copy_button import CopyButton
from burnout_check.gui.kit.fields import Field, PassphraseField
from burnout_check.gui.kit.labels import Body, SectionTitle
from burnout_check.gui.prompts.help_page import HelpText
from burnout_check.gui.vault.code_card import CodeCard

WORDS = "what only I know"
CTRL = Qt.KeyboardModifier.ControlModifier
CODE = "ABCDE-10234-FGH1J-K0MNP-QRSTV-WXYZ9"

# As Microsoft and KDE have it in print.
WINDOWS = 'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"'
KDE = "x-kde-passwordManagerHint"


class Seen:
    """Every content the clipboard had, in order: its words, and whether histories may keep it."""

    def __init__(self, system: QClipboard) -> None:
        self.system = system
        self.contents: list[tuple[str, bool]] = []
        system.dataChanged.connect(self._on_changed)

    def _on_changed(self) -> None:
        data = self.system.mimeData()
        if data is not None and data.hasText():
            out = data.hasFormat(WINDOWS) and bytes(data.data(KDE).data()) == b"secret"
            self.contents.append((data.text(), out))


@pytest.fixture
def system(qapp: QApplication):
    system = qapp.clipboard()
    system.clear()
    yield system
    system.clear()


@pytest.fixture
def seen(system):
    """Made before the guard, so that it sees what histories would see first."""
    seen = Seen(system)
    yield seen
    system.dataChanged.disconnect(seen._on_changed)


@pytest.fixture
def clipboard(system, seen):
    assert seen.contents == []
    return Clipboard(system)


def field() -> QWidget:
    found = Field("Name")
    found.line.setText(WORDS)
    return found


def note() -> NoteField:
    found = NoteField()
    found.setPlainText(WORDS)
    return found


def label() -> Body:
    found = Body(WORDS, selectable=True)
    found.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return found


MADE = {
    "line": lambda: LineEdit(WORDS),
    "field": field,
    "note": note,
    "report": lambda: TextEdit(WORDS),
    "help": lambda: HelpText(WORDS),
    "label": label,
    "group of the code": lambda: SectionTitle(WORDS, selectable=True),
}


def marked(qtbot, what: str) -> Any:
    """A widget of that kind with all its words marked."""
    whole = MADE[what]()
    qtbot.addWidget(whole)
    whole.show()
    widget: Any = whole.line if isinstance(whole, Field) else whole
    widget.whole = whole  # or it would go at the end of this
    if isinstance(widget, QLineEdit):
        widget.selectAll()
    elif isinstance(widget, QLabel):
        widget.setSelection(0, len(WORDS))
    else:
        widget.selectAll()
    return widget


@pytest.mark.parametrize("what", MADE)
def test_that_ctrl_c_is_kept_out_of_histories_from_the_first_and_gone_with_the_lock(
    qtbot, clipboard, system, seen, what
):
    widget = marked(qtbot, what)
    qtbot.keyClick(widget, Qt.Key.Key_C, CTRL)

    assert seen.contents == [(WORDS, True)]
    clipboard.clear_if_ours()
    assert system.text() == ""


@pytest.mark.parametrize("what", ["line", "field", "note"])
def test_that_ctrl_x_is_too_and_takes_the_words_away(qtbot, clipboard, system, seen, what):
    widget = marked(qtbot, what)
    qtbot.keyClick(widget, Qt.Key.Key_X, CTRL)

    assert seen.contents == [(WORDS, True)]
    assert (widget.toPlainText() if isinstance(widget, QPlainTextEdit) else widget.text()) == ""
    clipboard.clear_if_ours()
    assert system.text() == ""


@pytest.mark.parametrize("name", ["edit-copy", "edit-cut"])
def test_that_the_menu_of_a_line_copies_in_no_other_way(qtbot, clipboard, system, seen, name):
    widget = marked(qtbot, "field")
    at = QPoint(4, 4)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, widget.mapToGlobal(at))
    QApplication.sendEvent(widget, event)
    menu = widget.findChild(QMenu)
    next(each for each in menu.actions() if each.objectName() == name).trigger()
    menu.close()

    assert seen.contents == [(WORDS, True)]
    assert widget.text() == ("" if name == "edit-cut" else WORDS)
    clipboard.clear_if_ours()
    assert system.text() == ""


@pytest.mark.parametrize("name", ["edit-copy", "edit-cut"])
def test_that_the_menu_of_the_note_copies_in_no_other_way(qtbot, clipboard, system, seen, name):
    widget = marked(qtbot, "note")
    menu = widget.createStandardContextMenu()
    next(each for each in menu.actions() if each.objectName() == name).trigger()

    assert seen.contents == [(WORDS, True)]
    clipboard.clear_if_ours()
    assert system.text() == ""


def test_that_a_hidden_passphrase_is_never_copied(qtbot, clipboard, seen):
    field = PassphraseField()
    qtbot.addWidget(field)
    field.line.setText(WORDS)
    field.line.selectAll()
    for key in (Qt.Key.Key_C, Qt.Key.Key_X):
        qtbot.keyClick(field.line, key, CTRL)

    assert seen.contents == []
    assert field.text() == WORDS


def test_that_a_button_and_the_recovery_code_are_kept_out_of_histories(qtbot, clipboard, seen):
    card = CodeCard(CODE, clipboard)
    qtbot.addWidget(card)
    qtbot.mouseClick(card.copy_button, Qt.MouseButton.LeftButton)

    assert seen.contents == [(CODE, True)]
    button = CopyButton("116 123", clipboard)
    qtbot.addWidget(button)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert seen.contents[1:] == [("116 123", True)]


def table() -> QTableWidget:
    found = QTableWidget(1, 1)
    found.setItem(0, 0, QTableWidgetItem(WORDS))
    found.setCurrentCell(0, 0)
    return found


def foreign_line() -> QLineEdit:
    found = QLineEdit(WORDS)
    found.selectAll()
    return found


def browser() -> QTextBrowser:
    found = QTextBrowser()
    found.setPlainText(WORDS)
    found.selectAll()
    return found


@pytest.mark.parametrize("made", [table, foreign_line, browser])
def test_that_what_a_part_of_the_toolkit_copies_is_marked_at_once(
    qtbot, clipboard, system, monkeypatch, made
):
    # The platform without a screen does not know who filled its clipboard; the others do.
    monkeypatch.setattr(clipboards, "_is_own", lambda _system, _mode: True)
    widget = made()
    qtbot.addWidget(widget)
    widget.show()
    qtbot.keyClick(widget, Qt.Key.Key_C, CTRL)

    data = system.mimeData()
    assert (data.text(), data.hasFormat(WINDOWS), data.hasHtml()) == (WORDS, True, False)
    clipboard.clear_if_ours()
    assert system.text() == ""


def test_that_what_another_program_copied_is_neither_marked_nor_taken_away(clipboard, system):
    clipboard.copy("999")
    system.setText("somebody else's")
    assert not system.mimeData().hasFormat(WINDOWS)

    other = QMimeData()  # a password manager's, say
    other.setText("their secret")
    other.setData(KDE, b"secret")
    system.setMimeData(other)
    clipboard.clear_if_ours()

    assert system.text() == "their secret"


def test_that_words_a_clipboard_of_the_desktop_took_over_are_taken_away(clipboard, system):
    clipboard.copy(WORDS)
    system.setText(WORDS)  # without the marks
    clipboard.clear_if_ours()

    assert system.text() == ""


def test_that_the_words_are_not_kept_to_compare_with(clipboard):
    clipboard.copy(WORDS)

    assert WORDS not in repr(vars(clipboard))


def test_that_no_widget_of_the_program_takes_text_in_another_way():
    """Whatever one can type into or read from comes from the clipboard's module."""
    gui = Path(burnout_check.__file__).parent / "gui"
    raw = {"QLineEdit", "QPlainTextEdit", "QTextEdit", "QTextBrowser"}
    found = {}
    for file in sorted(gui.rglob("*.py")):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        names = [
            getattr(part, "id", "")
            for node in ast.walk(tree)
            for part in (
                [node.func]
                if isinstance(node, ast.Call)
                else node.bases
                if isinstance(node, ast.ClassDef)
                else []
            )
        ]
        if raw & set(names):
            found[file.relative_to(gui).as_posix()] = raw & set(names)

    assert found == {
        "kit/clipboard.py": {"QLineEdit", "QPlainTextEdit"},
        "prompts/help_page.py": {"QTextBrowser"},  # tried above
    }


def test_that_only_the_clipboards_module_fills_the_clipboard():
    gui = Path(burnout_check.__file__).parent / "gui"
    ways = ("setMimeData(", ".clipboard()", "QGuiApplication.clipboard")
    found = {
        file.relative_to(gui).as_posix()
        for file in gui.rglob("*.py")
        if any(way in file.read_text(encoding="utf-8") for way in ways)
    }

    assert found == {"kit/clipboard.py", "window/main_window.py"}  # which hands it over
