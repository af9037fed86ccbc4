"""One module a panel; panels know the session and never each other."""
