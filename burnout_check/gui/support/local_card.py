"""Where you work: the person's own entries for help near them, and those of their service."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from burnout_check.domain.support.local_help import LocalEntry
from burnout_check.domain.support.option import Origin
from burnout_check.gui.kit.announce import announce
from burnout_check.gui.kit.buttons import IconButton, PlainButton, QuietButton
from burnout_check.gui.kit.card import Card, Divider
from burnout_check.gui.kit.column import Column
from burnout_check.gui.kit.labels import CardTitle, Muted, Small, Strong
from burnout_check.gui.kit.responsive_row import ResponsiveRow

_ABOUT = (
    "Occupational health, your union rep, your GP: put their numbers here, so that they are "
    "on this page when you need them. Only you see your own entries."
)


class LocalCard(Card):
    """The entries, each with what can be done about it, and the way to a new one.

    Signals:
        add_asked(): a new one.
        change_asked(entry): to change one's own, or to put one's own in place of the service's.
        remove_asked(entry): to take one's own out.
        undo_asked(): to put the one taken out back.

    Args:
        own: the person's entries.
        service: those of the service that the person has none in place of.
        removed: the one just taken out; None if there is none.
    """

    add_asked = Signal()
    change_asked = Signal(object)
    remove_asked = Signal(object)
    undo_asked = Signal()

    def __init__(
        self,
        own: Sequence[LocalEntry],
        service: Sequence[LocalEntry],
        *,
        removed: LocalEntry | None = None,
    ) -> None:
        super().__init__(gap=8)
        self.undo = QuietButton("Undo", symbol="undo")
        self.undo.clicked.connect(self.undo_asked)
        self.new = PlainButton("Add an entry", symbol="plus")
        self.new.clicked.connect(self.add_asked)
        self.add(CardTitle("Where you work"))
        self.add(Muted(_ABOUT))
        for entry in own:
            self._add_row(entry, Origin.OWN, self._own_buttons(entry))
        for entry in service:
            self._add_row(entry, Origin.SERVICE, [self._instead(entry)])
        if removed is not None:
            said = f"Removed: {removed.name}"
            self.add(ResponsiveRow(Small(said), self.undo, least=160))
            announce(self, said)
        else:
            self.undo.setParent(self)
            self.undo.hide()
        row = QHBoxLayout()
        row.addWidget(self.new)
        row.addStretch()
        self.add(row)

    def _add_row(self, entry: LocalEntry, origin: Origin, buttons: list[QWidget]) -> None:
        kind = "" if entry.name == entry.kind.label else entry.kind.label
        facts = (kind, entry.number, entry.hours, origin.label)
        line = " · ".join(fact for fact in facts if fact)
        words = Column(Strong(entry.name), Small(f"{line[0].upper()}{line[1:]}"))
        if entry.note:
            words.column.addWidget(Small(entry.note))
        self.add(Divider())
        self.add(ResponsiveRow(words, *buttons))

    def _own_buttons(self, entry: LocalEntry) -> list[QWidget]:
        change = PlainButton("Change")
        change.setAccessibleName(f"Change: {entry.name}")
        change.clicked.connect(lambda: self.change_asked.emit(entry))
        remove = IconButton(f"Remove: {entry.name}", symbol="delete")
        remove.clicked.connect(lambda: self.remove_asked.emit(entry))
        return [change, remove]

    def _instead(self, entry: LocalEntry) -> PlainButton:
        button = PlainButton("Use my own instead")
        button.setAccessibleDescription(entry.name)
        button.clicked.connect(lambda: self.change_asked.emit(entry))
        return button
