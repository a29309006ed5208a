"""One thing that could be shown in supervision: a tick, and for a measure whether with numbers."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from burnout_check.domain.supervision.sharing_choice import Kind, ShareableItem, SharingChoice
from burnout_check.gui.kit.buttons import QuietButton
from burnout_check.gui.kit.card import Divider
from burnout_check.gui.kit.check_row import CheckRow
from burnout_check.gui.kit.responsive_row import ResponsiveRow

LINE_ONLY = "Line only"
NUMBERS = "With numbers"


class OfferRow(QWidget):
    """``changed(offer, ticked, numbers)`` says what the person wants of an offer.

    A measure that is ticked is a line only until the person asks for its numbers.
    """

    changed = Signal(object, bool, bool)

    def __init__(self, offer: ShareableItem, choice: SharingChoice) -> None:
        super().__init__()
        self._offer = offer
        is_measure = offer.kind is Kind.MEASURE
        self.tick = CheckRow(offer.name, note="" if is_measure else offer.detail, strong=is_measure)
        self.tick.set_on(offer.id in choice.ticked)
        self.numbers: CheckRow | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(Divider())
        if is_measure:
            self.tick.box.setAccessibleDescription(f"{offer.detail}. {LINE_ONLY} at first.")
            self.numbers = CheckRow(NUMBERS)
            self.numbers.box.setAccessibleName(f"{offer.name}, with numbers")
            self.numbers.set_on(offer.id in choice.numbers)
            self.numbers.setEnabled(self.tick.is_on)
            self.numbers.toggled.connect(self._on_changed)
            column.addWidget(ResponsiveRow(self.tick, self.numbers, least=160))
        else:
            column.addWidget(self.tick)
        self.tick.toggled.connect(self._on_changed)

    def _on_changed(self) -> None:
        on = self.tick.is_on
        if self.numbers is not None:
            self.numbers.setEnabled(on)
            if not on and self.numbers.is_on:
                self.numbers.set_on(False)  # comes back here, and says it all
                return
        with_numbers = on and self.numbers is not None and self.numbers.is_on
        self.changed.emit(self._offer, on, with_numbers)


class OfferGroup(QWidget):
    """Some offers under a title that opens and folds them.

    Args:
        title: what they have in common.
        offers: in order.
        choice: what is ticked of them.
        is_open: they can be seen at first; they can too if one is ticked.
    """

    changed = Signal(object, bool, bool)

    def __init__(
        self, title: str, offers: tuple[ShareableItem, ...], choice: SharingChoice, *, is_open: bool
    ) -> None:
        super().__init__()
        self._title = title
        self._ticked = {offer.id for offer in offers} & choice.ticked
        self._count = len(offers)
        self.fold = QuietButton("")
        self.fold.clicked.connect(self._on_fold)
        self._inside = QWidget()
        inside = QVBoxLayout(self._inside)
        inside.setContentsMargins(0, 0, 0, 4)
        inside.setSpacing(4)
        self.rows: dict[str, OfferRow] = {}
        for offer in offers:
            row = OfferRow(offer, choice)
            row.changed.connect(self._on_changed)
            self.rows[offer.id] = row
            inside.addWidget(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Divider())
        head = QHBoxLayout()
        head.addWidget(self.fold)
        head.addStretch()
        column.addLayout(head)
        column.addWidget(self._inside)
        self._open = is_open or bool(self._ticked)
        self._show_state()

    @property
    def is_open(self) -> bool:
        """Its rows can be seen."""
        return self._open

    def open(self) -> None:
        """Show the rows."""
        self._open = True
        self._show_state()

    def _show_state(self) -> None:
        if not self._open:
            self._inside.hide()
        elif self._inside.isHidden():
            self._inside.show()
        self.fold.set_symbol("chevron-up" if self._open else "chevron-down")
        ticked = len(self._ticked)
        self.fold.setText(f"{self._title} ({ticked} of {self._count} ticked)")
        self.fold.setAccessibleDescription("Open" if self._open else "Folded")

    def _on_fold(self) -> None:
        self._open = not self._open
        self._show_state()

    def _on_changed(self, offer: ShareableItem, on: bool, numbers: bool) -> None:
        self._ticked = self._ticked | {offer.id} if on else self._ticked - {offer.id}
        self._show_state()
        self.changed.emit(offer, on, numbers)
