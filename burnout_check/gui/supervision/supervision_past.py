"""The earlier sessions of a room: to look back on, to add to, to change, and to delete."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal

from burnout_check.domain.supervision.supervision_session import SupervisionSession
from burnout_check.errors import BadInput
from burnout_check.gui.kit.column import Column
from burnout_check.gui.kit.focus import focus_soon
from burnout_check.gui.supervision.past_session_sheet import PastSessionSheet
from burnout_check.gui.supervision.supervision_history_view import SupervisionHistoryView
from burnout_check.session.supervision import Supervision


class PastSessions(Column):
    """The history, with what its buttons do.

    Signals:
        kept(session): one was added; that week's check-in may have its minutes already.

    Args:
        room: the sessions.
        today: no session is later.
    """

    kept = Signal(object)

    def __init__(self, supervision: Supervision, *, today: date) -> None:
        super().__init__()
        self._supervision = supervision
        self._today = today
        self.view = SupervisionHistoryView(supervision.history())
        self.view.add_asked.connect(lambda: self._open(None))
        self.view.change_asked.connect(self._open)
        self.view.delete_asked.connect(self._on_delete)
        self.view.undo_asked.connect(self._on_undo)
        self.add(self.view)

    def look(self, *, today: date) -> None:
        """Show everything as it is now."""
        self._today = today
        self.view.show_history(self._supervision.history())

    def _open(self, session: SupervisionSession | None) -> None:
        sheet = PastSessionSheet(session, today=self._today, parent=self.window())
        sheet.save_asked.connect(lambda filled: self._on_save(sheet, filled))
        sheet.open()

    def _on_save(self, sheet: PastSessionSheet, filled: SupervisionSession) -> None:
        is_new = not filled.id
        try:
            if is_new:
                filled = self._supervision.add(filled)
            else:
                self._supervision.update(filled)
        except BadInput as error:
            sheet.refuse(error)
            return
        sheet.accept()
        self.look(today=self._today)
        self._go_to(filled)
        if is_new:
            self.kept.emit(filled)

    def _on_delete(self, session: SupervisionSession) -> None:
        self._supervision.remove(session)
        self.look(today=self._today)
        minutes = self._supervision.in_check_in(session)
        self.view.say_deleted(session, None if minutes is None else minutes[0])

    def _on_undo(self, session: SupervisionSession) -> None:
        self._supervision.restore(session)
        self.look(today=self._today)
        self._go_to(session)

    def _go_to(self, session: SupervisionSession) -> None:
        """Give the focus to a session that is shown, once it is there."""
        rows = (row for row in self.view.rows if row.session.id == session.id)
        if (row := next(rows, None)) is not None:
            button = row.change
            focus_soon(button)
