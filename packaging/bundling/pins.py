"""Which release of each library a system gets, by the lock, with the hashes of its files."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from packaging.markers import Marker

# sqlite-utils asks for it, and only its command "install" uses it.
LEFT_OUT = frozenset({"pip"})

WINDOWS = {
    "implementation_name": "cpython",
    "os_name": "nt",
    "platform_machine": "AMD64",
    "platform_python_implementation": "CPython",
    "platform_system": "Windows",
    "sys_platform": "win32",
}
"""What a marker of a requirement reads on the system that the bundle is for."""


@dataclass(frozen=True, slots=True)
class Pin:
    """One release of one library, and the SHA-256 of each file it may come in."""

    name: str
    version: str
    marker: str
    hashes: tuple[str, ...]

    def line(self) -> str:
        """As a requirement, without the marker."""
        return " ".join(
            [f"{self.name}=={self.version}", *(f"--hash=sha256:{each}" for each in self.hashes)]
        )


def read_lock(text: str) -> tuple[Pin, ...]:
    """Every pin of a lock, in its order."""
    return tuple(map(_pin, re.split(r"^(?=[A-Za-z0-9])", text, flags=re.MULTILINE)[1:]))


def chosen(
    pins: Iterable[Pin], *, python: str, system: Mapping[str, str] = WINDOWS
) -> tuple[Pin, ...]:
    """The pins whose markers hold on a system.

    Args:
        pins: of a lock for every system.
        python: the full version of its Python, as 3.13.2.
        system: the other variables of markers.
    """
    environment = {
        **system,
        "python_version": ".".join(python.split(".")[:2]),
        "python_full_version": python,
        "implementation_version": python,
        "platform_release": "",
        "platform_version": "",
        "extra": "",
    }
    return tuple(
        pin
        for pin in pins
        if pin.name not in LEFT_OUT
        and (not pin.marker or Marker(pin.marker).evaluate(dict(environment)))
    )


def _pin(entry: str) -> Pin:
    head = entry.partition("--hash=")[0].strip().rstrip("\\").strip()
    requirement, _, marker = head.partition(";")
    name, _, version = requirement.strip().partition("==")
    hashes = tuple(re.findall(r"--hash=sha256:([0-9a-f]{64})", entry))
    return Pin(name.strip(), version.strip(), marker.strip(), hashes)
