"""What every page is made with."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from burnout_check.gui.backups.backing_up import BackingUp
from burnout_check.gui.bus.navigator import Navigator
from burnout_check.gui.bus.news import News
from burnout_check.gui.kit.clipboard import Clipboard
from burnout_check.gui.look.screen_settings import ScreenSettings
from burnout_check.session.session import Session


@dataclass(frozen=True, slots=True)
class Tools:
    """What the window lends to pages.

    Attributes:
        clipboard: where words and numbers are copied to.
        screen_settings: how the app looks on this computer.
        folder: where everything is kept.
    """

    clipboard: Clipboard
    screen_settings: ScreenSettings
    folder: Path


@dataclass(frozen=True, slots=True)
class PageContext:
    """One for each session.

    Attributes:
        session: of the open vault.
        news: what changed.
        navigator: carries out what a page asks for.
        tools: what the window lends.
        backing_up: makes backups, and knows which there are.
    """

    session: Session
    news: News
    navigator: Navigator
    tools: Tools
    backing_up: BackingUp
