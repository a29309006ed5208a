"""Whether everything works here: each part tried, where the program runs, the report for IT."""
