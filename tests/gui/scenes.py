"""The pictures of the design, put together from our own widgets with made-up numbers."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from burnout_check.gui.check_in.section_list import SectionList
from burnout_check.gui.check_in.stepped import Stepped
from burnout_check.gui.kit.answer_list import AnswerList
from burnout_check.gui.kit.buttons import PlainButton, PrimaryButton, QuietButton
from burnout_check.gui.kit.card import Card, Divider
from burnout_check.gui.kit.check_row import CheckRow
from burnout_check.gui.kit.chip import ChipLabel, Kind
from burnout_check.gui.kit.choice_row import ChoiceRow
from burnout_check.gui.kit.column import Column
from burnout_check.gui.kit.flow_grid import FlowGrid
from burnout_check.gui.kit.labels import CardTitle, Muted, SectionTitle, Small, Strong
from burnout_check.gui.kit.page_scroll import PageScroll
from burnout_check.gui.kit.responsive_row import ResponsiveRow
from burnout_check.gui.kit.sidebar import NavItem, Sidebar
from burnout_check.gui.kit.tile import Glance, TileCard
from burnout_check.gui.window.header import PageHeader

PAGES = [
    NavItem("week", "home", "This week", "Ctrl+1"),
    NavItem("check-in", "check-in", "Check-in", "Ctrl+2"),
    NavItem("trends", "trends", "Trends", "Ctrl+3"),
    NavItem("support", "support", "Support", "Ctrl+4"),
    NavItem("supervision", "supervision", "Supervision", "Ctrl+5"),
    NavItem("log", "private-log", "Private log", "Ctrl+6"),
    NavItem("settings", "settings", "Settings", "Ctrl+7"),
]
GAD7 = [
    "Feeling nervous, anxious, or on edge",
    "Not being able to stop or control worrying",
    "Worrying too much about different things",
    "Trouble relaxing",
    "Being so restless that it is hard to sit still",
    "Becoming easily annoyed or irritable",
    "Feeling afraid as if something awful might happen",
]
HOW_OFTEN = [
    (0, "Not at all"),
    (1, "Several days"),
    (2, "More than half the days"),
    (3, "Nearly every day"),
]
TILES = [
    Glance(
        title="Burnout this week",
        value="4",
        suffix="of 5",
        values=[1, 2, 2, 2, 1, 2, 3, 3, 4],
        threshold=3,
        chip="3 or more, 3 weeks",
        kind="attention",
        caption="Single question, asked weekly",
    ),
    Glance(
        title="Anxiety (GAD-7)",
        value="9",
        suffix="of 21",
        values=[5, 4, 6, 7, 6, 9],
        threshold=8,
        chip="8 or more",
        kind="watch",
        caption="The line you use with clients",
    ),
    Glance(
        title="Caseload",
        value="72",
        suffix="people",
        values=[58, 60, 61, 63, None, 66, 70, 71, 72],
        threshold=60,
        chip="12 over yours",
        kind="watch",
        shape="up",
        caption="Your job plan says 60",
    ),
    Glance(
        title="Supervision",
        value="30",
        suffix="of 60 min",
        values=[60, 60, 60, 45, 60, 0, 60, 30, 30],
        threshold=60,
        chip="Half of agreed",
        kind="attention",
        shape="down",
        caption="Agreed: 60 min every week",
    ),
]


def window(page: str, title: str, *, body: QWidget | QLayout) -> QWidget:
    """A window with the sidebar, the header and a body."""
    whole = QWidget()
    across = QHBoxLayout(whole)
    across.setContentsMargins(0, 0, 0, 0)
    across.setSpacing(0)
    sidebar = Sidebar(PAGES)
    sidebar.set_current(page)
    across.addWidget(sidebar)
    column = QVBoxLayout()
    column.setContentsMargins(0, 20, 0, 0)
    column.setSpacing(16)
    above = QHBoxLayout()
    above.setContentsMargins(32, 0, 32, 0)
    above.addWidget(PageHeader(title))
    column.addLayout(above)
    if isinstance(body, QWidget):
        column.addWidget(body, 1)
    else:
        column.addLayout(body, 1)
    across.addLayout(column, 1)
    return whole


def home() -> QWidget:
    """This week."""
    page = PageScroll()
    due = Card("primary-soft")
    words = Column(
        CardTitle("Your check-in for this week is ready"),
        Muted("About two minutes. Last one was on Monday 16 November."),
    )
    start = PrimaryButton("Start check-in")
    due.add(ResponsiveRow(words, PlainButton("Not this week"), start, gap=20))
    page.add(due)
    tiles = FlowGrid()
    for glance in TILES:
        tiles.add(TileCard(glance))
    page.add(tiles)
    below = FlowGrid(columns=(2, 1), least=300, shares=(15, 8))
    below.add(_stands_out())
    below.add(_agreed())
    page.add(below)
    page.column.addStretch()
    return window("week", "This week", body=page)


def _stands_out() -> Card:
    card = Card(gap=12)
    card.add(CardTitle("What stands out"))
    prompts: list[tuple[Kind, str, str, str]] = [
        (
            "attention",
            "Act",
            "Burnout has been 3 or more for three weeks",
            "One heavy week happens. Three in a row is worth acting on.",
        ),
        (
            "attention",
            "Act",
            "Your caseload is high while supervision is short",
            "Both together for 2 weeks. This is about the work, not about you.",
        ),
        (
            "watch",
            "Watch",
            "Anxiety was 9 in your last full check-in",
            "Asked again in two weeks. Worth saying out loud.",
        ),
    ]
    for kind, word, title, reason in prompts:
        card.add(Divider())
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(ChipLabel(word, kind, even=84))
        words = Column(Strong(title), Small(reason), gap=0)
        row.addWidget(
            ResponsiveRow(words, QuietButton("Why?"), PlainButton("See options"), least=200, gap=8),
            1,
        )
        card.add(row)
    card.column.addStretch()
    return card


def _agreed() -> Card:
    card = Card(gap=4)
    card.add(CardTitle("Agreed in supervision"))
    for words, who in (
        ("Pause new allocations until below 60", "Supervisor · due Fri 27 Nov"),
        ("Move two reviews off Thursday", "Me · due Mon 30 Nov"),
        ("Protected 30 min after risk calls", ""),
    ):
        tick = CheckRow(words)
        tick.set_on(not who)
        card.add(tick)
        if who:
            card.add(Small(who))
    card.column.addSpacing(8)
    card.column.addWidget(PlainButton("Prepare next session"), 0, Qt.AlignmentFlag.AlignLeft)
    card.column.addStretch()
    return card


def check_in() -> QWidget:
    """The anxiety section of a check-in."""
    sections = SectionList(
        [
            (1, "Your week"),
            (2, "Supervision"),
            (3, "Anxiety"),
            (4, "Burnout"),
            (5, "Anything else"),
        ]
    )
    sections.set_states({1: "done", 2: "done", 3: "current"})
    card = Card(bleed=12, gap=6)
    card.add(
        SectionTitle(
            "Over the last 2 weeks, how often have you been bothered by the following problems?"
        )
    )
    card.add(Muted("Press 0 to 3 to answer, S to skip · GAD-7, Spitzer and colleagues 2006"))
    card.column.addSpacing(10)
    questions = AnswerList()
    for number, question in enumerate(GAD7):
        questions.add(ChoiceRow(number, question, HOW_OFTEN))
    for row, value in zip(questions.groups, (1, 2, 1), strict=False):
        row.set_answer(value)
    questions.setObjectName("questions")
    card.add(questions, flush=True)
    card.column.addStretch()
    scroll = PageScroll(margins=(0, 4, 0, 4))
    scroll.add(card, stretch=1)
    body = QVBoxLayout()
    body.setContentsMargins(32, 0, 32, 24)
    body.setSpacing(12)
    body.addWidget(Stepped(sections, scroll), 1)
    words = FlowGrid(columns=(2, 1), least=200, gap=16, shares=(220, 350))
    words.add(Small("Saved as you go. You can close this and carry on later."))
    words.add(Muted("9 of 12 answered · about 30 seconds left"))
    body.addWidget(
        ResponsiveRow(words, PlainButton("Back"), PrimaryButton("Next: Burnout"), least=400)
    )
    return window("check-in", "Check-in · week of 23 November", body=body)
