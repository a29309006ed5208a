"""An unlocked vault and the content: every question or command the window may put."""

from __future__ import annotations

from collections.abc import Callable

from burnout_check.domain.content import Content
from burnout_check.session.actions import Actions
from burnout_check.session.agenda import Agenda
from burnout_check.session.check_ins import CheckIns
from burnout_check.session.events import Events
from burnout_check.session.hard_events import HardEvents
from burnout_check.session.ledger import Ledger
from burnout_check.session.looking_back import LookingBack
from burnout_check.session.preferences import Preferences
from burnout_check.session.sharing import Sharing
from burnout_check.session.snoozed_prompts import SnoozedPrompts
from burnout_check.session.supervision import Supervision
from burnout_check.session.support import Support
from burnout_check.session.thresholds import Thresholds
from burnout_check.session.vault_care import VaultCare
from burnout_check.store.clock import Clock
from burnout_check.store.vault import Vault


class Session:
    """One person's unlocked vault together with the content, until it is locked.

    It only puts its parts together: each subject has a module of its own, and ``ledger`` has what
    they share, which is the day, the settings, and what everything saved says.

    Args:
        vault: open; the session closes it.
        content: what is asked, judged by and offered.
        clock: so that a test or the demo can say what day it is.
        is_demo: whether everything in it is made up.
    """

    def __init__(
        self, vault: Vault, content: Content, *, clock: Clock, is_demo: bool = False
    ) -> None:
        self.content = content
        self.is_demo = is_demo
        self.ledger = Ledger(vault, content, clock=clock)
        self.preferences = Preferences(self.ledger)
        self.thresholds = Thresholds(self.ledger)
        self.snoozed_prompts = SnoozedPrompts(self.ledger)
        self.hard_events = HardEvents(self.ledger, self.snoozed_prompts)
        self.supervision = Supervision(self.ledger)
        self.agenda = Agenda(self.ledger)
        self.sharing = Sharing(self.ledger)
        self.support = Support(self.ledger)
        self.actions = Actions(self.ledger)
        self.looking_back = LookingBack(self.ledger)
        self.events = Events(self.ledger)
        self.vault_care = VaultCare(self.ledger)
        self.check_ins = CheckIns(
            self.ledger,
            hard_events=self.hard_events,
            snoozed_prompts=self.snoozed_prompts,
            supervision=self.supervision,
            support=self.support,
        )

    def begin_lock(self) -> None:
        """Overwrite the key at once; what is still being typed can be saved before ``lock``.

        Less than a second, whatever the drive does: where it does not answer, what would read
        or write raises ``VaultError`` from now on.
        """
        self.ledger.begin_lock()

    def lock(self, ended: Callable[[Exception | None], None] = lambda _trouble: None) -> None:
        """Lock: drop everything read, and close the vault on another thread; waits for nothing.

        Args:
            ended: is told when it is closed, and of what went wrong then; on that thread.
        """
        self._drop()
        self.ledger.lock(ended)

    def close(self) -> None:
        """Close the vault here and now, overwrite its key, and drop everything read from it."""
        self._drop()
        self.ledger.close()

    def _drop(self) -> None:
        self.check_ins.clear_removed()
        self.thresholds.clear_counted()
