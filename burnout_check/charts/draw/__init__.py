"""Charts drawn: the only place that knows matplotlib."""
