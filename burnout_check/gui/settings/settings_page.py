"""Settings: drawn from the declarations, saved as they are changed; what they mean; and About."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from burnout_check.domain.messages import PRIVACY, WORKING_QUESTION
from burnout_check.domain.numbers import number_of
from burnout_check.domain.questionnaire.schedule import Cadence, Part
from burnout_check.domain.settings.setting import Group, Setting, Value
from burnout_check.domain.settings.setting_declarations import cadence_key
from burnout_check.errors import BadInput
from burnout_check.gui.bus.navigator import Navigator
from burnout_check.gui.bus.page import Page
from burnout_check.gui.bus.page_context import PageContext
from burnout_check.gui.kit.buttons import PlainButton
from burnout_check.gui.kit.card import Card, Divider
from burnout_check.gui.kit.labels import Body, CardTitle, Muted
from burnout_check.gui.kit.setting_field import SettingField, setting_field
from burnout_check.gui.kit.sidebar import NavItem
from burnout_check.gui.prompts.help_page import show_how_often
from burnout_check.gui.settings.about import About
from burnout_check.gui.settings.backup_panel import BackupPanel
from burnout_check.gui.settings.baseline_field import KEY as BASELINE
from burnout_check.gui.settings.baseline_field import BaselineField
from burnout_check.gui.settings.keys_card import EraseCard, KeysCard
from burnout_check.gui.settings.one_rule import RuleDialog
from burnout_check.gui.settings.sections import Sections
from burnout_check.gui.settings.threshold_list import ThresholdList
from burnout_check.location import concerns
from burnout_check.session.changed import Changed

BACKUPS = "Backups"
ABOUT = "About and licences"

_SYMBOLS = {
    Group.WORK: "note",
    Group.ASKED: "check-in",
    Group.THRESHOLDS: "trends",
    Group.PRIVACY: "lock",
    Group.LOOK: "show",
}
_TOLD_IN_FULL = 2
"""A part that is off by default shows its questions if it has no more than this."""


class SettingsPage(Page):
    """One section for each group of settings, and About.

    How often each rule has spoken is said too, so that what was answered is among what it shows.
    """

    shows = (
        Changed.CHECK_INS
        | Changed.HARD_EVENTS
        | Changed.SESSIONS
        | Changed.SETTINGS
        | Changed.THRESHOLDS
        | Changed.BACKUPS
        | Changed.LOOK
    )

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        session = context.session
        self._screen_settings = context.tools.screen_settings
        self._folder = context.tools.folder
        self.fields: dict[str, SettingField] = {}
        items = [NavItem(group.value, _SYMBOLS[group], group.label) for group in Group]
        ends = (NavItem(BACKUPS, "save", BACKUPS), NavItem(ABOUT, "info", ABOUT))
        self.sections = Sections((*items, *ends))
        self.backups = BackupPanel(session, context.backing_up)
        self.backups.restore_asked.connect(self.navigator.restore)
        self.backups.undo_asked.connect(self.navigator.undo_restore)
        self.thresholds = ThresholdList(session)
        self.thresholds.rule_asked.connect(self._on_rule_asked)
        self.thresholds.how_often_asked.connect(self._on_how_often_asked)
        self._fill()
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 0, 0, 0)
        column.addWidget(self.sections)

    @property
    def title(self) -> str:
        """The page's name."""
        return "Settings"

    def first_focus(self) -> QWidget | None:
        """What the section is chosen by."""
        return self.sections.chooser

    def refresh(self) -> None:
        """Show what is saved now; the fields stay, so that the focus and what is typed do."""
        for key, field in self.fields.items():
            settings = (
                self._screen_settings.settings
                if field.setting.on_device
                else self.session.ledger.settings
            )
            field.show_value(settings[key])
        self.backups.refresh()
        self.thresholds.mark_stale()

    def show_backups(self) -> None:
        """Bring the section about backups into view."""
        self.sections.show_section(BACKUPS)

    def _fill(self) -> None:
        for group in Group:
            scroll = self.sections.column(group.value)
            for card in self._cards(group):
                scroll.add(card)
            if group is Group.THRESHOLDS:
                scroll.add(self.thresholds)
            scroll.column.addStretch()
        kept = self.sections.column(BACKUPS)
        kept.add(self.backups)
        kept.column.addStretch()
        about = self.sections.column(ABOUT)
        about.add(About(self.session.content))
        about.add(_working(self.navigator))
        about.column.addStretch()

    def _cards(self, group: Group) -> list[Card]:
        if group is Group.ASKED:
            return self._asked()
        if group is Group.THRESHOLDS:
            return []  # a list of its own, which says far more than fields would
        kept = (
            self._screen_settings.settings if group is Group.LOOK else self.session.ledger.settings
        )
        cards = [self._card("", [self._field(setting) for setting in kept.of(group)])]
        if group is Group.WORK and self._troubles:
            cards.insert(0, self._troubles_card())
        if group is Group.PRIVACY:
            keys = not self.session.is_demo  # the demo's are thrown away with it
            cards += [KeysCard(self.navigator)] if keys else []
            cards.append(self._privacy())
            cards += [EraseCard(self.navigator)] if keys else []
        return cards

    def _asked(self) -> list[Card]:
        questionnaire = self.session.content.questionnaire
        asked = [part for part in questionnaire.parts if part.only_after is None]
        titles = {section.id: section.title for section in questionnaire.sections}
        intro = Card("primary-soft")
        intro.add(
            Body(
                "Choose how often each part is asked. Anything can be skipped in a check-in too. "
                "With less asked, less can stand out."
            )
        )
        cards = [intro]
        for section, parts in groupby(asked, key=lambda part: part.section):
            fields = [
                self._field(
                    self.session.ledger.settings.setting(cadence_key(part.id)),
                    help_words=self._described(part),
                )
                for part in parts
            ]
            cards.append(self._card(titles[section], fields))
        return cards

    def _described(self, part: Part) -> str:
        """How many questions a part has, which if it is optional, and what opens more."""
        count = len(part.questions)
        words = [f"{number_of(count, 'question')}."]
        if part.cadence is Cadence.OFF:
            words.append("Off unless you choose it.")
            if count <= _TOLD_IN_FULL:
                words += [f"“{self._question(question)}”" for question in part.questions]
        words += [f"{part.hint.rstrip('.')}."] if part.hint else []
        if part.at_once is not None:
            words.append(
                f"Also asked at once when {len(part.at_once.items)} earlier answers "
                f"come to {part.at_once.at_least} or more."
            )
        for other in self.session.content.questionnaire.parts:
            trigger = other.only_after
            if trigger is not None and set(trigger.items) <= set(part.questions):
                more = len(other.questions)
                words.append(f"{more} more follow when these come to {trigger.at_least} or more.")
        return " ".join(words)

    def _question(self, question: str) -> str:
        content = self.session.content
        facts = {fact.id: fact.text for each in content.instruments.values() for fact in each.facts}
        return facts[question] if question in facts else content.item(question).text

    def _privacy(self) -> Card:
        card = Card(gap=12)
        card.add(CardTitle("What is private, and what is not"))
        for sentence in PRIVACY:
            card.add(Body(sentence))
        card.add(Divider())
        card.add(Muted("Everything you save is in this folder:"))
        card.add(Body(str(self._folder), selectable=True))
        for concern in concerns(self._folder):
            card.add(Muted(concern.sentence))
        return card

    @property
    def _troubles(self) -> tuple[str, ...]:
        return (*self.session.content.troubles, *self.session.content.site.troubles)

    def _troubles_card(self) -> Card:
        card = Card("watch-soft", gap=4)
        card.add(CardTitle("For your IT team"))
        for sentence in self._troubles:
            card.add(Body(sentence, selectable=True))
        return card

    def _card(self, title: str, fields: list[SettingField]) -> Card:
        card = Card(gap=4)
        if title:
            card.add(CardTitle(title))
        for at, field in enumerate(fields):
            if at or title:
                card.add(Divider())
            card.add(field)
        return card

    def _field(self, setting: Setting, *, help_words: str = "") -> SettingField:
        field = (
            BaselineField(setting, self.session.ledger.week)
            if setting.key == BASELINE
            else setting_field(setting, help_words=help_words)
        )
        field.changed.connect(self._on_changed)
        self.fields[setting.key] = field
        return field

    def _on_rule_asked(self, rule_id: str) -> None:
        RuleDialog(rule_id, self.session, self).open()

    def _on_how_often_asked(self) -> None:
        show_how_often(self.session, self)

    def _on_changed(self, key: str, value: Value) -> None:
        field = self.fields[key]
        try:
            if field.setting.on_device:
                self._screen_settings.change({key: value})
            else:
                self.session.preferences.update({key: value})
        except BadInput as error:
            field.refuse(str(error))
            return
        if field.setting.on_device:
            self.context.news.announce(Changed.LOOK)


def _working(navigator: Navigator) -> Card:
    card = Card(gap=8)
    card.add(CardTitle(WORKING_QUESTION))
    card.add(Body("Try every part of the program, and get a list to copy for your IT team."))
    button = PlainButton("Try every part")
    button.clicked.connect(navigator.check_everything)
    row = QHBoxLayout()
    row.addWidget(button)
    row.addStretch()
    card.add(row)
    return card
