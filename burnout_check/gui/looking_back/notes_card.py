"""All private notes in one place, with a search that stays in this window."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from burnout_check.domain.numbers import number_of
from burnout_check.domain.week import plain_date
from burnout_check.gui.kit.announce import announce
from burnout_check.gui.kit.buttons import PlainButton, QuietButton
from burnout_check.gui.kit.card import Card, Divider
from burnout_check.gui.kit.column import Column
from burnout_check.gui.kit.fields import Field
from burnout_check.gui.kit.labels import Body, CardTitle, Muted, Small
from burnout_check.gui.kit.responsive_row import ResponsiveRow
from burnout_check.session.looking_back import LookingBack

AT_FIRST = 8
"""More notes than this are shown when they are asked for."""


class NotesCard(Card):
    """The notes, newest first, each with its week.

    Signals:
        week_asked(week): to see what that week said.

    Args:
        looking_back: for the notes.
        sought: what the search begins with.
    """

    week_asked = Signal(object)

    def __init__(self, looking_back: LookingBack, *, sought: str = "") -> None:
        super().__init__(gap=8)
        self._looking_back = looking_back
        self.add(CardTitle("Your notes"))
        self.search = Field("Find words in your notes")
        self.search.set_text(sought)
        self.search.edited.connect(lambda _text: self._show())
        self.add(self.search)
        self.found = Muted()
        self.add(self.found)
        self._rows = Column(gap=8)
        self.add(self._rows)
        self.more = PlainButton("Show all of them", symbol="plus")
        self.more.clicked.connect(lambda: self._show(every=True))
        self.add(self.more)
        self._show()

    def _show(self, *, every: bool = False) -> None:
        found = self._looking_back.notes(self.search.text())
        shown = found if every else found[:AT_FIRST]
        self._rows.clear()
        for week, note in shown:
            open_week = QuietButton("See that week")
            open_week.setAccessibleName(f"See the week of {plain_date(week.monday, year=True)}")
            open_week.clicked.connect(lambda _=False, week=week: self.week_asked.emit(week))
            day = Small(f"Week of {plain_date(week.monday, year=True)}")
            self._rows.add(Column(ResponsiveRow(day, open_week), _plain(note), Divider(), gap=4))
        words = f"{number_of(len(found), 'note', none='No')} found."
        self.found.setText(words)
        self.more.setVisible(len(shown) < len(found))
        if self.search.line.hasFocus():
            announce(self.search.line, words)


def _plain(note: str) -> QWidget:
    return Body(note, selectable=True)
