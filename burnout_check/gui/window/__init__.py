"""The window: what stands in it, what watches over it, and dialogs over everything."""
