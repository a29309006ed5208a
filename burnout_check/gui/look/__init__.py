"""Colours, type, size and symbols: how everything looks, on this computer."""
