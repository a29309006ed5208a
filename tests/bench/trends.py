"""How long Trends holds up the window with ten years: ``python -m tests.bench.trends``.

Printed, not asserted: times on a busy computer say little. So they are the processor's time of the
window's own thread, and beside each stands how much that is of a floor measured in the same run:
drawing one of the charts, which a window without a second thread would have to wait for.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from time import thread_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from burnout_check.content.loader import load
from burnout_check.domain.demo.demo_history import demo_settings, demo_years
from burnout_check.domain.week import LONDON
from burnout_check.gui.charting.chart_look import chart_style
from burnout_check.gui.look.theme import Scheme, Theme, apply_theme
from burnout_check.gui.trends.trends_page import TrendsPage
from burnout_check.paths import resources_dir
from burnout_check.session.session import Session
from tests.gui.people import context
from tests.vaults import new_vault

FRIDAY = datetime(2026, 11, 20, 16, 50, tzinfo=LONDON)


def timed(do: Callable[[], object]) -> float:
    """Seconds of the processor that this thread took, whatever other threads did meanwhile."""
    begun = thread_time()
    do()
    return thread_time() - begun


def until_drawn(app: QApplication, page: TrendsPage) -> float:
    """Wait until all charts are there, and say the most that one turn of the window took."""
    longest = 0.0
    while True:
        longest = max(longest, timed(app.processEvents))
        if page.is_drawn:
            return longest


def drawing(page: TrendsPage) -> float:
    """Seconds to draw one chart as it is shown now."""
    from burnout_check.charts.draw.picture import paint  # imports matplotlib, late

    panel, view = page.panels[0], page.view(page.measures[0])
    style = chart_style(page.palette())
    size = (view.width(), view.height())
    return min(timed(lambda: paint(panel, page.span, style=style, size=size)) for _ in range(3))


def measure(app: QApplication, page: TrendsPage) -> None:
    page.bar.show_weeks(None)
    until_drawn(app, page)
    floor = drawing(page)
    say(f"{'drawing one chart, the floor':30} {floor * 1000:6.1f} ms")
    steps: tuple[tuple[str, Callable[[], object]], ...] = (
        ("8 weeks", lambda: page.bar.show_weeks(8)),
        ("2 years", lambda: page.bar.show_weeks(104)),
        ("all ten years", lambda: page.bar.show_weeks(None)),
        ("other measures", lambda: page.show_preset("How I am")),
        ("dark", lambda: apply_theme(app, Theme(Scheme.DARK))),
    )
    for name, do in steps:
        held = timed(do)
        held = max(held, until_drawn(app, page))
        say(f"{name:30} {held * 1000:6.1f} ms, {held / floor:4.2f} of the floor")


def say(words: str) -> None:
    sys.stdout.write(f"{words}\n")


def main() -> int:
    app = QApplication([])
    apply_theme(app, Theme(Scheme.LIGHT))
    content = load(resources_dir())
    with tempfile.TemporaryDirectory() as folder:
        session = Session(new_vault(Path(folder)), content, clock=lambda: FRIDAY)
        parts = content.questionnaire.parts
        session.check_ins.add_all(demo_years(session.ledger.week, content.instruments, parts=parts))
        session.preferences.update(demo_settings())
        page = TrendsPage(context(session))
        page.resize(1072, 724)
        page.show()
        until_drawn(app, page)
        page.show_preset("My work")
        until_drawn(app, page)
        say(f"{len(session.ledger.history.check_ins)} check-ins, {len(page.measures)} charts")
        measure(app, page)
        page.hide()
        page.deleteLater()
        session.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
