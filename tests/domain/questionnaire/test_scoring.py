"""Scores: what holds for any answers, the missing-answer rules at their edges, and typed facts."""

from dataclasses import replace

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from burnout_check.content.instruments import load_instruments
from burnout_check.domain.questionnaire.instrument import Choice, Item, Method, Scale, Worse
from burnout_check.domain.questionnaire.scoring import check_answer, check_fact, score
from burnout_check.errors import BadInput
from burnout_check.paths import resources_dir
from tests.domain.samples import PERSON

INSTRUMENTS = load_instruments(resources_dir())
ITEMS = {item.id: item for each in INSTRUMENTS.values() for item in each.items}
SCALES = [scale for each in INSTRUMENTS.values() for scale in each.scales]
FACTS = {fact.id: fact for each in INSTRUMENTS.values() for fact in each.facts}

scales = st.sampled_from(SCALES)


def scored(scale, items, answers):
    """The score, where there must be one."""
    found = score(scale, items, answers)
    assert found is not None
    return found


def answers_to(scale, *, at_least=0):
    chosen = st.permutations(scale.items).flatmap(
        lambda items: st.integers(at_least, len(items)).map(lambda count: items[:count])
    )
    return chosen.flatmap(
        lambda items: st.fixed_dictionaries({item: values(item) for item in items})
    )


def values(item):
    return st.sampled_from([choice.value for choice in ITEMS[item].choices])


@given(data=st.data(), scale=scales)
def test_that_a_score_stays_within_its_scale_and_needs_enough_answers(data, scale):
    answers = data.draw(answers_to(scale))
    found = score(scale, ITEMS, answers)

    assert (found is None) == (len(answers) < scale.needs)
    assert found is None or scale.low <= found <= scale.high


@given(data=st.data(), scale=scales)
def test_that_a_higher_answer_never_lowers_a_score_nor_a_reversed_one_raises_it(data, scale):
    answers = data.draw(answers_to(scale, at_least=scale.needs))
    item = data.draw(st.sampled_from(sorted(answers)))
    both = data.draw(st.lists(values(item), min_size=2, max_size=2, unique=True))
    before, after = (scored(scale, ITEMS, {**answers, item: value}) for value in sorted(both))

    assert after < before if ITEMS[item].reverse else after > before


@given(data=st.data(), scale=scales)
def test_that_the_order_of_items_and_answers_never_matters(data, scale):
    answers = data.draw(answers_to(scale))
    mixed = data.draw(st.permutations(list(answers.items())))
    turned = data.draw(st.permutations(scale.items))
    shuffled = replace(scale, items=tuple(turned))

    assert score(shuffled, ITEMS, dict(mixed)) == score(scale, ITEMS, answers)


@given(data=st.data(), scale=scales)
def test_that_answers_to_other_questions_change_nothing(data, scale):
    answers = data.draw(answers_to(scale))
    others = {item: each.low for item, each in ITEMS.items() if item not in scale.items}

    assert score(scale, ITEMS, {**others, **answers}) == score(scale, ITEMS, answers)


@given(data=st.data(), scale=scales)
def test_that_reversing_one_item_turns_only_that_one_round(data, scale):
    answers = data.draw(answers_to(scale, at_least=len(scale.items)))
    item = data.draw(st.sampled_from(scale.items))
    was = ITEMS[item]
    turned = replace(was, reverse=not was.reverse)
    change = scored(scale, {**ITEMS, item: turned}, answers) - scored(scale, ITEMS, answers)
    # Turned round, a value v counts as low + high - v; the others count as before.
    own = (was.low + was.high - 2 * answers[item]) * (-1 if was.reverse else 1)
    share = len(scale.items) if scale.method is Method.MEAN else 1

    assert change == pytest.approx(own / share)


@given(scale=scales, wrong=st.integers(-200, 200))
@example(scale=SCALES[0], wrong=101)
@example(scale=SCALES[0], wrong=30)
def test_that_a_score_refuses_an_answer_that_is_none_of_the_choices(scale, wrong):
    item = ITEMS[scale.items[0]]
    assume(wrong not in {choice.value for choice in item.choices})
    answers = {each: ITEMS[each].low for each in scale.items}

    with pytest.raises(BadInput) as caught:
        score(scale, ITEMS, {**answers, item.id: wrong})

    assert caught.value.field == item.id


@pytest.mark.parametrize(
    ("name", "enough"),
    [
        ("cbi_personal", 3),
        ("cbi_work", 4),
        ("cbi_client", 3),
        ("gad2", 2),
        ("gad7", 7),
        ("phq2", 2),
        ("phq8", 8),
        ("burnout", 1),
        ("hse_demands", 8),
        ("hse_control", 6),
        ("hse_managerial_support", 5),
        ("hse_peer_support", 4),
        ("hse_relationships", 4),
        ("hse_role", 5),
        ("hse_change", 3),
    ],
)
def test_that_a_scale_has_a_score_from_just_enough_answers_on(name, enough):
    scale = next(scale for scale in SCALES if scale.id == name)
    answers = {item: ITEMS[item].high for item in scale.items[:enough]}
    short = {item: ITEMS[item].high for item in scale.items[: enough - 1]}

    assert score(scale, ITEMS, answers) is not None
    assert score(scale, ITEMS, short) is None


def test_that_a_mean_is_over_the_answered_items_only():
    personal = next(scale for scale in SCALES if scale.id == "cbi_personal")

    # (100 + 100 + 25) / 3 = 75
    assert score(personal, ITEMS, {"cbi_p1": 100, "cbi_p3": 100, "cbi_p6": 25}) == 75


def test_that_enough_energy_lowers_the_score_of_the_work_scale():
    work = next(scale for scale in SCALES if scale.id == "cbi_work")
    others = dict.fromkeys(work.items[:-1], 50)

    # (6 x 50 + 0) / 7 and (6 x 50 + 100) / 7
    assert score(work, ITEMS, {**others, "cbi_w7": 100}) == pytest.approx(300 / 7)
    assert score(work, ITEMS, {**others, "cbi_w7": 0}) == pytest.approx(400 / 7)


def test_that_a_scale_that_needs_nothing_still_has_no_score_without_answers():
    item = Item("one", "One?", (Choice(0, "No"), Choice(1, "Yes")))
    scale = Scale("s", "S", "S", ("one",), Method.SUM, 0, 0, 1, Worse.UP, PERSON)

    assert score(scale, {"one": item}, {}) is None


@pytest.mark.parametrize("wrong", [-1, 4, 10, True, 1.0, "1", None])
def test_that_an_answer_off_the_list_is_refused(wrong):
    with pytest.raises(BadInput, match="Choose one of the answers shown") as caught:
        check_answer(ITEMS["gad7_1"], wrong)

    assert caught.value.field == "gad7_1"


@pytest.mark.parametrize("value", [0, 1, 2, 3])
def test_that_each_answer_on_the_list_is_taken(value):
    check_answer(ITEMS["gad7_1"], value)


@pytest.mark.parametrize(
    ("fact", "text", "value"),
    [
        ("fact_caseload", "", None),
        ("fact_caseload", "   ", None),
        ("fact_caseload", "0", 0),
        ("fact_caseload", "-0", 0),
        ("fact_caseload", " 72 ", 72),
        ("fact_caseload", "72.0", 72),
        ("fact_caseload", "1000", 1000),
        ("fact_caseload", "1,000", 1000),
        ("fact_caseload", "1 000", 1000),
        ("fact_contact_hours", "7.5", 7.5),
        ("fact_contact_hours", "7,5", 7.5),
        ("fact_contact_hours", ".5", 0.5),
        ("fact_contact_hours", "7.", 7),
        ("fact_contact_hours", "112", 112),
        ("fact_overtime_hours", "0,25", 0.25),
        ("fact_supervision_minutes", "6720", 6720),
        ("fact_supervision_minutes", "6,720", 6720),
    ],
)
def test_that_a_typed_number_is_read(fact, text, value):
    assert check_fact(FACTS[fact], text) == value


@pytest.mark.parametrize(
    ("fact", "text", "sentence"),
    [
        ("fact_caseload", "-1", "This cannot be less than 0."),
        ("fact_caseload", "−3", "This cannot be less than 0."),
        ("fact_caseload", "12.5", "Type a whole number."),
        ("fact_caseload", "1001", "More than 1,000 people is too many to be right."),
        ("fact_caseload", "1,001", "More than 1,000 people is too many to be right."),
        ("fact_caseload", "9" * 400, "More than 1,000 people is too many to be right."),
        ("fact_caseload", "many", "Type a number, such as 7."),
        ("fact_caseload", "7 or 8", "Type a number, such as 7."),
        ("fact_contact_hours", "112.5", "More than 112 hours in one week is too many"),
        ("fact_contact_hours", "7:30", "Type a number, such as 7.5."),
        ("fact_contact_hours", "nan", "Type a number, such as 7.5."),
        ("fact_contact_hours", "inf", "Type a number, such as 7.5."),
        ("fact_contact_hours", "-inf", "Type a number, such as 7.5."),
        ("fact_contact_hours", "1e1", "Type a number, such as 7.5."),
        ("fact_contact_hours", "7,5,5", "Type a number, such as 7.5."),
        ("fact_contact_hours", "½", "Type a number, such as 7.5."),
        ("fact_contact_hours", "٣", "Type a number, such as 7.5."),
        ("fact_contact_hours", ".", "Type a number, such as 7.5."),
        ("fact_contact_hours", "-", "Type a number, such as 7.5."),
        ("fact_phone_hours", "113", "More than 112 hours in one week is too many"),
        ("fact_overtime_hours", "-0.5", "This cannot be less than 0."),
        ("fact_supervision_minutes", "6721", "More than 6,720 minutes in one week is too many"),
        ("fact_back_to_back", "101", "More than 100 people back to back is too many"),
    ],
)
def test_that_what_is_no_possible_number_is_refused_beside_its_field(fact, text, sentence):
    with pytest.raises(BadInput) as caught:
        check_fact(FACTS[fact], text)

    assert str(caught.value).startswith(sentence)
    assert caught.value.field == fact


@given(fact=st.sampled_from(sorted(FACTS)), text=st.text())
def test_that_whatever_is_typed_gives_a_possible_number_or_a_sentence(fact, text):
    try:
        value = check_fact(FACTS[fact], text)
    except BadInput as error:
        sentence, value = str(error), None
    else:
        sentence = "Read."

    assert sentence.endswith(".")
    assert value is None or 0 <= value <= FACTS[fact].high
