"""Writes the public holidays that move from year to year into the rule file of days.

python -m tools.holidays        for the years FIRST to LAST, as the package `holidays` has them

The program reads the file alone: the package takes a tenth of a second to import, and an old
meeting must not depend on which version of it is installed. A test compares the two.
"""

import datetime as dt
import re
import sys
from pathlib import Path

from holidays.countries.vietnam import Vietnam

FILE = Path(__file__).resolve().parent.parent / "resources" / "rules" / "days.toml"
FIRST, LAST = 2021, 2060
# The days beside are those of `fixed_days`.
FIXED = ("01-01", "04-30", "05-01", "09-02", "11-24")


def moving_days(year: int) -> list[dt.date]:
    """Give the holidays of a year whose date is another one each year.

    Days off in lieu of a weekend are left out: the State announces them year by year.
    """
    found = Vietnam(years=year, observed=False)  # type: ignore[no-untyped-call]
    return sorted(day for day in found if day.year == year and f"{day:%m-%d}" not in FIXED)


def lines() -> str:
    """Give the days as the rule file has them, one line a year."""
    years = range(FIRST, LAST + 1)
    return "".join(f"  {', '.join(map(str, moving_days(year)))},\n" for year in years)


def main() -> int:
    """Write the file."""
    text = FILE.read_text(encoding="utf-8")
    head, mark, rest = text.partition("[[yearly_days]]")
    written = re.sub(r"(?<=\ndays = \[\n).*?(?=\]\n)", lines(), rest, count=1, flags=re.DOTALL)
    FILE.write_text(head + mark + written, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
