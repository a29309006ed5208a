"""What is said of numbers: tiles, sentences, comparisons, and what goes together."""
