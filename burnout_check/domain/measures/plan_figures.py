"""Which figure of the job plan a measure is set beside."""

from __future__ import annotations

from burnout_check.domain.measures import ids
from burnout_check.domain.settings.plan import Plan

_FIGURE_OF = {
    ids.CASELOAD: "caseload_plan",
    ids.CONTACT: "contacts_plan",
    ids.PHONE: "phone_plan",
    ids.BACK_TO_BACK: "back_to_back_plan",
}


def plan_figure(plan: Plan, measure: str) -> float | None:
    """The person's own figure for a measure, in its unit; None where there is none."""
    name = _FIGURE_OF.get(measure)
    return None if name is None else plan.figure(name)
