"""Charts on the screen, for every feature that shows one."""
