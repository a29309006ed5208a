"""The main job in a process of its own: unlock, a typed check-in, trends, lock, a PDF."""

# ruff: noqa: E402 - what counts sockets comes first, then what refuses them, as in app.py

import json
import sys
from datetime import datetime
from pathlib import Path

sockets: list[int] = []
"""The family of each socket that Python was about to make, refused or not."""

sys.addaudithook(
    lambda event, found: sockets.append(int(found[1])) if event == "socket.__new__" else None
)

from burnout_check.offline import refuse_network

refuse_network()

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from burnout_check.charts.draw.drawing import plotted
from burnout_check.content.loader import load
from burnout_check.domain.supervision.sharing_choice import SharingChoice
from burnout_check.domain.week import LONDON
from burnout_check.gui.check_in.check_in_page import CheckInPage
from burnout_check.gui.look.screen_settings import ScreenSettings
from burnout_check.gui.trends.trends_page import TrendsPage
from burnout_check.gui.window.main_window import MainWindow
from burnout_check.gui.window.shell import Shell
from burnout_check.paths import resources_dir
from burnout_check.report.page import make
from burnout_check.session.demo import fill_demo
from burnout_check.session.locked_vault import LockedVault
from burnout_check.tour.ui_driver import press, type_text, wait_until
from tests.vaults import CHEAP, PASSPHRASE

FRIDAY = datetime(2026, 11, 20, 16, 50, tzinfo=LONDON)
CASELOAD = 71


def main(folder: Path) -> dict[str, object]:
    """Does the job over a vault made in ``folder``, and says what was kept, plotted and counted."""
    before = kernel_counts()
    application = QApplication([])
    locked_vault = LockedVault(folder, load(resources_dir()), clock=lambda: FRIDAY, cost=CHEAP)
    session = locked_vault.create(locked_vault.make_keys(PASSPHRASE))
    fill_demo(session)
    session.close()
    window = MainWindow(application, locked_vault, ScreenSettings(folder))
    window.show()
    window.activateWindow()
    wait_until(lambda: QApplication.focusWidget() is not None)
    type_text(PASSPHRASE)
    press(Qt.Key.Key_Return)
    wait_until(lambda: window.shell is not None)
    assert window.shell is not None
    check_in(window.shell)
    points = trends(window.shell)
    window.lock("")
    again = locked_vault.open(locked_vault.key_from_passphrase(PASSPHRASE))
    kept = again.ledger.history.check_ins[-1]
    shown = again.sharing.shared_view(SharingChoice().tick("measure:fact_caseload", numbers=True))
    pages = len(make(shown).pages)
    again.close()
    window.close()
    return {
        "week": str(kept.week),
        "caseload": kept.facts["fact_caseload"],
        "answers": len(kept.answers) + len(kept.facts),
        "plotted": points,
        "pages": pages,
        "sockets": sockets,
        "counts": [before, kernel_counts()],
    }


def check_in(shell: Shell) -> None:
    """Types an answer to each question of this week, and saves."""
    page = shell.page("check_in")
    assert isinstance(page, CheckInPage)
    shell.navigator.fill_in(shell.session.ledger.week)
    form = page.form
    assert form is not None
    while page.form is form and form.questions is not None:
        rows = form.questions
        missing = form.draft.missing(tuple(rows.rows))
        if not missing:
            form.go_on()
            continue
        rows.focus_on(missing[0])
        type_text(str(CASELOAD) if missing[0] == "fact_caseload" else "2")
        if missing[0].startswith("fact_"):
            press(Qt.Key.Key_Return)
    form.next.setFocus()
    press(Qt.Key.Key_Return)
    wait_until(lambda: page.result is not None)


def trends(shell: Shell) -> list[list[object]]:
    """The newest point of the plotted caseload: its week and its value."""
    shell.show_page("trends")
    page = shell.page("trends")
    assert isinstance(page, TrendsPage)
    wait_until(lambda: page.is_drawn)
    return [
        [str(week), value]
        for week, value in plotted(page.figure("fact_caseload"), "fact_caseload")[-1:]
    ]


def kernel_counts() -> dict[str, int]:
    """What the kernel has counted of connections and packets tried, in this network namespace."""
    wanted = {"Tcp": ("ActiveOpens",), "Udp": ("OutDatagrams",), "Ip": ("OutNoRoutes",)}
    lines = Path("/proc/self/net/snmp").read_text(encoding="ascii").splitlines()
    found = {}
    for names, values in zip(lines[::2], lines[1::2], strict=True):
        kind = names.partition(":")[0]
        for name, value in zip(names.split()[1:], values.split()[1:], strict=True):
            if name in wanted.get(kind, ()):
                found[f"{kind} {name}"] = int(value)
    return found


if __name__ == "__main__":
    print("JOB " + json.dumps(main(Path(sys.argv[1]))))  # noqa: T201 - what the test reads
