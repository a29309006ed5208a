"""The parts that pages are made of; they know Qt and the look of the app, and nothing else."""
