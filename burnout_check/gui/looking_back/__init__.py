"""Looking back: a calendar of weeks, months in a sentence, and all notes in one place."""
