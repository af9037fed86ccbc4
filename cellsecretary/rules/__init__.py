"""Rule files read, checked, and chosen by date: every number and word that changes by decree."""

from cellsecretary.rules.errors import Reason, RuleFileError
from cellsecretary.rules.rulebook import Rulebook, bundled, load, text_of

__all__ = ["Reason", "RuleFileError", "Rulebook", "bundled", "load", "text_of"]
