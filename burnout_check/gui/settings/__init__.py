"""Settings: what can be chosen, thresholds, backups, keys, and about."""
