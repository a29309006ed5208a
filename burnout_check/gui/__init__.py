"""The window and its pages; with ``app`` the only place that knows Qt."""
