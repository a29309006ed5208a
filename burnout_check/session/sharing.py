"""What a session shows in supervision: what could be ticked, what was, and the view of it."""

from __future__ import annotations

from collections.abc import Iterable

from burnout_check.charts.model.reference_lines import reference_lines
from burnout_check.domain.measures.plan_figures import plan_figure
from burnout_check.domain.supervision import sharing_choice
from burnout_check.domain.supervision.shareable_items import shareable_items
from burnout_check.domain.supervision.shared_view import SharedView
from burnout_check.domain.supervision.shared_view_builder import shared_view
from burnout_check.domain.supervision.sharing_choice import (
    ShareableItem,
    SharingChoice,
    SharingSource,
)
from burnout_check.domain.supervision.supervision_session import agreed_in
from burnout_check.session.changed import Changed
from burnout_check.session.ledger import Ledger

_CHOICE = "supervision.choice"


class Sharing:
    """Offers what could be shown to a second person, and gives a view of what was ticked."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def items(self, weeks: int = SharingChoice().weeks) -> tuple[ShareableItem, ...]:
        """All that could be ticked for a range of weeks; the private log is never among it."""
        return shareable_items(self._source(), weeks)

    def choice(self) -> SharingChoice:
        """What was ticked last time, without anything personal; nothing the first time."""
        last = self._last()
        return sharing_choice.unasked(last, self.items(last.weeks))

    def asks_again(self) -> tuple[ShareableItem, ...]:
        """The personal things that were ticked last time, to be asked about anew."""
        last = self._last()
        return sharing_choice.asks_again(last, self.items(last.weeks))

    def again(self, asked: Iterable[ShareableItem]) -> SharingChoice:
        """The choice, with these of ``asks_again`` ticked as they were."""
        last, choice = self._last(), self.choice()
        for offer in asked:
            choice = choice.tick(offer.id, numbers=offer.id in last.numbers)
        return choice

    def remember(self, choice: SharingChoice) -> None:
        """Keep the choice for the next time."""
        self._ledger.vault.settings.update({_CHOICE: choice.to_text()})
        self._ledger.changed(Changed.SHARING)

    def shared_view(self, choice: SharingChoice) -> SharedView:
        """Only what is ticked: all that the view, the preview and the PDF may know."""
        return shared_view(choice, self._source())

    @property
    def reminder(self) -> str:
        """What to say before anything is shown, "" if the supervisor is not the line manager."""
        flag = self._ledger.settings.flag("supervisor_is_manager")
        return sharing_choice.MANAGER_REMINDER if flag else ""

    def _last(self) -> SharingChoice:
        return SharingChoice.from_text(str(self._ledger.vault.settings.all().get(_CHOICE, "")))

    def _source(self) -> SharingSource:
        reading, content = self._ledger.reading, self._ledger.content
        figures = {name: plan_figure(reading.plan, name) for name in reading.series}
        return SharingSource(
            self._ledger.today,
            reading.series,
            reading.history,
            prompts=self._ledger.prompts(),
            actions=self._ledger.vault.actions.all(),
            agreed=agreed_in(self._ledger.sessions),
            agenda=self._ledger.vault.agenda.all(),
            event_names={event.id: event.label for event in content.questionnaire.hard_events},
            timeline=self._ledger.vault.events.all(),
            lines={
                name: tuple(
                    (line.value, line.label)
                    for line in reference_lines(series.measure, reading.rules, reading.plan)
                )
                for name, series in reading.series.items()
            },
            plan={name: figure for name, figure in figures.items() if figure is not None},
        )
