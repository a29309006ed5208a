"""The events on the time line as a list: to change, to delete, to see before and after."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from burnout_check.domain.event import Event
from burnout_check.domain.week import plain_date
from burnout_check.gui.kit.buttons import Button, IconButton, PlainButton, QuietButton
from burnout_check.gui.kit.card import Card, Divider
from burnout_check.gui.kit.column import Column, clear_layout
from burnout_check.gui.kit.focus import give_focus
from burnout_check.gui.kit.labels import CardTitle, Muted, Small, Strong
from burnout_check.gui.kit.responsive_row import ResponsiveRow
from burnout_check.gui.look.scale import px

_FEW = 4
_NONE = (
    "Put what happened on the time line: leave, a new post, a complaint, a change in the service. "
    "It stands on every chart, and you can compare the weeks before and after it."
)


class EventCard(Card):
    """The newest events first; the older ones when they are asked for.

    Signals:
        add_asked(): a new one.
        change_asked(event), remove_asked(event): the person pressed one of its buttons.
        compare_asked(event): before and after it; None for no longer.
    """

    add_asked = Signal()
    change_asked = Signal(object)
    remove_asked = Signal(object)
    compare_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__(gap=10)
        self._events: tuple[Event, ...] = ()
        self._compared = 0
        self._all = False
        self.compare: dict[int, Button] = {}
        self.change: dict[int, Button] = {}
        self.remove: dict[int, Button] = {}
        self.add_button = PlainButton("Add event", symbol="plus")
        self.add_button.clicked.connect(self.add_asked)
        self.add(ResponsiveRow(CardTitle("Events"), self.add_button))
        self._none = Muted(_NONE)
        self.add(self._none)
        self._rows = Column(gap=px(8))
        self.add(self._rows)
        self.more = QuietButton("")
        self.more.clicked.connect(self._on_more)
        self.add(self.more)
        self._fill()

    def show_events(self, events: Sequence[Event], *, compared: Event | None) -> None:
        """Show these events, and which of them is compared below."""
        newest = tuple(reversed(events))
        number = compared.id if compared is not None else 0
        if (newest, number) == (self._events, self._compared):
            return
        self._events, self._compared = newest, number
        held = self._held()
        self._fill()
        if held is not None:
            QTimer.singleShot(0, self, lambda: self._take_hold(*held))

    def _held(self) -> tuple[str, int] | None:
        """Which button of which event the keyboard was on; it goes when the rows are made anew."""
        focus = self.window().focusWidget()
        for name, buttons in self._buttons().items():
            for number, button in buttons.items():
                if button is focus:
                    return name, number
        return None

    def _take_hold(self, name: str, number: int) -> None:
        button = self._buttons()[name].get(number, self.add_button)
        give_focus(button)

    def _buttons(self) -> dict[str, dict[int, Button]]:
        return {"compare": self.compare, "change": self.change, "remove": self.remove}

    def _fill(self) -> None:
        clear_layout(self._rows.column)
        self.compare, self.change, self.remove = {}, {}, {}
        shown = self._events if self._all else self._events[:_FEW]
        for event in shown:
            self._rows.column.addWidget(Divider())
            self._rows.column.addWidget(self._row(event))
        hidden = len(self._events) - len(shown)
        self._none.setVisible(not self._events)
        self._rows.setVisible(bool(self._events))
        self.more.setVisible(hidden > 0)
        self.more.setText(f"Show {hidden} more")

    def _row(self, event: Event) -> QWidget:
        name = f"{event.label}, {plain_date(event.day, year=True)}"
        compare = PlainButton("Before and after")
        compare.setCheckable(True)
        compare.setChecked(event.id == self._compared)
        compare.setAccessibleName(f"Before and after: {name}")
        compare.clicked.connect(lambda on: self.compare_asked.emit(event if on else None))
        change = QuietButton("Change")
        change.setAccessibleName(f"Change: {name}")
        change.clicked.connect(lambda: self.change_asked.emit(event))
        remove = IconButton(f"Delete: {name}", symbol="delete")
        remove.clicked.connect(lambda: self.remove_asked.emit(event))
        self.compare[event.id], self.change[event.id] = compare, change
        self.remove[event.id] = remove
        return ResponsiveRow(
            Column(Strong(event.label), Small(_when(event.day))), compare, change, remove, least=220
        )

    def _on_more(self) -> None:
        self._all = True
        self._fill()


def _when(day: date) -> str:
    return plain_date(day, year=True, weekday=True)
