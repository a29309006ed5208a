"""A new passphrase: typed twice, its strength beside it, and one plain warning if it is weak."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from burnout_check.domain.typed_secret import seen
from burnout_check.gui.kit.banner import Banner
from burnout_check.gui.kit.fields import PassphraseField
from burnout_check.gui.kit.focus import give_focus
from burnout_check.gui.look.scale import px
from burnout_check.gui.vault.secret_timeout import SecretTimeout, forget
from burnout_check.gui.vault.strength import Strength
from burnout_check.gui.vault.strength_meter import StrengthMeter

USE_ANYWAY = "Use it anyway"


class PassphrasePair(QWidget):
    """Two fields for the same words. Any text may be used, an empty one may not.

    Signals:
        chosen(passphrase): typed twice alike, and strong enough or wanted anyway.
        accepted(): Enter in the second field.

    Args:
        label: the name of the first field.
        hint: a small sentence below it.
    """

    chosen = Signal(str)
    accepted = Signal()

    def __init__(self, label: str = "Passphrase", *, hint: str = "") -> None:
        super().__init__()
        self.first = PassphraseField(label, hint=hint)
        self.again = PassphraseField("The same again")
        self.meter = StrengthMeter()
        self.warning = Banner(dismissable=False)
        self.warning.hide()
        self.standing = SecretTimeout(self, (self.first, self.again))
        self._asked = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        for widget in (self.first, self.meter, self.warning, self.again):
            column.addWidget(widget)
        self.setFocusProxy(self.first)
        self.first.line.textChanged.connect(self._on_text_changed)
        self.first.accepted.connect(self.again.setFocus)
        self.again.accepted.connect(self.accepted)
        self.meter.judged.connect(self._on_judged)
        self.warning.asked.connect(self._on_use_anyway)

    def submit(self) -> None:
        """Say what is wrong, or go on with ``chosen`` once the strength is known."""
        if not self.first.text():
            self.first.set_error("Type a passphrase. It needs at least one character.")
            give_focus(self.first)
        elif not self._are_alike():
            self.again.set_error("The two are not the same. Type it again.")
            give_focus(self.again)
        else:
            self._asked = True
            self.meter.hurry()

    def forget(self) -> None:
        """Clear what was typed."""
        self.standing.stop()
        forget((self.first, self.again))
        self.meter.forget()
        self._relax()

    def _are_alike(self) -> bool:
        return seen(self.first.text()) == seen(self.again.text())

    def _relax(self) -> None:
        self._asked = False
        self.warning.hide()

    def _on_text_changed(self, text: str) -> None:
        self._relax()
        self.meter.look_at(seen(text))

    def _on_judged(self, found: Strength) -> None:
        if not self._asked:
            return
        self._asked = False
        if not self._are_alike():
            return  # typed on meanwhile
        if not found.is_weak:
            self._choose()
            return
        self.warning.say(f"{found.words}. {found.advice}", "watch", action=USE_ANYWAY)
        give_focus(self.first)

    def _on_use_anyway(self) -> None:
        if self.first.text() and self._are_alike():
            self._choose()
        else:
            self.submit()

    def _choose(self) -> None:
        self.standing.stop()
        self.warning.hide()
        self.chosen.emit(seen(self.first.text()))
