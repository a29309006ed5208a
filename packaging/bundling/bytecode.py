"""Compiles a folder's sources, so that Python neither does so at each start nor wants to write."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

# Runs on the other Python. Unchecked: the sources' times, which a zip or an installer may
# change, play no part. One process, in order, under names without this machine's folders.
_COMPILER = """
import py_compile, sys
from pathlib import Path
root, tag, instead = Path(sys.argv[1]), sys.argv[2], sys.argv[3] == "instead"
mode = py_compile.PycInvalidationMode.UNCHECKED_HASH
sources = sorted(root.rglob("*.py"))
for file in sources:
    name = root.name + "/" + file.relative_to(root).as_posix()
    beside = file.parent / "__pycache__" / (file.stem + "." + tag + ".pyc")
    target = file.with_suffix(".pyc") if instead else beside
    py_compile.compile(str(file), str(target), name, doraise=True, invalidation_mode=mode)
if instead:
    for file in sources:
        file.unlink()
"""


def compiler(tag: str) -> Path | None:
    """A Python of this machine that compiles for the runtime ``tag`` (as 313), if there is one."""
    name = f"python{tag[0]}.{tag[1:]}"
    candidates = [shutil.which(name)]
    candidates += [str(file) for file in Path.home().glob(f".pyenv/versions/*/bin/{name}")]
    for candidate in filter(None, candidates):
        done = subprocess.run(
            [candidate, "-c", "import sys; print(sys.implementation.cache_tag)"],
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        if done.stdout.strip() == f"cpython-{tag}":
            return Path(candidate)
    return None


def compile_all(
    command: Sequence[str | Path], folder: Path, *, tag: str, instead: bool = False
) -> bool:
    """Compile every source below ``folder``.

    Args:
        command: what starts a Python of the runtime's own minor version.
        folder: with the sources.
        tag: as 313.
        instead: whether the sources give way to what was compiled of them, all or none.

    Returns:
        Whether all were compiled.
    """
    way = "instead" if instead else "beside"
    done = subprocess.run(
        [*command, "-I", "-c", _COMPILER, folder, f"cpython-{tag}", way],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    return done.returncode == 0
