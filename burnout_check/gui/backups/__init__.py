"""Backups of an open vault, for every feature that tells of them: made, looked up, in words."""
