"""How the app looks on this computer: kept outside the vault, and nothing personal in it."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from burnout_check.domain.settings.setting import Settings, Value
from burnout_check.domain.settings.setting_declarations import look_settings
from burnout_check.errors import BadInput
from burnout_check.paths import write_whole
from burnout_check.small_file import Unusable, read_json

_log = logging.getLogger(__name__)

FILE = "look.json"
_VALUE = (str, int, float, bool)
_WINDOW = re.compile(r"[A-Za-z0-9+/=]{0,2000}")  # base64; a tenth of it is usual


class ScreenSettings:
    """Colours, text size and the window's place, readable while the vault is locked.

    A file that cannot be read or written is no reason to stop: the defaults are used, and the log
    says so.
    """

    def __init__(self, folder: Path) -> None:
        self._file = folder / FILE
        self.settings = Settings(look_settings())
        self.window = ""
        self._read()

    def change(self, values: Mapping[str, Value]) -> None:
        """Keep other looks.

        Raises:
            BadInput: naming the first setting whose value cannot be used.
        """
        for key, value in values.items():
            problem = self.settings.setting(key).problem(value)
            if problem is not None:
                raise BadInput(problem, field=key)
        self.settings = self.settings.including(values)
        self._write()

    def remember_window(self, geometry: str) -> None:
        """Keep where the window stood, as Qt's own text of it."""
        if geometry != self.window:
            self.window = geometry
            self._write()

    def _read(self) -> None:
        try:
            kept = read_json(self._file, dict[str, Any])
        except FileNotFoundError:
            return
        except (OSError, Unusable):
            _log.info("%s cannot be read, so the app looks as it does by default", FILE)
            return
        known = {setting.key for setting in self.settings.declared}
        self.settings = self.settings.including(
            {
                key: value
                for key, value in kept.items()
                if key in known and isinstance(value, _VALUE)
            }
        )
        window = kept.get("window", "")
        if isinstance(window, str) and _WINDOW.fullmatch(window):
            self.window = window

    def _write(self) -> None:
        kept = {**self.settings.chosen, "window": self.window}
        try:
            write_whole(self._file, json.dumps(kept, indent=1).encode())
        except OSError:
            _log.info("%s cannot be written, so the look is not remembered", FILE)
