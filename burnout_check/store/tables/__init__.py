"""The tables of the vault, one module for each kind of record."""
