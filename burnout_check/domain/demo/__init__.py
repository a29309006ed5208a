"""Two years of a made-up person."""
