"""Walks the real window by key presses and takes a picture of each stop."""
