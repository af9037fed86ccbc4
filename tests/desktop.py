"""A desktop of its own for tests that need a real one: screen, bus and window manager."""

from __future__ import annotations

import shutil
import subprocess
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

MANAGER = shutil.which("openbox")
SCREEN = ("Xvfb", "-displayfd", "1", "-screen", "0", "1366x768x24", "-nolisten", "tcp")
SESSION_BUS = ("dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address")
"""Both say in their first line how they are reached."""


@contextmanager
def told_by(*command: str, env: Mapping[str, str]) -> Iterator[str]:
    """Keep a process that tells in its first line how to reach it; give the line."""
    with subprocess.Popen(
        command, env=env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        assert process.stdout is not None
        try:
            yield process.stdout.readline().strip()
        finally:
            process.terminate()


@contextmanager
def managed(env: Mapping[str, str]) -> Iterator[None]:
    """Keep a window manager, where there is one: it lets the keyboard be in a window."""
    if not MANAGER:
        yield
        return
    quiet = subprocess.DEVNULL
    with subprocess.Popen([MANAGER], env=env, stdout=quiet, stderr=quiet) as manager:
        try:
            yield
        finally:
            manager.terminate()
