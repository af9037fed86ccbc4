"""Dialogs, one module each: a question of several lines, answered or left alone."""
