"""The recovery code on paper: printed, or written to a PDF file the person chooses."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QObject, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from burnout_check.domain.code_groups import groups
from burnout_check.domain.week import plain_date
from burnout_check.errors import FolderError
from burnout_check.gui.look.fonts import load_family
from burnout_check.gui.saving.file_dialog import Wanted, ask_where
from burnout_check.saving import readable, save_whole

NO_PRINTER = "No printer is set up on this computer. Save the code as a PDF, or copy it."

_FILE = "Burnout Check recovery code.pdf"
_MARGIN = 20.0
_A_ROW = 3
_BELOW = (
    "It opens Burnout Check if you forget your passphrase.",
    "Whoever has it, and your files, can read everything. Keep it away from the computer.",
    "It has no letters I, L or O: what looks like one of them is a 1 or a 0.",
    "Once you make a new recovery code, this one still opens backups made before that. "
    "With one of them, and your files, it opens everything. Delete those backups then.",
)


class CodePrinter(QObject):
    """Prints one recovery code.

    Signals:
        done(sentence): it was printed, or where it was saved.
        failed(sentence): why not.

    Args:
        code: in the form it is shown.
        parent: what the system's dialogs open over.
        day: stands under the code; none if None.
    """

    done = Signal(str)
    failed = Signal(str)

    def __init__(self, code: str, parent: QWidget, *, day: date | None = None) -> None:
        super().__init__(parent)
        self._over = parent
        self._code = code
        self._day = day

    def print(self) -> None:
        """Let the person choose a printer, then print."""
        if not QPrinterInfo.availablePrinterNames():
            self.failed.emit(NO_PRINTER)
            return
        printer = QPrinter()
        printer.setDocName("Burnout Check")  # names in print queues are seen by others
        dialog = QPrintDialog(printer, self._over)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._print(printer))
        QDialog.open(dialog)  # its own takes a slot of another time

    def ask_where(self) -> None:
        """Let the person choose a file, then write the PDF."""
        ask_where(
            self._over,
            Wanted("Save the recovery code", _FILE, kind="PDF", ending="pdf"),
            chosen=self.save,
            refused=self.failed.emit,
        )

    def save(self, file: Path) -> None:
        """Write the PDF to a file, for its owner only."""
        try:
            save_whole(file, _pdf(self._code, day=self._day), secret=True)
        except FolderError as error:
            self.failed.emit(str(error))
            return
        words = "Move it away from this computer, onto a stick or paper, and delete it here."
        self.done.emit(f"Saved as {readable(file.name)}. {words}")

    def _print(self, printer: QPrinter) -> None:
        if draw(printer, self._code, day=self._day):
            self.done.emit("Sent to the printer. Fetch the page soon.")
        else:
            self.failed.emit("The printer did not take it. Save the code as a PDF, or copy it.")


_MM = QPageLayout.Unit.Millimeter


def _pdf(code: str, *, day: date | None) -> bytes:
    content = QBuffer()
    content.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(content)
    writer.setTitle("Burnout Check recovery code")
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN), _MM)
    if not draw(writer, code, day=day):
        raise RuntimeError("Qt drew no PDF in memory")
    return bytes(content.data().data())


def draw(device: QPrinter | QPdfWriter, code: str, *, day: date | None = None) -> bool:
    """Draw the page on a printer or into a PDF; False if the device cannot be drawn on."""
    painter = QPainter()
    if not painter.begin(device):
        return False
    page = device.pageLayout().paintRectPixels(device.resolution()).size()
    paint(painter, code, size=QSizeF(page), dots=device.resolution() / 25.4, day=day)
    return painter.end()


def paint(
    painter: QPainter, code: str, *, size: QSizeF, dots: float, day: date | None = None
) -> None:
    """Paint the page.

    Args:
        painter: black on white.
        code: in the form it is shown.
        size: of the page inside its margins, in dots.
        dots: to a millimetre.
        day: stands under the code; none if None.
    """
    family, top = load_family(), 0.0

    def line(text: str, millimetres: float, *, bold: bool = False) -> None:
        nonlocal top
        painter.setFont(_font(family, millimetres * dots, bold=bold))
        room = QRectF(0, top, size.width(), size.height() - top)
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
        top += painter.boundingRect(room, flags, text).height() + 2 * dots
        painter.drawText(room, flags, text)

    line("Burnout Check recovery code", 7, bold=True)
    top += 6 * dots
    wide = size.width() / _A_ROW
    for place, group in enumerate(groups(code)):
        row, column = divmod(place, _A_ROW)
        left, high = column * wide, top + row * 24 * dots
        painter.setFont(_font(family, 3.5 * dots))
        painter.drawText(QRectF(left, high, wide, 6 * dots), 0, str(place + 1))
        painter.setFont(_font(family, 9 * dots, bold=True))
        painter.drawText(QRectF(left, high + 5 * dots, wide, 14 * dots), 0, group)
    top += 24 * dots * -(-len(groups(code)) // _A_ROW)
    if day is not None:
        line(f"Made on {plain_date(day, year=True)}", 4)
    for words in _BELOW:
        line(words, 4)


def _font(family: str, pixels: float, *, bold: bool = False) -> QFont:
    font = QFont(family)
    font.setPixelSize(max(1, round(pixels)))
    font.setBold(bold)
    return font
