"""The window and its pages; with ``app`` the only place that knows Qt."""

from burnout_check.gui.look.boundary import install_boundary

install_boundary()  # before any class here is made
