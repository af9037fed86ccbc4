"""Kinds that come in groups, in whole sentences: what a packet, a rule file or a board says."""
