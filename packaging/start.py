"""What a frozen program begins with."""

import sys

from burnout_check.app import main

if __name__ == "__main__":
    sys.exit(main())
