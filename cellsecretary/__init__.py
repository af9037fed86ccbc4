"""Meetings of a village party cell, from the agenda to the printed minutes."""

__version__ = "0.1.0"
