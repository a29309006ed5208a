"""This week: the first page."""
