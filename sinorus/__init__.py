"""Prose chronologies of diplomacy as a local SQLite database, asked from the command line."""

__version__ = "0.1.0"
