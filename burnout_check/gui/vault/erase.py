"""Erase everything: what goes, what cannot be reached, and the passphrase."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from burnout_check.domain.numbers import number_of
from burnout_check.gui.kit.card import Card
from burnout_check.gui.kit.labels import Body, CardTitle
from burnout_check.gui.options.option_row import breakable
from burnout_check.gui.vault.secret_sheet import SecretSheet
from burnout_check.session.session import Session


class EraseDialog(SecretSheet):
    """Asks once more, with the passphrase; it erases nothing itself.

    Signals:
        confirmed(passphrase): it is the right one, and the person wants everything erased.

    Args:
        session: of the open vault.
        parent: the window it opens over.
    """

    confirmed = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("Erase everything", on="Erase everything", parent=parent)
        self._session = session
        goes = Card("attention-soft", padding=16, gap=8)
        goes.add(CardTitle("This cannot be undone"))
        for sentence in going(session):
            goes.add(Body(sentence))
        stays = Card("sunk", padding=16, gap=8)
        stays.add(CardTitle("What this cannot reach"))
        stays.add(
            Body(
                "Copies on other disks or made by your IT team, and backups in places you used "
                "before. They open only with the passphrase or recovery code they had."
            )
        )
        for widget in (goes, stays, self.passphrase, self.trouble):
            self.body.add(widget)
        self.fill()
        self.on.setEnabled(False)
        self.passphrase.line.textChanged.connect(lambda text: self.on.setEnabled(bool(text)))
        # Enter in the field goes to the button and does not press it: this takes two steps.
        self.passphrase.accepted.connect(self.on.setFocus)

    def first_focus(self) -> QWidget:
        """The way out; and what goes is read before the passphrase is typed."""
        return self.close_button

    def _on_go_on(self) -> None:
        typed = self.passphrase.text()
        if typed and not self.busy:
            self._start(
                lambda: self._session.vault_care.check_passphrase(typed),
                done=lambda _nothing: self._on_right(typed),
                words="Checking",
            )

    def _on_right(self, passphrase: str) -> None:
        self.accept()
        self.confirmed.emit(passphrase)


def going(session: Session) -> tuple[str, ...]:
    """What an erasure takes away, in sentences."""
    check_ins = len(session.ledger.history.check_ins)
    place = breakable(str(session.vault_care.backup_place))
    return (
        f"{number_of(check_ins, 'check-in', none='No')}, what is half filled in, "
        "your actions, supervision and settings.",
        f"Your backups in {place}, and what restores set aside.",
        "Your passphrase and your recovery code will open nothing any more.",
    )
