"""What may help, as cards that do what they offer, for every feature that suggests it."""
