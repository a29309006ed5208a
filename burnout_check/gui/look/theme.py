"""The look of the whole app, put on a QApplication in one go and as often as wanted."""

from __future__ import annotations

import shutil
import tempfile
import weakref
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication, QToolTip

from burnout_check.errors import FolderError
from burnout_check.gui.look.focus_ring import FocusRings
from burnout_check.gui.look.fonts import BODY, load_family, system_font, system_scale
from burnout_check.gui.look.screen_settings import ScreenSettings
from burnout_check.gui.look.stylesheet import stylesheet
from burnout_check.gui.look.tokens import DARK, LIGHT, Tokens, contrast_tokens, to_palette

SMALLEST, LARGEST = 0.9, 2.0
"""The text sizes a person can ask for, as a share of the ordinary."""


class Scheme(StrEnum):
    """Which colours: a person's wish, of which ``SYSTEM`` is resolved when it is applied."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


@dataclass(frozen=True, slots=True)
class Theme:
    """How a person wants the app to look.

    Attributes:
        scheme: the colours.
        text_scale: 0.9 to 2.0; multiplied with the system's own text size.
        system_typeface: the system's font in place of Atkinson Hyperlegible.
    """

    scheme: Scheme = Scheme.SYSTEM
    text_scale: float = 1.0
    system_typeface: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """What a theme came to on this computer.

    Attributes:
        scheme: ``LIGHT``, ``DARK`` or ``CONTRAST``.
        tokens: its colours, for charts and whatever else is not drawn by Qt.
        family: the typeface.
        scale: the size of all text as a share of 100 %.
    """

    scheme: Scheme
    tokens: Tokens
    family: str
    scale: float


def apply_theme(app: QApplication, theme: Theme, *, system: QPalette | None = None) -> Look:
    """Give the application its palette, font and stylesheet, and its focus ring the first time.

    Call it again whenever the theme changes, or when the system's colours do
    (``app.styleHints().colorSchemeChanged``): open windows follow at once.

    Args:
        app: the application.
        theme: what the person asked for.
        system: the palette for high contrast, in place of the system's own.
    """
    props = app.findChild(_Props) or _Props(app)
    hints = app.styleHints()
    hints.setColorScheme(
        {Scheme.LIGHT: Qt.ColorScheme.Light, Scheme.DARK: Qt.ColorScheme.Dark}.get(
            theme.scheme, Qt.ColorScheme.Unknown
        )
    )
    scheme = _resolve(app) if theme.scheme is Scheme.SYSTEM else theme.scheme
    tokens = {Scheme.LIGHT: LIGHT, Scheme.DARK: DARK}.get(scheme)
    if tokens is None:
        app.setPalette(QPalette())
        tokens = contrast_tokens(system or app.palette())
    family = system_font().family() if theme.system_typeface else load_family()
    asked = min(LARGEST, max(SMALLEST, theme.text_scale))
    scale = asked * system_scale(system_font().pointSizeF())
    font = QFont(family)
    font.setPixelSize(round(BODY * scale))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    app.setFont(font)
    app.setPalette(to_palette(tokens))
    QToolTip.setPalette(to_palette(tokens))
    app.setStyleSheet(stylesheet(tokens, scale, symbols=props.symbols))
    return Look(scheme, tokens, family, scale)


def follow_system(app: QApplication, change: Callable[[], None]) -> None:
    """Call ``change`` whenever the system goes to other colours, or in or out of high contrast."""
    hints = app.styleHints()
    hints.colorSchemeChanged.connect(change)
    if hasattr(hints, "accessibility"):  # from Qt 6.10
        hints.accessibility().contrastPreferenceChanged.connect(change)


def _resolve(app: QApplication) -> Scheme:
    """The scheme the system is in now."""
    hints = app.styleHints()
    if hasattr(hints, "accessibility"):  # from Qt 6.10
        wish = hints.accessibility().contrastPreference()
        if wish is Qt.ContrastPreference.HighContrast:
            return Scheme.CONTRAST
    return Scheme.DARK if hints.colorScheme() is Qt.ColorScheme.Dark else Scheme.LIGHT


class _Props(QObject):
    """What a themed application keeps: the Fusion style, a folder of symbols, the focus ring."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        app.setStyle("Fusion")
        # With its first stylesheet Qt gives widgets that are there already their old font back.
        app.setStyleSheet("QWidget {}")
        try:  # Qt's own would be the folder one stands in, where TMPDIR is wrong
            self.symbols = Path(tempfile.mkdtemp(prefix="burnout-check-look-"))
        except OSError as error:
            raise FolderError(
                "There is no folder for temporary files that can be written to. "
                "Ask your IT team to look at the setting TMPDIR, TEMP or TMP."
            ) from error
        weakref.finalize(self, shutil.rmtree, self.symbols, ignore_errors=True)
        self._rings = FocusRings(app, self)


def dress(application: QApplication, screen_settings: ScreenSettings) -> Look:
    """Apply the look that the settings of this screen ask for."""
    settings = screen_settings.settings
    theme = Theme(
        Scheme(settings.text("scheme")),
        int(settings.text("text_size")) / 100,
        system_typeface=settings.flag("system_font"),
    )
    return apply_theme(application, theme)
