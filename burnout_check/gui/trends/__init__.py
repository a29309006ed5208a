"""Trends: charts, their table, events, and what goes together."""
