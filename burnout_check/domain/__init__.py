"""What the app knows about check-ins, scores, rules and support: pure, no clock, no files."""
