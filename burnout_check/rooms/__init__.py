"""What a session offers, one room for each subject; a room knows the vault, never the window."""
