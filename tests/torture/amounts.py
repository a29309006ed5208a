"""How much torture: little by default, and what ``dev.py torture`` asks for."""

import os

KILLS = int(os.environ.get("TORTURE_KILLS", "300"))
FLIPS = int(os.environ.get("TORTURE_FLIPS", "1000"))
CUTS = int(os.environ.get("TORTURE_CUTS", "120"))
FUZZ = int(os.environ.get("TORTURE_FUZZ", "100"))
SEED = int(os.environ.get("TORTURE_SEED", "1"))
CALLS = int(os.environ.get("TORTURE_CALLS", "14"))
"""At most how many calls of an operation fail in each way."""
