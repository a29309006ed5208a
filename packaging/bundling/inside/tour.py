"""Runs inside a bundle under Wine: the tour, with the drawing library loaded beforehand.

Wine 8 sometimes stands still for good when the library's DLLs are loaded on a second thread while
a window is up. The program loads them so, and on Windows that is usual; here it would end the try.
"""

import sys

from burnout_check.app import main
from burnout_check.charts.draw import picture

if __name__ == "__main__":
    sys.exit(main(["--tour", sys.argv[1]]) if picture else 1)
