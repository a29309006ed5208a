"""Content files to domain objects: what is malformed is refused with file, field and reason."""
