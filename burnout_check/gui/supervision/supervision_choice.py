"""Choose what to show in supervision: the ticks, the range, and the way to the view."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from burnout_check.domain.supervision.sharing_choice import (
    RANGES,
    SOMEONE_ELSE,
    Kind,
    Privacy,
    ShareableItem,
    SharingChoice,
)
from burnout_check.gui.kit.buttons import PlainButton, PrimaryButton, QuietButton
from burnout_check.gui.kit.card import Card
from burnout_check.gui.kit.column import Column
from burnout_check.gui.kit.labels import Body, CardTitle, FieldLabel, Muted, Strong
from burnout_check.gui.kit.select import Select
from burnout_check.gui.supervision.supervision_offer import OfferGroup

_GROUPS: tuple[tuple[str, Kind, Privacy | None], ...] = (
    ("Your work", Kind.MEASURE, Privacy.WORK),
    ("How you are", Kind.MEASURE, Privacy.PERSONAL),
    ("What stands out now", Kind.PROMPT, None),
    ("Actions", Kind.ACTION, None),
    ("What happened", Kind.EVENT, None),
    ("Weeks away", Kind.AWAY, None),
    ("Notes", Kind.NOTE, None),
)


class ChoiceCard(Card):
    """What could be shown, each with its tick; ``foot`` has its buttons, always in view.

    Signals:
        changed(choice): the person ticked, cleared, or took another range.
        asked_again(yes): whether the personal things of last time are ticked again.
        show_asked(): the view is wanted.
        save_asked(): the pages are wanted.
        someone_asked(): the person would rather talk to someone else.
    """

    changed = Signal(object)
    asked_again = Signal(bool)
    show_asked = Signal()
    save_asked = Signal()
    someone_asked = Signal()

    def __init__(self) -> None:
        super().__init__(gap=8)
        self._choice = SharingChoice()
        self._offers: tuple[ShareableItem, ...] | None = None
        self.groups: dict[str, OfferGroup] = {}
        self.add(CardTitle("Choose what to show"))
        self.add(
            Muted(
                "Only ticked things, and the lines to talk about, appear on the shared screen "
                "and in the PDF. Nothing private is ticked for you."
            )
        )
        self._reminder = _Question(SOMEONE_ELSE, "")
        self._reminder.yes.clicked.connect(self.someone_asked)
        self._again = _Question("Show these again", "Leave them out")
        self._again.yes.clicked.connect(lambda: self.asked_again.emit(True))
        self._again.no.clicked.connect(lambda: self.asked_again.emit(False))
        self.add(self._reminder)
        self.add(self._again)
        self.range = Select("Weeks to show", [(each, f"Last {each} weeks") for each in RANGES])
        self.range.picked.connect(lambda weeks: self._take(self._choice.over(weeks)))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(FieldLabel("Weeks to show", buddy=self.range))
        row.addWidget(self.range)
        row.addStretch()
        self.add(row)
        self._lists = Column(gap=4)
        self.add(self._lists)
        self._nothing = Body(
            "There is nothing to tick yet. After your first check-in your numbers can be chosen "
            "here. The lines to talk about can be shown now."
        )
        self._nothing.hide()
        self.add(self._nothing)
        self.column.addStretch()
        self.foot = QWidget()
        self.show_button = PrimaryButton("Sho&w together")
        self.show_button.clicked.connect(self.show_asked)
        self.save_button = PlainButton("Save PDF")
        self.save_button.clicked.connect(self.save_asked)
        self._why_not = Muted("Tick something, or add a line to talk about.")
        self.show_button.setAccessibleName("Show together")
        foot = QHBoxLayout(self.foot)
        foot.setContentsMargins(32, 12, 32, 16)
        foot.setSpacing(12)
        foot.addWidget(self._why_not, 1)
        foot.addStretch()
        foot.addWidget(self.save_button)
        foot.addWidget(self.show_button)

    def remind(self, reminder: str) -> None:
        """Say who will see it; nothing for ""."""
        self._reminder.say(reminder)

    def ask_again(self, offers: tuple[ShareableItem, ...]) -> None:
        """Ask whether these of last time are shown again; nothing for none."""
        names = ", ".join(offer.name for offer in offers)
        self._again.say(f"Last time you also showed: {names}. Show these again?" if names else "")

    def show_offers(
        self, offers: tuple[ShareableItem, ...], choice: SharingChoice, *, can_show: bool
    ) -> None:
        """List everything that could be ticked, with what is; what is there already stays."""
        if (offers, choice) == (self._offers, self._choice):
            self.allow(can_show=can_show)
            return
        self._offers = offers
        self._choice = choice
        was_open = {name for name, group in self.groups.items() if group.is_open}
        self._lists.clear()
        self.groups = {}
        for title, kind, privacy in _GROUPS:
            found = tuple(
                offer for offer in offers if offer.kind is kind and privacy in (None, offer.privacy)
            )
            if found:
                is_open = title in was_open or title == _GROUPS[0][0]
                group = OfferGroup(title, found, choice, is_open=is_open)
                group.changed.connect(self._on_changed)
                self.groups[title] = group
                self._lists.add(group)
        self.range.set_value(choice.weeks)
        self._nothing.setVisible(not offers)
        self.allow(can_show=can_show)

    def allow(self, *, can_show: bool) -> None:
        """Let it be shown, or say what is missing."""
        self.show_button.setEnabled(can_show)
        self.save_button.setEnabled(can_show)
        self._why_not.setVisible(not can_show)

    def _take(self, choice: SharingChoice) -> None:
        self._choice = choice
        self.changed.emit(choice)

    def _on_changed(self, offer: ShareableItem, on: bool, numbers: bool) -> None:
        choice = self._choice
        self._take(choice.tick(offer.id, numbers=numbers) if on else choice.untick(offer.id))


class _Question(Card):
    """A sentence with one or two answers; not there while it has no words."""

    def __init__(self, yes: str, no: str) -> None:
        super().__init__("primary-soft", padding=12, gap=8)
        self._words = Strong()
        self.yes, self.no = PlainButton(yes), QuietButton(no)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.yes)
        if no:
            row.addWidget(self.no)
        else:
            self.no.setParent(self)
            self.no.hide()
        row.addStretch()
        self.add(self._words)
        holder = QWidget()
        holder.setLayout(row)
        row.setContentsMargins(0, 0, 0, 0)
        self.add(holder)
        self.hide()

    def say(self, words: str) -> None:
        self._words.setText(words)
        self.setVisible(bool(words))
