"""Real widgets of the kit in states that no page need be in: disabled, wrong, filled, answered."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QPlainTextEdit,
    QProgressBar,
    QRadioButton,
    QSlider,
    QTabWidget,
    QWidget,
)

from burnout_check.gui.check_in.choice_list import ChoiceList
from burnout_check.gui.kit.answer_list import AnswerList
from burnout_check.gui.kit.banner import Banner
from burnout_check.gui.kit.buttons import (
    HelpButton,
    IconButton,
    PlainButton,
    PrimaryButton,
    QuietButton,
)
from burnout_check.gui.kit.card import Card, Divider
from burnout_check.gui.kit.check_row import CheckRow
from burnout_check.gui.kit.chip import ChipLabel
from burnout_check.gui.kit.choice_row import ChoiceRow, RatingRow
from burnout_check.gui.kit.empty_state import EmptyState
from burnout_check.gui.kit.fields import NumberField, PassphraseField
from burnout_check.gui.kit.flow_grid import FlowGrid
from burnout_check.gui.kit.labels import Body, CardTitle, Muted, PageTitle, SectionTitle, Small
from burnout_check.gui.kit.page_scroll import PageScroll
from burnout_check.gui.kit.select import Select
from burnout_check.gui.kit.symbol import IconLabel
from burnout_check.gui.kit.table import ReadOnlyTable
from tests.gui.look.palettes import symbols

DEGREE = [
    (100, "To a very high degree"),
    (75, "To a high degree"),
    (50, "Somewhat"),
    (25, "To a low degree"),
    (0, "To a very low degree"),
]
BURNOUT = [
    (1, "I enjoy my work. I have no symptoms of burnout."),
    (
        2,
        "Occasionally I am under stress, and I don't always have as much energy as I once did, but "
        "I don't feel burned out.",
    ),
    (
        3,
        "I am definitely burning out and have one or more symptoms of burnout, such as physical "
        "and emotional exhaustion.",
    ),
]


def across(*widgets: QWidget) -> QWidget:
    """A row that loses columns where it is too wide, its widgets at their own size."""
    row = FlowGrid(columns=range(1, len(widgets) + 1), least=24, gap=12)
    for widget in widgets:
        cell = QWidget()
        line = QHBoxLayout(cell)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(widget)
        line.addStretch()
        row.add(cell)
    return row


def controls() -> QWidget:
    page = PageScroll(gap=12)
    page.add(across(PageTitle("Page title"), SectionTitle("Section title"), CardTitle("Card")))
    page.add(Body("Body: short sentences, one after the other, that wrap when they must. " * 3))
    page.add(Muted("Muted: explains the line above it. " * 4))
    page.add(Small("Small: the least text there is. " * 5))
    off = PlainButton("Not possible")
    off.setEnabled(False)
    toggled = PlainButton("Burnout")
    toggled.setCheckable(True)
    toggled.setChecked(True)
    page.add(
        across(
            PrimaryButton("Start check-in"),
            PlainButton("Copy", symbol="copy"),
            toggled,
            off,
            QuietButton("Why?"),
            HelpButton(),
            IconButton("Close", symbol="close"),
        )
    )
    page.add(
        across(
            ChipLabel("3 or more, 3 weeks", "attention"),
            ChipLabel("8 or more", "watch"),
            ChipLabel("Back to usual", "steady"),
            ChipLabel("No change"),
            ChipLabel("Half of agreed", "attention", shape="down"),
            ChipLabel("Act", "attention", even=84),
        )
    )
    for start in range(0, len(symbols()), 12):
        files = symbols()[start : start + 12]
        page.add(across(*(IconLabel(file.stem, size=24) for file in files)))
    for message, kind in (
        ("Saved. Nothing left this computer.", "steady"),
        ("The disk is full. Your check-in is safe; make room and save again.", "attention"),
        ("The last backup is 40 days old.", "watch"),
        ("There is a draft from last week.", "info"),
    ):
        page.add(Banner(message, kind, action="Look" if kind == "watch" else ""))  # type: ignore[arg-type]  # from the loop
    page.add(EmptyState("Your trends will be here", "After two check-ins.", action="Start one"))
    page.column.addStretch()
    return page


def forms() -> QWidget:
    page = PageScroll(gap=12)
    numbers = FlowGrid(columns=(3, 1), least=220)
    first = NumberField("People on your caseload", "people", hint="last week: 52")
    first.set_value(52, prefilled=True)
    wrong = NumberField(
        "Overtime", "hours", check=lambda text: "A week has 168 hours." if text == "200" else None
    )
    wrong.set_text("200")
    wrong.show_error_now()
    secret = PassphraseField(hint="Locked because you were away for five minutes.")
    secret.set_text("hello hello")
    for field in (first, wrong, secret):
        numbers.add(field)
    page.add(numbers)
    slider = QSlider()
    slider.setOrientation(Qt.Orientation.Horizontal)
    slider.setAccessibleName("Text size")
    page.add(across(Select("Who", [(1, "Supervisor"), (2, "Me")]), slider))
    one, two, three = QRadioButton("One"), QRadioButton("Two"), QCheckBox("Ticked")
    two.setChecked(True)
    three.setChecked(True)
    page.add(across(one, two, three, QCheckBox("Not ticked")))
    tick = CheckRow("Caseload and contacts", note="Last 8 weeks", strong=True)
    tick.set_on(True)
    page.add(tick)
    page.add(Divider())
    text = QPlainTextEdit("A private note.")
    text.setFixedHeight(70)
    text.setAccessibleName("Note")
    page.add(text)
    bar = QProgressBar()
    bar.setValue(40)
    bar.setTextVisible(False)
    page.add(bar)
    weeks = [("16 Nov", "61", "up 4"), ("9 Nov", "57", "no change"), ("2 Nov", "57", "up 2")]
    table = ReadOnlyTable("Work burnout", ["Week", "Value", "Change"], weeks)
    tabs = QTabWidget()
    tabs.addTab(QWidget(), "Backup")
    tabs.addTab(QWidget(), "Erase")
    tabs.setMinimumHeight(150)
    both = QHBoxLayout()
    both.addWidget(table)
    both.addWidget(tabs)
    page.add(both)
    page.column.addStretch()
    return page


def answers() -> QWidget:
    page = PageScroll()
    card = Card(bleed=12)
    questions = AnswerList()
    for question, value in (("Does your work frustrate you?", 75), ("Are you tired?", None)):
        row = ChoiceRow(question, question, DEGREE)
        row.set_answer(value, skipped=value is None)
        questions.add(row)
    rating = RatingRow(
        "w", "How manageable was your workload?", low="Not at all", high="Completely"
    )
    rating.set_answer(7)
    questions.add(rating)
    sentences = ChoiceList("b", "How would you rate your level of burnout?", BURNOUT)
    sentences.set_answer(2)
    questions.add(sentences)
    questions.setObjectName("questions")
    card.add(questions, flush=True)
    page.add(card)
    page.column.addStretch()
    return page


STATES = (controls, forms, answers)
