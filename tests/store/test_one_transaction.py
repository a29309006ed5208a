from dataclasses import replace

import pytest
import sqlcipher3

from burnout_check.domain.questionnaire.check_in import Away, Reason
from tests.store.samples import CHECK_IN, DRAFT, WEEK


def _break(vault, table):
    """From now on the database itself refuses every row for ``table``."""
    with vault._database.writing() as tables:
        tables.execute(
            f"create trigger refuse before insert on {table} "
            "begin select raise(abort, 'refused'); end"
        )


def test_that_a_saved_check_in_takes_its_draft_and_its_time_away_along(vault):
    vault.drafts.update(DRAFT)
    vault.drafts.update(replace(DRAFT, week=WEEK.plus(-1)))
    vault.away.add(Away(WEEK, Reason.LEAVE))
    vault.away.add(Away(WEEK.plus(-1), Reason.SICK))
    vault.check_ins.add(CHECK_IN)

    assert vault.drafts.all() == (replace(DRAFT, week=WEEK.plus(-1)),)
    assert vault.away.all() == (Away(WEEK.plus(-1), Reason.SICK),)


@pytest.mark.parametrize("table", ["check_ins", "answers", "facts"])
def test_that_a_save_that_fails_midway_leaves_all_as_it_was(vault, table):
    vault.check_ins.add(CHECK_IN)
    vault.drafts.update(DRAFT)
    vault.away.add(Away(WEEK, Reason.LEAVE))
    _break(vault, table)
    with pytest.raises(sqlcipher3.IntegrityError):
        vault.check_ins.add(replace(CHECK_IN, note="corrected", answers={"gad.1": 0}))

    assert vault.check_ins.all() == (CHECK_IN,)
    assert vault.drafts.all() == (DRAFT,)
    assert vault.away.all() == (Away(WEEK, Reason.LEAVE),)


def test_that_of_many_check_ins_none_is_kept_if_one_fails(vault):
    bad = replace(CHECK_IN, week=WEEK.plus(1), finished=CHECK_IN.finished.replace(tzinfo=None))
    with pytest.raises(ValueError, match="time zone"):
        vault.check_ins.add_all([CHECK_IN, bad])

    assert vault.check_ins.all() == ()
