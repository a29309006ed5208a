"""The steps of `check`, and the one of them that is our own."""

from pathlib import Path

import checks


def test_that_long_files_and_index_addresses_are_found(tmp_path):
    (tmp_path / "long.py").write_text("\n" * 301)
    (tmp_path / "right.py").write_text("\n" * 300)
    (tmp_path / "a.toml").write_text("one\nurl = 'https:" + "//example.org/simple/'\n")
    (tmp_path / "a.lock").write_text("one @ https:" + "//example.org/one.whl\n")
    (tmp_path / "a.sh").write_text("pip install --index" + "-url x\n")
    (tmp_path / "a.md").write_text("See https:" + "//example.org/a-simple-page\n")
    names = sorted(file.name for file in tmp_path.iterdir())

    found = list(checks.complaints(tmp_path, map(Path, [*names, "removed.py"])))

    assert found == [
        "a.lock:1: has the address of a package index",
        "a.sh:1: has the address of a package index",
        "a.toml:2: has the address of a package index",
        "long.py: 301 lines, more than 300",
    ]


def test_that_every_check_is_taken_and_a_failure_is_summed_up(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(checks, "call", lambda command, **_: int("mypy" in command))

    assert checks.run_all(Path("python"), root=tmp_path) == 1
    summary = capsys.readouterr().out.partition("== summary\n")[2]
    assert [line.partition(" (")[0] for line in summary.splitlines()] == [
        f"{'FAILED' if name == 'mypy' else 'passed'}  {name}" for name in checks.STEPS
    ]


def test_that_without_git_our_own_dotted_folders_are_looked_at_too(tmp_path, monkeypatch):
    monkeypatch.setattr("shutil.which", lambda _: None)
    for folder in (".github/workflows", ".venv", "tests/__pycache__"):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / "a.yml").write_text("")

    assert checks.project_files(tmp_path) == [Path(".github/workflows/a.yml")]
