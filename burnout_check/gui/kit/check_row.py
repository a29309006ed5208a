"""A box to tick, with words that wrap and a note at the end of its row."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSizePolicy, QWidget

from burnout_check.gui.kit.column import Column
from burnout_check.gui.kit.labels import Body, Muted, Small, Strong
from burnout_check.gui.look.scale import FollowsTextSize


class CheckRow(FollowsTextSize, QWidget):
    """A check box whose words, however long, are part of it.

    Signals:
        toggled(on): the person ticked or cleared it, or ``set_on`` did.

    Args:
        label: the words.
        note: stands at the right in the second colour, and is read out as the description.
        strong: the words are bold.
        below: stands small under the words, and is read out as the description.
    """

    toggled = Signal(bool)

    def __init__(
        self, label: str, *, note: str = "", strong: bool = False, below: str = ""
    ) -> None:
        super().__init__()
        self.box = QCheckBox()
        self.box.setAccessibleName(label)
        self.box.setAccessibleDescription(" · ".join(each for each in (note, below) if each))
        self.box.toggled.connect(self.toggled)
        self.setFocusProxy(self.box)
        self._words = Strong(label) if strong else Body(label)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        words = Column(self._words, Small(below), gap=0) if below else self._words
        row.addWidget(words, 1, Qt.AlignmentFlag.AlignTop)
        self._note = Muted(note)
        if not note:
            self._note.hide()
        row.addWidget(self._note, 0, Qt.AlignmentFlag.AlignTop)
        self._fit()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    @property
    def is_on(self) -> bool:
        """It is ticked."""
        return self.box.isChecked()

    def set_on(self, on: bool) -> None:
        """Tick or clear it."""
        self.box.setChecked(on)

    def _fit(self) -> None:
        """Have the words' first line stand level with the box, which is taller than it."""
        self.box.ensurePolished()
        for text in (self._words, self._note):
            text.setMinimumHeight(self.box.sizeHint().height())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The words answer to the mouse like the box."""
        inside = self.rect().contains(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and inside and self.isEnabled():
            self.box.setFocus(Qt.FocusReason.MouseFocusReason)
            self.box.click()
