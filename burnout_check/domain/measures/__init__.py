"""Anything with one number a week: its series, its usual, and what a change in it is worth."""
