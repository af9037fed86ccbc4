"""What keeps the source tree: not part of the program."""
