"""Why a prompt is there: the weeks behind it, the rule, what it rests on, and what would end it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QHBoxLayout, QWidget

from burnout_check.domain.measures.measure import Point, Series
from burnout_check.domain.rules.conditions import line_value
from burnout_check.domain.rules.evaluate import QUIET_WEEKS
from burnout_check.domain.rules.prompt import Prompt
from burnout_check.domain.rules.rule import Crossing
from burnout_check.domain.support.crisis import not_asked
from burnout_check.domain.week import plain_date
from burnout_check.gui.bus.navigator import Navigator
from burnout_check.gui.kit.banner import Banner
from burnout_check.gui.kit.buttons import PlainButton, PrimaryButton, QuietButton
from burnout_check.gui.kit.chip import ChipLabel
from burnout_check.gui.kit.column import Column
from burnout_check.gui.kit.focus import give_focus
from burnout_check.gui.kit.labels import Body, CardTitle, SectionTitle, Small
from burnout_check.gui.kit.measure_tile import tiny_line
from burnout_check.gui.kit.responsive_row import ResponsiveRow
from burnout_check.gui.kit.sheet import Sheet
from burnout_check.gui.kit.sparkline import Sparkline
from burnout_check.gui.kit.table import ReadOnlyTable
from burnout_check.gui.prompts.help_page import show_how_often
from burnout_check.gui.prompts.prompt_list import KINDS
from burnout_check.gui.prompts.rule_controls import RuleControls
from burnout_check.session.session import Session

_SHOWN = 8
"""More weeks than this are counted, not listed."""
_IN_PART = "These are the minutes that count: time in a group counts in part."


class WhyDialog(Sheet):
    """Explains one prompt, and lets the person put it aside or change its rule.

    Args:
        prompt: the prompt to explain.
        session: for the values over time, and to put the prompt aside.
        navigator: goes to the options.
        parent: the page it opens over.
    """

    def __init__(
        self,
        prompt: Prompt,
        session: Session,
        navigator: Navigator,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Why am I seeing this?", parent, size=(680, 640))
        self._prompt = prompt
        self._session = session
        self._navigator = navigator
        self.banner = Banner(dismissable=False)
        self.banner.asked.connect(self._on_undo_asked)
        self.banner.hide()
        chip = ChipLabel(prompt.severity.word, KINDS[prompt.severity])
        self.body.add(self.banner)
        self.body.add(ResponsiveRow(SectionTitle(prompt.title), chip))
        self.body.add(Body(prompt.text))
        if prompt.rule.says_not_asked:
            self.body.add(Body(not_asked(session.ledger.settings.text("nation")), selectable=True))
        for part in prompt.parts or (prompt,):
            self._evidence(part)
        threshold = session.thresholds.get(prompt.rule.id)
        for title, words in (
            ("The rule", session.thresholds.sentence(threshold)),
            ("What this rests on", f"{prompt.basis} {_source(prompt)}"),
            ("What would make it go away", prompt.clears),
        ):
            self.body.add(Column(CardTitle(title), Body(words, selectable=True)))
        self._rule_controls()
        self._buttons()
        self.fill()
        give_focus(self.options)

    def _rule_controls(self) -> None:
        self.controls = RuleControls(self._prompt.rule.id, self._session)
        self.controls.changed.connect(self._on_rule_changed)
        self.how_often = QuietButton("How often this is wrong")
        self.how_often.set_flush()
        self.how_often.clicked.connect(self._on_how_often_clicked)
        self.body.add(Column(CardTitle("If this rule does not fit you"), self.controls, gap=6))
        row = QHBoxLayout()
        row.addWidget(self.how_often)
        row.addStretch()
        self.body.add(row)

    def _buttons(self) -> None:
        self.snooze = PlainButton("Put aside for four weeks")
        self.snooze.setAccessibleDescription(_comes_back(self._prompt))
        self.snooze.clicked.connect(self._on_snooze_clicked)
        self.options = PrimaryButton("See options")
        self.options.clicked.connect(self._on_options_clicked)
        self.foot.insertWidget(0, self.snooze)
        self.foot.addWidget(self.options)

    def _evidence(self, prompt: Prompt) -> None:
        series = self._session.ledger.reading.series.get(prompt.rule.measure)
        if series is None or not prompt.evidence:
            weeks = ", ".join(_week(point) for point in prompt.evidence)
            if weeks:
                self.body.add(Column(CardTitle("What we saw"), Body(f"{prompt.title}: {weeks}.")))
            return
        name = series.measure.name
        line = tiny_line(series, self._session.ledger.week)
        kind = KINDS[prompt.severity]
        spark = Sparkline(
            line,
            threshold=self._line(prompt),
            kind=kind,
            sentence=self._session.ledger.reading.trend(
                series.measure.id, self._session.ledger.week
            ),
        )
        self.body.add(ResponsiveRow(CardTitle(f"What we saw: {name}"), spark))
        points = prompt.evidence[-_SHOWN:]
        labels = self._session.thresholds.labels(prompt.rule.measure)
        rows = [(_week(point), _value(series, point, labels)) for point in points]
        self.body.add(ReadOnlyTable(f"{name}, the weeks behind this", ("Week", name), rows))
        if prompt.rule.standard is not None and prompt.rule.standard.group_credit:
            self.body.add(Small(_IN_PART))
        earlier = len(prompt.evidence) - len(points)
        if earlier:
            self.body.add(Small(f"And {earlier} earlier weeks."))

    def _line(self, prompt: Prompt) -> float | None:
        """Where the first line of the rule stands, if it stands still."""
        whens = (when for when in prompt.rule.whens if isinstance(when, Crossing))
        lines = (line_value(when.line, self._session.ledger.plan) for when in whens)
        return next((line for line in lines if line is not None), None)

    def _on_snooze_clicked(self) -> None:
        self._session.snoozed_prompts.add(self._prompt)
        self.snooze.hide()
        self.banner.say(
            f"Put aside for {QUIET_WEEKS} weeks. {_comes_back(self._prompt)}",
            "steady",
            action="Undo",
        )
        give_focus(self.close_button)

    def _on_undo_asked(self) -> None:
        self._session.snoozed_prompts.remove(self._prompt.covers)
        self.banner.hide()
        self.snooze.show()
        give_focus(self.snooze)

    def _on_rule_changed(self) -> None:
        self.banner.say("Saved. It counts from now on, for the weeks behind you too.", "steady")

    def _on_how_often_clicked(self) -> None:
        show_how_often(self._session, self)

    def _on_options_clicked(self) -> None:
        self._navigator.options_for(self._prompt)
        self.accept()


def _comes_back(prompt: Prompt) -> str:
    if prompt.rule.crisis:
        return "It comes back sooner if a later check-in says so again."
    return "It comes back sooner only if it gets worse."


def _week(point: Point) -> str:
    return f"Week of {plain_date(point.week.monday, year=True)}"


def _value(series: Series, point: Point, labels: Mapping[int, str]) -> str:
    if point.value in labels:
        return f"{labels[int(point.value)]} ({point.value:g} of {max(labels)})"
    measure = series.measure
    after = measure.unit or ("" if measure.high is None else f"of {measure.high:g}")
    return f"{measure.show(point.value)} {after}".strip()


def _source(prompt: Prompt) -> str:
    source = prompt.rule.source.rstrip(".")
    return f"Source: {source}." if source else ""
