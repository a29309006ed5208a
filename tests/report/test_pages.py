import io
import re
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import Any

import pypdf
import pytest
from pypdf.generic import ArrayObject, ByteStringObject, DictionaryObject, StreamObject

from burnout_check.charts.draw.picture import vector
from burnout_check.charts.model import shared_panels
from burnout_check.domain.supervision.shared_view_builder import shared_view
from burnout_check.domain.supervision.sharing_choice import SharingChoice
from burnout_check.paths import resources_dir
from burnout_check.report import page
from burnout_check.report.page import Cancelled, Printed, make
from burnout_check.report.summary import summary
from tests.domain.planted import MATERIAL, OFFERS, WEEKS, unticked

LINE_ONLY = SharingChoice(WEEKS).tick("measure:gad7")
SOME = (
    LINE_ONLY.tick("measure:fact_caseload", numbers=True)
    .tick("prompt:rule-workload")
    .tick("event:2026-10-26:event3")
    .tick("note:2026-11-09")
    .tick("action:1")
)
EVERYTHING = SharingChoice(
    WEEKS, frozenset(each.id for each in OFFERS), frozenset(each.id for each in OFFERS)
)
CHOICES = {
    "nothing": SharingChoice(WEEKS),
    "one line": LINE_ONLY,
    "some": SOME,
    "everything": EVERYTHING,
}


@cache
def printed(choice: SharingChoice) -> Printed:
    return make(shared_view(choice, MATERIAL))


@cache
def reader(choice: SharingChoice) -> Any:
    return pypdf.PdfReader(io.BytesIO(printed(choice).pdf), strict=True)


def everything_in(choice: SharingChoice) -> str:
    """Every word of the file: pages as text, and each object, stream and entry of its metadata."""
    found = [found_page.extract_text() for found_page in reader(choice).pages]
    for number in range(1, reader(choice).trailer["/Size"]):
        value = reader(choice).get_object(pypdf.generic.IndirectObject(number, 0, reader(choice)))
        found += strings(value)
    return "\n".join(found)


def strings(value: object) -> list[str]:
    found: list[str] = []
    if isinstance(value, StreamObject):
        found.append(value.get_data().decode("latin-1"))
    if isinstance(value, DictionaryObject):
        for each in value.values():
            found += strings(each) if not isinstance(each, pypdf.generic.IndirectObject) else []
    elif isinstance(value, ArrayObject):
        for each in value:
            found += strings(each) if not isinstance(each, pypdf.generic.IndirectObject) else []
    elif isinstance(value, str | ByteStringObject):
        found.append(str(value))
    return found


def structure(choice: SharingChoice) -> list[Any]:
    """The elements of the structure tree, in the order they are read."""
    found: list[Any] = []

    def walk(node: Any) -> None:
        node = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(node, ArrayObject):
            for each in node:
                walk(each)
        elif isinstance(node, DictionaryObject):
            if "/S" in node:
                found.append(node)
            walk(node.get("/K"))

    walk(reader(choice).trailer["/Root"]["/StructTreeRoot"])
    return found


@pytest.mark.parametrize("name", CHOICES)
def test_that_what_is_not_ticked_is_nowhere_in_the_file(name):
    choice = CHOICES[name]
    text = everything_in(choice)

    assert [each for each in unticked(choice.ticked, choice.numbers) if each in text] == []
    assert "What felt heaviest" in text


def test_that_the_search_finds_what_is_ticked_in_text_and_descriptions():
    text = everything_in(SOME)

    for word in ("SecretGad7", "Secret title of workload", "Secret event 3", "Secretwho1"):
        assert word in text
    # the description of the chart of the caseload has its lowest value in the range
    assert "10318.75" in text


def test_that_a_line_only_is_drawn_without_a_number_but_those_of_its_dates():
    value = shared_view(LINE_ONLY, MATERIAL)
    (panel,) = shared_panels.panels(value)
    picture = vector(panel, shared_panels.span(value), style=page.STYLE, size=(600, 170)).decode()
    written = re.findall(r"<!-- (.*?) -->", picture)  # matplotlib's note of each text it draws

    assert written
    assert all(re.fullmatch(r"\d{1,2} (Oct|Nov)|none|most", words) for words in written)


def test_that_the_words_come_in_the_order_they_are_read():
    text = "\n".join(found.extract_text() for found in reader(SOME).pages)
    order = [
        "For supervision",
        "20 November 2026",
        "Self-reported, for a conversation. Not a clinical or HR record.",
        "To talk about",
        "What felt heaviest",
        "What stands out",
        "Secret title of workload",
        "How it has been",
        "SecretFact_Caseload",
        "SecretGad7",
        "What happened",
        "Secret event 3",
        "Notes",
        "Secret note 1 weeks ago",
        "Actions",
        "Secret first action",
    ]
    places = [text.index(words) for words in order]

    assert places == sorted(places)


@pytest.mark.parametrize("name", CHOICES)
def test_that_a_screen_reader_is_told_what_pdf_ua_asks_for(name):
    root = reader(CHOICES[name]).trailer["/Root"]
    metadata = root["/Metadata"].get_data().decode()
    kinds = [element["/S"] for element in structure(CHOICES[name])]

    assert root["/Lang"] == "en-GB"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata
    assert kinds[:2] == ["/Document", "/H1"]
    levels = [int(kind[2:]) for kind in kinds if re.fullmatch(r"/H\d", kind)]
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))  # none is left out
    assert all(
        "/StructParents" in found and found["/Tabs"] == "/S"
        for found in reader(CHOICES[name]).pages
    )


def test_that_each_chart_has_its_description_and_a_line_only_has_no_value_in_it():
    figures = [element for element in structure(SOME) if element["/S"] == "/Figure"]
    described = [figure["/Alt"] for figure in figures]

    assert len(described) == 2
    assert described[0].startswith("SecretFact_Caseload: last 10341.25 people")
    assert described[1] == (
        "SecretGad7: about the same at the end as at the start. "
        "A line without numbers, from 26 October to 16 November 2026."
    )


def test_that_the_table_of_actions_has_headers():
    kinds = [element["/S"] for element in structure(SOME)]

    assert kinds.count("/TH") == kinds.count("/TD") == 4


def test_that_the_metadata_is_title_date_and_the_name_of_the_maker():
    assert dict(reader(SOME).metadata) == {
        "/Title": "For supervision, 20 November 2026",
        "/Creator": reader(SOME).metadata["/Creator"],
        "/CreationDate": "D:20261120000000Z",
        "/ModDate": "D:20261120000000Z",
    }
    assert re.fullmatch(r"Typst [\d.]+", reader(SOME).metadata["/Creator"])


def test_that_what_was_typed_is_never_taken_as_markup():
    evil = '#import "@preview/x:1.0.0" *bold* $x$ #read("/etc/passwd") \\ <label> @ref = no'
    made = make(shared_view(SharingChoice(), MATERIAL), name=evil)
    text = pypdf.PdfReader(io.BytesIO(made.pdf)).pages[0].extract_text()

    assert evil in " ".join(text.split())


def test_that_the_template_asks_for_no_package_and_no_file():
    text = (resources_dir() / "report" / "supervision.typ").read_text(encoding="utf-8")

    assert not re.search(r"#(import|include)|read\(|@preview", text)


def test_that_the_preview_is_a_picture_of_each_page():
    long = replace(shared_view(EVERYTHING, MATERIAL), agenda=("a line",) * 30)
    made = make(long)

    assert len(printed(EVERYTHING).pages) == len(reader(EVERYTHING).pages) == 1
    assert len(made.pages) == 2
    assert all(picture.startswith(b"\x89PNG") for picture in made.pages)


def test_that_each_page_has_its_words_and_none_of_them_was_left_unticked():
    made = make(replace(shared_view(SOME, MATERIAL), agenda=("a line",) * 60))
    words = "\n".join(printed(SOME).words)

    assert len(made.words) == len(made.pages) == 2
    assert made.words[0].startswith("For supervision\n20 November 2026")
    assert "Secret first action" in made.words[1]
    assert "a line" in made.words[0]
    assert [each for each in unticked(SOME.ticked, SOME.numbers) if each in words] == []


def test_that_a_word_too_long_for_a_line_stays_on_the_page():
    long = replace(shared_view(SharingChoice(), MATERIAL), agenda=("W" * 300,))
    found = pypdf.PdfReader(io.BytesIO(make(long).pdf)).pages[0]
    text = found.extract_text().replace("\u200b", "")  # where a line may break
    lines = [line for line in text.splitlines() if "WWW" in line]

    assert len(lines) > 3  # 300 letters of 10.5 pt do not fit in three lines of 174 mm


def test_that_nothing_is_written_while_the_pages_are_made(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    folder = resources_dir() / "report"
    make(shared_view(SharingChoice(), MATERIAL))

    assert list(tmp_path.iterdir()) == []
    assert [path.name for path in folder.iterdir()] == ["supervision.typ"]


def test_that_each_step_is_told_and_one_of_them_may_cancel():
    told: list[tuple[int, int]] = []

    def stop(done: int, total: int) -> None:
        told.append((done, total))
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        make(shared_view(SOME, MATERIAL), step=stop)

    assert told == [(1, 4), (2, 4)]  # two charts, the file and the preview


def test_that_the_summary_says_in_counts_what_leaves_the_computer():
    assert summary(shared_view(SOME, MATERIAL)) == (
        "4 weeks of SecretFact_Caseload, with numbers",
        "4 weeks of SecretGad7, as a line only",
        "1 thing that stands out",
        "1 event",
        "1 note",
        "1 line of the agenda",
        "1 action",
        "no weeks away",
        "no name",
    )
    assert summary(shared_view(SharingChoice(), MATERIAL), name=" Zoë ")[0] == "no charts"
    assert summary(shared_view(SharingChoice(), MATERIAL), name=" Zoë ")[-1] == "your name, Zoë"
    assert "3 events" in summary(shared_view(EVERYTHING, MATERIAL))
    assert "1 week away, with the reason" in summary(shared_view(EVERYTHING, MATERIAL))
