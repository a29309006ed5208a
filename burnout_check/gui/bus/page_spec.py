"""A page as the window lists it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from burnout_check.gui.bus.page import Page
from burnout_check.gui.bus.page_context import PageContext


class PageSpec(NamedTuple):
    """One row of the table of pages.

    Attributes:
        id: what the navigator calls it.
        title: its name in the sidebar.
        icon: name of an icon.
        key: such as ``"Ctrl+1"``; empty for none.
        build: makes it; most often its class.
    """

    id: str
    title: str
    icon: str
    key: str
    build: Callable[[PageContext], Page]
