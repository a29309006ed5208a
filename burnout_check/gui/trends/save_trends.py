"""Saving what is on the screen: what kind of file, and what that means."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from burnout_check.gui.kit.buttons import PrimaryButton
from burnout_check.gui.kit.column import Column
from burnout_check.gui.kit.focus import give_focus
from burnout_check.gui.kit.labels import Body, Small
from burnout_check.gui.kit.sheet import Sheet
from burnout_check.gui.look.scale import px

NOT_ENCRYPTED = (
    "The file will not be encrypted. Whoever can open it can read these numbers and the names of "
    "your events."
)

KINDS = {
    "png": ("Picture (PNG)", "For a document or a slide."),
    "svg": ("Drawing (SVG)", "Stays sharp at any size."),
    "pdf": ("PDF", "To print or to send."),
    "csv": ("Numbers (CSV)", "The same numbers, for Excel or any other spreadsheet."),
}
"""How a file's name ends, what it is called, and what it is for."""


class SaveTrends(Sheet):
    """Asks for the kind of file.

    Signals:
        chosen(suffix): the person went on; the suffix is a key of ``KINDS``.

    Args:
        shown: what is on the screen, in words.
        parent: the page it opens over.
    """

    chosen = Signal(str)

    def __init__(self, shown: str, parent: QWidget | None = None) -> None:
        super().__init__("Save what is on the screen", parent, size=(600, 560))
        self.body.add(Body(shown))
        self.body.add(Body(NOT_ENCRYPTED))
        self.kinds: dict[str, QRadioButton] = {}
        group = QButtonGroup(self)
        for suffix, (name, what_for) in KINDS.items():
            button = QRadioButton(name)
            button.setAccessibleDescription(what_for)
            self.kinds[suffix] = button
            group.addButton(button)
            words = Small(what_for)
            words.setContentsMargins(px(34), 0, 0, 0)
            self.body.add(Column(button, words, gap=0))
        self.kinds["png"].setChecked(True)
        self.go_on = PrimaryButton("Choose where")
        self.go_on.clicked.connect(self._on_go_on)
        self.close_button.setText("Cancel")
        self.foot.addWidget(self.go_on)
        self.fill()
        QTimer.singleShot(0, self, self._take_focus)

    def _take_focus(self) -> None:
        give_focus(self.kinds["png"])

    def _on_go_on(self) -> None:
        suffix = next(suffix for suffix, button in self.kinds.items() if button.isChecked())
        self.accept()
        self.chosen.emit(suffix)
