"""One rule in full: when it speaks, what it rests on, and what the person may change."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from burnout_check.domain.rules.rule_words import basis_words
from burnout_check.gui.kit.column import Column
from burnout_check.gui.kit.labels import Body, CardTitle, Small
from burnout_check.gui.kit.sheet import Sheet
from burnout_check.gui.prompts.rule_controls import RuleControls
from burnout_check.session.session import Session


class RuleDialog(Sheet):
    """Opened from the list of thresholds.

    Args:
        rule_id: which rule.
        session: where the person's choices are kept.
        parent: the page it opens over.
    """

    def __init__(self, rule_id: str, session: Session, parent: QWidget | None = None) -> None:
        threshold = session.thresholds.get(rule_id)
        super().__init__(threshold.shipped.name, parent, size=(680, 640))
        self._rule = rule_id
        self._session = session
        self._when = Body(selectable=True)
        self._basis = Body(selectable=True)
        self._idle = Small()
        self.body.add(Column(CardTitle("When it speaks"), self._when, self._idle))
        self.controls = RuleControls(rule_id, session)
        self.controls.changed.connect(self._say)
        self.body.add(Column(CardTitle("What you can change"), self.controls, gap=6))
        self.body.add(Column(CardTitle("What this rests on"), self._basis))
        self._say()
        self.fill()
        first = next(iter(self.controls.fields.values()), None)
        if first is not None:
            first.field.take_focus()

    def _say(self) -> None:
        thresholds = self._session.thresholds
        threshold = thresholds.get(self._rule)
        rule = threshold.rule
        self._when.setText(thresholds.sentence(threshold))
        source = rule.source.rstrip(".")
        self._basis.setText(f"{basis_words(rule)} Source: {source}.")
        idle = "Switched off by you." if not threshold.on else thresholds.idle(threshold)
        self._idle.setText(idle)
        self._idle.setHidden(not idle)
