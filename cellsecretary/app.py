"""The composition root: arguments, log, translators, and the window of the book that is open."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

TOUR = "--tour"
"""The option that takes the practice cell through the window with nobody at it."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command or open the window; give the exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    from cellsecretary import windows_start

    if windows_start.refused(sys.platform, windows_start.version_here, windows_start.show_box):
        return 1
    if words:
        windows_start.speak_in_console()
    if words and words[0].isidentifier():
        # Every command is one word; the file of a book has a dot in its name.
        from cellsecretary import commands

        if commands.is_command(words[0]):
            return commands.run(words)
    if words[:1] == ["--self-test"]:
        from cellsecretary.selftest import self_test
        from cellsecretary.ui.tour import rehearse

        return self_test(rehearse)
    if any(word.split("=")[0] == TOUR for word in words):
        from cellsecretary.ui import tour

        return tour.run(words)
    from cellsecretary.ui import launch

    return launch.run(words)
