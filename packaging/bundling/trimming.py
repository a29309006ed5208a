"""What of the libraries' wheels a program of widgets and charts never loads, and so is left out."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

QT_MODULES = frozenset({"QtCore", "QtGui", "QtWidgets", "QtSvg", "QtPrintSupport"})

QT_PLUGINS = frozenset(
    {
        *("platforms/qwindows", "platforms/qoffscreen"),
        *("iconengines/qsvgicon", "imageformats/qsvg", "imageformats/qico"),
    }
)

# Shipped twice: Qt brings its own copies of the C++ library, which shiboken6 has too.
_QT_LIBRARIES = re.compile(r"(pyside6\.abi3|shiboken6\.abi3|msvcp140\w*|vcruntime140\w*)$")

_NOWHERE = re.compile(
    r"""
    (^|/)(tests?|testing)/            # of a library itself; but see _TESTED_BY
    | \.(pyi|lib|exe|pxd|pyx|c|h|a|cmake|prl|qmltypes)$
    | (^|/)py\.typed$
    | \.dist-info/(RECORD|INSTALLER|REQUESTED|direct_url\.json|sboms/|licenses/|licenses$)
    | \.dist-info/(LICEN[CS]E|COPYING|NOTICE|AUTHORS)[^/]*$   # gathered elsewhere
    | (^|/)__pycache__/
    | ^[^/]+\.data/
    | ^bin/
    """,
    re.VERBOSE,
)

_IN_PARTICULAR = re.compile(
    r"""
    ^numpy/(f2py|_pyinstaller|_core/(include|lib)|doc)/
    | ^numpy/random/   # loaded when first asked for, and nobody here asks
    | ^numpy/.*\.(c|pyx|in|npz|f|f90)$
    | ^matplotlib/mpl-data/(sample_data|plot_directive|images|fonts/(afm|pdfcorefonts))/
    | ^matplotlib/(sphinxext|backends/web_backend)/
    | ^matplotlib/mpl-data/fonts/ttf/DejaVu(SansMono|Serif)
    | ^matplotlib/mpl-data/fonts/ttf/(cm[a-z]+10|STIX)   # for formulas
    | ^mpl_toolkits/(axes_grid1|axisartist)/
    | ^fontTools/(cu2qu|merge|mtiLib|qu2cu|ufoLib|voltLib)/
    | ^PIL/(_avif|_webp|_imagingtk|_imagingcms|_imagingft)\.
    | ^numpy/_core/_(simd|\w+_tests)\.
    """,
    re.VERBOSE,
)

# Not tests, whatever their name says: other modules import them.
_TESTED_BY = re.compile(r"^numpy/(testing|_core/tests/_natype)|^icalendar/tests/__init__\.py$")


def is_left_out(path: PurePosixPath) -> bool:
    """Whether a file of the wheels, by its path in the folder of libraries, is not shipped."""
    name = path.as_posix()
    if _TESTED_BY.search(name):
        return "/tests/" in name.removeprefix("numpy/_core/tests/")
    if _NOWHERE.search(name) or _IN_PARTICULAR.search(name):
        return True
    match path.parts[0]:
        case "PySide6":
            return _is_left_out_of_qt(path)
        case "shiboken6":
            return path.suffix == ".dll" and not _QT_LIBRARIES.search(path.stem)
        case "shiboken6_generator":
            return True
    return False


def _is_left_out_of_qt(path: PurePosixPath) -> bool:
    if len(path.parts) > 2:
        return _is_left_out_below_qt(path.parts[1], path)
    match path.suffix:
        case ".py":
            return False
        case ".pyd":
            return path.stem not in QT_MODULES
        case ".dll":
            module = path.stem.replace("Qt6", "Qt", 1)
            return module not in QT_MODULES and not _QT_LIBRARIES.search(path.stem)
    return True


def _is_left_out_below_qt(folder: str, path: PurePosixPath) -> bool:
    match folder:
        case "plugins":
            return PurePosixPath(*path.parts[2:]).with_suffix("").as_posix() not in QT_PLUGINS
        case "translations":
            return not re.fullmatch(r"qt(base)?_en(_GB)?\.qm", path.name)
    return folder != "support"
