"""Reading age, by the Flesch-Kincaid grade: a tripwire for sentences that got long or heavy.

A grade of 6 in American schools is an age of 11. What is measured is a whole passage as one reads
it: an option, a prompt, a hint. A formula knows no meaning, so a passage that passes may still be
hard to read; one that fails is to be written again, or named below with its reason.
"""

import re
import tomllib
import warnings
from collections.abc import Iterator
from typing import Any

import pytest

from burnout_check.paths import resources_dir

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # that pkg_resources, which it looks its files up with, is old
    import textstat

OLDEST = 11  # years
AT_SCHOOL = 5  # a grade and the years before school make an age

# Names, and words that everybody in this work uses every day. Each counts as a short word.
KNOWN = (
    *("NHS England", "NHS", "GAD-2", "GAD-7", "PHQ-2", "PHQ-8", "BABCP", "BACP", "UKCP", "BPS"),
    *("PWPs", "PWP", "HSC", "RQIA", "HSE", "CQC", "HR", "CBI", "BMJ", "A&E", "SHOUT", "UNISON"),
    *("Northern Ireland", "Scotland", "England", "Wales", "Samaritans", "Infoline", "GOV.UK"),
    *("Access to Work", "There for You", "NHS Talking Therapies", "Manual", "Freedom to Speak Up"),
    *("occupational health", "supervision", "supervisors", "supervisor", "telephone", "caseload"),
    *("confidential", "psychological", "therapists", "therapy", "therapies", "organisation"),
    *("Copenhagen Burnout Inventory", "questionnaire"),
    *("HSE Management Standards Indicator Tool", "social care", "neighbouring"),
    *("safeguarding", "whistleblowing", "accredited", "registration", "contracted"),
)
_KNOWN = re.compile("|".join(map(re.escape, sorted(KNOWN, key=len, reverse=True))), re.IGNORECASE)

# What a field is when it is no sentence of ours for the person to read.
NOT_OURS = {
    "rules.toml": {"source", "confidence", "note"},  # citations; notes are for who mends the rule
    "support.toml": {"name", "hours", "cost", "url", "dated", "confidence", "web", "number"},
    # A heading is the instrument's own stem; so are the texts of its items.
    "check_in.toml": {"heading", "id"},
}
PUBLISHED = {"cbi", "gad7", "hse_msit", "hse_msit_six_months", "phq8", "pwls_burnout_single"}
FIELDS = {
    "rules.toml": {"name", "why", "title", "text", "clears", "phrase"},
    "support.toml": {"text", "how_to", "message"},
    "check_in.toml": {"title", "label", "hint"},
}
EXCEPTIONS: dict[str, str] = {}


def content(name: str) -> dict[str, Any]:
    return tomllib.loads((resources_dir() / name).read_text(encoding="utf-8"))


def joined(*texts: str) -> str:
    return " ".join(text if text[-1] in ".?:" else f"{text}." for text in texts if text)


def passages() -> Iterator[tuple[str, str]]:
    for option in content("support.toml")["option"]:
        how = option.get("how_to", [])
        yield option["id"], joined(option["text"], *how, option.get("message", ""))
    for rule in content("rules.toml")["rule"]:
        yield f"{rule['id']}: why", rule["why"]
        for when in rule.get("when", []):
            words = joined(when["title"], when["text"], when.get("clears", ""))
            yield f"{rule['id']}: {when['severity']}", words
    for part in content("check_in.toml")["parts"]:
        if "hint" in part and "colleagues" not in part["hint"]:  # a citation
            yield f"{part['id']}: hint", part["hint"]
    for file in sorted((resources_dir() / "help").glob("*.md")):
        for place, section in enumerate(sections(file.read_text(encoding="utf-8"))):
            yield f"{file.stem}: section {place}", section
    own = content("instruments/own_weekly.toml")
    yield "own questions", joined(*(item["text"] for item in own["items"]))
    yield "own notes", joined(*own["notes"])


def sections(page: str) -> Iterator[str]:
    """The prose of a help page between its headings; tables are no sentences."""
    for section in re.split(r"^#.*$", page, flags=re.MULTILINE):
        lines = [line.removeprefix("- ") for line in section.splitlines() if line[:1] != "|"]
        if prose := " ".join(filter(None, lines)):
            yield prose


PASSAGES = dict(passages())


def age(text: str) -> float:
    """The age at which a text is read with ease, in years."""
    plain = _KNOWN.sub("Bob", re.sub(r"\{[a-z_]+\}", "12", text))
    return float(textstat.flesch_kincaid_grade(plain)) + AT_SCHOOL


@pytest.mark.parametrize("place", PASSAGES)
def test_that_it_can_be_read_at_eleven(place):
    if place in EXCEPTIONS:
        assert age(PASSAGES[place]) > OLDEST, "no exception is needed any more"
    else:
        assert age(PASSAGES[place]) <= OLDEST, PASSAGES[place]


def test_that_no_sentence_of_the_content_is_left_out():
    """Any text of some length stands in a field that is measured, or is named as not ours."""
    for name, measured in FIELDS.items():
        for field, text in strings(content(name)):
            if len(text.split()) > 4:
                assert field in measured | NOT_OURS[name], f"{name}: {field}: {text}"
    kinds = {file.suffix for file in resources_dir().rglob("*") if file.is_file()}
    # The words of the pages for supervision stand in the code, which hands them to the .typ.
    assert kinds <= {".toml", ".md", ".svg", ".qss", ".typ"}
    shipped = {file.stem for file in (resources_dir() / "instruments").glob("*.toml")}
    assert shipped == {*PUBLISHED, "own_weekly"}


def strings(value: object, field: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from strings(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner, field)
    elif isinstance(value, str):
        yield field, value


def test_that_the_tripwire_would_catch_heavy_words():
    # By hand: 12 words, 34 syllables, 1 sentence: 0.39 x 12 + 11.8 x 34 / 12 - 15.59 = 22.5.
    heavy = (
        "Organisational interventions facilitating psychological decompression necessitate "
        "collaborative prioritisation of individualised operational responsibilities."
    )

    assert age(heavy) > 20
    assert age("Call your manager. Ask for a break.") < 8
