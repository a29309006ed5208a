"""What the program is called in installers and lists, and its version, which is typed once."""

from __future__ import annotations

import ast
import tomllib
from typing import Any

from console import ROOT

NAME = "Burnout Check"
SUMMARY = "A private, offline check-in on work and wellbeing"
LICENCE = "Apache-2.0"


def version() -> str:
    """The program's version, read from the one place it is typed in, without running anything."""
    source = (ROOT / "burnout_check" / "__init__.py").read_text(encoding="utf-8")
    for statement in ast.parse(source).body:
        if isinstance(statement, ast.Assign) and ast.unparse(statement.targets[0]) == "__version__":
            return str(ast.literal_eval(statement.value))
    raise LookupError("burnout_check/__init__.py has no __version__")


def facts() -> dict[str, Any]:
    """What bundle.toml says, by table."""
    return tomllib.loads((ROOT / "packaging" / "bundle.toml").read_text(encoding="utf-8"))


def as_component() -> dict[str, Any]:
    """The program itself in a list of parts."""
    return {
        "bom-ref": "burnout-check",
        "type": "application",
        "name": NAME,
        "version": version(),
        "licenses": [{"license": {"id": LICENCE}}],
    }
