"""The page of a locked vault: the passphrase, the recovery code, or the way to a backup."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from burnout_check.domain.messages import LOCKED_DEMO, PROMISE
from burnout_check.errors import DamagedData, DamagedKeys, UserError
from burnout_check.gui.kit.announce import announce
from burnout_check.gui.kit.buttons import PrimaryButton, QuietButton, QuietHelpButton
from burnout_check.gui.kit.card import Card
from burnout_check.gui.kit.centred_column import CentredColumn
from burnout_check.gui.kit.fields import Field, PassphraseField
from burnout_check.gui.kit.focus import give_focus
from burnout_check.gui.kit.labels import Muted, PageTitle, Small
from burnout_check.gui.kit.responsive_row import ResponsiveRow
from burnout_check.gui.kit.worker import Worker
from burnout_check.gui.vault.restore import UNDONE, RestorePage
from burnout_check.gui.vault.secret_timeout import SecretTimeout, forget
from burnout_check.session.locked_vault import DataKey, LockedVault

_WIDTH = 460
"""Of its column, in pixels at 100 %."""


class UnlockPage(QWidget):
    """Asks for the passphrase or the recovery code; ``opened`` carries the session.

    Where the vault is damaged, or a backup is wanted, ``recovery`` takes the whole page.

    Args:
        locked_vault: the locked vault.
        reason: why it is locked, in a sentence, or "".
    """

    opened = Signal(object)

    def __init__(self, locked_vault: LockedVault, reason: str = "") -> None:
        super().__init__()
        self._locked_vault = locked_vault
        self._worker = Worker(self)
        self.passphrase = PassphraseField("Passphrase")
        self.code = Field("Recovery code", hint="Capitals, spaces and dashes do not matter.")
        self.code.hide()
        self.unlock = PrimaryButton("Unlock")
        self.other_way = QuietButton("Use recovery code")
        self.restore_button = QuietButton("Restore a backup")
        self.recovery: RestorePage | None = None
        self._views = QStackedWidget()
        self._note = Small(" ".join((reason, LOCKED_DEMO if locked_vault.is_demo else "")).strip())
        self.standing = SecretTimeout(self, (self.passphrase, self.code))
        self._build()
        for field in (self.passphrase, self.code):
            field.accepted.connect(self._on_unlock)
        self.unlock.clicked.connect(self._on_unlock)
        self.other_way.clicked.connect(self._on_other_way)
        self.restore_button.clicked.connect(self.restore)

    @property
    def _field(self) -> Field:
        return self.passphrase if self.code.isHidden() else self.code

    def first_focus(self) -> QWidget:
        """Where the typing starts."""
        return self._field if self.recovery is None else self.recovery.first_focus()

    def forget(self) -> None:
        """Clear what was typed."""
        self.standing.stop()
        forget((self.passphrase, self.code))

    def leave(self) -> None:
        """Clear what was typed, and every key: the page is about to go."""
        self._worker.forget()
        self.forget()
        if self.recovery is not None:
            self.recovery.forget()

    def add_words(self, sentence: str) -> None:
        """Say one thing more about how it came to be locked."""
        self._say(f"{self._note.text()} {sentence}".strip())

    def restore(self) -> None:
        """Go to the list of backups."""
        self._recover().choose()

    def undo_restore(self) -> None:
        """Put back what the last restore set aside, and say so."""
        try:
            self._locked_vault.undo_restore()
        except UserError as error:
            self._say(str(error))
        else:
            self._say(UNDONE)

    def _build(self) -> None:
        card = Card(gap=12)
        for widget in (self.passphrase, self.code, self._note, self.unlock):
            card.add(widget)
        self._note.setVisible(bool(self._note.text()))
        help_now = QuietHelpButton()
        for button in (self.other_way, self.restore_button, help_now):
            button.set_flush()
        ways = QWidget()
        links = QHBoxLayout(ways)
        links.setContentsMargins(0, 0, 0, 0)
        links.setSpacing(18)
        links.addWidget(self.other_way)
        links.addWidget(self.restore_button)
        links.addStretch()
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addWidget(PageTitle("Burnout Check"))
        column.addWidget(Muted(PROMISE))
        column.addWidget(card)
        column.addWidget(ResponsiveRow(ways, help_now, least=_WIDTH))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._views)
        self._views.addWidget(CentredColumn(column, width=_WIDTH))

    def _on_unlock(self) -> None:
        if self._worker.busy:
            return
        typed = self._field.text()
        if not typed:
            name = self._field.label.text().lower()
            self._field.set_error(f"Type your {name}.")
            return
        self.unlock.setEnabled(False)
        self.unlock.setText("Opening")
        by_code = self._field is self.code
        find = (
            self._locked_vault.key_from_code if by_code else self._locked_vault.key_from_passphrase
        )
        self._worker.start(
            lambda: find(typed),
            done=self._on_key_found,
            failed=self._on_failed,
            dropped=DataKey.wipe,
        )

    def _on_key_found(self, key: DataKey) -> None:
        try:
            session = self._locked_vault.open(key)
        except DamagedData as error:
            by_code = self._field is self.code
            self.forget()
            self._rest()
            self._recover().begin_with_damaged_data(error, key, by_code=by_code)
            return
        except UserError as error:
            key.wipe()
            self._on_failed(error)
            return
        self.forget()
        self.opened.emit(session)

    def _on_failed(self, error: Exception) -> None:
        self._rest()
        if not isinstance(error, UserError):
            raise error
        if isinstance(error, DamagedKeys):
            self.forget()
            self._recover().begin_with_damaged_keys(error)
            return
        self._field.set_error(str(error))
        give_focus(self._field.line)
        self._field.line.selectAll()

    def _rest(self) -> None:
        self.unlock.setEnabled(True)
        self.unlock.setText("Unlock")

    def _say(self, sentence: str) -> None:
        self._note.setText(sentence)
        self._note.setVisible(bool(sentence))
        announce(self._note, sentence)

    def _recover(self) -> RestorePage:
        """The page for damage and backups, in place of the card."""
        self._worker.forget()  # or the vault would be opened behind it
        self._rest()
        page = RestorePage(self._locked_vault)
        page.opened.connect(self.opened)
        page.left.connect(self._on_left_recovery)
        self.recovery = page
        self._views.addWidget(page)
        self._views.setCurrentWidget(page)
        return page

    def _on_left_recovery(self, sentence: str) -> None:
        page, self.recovery = self.recovery, None
        self._views.setCurrentIndex(0)
        if page is not None:
            self._views.removeWidget(page)
            page.deleteLater()
        if sentence:
            self._say(sentence)
        give_focus(self.first_focus())

    def _on_other_way(self) -> None:
        to_code = self.code.isHidden()
        self.forget()
        self.code.setVisible(to_code)
        self.passphrase.setVisible(not to_code)
        self.other_way.setText("Use passphrase" if to_code else "Use recovery code")
        give_focus(self.first_focus())

    def showEvent(self, event: QShowEvent) -> None:
        """Put the cursor where the typing starts."""
        super().showEvent(event)
        give_focus(self.first_focus())
