"""Which lines of the grid are wanted, how months are counted, and the facts of single cells."""

from __future__ import annotations

import datetime as dt

from cellsecretary.core.board.cell_facts import cell_facts, turned_away
from cellsecretary.core.board.grid import CellLine, GridLine, MonthField, MonthState
from cellsecretary.core.board.grid_choice import (
    GridChoice,
    chosen_lines,
    month_counts,
    superiors,
    times,
)
from cellsecretary.core.board.record import BoardRecord
from cellsecretary.core.board.register import BoardRegister
from cellsecretary.core.board_rows import Acceptance, AcceptanceKind, PaperMinutes

NOW = dt.datetime(2026, 11, 26, 8, 0)
MISSING, LATE, RECEIVED = MonthState.MISSING, MonthState.LATE, MonthState.RECEIVED


def line(name: str, *states: MonthState, superior: str = "Đảng ủy A") -> GridLine:
    cell = CellLine(name, name, superior, on_paper=False, names=(name, f"{name} cũ"))
    months = (MonthField(dt.date(2026, n, 1), state) for n, state in enumerate(states, 1))
    return GridLine(cell, tuple(months))


LINES = (
    line("Chi bộ Đồng Tâm", RECEIVED, MISSING),
    line("Chi bộ thôn 3", LATE, RECEIVED, superior="Đảng ủy B"),
    line("Chi bộ thôn 10", MISSING, MISSING),
)


def names(choice: GridChoice) -> list[str]:
    return [one.cell.name for one in chosen_lines(LINES, choice)]


def test_nothing_wanted_is_everything_in_its_order() -> None:
    assert chosen_lines(LINES, GridChoice()) == LINES


def test_words_are_found_without_tones_and_in_other_names() -> None:
    assert names(GridChoice(text="dong TAM")) == ["Chi bộ Đồng Tâm"]
    assert names(GridChoice(text="cu 10")) == ["Chi bộ thôn 10"]
    assert names(GridChoice(text="thon x")) == []


def test_a_superior_and_a_state_narrow_it_down() -> None:
    assert names(GridChoice(superior="Đảng ủy B")) == ["Chi bộ thôn 3"]
    assert names(GridChoice(state=LATE)) == ["Chi bộ thôn 3"]
    assert names(GridChoice(superior="Đảng ủy A", state=LATE)) == []


def test_who_lacks_most_comes_first_and_the_rest_keeps_its_order() -> None:
    found = names(GridChoice(missing_first=True))
    assert found == ["Chi bộ thôn 10", "Chi bộ Đồng Tâm", "Chi bộ thôn 3"]


def test_months_are_counted_once_each() -> None:
    counts = month_counts(LINES)
    assert list(counts.items()) == [(MISSING, 3), (LATE, 1), (RECEIVED, 2)]
    assert sum(counts.values()) == sum(len(one.months) for one in LINES)
    assert times(LINES[2], MISSING) == 2


def test_superiors_are_named_once() -> None:
    assert superiors(one.cell for one in LINES) == ("Đảng ủy A", "Đảng ủy B")


def answer(cell: str, kind: AcceptanceKind, value: str, *, accepted: bool) -> Acceptance:
    return Acceptance(f"{cell}:{kind}:{value}", cell, kind, value, accepted, NOW)


def test_a_cell_turned_away_is_named_once_and_a_key_by_itself() -> None:
    kinds = AcceptanceKind
    register = BoardRegister(
        acceptances=(
            answer("x", kinds.CELL, "Đảng ủy X", accepted=False),
            answer("x", kinds.NAME, "Chi bộ lạ", accepted=False),
            answer("Chi bộ thôn 3", kinds.CELL, "Đảng ủy B", accepted=True),
            answer("Chi bộ thôn 3", kinds.KEY, "ab", accepted=False),
            answer("Chi bộ thôn 3", kinds.NAME, "Chi bộ giả", accepted=False),
        )
    )
    board = BoardRecord(register, tuple(one.cell for one in LINES), ())
    found = turned_away(board)
    assert [(one.name, one.superior, one.whole, one.key) for one in found] == [
        ("Chi bộ lạ", "Đảng ủy X", True, ""),
        ("Chi bộ thôn 3", "", False, "ab"),
        ("Chi bộ giả", "", False, ""),
    ]
    assert len(found[0].answers) == 2


def test_paper_counts_as_something_that_came() -> None:
    ticks = [
        PaperMinutes("1", "Chi bộ thôn 3", dt.date(2026, 1, 1), dt.date(2026, 2, 3), NOW),
        PaperMinutes("2", "Chi bộ thôn 3", dt.date(2026, 2, 1), dt.date(2026, 3, 4), NOW),
        PaperMinutes("3", "Chi bộ thôn 3", dt.date(2026, 3, 1), None, NOW),
    ]
    cells = tuple(one.cell for one in LINES)
    board = BoardRecord(BoardRegister(paper_minutes=tuple(ticks)), cells, ())
    facts = {one.cell.name: one for one in cell_facts(board)}
    assert facts["Chi bộ thôn 3"].last == dt.date(2026, 3, 4)
    assert facts["Chi bộ thôn 10"].last is None
    assert not facts["Chi bộ thôn 3"].sends
    assert facts["Chi bộ thôn 3"].other_names == ("Chi bộ thôn 3 cũ",)
