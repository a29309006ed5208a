"""The encrypted vault: the only part that knows SQLCipher, sqlite-utils and PyNaCl.

Nothing is imported here, so that asking whether there is a vault (``folder.vault_exists``) stays
quick while the heavy libraries load in the background.
"""
