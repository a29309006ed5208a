"""Changing the passphrase: the old one or the recovery code, then the new one twice."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from burnout_check.gui.kit.buttons import QuietButton
from burnout_check.gui.kit.card import Divider
from burnout_check.gui.kit.fields import Field
from burnout_check.gui.kit.focus import give_focus
from burnout_check.gui.kit.labels import Muted
from burnout_check.gui.look.scale import px
from burnout_check.gui.vault.passphrase_pair import PassphrasePair
from burnout_check.gui.vault.secret_sheet import SecretSheet
from burnout_check.gui.vault.secret_timeout import forget
from burnout_check.session.session import Session

DONE = (
    "Your passphrase has been changed. Unlock with the new one from now on. The old one still "
    "opens backups made before now. With one of those and this folder, it opens today’s data too."
)
_LEAD = (
    "Your recovery code stays the same. Backups made before now still open with the passphrase "
    "they had. You can delete them when the new one is in place."
)


class ChangePassphrase(SecretSheet):
    """Changes the passphrase of the open vault.

    Args:
        session: of the open vault.
        parent: the window it opens over.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("Change passphrase", on="Change passphrase", parent=parent)
        self._session = session
        self.code = Field("Your recovery code", hint="Capitals, spaces and dashes do not matter.")
        self.code.hide()
        self.other_way = QuietButton("I forgot it: use the recovery code")
        self.other_way.set_flush()
        self.pair = PassphrasePair("New passphrase")
        for widget in (Muted(_LEAD), self.passphrase, self.code):
            self.body.add(widget)
        row = QHBoxLayout()
        row.setContentsMargins(px(-10), 0, 0, 0)  # its words stand in line with the fields
        row.addWidget(self.other_way)
        row.addStretch()
        self.body.add(row)
        self.body.add(Divider())
        self.body.add(self.pair)
        self.body.add(self.trouble)
        self.fill()
        self.other_way.clicked.connect(self._on_other_way)
        for field in (self.passphrase, self.code):
            field.accepted.connect(self.pair.first.setFocus)
        self.code.edited.connect(self.standing.start)
        self.standing.timeout.connect(lambda: forget((self.code,)))
        self.pair.accepted.connect(self._on_go_on)
        self.pair.chosen.connect(self._on_chosen)

    def forget(self) -> None:
        """Clear what was typed."""
        super().forget()
        forget((self.code,))
        self.pair.forget()

    def _secret_field(self) -> Field:
        return self.passphrase if self.code.isHidden() else self.code

    def _on_other_way(self) -> None:
        to_code = self.code.isHidden()
        forget((self.passphrase, self.code))
        self.code.setVisible(to_code)
        self.passphrase.setVisible(not to_code)
        words = "Use the passphrase" if to_code else "I forgot it: use the recovery code"
        self.other_way.setText(words)
        give_focus(self._secret_field())

    def _on_go_on(self) -> None:
        if self.busy:
            return
        field = self._secret_field()
        if not field.text():
            name = field.label.text().removeprefix("Your ").removesuffix(" now")
            field.set_error(f"Type your {name}.")
            field.take_focus()
        else:
            self.pair.submit()

    def _on_chosen(self, new: str) -> None:
        old, by_code = self._secret_field().text(), not self.code.isHidden()
        self._start(
            lambda: self._session.vault_care.change_passphrase(old, new, by_code=by_code),
            done=lambda _nothing: self._offer_renewal(self._session, DONE),
            words="Changing it",
        )
