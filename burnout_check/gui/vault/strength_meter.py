"""How hard a passphrase is to guess, in words and as a row of blocks, while it is typed."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from burnout_check.gui.kit.announce import announce
from burnout_check.gui.kit.labels import Small
from burnout_check.gui.kit.restyle import restyle
from burnout_check.gui.kit.worker import Worker
from burnout_check.gui.look.scale import px
from burnout_check.gui.vault.strength import STEPS, Strength, strength

PAUSE = 250
"""How long the typing must rest before an estimate is made, in milliseconds."""

_NOTHING = "How hard it is to guess will show here."
_TONES = ("attention", "attention", "watch", "steady", "steady")


class StrengthMeter(QWidget):
    """Estimates on another thread, because odd texts take a second, and shows the last estimate.

    Signals:
        judged(strength): an estimate of what is typed now is there.
    """

    judged = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._text = ""
        self._found: Strength | None = None
        self._again = False
        self._worker = Worker(self)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._estimate)
        self._blocks = StrengthBlocks()
        self.words = Small(_NOTHING)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._blocks, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.words, 1)

    @property
    def found(self) -> Strength | None:
        """The estimate of what is typed now, None while there is none."""
        return self._found

    def look_at(self, text: str) -> None:
        """Estimate another text as soon as the typing rests."""
        if text == self._text:
            return
        self._text, self._found = text, None
        if text:
            self._pause.start()
        else:
            self._pause.stop()
            self._show(None)

    def hurry(self) -> None:
        """Estimate now what is typed now; ``judged`` tells."""
        self._pause.stop()
        if self._found is not None:
            self.judged.emit(self._found)
        elif self._text:
            self._estimate()

    def forget(self) -> None:
        """Forget the text, and let an estimate of it come to nothing."""
        self._pause.stop()
        self._worker.forget()
        self._again = False
        self._text, self._found = "", None
        self._show(None)

    def _estimate(self) -> None:
        if self._worker.busy:
            self._again = True
            return
        text = self._text
        self._worker.start(
            lambda: (text, strength(text)), done=self._on_found, failed=self._on_failed
        )

    def _on_found(self, result: tuple[str, Strength]) -> None:
        text, found = result
        again, self._again = self._again, False
        if text == self._text:
            self._found = found
            self._show(found)
            self.judged.emit(found)
        elif again and self._text:
            self._estimate()

    def _on_failed(self, error: Exception) -> None:
        raise error

    def _show(self, found: Strength | None) -> None:
        words = _NOTHING if found is None else found.words
        self._blocks.show_steps(found)
        if words != self.words.text():
            self.words.setText(words)
            if found is not None:
                announce(self.words, words)


class StrengthBlocks(QWidget):
    """Four blocks, as many of them filled as there are steps; one stands for the least."""

    def __init__(self) -> None:
        super().__init__()
        self._filled = 0
        self.setProperty("tone", "muted")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_steps(self, found: Strength | None) -> None:
        """Fill so many."""
        self._filled = 0 if found is None else max(1, found.steps)
        restyle(self, tone="muted" if found is None else _TONES[found.steps])
        self.update()

    def sizeHint(self) -> QSize:
        """A row that follows the text size."""
        return QSize(px(22 * STEPS + 4 * (STEPS - 1)), px(10))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw each block with its edge, the first ones filled."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = self.palette().color(QPalette.ColorRole.WindowText)
        painter.setPen(QPen(colour, 1.5))
        wide = (self.width() - px(4) * (STEPS - 1)) / STEPS
        for place in range(STEPS):
            painter.setBrush(colour if place < self._filled else Qt.BrushStyle.NoBrush)
            box = QRectF(place * (wide + px(4)), 0, wide, self.height())
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 2, 2)
