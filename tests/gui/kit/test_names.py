"""What holds for every control at once, on every scene of the gallery."""

import pytest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QSlider,
    QWidget,
)

from burnout_check.gui.kit.table import ReadOnlyTable
from burnout_check.gui.look.theme import Scheme, Theme, apply_theme
from tests.gui import gallery

pytestmark = pytest.mark.usefixtures("light")


SCENES = [make for make, _, _ in gallery.SCENES.values()]


def test_that_making_a_widget_shows_no_window(qtbot):
    before = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]

    made = [make() for make in SCENES]
    for widget in made:
        qtbot.addWidget(widget)

    assert [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()] == before


CONTROLS = (
    QAbstractButton,
    QLineEdit,
    QComboBox,
    QAbstractSpinBox,
    QPlainTextEdit,
    QAbstractItemView,
    QSlider,
)


@pytest.mark.parametrize("make", SCENES)
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_that_every_control_has_a_name_and_is_large_enough(qapp, qtbot, make, scale):
    apply_theme(qapp, Theme(Scheme.LIGHT, scale))
    scene = make()
    qtbot.addWidget(scene)
    scene.resize(1024, 640)
    scene.show()

    for control in scene.findChildren(QWidget):
        inside = isinstance(control.parentWidget(), (QAbstractSpinBox, QComboBox, ReadOnlyTable))
        if not isinstance(control, CONTROLS) or not control.isVisible() or inside:
            continue
        words = control.text() if isinstance(control, QAbstractButton) else ""
        assert control.accessibleName() or words, control
        assert min(control.width(), control.height()) >= 24, control


@pytest.mark.parametrize("make", SCENES)
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_that_nothing_is_wider_than_the_window(qapp, qtbot, make, scale):
    apply_theme(qapp, Theme(Scheme.LIGHT, scale))
    scene = make()
    qtbot.addWidget(scene)
    scene.resize(1024, 640)
    scene.show()
    QApplication.processEvents()

    for area in scene.findChildren(QScrollArea):
        content = area.widget()
        assert content is not None
        assert content.width() <= area.viewport().width()
    assert scene.width() == 1024
