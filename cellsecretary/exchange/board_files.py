"""The tables of a board as files, the same whether the window or a command asks for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from cellsecretary.core.board.charts import board_chart
from cellsecretary.core.board.tables import board_table
from cellsecretary.exchange.table_files import write_table

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from cellsecretary.core.board.charts import BoardChart, BoardChartWords
    from cellsecretary.core.board.record import BoardRecord
    from cellsecretary.core.board.table_words import BoardTable, TableWords
    from cellsecretary.core.period import Period
    from cellsecretary.core.ruleset import RuleSet

    class Words(TableWords, BoardChartWords, Protocol):
        """What tables and charts say."""


def write_board_table(
    board: BoardRecord,
    kind: BoardTable,
    period: Period,
    path: Path,
    rules: RuleSet,
    today: dt.date,
    say: Words,
    chart: BoardChart | None = None,
) -> None:
    """Write a table of a period as .csv, .xlsx or .pdf; a chart stands in a PDF alone.

    `rules` are those of the last day of the period. Another suffix raises `PaperError`, and so
    does a file that cannot be written; the old one stays then.
    """
    table = board_table(kind, board, period, rules, today, say)
    drawn = board_chart(chart, kind, board, period, rules, today, say) if chart else None
    write_table(table, path, rules, board.register.issuing(today), drawn)
