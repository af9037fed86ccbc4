"""Tab goes through every view as one reads, reaches all that can be used, and is let go again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui.focus import go_round, order_faults, unreached, usable
from tests.ui.walks import every_face

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication


@pytest.mark.thorough
def test_tab_goes_as_one_reads(
    themed: QApplication, scene_files: tuple[Path, Path], tmp_path: Path
) -> None:
    found = []
    for place, window in every_face(themed, scene_files, tmp_path, "vi"):
        wanted = usable(window)
        there = go_round(window)
        found += [f"{place}: {fault}" for fault in there.faults]
        found += [f"{place}: {fault}" for fault in unreached(wanted, there.stops)]
        found += [f"{place}: {fault}" for fault in order_faults(there.stops)]
        back = go_round(window, back=True)
        found += [f"{place}: back, {fault}" for fault in back.faults]
        if set(there.stops) - set(back.stops):
            found.append(f"{place}: Shift+Tab leads elsewhere than Tab")
    assert found == [], "\n".join(found)
