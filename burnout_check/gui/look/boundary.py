"""What goes wrong inside a method that Qt calls is reported, and goes no further into Qt.

A handler that Qt calls is one of Python's in the middle of Qt's own work: an exception that left it
would come out somewhere else, later, or end the process (PySide6 6.11 on Python 3.11 does so for
one that C code raised, as ``int("x")`` does). So each such method stands behind a boundary: what it
raises is handed to ``sys.excepthook``, as from any other place, and Qt is given an answer that it
can go on with. A dialog whose own clean-up fails is closed all the same.

It is put around the methods as their class is made, so that no class can forget it. Slots need
none: PySide hands what they raise to the hook itself.
"""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable, Iterator
from types import FunctionType
from typing import Any

from shiboken6 import Shiboken

_Method = Callable[..., Any]

_BEHIND = "_is_behind_the_boundary"

# What a handler says that has failed: that nothing was taken or held back.
_NOTHING_DONE = {"event": False, "eventFilter": False, "nativeEventFilter": (False, 0)}


def install_boundary() -> None:
    """From now on each class that is made of one of Qt's is put behind the boundary."""
    Shiboken.Object.__init_subclass__ = classmethod(_put_behind)  # type: ignore[assignment]


def called_by_qt(kind: type[Any]) -> Iterator[tuple[type[Any], str, _Method]]:
    """The methods of a class in Python that stand in place of one of Qt's.

    Yields:
        The class that has it (``kind``, or one that it is made of and that Qt does not know), its
        name, and the method of Qt's.
    """
    of_qt = [base for base in kind.__mro__ if _is_qt(base)]
    for owner in kind.__mro__:
        if owner is object or _is_qt(owner):
            continue
        for name, value in tuple(vars(owner).items()):
            if isinstance(value, FunctionType) and not name.startswith("__"):
                own = next((vars(base)[name] for base in of_qt if name in vars(base)), None)
                if own is not None:
                    yield owner, name, own


def is_behind(method: object) -> bool:
    """Whether a method is behind the boundary."""
    return getattr(method, _BEHIND, False)


def _put_behind(kind: type[Any], /, **_named: object) -> None:
    if _is_qt(kind):
        return
    for owner, name, own in called_by_qt(kind):
        method = vars(owner)[name]
        if not is_behind(method):
            setattr(owner, name, _bounded(method, _answer_for(name, own)))


def _bounded(method: _Method, answer: _Method) -> _Method:
    @functools.wraps(method)
    def bounded(self: Any, *given: Any) -> Any:
        try:
            return method(self, *given)
        except Exception as error:  # noqa: BLE001 - whatever it is, Qt is not to meet it
            sys.excepthook(type(error), error, error.__traceback__)
            return answer(self, *given)

    setattr(bounded, _BEHIND, True)
    return bounded


def _answer_for(name: str, own: _Method) -> _Method:
    """What is answered in place of a method that failed: what Qt's own would say."""

    def answer(self: Any, *given: Any) -> Any:
        if name in _NOTHING_DONE:
            return _NOTHING_DONE[name]
        if name.endswith("Event"):
            return None
        try:
            return own(self, *given)
        except (NotImplementedError, RuntimeError, TypeError):  # Qt has none of its own
            return None

    return answer


def _is_qt(kind: type[Any]) -> bool:
    return kind.__module__.partition(".")[0] in {"PySide6", "Shiboken", "shiboken6"}
