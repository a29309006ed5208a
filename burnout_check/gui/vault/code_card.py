"""A recovery code as it is shown this once: in numbered groups, to copy, print or save."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt

from burnout_check.domain.code_groups import groups
from burnout_check.gui.kit.banner import Banner
from burnout_check.gui.kit.buttons import PlainButton
from burnout_check.gui.kit.card import Card
from burnout_check.gui.kit.clipboard import Clipboard
from burnout_check.gui.kit.column import Column
from burnout_check.gui.kit.copy_button import CopyButton
from burnout_check.gui.kit.flow_grid import FlowGrid
from burnout_check.gui.kit.labels import Body, SectionTitle, Small
from burnout_check.gui.vault.print_code import CodePrinter


class CodeCard(Card):
    """The groups with their numbers, and three ways to take them away from this computer.

    Args:
        code: in the form it is shown.
        clipboard: where a copy goes; locking takes it away again.
        day: printed with the code, so that two can be told apart; none if None.
    """

    def __init__(self, code: str, clipboard: Clipboard, *, day: date | None = None) -> None:
        super().__init__(gap=12)
        self.printer = CodePrinter(code, self, day=day)
        self.said = Banner(dismissable=False)
        self.said.hide()
        # It takes the focus, so that it is what comes into view and is read out first.
        self.groups = FlowGrid(columns=(6, 3, 2), least=84, gap=8)
        self.groups.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.groups.setAccessibleName(f"Recovery code: {' - '.join(map(' '.join, groups(code)))}")
        for number, group in enumerate(groups(code), start=1):
            self.groups.add(_Group(number, group))
        self.print_button = PlainButton("Print")
        self.save_button = PlainButton("Save as PDF", symbol="save")
        self.copy_button = CopyButton(code, clipboard, name="Copy the recovery code")
        buttons = FlowGrid(columns=(3, 2, 1), least=130, gap=8)
        for button in (self.print_button, self.save_button, self.copy_button):
            buttons.add(button)
        self.add(self.groups)
        self.add(buttons)
        self.add(self.said)
        self.add(
            Body(
                "Keep it away from this computer: on paper, or in a password manager. Whoever has "
                "the code and your files can read everything."
            )
        )
        self.print_button.clicked.connect(self.printer.print)
        self.save_button.clicked.connect(self.printer.ask_where)
        self.printer.done.connect(lambda sentence: self.said.say(sentence, "steady"))
        self.printer.failed.connect(lambda sentence: self.said.say(sentence, "attention"))


class _Group(Card):
    """One group: its number over its letters, read out letter by letter."""

    def __init__(self, number: int, group: str) -> None:
        super().__init__("sunk", padding=8, gap=0)
        letters = SectionTitle(group, selectable=True)
        letters.setWordWrap(False)
        letters.setAccessibleName(f"Group {number}: {' '.join(group)}")
        self.add(Column(Small(f"{number}", wrap=False), letters, gap=0))
