"""What every dialog over a page is: a title, one column that scrolls, and buttons at the foot."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from burnout_check.gui.kit.buttons import HelpButton, PlainButton
from burnout_check.gui.kit.focus import give_focus
from burnout_check.gui.kit.labels import PageTitle
from burnout_check.gui.kit.page_scroll import PageScroll
from burnout_check.gui.look.scale import px, text_scale

_MARGIN = 28


class Sheet(QDialog):
    """A dialog for reading: open it with ``open``; it deletes itself when it is closed.

    Args:
        title: the words at the top.
        parent: the page it opens over.
        size: the most width and height, in pixels at 100 %, if the window has that much room.
    """

    def __init__(
        self, title: str, parent: QWidget | None, *, size: tuple[int, int] = (640, 560)
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.body = PageScroll(margins=(px(_MARGIN), px(4), px(_MARGIN), px(8)), gap=px(12))
        self.foot = QHBoxLayout()
        self.foot.setSpacing(px(8))
        self.foot.setContentsMargins(px(_MARGIN), px(12), px(_MARGIN), px(20))
        self.foot.addStretch()
        self.close_button = PlainButton("Close")
        self.close_button.clicked.connect(self.reject)
        self.foot.addWidget(self.close_button)
        self._head = QHBoxLayout()
        self._head.setContentsMargins(px(_MARGIN), px(24), px(_MARGIN), px(8))
        self._head.setSpacing(px(16))
        self._head.addWidget(PageTitle(title), 1)
        self._head.addWidget(self._help_button(), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addWidget(self.body, 1)
        column.addLayout(self.foot)
        self._size = size
        self._is_filled = False
        self._scale = text_scale()
        self.resize(self._most)

    def _help_button(self) -> HelpButton:
        button = HelpButton()
        # Last in the order of the keys: what the dialog is about comes first, and F2 is shorter.
        button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        return button

    def fill(self) -> None:
        """Close the gap below what stands in the column; call it once all is there."""
        self.body.column.addStretch()
        self._is_filled = True
        self.fit()
        give_focus(self.close_button)

    @property
    def _most(self) -> QSize:
        """The most it may take, at the size of the text and of the window as they are now."""
        most = QSize(px(self._size[0]), px(self._size[1]))
        parent = self.parentWidget()
        return most if parent is None else most.boundedTo(parent.window().size())

    def _fitting(self) -> QSize:
        """As high as what stands in it, if it may be."""
        most = self._most
        content = self.body.column.totalHeightForWidth(most.width())
        around = sum(item.sizeHint().height() for item in (self._head, self.foot))
        return QSize(most.width(), min(most.height(), content + around + px(8)))

    def fit(self) -> None:
        """Take the size that what stands in it needs, where the window has the room."""
        self.ensurePolished()
        self.resize(self._fitting() if self._is_filled else self._most)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size, once all that stands in it has taken it too."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._scale != text_scale():
            self._scale = text_scale()
            QTimer.singleShot(0, self, self.fit)
