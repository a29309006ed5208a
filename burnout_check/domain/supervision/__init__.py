"""Supervision: its sessions, its minutes, its agenda, and what is shown to a second person."""
