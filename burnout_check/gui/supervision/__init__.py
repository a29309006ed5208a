"""Supervision: prepared, had by two people in the joint view, and looked back on."""
