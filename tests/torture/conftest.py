"""What torture takes: its figures, a disk that fails, a folder in memory, processes to kill."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.torture import failing_disk, recording_disk
from tests.torture.tally import Tally, received

HANGS = "Timeout ("  # how faulthandler begins
WORKER = (
    "import importlib, sys; from tests.torture.tally import watch_from_now_on; "
    "watch_from_now_on(); importlib.import_module(sys.argv[1]).main(sys.argv[2:])"
)

_TOP = Path(__file__).resolve().parents[2]


@pytest.fixture
def figures(request: pytest.FixtureRequest) -> Callable[[str, Tally], None]:
    """Sends a tally along with the test's report, and fails the test if there are faults in it."""

    def add(what: str, tally: Tally) -> None:
        request.node.user_properties.append((f"torture: {what}", tally.packed()))
        assert not tally.faults, f"{len(tally.faults)} faults\n{tally.told()}"

    return add


@pytest.fixture(scope="session")
def failing_disk_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The library that makes a disk fail; skips where there can be none."""
    if failing_disk.why_not():
        pytest.skip(failing_disk.why_not())
    return failing_disk.build(tmp_path_factory.mktemp("disk"))  # a space would end its name


@pytest.fixture(scope="session")
def recording_disk_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The library that makes a disk remember; skips where there can be none."""
    if failing_disk.why_not():
        pytest.skip(failing_disk.why_not())
    return failing_disk.build(tmp_path_factory.mktemp("disk"), recording_disk.SOURCE)


@pytest.fixture
def quick_folder(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory where the system has one: these tests copy vaults by the thousand."""
    memory = Path("/dev/shm")  # noqa: S108 - no secret goes there
    if not os.access(memory, os.W_OK):
        yield tmp_path
        return
    import tempfile

    with tempfile.TemporaryDirectory(dir=memory, prefix="burnout-check-torture-") as name:
        yield Path(name)


class Workers:
    """Processes of this project's, started together; each sends a tally when it is done."""

    def __init__(self) -> None:
        self._processes: list[subprocess.Popen[str]] = []

    def start(self, module: str, *arguments: object, library: Path | None = None) -> None:
        environ = dict(os.environ) if library is None else failing_disk.environment(library)
        self._processes.append(
            subprocess.Popen(
                [sys.executable, "-c", WORKER, f"tests.torture.{module}", *map(str, arguments)],
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
                cwd=_TOP,
                env=environ,
            )
        )

    def tally(self) -> Tally:
        """What all of them counted, once they have ended."""
        total = Tally()
        for process in self._processes:
            output, errors = process.communicate()
            sys.stderr.write(errors)
            if HANGS in errors:
                total.bad("a worker", errors[-600:], "hang")
                continue
            assert process.returncode == 0, f"a worker ended with {process.returncode}"
            total.add(received(output))
        return total

    def end(self) -> None:
        for process in self._processes:
            if process.poll() is None:
                process.kill()
            process.wait()
            for pipe in filter(None, (process.stdout, process.stderr)):
                pipe.close()


@pytest.fixture
def workers() -> Iterator[Workers]:
    found = Workers()
    yield found
    found.end()
