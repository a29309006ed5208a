"""A private, offline check-in on work and wellbeing for people in NHS Talking Therapies."""

__version__ = "0.1.0"
