"""Every rule in plain words, by what it is about: its number, its basis, and how often it spoke."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from burnout_check.domain.rules.firing_counts import Fired
from burnout_check.domain.rules.rule_words import BASIS
from burnout_check.domain.rules.thresholds import Threshold
from burnout_check.domain.support.option import Family
from burnout_check.gui.kit.buttons import PlainButton, QuietButton
from burnout_check.gui.kit.card import Card, Divider
from burnout_check.gui.kit.chip import ChipLabel
from burnout_check.gui.kit.column import Column
from burnout_check.gui.kit.labels import Body, CardTitle, Small, Strong
from burnout_check.gui.kit.responsive_row import ResponsiveRow
from burnout_check.session.session import Session

INTRO = (
    "A rule says when something stands out. Here is each of them, what its number rests on, and "
    "how often it would have spoken in your last year. You can change a number or switch a rule "
    "off, and go back at any time. The few that lead to help in a crisis stay as they are."
)
_TITLES = {
    Family.HARD_EVENT: "Something hard",
    Family.BURNOUT: "Burnout",
    Family.ANXIETY: "Anxiety",
    Family.MOOD: "Low mood",
    Family.WORKLOAD: "Workload",
    Family.SUPERVISION: "Supervision",
    Family.VALUES: "Values",
}


class ThresholdList(QWidget):
    """A card for each family of rules.

    Signals:
        rule_asked(rule_id): to see one rule in full and change it.
        how_often_asked(): to read how often prompts are wrong.

    Args:
        session: the rules as the person has them.
    """

    rule_asked = Signal(str)
    how_often_asked = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._is_stale = True
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        intro = Card("primary-soft")
        intro.add(Body(INTRO))
        self.how_often = QuietButton("How often this is wrong")
        self.how_often.set_flush()
        self.how_often.clicked.connect(self.how_often_asked)
        intro.column.addWidget(self.how_often, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(intro)
        order = list(_TITLES)
        rules = sorted(session.thresholds.all(), key=lambda each: order.index(each.shipped.family))
        self.families: list[FamilyCard] = []
        for family, found in groupby(rules, key=lambda each: each.shipped.family):
            card = FamilyCard(_TITLES[family], [RuleRow(each) for each in found])
            self.families.append(card)
            column.addWidget(card)
        for row in self.rows.values():
            row.asked.connect(self.rule_asked)

    @property
    def rows(self) -> dict[str, RuleRow]:
        """The row of each rule, by its id, whether it is folded away or not."""
        return {row.rule_id: row for card in self.families for row in card.rows}

    def mark_stale(self) -> None:
        """Say everything anew: at once if it is in view, else when it comes into view."""
        self._is_stale = True
        if self.isVisible():
            self._refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Say what changed while it was out of view."""
        if self._is_stale:
            self._refresh()
        super().showEvent(event)

    def _refresh(self) -> None:
        self._is_stale = False
        fired = self._session.thresholds.fired()
        rows = self.rows
        for threshold in self._session.thresholds.all():
            rows[threshold.shipped.id].say(threshold, self._session, fired)
        for card in self.families:
            card.fold()


class FamilyCard(Card):
    """The rules about one thing; those that are not used now are folded away.

    Args:
        title: what they are about.
        rows: one for each rule.
    """

    def __init__(self, title: str, rows: list[RuleRow]) -> None:
        super().__init__(gap=6)
        self.rows = rows
        self._is_open = False
        self.add(CardTitle(title))
        for row in rows:
            self.add(row)
        self.more = QuietButton("")
        self.more.clicked.connect(self._on_more_clicked)
        self.column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)

    def fold(self) -> None:
        """Hide what is not used now, unless the person opened it."""
        idle = [row for row in self.rows if row.is_idle]
        for row in self.rows:
            row.setHidden(row.is_idle and not self._is_open)
        rules = "1 rule that is" if len(idle) == 1 else f"{len(idle)} rules that are"
        self.more.setText(f"{'Hide' if self._is_open else 'Show'} {rules} not used now")
        self.more.setHidden(not idle)

    def _on_more_clicked(self) -> None:
        self._is_open = not self._is_open
        self.fold()


class RuleRow(QWidget):
    """One rule: its name, when it speaks, and a line on what it rests on.

    Signals:
        asked(rule_id): to see it in full.
    """

    asked = Signal(str)

    def __init__(self, threshold: Threshold) -> None:
        super().__init__()
        name = threshold.shipped.name
        self.rule_id = threshold.shipped.id
        self.is_idle = False
        self._sentence = Body()
        self._line = Small()
        self._chip = ChipLabel("Yours", "neutral")
        self._chip.setHidden(True)
        self.open = PlainButton("Change" if threshold.may_be_off else "See")
        self.open.setAccessibleName(f"{self.open.text()}: {name}")
        self.open.clicked.connect(lambda: self.asked.emit(self.rule_id))
        words = Column(Strong(name), self._sentence, self._line, gap=2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(8)
        column.addWidget(Divider())
        column.addWidget(ResponsiveRow(words, self._chip, self.open, least=320, gap=12))

    def say(self, threshold: Threshold, session: Session, fired: Mapping[str, Fired]) -> None:
        """Show the rule as it is now."""
        rule = threshold.rule
        spoke = fired.get(rule.id)
        idle = session.thresholds.idle(threshold)
        self.is_idle = bool(idle)
        words = [BASIS[rule.basis], idle or ("" if spoke is None else f"{spoke.words}.")]
        self._sentence.setText(session.thresholds.sentence(threshold))
        self._line.setText(" · ".join(part.rstrip(".") for part in words if part))
        self.open.setAccessibleDescription(f"{self._sentence.text()} {self._line.text()}")
        self._chip.setHidden(not threshold.is_yours)
        self._chip.show_news("Yours" if threshold.on else "Off", "neutral")
