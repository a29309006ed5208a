"""The first window, and one put back where it was, on a screen with little room."""

import pytest
from PySide6.QtCore import QRect

from burnout_check.gui.window.screen_fit import fitted

LAPTOP = QRect(0, 0, 1366, 728)  # 1366 by 768 with a task bar
SCALED = QRect(0, 0, 1280, 680)  # 1920 by 1080 at 150 %


@pytest.mark.parametrize(
    ("around", "free", "place"),
    [
        (QRect(0, 0, 1282, 840), LAPTOP, QRect(0, 0, 1282, 728)),
        (QRect(0, 0, 1282, 840), SCALED, QRect(0, 0, 1280, 680)),
        (QRect(900, 500, 800, 600), LAPTOP, QRect(566, 128, 800, 600)),
        (QRect(-3000, -40, 800, 600), LAPTOP, QRect(0, 0, 800, 600)),
        (QRect(100, 50, 800, 600), LAPTOP, QRect(100, 50, 800, 600)),
        (QRect(2000, 0, 1282, 840), QRect(1366, 20, 1024, 600), QRect(1366, 20, 1024, 600)),
    ],
)
def test_that_a_window_is_no_larger_than_its_screen_and_all_in_view(around, free, place):
    assert fitted(around, free) == place
