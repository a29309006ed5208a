"""The list of settings: to add one, declare it here and the settings page shows it."""

from __future__ import annotations

from burnout_check.domain.questionnaire.schedule import Cadence, Part, Questionnaire
from burnout_check.domain.settings.setting import Group, Kind, Setting
from burnout_check.domain.support.option import NO_UNION, Nation

ROLES = (
    ("", "I would rather not say"),
    ("pwp", "Psychological wellbeing practitioner (PWP)"),
    ("pwp_trainee", "Trainee PWP"),
    ("high_intensity", "High-intensity therapist"),
    ("hi_trainee", "Trainee high-intensity therapist"),
    ("counsellor", "Counsellor"),
    ("counsellor_trainee", "Trainee counsellor"),
    ("senior", "Senior or lead"),
    ("supervisor", "Supervisor"),
    ("other", "Something else"),
)

_SUPERVISION_RULES = (
    ("role", "What is usual for my role"),
    ("sup-own", "What I agreed (fill in below)"),
    ("sup-pwp-cm", "PWP: 60 minutes case management a week"),
    ("sup-pwp-skills", "PWP: 60 minutes clinical skills a fortnight"),
    ("sup-hi", "High-intensity: 60 minutes a week"),
    ("sup-babcp", "BABCP: 90 minutes a month"),
    ("sup-bacp", "BACP: 90 minutes each calendar month"),
    ("sup-bacp-trainee", "BACP trainee: 90 minutes a month and 1 hour for 8 client hours"),
    ("sup-of-sup", "Supervisor: 60 minutes a month"),
    ("sup-of-sup-share", "Supervisor: 5 % of the supervision I give (fill in below)"),
    ("none", "Do not compare"),
)

_NOT_SAID = (("", "I would rather not say"),)
_PLAN = "Leave empty if you have no figure. Nothing is compared until you give one."

_WORK = (
    Setting("role", Group.WORK, Kind.CHOICE, "", "Your role", choices=ROLES),
    Setting(
        "nation",
        Group.WORK,
        Kind.CHOICE,
        "",
        "Where you work",
        help="Some help is only for one nation.",
        choices=(*_NOT_SAID, *((nation.value, nation.value) for nation in Nation)),
    ),
    Setting(
        "union",
        Group.WORK,
        Kind.CHOICE,
        "",
        "Are you in a union?",
        help="A union rep is shown to those who may have one. This stays on this computer.",
        choices=(*_NOT_SAID, ("yes", "Yes"), (NO_UNION, "No")),
    ),
    Setting(
        "contracted_hours",
        Group.WORK,
        Kind.NUMBER,
        None,
        "Your contracted hours a week",
        help="Used to see overtime as a share of your week.",
        low=1,
        high=60,
        unit="hours",
        may_be_empty=True,
    ),
    Setting(
        "full_time_hours",
        Group.WORK,
        Kind.NUMBER,
        37.5,
        "A full-time week where you work",
        help="Part-time supervision figures are scaled by this. Change it if yours differs.",
        low=30,
        high=48,
        unit="hours",
    ),
    Setting(
        "supervision_rule",
        Group.WORK,
        Kind.CHOICE,
        "role",
        "Compare my supervision with",
        help="The check-in counts all your supervision together.",
        choices=_SUPERVISION_RULES,
    ),
    Setting(
        "supervision_minutes",
        Group.WORK,
        Kind.NUMBER,
        None,
        "Supervision you agreed",
        low=5,
        high=600,
        unit="minutes",
        may_be_empty=True,
    ),
    Setting(
        "supervision_span",
        Group.WORK,
        Kind.CHOICE,
        "week",
        "How often",
        choices=(("week", "Each week"), ("fortnight", "Each fortnight"), ("month", "Each month")),
    ),
    Setting(
        "supervision_given",
        Group.WORK,
        Kind.NUMBER,
        None,
        "Supervision you give to others",
        help="Only for supervisors whose own supervision is a share of it.",
        low=1,
        high=200,
        unit="hours a month",
        may_be_empty=True,
    ),
    Setting(
        "supervisor_is_manager",
        Group.WORK,
        Kind.SWITCH,
        default=False,
        label="My supervisor is also my line manager",
        help="You are then reminded of it before you show anything in supervision.",
    ),
    Setting(
        "caseload_plan",
        Group.WORK,
        Kind.NUMBER,
        None,
        "Caseload in your job plan",
        help=_PLAN,
        low=1,
        high=1000,
        unit="people",
        may_be_empty=True,
    ),
    Setting(
        "contacts_plan",
        Group.WORK,
        Kind.NUMBER,
        None,
        "Client contact in your job plan",
        help=_PLAN,
        low=1,
        high=60,
        unit="hours a week",
        may_be_empty=True,
    ),
    Setting(
        "phone_plan",
        Group.WORK,
        Kind.NUMBER,
        None,
        "Most telephone hours you agreed",
        help=_PLAN,
        low=1,
        high=60,
        unit="hours a week",
        may_be_empty=True,
    ),
    Setting(
        "back_to_back_plan",
        Group.WORK,
        Kind.NUMBER,
        None,
        "Most clients back to back you agreed",
        help=_PLAN,
        low=1,
        high=20,
        unit="people",
        may_be_empty=True,
    ),
    Setting(
        "baseline_from",
        Group.WORK,
        Kind.WEEK,
        "",
        "Compare with how things were from",
        help="Empty: from your first check-ins. Start again after a change of job.",
    ),
)

_PRIVACY = (
    Setting(
        "lock_after",
        Group.PRIVACY,
        Kind.CHOICE,
        "5",
        "Lock when I am away for",
        choices=(
            ("1", "1 minute"),
            ("5", "5 minutes"),
            ("15", "15 minutes"),
            ("60", "60 minutes"),
            ("0", "Never"),
        ),
    ),
    Setting(
        "lock_on_minimise", Group.PRIVACY, Kind.SWITCH, default=False, label="Lock when minimised"
    ),
    Setting(
        "out_of_captures",
        Group.PRIVACY,
        Kind.SWITCH,
        default=False,
        label="Keep my screen out of screenshots and sharing",
        help="Works on Windows 10 (2004) and later; elsewhere it does nothing. "
        "Always off while you show things together in supervision.",
    ),
)

_LOOK = (
    Setting(
        "scheme",
        Group.LOOK,
        Kind.CHOICE,
        "system",
        "Colours",
        choices=(
            ("system", "Follow my system"),
            ("light", "Light"),
            ("dark", "Dark"),
            ("contrast", "High contrast"),
        ),
        on_device=True,
    ),
    Setting(
        "text_size",
        Group.LOOK,
        Kind.CHOICE,
        "100",
        "Text size",
        choices=tuple((str(size), f"{size} %") for size in (90, 100, 110, 125, 150, 175, 200)),
        on_device=True,
    ),
    Setting(
        "system_font",
        Group.LOOK,
        Kind.SWITCH,
        default=False,
        label="Use my system’s font",
        help="Otherwise the app uses Atkinson Hyperlegible, made for tired eyes.",
        on_device=True,
    ),
)

_CADENCES = {
    Cadence.WEEKLY: "Every week",
    Cadence.FOUR_WEEKLY: "Every 4 weeks",
    Cadence.TWELVE_WEEKLY: "Every 12 weeks",
    Cadence.OFF: "Not asked",
}


def work_settings() -> tuple[Setting, ...]:
    """The settings about the person's work."""
    return _WORK


def look_settings() -> tuple[Setting, ...]:
    """The settings about this screen, which hold before the vault is open."""
    return _LOOK


def cadence_key(part_id: str) -> str:
    """The key of the setting that says how often a part is asked."""
    return f"asked.{part_id}"


def _cadence(part: Part) -> Setting:
    return Setting(
        cadence_key(part.id),
        Group.ASKED,
        Kind.CHOICE,
        str(int(part.cadence)),
        part.label,
        help=part.hint,
        choices=tuple((str(int(cadence)), label) for cadence, label in _CADENCES.items()),
    )


def setting_declarations(questionnaire: Questionnaire) -> tuple[Setting, ...]:
    """Every setting in the vault, with one for each part of the check-in that has a cadence."""
    asked = tuple(_cadence(part) for part in questionnaire.parts if part.only_after is None)
    return (*_WORK, *asked, *_PRIVACY)
