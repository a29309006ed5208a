"""The page where there is no vault but may be a way back: it was there before, or has backups."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from burnout_check.domain.numbers import number_of
from burnout_check.gui.kit.banner import Banner
from burnout_check.gui.kit.buttons import PlainButton, PrimaryButton, QuietHelpButton
from burnout_check.gui.kit.card import Card
from burnout_check.gui.kit.centred_column import CentredColumn
from burnout_check.gui.kit.focus import give_focus
from burnout_check.gui.kit.labels import Body, Muted, PageTitle
from burnout_check.gui.look.scale import px
from burnout_check.gui.options.option_row import breakable
from burnout_check.gui.vault.restore import RestorePage
from burnout_check.session.locked_vault import LockedVault

_TITLE = "Your data is not here any more"
_LEAD = "It was in this folder, and it is gone. Burnout Check did not remove it."
_WHY = (
    "Some work computers empty folders when you sign out, and a shared desk may be another "
    "computer than last time. If you used one computer before, try it there first."
)
_TITLE_BACKUPS = "There are backups here"
_LEAD_BACKUPS = "This folder has no data yet, but it has {} of Burnout Check."
_WHY_BACKUPS = "They may be yours, from another computer. Restore one to go on where you were."
_WAYS = "If you have a backup on a home drive, a stick or another computer, restore it."


class MissingVaultPage(QWidget):
    """Offers a backup first, and a new beginning.

    Signals:
        opened(session): a backup was restored.
        begun_anew(): the person wants a first start.
        made(sentence): there is a vault now that cannot be opened yet; the sentence says so.

    Args:
        locked_vault: the folder that is empty now.
        backups: how many there are in it, where nothing was there before; 0 where there was.
    """

    opened = Signal(object)
    begun_anew = Signal()
    made = Signal(str)

    def __init__(self, locked_vault: LockedVault, *, backups: int = 0) -> None:
        super().__init__()
        self._locked_vault = locked_vault
        self.recovery: RestorePage | None = None
        self.restore_button = PrimaryButton("Restore a backup")
        self.restore_button.clicked.connect(self._on_restore)
        self.anew = PlainButton("Start anew")
        self.anew.clicked.connect(self.begun_anew)
        help_now = QuietHelpButton()
        card = Card(gap=12)
        title, lead = _TITLE, _LEAD
        why: tuple[str, ...] = (_WHY, _WAYS)
        if backups:
            lead = _LEAD_BACKUPS.format(number_of(backups, "backup"))
            title, why = _TITLE_BACKUPS, (_WHY_BACKUPS,)
        for words in why:
            card.add(Body(words))
        card.add(Muted("The folder is:"))
        card.add(Body(breakable(str(locked_vault.folder)), selectable=True))
        row = QHBoxLayout()
        row.setSpacing(px(12))
        for button in (self.restore_button, self.anew):
            row.addWidget(button)
        row.addStretch()
        row.addWidget(help_now)
        column = QVBoxLayout()
        column.setSpacing(px(12))
        self.said = Banner(dismissable=False)
        self.said.hide()
        for widget in (PageTitle(title), Muted(lead), card, self.said):
            column.addWidget(widget)
        column.addLayout(row)
        self._views = QStackedWidget()
        self._views.addWidget(CentredColumn(column, width=600))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._views)

    def first_focus(self) -> QWidget:
        """The way back."""
        return self.restore_button if self.recovery is None else self.recovery.first_focus()

    def forget(self) -> None:
        """Clear what was typed, and every key."""
        if self.recovery is not None:
            self.recovery.forget()

    def _on_restore(self) -> None:
        page = RestorePage(self._locked_vault)
        page.opened.connect(self.opened)
        page.left.connect(self._on_left)
        self.recovery = page
        self._views.addWidget(page)
        self._views.setCurrentWidget(page)
        page.choose()

    def _on_left(self, sentence: str) -> None:
        page, self.recovery = self.recovery, None
        self._views.setCurrentIndex(0)
        if page is not None:
            self._views.removeWidget(page)
            page.deleteLater()
        if not self._locked_vault.is_new:
            self.made.emit(sentence)
            return
        if sentence:
            self.said.say(sentence, "attention")
        give_focus(self.first_focus())
