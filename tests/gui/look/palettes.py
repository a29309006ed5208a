"""What the looks are tried with: the colours of a system, and every symbol there is."""

from pathlib import Path

from PySide6.QtGui import QColor, QPalette

from burnout_check.paths import resources_dir


def high_contrast() -> QPalette:
    """The colours of "High contrast black" on Windows."""
    palette = QPalette(QColor("#000000"))
    for role, colour in (
        (QPalette.ColorRole.Window, "#000000"),
        (QPalette.ColorRole.WindowText, "#FFFFFF"),
        (QPalette.ColorRole.Highlight, "#1AEBFF"),
        (QPalette.ColorRole.HighlightedText, "#000000"),
    ):
        palette.setColor(role, QColor(colour))
    return palette


def symbols() -> list[Path]:
    folder = resources_dir() / "icons"
    return [file for file in sorted(folder.glob("*.svg")) if file.stem != "app"]
