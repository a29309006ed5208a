"""Made-up files and codes for test_fuzz.py: noise, our own with changes, and forged ones."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from base64 import b64encode
from typing import Any

from hypothesis import strategies as st
from nacl.encoding import HexEncoder
from nacl.hash import blake2b

_ODD = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-1, 2),
    st.sampled_from((2**31, 2**63, 2**64, -(2**63), 1e308)),
    st.text(max_size=20),
    st.lists(st.integers(0, 1), max_size=2),
    st.just({}),
)
_MOMENTS = st.one_of(
    st.datetimes().map(lambda moment: moment.isoformat()),  # without a time zone
    st.sampled_from(
        (
            "0001-01-01T00:00:00+14:00",
            "9999-12-31T23:59:59-12:00",
            "2026-02-30T00:00:00Z",
            "2026-11-20T17:30:00Z",
        )
    ),
)


def changed(whole: bytes) -> st.SearchStrategy[bytes]:
    """Our own file with some bytes changed, cut out, doubled or put in; never as it was."""
    place = st.integers(0, len(whole) - 1)
    change = st.tuples(place, st.integers(0, 40), st.binary(max_size=8))

    def apply(changes: list[tuple[int, int, bytes]]) -> bytes:
        content = whole
        for start, length, new in changes:
            content = content[:start] + new + content[start + length :]
        return content

    return st.lists(change, min_size=1, max_size=4).map(apply).filter(lambda each: each != whole)


def noise(begins: bytes) -> st.SearchStrategy[bytes]:
    """Any bytes, also after the first ones of our own."""
    return st.binary(max_size=600).flatmap(lambda rest: st.sampled_from((rest, begins + rest)))


def _with_odd(known: dict[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
    """The same mapping with a value or two that are odd, or are not there."""
    odd = st.dictionaries(st.sampled_from(sorted(known)), _ODD, max_size=2)
    missing = st.sets(st.sampled_from(sorted(known)), max_size=1)
    return st.tuples(odd, missing).map(
        lambda pair: {key: each for key, each in {**known, **pair[0]}.items() if key not in pair[1]}
    )


def _json(value: object) -> bytes:
    return json.dumps(value, separators=(",", ":")).encode()


def forged_key_files(whole: bytes) -> st.SearchStrategy[bytes]:
    """Key files whose checksum is right: anybody can work it out."""
    known = json.loads(whole)["body"]

    def sealed(body: object) -> bytes:
        said = _json(body)
        checksum = blake2b(said, digest_size=32, person=b"key file", encoder=HexEncoder).decode()
        return b'{"kind":"Burnout Check key file","body":%b,"checksum":"%b"}\n' % (
            said,
            checksum.encode(),
        )

    passphrase = _with_odd(known["passphrase"])
    code = _with_odd(known["code"])
    bodies = st.tuples(_with_odd(known), passphrase, code).map(
        lambda parts: parts[0] | {"passphrase": parts[1], "code": parts[2]}
    )
    return st.one_of(bodies, _with_odd(known), _ODD).map(sealed)


def forged_backups(whole: bytes) -> st.SearchStrategy[bytes]:
    """Backups whose manifest was written anew, with a right checksum and without the key."""
    with zipfile.ZipFile(io.BytesIO(whole)) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    known = json.loads(parts["manifest.json"])

    def packed(body: object) -> bytes:
        said = _json(body)
        checksum = hashlib.sha256(said).hexdigest()
        manifest = b'{"kind":"Burnout Check backup","body":%b,"checksum":"%b"}\n' % (
            said,
            checksum.encode(),
        )
        content = io.BytesIO()
        with zipfile.ZipFile(content, "w", zipfile.ZIP_STORED) as file:
            for name, part in {**parts, "manifest.json": manifest}.items():
                file.writestr(name, part)
        return content.getvalue()

    plain = known["body"]["plain"]
    plains = st.tuples(_with_odd(plain), _MOMENTS).map(lambda pair: pair[0] | {"made": pair[1]})
    sealed = st.binary(max_size=80).map(lambda box: b64encode(box).decode())
    bodies = st.tuples(st.one_of(plains, _ODD), st.one_of(sealed, _ODD)).map(
        lambda pair: {"plain": pair[0], "sealed": pair[1]}
    )
    return st.one_of(bodies, _ODD).map(packed)
