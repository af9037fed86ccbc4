"""The pages of the look back at a year, one thing that a good secretary keeps an eye on each."""
