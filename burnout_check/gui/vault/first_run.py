"""The first start: leads through its screens and ends with an open vault."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from burnout_check.errors import KeptAllTheSame, UserError
from burnout_check.gui.kit.buttons import QuietHelpButton
from burnout_check.gui.kit.clipboard import Clipboard
from burnout_check.gui.kit.focus import give_focus
from burnout_check.gui.kit.worker import Worker
from burnout_check.gui.vault.first_steps import (
    AskedStep,
    CodeStep,
    ConfirmStep,
    PassphraseStep,
    Step,
    WorkStep,
)
from burnout_check.session.locked_vault import LockedVault, NewKeys
from burnout_check.session.session import Session

ASKED = (
    (
        "Every week: about 2 minutes",
        "Your caseload, hours, overtime and supervision, 2 ratings from 0 to 10, 3 questions about "
        "work, 1 about burnout and 2 about anxiety. If those 2 are high, 5 more follow.",
    ),
    (
        "Every 4 weeks: about 5 minutes more",
        "The Copenhagen Burnout Inventory, the rest of the GAD-7, and questions about demands and "
        "support at work. They start with your second check-in.",
    ),
    (
        "Only if you switch it on",
        "Low mood (PHQ-8), the whole questionnaire about work of the Health and Safety Executive "
        "(HSE), and a few more numbers.",
    ),
)


class FirstRunPage(QWidget):
    """Makes the vault; ``opened`` carries the session.

    Where it is made and cannot be opened just now, ``made`` carries the sentence that says so.
    Nothing is written before the recovery code has been shown, and two groups of it typed.

    Args:
        locked_vault: the folder where the vault will be.
        clipboard: for copies of the recovery code.
        warning: what is risky about that folder, in a sentence, or "".
    """

    opened = Signal(object)
    made = Signal(str)

    def __init__(
        self, locked_vault: LockedVault, clipboard: Clipboard, *, warning: str = ""
    ) -> None:
        super().__init__()
        self._locked_vault = locked_vault
        self._clipboard = clipboard
        self._worker = Worker(self)
        self._keys: NewKeys | None = None
        self._session: Session | None = None
        self.work = WorkStep(warning, site=locked_vault.content.site)
        self.passphrase = PassphraseStep()
        self._steps = QStackedWidget()
        help_now = QuietHelpButton()
        top = QHBoxLayout()
        top.setContentsMargins(32, 20, 32, 0)
        top.addStretch()
        top.addWidget(help_now)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 8)
        whole.addLayout(top)
        whole.addWidget(self._steps, 1)
        for step in (self.work, self.passphrase):
            self._steps.addWidget(step)
        self.work.gone_on.connect(lambda: self._show(self.passphrase))
        self.passphrase.gone_back.connect(lambda: self._show(self.work))
        self.passphrase.chosen.connect(self._on_passphrase_chosen)

    @property
    def step(self) -> Step:
        """The screen in view."""
        current = self._steps.currentWidget()
        assert isinstance(current, Step)  # noqa: S101 - only steps are ever added
        return current

    def first_focus(self) -> QWidget:
        """What the screen in view starts with."""
        return self.step.first_focus()

    def forget(self) -> None:
        """Clear what was typed, and wipe the keys or close the vault that nobody entered yet."""
        self._worker.forget()
        self.passphrase.forget()
        if isinstance(self.step, ConfirmStep):
            self.step.confirm.forget()
        keys, self._keys = self._keys, None
        session, self._session = self._session, None
        if session is not None:
            session.lock()
        elif keys is not None:
            keys.data_key.wipe()

    def _show(self, step: Step) -> None:
        if self._steps.indexOf(step) < 0:
            self._steps.addWidget(step)
        self._steps.setCurrentWidget(step)
        give_focus(step.first_focus())

    def _on_passphrase_chosen(self, passphrase: str) -> None:
        if self._worker.busy:
            return
        self.passphrase.set_busy(busy=True)
        self._worker.start(
            lambda: self._locked_vault.make_keys(passphrase),
            done=self._on_keys_made,
            failed=self._on_failed,
            dropped=lambda keys: keys.data_key.wipe(),
        )

    def _on_keys_made(self, keys: NewKeys) -> None:
        self._keys = keys
        self.passphrase.set_busy(busy=False)
        self.passphrase.forget()
        code = CodeStep(keys.recovery_code, self._clipboard)
        confirm = ConfirmStep(keys.recovery_code)
        code.gone_on.connect(lambda: self._show(confirm))
        confirm.gone_back.connect(lambda: self._show(code))
        confirm.gone_on.connect(self._on_code_kept)
        self._steps.addWidget(confirm)
        self._show(code)

    def _on_code_kept(self) -> None:
        assert self._keys is not None  # noqa: S101 - the code came with the keys
        try:
            self._session = self._locked_vault.create(self._keys)
        except KeptAllTheSame as error:
            self.forget()
            self.made.emit(str(error))
            return
        except UserError as error:
            self._on_failed(error)
            return
        step = AskedStep(ASKED)
        step.gone_on.connect(self._on_start)
        self._show(step)
        self._session.preferences.update(self.work.values())  # last: what goes wrong here can wait

    def _on_start(self) -> None:
        session, self._session, self._keys = self._session, None, None
        self.opened.emit(session)

    def _on_failed(self, error: Exception) -> None:
        self.passphrase.set_busy(busy=False)
        if not isinstance(error, UserError):
            raise error
        self.forget()
        self._show(self.passphrase)
        self.passphrase.first.set_error(str(error))
