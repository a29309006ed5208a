from burnout_check.domain.measures.plan_figures import plan_figure
from burnout_check.domain.settings.plan import Plan


def test_that_a_measure_knows_its_figure():
    plan = Plan(caseload_plan=60, phone_plan=10)

    assert (plan_figure(plan, "fact_caseload"), plan_figure(plan, "fact_phone_hours")) == (60, 10)
    assert (plan_figure(plan, "fact_contact_hours"), plan_figure(plan, "burnout")) == (None, None)
