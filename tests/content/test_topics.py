"""What may be shown again without asking is signed off here; all else is asked about each time."""

from burnout_check.content.instruments import load_instruments
from burnout_check.domain.insights.derived import DERIVED
from burnout_check.domain.measures.measure import measures
from burnout_check.domain.questionnaire.instrument import About
from burnout_check.paths import resources_dir

TOPICS = {
    measure.id: measure.topic
    for measure in (
        *measures(load_instruments(resources_dir())),
        *(each.measure for each in DERIVED),
    )
}


def test_that_nothing_else_may_be_shown_again_without_asking():
    assert {name for name, topic in TOPICS.items() if topic.about is About.WORK} == {
        "fact_caseload",
        "fact_contact_hours",
        "fact_phone_hours",
        "fact_back_to_back",
        "fact_overtime_hours",
        "fact_supervision_minutes",
        "own_workload_manageable",
        "own_supervision_enough",
        "hse_12",
        "hse_16",
        "hse_33",
        "hse_demands",
    }


def test_that_no_two_measures_have_the_same_place():
    assert len({topic.place for topic in TOPICS.values()}) == len(TOPICS)
