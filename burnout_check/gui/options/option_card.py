"""One suggestion: what to do, how, and a place for it among the person's actions."""

from __future__ import annotations

from PySide6.QtCore import Signal

from burnout_check.domain.support.option import Aim, Option, Tier
from burnout_check.gui.kit.announce import announce
from burnout_check.gui.kit.buttons import Button, PlainButton, QuietButton
from burnout_check.gui.kit.card import Card
from burnout_check.gui.kit.labels import CardTitle, Muted, TileTitle
from burnout_check.gui.kit.responsive_row import ButtonRow

_FOR_SUPERVISION = {Tier.SUPERVISOR, Tier.MANAGER}
FOR = {Aim.PERSON: "For you", Aim.WORK: "For the work"}


class OptionCard(Card):
    """A support option that is suggested.

    Signals:
        how_asked(option): the person wants to know how to do it.
        add_asked(option): they want it among their actions.
        undo_asked(option): they want it out of them again.
        agenda_asked(option): they want to take it to supervision, or not any more.

    Args:
        option: what it shows.
        is_added: it is among the open actions already.
        is_taken: it is on the agenda of the next supervision already.
    """

    how_asked = Signal(object)
    add_asked = Signal(object)
    undo_asked = Signal(object)
    agenda_asked = Signal(object)

    def __init__(self, option: Option, *, is_added: bool, is_taken: bool) -> None:
        super().__init__(padding=16, gap=6)
        self.option = option
        self.setAccessibleName(f"{FOR[option.aim]}: {option.name}")
        self.add(TileTitle(FOR[option.aim]))
        self.add(CardTitle(option.name))
        self.add(Muted(option.text))
        self.how = QuietButton("How to do this")
        self.how.setAccessibleDescription(option.name)
        self.how.set_flush()
        self.how.clicked.connect(lambda: self.how_asked.emit(option))
        self.action = PlainButton("Add to my actions")
        self.action.setAccessibleDescription(option.name)
        self.action.clicked.connect(self._on_action_clicked)
        self._is_added = is_added
        buttons: list[Button] = [self.how, self.action]
        self._is_taken = is_taken
        self.agenda: PlainButton | None = None
        if option.tier in _FOR_SUPERVISION:
            self.agenda = PlainButton("Take to supervision")
            self.agenda.setAccessibleDescription(option.name)
            self.agenda.clicked.connect(lambda: self.agenda_asked.emit(option))
            buttons.append(self.agenda)
        self.add(ButtonRow(*buttons, gap=16))
        self.column.addStretch()
        self._draw()

    @property
    def is_added(self) -> bool:
        """It is among the open actions."""
        return self._is_added

    def show_added(self, *, is_added: bool) -> None:
        """Say whether it is among the open actions, on the screen and aloud."""
        if is_added != self._is_added:
            self._is_added = is_added
            self._draw()
            said = "Added to my actions" if is_added else "Taken out of my actions"
            self._say(f"{said}: {self.option.name}")

    def show_taken(self, *, is_taken: bool) -> None:
        """Say whether it is on the agenda of the next supervision, on the screen and aloud."""
        if is_taken != self._is_taken:
            self._is_taken = is_taken
            self._draw()
            said = "Put on the agenda" if is_taken else "Taken off the agenda"
            self._say(f"{said}: {self.option.name}")

    def _say(self, sentence: str) -> None:
        """Say it aloud, unless it was done on another page, which says it itself."""
        if self.isVisible():
            announce(self.action, sentence)

    def _draw(self) -> None:
        self.action.setText("In my actions: undo" if self._is_added else "Add to my actions")
        self.action.set_symbol("tick" if self._is_added else "plus")
        if self.agenda is not None:
            self.agenda.setText("On the agenda: undo" if self._is_taken else "Take to supervision")
            self.agenda.set_symbol("tick" if self._is_taken else "supervision")

    def _on_action_clicked(self) -> None:
        asked = self.undo_asked if self._is_added else self.add_asked
        asked.emit(self.option)
