"""What comes first on Windows: an old one is refused, and a command speaks where it was typed.

Qt does not even load on a Windows before 10, so this knows no Qt. The program has no console of its
own there; one that was started from a console writes into that.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

OLDEST = (10, 0)
"""The first two numbers of the oldest Windows that will do."""

ERROR_SIGN = 0x10
ATTACH_PARENT_PROCESS = -1


def is_too_old(version: tuple[int, ...]) -> bool:
    """Tell whether a Windows of this version cannot run the program: 8.1 is 6.3, 11 is 10.0."""
    return version[:2] < OLDEST


def refused(
    platform: str, version: Callable[[], tuple[int, ...]], tell: Callable[[str], None]
) -> bool:
    """Tell the person when this Windows is too old; say whether it is."""
    if platform != "win32" or not is_too_old(version()):
        return False
    from cellsecretary.messages import Messages

    tell(Messages.load("vi").command("windows_too_old"))
    return True


def version_here() -> tuple[int, ...]:
    """Ask for the version of this Windows; the plain one may be that of a compatibility mode."""
    if sys.platform != "win32":
        return ()
    return tuple(sys.getwindowsversion().platform_version)


def show_box(text: str) -> None:
    """Show a sentence in a box of Windows itself."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.MessageBoxW(None, text, "cellsecretary", ERROR_SIGN)


def speak_in_console() -> None:
    """Let what is printed appear in the console that the program was started from, if there is one.

    What is led into a file or another program goes there without our help.
    """
    if sys.platform == "win32" and sys.stdout is None:
        import ctypes

        if ctypes.windll.kernel32.AttachConsole(ATTACH_PARENT_PROCESS):
            sys.stdout = open("CONOUT$", "w", encoding="utf-8")  # noqa: SIM115 - until the end
            sys.stderr = open("CONOUT$", "w", encoding="utf-8")  # noqa: SIM115
