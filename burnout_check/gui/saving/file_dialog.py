"""The system's file dialog: of one behaviour everywhere, and of no memory."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from burnout_check.errors import BadInput
from burnout_check.gui.kit.labels import message_box
from burnout_check.saving import file_for, readable

# Qt keeps where a person saved in its own settings, in plain, for all its programs.
_MEMORY = ("FileDialog/history", "FileDialog/lastVisited")


class FileDialog(QFileDialog):
    """A file dialog that goes when it is closed, and leaves no trace of where it was.

    Args:
        over: what it opens over.
        title: its title.
        place: the folder it begins in.
    """

    def __init__(self, over: QWidget | None, title: str, place: str) -> None:
        before = {key: _memory().value(key) for key in _MEMORY}
        super().__init__(over, title, place)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.destroyed.connect(lambda: _remember(before))  # Qt has written it by then


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be saved.

    Attributes:
        title: of the dialog.
        name: the file's name, as long as the person says no other.
        kind: what such a file is called: ``Picture (PNG)``.
        ending: of its name, without the dot.
    """

    title: str
    name: str
    kind: str
    ending: str


def ask_where(
    over: QWidget | None,
    wanted: Wanted,
    *,
    chosen: Callable[[Path], None],
    refused: Callable[[str], None],
) -> None:
    """Let the person say where to save; the file that is asked about is the file they get.

    Args:
        over: what the dialogs open over; they go with it.
        wanted: what it is.
        chosen: told the file, once it is one that may be written over or is not there.
        refused: told, in a sentence, that the name cannot be used.
    """
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    dialog = FileDialog(over, wanted.title, QStandardPaths.writableLocation(documents))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    # It would ask about the name as typed, and the ending comes after that.
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
    dialog.setNameFilters([f"{wanted.kind} (*.{wanted.ending})"])
    dialog.setDefaultSuffix(wanted.ending)
    dialog.selectFile(wanted.name)

    def on_selected(name: str) -> None:
        try:
            file = file_for(name, ending=wanted.ending)
        except BadInput as error:
            refused(str(error))
            return
        if os.path.lexists(file):
            _ask_to_replace(over, file, yes=lambda: chosen(file), no=again)
        else:
            chosen(file)

    def again() -> None:
        ask_where(over, wanted, chosen=chosen, refused=refused)

    dialog.fileSelected.connect(on_selected)
    dialog.open()


def _ask_to_replace(
    over: QWidget | None, file: Path, *, yes: Callable[[], None], no: Callable[[], None]
) -> None:
    words = f"“{readable(file.name)}” is there already. Replace it?"
    box = message_box(QMessageBox.Icon.Question, words, over)
    replace = box.addButton("Replace", QMessageBox.ButtonRole.AcceptRole)
    other = box.addButton("Choose another name", QMessageBox.ButtonRole.ActionRole)
    box.setDefaultButton(other)
    box.setEscapeButton(box.addButton("Cancel", QMessageBox.ButtonRole.RejectRole))
    replace.clicked.connect(yes)
    other.clicked.connect(no)
    box.open()


def _memory() -> QSettings:
    return QSettings(QSettings.Scope.UserScope, "QtProject")


def _remember(before: dict[str, object]) -> None:
    settings = _memory()
    for key, value in before.items():
        if value is None:
            settings.remove(key)
        else:
            settings.setValue(key, value)
