"""The pages of a document as they will be, made while one waits, with a way to stop that."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from burnout_check.domain.numbers import number_of
from burnout_check.domain.supervision.shared_view import SharedView
from burnout_check.gui.kit.announce import announce
from burnout_check.gui.kit.buttons import PlainButton
from burnout_check.gui.kit.column import Column
from burnout_check.gui.kit.focus import give_focus
from burnout_check.gui.kit.labels import Body, CardTitle
from burnout_check.gui.kit.responsive_row import ResponsiveRow
from burnout_check.gui.look.scale import px
from burnout_check.gui.supervision.page_maker import PageMaker
from burnout_check.gui.supervision.page_picture import PagePicture

_AT_ONCE_MS = 300
"""What takes less than this needs no bar."""


class PagePreview(QWidget):
    """Each page below the last; while they are made anew, those there were stay.

    Signals:
        again_asked(): the person stopped it, and now wants the pages after all.
    """

    again_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.maker = PageMaker(self)
        self.title = CardTitle("Preview")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName("Making the pages")
        self.stop_button = PlainButton("Stop")
        self.stop_button.setAccessibleName("Stop making the pages")
        self.stop_button.clicked.connect(self.maker.cancel)
        self._making = ResponsiveRow(
            Column(Body("Making the pages"), self.bar, gap=6), self.stop_button
        )
        self._making.hide()
        self.again = PlainButton("Make the pages")
        self.again.clicked.connect(self.again_asked)
        self.stopped = ResponsiveRow(
            Body("Stopped. No page was made and nothing was saved."), self.again
        )
        self.stopped.hide()
        self._pages = Column(gap=px(16))
        self._shown: list[PagePicture] = []
        self._late = QTimer(self, interval=_AT_ONCE_MS, singleShot=True)
        self._late.timeout.connect(self._making.show)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        for widget in (self.title, self.stopped, self._making, self._pages):
            column.addWidget(widget)
        column.addStretch()
        self.maker.stepped.connect(self._on_stepped)
        self.maker.made.connect(self._on_made)
        self.maker.stopped.connect(self._on_stopped)

    @property
    def pages(self) -> tuple[PagePicture, ...]:
        """The pictures, in order."""
        return tuple(self._shown)

    def make(self, shown: SharedView, *, name: str) -> None:
        """Begin to make the pages."""
        self.stopped.hide()
        self.bar.setRange(0, 0)
        self._late.start()
        self.maker.make(shown, name=name)

    def _on_stepped(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def _on_made(self) -> None:
        printed = self.maker.printed
        if printed is None:
            return
        self._rest()
        count = len(printed.pages)
        for at, (picture, words) in enumerate(zip(printed.pages, printed.words, strict=True)):
            name = f"Page {at + 1} of {count}"
            self._shown.append(PagePicture(picture, name=name, words=words))
            self._pages.column.addWidget(self._shown[-1])
        words = number_of(count, "page")
        self.title.setText(f"Preview, {words}")
        announce(self, f"The preview has {words}.")

    def _on_stopped(self) -> None:
        had_focus = self.stop_button.hasFocus()
        self._rest()
        self.title.setText("Preview")
        self.stopped.show()
        if had_focus:
            give_focus(self.again)

    def _rest(self) -> None:
        """Take the bar and the old pages away."""
        self._late.stop()
        self._making.hide()
        while self._shown:
            page = self._shown.pop()
            self._pages.column.removeWidget(page)
            page.hide()
            page.deleteLater()
