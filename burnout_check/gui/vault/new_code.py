"""A new recovery code: the passphrase, the code shown once, two of its groups typed back."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from burnout_check.gui.kit.buttons import PlainButton
from burnout_check.gui.kit.clipboard import Clipboard
from burnout_check.gui.kit.focus import give_focus
from burnout_check.gui.kit.labels import Muted
from burnout_check.gui.vault.code_card import CodeCard
from burnout_check.gui.vault.confirm_code import ConfirmCode
from burnout_check.gui.vault.secret_sheet import SecretSheet
from burnout_check.session.session import Session

DONE = (
    "The new recovery code is in use. The one before still opens backups made before now. With one "
    "of those and this folder, it opens today’s data too."
)
_LEAD = (
    "For when the old code is lost, or somebody may have seen it. The old one works until you have "
    "confirmed the new one. After that you can delete the backups that it opens."
)
_SHOWN = "It is shown only now. Print it or write it down, then confirm it."
_CONFIRM = "Look at your copy and type these two groups of it."


class NewCode(SecretSheet):
    """Puts another recovery code in place of the one before.

    Args:
        session: of the open vault.
        clipboard: where a copy of the code goes.
        parent: the window it opens over.
    """

    def __init__(
        self, session: Session, clipboard: Clipboard, parent: QWidget | None = None
    ) -> None:
        super().__init__("New recovery code", on="Go on", parent=parent)
        self._session = session
        self._clipboard = clipboard
        self._code = ""
        self.card: CodeCard | None = None
        self.confirm: ConfirmCode | None = None
        self.again = PlainButton("See the code again")
        self.again.clicked.connect(self._on_again)
        self.foot.insertWidget(1, self.again)
        self.again.hide()
        self._lead = Muted(_LEAD)
        self.body.add(self._lead)
        self.body.add(self.passphrase)
        self.body.add(self.trouble)
        self.fill()
        self.passphrase.accepted.connect(self._on_go_on)

    def forget(self) -> None:
        """Clear what was typed."""
        super().forget()
        if self.confirm is not None:
            self.confirm.forget()

    def _on_go_on(self) -> None:
        if self.busy:
            return
        if self.card is None:
            self._check()
        elif self.confirm is None or self.confirm.isHidden():
            self._ask_to_confirm()
        else:
            self.confirm.submit()

    def _check(self) -> None:
        typed = self.passphrase.text()
        if not typed:
            self.passphrase.set_error("Type your passphrase.")
            self.passphrase.take_focus()
            return
        self._start(
            lambda: self._session.vault_care.check_passphrase(typed),
            done=lambda _nothing: self._show_code(),
            words="Checking",
        )

    def _show_code(self) -> None:
        self.forget()
        self.passphrase.hide()
        self._code = self._session.vault_care.draw_code()
        self.card = CodeCard(self._code, self._clipboard, day=self._session.ledger.today)
        self.body.column.insertWidget(1, self.card)
        self._lead.setText(_SHOWN)
        self._say_on("I have kept it")
        self.fit()
        give_focus(self.card.groups)

    def _ask_to_confirm(self) -> None:
        if self.confirm is None:
            self.confirm = ConfirmCode(self._code)
            self.confirm.accepted.connect(self._on_go_on)
            self.confirm.confirmed.connect(self._on_confirmed)
            self.body.column.insertWidget(2, self.confirm)
        self._turn(to_confirm=True)
        give_focus(self.confirm)

    def _show_busy(self, words: str) -> None:
        super()._show_busy(words)
        self.again.setEnabled(not words)

    def _on_again(self) -> None:
        self._turn(to_confirm=False)
        if self.card is not None:
            give_focus(self.card.groups)

    def _turn(self, *, to_confirm: bool) -> None:
        self._lead.setText(_CONFIRM if to_confirm else _SHOWN)
        self._say_on("Use this code" if to_confirm else "I have kept it")
        self.again.setVisible(to_confirm)
        if self.card is not None and self.confirm is not None:
            self.card.setVisible(not to_confirm)
            self.confirm.setVisible(to_confirm)
        self.fit()

    def _on_confirmed(self) -> None:
        code = self._code
        self._start(
            lambda: self._session.vault_care.use_code(code),
            done=lambda _nothing: self._on_used(),
            words="Putting it in place",
        )

    def _on_used(self) -> None:
        self.again.hide()
        self._code, self.card, self.confirm = "", None, None
        self._offer_renewal(self._session, DONE)

    def _say_on(self, words: str) -> None:
        self._on_words = words
        self.on.setText(words)
