"""What only a person can agree to is as it was signed off; one command writes that down anew."""

import shutil
import tomllib
from datetime import date
from pathlib import Path

import pytest

import dev
import signing_off
from burnout_check.content.loader import load
from burnout_check.domain.support.option import Nation, Option, Source
from burnout_check.paths import resources_dir
from console import CannotGoOnError

ROOT = resources_dir().parent
SIGNED = tomllib.loads((ROOT / signing_off.FILE).read_text(encoding="utf-8"))
CONTENT = load(resources_dir())
SCALES = [scale for each in CONTENT.instruments.values() for scale in each.scales]


def pages(option: Option) -> list[str]:
    """The hosts of the pages that an option names."""
    urls = [option.web, option.source.url if option.source else ""]
    return sorted({Source(url, "2026", "high", date(2027, 1, 1)).host for url in urls if url})


def test_that_each_wording_is_as_sure_as_was_signed_off():
    found = {name: each.wording_confidence for name, each in CONTENT.instruments.items()}

    assert found == SIGNED["wordings"]


def test_that_each_noise_is_from_where_was_signed_off():
    whole = {scale.id: scale.noise.basis for scale in SCALES if scale.noise}

    assert whole == SIGNED["noise"]


def test_that_each_rule_says_how_sure_it_is_as_was_signed_off():
    found = {rule.id: rule.confidence for rule in CONTENT.rules if rule.confidence}

    assert found == SIGNED["rules"]


def test_that_each_support_option_is_where_and_on_the_pages_that_were_signed_off():
    found = {
        option.id: {
            "nations": [nation.value for nation in option.nations],
            "local": option.local,
            "pages": pages(option),
        }
        for option in CONTENT.options
    }

    assert found == SIGNED["support"]


def test_that_no_page_is_a_number_of_a_computer_or_hides_another():
    for name, option in SIGNED["support"].items():
        assert set(option) == {"nations", "local", "pages"}, name
        assert set(option["nations"]) < set(Nation), name
        for page in option["pages"]:
            assert page == page.lower().strip(), name
            assert all(part.replace("-", "").isalnum() for part in page.split(".")), name
            assert page.rpartition(".")[2].isalpha(), name


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A project of content alone, with nothing signed yet."""
    shutil.copytree(resources_dir(), tmp_path / "resources")
    (tmp_path / signing_off.FILE).parent.mkdir(parents=True)
    return tmp_path


def test_that_signing_off_writes_what_is_there_and_the_same_again(copy, capsys):
    assert signing_off.sign_off(copy) == 0
    assert "git diff" in capsys.readouterr().out

    first, ours = copy / signing_off.FILE, ROOT / signing_off.FILE
    assert first.read_text(encoding="utf-8") == ours.read_text(encoding="utf-8")


def test_that_a_page_that_changed_is_seen_in_what_is_signed(copy):
    file = copy / "resources" / "support.toml"
    text = file.read_text(encoding="utf-8")
    text = text.replace("https://www.samaritans.org/", "https://samaritan.example/")
    file.write_text(text, encoding="utf-8")

    signing_off.sign_off(copy)

    signed = tomllib.loads((copy / signing_off.FILE).read_text(encoding="utf-8"))
    assert signed["support"].pop("samaritans")["pages"] == ["samaritan.example"]
    assert SIGNED["support"]["samaritans"]["pages"] == ["samaritans.org"]
    assert signed["support"].items() <= SIGNED["support"].items()


def test_that_content_that_cannot_be_read_is_not_signed(tmp_path):
    with pytest.raises(CannotGoOnError, match="The content cannot be read"):
        signing_off.sign_off(tmp_path)


def test_that_the_command_signs_off_when_it_is_asked_to(monkeypatch):
    monkeypatch.setattr(signing_off, "sign_off", lambda: 7)

    assert dev.main(["support", "--sign-off"]) == 7
    assert dev.main(["support", "--dance"]) == 1
