"""Runs the app: ``python -m burnout_check``."""

import sys

from burnout_check.app import main

if __name__ == "__main__":
    sys.exit(main())
