"""Supervision together: a whole window for two people, made from what was ticked and no more."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from time import monotonic

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from burnout_check.domain.supervision.shared_view import SharedView
from burnout_check.domain.supervision.supervision_session import LONGEST, SupervisionSession
from burnout_check.domain.support.action import Action
from burnout_check.errors import BadInput, UserError
from burnout_check.gui.kit.centred_column import CentredColumn
from burnout_check.gui.kit.column import Column
from burnout_check.gui.kit.focus import focus_soon, give_focus
from burnout_check.gui.kit.page_scroll import PageScroll
from burnout_check.gui.kit.privacy_screen import PrivacyScreen
from burnout_check.gui.look.scale import FollowsTextSize, px
from burnout_check.gui.supervision.escape import EscapeAnywhere
from burnout_check.gui.supervision.joint_agree import AgreeCard
from burnout_check.gui.supervision.joint_bar import JointBar
from burnout_check.gui.supervision.joint_close import CloseCard
from burnout_check.gui.supervision.joint_over import OverCard
from burnout_check.gui.supervision.joint_walk import WalkCard
from burnout_check.gui.supervision.shared_view_panel import SharedViewPanel

TITLE = "Supervision"
"""What the window is called meanwhile."""

BLANK = "Space: go on   ·   Enter: end"
_EVERY_MS = 10_000
_KEEP_EVERY = 5
_NARROW = 880
_MARGINS = (32, 20, 16, 20)


@dataclass(frozen=True, slots=True)
class Calls:
    """What the view may ask for: each takes what was typed into it, and tells it nothing else.

    Each raises ``UserError`` for what cannot be saved.
    """

    add_action: Callable[[str, str, date | None], Action]
    update_action: Callable[[Action], Action]
    remove_action: Callable[[Action], None]
    so_far: Callable[[SupervisionSession], None]
    keep: Callable[[SupervisionSession], None]
    leave: Callable[[], None]


class JointView(FollowsTextSize, QWidget):
    """Charts and lists at the left; the walk through and what is agreed at the right.

    Signals:
        left(): it is over, and whoever looked has had the time to look away.
        blanked(is_blank): Escape was pressed, or what it covered is back.

    Args:
        shown: all it ever knows.
        calls: what it may do.
        agreed: the minutes a session is agreed to last, None where that is not known.
        seconds: a clock that only goes on.
    """

    left = Signal()
    blanked = Signal(bool)

    def __init__(
        self,
        shown: SharedView,
        calls: Calls,
        *,
        agreed: float | None = None,
        seconds: Callable[[], float] = monotonic,
    ) -> None:
        super().__init__()
        self._calls = calls
        self._agreed = agreed
        self._seconds = seconds
        self._begun = seconds()
        self._today = shown.made
        self._actions: list[int] = []
        self._kept_at = 0
        self.bar = JointBar(shown)
        self.view = SharedViewPanel(big=True)
        self.walk = WalkCard()
        self.agree = AgreeCard(shown.made)
        self.close_card = CloseCard(shown.made)
        self.over = OverCard()
        self.blank = PrivacyScreen(BLANK)
        self._tools = Column(self.walk, self.agree, gap=16)
        self._main = PageScroll(margins=_MARGINS)
        self._side = PageScroll(margins=(0, 20, 32, 20))
        self._main.add(self.view)
        self._main.column.addStretch()
        self._side.add(self._tools)
        self._side.column.addStretch()
        self._content = self._lay_out()
        self._ending = _centred(self.close_card)
        self._after = _centred(self.over)
        self._covered = self._content
        self._pages = QStackedLayout(self)
        for page in (self._content, self.blank, self._ending, self._after):
            self._pages.addWidget(page)
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self.count)
        self._timer.start()
        self._connect()
        self.count()
        self.view.show_all(shown)

    @property
    def is_drawn(self) -> bool:
        """Whether all there is to see can be seen."""
        return self.view.is_drawn or self._pages.currentWidget() is not self._content

    @property
    def is_blank(self) -> bool:
        """Nothing is to be seen."""
        return self._pages.currentWidget() is self.blank

    @property
    def _is_going_on(self) -> bool:
        return self._pages.currentWidget() is not self._after

    @property
    def minutes(self) -> int:
        """Whole minutes since it was opened, from 1 to the most a session may last."""
        return min(LONGEST, max(1, round((self._seconds() - self._begun) / 60)))

    def first_focus(self) -> QWidget:
        """What is typed into first."""
        return self.walk.next

    def count(self) -> None:
        """Show how long it has been, and now and then keep that, in case it is cut short."""
        minutes = int((self._seconds() - self._begun) // 60)
        self.walk.show_minutes(minutes)
        if minutes >= self._kept_at + _KEEP_EVERY and self._is_going_on:
            self._kept_at = minutes
            self._on_note()

    def cover(self) -> None:
        """Show the neutral screen at once."""
        now = self._pages.currentWidget()
        if now in (self._content, self._ending):
            self._covered = self._ending if now is self._ending else self._content
            self._bring(self.blank, self.blank)
            self.blanked.emit(True)

    def rest(self) -> None:
        """Stop everything: it is about to go."""
        self._timer.stop()
        self.view.rest()

    def _lay_out(self) -> QWidget:
        content = QWidget()
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._main, 8)
        row.addWidget(self._side, 5)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addLayout(row, 1)
        return content

    def _connect(self) -> None:
        self.bar.hide_asked.connect(self.cover)
        self.bar.end_asked.connect(self._on_end)
        self.blank.on_asked.connect(self._on_uncovered)
        self.blank.end_asked.connect(self._on_end_covered)
        self.agree.added.connect(self._on_added)
        self.agree.changed.connect(self._on_changed)
        self.agree.dropped.connect(self._on_dropped)
        self.agree.note_changed.connect(self._on_note)
        self.close_card.keep_asked.connect(self._on_keep)
        self.close_card.back_asked.connect(self._on_back)
        self.close_card.leave_asked.connect(self._on_leave)
        self.over.left.connect(self.left)
        EscapeAnywhere(self).pressed.connect(self.cover)

    def _so_far(self) -> SupervisionSession:
        note = self.agree.note.text()
        return SupervisionSession(
            self._today, self.minutes, note=note, actions=tuple(self._actions)
        )

    def _bring(self, page: QWidget, focus: QWidget) -> None:
        self._pages.setCurrentWidget(page)
        give_focus(focus)

    def _on_back(self) -> None:
        self._bring(self._content, self.first_focus())

    def _on_end(self) -> None:
        self.close_card.fill(self._so_far(), minutes=self._agreed)
        self._bring(self._ending, self.close_card.keep_button)

    def _on_uncovered(self) -> None:
        """Bring back what was covered, as it was."""
        ends = self._covered is self._ending
        self._bring(self._covered, self.close_card.keep_button if ends else self.first_focus())
        self.blanked.emit(False)

    def _on_end_covered(self) -> None:
        if self._covered is self._content:
            self._on_end()
            self.blanked.emit(False)
        else:
            self._on_uncovered()

    def _on_added(self, text: str, who: str, due: date | None) -> None:
        try:
            action = self._calls.add_action(text, who, due)
        except UserError as error:
            self.agree.form.text.set_error(str(error))
            return
        self._actions.append(action.id)
        self.agree.show_added(action)
        self._on_note()

    def _on_changed(self, action: Action) -> None:
        try:
            self.agree.show_changed(self._calls.update_action(action))
        except UserError as error:
            self.agree.form.text.set_error(str(error))

    def _on_dropped(self, action: Action) -> None:
        try:
            self._calls.remove_action(action)
        except UserError as error:
            self.agree.form.text.set_error(str(error))
            return
        self._actions.remove(action.id)
        self.agree.show_dropped(action)
        self._on_note()

    def _on_note(self) -> None:
        try:
            self._calls.so_far(self._so_far())
        except UserError as error:
            self.agree.note.set_error(str(error))

    def _on_keep(self, session: SupervisionSession) -> None:
        try:
            self._calls.keep(session)
        except UserError as error:
            field = error.field if isinstance(error, BadInput) else ""
            self.close_card.say(field, str(error))
            return
        self.over.say_kept(session)
        self._bring(self._after, self.over.button)

    def _on_leave(self) -> None:
        try:
            self._calls.leave()
        except UserError as error:
            self.close_card.say("", str(error))
            return
        self.over.say_left(actions=len(self._actions))
        self._bring(self._after, self.over.button)

    def _fit(self) -> None:
        """Put the tools at the side, or below what is shown where there is no room beside it."""
        narrow = self.width() < px(_NARROW)
        if narrow == self._side.isHidden():
            return
        focus = self.window().focusWidget()
        self._side.setHidden(narrow)
        left, top, right, foot = _MARGINS
        self._main.column.setContentsMargins(left, top, 32 if narrow else right, foot)
        if narrow:
            self._main.column.insertWidget(1, self._tools)
        else:
            self._side.column.insertWidget(0, self._tools)
            self._main.verticalScrollBar().setValue(0)
        if focus is not None and self._tools.isAncestorOf(focus):
            focus_soon(focus)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the arrangement for the width."""
        super().resizeEvent(event)
        self._fit()


def _centred(card: QWidget) -> CentredColumn:
    """A card in the middle of the window, which scrolls if it must."""
    column = QVBoxLayout()
    column.setContentsMargins(0, 24, 0, 24)
    column.addWidget(card)
    return CentredColumn(column, width=640)
