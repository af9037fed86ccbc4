"""The peak of memory of a process; it imports little, for it stands in processes that are bare."""

from __future__ import annotations

import sys
from pathlib import Path


def peak() -> float:
    """Give the most memory that this process alone ever had, in MiB."""
    try:
        # Linux counts in that of `resource` what the parent had.
        status = Path("/proc/self/status").read_text(encoding="ascii")
        return int(status.split("VmHWM:")[1].split()[0]) / 2**10
    except FileNotFoundError:
        import resource

        unit = 2**20 if sys.platform == "darwin" else 2**10
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
