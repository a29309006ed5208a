"""Runs the app: ``python -m burnout_check``."""

import os
import sys


def _leave_the_start_folder() -> None:
    """Lets no file of the folder it was started in stand in for a library."""
    home = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120
    try:
        here = os.getcwd()  # noqa: PTH109 - pathlib itself could be a file of that folder
    except OSError:
        return
    if not sys.flags.safe_path and sys.path[:1] == [here] and here != home:
        del sys.path[0]


if __name__ == "__main__":
    _leave_the_start_folder()
    from burnout_check.app import main

    sys.exit(main())
