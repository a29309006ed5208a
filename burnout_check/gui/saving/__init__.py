"""Asking a person for a file or a folder; one way for all that is saved."""
