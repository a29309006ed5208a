"""A page of a document as it will be printed: as wide as there is room, with its words to hear."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QLabel, QSizePolicy

from burnout_check.gui.look.scale import px

_LEAST, _MOST = 240, 900
"""How narrow and how wide a page may be, in pixels at 100 %."""


class PagePicture(QLabel):
    """Shows one page. It takes the focus, so that the arrow keys scroll what it stands in.

    Being a label with a picture, it is a graphic to assistive technology.

    Args:
        picture: the page as PNG.
        name: which page it is: "Page 1 of 2".
        words: all that stands on it.
    """

    def __init__(self, picture: bytes, *, name: str, words: str) -> None:
        super().__init__()
        self._image = QImage.fromData(picture)
        self._scaled = QImage()
        self.setPixmap(QPixmap.fromImage(self._image))
        self.setAccessibleName(name)
        self.setAccessibleDescription(words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """A page keeps its shape."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """The height that goes with a width."""
        return round(min(width, px(_MOST)) * self._image.height() / max(1, self._image.width()))

    def sizeHint(self) -> QSize:
        """As sharp as it was made, or as wide as there is room."""
        width = min(self._image.width(), px(_MOST))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """A page can be small."""
        return QSize(_LEAST, self.heightForWidth(_LEAST))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the page, fitted to the width, and a line around it as its edge."""
        del event
        box = QRectF(self.rect())
        width = min(box.width(), px(_MOST))
        height = width * self._image.height() / max(1, self._image.width())
        page = QRectF((box.width() - width) / 2, 0, width, height)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(page, self._fitted(page))
        painter.setPen(self.palette().mid().color())
        painter.drawRect(page.adjusted(0.5, 0.5, -0.5, -0.5))

    def _fitted(self, page: QRectF) -> QImage:
        """The picture at the size it is drawn at; scaled once, not whenever the page scrolls.

        Scaled here, as the painter's own way leaves letters ragged when they get smaller.
        """
        fine = self.devicePixelRatioF()
        size = QSize(round(page.width() * fine), round(page.height() * fine))
        if self._scaled.size() != size:
            self._scaled = self._image.scaled(
                size,
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        return self._scaled
