"""What a program frozen by PyInstaller holds and leaves out, for burnout-check.spec."""

from __future__ import annotations

import re

HIDDEN = [
    # Imported by their names, when they are first needed.
    "PySide6.QtPrintSupport",
    "PySide6.QtSvg",
    "_cffi_backend",
    "burnout_check.diagnostics.self_check",
    "burnout_check.tour.tour",
    "fontpkg_atkinson_hyperlegible",
    "matplotlib.backends.backend_agg",
    "matplotlib.backends.backend_pdf",
    "matplotlib.backends.backend_svg",
    "msgspec",
    "nacl.pwhash",
    "sqlcipher3",
    "typst",
    "tzdata",
    "zoneinfo",
    "zxcvbn",
]

PACKAGES_OF_DATA = ["fontpkg_atkinson_hyperlegible", "tzdata", "icalendar"]

EXCLUDED = [
    *("tkinter", "_tkinter", "pydoc_data", "lib2to3", "distutils", "setuptools", "pip", "wheel"),
    *("pkg_resources", "curses", "_curses", "readline", "IPython", "pytest", "hypothesis", "mypy"),
    # hashlib has its own of every digest; fontTools would take lxml, if it finds it.
    *("ssl", "_ssl", "_hashlib", "lxml", "PyQt5", "PyQt6", "PySide2", "gi", "wx", "sqlite3.test"),
    *(
        f"PySide6.Qt{name}"
        for name in (
            *("Concurrent", "DBus", "Designer", "Help", "Network", "OpenGL", "OpenGLWidgets"),
            *("Qml", "Quick", "QuickControls2", "QuickWidgets", "Sql", "SvgWidgets", "Test"),
            *("UiTools", "Xml"),
        )
    ),
    *("matplotlib.tests", "numpy.f2py", "numpy.distutils", "numpy._pyinstaller"),
    *(
        f"matplotlib.backends.backend_{name}"
        for name in ("gtk3", "gtk4", "macosx", "nbagg", "pgf", "qt5agg", "tkagg", "webagg", "wx")
    ),
    *("PIL._avif", "PIL._webp", "PIL._imagingtk", "PIL._imagingcms", "PIL._imagingft"),
    *("PIL.ImageTk", "PIL.ImageQt"),
]

_PLUGINS = re.compile(
    r"""
    /plugins/(
      platforms/(libqxcb|libqoffscreen|libqwayland\w*|libqcocoa)
    | imageformats/libq(svg|ico)
    | iconengines/libqsvgicon
    | platforminputcontexts/lib(compose|ibus)platforminputcontextplugin
    | platformthemes/libqxdgdesktopportal
    | wayland-shell-integration/libxdg-shell
    | wayland-decoration-client/libbradient
    | wayland-graphics-integration-client/.*
    | xcbglintegrations/libqxcb-(egl|glx)-integration
    | styles/libqmacstyle
    )\.(so|dylib)$
    """,
    re.VERBOSE,
)

# Libraries of the system that only left-out plugins ask for: GTK and its like, Kerberos, TLS.
_OF_LEFT_OUT = re.compile(
    r"""
    (^|/)lib(
      gtk-3|gdk-3|gdk_pixbuf|atk|atspi|pango|cairo|epoxy|gio-2|gmodule|thai|datrie|fribidi|graphite2
    | harfbuzz|pixman|Xcomposite|Xcursor|Xdamage|Xfixes|Xi\.|Xinerama|Xrandr|Xrender|mount|blkid
    | selinux|readline|tinfo|ncurses|krb5|k5crypto|gssapi|com_err|keyutils|avif|ssl|crypto|cups
    | gnutls|p11-kit|nettle|hogweed|idn2|unistring|gmp|tasn1|avahi
    | Qt6(Network|EglFS|OpenGLWidgets|Qml|Quick|VirtualKeyboard|Pdf)
    )
    """,
    re.VERBOSE,
)

_UNUSED_DATA = re.compile(
    r"""
    /mpl-data/(sample_data|plot_directive|images|fonts/(afm|pdfcorefonts))
    | /mpl-data/fonts/ttf/(DejaVu(SansMono|Serif)|cm[a-z]+10)
    | /icalendar/(tests|fuzzing)/ | ^icalendar/(tests|fuzzing)/
    """,
    re.VERBOSE,
)

_TRANSLATION = re.compile(r"qt(base)?_en(_GB)?\.qm$")


def is_kept(name: str) -> bool:
    """Whether a file that PyInstaller collected is shipped, by its place in the folder."""
    name = name.replace("\\", "/")
    if "/plugins/" in name:
        return _PLUGINS.search(name) is not None
    if "/translations/" in name:
        return _TRANSLATION.search(name) is not None
    return not _OF_LEFT_OUT.search(name) and not _UNUSED_DATA.search(name)
