"""One screen after another while the vault is locked, with the way back and the slow work."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from burnout_check.errors import BadInput, KeptAllTheSame, UserError, WrongSecret
from burnout_check.gui.kit.buttons import QuietHelpButton
from burnout_check.gui.kit.focus import give_focus
from burnout_check.gui.kit.labels import Muted
from burnout_check.gui.kit.worker import Worker
from burnout_check.gui.look.scale import px
from burnout_check.gui.vault.restore_done import DoneStep
from burnout_check.gui.vault.restore_steps import RestoreStep, SecretStep


class StepsFrame(QWidget):
    """Holds the screens; Esc and Back go one back, and from the first one out.

    Signals:
        left(sentence): there is no screen left; the sentence says what has become of it, or is "".
    """

    left = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._worker = Worker(self)
        self._steps = QStackedWidget()
        self._build()
        back = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        back.activated.connect(self._on_back)

    @property
    def step(self) -> RestoreStep | None:
        """The screen in view; None while something is looked for first."""
        step = self._steps.currentWidget()
        return step if isinstance(step, RestoreStep) else None

    def first_focus(self) -> QWidget:
        """What the screen in view starts with."""
        return self if self.step is None else self.step.first_focus()

    def forget(self) -> None:
        """Let what is under way come to nothing, and clear what was typed."""
        self._worker.forget()
        for step in self._all():
            step.forget()

    def _bring(self, step: RestoreStep) -> None:
        """Put a screen after the one in view."""
        step.gone_back.connect(self._on_back)
        self._steps.addWidget(step)
        self._steps.setCurrentWidget(step)
        give_focus(step.first_focus())

    def _went_back_to(self, step: RestoreStep) -> None:
        """Forget what only the screens after this one needed."""

    def _build(self) -> None:
        help_now = QuietHelpButton()
        top = QHBoxLayout()
        top.setContentsMargins(px(32), px(12), px(32), 0)
        top.addStretch()
        top.addWidget(help_now)
        looking = Muted("Looking for your backups")
        looking.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._steps.addWidget(looking)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, px(16))
        whole.addLayout(top)
        whole.addWidget(self._steps, 1)

    def _all(self) -> list[RestoreStep]:
        there = (self._steps.widget(at) for at in range(self._steps.count()))
        return [step for step in there if isinstance(step, RestoreStep)]

    def _start(
        self,
        words: str,
        work: Callable[[], Any],
        *,
        done: Callable[[Any], None],
        dropped: Callable[[Any], None] = lambda _result: None,
    ) -> None:
        """Do something slow; the screen in view says so, and what went wrong."""
        if self._worker.busy:
            return
        step = self.step
        if step is not None:
            step.set_busy(words)

        def ended(result: Any) -> None:
            if step is not None:
                step.set_busy("")
            done(result)

        def failed(error: Exception) -> None:
            if step is not None:
                step.set_busy("")
            if not isinstance(error, UserError):
                raise error
            self._on_failed(step, error)

        self._worker.start(work, done=ended, failed=failed, dropped=dropped)

    def _on_failed(self, step: RestoreStep | None, error: UserError) -> None:
        if isinstance(error, KeptAllTheSame):  # there is nothing more to do here but to unlock
            self.forget()
            self.left.emit(str(error))
            return
        if isinstance(step, SecretStep) and not isinstance(error, WrongSecret | BadInput):
            # It is the backup and not what was typed: say so where another can be picked.
            self._on_back()
            step = self.step
        if step is None:
            self.left.emit(str(error))
        else:
            step.refuse(str(error))

    def _on_back(self) -> None:
        step = self.step
        if step is None or self._worker.busy or isinstance(step, DoneStep):
            return
        step.forget()
        self._steps.removeWidget(step)
        step.deleteLater()
        before = self._all()
        if not before:
            self.forget()
            self.left.emit("")
            return
        self._went_back_to(before[-1])
        self._steps.setCurrentWidget(before[-1])
        give_focus(before[-1].first_focus())
