"""What stands in the files of a screen, a site, a log or a marker: the defaults, and no harm."""

import logging
import os

import pytest

from burnout_check.content.site import load_site
from burnout_check.domain.settings.site import Site
from burnout_check.errors import FolderError
from burnout_check.gui.look.screen_settings import ScreenSettings
from burnout_check.location import Marker, site_folder
from burnout_check.log import start_log, stop_log
from burnout_check.paths import prepare_folder, require_folder
from tests.foreign import FOREIGN, in_time, outside, tree


@pytest.mark.parametrize("kind", FOREIGN)
def test_that_any_content_gives_the_look_of_the_defaults_and_the_next_look_is_kept(kind, tmp_path):
    there = outside(tmp_path)
    before = tree(there)
    data = tmp_path / "data"
    data.mkdir()
    FOREIGN[kind](data / "look.json", there)
    settings = in_time(lambda: ScreenSettings(data))

    assert isinstance(settings, ScreenSettings)
    assert settings.settings.chosen == {}
    assert settings.window == ("n" * 300 if kind == "300 letters" else "")
    settings.window.encode("ascii")

    in_time(lambda: settings.remember_window("AAAA"))
    assert ScreenSettings(data).window == ("" if kind == "a folder" else "AAAA")
    assert tree(there) == before


def test_that_a_windows_place_of_any_length_is_not_believed(tmp_path):
    (tmp_path / "look.json").write_text('{"window": "%s", "theme": [[]]}' % ("A" * 3000))

    assert ScreenSettings(tmp_path).window == ""
    assert ScreenSettings(tmp_path).settings.chosen == {}


@pytest.mark.parametrize("kind", FOREIGN)
def test_that_any_site_file_is_read_or_ignored_in_a_sentence(kind, tmp_path):
    there = outside(tmp_path)
    before = tree(there)
    FOREIGN[kind](tmp_path / "site.toml", there)
    site = in_time(lambda: load_site([tmp_path / "site.toml"]))
    folder, trouble = site_folder(tmp_path, {})

    assert isinstance(site, Site)
    if kind in {"empty", "a link to nothing"}:
        assert (site, folder, trouble) == (Site(), None, "")
    else:
        (said,) = site.troubles
        assert said.startswith("site.toml is ")
        assert said.endswith(", so it is ignored.")
        assert folder is None
        assert trouble.startswith("site.toml is ")
    assert tree(there) == before


@pytest.mark.parametrize("kind", FOREIGN)
def test_that_any_marker_is_one_or_none_and_nothing_is_touched_through_it(kind, tmp_path):
    there = outside(tmp_path)
    before = tree(there)
    marker = Marker(tmp_path / "data", roaming=tmp_path)
    FOREIGN[kind](marker.file, there)

    assert marker.is_set is not kind.startswith(("a pipe", "a socket", "a link", "a folder"))
    marker.set()
    marker.clear()
    assert tree(there) == before
    assert not (there / "nothing").exists()
    assert os.path.lexists(marker.file) is (kind == "a folder")


@pytest.mark.parametrize("kind", FOREIGN)
@pytest.mark.parametrize("name", ["log", "log/burnout-check.log"])
def test_that_the_log_goes_nowhere_else_and_waits_for_nobody(name, kind, tmp_path):
    there = outside(tmp_path)
    before = tree(there)
    (tmp_path / "log").mkdir() if "/" in name else None
    FOREIGN[kind](tmp_path / name, there)

    def log() -> None:
        handler = start_log(tmp_path)
        logging.getLogger("burnout_check").info("a line")
        stop_log(handler)

    in_time(log)
    assert tree(there) == before
    assert not (there / "nothing").exists()


@pytest.mark.parametrize("path", ["~nosuchuser/x", "n" * 300])
def test_that_a_folder_that_cannot_be_is_said_in_a_sentence(path, tmp_path):
    place = tmp_path / path if path[0] != "~" else type(tmp_path)(path)

    with pytest.raises(FolderError, match=r"cannot be (found|used)"):
        prepare_folder(place)
    with pytest.raises(FolderError, match=r"cannot be (found|used)"):
        require_folder(place)


def test_that_a_file_is_no_folder(tmp_path):
    (tmp_path / "file").touch()

    require_folder(tmp_path)
    with pytest.raises(FolderError, match="a file is in its place"):
        require_folder(tmp_path / "file")
