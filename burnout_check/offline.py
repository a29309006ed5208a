"""Keeps this process off the network: whatever tries to reach it meets an error that names it.

Python tells of every socket, name look-up and connection before it happens (an audit event), to
hooks that cannot be taken away again. Sockets between programs of one machine (AF_UNIX) stay
open, for the desktop. What is not seen here is code that is not Python; PySide6.QtNetwork, the one
such library at hand, is banned by the linter and left out of what is shipped.
"""

from __future__ import annotations

import sys
from functools import cache
from types import FrameType

_AF_UNIX = 1  # the same number on Linux, macOS and Windows

# audit event -> what the error says was tried
_ABOUT_A_SOCKET = {
    "socket.__new__": "open a network socket",
    "socket.bind": "listen on the network",
    "socket.connect": "connect to the network",
    "socket.sendmsg": "send to the network",
    "socket.sendto": "send to the network",
}
_ALWAYS_REFUSED = {
    "ftplib.connect": "connect to an FTP server",
    "http.client.connect": "connect to a web server",
    "imaplib.open": "connect to a mail server",
    "nntplib.connect": "connect to a news server",
    "poplib.connect": "connect to a mail server",
    "smtplib.connect": "connect to a mail server",
    "socket.getaddrinfo": "look up a name",
    "socket.gethostbyaddr": "look up a name",
    "socket.gethostbyname": "look up a name",
    "socket.getnameinfo": "look up a name",
    "telnetlib.Telnet.open": "connect to a server",
    "urllib.Request": "open a web address",
}
_TRIED = _ABOUT_A_SOCKET | _ALWAYS_REFUSED


class NetworkRefused(PermissionError):  # noqa: N818 - says what happened, as errors.py does
    """Something tried to use the network, which Burnout Check never does."""


@cache  # a second hook would only ask the same questions again
def refuse_network() -> None:
    """From now on and for good, let nothing in this process use the network."""
    sys.addaudithook(_refuse)


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    tried = _TRIED.get(event)
    if tried is None:
        return
    if event in _ABOUT_A_SOCKET and _family(event, arguments) == _AF_UNIX:
        return
    who = _who(sys._getframe(1))
    raise NetworkRefused(f"{who} tried to {tried}; Burnout Check never uses the network.")


def _family(event: str, arguments: tuple[object, ...]) -> object:
    """The address family; a socket that is only being made cannot be asked for its own."""
    if event == "socket.__new__":
        return arguments[1]
    return getattr(arguments[0], "family", None)


def _who(frame: FrameType | None) -> str:
    """The function that tried, passing over the standard library that it did so through."""
    outermost = "Something"
    while frame is not None:
        module = str(frame.f_globals.get("__name__", "?"))
        code = frame.f_code
        outermost = f"{module}.{code.co_qualname} ({code.co_filename}, line {frame.f_lineno})"
        if module.partition(".")[0] not in sys.stdlib_module_names:
            break
        frame = frame.f_back
    return outermost
