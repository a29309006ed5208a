"""What is asked, when, what was answered, and the scores of it."""
