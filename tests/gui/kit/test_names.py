"""What holds for every control at once, in every state of the kit and on every page of the app."""

import pytest
from PySide6.QtWidgets import (
    QApplication,
)

from burnout_check.gui.look.theme import Scheme, Theme, apply_theme
from tests.gui.controls import nothing_is_too_wide, what_each_control_lacks
from tests.gui.kit.states import STATES

pytestmark = pytest.mark.usefixtures("light")


def test_that_making_a_widget_shows_no_window(qtbot):
    before = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]

    made = [make() for make in STATES]
    for widget in made:
        qtbot.addWidget(widget)

    assert [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()] == before


@pytest.mark.parametrize("make", STATES)
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_that_every_control_has_a_name_and_is_large_enough(qapp, qtbot, make, scale):
    apply_theme(qapp, Theme(Scheme.LIGHT, scale))
    scene = make()
    qtbot.addWidget(scene)
    scene.resize(1024, 640)
    scene.show()

    assert what_each_control_lacks(scene) == []


@pytest.mark.parametrize("make", STATES)
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_that_nothing_is_wider_than_the_window(qapp, qtbot, make, scale):
    apply_theme(qapp, Theme(Scheme.LIGHT, scale))
    scene = make()
    qtbot.addWidget(scene)
    scene.resize(1024, 640)
    scene.show()
    QApplication.processEvents()

    assert nothing_is_too_wide(scene)
    assert scene.width() == 1024
