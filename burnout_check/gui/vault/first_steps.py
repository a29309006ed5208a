"""The screens of the first start, one class each; ``first_run`` leads through them."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from burnout_check.domain.messages import NOT_THIS, PRIVACY
from burnout_check.domain.numbers import parse_number
from burnout_check.domain.settings.setting import Kind, Setting, Value
from burnout_check.domain.settings.setting_declarations import work_settings
from burnout_check.domain.settings.site import Site
from burnout_check.gui.kit.banner import Banner
from burnout_check.gui.kit.buttons import PrimaryButton, QuietButton
from burnout_check.gui.kit.card import Card
from burnout_check.gui.kit.centred_column import CentredColumn
from burnout_check.gui.kit.clipboard import Clipboard
from burnout_check.gui.kit.column import Column
from burnout_check.gui.kit.fields import NumberField
from burnout_check.gui.kit.flow_grid import FlowGrid
from burnout_check.gui.kit.focus import give_focus
from burnout_check.gui.kit.labels import (
    Body,
    CardTitle,
    FieldLabel,
    Muted,
    PageTitle,
    Small,
)
from burnout_check.gui.kit.select import Select
from burnout_check.gui.vault.code_card import CodeCard
from burnout_check.gui.vault.confirm_code import ConfirmCode
from burnout_check.gui.vault.passphrase_pair import PassphrasePair


class Step(QWidget):
    """One screen: where one is, a title, what it is for, its cards, and the way on."""

    gone_on = Signal()
    gone_back = Signal()

    width_wanted = 620
    """Width of the screen in pixels at 100 %."""

    def __init__(self, where: str, title: str, *, lead: str, on: str = "Go on") -> None:
        super().__init__()
        self.on = PrimaryButton(on)
        self.on.clicked.connect(self._on_go_on)
        self.back = QuietButton("Back")
        self.back.clicked.connect(self.gone_back)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(12)
        self._rows.addWidget(Column(Small(where), PageTitle(title), Muted(lead), gap=8))
        self._fill(self._rows)
        buttons = QHBoxLayout()
        buttons.addWidget(self.on)
        buttons.addWidget(self.back)
        buttons.addStretch()
        buttons.setSpacing(12)
        self._rows.addLayout(buttons)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(CentredColumn(self._rows, width=self.width_wanted))

    def first_focus(self) -> QWidget:
        """What a person most likely wants to use first."""
        return self.on

    def _fill(self, rows: QVBoxLayout) -> None:
        """Add what the screen is about."""

    def _on_go_on(self) -> None:
        self.gone_on.emit()


class WorkStep(Step):
    """About your work: each answer may be left out.

    Args:
        warning: what is risky about the data folder, in a sentence, or "".
        site: what the service says; it stands in the fields, and can be changed.
    """

    width_wanted = 1000

    def __init__(self, warning: str = "", *, site: Site | None = None) -> None:
        self._fields: dict[str, Select | NumberField] = {}
        self._warning = warning
        self._site = site or Site()
        super().__init__(
            "Step 1 of 3",
            "About your work",
            lead="This makes the comparisons fit you. Leave out what you like.",
        )
        self.back.hide()

    def values(self) -> dict[str, Value]:
        """The settings that were filled in, but for what is as the service says."""
        chosen: dict[str, Value] = {}
        for key, field in self._fields.items():
            value = str(field.value) if isinstance(field, Select) else field.value()
            if value != self._site.defaults.get(key, "") and value is not None:
                chosen[key] = value
        return chosen

    def first_focus(self) -> QWidget:
        """The role."""
        return next(iter(self._fields.values()))

    def _fill(self, rows: QVBoxLayout) -> None:
        if self._warning:
            rows.addWidget(Banner(self._warning, "watch", dismissable=False))
        card = Card(gap=12)
        for setting in _first(self._site.over(work_settings())):
            field = _field(setting)
            self._fields[setting.key] = field
            if isinstance(field, Select):
                card.add(Column(FieldLabel(setting.label, buddy=field), field, gap=4))
            else:
                card.add(field)
            if setting.from_service and isinstance(field, Select):
                card.add(Small(setting.help))  # a number field says its own
            if isinstance(field, NumberField):
                field.accepted.connect(self._on_go_on)
        card.column.addStretch()
        notice = Card("sunk", gap=6)
        notice.add(CardTitle("Before you answer anything"))
        for sentence in (*PRIVACY, NOT_THIS):
            notice.add(Body(sentence))
        notice.column.addStretch()
        both = FlowGrid(columns=(2, 1), least=340)
        both.add(card)
        both.add(notice)
        rows.addWidget(both)

    def _on_go_on(self) -> None:
        for field in self._fields.values():
            if isinstance(field, NumberField) and field.problem() is not None:
                field.show_error_now()
                give_focus(field)
                return
        super()._on_go_on()


class PassphraseStep(Step):
    """The passphrase, typed twice; ``chosen`` carries it."""

    chosen = Signal(str)

    def __init__(self) -> None:
        self.pair = PassphrasePair(
            hint="A few words that only you would put together are better than one odd word."
        )
        self.first, self.again = self.pair.first, self.pair.again
        super().__init__(
            "Step 2 of 3",
            "Your passphrase",
            lead="It locks everything you keep here. Nobody can look it up for you, not even us.",
        )
        self.pair.accepted.connect(self._on_go_on)
        self.pair.chosen.connect(self.chosen)

    def first_focus(self) -> QWidget:
        """The passphrase."""
        return self.first

    def forget(self) -> None:
        """Clear what was typed."""
        self.pair.forget()

    def set_busy(self, *, busy: bool) -> None:
        """Say that the key is being made, which takes about half a second."""
        self.on.setEnabled(not busy)
        self.on.setText("Making your key" if busy else "Go on")

    def _fill(self, rows: QVBoxLayout) -> None:
        card = Card(gap=12)
        card.add(self.pair)
        rows.addWidget(card)

    def _on_go_on(self) -> None:
        if self.on.isEnabled():
            self.pair.submit()


class CodeStep(Step):
    """The recovery code, shown this once."""

    def __init__(self, code: str, clipboard: Clipboard) -> None:
        self.code = code
        self.card = CodeCard(code, clipboard)
        super().__init__(
            "Step 2 of 3",
            "Your recovery code",
            lead="It opens the app if you forget your passphrase. It is shown only now.",
            on="I have kept it",
        )
        self.back.hide()

    def first_focus(self) -> QWidget:
        """The code, which is read first."""
        return self.card.groups

    def _fill(self, rows: QVBoxLayout) -> None:
        rows.addWidget(self.card)


class ConfirmStep(Step):
    """Two groups of the code, typed from the copy that was kept."""

    def __init__(self, code: str) -> None:
        self.confirm = ConfirmCode(code)
        super().__init__(
            "Step 2 of 3",
            "Is your copy right?",
            lead="Look at your copy of the recovery code and type these two groups of it.",
        )
        self.back.setText("See the code again")
        self.confirm.accepted.connect(self._on_go_on)
        self.confirm.confirmed.connect(self.gone_on)

    def first_focus(self) -> QWidget:
        """The first group asked."""
        return self.confirm

    def _fill(self, rows: QVBoxLayout) -> None:
        card = Card(gap=12)
        card.add(self.confirm)
        rows.addWidget(card)

    def _on_go_on(self) -> None:
        self.confirm.submit()


class AskedStep(Step):
    """What is asked and when."""

    def __init__(self, lines: Iterable[tuple[str, str]]) -> None:
        self._lines = tuple(lines)
        super().__init__(
            "Step 3 of 3",
            "What is asked, and when",
            lead="You can skip any question, and change or switch off any part in Settings.",
            on="Start",
        )
        self.back.hide()

    def _fill(self, rows: QVBoxLayout) -> None:
        card = Card(gap=12)
        for title, text in self._lines:
            card.add(CardTitle(title))
            card.add(Body(text))
        rows.addWidget(card)


def _first(settings: Iterable[Setting]) -> Iterable[Setting]:
    wanted = {"role", "nation", "contracted_hours", "caseload_plan"}
    return (setting for setting in settings if setting.key in wanted)


def _field(setting: Setting) -> Select | NumberField:
    if setting.kind is Kind.CHOICE:
        select = Select(setting.label, setting.choices)
        select.set_value(setting.default)
        return select

    def check(text: str) -> str | None:
        return setting.problem(parse_number(text))

    field = NumberField(setting.label, setting.unit, check=check, hint=setting.help)
    if isinstance(setting.default, float | int):
        field.set_value(setting.default)
    return field
