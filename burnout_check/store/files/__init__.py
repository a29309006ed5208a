"""The files of a data folder: written whole, locked, backed up, replaced, erased."""
