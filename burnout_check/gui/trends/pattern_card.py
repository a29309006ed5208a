"""What goes together: at most three sentences about the work and the person, and about chance."""

from __future__ import annotations

from PySide6.QtCore import Qt

from burnout_check.domain.insights.patterns import Patterns
from burnout_check.gui.kit.card import Card
from burnout_check.gui.kit.column import Column, clear_layout
from burnout_check.gui.kit.labels import Body, CardTitle, Small
from burnout_check.gui.look.scale import px


class PatternCard(Card):
    """Hidden while there is nothing to say: most of what looks like a pattern is chance.

    The keyboard stops here, so that a screen reader reads all of it.
    """

    def __init__(self) -> None:
        super().__init__(gap=10)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName("What goes together")
        self.add(CardTitle("What goes together"))
        self.sentences = Column(gap=px(8))
        self.add(self.sentences)
        self._note = Small()
        self.add(self._note)
        self.hide()

    @property
    def said(self) -> tuple[str, ...]:
        """Its sentences."""
        return tuple(label.text() for label in self.sentences.findChildren(Body))

    def show_patterns(self, patterns: Patterns) -> None:
        """Show what was found, or nothing at all."""
        clear_layout(self.sentences.column)
        for pattern in patterns.found:
            self.sentences.column.addWidget(Body(pattern.sentence, selectable=True))
        self._note.setText(patterns.note)
        self.setAccessibleDescription(" ".join((*self.said, patterns.note)))
        self.setVisible(bool(patterns.found))
