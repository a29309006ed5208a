"""What happened can be shown in supervision wherever it was told, and is never ticked by itself."""

from burnout_check.domain.event import Event, EventKind
from burnout_check.domain.supervision.sharing_choice import Kind, Privacy, SharingChoice


def test_that_what_was_told_outside_a_check_in_or_put_on_trends_is_offered_as_personal(person):
    session = person.session
    session.check_ins.remove(session.ledger.week)
    session.hard_events.tell("assault")
    session.events.add(Event(session.ledger.today, EventKind.COMPLAINT))
    sharing = session.sharing
    found = [each for each in sharing.items(1) if each.kind is Kind.EVENT]
    names = {event.id: event.label for event in session.content.questionnaire.hard_events}

    assert [each.name for each in found] == [names["assault"], "Complaint"]
    assert {each.privacy for each in found} == {Privacy.PERSONAL}
    assert sharing.choice().ticked == frozenset()

    choice = SharingChoice(1)
    for offer in found:
        choice = choice.tick(offer.id)

    shown = [each.text for each in sharing.shared_view(choice).events]
    assert shown == [names["assault"], "Complaint"]
    assert sharing.shared_view(SharingChoice(1)).events == ()
