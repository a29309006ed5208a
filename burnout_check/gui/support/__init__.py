"""Support: suggestions, shelves, and help nearby."""
