"""The past weeks: to fill one in late, to correct one, or to delete one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from burnout_check.domain.week import Week, plain_date
from burnout_check.gui.bus.navigator import Navigator
from burnout_check.gui.kit.buttons import PrimaryButton, QuietButton
from burnout_check.gui.kit.focus import focus_soon
from burnout_check.gui.kit.labels import Body
from burnout_check.gui.kit.sheet import Sheet
from burnout_check.gui.look.scale import px
from burnout_check.session.session import Session

WEEKS_BACK = 52
"""How far back a week may be filled in, besides those that are saved."""


class OtherWeekDialog(Sheet):
    """Lists the weeks with what is there; a deleted check-in can be put back until locking."""

    def __init__(self, session: Session, navigator: Navigator, parent: QWidget) -> None:
        super().__init__("Another week", parent, size=(640, 600))
        self._session = session
        self._navigator = navigator
        self.weeks = QListWidget()
        self.weeks.setAccessibleName("Weeks")
        self.weeks.setMinimumHeight(px(160))
        self._open = PrimaryButton("Fill in or correct")
        self.delete = QuietButton("Delete the check-in")
        self.body.add(Body("A week filled in late counts like any other."))
        self.body.add(self.weeks, stretch=1)
        self.foot.insertWidget(0, self.delete)
        self.foot.addWidget(self._open)
        self._open.clicked.connect(self._on_open)
        self.weeks.itemActivated.connect(self._on_open)
        self.weeks.currentRowChanged.connect(self._on_row_changed)
        self.delete.clicked.connect(self._on_delete)
        self._fill()
        weeks = self.weeks
        focus_soon(weeks)

    @property
    def week(self) -> Week:
        """The week chosen in the list."""
        return Week.parse(self.weeks.currentItem().data(Qt.ItemDataRole.UserRole))

    def choose(self, week: Week) -> None:
        """Go to a week in the list."""
        shown = (self.weeks.item(row) for row in range(self.weeks.count()))
        names = [item.data(Qt.ItemDataRole.UserRole) for item in shown]
        self.weeks.setCurrentRow(names.index(str(week)))

    def _fill(self) -> None:
        row = max(0, self.weeks.currentRow())
        self.weeks.clear()
        this = self._session.ledger.week
        saved = [past.week for past in self._session.ledger.history.check_ins]
        shown = {this.plus(-back) for back in range(1, WEEKS_BACK + 1)} | set(saved)
        for week in sorted(shown, reverse=True):
            item = QListWidgetItem(f"{self._name(week)}   {self._state(week)}")
            item.setData(Qt.ItemDataRole.UserRole, str(week))
            self.weeks.addItem(item)
        self.weeks.setCurrentRow(row)

    def _name(self, week: Week) -> str:
        other_year = week.monday.year != self._session.ledger.today.year
        return f"Week of {plain_date(week.monday, year=other_year)}"

    def _state(self, week: Week) -> str:
        if any(draft.week == week for draft in self._session.check_ins.drafts()):
            return "half filled in"
        if self._session.ledger.history.get(week) is not None:
            return "saved"
        if week in self._session.check_ins.removed:
            return "deleted, can be put back"
        away = self._session.ledger.history.reason(week)
        return "" if away is None else f"away: {away.reason.label}"

    def _on_row_changed(self, row: int) -> None:
        if row < 0:
            return
        removed = self.week in self._session.check_ins.removed
        self.delete.setText("Put it back" if removed else "Delete the check-in")
        self.delete.setVisible(removed or self._session.ledger.history.get(self.week) is not None)

    def _on_open(self) -> None:
        week = self.week
        self.accept()
        self._navigator.fill_in(week)

    def _on_delete(self) -> None:
        if self.week in self._session.check_ins.removed:
            self._session.check_ins.restore(self.week)
        else:
            self._session.check_ins.remove(self.week)
        self._fill()
