"""The parts that two features or more are made of; they know no session."""
