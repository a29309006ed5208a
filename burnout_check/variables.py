"""What the environment may not say: variables that open the program to others are dropped first.

Qt, matplotlib and their like take orders from variables: to show the window to the whole network,
to take touches from it, to load other people's code or settings. None of this is seen by Python,
so the audit hook of ``offline`` cannot refuse it. Nothing but what is known to be harmless is left
of Qt's; whoever sets more for good reason is told by the self-check that it was dropped.
"""

from __future__ import annotations

import os
import re
from collections.abc import MutableMapping
from dataclasses import dataclass

PLATFORMS = frozenset(
    {
        *("xcb", "wayland", "wayland-egl", "offscreen", "minimal", "minimalegl"),
        *("windows", "direct2d", "cocoa", "eglfs", "linuxfb"),
    }
)
"""Qt's ways to a screen that reach no further than this computer."""

_PLATFORM = "QT_QPA_PLATFORM"
_TAKES_WORDS = frozenset({"windows"})  # "windows:darkmode=1" and so on: nothing but looks
# How large, how it looks, how letters are put together, and what for people who cannot see it.
_HARMLESS = re.compile(
    r"QT_(\w*SCALE\w*|\w*DPI\w*|FONT_\w+|STYLE_OVERRIDE|QPA_PLATFORMTHEME|IM_MODULES?"
    r"|ACCESSIBILITY|LINUX_ACCESSIBILITY\w*|XCB_\w+|X11_\w+|WAYLAND_\w+|OPENGL|LOGGING_\w+"
    r"|MESSAGE_PATTERN|FATAL_\w+|ASSUME_\w+|FORCE_STDERR_LOGGING|DEVICE_PIXEL_RATIO"
    r"|NO_\w+|DISABLE_\w+|ENABLE_\w+|CURSOR_\w+|WIN_\w+|MAC_\w+)"
)
# Settings, code and keys of other programs, by how their names begin or by the whole name.
_OTHERS = (
    *("QML", "QSG_", "QMLSCENE_", "QTWEBENGINE", "QTUIO", "TSLIB_"),
    *("MPL", "MATPLOTLIB", "TYPST_", "SOURCE_DATE_EPOCH", "SQLITE_TMPDIR"),
    *("SSLKEYLOGFILE", "PYTHONINSPECT", "PYTHONBREAKPOINT", "PYTHONTZPATH"),
    *("GTK_MODULES", "GTK3_MODULES", "GTK_PATH", "GIO_EXTRA_MODULES", "GIO_MODULE_DIR"),
    *("GDK_BACKEND", "GDK_PIXBUF_MODULE", "LIBGL_DRIVERS_PATH", "OPENSSL_CONF"),
)
# Where the desktop is spoken to: only by a socket of this computer.
_BUSES = ("DBUS_SESSION_BUS_ADDRESS", "DBUS_SYSTEM_BUS_ADDRESS", "AT_SPI_BUS_ADDRESS")
_DISPLAY = "DISPLAY"
_NEAR = frozenset({"", "unix", "localhost", "127.0.0.1", "[::1]", "::1"})
# Obeyed by the system or by Python before the first line of ours.
_TOO_EARLY = re.compile(r"PYTHON(?!INSPECT|BREAKPOINT|TZPATH)\w+|LD_\w+|DYLD_\w+|GCONV_PATH")
_MEANT_WELL = frozenset(
    {
        *("PYTHONUTF8", "PYTHONIOENCODING", "PYTHONHASHSEED", "PYTHONUNBUFFERED"),
        *("PYTHONDONTWRITEBYTECODE", "PYTHONNOUSERSITE", "PYTHONSAFEPATH", "PYTHONWARNINGS"),
        *("PYTHONFAULTHANDLER", "PYTHONDEVMODE", "PYTHONPYCACHEPREFIX", "PYTHONLEGACYWINDOWSSTDIO"),
    }
)


@dataclass(frozen=True, slots=True)
class Cleared:
    """Names of variables: what was ``dropped``, and what was obeyed ``before`` anybody could."""

    dropped: tuple[str, ...] = ()
    before: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """What was found, in a line."""
        if not (self.dropped or self.before):
            return "nothing in it could change the program"
        said = f"dropped at the start: {', '.join(self.dropped)}" if self.dropped else ""
        early = f"obeyed before the start: {', '.join(self.before)}" if self.before else ""
        return "; ".join(filter(None, (said, early)))


_cleared: list[Cleared] = []


def clear(environ: MutableMapping[str, str] = os.environ) -> Cleared:
    """Drops from ``environ`` whatever could open the program; to be called before all else.

    The values are told to nobody: they may hold a person's name.
    """
    dropped = sorted(name for name, value in environ.items() if _opens(name.upper(), value))
    for name in dropped:
        del environ[name]
    before = sorted(name for name in environ if _came_before(name.upper()))
    found = Cleared(tuple(dropped), tuple(before))
    if environ is os.environ:
        _cleared.append(found)
    return found


def cleared() -> Cleared:
    """What ``clear`` found in the environment of this process, the first time that it found it."""
    dropped = dict.fromkeys(name for found in _cleared for name in found.dropped)
    return Cleared(tuple(dropped), _cleared[0].before if _cleared else ())


def is_near(platform: str) -> bool:
    """Whether what ``QT_QPA_PLATFORM`` says reaches no further than this computer."""
    for choice in platform.split(";"):
        name, colon, _words = choice.partition(":")
        if name.lower() not in PLATFORMS or (colon and name.lower() not in _TAKES_WORDS):
            return False
    return True


def _opens(name: str, value: str) -> bool:
    if name == _PLATFORM:
        return bool(value) and not is_near(value)
    if name == _DISPLAY:
        host = value.rpartition(":")[0].removeprefix("tcp/")
        return not (host in _NEAR or host.startswith("/"))
    if name in _BUSES:
        return not all(each.startswith("unix:") for each in value.split(";") if each)
    if name.startswith("QT_"):
        return _HARMLESS.fullmatch(name) is None
    return name.startswith(_OTHERS)


def _came_before(name: str) -> bool:
    return name not in _MEANT_WELL and _TOO_EARLY.fullmatch(name) is not None
