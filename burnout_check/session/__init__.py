"""An open vault and the content: every question and command of the window, one module a subject."""
