"""A PDF for supervision: what leaves the computer in words, the pages to look at, then the file."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from burnout_check.charts.model.letters import unknown_words
from burnout_check.domain.supervision.shared_view import SharedView
from burnout_check.errors import UserError
from burnout_check.gui.kit.banner import Banner
from burnout_check.gui.kit.buttons import PrimaryButton
from burnout_check.gui.kit.card import Card
from burnout_check.gui.kit.column import Column
from burnout_check.gui.kit.empty_state import EmptyState
from burnout_check.gui.kit.fields import Field
from burnout_check.gui.kit.flow_grid import FlowGrid
from burnout_check.gui.kit.focus import give_focus
from burnout_check.gui.kit.labels import Body, CardTitle, Muted
from burnout_check.gui.kit.sheet import Sheet
from burnout_check.gui.kit.worker import Worker
from burnout_check.gui.look.scale import px
from burnout_check.gui.saving.file_dialog import Wanted, ask_where
from burnout_check.gui.supervision.page_preview import PagePreview
from burnout_check.report.summary import summary
from burnout_check.saving import readable, save_whole

NOT_ENCRYPTED = "The PDF is not encrypted: whoever has the file can read it."
_NO_COPY = "This app keeps no copy."
_TYPED_MS = 500
"""How long after the last letter of a name the pages are made anew."""


class SupervisionPdf(Sheet):
    """Shows the pages as they will be, and writes them where the person says; nowhere else.

    Signals:
        saved(name): the file that was written.

    Args:
        shown: all that stands on the pages.
        parent: the page it opens over.
    """

    saved = Signal(str)

    def __init__(self, shown: SharedView, *, parent: QWidget | None) -> None:
        super().__init__("Save PDF", parent, size=(1120, 760))
        self._shown = shown
        self._asks_when_made = False
        self._lacking = ""
        self._saving = Worker(self)
        self.said = Banner()
        self.said.hide()
        self.name = Field("Name to put on it", hint="You can leave this empty.")
        self.lines = Body()
        self.preview = PagePreview()
        self.save_button = PrimaryButton("Save PDF…")
        self._typed = QTimer(self, interval=_TYPED_MS, singleShot=True)
        self._put_banner()
        if shown.is_empty:
            words = "Tick what you want to bring, or write down what you want to talk about."
            self.body.add(EmptyState("There is nothing to put on the pages yet", words))
            self.body.column.addStretch()
            return
        self._connect()
        self._lay_out()
        self._say_what_leaves()
        give_focus(self.save_button)
        self._make()

    def _put_banner(self) -> None:
        """Outside of what scrolls, so that it is seen wherever the person has scrolled to."""
        around = QVBoxLayout()
        around.setContentsMargins(px(28), 0, px(28), px(4))
        around.addWidget(self.said)
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            column.insertLayout(1, around)

    def _connect(self) -> None:
        self.foot.addWidget(self.save_button)
        self.save_button.clicked.connect(self._on_save_clicked)
        self.name.edited.connect(self._on_name_edited)
        self.name.accepted.connect(self._make)
        self._typed.timeout.connect(self._make)
        self.preview.maker.made.connect(self._on_made)
        self.preview.maker.stopped.connect(self._on_stopped)
        self.preview.again_asked.connect(self._make)

    def _lay_out(self) -> None:
        words = Card(gap=10)
        words.add(CardTitle("What leaves this computer"))
        words.add(Muted("These, and nothing else, are in the file:"))
        words.add(self.lines)
        words.add(self.name)
        words.add(Body(f"{NOT_ENCRYPTED} {_NO_COPY}"))
        side = Column(words)
        side.column.addStretch(1)
        grid = FlowGrid(columns=(2, 1), least=300, shares=(2, 3), gap=20)
        grid.add(side)
        grid.add(self.preview)
        self.body.add(grid)
        self.body.column.addStretch()

    def _say_what_leaves(self) -> None:
        said = summary(self._shown, name=self.name.text())
        self.lines.setText("\n".join(f"• {line}" for line in said))
        spoken = f"What leaves this computer: {'; '.join(said)}. {NOT_ENCRYPTED}"
        self.lines.setAccessibleName(spoken)
        self.save_button.setAccessibleDescription(spoken)  # it has the focus at first

    def _make(self) -> None:
        self._typed.stop()
        self.preview.make(self._shown, name=self.name.text())

    def _on_name_edited(self) -> None:
        self._say_what_leaves()
        self.preview.maker.forget()  # what was made has another name on it
        self._typed.start()

    def _on_made(self) -> None:
        self._say_what_is_lacking()
        if self._asks_when_made:
            self._ask_where()

    def _say_what_is_lacking(self) -> None:
        """Name the signs that could not be printed, before the file is saved."""
        printed, before = self.preview.maker.printed, self._lacking
        self._lacking = "" if printed is None else unknown_words(printed.unknown)
        if self._lacking:
            self.said.say(self._lacking, "watch")
        elif before and self.said.message == before:
            self.said.hide()

    def _on_stopped(self) -> None:
        self._asks_when_made = False

    def _on_save_clicked(self) -> None:
        if self.preview.maker.printed is not None:
            self._ask_where()
            return
        self._asks_when_made = True
        if not self.preview.maker.busy or self._typed.isActive():
            self._make()

    def _ask_where(self) -> None:
        self._asks_when_made = False
        name = f"For supervision {self._shown.made.isoformat()}.pdf"
        ask_where(
            self,
            Wanted("Save PDF", name, kind="PDF", ending="pdf"),
            chosen=self.save,
            refused=lambda sentence: self.said.say(sentence, "attention"),
        )

    def save(self, file: Path) -> None:
        """Write the PDF to a file, and say how that went. Nothing happens if none is made."""
        printed = self.preview.maker.printed
        if printed is None:
            return
        self.save_button.setEnabled(False)

        self._saving.start(
            partial(save_whole, file, printed.pdf),
            done=partial(self._on_saved, file),
            failed=self._on_not_saved,
        )

    def _on_saved(self, file: Path, _nothing: object) -> None:
        self._let_save()
        give_focus(self.close_button)
        words = f"Saved as {readable(file.name)}. {NOT_ENCRYPTED} {self._lacking}"
        self.said.say(words.strip(), "steady")
        self.saved.emit(file.name)

    def _on_not_saved(self, error: Exception) -> None:
        self._let_save()
        if not isinstance(error, UserError):
            raise error
        self.said.say(str(error), "attention")

    def _let_save(self) -> None:
        self.save_button.setEnabled(True)
        give_focus(self.save_button)

    def done(self, result: int) -> None:
        """Close: no page is made any more; a file that is being written is written whole."""
        self._typed.stop()
        self.preview.maker.rest()
        self._saving.forget()
        super().done(result)
