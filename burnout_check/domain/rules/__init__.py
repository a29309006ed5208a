"""What a rule is, whether it speaks, in which words, and what the person changed about it."""
