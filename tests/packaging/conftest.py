"""No test of packaging/ starts or installs anything."""

import pytest

import checks
import console
import dev
import environment
import system_libraries


@pytest.fixture
def programs(monkeypatch):
    """Every program that would be started, instead of starting it."""
    started: list[list[str]] = []

    def note(command, **_):
        started.append([str(part) for part in command])
        return 0

    for module in (console, environment, system_libraries, dev, checks):
        monkeypatch.setattr(module, "call", note)
    return started
