"""A private, offline check-in on work and wellbeing for people in NHS Talking Therapies."""

__version__ = "0.1.0"

__built__ = "2026-11-01"
"""The day from which a clock is believed: no computer can run this version before it."""
