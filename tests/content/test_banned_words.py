"""Words that are never said to a person, in the content or by the program."""

import ast
import re

import pytest

from burnout_check.paths import resources_dir

BANNED = (
    r"resilien",  # never the person's lack of it
    r"fail(ed|ure|ing)? to cope",
    r"cop(e|ing) (better|skills|strateg)",
    r"commit(s|ted|ting)? suicide",
    r"successful suicide",
    r"mental illness",
    r"mentally ill",
    r"suffer(s|ing)? from",
    r"weakness",
    r"toughen",
    r"\bstreaks?\b",
    r"well done",
    r"good job",
    r"(?<!not )your fault",
    r"you (have|are) (burnt out|burned out|depressed|anxious)",
    r"you have (burnout|depression|anxiety)",
    r"clinical(ly)? (burnout|depress|anxi)",
    r"(wellbeing|burnout) score out of",
    r"you should have",
)
_BANNED = re.compile("|".join(BANNED), re.IGNORECASE)
PROGRAM = resources_dir().parent / "burnout_check"


def of_the_content():
    for file in sorted(resources_dir().rglob("*.toml")):
        yield file.name, file.read_text(encoding="utf-8")


def of_the_program():
    """Every text in the code but docstrings: what may come on the screen."""
    for file in sorted(PROGRAM.rglob("*.py")):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        docstrings = {
            id(node.body[0].value)
            for node in ast.walk(tree)
            if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
            and node.body
            and isinstance(node.body[0], ast.Expr)
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and id(node) not in docstrings:
                yield f"{file.name}:{node.lineno}", str(node.value)


CONTENT = list(of_the_content())
SAID = list(of_the_program())


def test_that_no_banned_word_stands_in_the_content():
    assert [(name, found[0]) for name, text in CONTENT if (found := _BANNED.search(text))] == []


def test_that_the_program_says_no_banned_word():
    assert [(at, found[0]) for at, text in SAID if (found := _BANNED.search(text))] == []


def test_that_nobody_is_shouted_at():
    shouted = re.compile(r"[a-z]!(\s|$)")

    assert [at for at, text in (*SAID, *CONTENT) if shouted.search(text)] == []


@pytest.mark.parametrize(
    "said",
    ["Build your resilience.", "He committed suicide", "You failed to cope", "a 3-week streak"],
)
def test_that_the_list_finds_what_it_is_for(said):
    assert _BANNED.search(said)


@pytest.mark.parametrize("said", ["died by suicide", "not a diagnosis", "a mental health problem"])
def test_that_the_list_leaves_kind_words_alone(said):
    assert not _BANNED.search(said)
