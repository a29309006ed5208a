"""The few things a page may tell the others: what happened, and where the person wants to go."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Signals(QObject):
    """Broadcasts of one session; each page decides for itself what they mean to it.

    ``check_in_saved`` carries a ``session.Outcome``; ``check_in_asked`` the ``Week`` to fill in or
    correct; ``options_asked`` the ``rules.Prompt`` to see options for, or None for all;
    ``erase_confirmed`` the passphrase that everything is erased with; ``joint_view_asked`` the
    ``SharedView`` for two people to look at; ``supervision_kept`` the ``SupervisionSession`` that
    was.
    """

    check_in_saved = Signal(object)
    history_changed = Signal()
    settings_changed = Signal()
    look_changed = Signal()
    actions_changed = Signal()
    events_changed = Signal()
    page_asked = Signal(str)
    check_in_asked = Signal(object)
    options_asked = Signal(object)
    agenda_changed = Signal()
    hard_events_changed = Signal()
    lock_asked = Signal()
    backups_changed = Signal()
    backups_asked = Signal()
    restore_asked = Signal()
    undo_restore_asked = Signal()
    passphrase_change_asked = Signal()
    new_code_asked = Signal()
    erase_asked = Signal()
    working_asked = Signal()
    erase_confirmed = Signal(str)
    joint_view_asked = Signal(object)
    supervision_kept = Signal(object)
