"""What every control must have, wherever it stands."""

from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QSlider,
    QWidget,
)

from burnout_check.gui.kit.table import ReadOnlyTable

CONTROLS = (
    QAbstractButton,
    QLineEdit,
    QComboBox,
    QAbstractSpinBox,
    QPlainTextEdit,
    QAbstractItemView,
    QSlider,
)
LEAST = 24
"""Pixels that a control must have each way, so that it can be hit."""


def what_each_control_lacks(scene: QWidget) -> list[str]:
    """A line for each control in view that has no name, or is too small to hit."""
    lacks = []
    for control in scene.findChildren(QWidget):
        inside = isinstance(control.parentWidget(), (QAbstractSpinBox, QComboBox, ReadOnlyTable))
        if not isinstance(control, CONTROLS) or not control.isVisible() or inside:
            continue
        words = control.text() if isinstance(control, QAbstractButton) else ""
        if not (control.accessibleName() or words):
            lacks.append(f"no name: {control}")
        if min(control.width(), control.height()) < LEAST:
            lacks.append(f"{control.width()} by {control.height()}: {words} {control}")
    return lacks


def nothing_is_too_wide(scene: QWidget) -> bool:
    """Whether nothing has to be scrolled sideways."""
    for area in scene.findChildren(QScrollArea):
        content = area.widget()
        assert content is not None
        if area.isVisible() and content.width() > area.viewport().width():
            return False
    return True
