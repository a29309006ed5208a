"""The rules that support entries are held to, whatever a release changes in them."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from burnout_check.domain.support.option import Option, Source

# Each number as its source prints it, with what the source says about it, copied by hand from the
# project's notes on support. To add a number, read its source and add it here as well.
PRINTED = {
    "emergency": "999",
    "nhs-111-england": "111",
    "nhs-24-scotland": "111",
    "nhs-111-wales": "111",
    "lifeline": "0808 808 8000",
    "samaritans": "116 123",
    "shout": "85258",
    "breathing-space": "0800 83 85 87",
    "call-wales": "0800 132 737",
    "practitioner-health": "0300 0303 300",
    "access-to-work": "0800 121 7479",
    "bereaved-by-suicide": "0300 111 5065",
    "protect": "020 3117 2520",
    "acas": "0300 123 1100",
    "labour-relations-agency": "03300 555 300",
    "cqc": "03000 616161",
    "inwo": "0800 008 6112",
    "hiw": "0300 062 8163",
}
HOURS_IN_DOUBT = {"nhs-24-scotland", "protect", "acas", "cqc"}

ROOT = Path(__file__).resolve().parents[2]
_RELEASES = ROOT / "packaging" / "linux" / "burnout-check.metainfo.xml"


def day_of_release() -> date:
    """The day that the newest release is, or will be, made: what IT reads of it says so."""
    found = re.search(r'<release [^>]*date="([\d-]+)"', _RELEASES.read_text(encoding="utf-8"))
    assert found
    return date.fromisoformat(found[1])


def complaints(options: Iterable[Option], *, released: date, today: date) -> Iterator[str]:
    """What is wrong with these entries, a sentence for each thing.

    Args:
        options: every entry.
        released: the day of the release that they are for.
        today: the day that nobody can have checked anything after.
    """
    for option in options:
        source = option.source
        if option.number != PRINTED.get(option.id, ""):
            yield f"{option.id}: {option.number!r} is not what its source prints"
        if option.number and (source is None or not source.url.startswith("http")):
            yield f"{option.id}: a number needs the page that prints it"
        if option.number and option.call not in {"Call", "Text SHOUT to"}:
            yield f"{option.id}: nobody can tell what to do with its number"
        if source is not None:
            yield from (f"{option.id}: {fault}" for fault in _faults(source, released, today))
            if option.hours and option.id in HOURS_IN_DOUBT and source.confirmed_on is None:
                yield f"{option.id}: its hours are in doubt, so they are left out"
    for missing in PRINTED.keys() - {option.id for option in options}:
        yield f"{missing}: it is gone"


def _faults(source: Source, released: date, today: date) -> Iterator[str]:
    if not (source.dated and source.confidence):
        yield "when its source is from, or how sure it is, is not said"
    if source.review_by < released:
        yield "it is to be looked at again before the day of the release"
    if source.confirmed_on is not None and source.confirmed_on > today:
        yield "nobody can have checked it yet"
    start = source.confirmed_on or released
    if (source.review_by.year - 2, *source.review_by.timetuple()[1:3]) > start.timetuple()[:3]:
        yield "it is looked at again only after more than 24 months"
