"""The tour: the practice meeting through the window with nobody at it, and nothing left behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication

from cellsecretary.ui.tour import rehearse

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication


@pytest.mark.thorough
def test_a_tour_ends_in_the_minutes_and_leaves_no_language_behind(
    themed: QApplication, tmp_path: Path
) -> None:
    rehearse(tmp_path)
    assert (tmp_path / "BienBan_2026-11-03.pdf").read_bytes().startswith(b"%PDF-")
    assert QCoreApplication.translate("MainWindowForm", "Home") == "Home"
