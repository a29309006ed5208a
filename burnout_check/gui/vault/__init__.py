"""The vault before and around a session: first run, unlock, restore, keys, erase."""
