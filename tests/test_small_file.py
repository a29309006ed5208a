"""The one reader: whatever stands in a place, the answer is what is in it, or in words why not."""

import contextlib
import errno
import os
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from burnout_check.small_file import (
    SMALL,
    Unusable,
    decoded,
    open_plain,
    read_json,
    read_plain,
    read_toml,
    what_stands_at,
)
from tests.foreign import FOREIGN, in_time, outside, tree

WORDS = {
    "a pipe": "is a pipe and not a file",
    "a socket": "is a socket and not a file",
    "a folder": "is a folder and not a file",
    "a link to a device": "is a link to another place",
    "a link elsewhere": "is a link to another place",
    "a link to nothing": "is a link to another place",
    "5 GB of holes": "is too large",
}


class _Strict(msgspec.Struct, forbid_unknown_fields=True):
    name: str


@pytest.mark.parametrize("kind", FOREIGN)
def test_that_whatever_stands_there_is_named_and_never_waited_for(kind, tmp_path):
    path = tmp_path / "small.json"
    there = outside(tmp_path)
    before = tree(there)
    FOREIGN[kind](path, there)

    with pytest.raises(Unusable) as caught:
        in_time(lambda: read_json(path, _Strict))

    assert str(caught.value) == WORDS.get(kind, "is damaged")
    assert what_stands_at(path) == ("" if kind == "5 GB of holes" else WORDS.get(kind, ""))
    assert tree(there) == before


@pytest.mark.parametrize("kind", FOREIGN)
def test_that_toml_is_read_or_named_too(kind, tmp_path):
    path = tmp_path / "site.toml"
    FOREIGN[kind](path, outside(tmp_path))

    if kind == "empty":
        assert in_time(lambda: read_toml(path, most=1000)) == {}
    elif kind == "a link to nothing":
        with pytest.raises(FileNotFoundError):
            in_time(lambda: read_toml(path, most=1000))
    else:
        with pytest.raises(Unusable) as caught:
            in_time(lambda: read_toml(path, most=1000))
        assert str(caught.value) in {"is not TOML", "is a device and not a file", *WORDS.values()}


@pytest.mark.skipif(os.name == "nt", reason="Windows has no devices among its files")
def test_that_a_device_is_not_even_opened(monkeypatch):
    monkeypatch.setattr(os, "open", lambda *_: pytest.fail("it was opened"))

    with pytest.raises(Unusable, match="is a device and not a file"):
        open_plain(Path("/dev/zero"), follow=True)


def test_that_a_file_is_read_whole_and_one_byte_more_than_it_may_hold_is_not(tmp_path):
    path = tmp_path / "small"
    path.write_bytes(b"\r\n\x1a" + bytes(SMALL - 3))

    assert len(read_plain(path)) == SMALL

    path.write_bytes(bytes(SMALL + 1))
    with pytest.raises(Unusable, match="is too large"):
        read_plain(path)


def test_that_one_that_grows_while_it_is_read_is_not_read_on(tmp_path, monkeypatch):
    path = tmp_path / "small"
    path.write_bytes(bytes(20))
    told = os.stat_result((0o100600, *([0] * 9)))
    monkeypatch.setattr(os, "fstat", lambda _descriptor: told)

    with pytest.raises(Unusable, match="is too large"):
        read_plain(path, most=10)


def test_that_a_link_may_be_followed_only_where_it_is_asked_for(tmp_path):
    (tmp_path / "site.toml").write_text("a = 1")
    link = tmp_path / "link"
    link.symlink_to("site.toml")

    assert read_plain(link, follow=True) == b"a = 1"
    assert what_stands_at(link, follow=True) == ""
    with pytest.raises(Unusable, match="is a link to another place"):
        read_plain(link)


@pytest.mark.skipif(not hasattr(os, "O_NOFOLLOW"), reason="here a link is only seen beforehand")
def test_that_a_link_put_there_in_between_is_not_followed(tmp_path, monkeypatch):
    (tmp_path / "thesis").write_bytes(b"four years")
    link = tmp_path / "link"
    link.symlink_to("thesis")
    real = link.stat()
    monkeypatch.setattr(Path, "stat", lambda _self, **_named: real)

    with pytest.raises(Unusable, match="is a link to another place"):
        read_plain(link)


def test_that_what_is_not_there_is_said_by_the_system(tmp_path):
    assert what_stands_at(tmp_path / "none") == ""
    with pytest.raises(FileNotFoundError):
        read_plain(tmp_path / "none")
    with pytest.raises(OSError) as caught:  # noqa: PT011 - the number says which
        read_plain(tmp_path / ("n" * 300))
    assert caught.value.errno in {errno.ENAMETOOLONG, errno.ENOENT, errno.EINVAL}


@given(st.binary())
def test_that_any_bytes_are_one_of_the_kind_or_damaged(content):
    with contextlib.suppress(Unusable):
        assert isinstance(decoded(content, dict[str, int]), dict)
