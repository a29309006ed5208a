"""The stylesheet of every control, made from the tokens, the text size and the symbols."""

from __future__ import annotations

import logging
import re
from dataclasses import asdict
from pathlib import Path

from burnout_check.gui.look.icons import svg
from burnout_check.gui.look.tokens import Tokens, mix
from burnout_check.paths import resources_dir

_log = logging.getLogger(__name__)

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_NAME = re.compile(r"\$([a-z_]+)")
_SYMBOL = re.compile(r"@([a-z-]+)-([a-z_]+)(?=\))")
_SIZE = re.compile(r"(?<![\w.])(-?\d+)px")
_HALF = re.compile(r"half\((\d+)px, (\d+)px\)")
_STROKE = 2
"""Widths up to this are lines, not sizes, and do not grow with the text."""


def stylesheet(tokens: Tokens, scale: float, *, symbols: Path) -> str:
    """The whole stylesheet.

    Args:
        tokens: the colours.
        scale: text size as a share of 100 %.
        symbols: an existing folder; the few symbols a stylesheet can only take from a file are
            written here in their colours.
    """
    colours = named_colours(tokens)
    text = _source()

    def symbol(found: re.Match[str]) -> str:
        colour = colours[found[2]]
        file = symbols / f"{found[1]}-{colour.lstrip('#')}.svg"
        if not file.exists():
            file.write_bytes(svg(found[1], colour))
        return f'"{file.as_posix()}"'

    def size(found: re.Match[str]) -> str:
        pixels = int(found[1])
        return f"{pixels if abs(pixels) <= _STROKE else round(pixels * scale)}px"

    text = _SIZE.sub(size, _COMMENT.sub("", text))
    # Qt draws square corners where a radius is more than half the height with its border.
    text = _HALF.sub(lambda found: f"{(int(found[1]) + 2 * int(found[2])) // 2}px", text)
    text = _NAME.sub(lambda found: colours[found[1]], text)
    return _SYMBOL.sub(symbol, text)


def _source() -> str:
    """The file of the stylesheet; without it the controls are Qt's own, and work."""
    try:
        return (resources_dir() / "theme" / "app.qss").read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        _log.warning("the stylesheet cannot be read")
        return ""


def named_colours(tokens: Tokens) -> dict[str, str]:
    """Every colour the stylesheet may name: the tokens, and the shades that follow from them."""
    flat = tokens.surface == tokens.primary_soft
    colours: dict[str, str] = asdict(tokens)
    colours |= {
        "hover": mix(tokens.surface, tokens.ink, 0.0 if flat else 0.05),
        "pressed": mix(tokens.surface, tokens.ink, 0.0 if flat else 0.10),
        "nav_hover": mix(tokens.paper, tokens.ink, 0.0 if flat else 0.05),
        "primary_hover": mix(tokens.primary, tokens.ink, 0.0 if flat else 0.20),
        "primary_pressed": mix(tokens.primary, tokens.ink, 0.0 if flat else 0.40),
        "help_hover": mix(tokens.surface, tokens.help, 0.0 if flat else 0.08),
        # Where soft grounds look like the window, a border takes their place.
        "soft_border": tokens.ink if flat else "transparent",
        "disabled_border": tokens.disabled if flat else tokens.line,
        "soft_border_sunk": tokens.ink if flat else tokens.sunk,
    }
    return colours
