"""Fixtures that every folder of tests may use."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Give each test a home of its own: no test may see or touch the books of the person."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOME", str(home))
        for name in ("CONFIG", "DATA", "CACHE", "STATE", "DOCUMENTS"):
            patch.delenv(f"XDG_{name}_HOME", raising=False)
            patch.delenv(f"XDG_{name}_DIR", raising=False)
        if sys.platform == "win32":
            patch.setenv("USERPROFILE", str(home))
            patch.setenv("APPDATA", str(home / "AppData" / "Roaming"))
            patch.setenv("LOCALAPPDATA", str(home / "AppData" / "Local"))
        yield home
