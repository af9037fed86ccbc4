"""The figures of a period as plain values: what the screens and papers say of it."""

from __future__ import annotations

from dataclasses import replace

from cellsecretary.core.kinds import YearLevel
from cellsecretary.core.life_rows import YearReview
from cellsecretary.core.period import Period, Span
from cellsecretary.core.period_facts import period_facts
from cellsecretary.core.report_figures import report_figures
from cellsecretary.core.visits import visits
from cellsecretary.core.voices import voices
from cellsecretary.core.year_review import YearFact, year_reviews
from tests.core.years import YEAR, by_hand, year
from tests.papers.periods import practice


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


def test_visits_and_meetings_are_told_with_all_their_keys() -> None:
    period = practice("2026-Q4")
    found, told = visits(period), period_facts(period)
    assert [one["name"] for one in told["visits"]["officers"]] == [
        officer.name for officer in found.officers
    ]
    assert found.officers
    for plain, officer in zip(told["visits"]["officers"], found.officers, strict=True):
        assert plain.keys() == {
            "name", "title", "invited", "came", "spoke", "scores_confirmed", "visits",
        }  # fmt: skip
        assert (plain["title"], plain["invited"]) == (officer.title, officer.invited)
        assert (plain["came"], plain["spoke"]) == (officer.came, officer.spoke)
        assert plain["scores_confirmed"] == officer.confirmed
        assert len(plain["visits"]) == len(officer.visits)
    assert told["visits"]["months"] == [
        {"month": f"{line.month:%Y-%m}", "meetings": line.meetings, "visits": line.visits}
        for line in found.months
    ]
    for line in told["attendance"]["meetings"]:
        assert {"meeting", "date", "kind", "on_paper_only"} <= line.keys()


def test_each_member_is_told_with_what_was_heard_of_them() -> None:
    period = practice("2026-Q4")
    told, found = period_facts(period)["voices"]["members"], voices(period).members
    assert found
    for plain, one in zip(told, found, strict=True):
        assert (plain["member"], plain["number"], plain["name"]) == (
            one.member, one.number, one.name,
        )  # fmt: skip
        assert (plain["present"], plain["spoke"]) == (one.present, one.spoke)
        assert plain["opinions"] == one.opinions
        last = plain["last"] and (plain["last"]["meeting"], plain["last"]["date"])
        assert last == (one.last and (one.last[0], one.last[1].isoformat()))
        assert plain["unheard_months"] == (one.unheard.months if one.unheard else None)


def test_a_year_without_anything_has_no_class() -> None:
    found = period_facts(year())["year"]
    assert (found["own"], found["superior"], found["scores"]) == (None, None, [])


def test_the_report_says_each_number_with_the_meetings_behind_it() -> None:
    period = by_hand()
    found = period_facts(period)["report"]
    assert [line["figure"] for line in found] == [one.key for one in report_figures(period).lines]
    by = {line["figure"]: line for line in found}
    assert by["members"] == {
        "figure": "members", "count": 10, "base": None, "percent": None, "meetings": [],
    }  # fmt: skip
    assert (by["present"]["count"], by["present"]["base"], by["present"]["percent"]) == (
        90, 100, 90.0,
    )  # fmt: skip
    assert by["given"]["meetings"] == ["on 2026-01-03"]
    assert by["unanswered"] == {
        "figure": "unanswered", "count": 1, "base": None, "percent": None,
        "meetings": ["on 2026-02-03"],
    }  # fmt: skip
    points = [(line["count"], line["meetings"]) for line in found if line["figure"] == "score"]
    assert points == [(95, ["on 2026-01-03"]), (84, ["on 2026-02-03"])]


def test_a_quarter_counts_its_thematic_meetings_in_the_report_and_has_no_ratings() -> None:
    base = by_hand()
    quarter = Period(Span.QUARTER, 2026, 3)
    held = [one for one in base.records if quarter.first <= one.meeting.date <= quarter.last]
    found = period_facts(replace(base, period=quarter, records=tuple(held)))
    (thematic,) = (line for line in found["report"] if line["figure"] == "thematic")
    assert (thematic["count"], thematic["base"]) == (1, 1)
    assert thematic["meetings"] == ["on 2026-08-03"]
    assert found["reviews"] is None


def test_a_year_tells_how_members_and_cell_were_rated_and_what_the_year_says_of_them() -> None:
    base = by_hand()
    rated = (
        YearReview("y0", 2026, None, level=YearLevel.GOOD),
        YearReview("y1", 2026, "m1", 30, 65, YearLevel.OUTSTANDING, "Gương mẫu"),
        YearReview("y2", 2026, "m2", 20, None),
        YearReview("y3", 2025, "m3", 30, 65, YearLevel.OUTSTANDING),
    )
    period = replace(base, register=replace(base.register, year_reviews=rated))
    found, lines = period_facts(period)["reviews"], year_reviews(period)
    assert (found["rated"], found["waiting"]) == (1, 9)
    assert found["levels"] == {"outstanding": 1, "good": 0, "fulfilled": 0, "not_fulfilled": 0}
    assert found["most_outstanding"] == lines.most_outstanding
    assert found["above_cap"] == lines.above_cap == 1
    assert (found["cell"]["level"], found["cell"]["points"]) == ("good", None)
    assert found["cell"]["facts"]["present"]["percent"] == 90.0
    first, second, third, *_ = found["members"]
    assert (first["number"], first["points"], first["level"]) == (1, 95, "outstanding")
    assert (first["proposed"], first["note"]) == ("outstanding", "Gương mẫu")
    assert set(first["facts"]) == {fact.value for fact in YearFact}
    assert first["facts"]["spoken"] == {
        "count": 10, "base": 10, "percent": 100.0,
        "meetings": [one.meeting.id for one in period.records],
    }  # fmt: skip
    assert first["facts"]["in_time"]["count"] == 1
    assert (second["general"], second["points"], second["level"]) == (20, None, None)
    assert (third["general"], third["left_out"]) == (None, None)


def test_a_year_without_meetings_has_ratings_of_nothing() -> None:
    found = period_facts(year(period=YEAR))["reviews"]
    assert found["cell"]["facts"]["present"] == {
        "count": 0, "base": 0, "percent": None, "meetings": [],
    }  # fmt: skip
    assert found["rated"] == 0
