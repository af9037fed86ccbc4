"""The program on the evening of the practice meeting: its real start, with the clock of then."""

from __future__ import annotations

import sys
from functools import partial

from cellsecretary.ui import launch, program
from cellsecretary.ui.program import Program
from cellsecretary.ui.tour import CLOCK

if __name__ == "__main__":
    vars(program)["Program"] = partial(Program, clock=lambda: CLOCK)
    sys.exit(launch.run(sys.argv[1:]))
