"""The command line: what it prints, its exit codes, never a trace."""

from __future__ import annotations

import datetime as dt
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cellsecretary.core.operations.calendar import choose_day
from cellsecretary.core.operations.rule_files import accept_rule_file
from cellsecretary.core.year_plan import month_plan
from cellsecretary.exchange.handover import receive
from cellsecretary.rules import bundled
from cellsecretary.store import Book
from cellsecretary.store.records import cell_record
from tests.building import NOVEMBER, OCTOBER, THON_3, carry_out, replayed
from tests.papers.pages import text_of
from tests.rules.files import handed_out

if TYPE_CHECKING:
    from collections.abc import Callable

    Run = Callable[..., subprocess.CompletedProcess[str]]

ROOT = Path(__file__).parent.parent


@pytest.fixture
def book(tmp_path: Path, replayed_file: Path) -> Path:
    return Path(shutil.copy(replayed_file, tmp_path / "a.chibo"))


def _refused(done: subprocess.CompletedProcess[str], code: int = 1) -> str:
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    assert done.stderr.strip()
    return done.stderr


@pytest.mark.parametrize(
    "words", [("paper", "--list"), ("show", "no.chibo", "--json"), ("plan", "no.chibo")]
)
def test_a_process_of_its_own_says_the_same(run: Run, process: Run, words: tuple[str, ...]) -> None:
    here, there = run(*words), process(*words)
    assert (here.returncode, here.stdout) == (there.returncode, there.stdout)
    # How it was started is in the usage, and nowhere else.
    assert here.stderr.splitlines()[-1:] == there.stderr.splitlines()[-1:]


def test_demo_says_why_a_meeting_stays_open_and_exits_with_0(tmp_path: Path, run: Run) -> None:
    done = run("demo", tmp_path / "a.chibo", "--from", THON_3, "--progress")
    assert done.returncode == 0
    lines = done.stdout.splitlines()
    assert lines[0].startswith("committed 1 ")
    committed = [line for line in lines if line.startswith("committed ")]
    assert [int(line.split()[1]) for line in committed] == list(range(1, len(committed) + 1))
    assert "T4" in lines[-1]
    assert "T3" not in lines[-1]


@pytest.mark.parametrize("day", [OCTOBER, NOVEMBER])
def test_show_gives_exactly_the_expected_facts(book: Path, run: Run, day: str) -> None:
    shown = json.loads(run("show", book, "--meeting", day, "--json").stdout)
    expected = json.loads(THON_3.read_text(encoding="utf-8"))["expected"][day]
    assert shown["facts"] == expected
    assert list(shown["facts"]) == list(expected)
    assert shown["state"] == ("closed" if day == OCTOBER else "running")
    assert all(vote["result"]["passed"] for vote in shown["votes"])


def test_show_gives_the_figures_of_a_period(book: Path, run: Run) -> None:
    shown = json.loads(run("show", book, "--period", "2026-Q4", "--json").stdout)
    assert (shown["period"], shown["first"], shown["last"]) == (
        "2026-Q4",
        "2026-10-01",
        "2026-12-31",
    )
    assert shown["draft"]
    attendance = shown["attendance"]
    assert attendance["whole"]["percent"] == 93.3
    members = [member["required"] for member in attendance["members"]]
    assert sum(members) == attendance["whole"]["required"]
    heard = shown["voices"]
    assert sum(member["spoke"] for member in heard["members"]) == sum(
        meeting["spoke"] for meeting in heard["meetings"]
    )
    assert heard["spoke"] == sum(member["last"] is not None for member in heard["members"]) > 0
    assert {member["unheard_months"] for member in heard["members"]} == {None}
    assert [month["visits"] for month in shown["visits"]["months"]] == [1, 1, 0]
    (petition,) = shown["petitions"]
    assert (petition["date"], petition["state"], petition["told"]) == (
        "2026-10-03",
        "to_send",
        None,
    )
    assert shown["products"] == []
    _refused(run("show", book, "--period", "2026-13", "--json"))
    both = run("show", book, "--period", "2026", "--meeting", OCTOBER, "--json")
    assert both.returncode == 2


def test_show_takes_the_kind_behind_the_date(book: Path, run: Run) -> None:
    assert run("show", book, "--meeting", f"{OCTOBER}:regular", "--json").returncode == 0
    _refused(run("show", book, "--meeting", f"{OCTOBER}:thematic", "--json"))
    _refused(run("show", book, "--meeting", "2026-13-01", "--json"))


def test_paper_writes_the_minutes(book: Path, tmp_path: Path, run: Run) -> None:
    target = tmp_path / "out.pdf"
    assert run("paper", book, "--form", "minutes", "-o", target).returncode == 0
    assert target.read_bytes().startswith(b"%PDF-")
    assert "minutes" in run("paper", "--list").stdout.split()


def test_a_paper_that_cannot_be_written_leaves_the_old_one(
    book: Path, tmp_path: Path, run: Run
) -> None:
    target = tmp_path / "out.pdf"
    target.write_bytes(b"old")
    _refused(run("paper", book, "--form", "poem", "-o", target))
    assert target.read_bytes() == b"old"
    _refused(run("paper", book, "--form", "minutes", "-o", tmp_path / "no" / "out.pdf"))


@pytest.mark.parametrize(
    "words",
    [
        ["--form", "report", "--period", "2026-10"],
        ["--form", "report", "--period", "2026-Q4"],
        ["--form", "report", "--meeting", OCTOBER],
        ["--form", "attendance-year"],
        ["--form", "member-tasks", "--period", "2026", "--member", "6"],
        ["--form", "meeting-file", "--period", "2026"],
        ["--form", "extract", "--meeting", OCTOBER, "--item", "4", "--item", "7"],
        ["--form", "assignment", "--meeting", OCTOBER, "--member", "6"],
        ["--form", "assignment", "--meeting", OCTOBER, "--member", "6", "--member", "9"],
        ["--form", "resolution", "--meeting", OCTOBER, "--number", "12"],
    ],
    ids=" ".join,
)
def test_paper_takes_a_period_a_member_items_or_a_number(
    book: Path,
    tmp_path: Path,
    run: Run,
    words: list[str],
) -> None:
    target = tmp_path / "out.pdf"
    assert run("paper", book, *words, "-o", target).returncode == 0
    assert target.read_bytes().startswith(b"%PDF-")


def test_members_are_asked_for_by_their_numbers(book: Path, tmp_path: Path, run: Run) -> None:
    target = tmp_path / "out.pdf"
    words = ["--form", "assignment", "--meeting", OCTOBER, "--member", "6"]
    assert run("paper", book, *words, "-o", target).returncode == 0
    text = text_of(target.read_bytes())
    assert "Giao đồng chí Ma Thị Bích Quỳnh" in text
    assert text.count("Giao đồng chí") == 1


@pytest.mark.parametrize(
    "words",
    [
        ["--form", "report", "--period", "2026-13"],
        ["--form", "attendance-year", "--period", "2026-10"],
        ["--form", "minutes", "--period", "2026"],
        ["--form", "extract", "--item", "99"],
        ["--form", "assignment", "--member", "999"],
        ["--form", "member-tasks", "--period", "2026", "--member", "999"],
        ["--form", "assignment", "--item", "4"],
        ["--form", "minutes", "--member", "6"],
        ["--form", "resolution", "--meeting", OCTOBER, "--number", "99"],
    ],
    ids=" ".join,
)
def test_what_there_is_no_paper_of_gets_one_sentence(
    book: Path,
    tmp_path: Path,
    run: Run,
    words: list[str],
) -> None:
    target = tmp_path / "out.pdf"
    assert len(_refused(run("paper", book, *words, "-o", target)).strip().splitlines()) == 1
    assert not target.exists()


@pytest.mark.parametrize("words", [["show"], ["demo"], ["show", "a", "--colour"], ["paper", "a"]])
def test_wrong_usage_exits_with_2(words: list[str], run: Run) -> None:
    _refused(run(*words), 2)


@pytest.mark.parametrize(
    "content", [b"", b"no book", b"SQLite format 3\x00" + bytes(4080), None], ids=str
)
def test_what_is_no_book_gets_one_sentence(content: bytes | None, tmp_path: Path, run: Run) -> None:
    path = tmp_path / "a.chibo"
    if content is not None:
        path.write_bytes(content)
    sentence = _refused(run("show", path, "--json"))
    assert len(sentence.strip().splitlines()) == 1
    assert not content or path.read_bytes() == content


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"member": 12', '"member": 120'),
        ('"no": 2,', '"no": 1,'),
        ('"date": "2026-11-03"', '"date": "2026-11-33"'),
        ('"minutes": 20', '"minutes": "twenty"'),
        ('"for": 41', '"for": 52'),
        ('"schema": 1', '"schema": 9'),
        ('"cell"', '"cells"'),
        (
            "{",
            "",
        ),
    ],
)
def test_a_broken_scenario_gets_one_sentence_and_no_book(
    old: str, new: str, tmp_path: Path, run: Run
) -> None:
    broken = tmp_path / "broken.json"
    text = THON_3.read_text(encoding="utf-8")
    assert old in text
    broken.write_text(text.replace(old, new, 1), encoding="utf-8")
    _refused(run("demo", tmp_path / "a.chibo", "--from", broken))
    assert not (tmp_path / "a.chibo").exists()


def test_demo_never_overwrites(book: Path, run: Run) -> None:
    before = book.read_bytes()
    _refused(run("demo", book, "--from", THON_3))
    assert book.read_bytes() == before


def test_plan_gives_one_entry_for_each_month(book: Path, run: Run) -> None:
    done = run("plan", book, "--from", "2030-01", "--months", "3", "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == [
        {
            "for_month": "2030-01",
            "date": "2030-01-03",
            "reason": "",
            "needs_decision": False,
            "proposals": [],
        },
        {
            "for_month": "2030-02",
            "date": "2030-02-03",
            "reason": "Ngày đã định là ngày nghỉ lễ",
            "needs_decision": True,
            "proposals": ["2030-01-31", "2030-02-06"],
        },
        {
            "for_month": "2030-03",
            "date": "2030-03-03",
            "reason": "",
            "needs_decision": False,
            "proposals": [],
        },
    ]


def test_plan_gives_what_the_secretary_decided(book: Path, run: Run) -> None:
    opened = Book.open(book, bundled())
    months = month_plan(cell_record(opened), dt.date(2030, 1, 1), 2, opened.rules)
    carry_out(opened, choose_day, months[0], dt.date(2030, 1, 5), "bận thu hoạch")
    carry_out(opened, choose_day, months[1], dt.date(2030, 2, 6))
    opened.close()
    done = run("plan", book, "--from", "2030-01", "--months", "2", "--json")
    shown = json.loads(done.stdout)
    assert [month["date"] for month in shown] == ["2030-01-05", "2030-02-06"]
    assert shown[0]["reason"] == "bận thu hoạch"
    assert not shown[1]["needs_decision"]
    assert shown[1]["proposals"] == []


def test_plan_without_json_is_a_line_for_each_month(book: Path, run: Run) -> None:
    lines = run("plan", book, "--from", "2030-02").stdout.splitlines()
    assert len(lines) == 12
    assert lines[0] == (
        "02/2030: 03/02/2030. Ngày đã định là ngày nghỉ lễ; chọn ngày 31/01/2030 hoặc 06/02/2030."
    )
    assert lines[1] == "03/2030: 03/03/2030."


@pytest.mark.parametrize("months", [1, 1200])
def test_plan_goes_as_far_as_a_hundred_years(book: Path, run: Run, months: int) -> None:
    done = run("plan", book, "--from", "2026-11", "--months", months, "--json")
    shown = json.loads(done.stdout)
    assert len({month["for_month"] for month in shown}) == len(shown) == months


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["--from", "2027-13"], 1),
        (["--from", "2027"], 1),
        (["--from", "2027-Q1"], 1),
        (["--from", "0001-01"], 1),
        (["--from", "9999-12"], 1),
        (["--from", "tháng hai"], 1),
        (["--from", "2027-02", "--months", "0"], 1),
        (["--from", "2027-02", "--months", "-3"], 1),
        (["--from", "2027-02", "--months", "1201"], 1),
        (["--from", "2027-02", "--months", "mười"], 2),
        (["--months", "3"], 2),
    ],
    ids=str,
)
def test_plan_refuses_what_is_no_month_or_no_number(
    book: Path,
    run: Run,
    words: list[str],
    code: int,
) -> None:
    _refused(run("plan", book, *words, "--json"), code)


def test_plan_of_a_damaged_book_is_one_sentence(book: Path, run: Run) -> None:
    book.write_bytes(book.read_bytes()[:5000])
    _refused(run("plan", book, "--from", "2027-02", "--json"))
    _refused(run("plan", book.with_name("no.chibo"), "--from", "2027-02", "--json"))


def test_commands_do_not_load_the_window(tmp_path: Path) -> None:
    code = (
        "import sys; from cellsecretary.app import main; "
        f"main(['demo', {str(tmp_path / 'a.chibo')!r}]); "
        "assert not [m for m in sys.modules if m.startswith('PySide6')]"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


def test_rules_says_what_a_file_would_change(tmp_path: Path, run: Run) -> None:
    file = tmp_path / "xa.toml"
    file.write_text(
        handed_out(meeting={"minimum_minutes": {"regular": 100}, "carried": 4}), encoding="utf-8"
    )
    done = run("rules", file)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "Thời lượng tối thiểu, sinh hoạt thường kỳ: 90 → 100 phút (từ 01/01/2027)",
        "Nhắc khi nhiệm vụ phải chuyển qua: 3 → 4 kỳ (từ 01/01/2027)",
    ]


def test_rules_compares_with_what_a_book_uses(tmp_path: Path, run: Run) -> None:
    path, file = tmp_path / "b.chibo", tmp_path / "xa.toml"
    text = handed_out(meeting={"carried": 4})
    file.write_text(text, encoding="utf-8")
    book = replayed(path)
    carry_out(book, accept_rule_file, cell_record(book), "xa.toml", text)
    book.close()
    before = path.read_bytes()
    done = run("rules", file, "--book", path)
    assert done.returncode == 0
    assert "không làm thay đổi" in done.stdout
    assert path.read_bytes() == before
    assert "b.chibo" not in _refused(run("rules", tmp_path / "none.toml", "--book", path))
    assert "c.chibo" in _refused(run("rules", file, "--book", tmp_path / "c.chibo"))


def test_rules_names_line_and_field_of_what_is_wrong(tmp_path: Path, run: Run) -> None:
    file = tmp_path / "xa.toml"
    file.write_text(f"\n\n{handed_out(vote={'visiting_may_vote': 'no'})}", encoding="utf-8")
    said = _refused(run("rules", file))
    assert "xa.toml, dòng 4, mục “vote[0].visiting_may_vote”" in said
    assert len(said.splitlines()) == 1


@pytest.mark.thorough
def test_a_book_is_handed_over_as_one_file(run: Run, book: Path, tmp_path: Path) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    done = run("handover", book, "--to", folder)
    assert done.returncode == 0, done.stderr
    (path,) = folder.iterdir()
    assert path.name in done.stdout
    assert receive(path, bundled()).manifest.name == "Chi bộ thôn 3"


@pytest.mark.thorough
def test_a_handover_into_no_folder_is_one_sentence(run: Run, book: Path, tmp_path: Path) -> None:
    assert _refused(run("handover", book, "--to", tmp_path / "none"))
    assert "b.chibo" in _refused(run("handover", tmp_path / "b.chibo", "--to", tmp_path))
    assert not list(tmp_path.glob("**/*.zip"))


def test_search_finds_without_tone_marks_as_the_window_does(book: Path, run: Run) -> None:
    done = run("search", book, "bao hiem y te")
    lines = done.stdout.splitlines()
    assert done.returncode == 0
    assert lines
    assert all(re.search("«[Bb]ảo hiểm y tế»", line) for line in lines)
    assert [line[6:10] for line in lines] == ["2026"] * len(lines)
    assert run("search", book, "BẢO", "HIỂM", "Y", "TẾ").stdout == done.stdout
    opinions = run("search", book, "bao hiem y te", "--kind", "opinion").stdout.splitlines()
    assert opinions == [line for line in lines if " · Ý kiến · " in line]
    assert 0 < len(opinions) < len(lines)


def test_search_is_narrowed_to_a_year_and_to_a_member(book: Path, run: Run) -> None:
    by_name = run("search", book, "n", "--person", "nguyen huu manh", "--year", "2026").stdout
    assert by_name
    assert all(" · Nguyễn Hữu Mạnh" in line for line in by_name.splitlines() if "Mạnh" in line)
    said = run("search", book, "xyz").stdout
    assert said.startswith("Trong sổ không có chỗ nào ghi “xyz”.")
    assert run("search", book, "n", "--year", "1999").stdout.startswith("Trong sổ không có")
    assert "Sùng A" in _refused(run("search", book, "n", "--person", "Sùng A"))
    _refused(run("search", book), 2)
    _refused(run("search", book, "n", "--kind", "x"), 2)
