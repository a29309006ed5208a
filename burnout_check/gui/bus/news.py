"""What has changed in a session, told to whoever shows it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from burnout_check.session.changed import Changed
from burnout_check.session.session import Session


class News(QObject):
    """Made for one session. Each write of it is heard here, so that nobody else need tell of it.

    It is heard inside the write, on the thread that wrote: what is shown next to a change, such as
    the way to undo it, has to be known before the change is written.

    Signals:
        changed(what): a ``Changed``; whoever shows any of it is out of date.

    Args:
        session: whose writes it tells of.
        parent: goes when the vault is locked.
    """

    changed = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        session.ledger.listen(self.announce)

    def announce(self, what: Changed) -> None:
        """Tell that something has changed.

        The session does for each write; others do for what it does not write, such as the look of
        this computer.
        """
        self.changed.emit(what)
