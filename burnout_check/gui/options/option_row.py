"""One line of help on a shelf: its name, its number, when it is there and how sure that is."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from burnout_check.domain.support.option import Option, Origin, Source
from burnout_check.domain.week import short_date
from burnout_check.gui.kit.buttons import IconButton, QuietButton
from burnout_check.gui.kit.clipboard import Clipboard
from burnout_check.gui.kit.column import Column
from burnout_check.gui.kit.copy_button import NumberButton
from burnout_check.gui.kit.labels import Muted, Small, Strong
from burnout_check.gui.kit.responsive_row import ResponsiveRow


class OptionRow(QWidget):
    """A support option with a number, or one that is found where the person works.

    Signals:
        more_asked(option): the person wants to read all there is on it.
        own_asked(kind): they want to put their own number there.

    Args:
        option: what it shows.
        clipboard: where its number goes.
        today: the day it is, to say how fresh the entry is.
        with_nations: say which nations it is for, because the person's is not known.
    """

    more_asked = Signal(object)
    own_asked = Signal(object)

    def __init__(
        self, option: Option, clipboard: Clipboard, *, today: date, with_nations: bool
    ) -> None:
        super().__init__()
        self.option = option
        self.number: NumberButton | None = None
        self.copied = Small("Copied", wrap=False)
        self.copied.hide()
        self.more = IconButton(f"More about {option.name}", symbol="info")
        self.more.clicked.connect(lambda: self.more_asked.emit(option))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 6)
        column.setSpacing(0)
        column.addWidget(
            ResponsiveRow(Strong(option.name), *self._contact(clipboard), least=100, gap=4)
        )
        column.addLayout(self._details(today, with_nations=with_nations))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def _contact(self, clipboard: Clipboard) -> list[QWidget]:
        option = self.option
        if option.number:
            self.number = NumberButton(option.number, clipboard, name=option.name)
            self.number.copied.connect(self.copied.setVisible)
            return [self.number]
        if option.kind is not None and option.origin is Origin.APP:
            own = QuietButton("Add yours")
            own.setAccessibleDescription(option.name)
            own.set_flush()
            own.clicked.connect(lambda: self.own_asked.emit(option.kind))
            return [own]
        return [Muted("local", wrap=False)] if option.local else []

    def _details(self, today: date, *, with_nations: bool) -> QHBoxLayout:
        option = self.option
        words = Column(Small(option.text), gap=0)
        facts = _facts(option, with_nations=with_nations)
        overdue = option.source is not None and today > option.source.review_by
        if option.source is not None and not overdue:
            facts.append(availability_words(option.source, today))
        if facts:
            line = " · ".join(facts)
            words.column.addWidget(Small(f"{line[0].upper()}{line[1:]}"))
        if option.source is not None and overdue:
            late = Small(availability_words(option.source, today))
            late.setProperty("kind", "watch")
            words.column.addWidget(late)
        top = Qt.AlignmentFlag.AlignTop
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(words, 1, top)
        row.addWidget(self.copied, 0, top)
        row.addWidget(self.more, 0, top)
        return row


def availability_words(source: Source, today: date) -> str:
    """Where an entry comes from, when, and whether anybody has checked it since."""
    origin = f"from {source.host}, {source.dated}" if source.host else "known by name only"
    if today > source.review_by:
        return f"May be out of date · {origin}"
    if source.confirmed_on is None:
        return origin if source.known_to_all else f"{origin} · to be checked"
    return f"checked {short_date(source.confirmed_on, year=True)}"


def confirmed_words(options: Iterable[Option]) -> str:
    """How many entries with a source a person has confirmed, and when the last was."""
    sources = [option.source for option in options if option.source is not None]
    days = [source.confirmed_on for source in sources if source.confirmed_on is not None]
    if not days:
        return "No person has confirmed these entries yet. Each says where it comes from."
    last = short_date(max(days), year=True)
    return f"A person has confirmed {len(days)} of {len(sources)} entries, the last on {last}."


def _facts(option: Option, *, with_nations: bool) -> list[str]:
    nations = ", ".join(option.nations) if with_nations else ""
    how = "" if option.call in {"", "Call"} else f"{option.call} {option.number}"
    facts = (nations, how, option.cost, option.hours, option.origin.label)
    return [fact for fact in facts if fact]


def breakable(address: str) -> str:
    """An address that may wrap after each stroke; for reading, not for copying."""
    return address.replace("/", "/\u200b").replace("//\u200b", "//")
