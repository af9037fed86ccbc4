"""Who signs: the chair when on the committee, else the first of the committee."""

from __future__ import annotations

from dataclasses import replace

from cellsecretary.core.board.register import BoardRegister
from cellsecretary.core.office import Office
from cellsecretary.core.register import CellRecord
from cellsecretary.core.rows import Member
from cellsecretary.core.signing import issuing, signer, signer_on
from tests.papers import records


def test_the_chair_signs_when_on_the_committee() -> None:
    record = records.october()
    vice = replace(record, meeting=replace(record.meeting, chair="2"))
    assert [(found.name, found.post) for found in map(signer, (record, vice)) if found] == [
        ("Hà Xuân Huy", "Bí thư"),
        ("Hà Quang Đông", "Phó bí thư"),
    ]


def test_the_secretary_signs_what_another_member_chaired() -> None:
    record = records.october()
    found = signer(replace(record, meeting=replace(record.meeting, chair="20")))
    assert found is not None
    assert found.post == "Bí thư"


def test_without_a_committee_nobody_signs_yet() -> None:
    record = records.october()
    people = tuple(replace(person, post="") for person in record.people)
    assert signer(replace(record, people=people)) is None


def test_a_table_is_issued_by_the_cell_of_that_day() -> None:
    record = records.october()
    day = record.meeting.date
    cell, boss = record.cell, Member("1", 1, "Hà Xuân Huy", post="Bí thư")
    office = issuing(CellRecord(cell, members=(boss,)), day, record.rules)
    assert office == Office(cell.superior, cell.name, cell.commune, boss.post, boss.name, day)
    nobody = issuing(CellRecord(cell), day, record.rules)
    assert (nobody.superior, nobody.name) == (cell.superior, cell.name)


def test_an_office_that_was_not_named_yet_issues_without_a_name() -> None:
    day = records.october().meeting.date
    assert BoardRegister().issuing(day) == Office("", "", "", "", "", day)


def test_of_a_period_the_first_of_the_committee_on_that_day_signs() -> None:
    record = records.october()
    day = record.meeting.date
    register = CellRecord(
        record.cell,
        members=(
            Member("a", 1, "Nguyễn Văn Trước", post="Bí thư", left=day),
            Member("b", 2, "Trần Thị Phó", post="Phó bí thư"),
        ),
    )
    found = signer_on(register, day, record.rules)
    assert found is not None
    assert found.name == "Trần Thị Phó"
