"""What was on its way as the vault was locked comes to nothing, and reaches no page."""

import pytest

from burnout_check.tour.ui_driver import settle


@pytest.fixture
def locked_shell(open_window, vault_with, ui_driver):
    """The pages of a vault that has just been locked: about to be destroyed, and not yet so."""
    vault_with(2)
    window = open_window()
    shell = ui_driver.unlock(window)
    window.lock("Locked because you asked.")
    return shell


@pytest.mark.parametrize("page", ["trends", "support", "supervision", "settings", "this_week"])
def test_that_a_click_on_its_way_to_a_page_shows_none(locked_shell, page):
    locked_shell.show_page(page)
    locked_shell.take_focus()

    assert not locked_shell.isVisible()


@pytest.mark.parametrize("destroyed", [False, True])
def test_that_a_page_that_is_asked_for_too_late_is_not_made(locked_shell, destroyed):
    if destroyed:  # then its news is gone as well: "Signal source has been deleted"
        settle()
    with pytest.raises(LookupError, match="nothing is open"):
        locked_shell.page("trends")
