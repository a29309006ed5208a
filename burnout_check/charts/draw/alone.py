"""Matplotlib imported with the settings it ships, and with nobody's on this computer."""

from __future__ import annotations

import contextlib
import os
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from burnout_check.paths import cache_dir, resources_dir


def import_alone() -> None:
    """Imports matplotlib, which has no switch for leaving the settings of others alone.

    It reads the first ``matplotlibrc`` of: the working folder, what ``MATPLOTLIBRC`` names, and
    its folder for settings. So for this moment the working folder is one of ours, the variable
    names the file it ships, and its own folder, for a list of fonts too, is in our cache.
    """
    spec = find_spec("matplotlib")
    for place in (spec and spec.submodule_search_locations) or ():
        os.environ["MATPLOTLIBRC"] = str(Path(place) / "mpl-data" / "matplotlibrc")
    os.environ["MPLCONFIGDIR"] = str(cache_dir() / "matplotlib")
    before = None
    with contextlib.suppress(OSError):  # the working folder may be gone
        before = Path.cwd()
    os.chdir(resources_dir())
    try:
        import_module("matplotlib")
    finally:
        if before is not None:
            with contextlib.suppress(OSError):
                os.chdir(before)
