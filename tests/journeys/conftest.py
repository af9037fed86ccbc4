"""The look of the program, as in the tests of the window."""

from tests.ui.conftest import themed

__all__ = ["themed"]
