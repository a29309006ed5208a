"""What stands out, as a list and with its reasons, for every feature that says so."""
