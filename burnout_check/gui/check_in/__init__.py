"""The check-in: its form, and what it says when it is saved."""
