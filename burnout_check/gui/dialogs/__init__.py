"""What opens over a page: dialogs are opened, never executed, so that nothing waits for them."""
