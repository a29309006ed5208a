"""What to talk about in supervision: lines in the person's order, and lines worth adding."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from burnout_check.domain.supervision.agenda import AgendaItem, Source
from burnout_check.gui.kit.buttons import IconButton, PlainButton
from burnout_check.gui.kit.card import Card
from burnout_check.gui.kit.column import Column
from burnout_check.gui.kit.fields import Field
from burnout_check.gui.kit.focus import focus_soon
from burnout_check.gui.kit.labels import Body, CardTitle, Muted, Small
from burnout_check.gui.kit.responsive_row import ResponsiveRow

_ALT = Qt.KeyboardModifier.AltModifier
_STEPS: dict[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_SOURCES = {Source.OWN: "added by you", Source.OPTION: "from Support"}


class AgendaCard(Card):
    """The lines, each with its buttons; Alt with up or down moves the line that has the focus.

    Signals:
        added(text): the person typed a line.
        accepted(item): a suggested line is wanted.
        moved(item, place): the line belongs at another place, counted from 0.
        removed(item): the line is not wanted.
    """

    added = Signal(str)
    accepted = Signal(object)
    moved = Signal(object, int)
    removed = Signal(object)

    def __init__(self) -> None:
        super().__init__(gap=8)
        self.rows: list[AgendaRow] = []
        self.suggestions: list[PlainButton] = []
        self.add(CardTitle("For this session"))
        self._empty = Muted("What do you want to talk about? Add a line, or take a suggestion.")
        self.add(self._empty)
        self._lines = Column()
        self.add(self._lines)
        self.new = Field("Add a line")
        self.new.accepted.connect(self._on_typed)
        add = PlainButton("Add")
        add.setAccessibleName("Add this line")
        add.clicked.connect(self._on_typed)
        self.new.beside.addWidget(add)
        self.add(self.new)
        self._suggested = Column(gap=4)
        self.add(self._suggested)

    def show_lines(self, agenda: tuple[AgendaItem, ...], suggested: tuple[AgendaItem, ...]) -> None:
        """Show the lines as they are now, and keep the focus on the line or the button it was."""
        focused = next((row.item.id for row in self.rows if _has_focus(row)), None)
        suggestion = next((at for at, each in enumerate(self.suggestions) if each.hasFocus()), None)
        self._lines.clear()
        self._suggested.clear()
        self._empty.setVisible(not agenda)
        self.rows = [self._row(place, item, len(agenda)) for place, item in enumerate(agenda)]
        self.suggestions = []
        if suggested:
            self._suggested.add(Small("Suggested"))
        for item in suggested:
            self._suggested.add(self._suggestion(item))
        if focused is not None:
            row = next((row for row in self.rows if row.item.id == focused), None)
            focus_soon(row or self.new)
        elif suggestion is not None:
            rest = self.suggestions[min(suggestion, len(self.suggestions) - 1) :]
            focus_soon(rest[0] if rest else self.new)

    def _row(self, place: int, item: AgendaItem, count: int) -> AgendaRow:
        row = AgendaRow(place, item, count)
        row.move_asked.connect(self.moved)
        row.remove_asked.connect(self.removed)
        self._lines.add(row)
        return row

    def _suggestion(self, item: AgendaItem) -> ResponsiveRow:
        button = PlainButton("Add", symbol="plus")
        button.setAccessibleName(f"Add: {item.text}")
        button.clicked.connect(lambda: self.accepted.emit(item))
        self.suggestions.append(button)
        return ResponsiveRow(Body(item.text), button, least=160)

    def _on_typed(self) -> None:
        self.added.emit(self.new.text())


class AgendaRow(QWidget):
    """One line with its number. Alt and up or down moves it, Delete removes it."""

    move_asked = Signal(object, int)
    remove_asked = Signal(object)

    def __init__(self, place: int, item: AgendaItem, count: int) -> None:
        super().__init__()
        self.item = item
        self._place = place
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(f"{place + 1}. {item.text}")
        self.setAccessibleDescription("Alt with up or down moves this line. Delete removes it.")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Body(f"{place + 1}. {item.text}"))
        if item.source in _SOURCES:
            words.addWidget(Small(_SOURCES[item.source]))
        line = QHBoxLayout(self)
        line.setContentsMargins(4, 2, 4, 2)
        line.setSpacing(4)
        line.addLayout(words, 1)
        for name, symbol, step in (("up", "chevron-up", -1), ("down", "chevron-down", 1)):
            button = IconButton(f"Move {name}: {item.text}", symbol=symbol)
            button.setEnabled(0 <= place + step < count)
            button.clicked.connect(lambda _=False, to=place + step: self._move(to))
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        remove = IconButton(f"Remove: {item.text}", symbol="close")
        remove.clicked.connect(lambda: self.remove_asked.emit(item))
        line.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)

    def _move(self, to: int) -> None:
        self.move_asked.emit(self.item, to)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move or remove the line."""
        if event.key() in _STEPS and event.modifiers() & _ALT:
            self._move(max(0, self._place + _STEPS[event.key()]))
        elif event.key() == Qt.Key.Key_Delete:
            self.remove_asked.emit(self.item)
        else:
            super().keyPressEvent(event)


def _has_focus(row: QWidget) -> bool:
    focus = row.window().focusWidget()
    return focus is not None and (focus is row or row.isAncestorOf(focus))
