"""Makes the pages for supervision on another thread, tells how far it is, and can be stopped."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from burnout_check.domain.supervision.shared_view import SharedView
from burnout_check.gui.kit.worker import Worker

TYPE_CHECKING = False
if TYPE_CHECKING:  # the module imports typst and matplotlib, which wait for the first window
    from burnout_check.report.page import Printed


class PageMaker(QObject):
    """Keeps one document: the last that was asked for, once it is made.

    Signals:
        stepped(done, total): how far it is.
        made(): ``printed`` is there.
        stopped(): it was cancelled, or could not be made; there is no document.
    """

    stepped = Signal(int, int)
    made = Signal()
    stopped = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._worker = Worker(self)
        self._printed: Printed | None = None

    @property
    def printed(self) -> Printed | None:
        """The document; None while it is being made, and after it was cancelled."""
        return self._printed

    @property
    def busy(self) -> bool:
        """Whether it is being made."""
        return self._worker.busy

    def make(self, shown: SharedView, *, name: str) -> None:
        """Begin; what was under way comes to nothing. The arguments are those of the report."""
        self.forget()
        stop = self._worker.stop

        def work() -> Printed:
            from burnout_check.report import page  # noqa: PLC0415 - imports typst and matplotlib

            def step(done: int, total: int) -> None:
                if stop.is_set():
                    raise page.Cancelled
                self.stepped.emit(done, total)

            return page.make(shown, name=name, step=step)

        def done(printed: Printed) -> None:
            if stop.is_set():
                self.stopped.emit()
                return
            self._printed = printed
            self.made.emit()

        def failed(error: Exception) -> None:
            self.stopped.emit()
            if not stop.is_set():
                raise error

        self._worker.start(work, done=done, failed=failed)

    def cancel(self) -> None:
        """Make no more; ``stopped`` follows within a step."""
        self._worker.stop.set()

    def forget(self) -> None:
        """The document there is, or that is being made, is no longer the right one."""
        self._worker.drop()
        self._printed = None

    def rest(self) -> None:
        """Stop, a step from now at most, and keep nothing."""
        self.forget()
