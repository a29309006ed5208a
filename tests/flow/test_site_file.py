"""A site file beside the real program: what it says is used, and no mistake stops the start."""

from tests.flow.program import started

FILE = """
nation = "Wales"
colour = "mauve"
"""


def test_that_a_site_file_is_used_and_its_mistake_is_in_the_log(environ, copy, tmp_path):
    (copy.parent.parent / "site.toml").write_text(FILE, encoding="utf-8")
    with started(environ, "--data-dir", tmp_path / "data") as program:
        program.do("press F2")
        said = next(said for said in iter(program.say, None) if "HelpNow" in said["windows"])
        code, errors = program.close()
    log = (tmp_path / "data/log/burnout-check.log").read_text(encoding="utf-8")

    assert (code, errors) == (0, "")
    assert "NHS 111, press 2" in said["words"]  # of Wales, before anybody has said so
    assert "NHS 111, option 2" not in said["words"]
    assert "site.toml: colour: is nothing that a site file can set, so it is ignored." in log
    assert "mauve" not in log


def test_that_a_site_file_that_is_none_is_said_and_the_program_starts(environ, copy, tmp_path):
    (copy.parent.parent / "site.toml").write_bytes(b"\xff\xfe nation")
    with started(environ, "--data-dir", tmp_path / "data") as program:
        program.say()
        code, errors = program.close()
    log = (tmp_path / "data/log/burnout-check.log").read_text(encoding="utf-8")

    assert (code, errors) == (0, "")
    assert log.count("site.toml is not TOML, so it is ignored.") == 1
