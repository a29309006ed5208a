"""What the person means to do, as lists and forms, for every feature that shows it."""
