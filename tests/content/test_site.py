"""The site file: defaults of a service, never more, and no mistake in it stops anything."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from burnout_check.content.site import load_site
from burnout_check.domain.questionnaire.schedule import Questionnaire
from burnout_check.domain.settings.plan import Plan, Span
from burnout_check.domain.settings.setting import Settings
from burnout_check.domain.settings.setting_declarations import setting_declarations, work_settings
from burnout_check.domain.settings.site import MAY_SAY, Site
from burnout_check.domain.support.local_help import LocalEntry, LocalKind
from burnout_check.location import site_files

EXAMPLE = Path(__file__).resolve().parents[2] / "packaging/site.example.toml"
SETTINGS = setting_declarations(Questionnaire((), (), ()))


@pytest.fixture
def load(tmp_path):
    def _load(text):
        (tmp_path / "site.toml").write_text(text, encoding="utf-8")
        return load_site([tmp_path / "site.toml"])

    return _load


def test_that_the_example_says_what_it_shows():
    assert load_site([EXAMPLE]) == Site(
        defaults={
            "nation": "England",
            "supervision_rule": "sup-own",
            "supervision_minutes": 60,
            "supervision_span": "week",
            "full_time_hours": 37.5,
            "caseload_plan": 45,
            "contacts_plan": 20,
            "phone_plan": 10,
            "back_to_back_plan": 3,
        },
        local=(
            LocalEntry(
                LocalKind.OCCUPATIONAL_HEALTH,
                "Occupational health, Example Trust",
                "01632 960001",
                "Monday to Friday, 9am to 5pm",
                "You can refer yourself.",
            ),
            LocalEntry(
                LocalKind.GUARDIAN, "Alex Example, Freedom to Speak Up guardian", "01632 960002"
            ),
        ),
    )


def test_that_the_example_names_every_kind_and_every_rule():
    words = EXAMPLE.read_text(encoding="utf-8")
    rules = next(each for each in work_settings() if each.key == "supervision_rule").choices

    for kind in LocalKind:
        assert kind in words
    for rule, _label in rules:
        assert rule in words or rule in {"role", "none", "sup-own"}


def test_that_what_is_commented_out_in_the_example_works_too(load):
    text = EXAMPLE.read_text(encoding="utf-8")
    text = text.replace("# data_dir", "data_dir").replace("# rule = ", "rule = ")
    found = load(re.sub(r"\nminutes.*\nspan.*", "", text))

    assert found.troubles == ()
    assert found.defaults["supervision_rule"] == "sup-babcp"


def test_that_the_person_comes_before_the_service_and_the_service_before_the_default():
    site = load_site([EXAMPLE])
    untouched = Plan.of(Settings(site.over(SETTINGS)))
    chosen = {"caseload_plan": 30, "phone_plan": None, "supervision_rule": "none"}
    changed = Plan.of(Settings(site.over(SETTINGS), chosen))

    assert (untouched.caseload_plan, untouched.phone_plan) == (45, 10)
    assert (untouched.supervision_minutes, untouched.supervision_span) == (60, Span.WEEK)
    assert (changed.caseload_plan, changed.phone_plan) == (30, None)
    assert (changed.supervision_rule, changed.contacts_plan) == ("none", 20)
    assert Plan.of(Settings(SETTINGS)).caseload_plan is None


def test_that_the_example_shows_all_that_a_service_may_say():
    assert load_site([EXAMPLE]).defaults.keys() == MAY_SAY


def test_that_a_setting_says_what_the_service_says():
    site = load_site([EXAMPLE])
    said = {setting.key: setting.help for setting in site.over(SETTINGS)}

    assert said["caseload_plan"] == "Your service says 45 people. Change it if yours differs."
    assert said["nation"] == "Your service says: England. Some help is only for one nation."
    assert said["supervision_span"] == "Your service says: Each week."
    assert said["supervision_rule"].startswith("Your service has a figure of its own, below. ")
    assert "service" not in said["role"]


# By hand: what stands in the file, and what is said of it. Nothing of it may have any effect.
IGNORED = [
    ('lock_after = "0"', "lock_after: is nothing that a site file can set"),
    ("contracted_hours = 20", "contracted_hours: is nothing that a site file can set"),
    ("[asked]\nburnout = 0", "asked: is nothing that a site file can set"),
    ('[job_plan]\nrole = "pwp"', "job_plan.role: is nothing that a site file can set"),
    ('[[option]]\nid = "samaritans"', "option: is nothing that a site file can set"),
    ('[[rule]]\nid = "gad7-15"', "rule: is nothing that a site file can set"),
    ('[supervision]\nrule = "none"', "supervision.rule: only the person can switch"),
    ('[supervision]\nrule = "sup-mine"', "supervision.rule: choose one of the list"),
    ('[supervision]\nrule = "sup-own"', "supervision.rule: needs supervision.minutes"),
    ("[supervision]\nminutes = 0", "supervision.minutes: type a number from 5 to 600"),
    ("[job_plan]\ncaseload = nan", "job_plan.caseload: type a number from 1 to 1000"),
    ("[job_plan]\ncaseload = true", "job_plan.caseload: should be text or a number"),
    ('[job_plan]\ncaseload = "many"', "job_plan.caseload: type a number"),
    ("[job_plan]\ncaseload = [40]", "job_plan.caseload: should be text or a number"),
    ("job_plan = 4", "job_plan: should be a table"),
    ('nation = "Cornwall"', "nation: choose one of the list"),
    ('nation = ""', "nation: says nothing"),
    ("local = 3", "local: should be written [[local]]"),
    ("local = [3]", "local[0]: should be written [[local]]"),
    ('[[local]]\nkind = "gp"', "local[0]: name is missing"),
    ('[[local]]\nname = "A"', "local[0]: kind is none of: occupational_health"),
    ('[[local]]\nkind = "crisis"\nname = "A"', "local[0]: kind is none of"),
    ('[[local]]\nkind = "gp"\nname = "A"\nurl = "x"', "local[0]: knows only kind, name"),
    ('[[local]]\nkind = "gp"\nname = "A"\nnumber = 111', "local[0]: number should be one line"),
    ('[[local]]\nkind = "gp"\nname = "A\\nB"', "local[0]: name should be one line"),
    ('[[local]]\nkind = "gp"\nname = "\\u202e999"', "local[0]: name should be one line"),
    ('"\\u0007" = 1', "?: is nothing that a site file can set"),
]


@pytest.mark.parametrize(("text", "why"), IGNORED)
def test_that_what_cannot_be_used_is_left_out_and_said(load, text, why):
    found = load(text)

    assert (found.defaults, found.local) == ({}, ())
    assert len(found.troubles) == 1
    assert found.troubles[0].startswith(f"site.toml: {why}")
    assert found.troubles[0].endswith(", so it is ignored.")


def test_that_the_rest_of_a_file_with_a_mistake_holds(load):
    found = load('nation = "Wales"\ncolour = "red"\n[[local]]\nkind = "gp"\nname = "Elms"')

    assert found.defaults == {"nation": "Wales"}
    assert found.local == (LocalEntry(LocalKind.GP, "Elms"),)
    assert len(found.troubles) == 1


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"nation = ", "is not TOML"),
        (b"\xff\xfe\x00", "is not TOML"),
        (b"a = " + b"[" * 20_000, "is not TOML"),
        (b"#" * 70_000, "is too large"),
    ],
)
def test_that_a_file_that_is_none_is_ignored_whole(tmp_path, content, why):
    (tmp_path / "site.toml").write_bytes(content)

    assert load_site([tmp_path / "site.toml"]) == Site(
        troubles=(f"site.toml {why}, so it is ignored.",)
    )


def test_that_a_folder_in_its_place_is_ignored(tmp_path):
    (tmp_path / "site.toml").mkdir()

    assert load_site([tmp_path / "site.toml"]).troubles == (
        "site.toml is a folder and not a file, so it is ignored.",
    )


def test_that_of_two_files_the_one_beside_the_program_holds(tmp_path):
    program, machine = tmp_path / "program.toml", tmp_path / "machine.toml"
    machine.write_text('nation = "Wales"\n', encoding="utf-8")

    assert load_site([program, machine]).defaults == {"nation": "Wales"}

    program.write_bytes(b'\xef\xbb\xbfnation = "Scotland"\r\n')

    assert load_site([program, machine]).defaults == {"nation": "Scotland"}


def test_that_where_data_is_kept_can_only_be_said_beside_the_program(tmp_path):
    file = tmp_path / "site.toml"
    file.write_text("data_dir = '/data'", encoding="utf-8")

    assert load_site([file]) == Site()
    assert load_site([tmp_path / "other.toml", file]).troubles == (
        "site.toml: data_dir: counts only in a file beside the program, so it is ignored.",
    )


def test_that_without_a_file_nothing_is_said(tmp_path):
    assert load_site([tmp_path / "site.toml"]) == Site()


def test_that_a_file_is_looked_for_beside_the_program_and_in_the_folder_of_the_machine(
    tmp_path, monkeypatch
):
    monkeypatch.setenv("XDG_CONFIG_DIRS", str(tmp_path / "etc"))
    beside, machine = site_files(tmp_path)

    assert beside == tmp_path / "site.toml"
    assert machine.name == "site.toml"
    assert machine.parent.name == "Burnout Check"


@given(
    content=st.recursive(
        st.text(max_size=8) | st.integers() | st.floats() | st.booleans(),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.sampled_from(["kind", "minutes", "rule", "x"]), inner, max_size=3)
        ),
        max_leaves=8,
    ),
    key=st.sampled_from(["local", "supervision", "job_plan", "nation", "data_dir", "x"]),
)
def test_that_nothing_in_a_file_can_raise(tmp_path_factory, content, key):
    file = tmp_path_factory.getbasetemp() / "any-site.toml"
    file.write_text(f"{key} = {_toml(content)}\n", encoding="utf-8")
    found = load_site([file])

    for name, value in found.defaults.items():
        setting = next(each for each in SETTINGS if each.key == name)
        assert setting.problem(value) is None


def _toml(value):
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return f"[{', '.join(map(_toml, value))}]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key} = {_toml(each)}" for key, each in value.items()) + "}"
    if isinstance(value, str):
        return '"' + "".join(f"\\U{ord(letter):08x}" for letter in value) + '"'
    return str(value)
