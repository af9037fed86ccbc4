"""The figures of a period as plain values: what the screens and papers say of it."""

from __future__ import annotations

from cellsecretary.core.period_facts import period_facts
from tests.core.years import by_hand, year


def test_the_year_as_plain_values_says_what_its_page_says() -> None:
    found = period_facts(by_hand())["year"]
    assert found["months"][3:5] == [
        {"month": "2026-04", "meeting": "on 2026-04-17", "on_day": True},
        {"month": "2026-05", "meeting": "on 2026-05-21", "on_day": False},
    ]
    assert found["months"][11] == {"month": "2026-12", "meeting": None, "on_day": False}
    assert found["own"] == {
        "mean": 89.5, "class": "fair", "meetings": ["on 2026-01-03", "on 2026-02-03"],
    }  # fmt: skip
    assert found["scores"][1] == {
        "meeting": "on 2026-02-03",
        "own": {"points": 84, "total": 100, "class": "fair"},
        "superior": None,
    }
    assert found["thematic"][2] == {
        "quarter": "2026-Q3", "wanted": 1, "held": 1, "planned": 0, "meetings": ["on 2026-08-03"],
    }  # fmt: skip
    assert found["tasks"] == {
        "given": ["T0", "T1", "T2"], "in_time": ["T0"], "late": ["T1"], "open": ["T1", "T2"],
    }  # fmt: skip
    assert found["petitions"] == {"raised": 2, "unanswered": 1}
    assert found["cancelled"] == ["on 2026-11-03"]


def test_a_year_without_anything_has_no_class() -> None:
    found = period_facts(year())["year"]
    assert (found["own"], found["superior"], found["scores"]) == (None, None, [])
