"""What the dialogs about keys share: secrets that are cleared, slow work, and what went wrong."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from burnout_check.domain.backup import Renewed
from burnout_check.errors import BadInput, UserError, WrongSecret
from burnout_check.gui.kit.banner import Banner
from burnout_check.gui.kit.buttons import PrimaryButton
from burnout_check.gui.kit.fields import Field, PassphraseField
from burnout_check.gui.kit.focus import give_focus
from burnout_check.gui.kit.labels import Muted
from burnout_check.gui.kit.sheet import Sheet
from burnout_check.gui.kit.worker import Worker
from burnout_check.gui.vault.secret_timeout import SecretTimeout, forget
from burnout_check.session.changed import Changed
from burnout_check.session.session import Session

RENEW = "Make a new backup and delete the older ones"
KEEP = "Keep them"
_OFFER = (
    "To shut the old one out, make a new backup now and delete the older ones. What was in them is "
    "in the new one, but for what you have deleted or changed since. Or keep them, if nobody else "
    "can have the old one."
)


class SecretSheet(Sheet):
    """A dialog that first asks for the passphrase.

    It stays while it is at work. A lock takes it away all the same; the vault is closed when the
    work, of a second or two, is done, and not opened again before: a key file is either changed or
    as it was.

    Args:
        title: the words at the top.
        on: the words of its one main button.
        parent: the window it opens over.
    """

    def __init__(self, title: str, *, on: str, parent: QWidget | None) -> None:
        super().__init__(title, parent, size=(600, 640))
        self.passphrase = PassphraseField("Your passphrase now")
        self.trouble = Banner(dismissable=False)
        self.trouble.hide()
        self.on = PrimaryButton(on)
        self.on.clicked.connect(self._on_main_button)
        self.foot.addWidget(self.on)
        self.close_button.setText("Cancel")
        self.standing = SecretTimeout(self, (self.passphrase,))
        self._worker = Worker(self)
        self._on_words = on
        self._finished = False
        self._renewing: Session | None = None
        content = self.body.widget()
        assert content is not None  # noqa: S101 - every PageScroll has one
        content.installEventFilter(self)

    @property
    def busy(self) -> bool:
        """Whether it is at work."""
        return self._worker.busy

    def first_focus(self) -> QWidget:
        """What it opens with."""
        return self.passphrase.line

    def forget(self) -> None:
        """Clear what was typed."""
        self.standing.stop()
        forget((self.passphrase,))

    def fit(self, *, only_more: bool = False) -> None:
        """Be as high as what stands in it, where the window has the room."""
        wanted = self._fitting()
        if wanted == self.size() or (only_more and wanted.height() <= self.height()):
            return
        self.resize(wanted)
        over = self.parentWidget()
        if over is not None and self.isVisible():
            middle = over.window().frameGeometry().center()
            self.move(middle - self.rect().center())

    def _start(self, work: Callable[[], Any], *, done: Callable[[Any], None], words: str) -> None:
        """Work on another thread; ``words`` stand on the button meanwhile."""
        self.trouble.hide()
        self.standing.stop()
        self._show_busy(words)

        def ended(result: object) -> None:
            self._show_busy("")
            done(result)

        self._worker.start(work, done=ended, failed=self._on_failed)

    def _show_busy(self, words: str) -> None:
        self.on.setText(words or self._on_words)
        for widget in (self.on, self.close_button, self.body):
            widget.setEnabled(not words)

    def _finish(self, sentence: str) -> None:
        """Say that it is done; all that is left is to close."""
        if not self._finished:
            self.forget()
        self._finished = True  # the fields go with what stood here
        self.body.clear()
        said = Banner(sentence, "steady", dismissable=False)
        self.body.add(said)
        self.body.column.addStretch()
        self.on.hide()
        self.fit()
        self.close_button.setText("Close")
        give_focus(self.close_button)

    def _offer_renewal(self, session: Session, sentence: str) -> None:
        """Say that it is done, and offer to delete what the old secret still opens."""
        self.forget()
        self._finished = True
        self._renewing = session
        self.body.clear()
        self.trouble = Banner(dismissable=False)
        self.trouble.hide()
        for widget in (Banner(sentence, "steady", dismissable=False), Muted(_OFFER), self.trouble):
            self.body.add(widget)
        self.body.column.addStretch()
        self._on_words = RENEW
        self.on.setText(RENEW)
        self.close_button.setText(KEEP)
        self.fit()
        give_focus(self.close_button)

    def _on_main_button(self) -> None:
        session = self._renewing
        if session is None:
            self._on_go_on()
            return

        def told(renewed: Renewed) -> None:
            self._renewing = None
            session.ledger.changed(Changed.BACKUPS)
            self._finish(" ".join((renewed_words(renewed.removed), *renewed.left)))

        self._start(session.vault_care.renew_backups, done=told, words="Making a new backup")

    def _secret_field(self) -> Field:
        """Where a wrong secret is said."""
        return self.passphrase

    def _on_failed(self, error: Exception) -> None:
        self._show_busy("")
        if not isinstance(error, UserError):
            raise error
        if self._renewing is None and isinstance(error, WrongSecret | BadInput):
            field = self._secret_field()
            field.set_error(str(error))
            field.take_focus()
            self.standing.start()
        else:
            self.trouble.say(str(error), "attention")

    def _on_go_on(self) -> None:
        raise NotImplementedError

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Make room for a sentence that has come up beside a field."""
        if event.type() == QEvent.Type.LayoutRequest:
            QTimer.singleShot(0, self, lambda: self.fit(only_more=True))
        return super().eventFilter(watched, event)

    def done(self, result: int) -> None:
        """Close, with nothing left of what was typed."""
        self._worker.forget()
        if not self._finished:
            self.forget()
        super().done(result)

    def reject(self) -> None:
        """Close, but not while it is at work."""
        if not self._worker.busy:
            super().reject()


def renewed_words(removed: int) -> str:
    """What was done with the older backups, in a sentence."""
    older = {0: "There was no older one", 1: "The older one is deleted"}
    return f"A new backup is made. {older.get(removed, f'The {removed} older ones are deleted')}."
