"""The sentences: complete in both languages, filled from what operations really give, short."""

import ast
import re
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest

from cellsecretary.core import kinds, plan, ruleset, track, vietnamese
from cellsecretary.core.advice import Advice, Point
from cellsecretary.core.board import grid
from cellsecretary.core.board.directives import DirectiveState
from cellsecretary.core.board.versions import Arrived
from cellsecretary.core.change import Act, Problem, Why
from cellsecretary.core.clock import ClockDoubt
from cellsecretary.core.exercise import ExerciseStep, Lesson
from cellsecretary.core.intake import Arrival, Counted
from cellsecretary.core.plain import PlainError
from cellsecretary.core.portions import PortionKind
from cellsecretary.core.reply import DirectiveKind
from cellsecretary.core.reply_lines import ReplyNews
from cellsecretary.core.report_figures import ReportFigure
from cellsecretary.core.ruleset import Measure
from cellsecretary.core.search import SearchKind
from cellsecretary.core.sending import SentState
from cellsecretary.core.story import Event
from cellsecretary.core.task_history import Timing
from cellsecretary.core.year_plan import MonthState
from cellsecretary.core.year_review import LeftOut, YearFact
from cellsecretary.exchange import scenario
from cellsecretary.exchange.collecting import Refused
from cellsecretary.exchange.delivery import Undelivered
from cellsecretary.exchange.handover import HandoverFault
from cellsecretary.exchange.office_keys import KeyTrouble
from cellsecretary.exchange.packet_zip import Flaw
from cellsecretary.exchange.places import PlaceRisk
from cellsecretary.exchange.roster import RowProblem
from cellsecretary.exchange.roster_columns import Column
from cellsecretary.exchange.sheets import SheetFault
from cellsecretary.messages import LANGUAGES, Messages, placeholders
from cellsecretary.papers import FORMS as PAPERS
from cellsecretary.papers import errors as papers
from cellsecretary.rules import Reason
from cellsecretary.store import errors as store

PACKAGE = Path(__file__).resolve().parent.parent / "cellsecretary"
OPERATIONS = PACKAGE / "core" / "operations"
CHOSEN = (ruleset.Superior, ruleset.Authority, vietnamese.ToneStyle)
VALUES = {
    enum.__name__: [member.value for member in enum]
    for enum in [
        *(*vars(kinds).values(), *CHOSEN),
        *(plan.Moved, track.TrackStep, MonthState, PortionKind, Timing, Column),
        *(DirectiveKind, DirectiveState),
        *(YearFact, LeftOut, ReportFigure, Arrival, Arrived, Counted, SentState, SearchKind, Event),
    ]
    if isinstance(enum, type) and issubclass(enum, StrEnum) and enum is not StrEnum
}
KINDS: dict[str, type[StrEnum]] = {
    "undelivered": Undelivered,
    "office_keys": KeyTrouble,
    "packet": Flaw,
    "act": Act,
    "advice": Point,
    "fault": store.Fault,
    "handover": HandoverFault,
    "paper": papers.Fault,
    "clock": ClockDoubt,
    "file_place": PlaceRisk,
    "reply": ReplyNews,
    "evidence": Measure,
    "no_evidence": Measure,
    "month_state": grid.MonthState,
    "month_state_short": grid.MonthState,
}
SHORT = (
    "refused",
    "fault",
    "paper",
    "clock",
    "file_place",
    "plain",
    "roster",
    "undelivered",
    "packet",
    "reply_file",
    "office_keys",
    "set_aside",
)
LONG = "Thông qua nghị quyết tháng 11 về bảo vệ môi trường\nvà làm đường bê tông xóm Giữa, xóm Đình"
FILLED_IN = (
    "who", "number", "count", "code", "what", "title", "question", "source", "voters", "votes",
    "reason", "place", "value", "file", "path", "name", "forms", "meeting", "kind", "line",
    "column", "form", "period", "least", "most", "month", "first", "last", "earlier", "later",
    "day", "base", "percent", "quarter", "before", "after", "what", "share", "text", "minutes",
    "post", "list", "field", "measure", "bounds", "points", "share_from", "share_above", "years",
    "year", "held", "papers", "cell", "superior", "recipient", "found", "new", "changed", "known",
    "conflict", "refused", "meetings", "received", "of", "seconds",
)  # fmt: skip
_OF_FILES = (
    *("moment", "steps", "table", "row", "day", "days", "computer", "account"),
    *("copy", "names", "stem"),
)
WORDS = dict.fromkeys((*FILLED_IN, *_OF_FILES), "x") | {"date": "2026-11-03", "step": "posted"}


def sections(language: str) -> dict[str, Any]:
    return dict(Messages.load(language)._sections)


def texts(entry: str | list[str]) -> list[str]:
    return [entry] if isinstance(entry, str) else entry


def sentences(section: dict[str, Any], path: str = "") -> Iterator[tuple[str, list[str]]]:
    for key, entry in section.items():
        if isinstance(entry, dict):
            yield from sentences(entry, f"{path}{key}: ")
        else:
            yield f"{path}{key}", texts(entry)


def missing_and_needless(given: dict[str, Any], wanted: dict[str, set[str]]) -> list[str]:
    """Name the keys that a language file lacks, and those that nothing asks for."""
    faults = []
    for section, keys in wanted.items():
        have = {key.split(".")[0] for key in given.get(section, {})}
        plain = set(given.get(section, {}))
        faults += [f"{section}.{key} is missing" for key in sorted(keys - plain)]
        faults += [f"{section}.{key} is nothing" for key in sorted(have - keys)]
    return faults


def too_long(section: dict[str, Any]) -> list[str]:
    """Name the messages of more than two sentences; a semicolon joins what belongs together."""
    return [
        key
        for key, variants in sentences(section)
        if any(len(re.findall(r"[.!?](?=\s|$)", text)) > 2 for text in variants)
    ]


def unlike(one: dict[str, Any], other: dict[str, Any]) -> list[str]:
    """Name the messages whose variants do not have the same placeholders in two languages."""
    left, right = dict(sentences(one)), dict(sentences(other))
    return sorted(
        {*(left.keys() ^ right.keys())}
        | {
            key
            for key in left.keys() & right.keys()
            if [placeholders(text) for text in left[key]]
            != [placeholders(text) for text in right[key]]
        }
    )


def reasons() -> set[str]:
    source = (PACKAGE / "core" / "plain.py").read_text(encoding="utf-8")
    named = set(re.findall(r'PlainError\([^"]*"(\w+)"', source))
    named |= set(re.findall(r'"(no_such_\w+)"', source))
    return named | {
        scenario.NO_SUCH_MEMBER,
        scenario.NUMBER_TWICE,
        scenario.NO_SUCH_ITEM,
        scenario.TOO_NEW,
        scenario.NOT_JSON,
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_is_a_sentence_for_every_kind_and_none_beside(language: str) -> None:
    given = sections(language)
    wanted = {name: {member.value for member in enum} for name, enum in KINDS.items()}
    wanted["roster"] = {kind.value for kind in (*SheetFault, *RowProblem)}
    flaws = {flaw.value for flaw in Flaw}
    wanted["set_aside"] = {reason.value for reason in Refused} - flaws | {Refused.NO_MEETING}
    assert {*given["exercise"]["step"]} == {*ExerciseStep}
    assert {*given["exercise"]["well"]} == {*given["exercise"]["again"]} == {*Lesson}
    wanted["reason"] = {reason.value for reason in Reason}
    wanted["refused"] = {why.value for why in Why}
    assert missing_and_needless(given | given["rule"], wanted) == []
    assert given["value"].keys() == VALUES.keys()
    values = {name: set(members) for name, members in VALUES.items()}
    assert missing_and_needless(given["value"], values) == []
    assert reasons() <= given["plain"].keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_paper_has_a_name(language: str) -> None:
    assert PAPERS.keys() <= sections(language)["form"].keys()


def test_both_languages_say_the_same_things_with_the_same_words() -> None:
    assert unlike(sections("vi"), sections("en")) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_refusals_and_faults_have_two_sentences_at_most(language: str) -> None:
    given = sections(language)
    assert [too_long(given[name]) for name in SHORT] == [[]] * len(SHORT)
    assert too_long(given["rule"]["reason"]) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_for_a_place_name_a_place_that_operations_refuse(language: str) -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in sorted(OPERATIONS.glob("*.py")))
    for key in sections(language)["refused"]:
        for name in key.split(".")[1:]:
            assert f'"{name}"' in source or f"{name}=" in source, key


def words_in(node: ast.AST) -> set[str]:
    """Give the names in `("who", ...)` pairs and in `{"who": ...}`."""
    found: set[object] = set()
    for part in ast.walk(node):
        match part:
            case ast.Tuple(elts=[ast.Constant(value=name), _]):
                found.add(name)
            case ast.Dict(keys=keys):
                found |= {key.value for key in keys if isinstance(key, ast.Constant)}
    return {name for name in found if isinstance(name, str)}


def words_given(enum: str) -> dict[str, set[str]]:
    """Give the words that the operations pass with each member of `Why` or `Act`.

    A call says `refuse(Why.X, ..., who=...)`, or names a variable that its function assigns.
    """
    table: dict[str, set[str]] = {}
    for path in sorted(OPERATIONS.glob("*.py")):
        for function in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(function, ast.FunctionDef):
                continue
            assigned = {
                target.id: words_in(node.value)
                for node in ast.walk(function)
                if isinstance(node, ast.Assign)
                for target in node.targets
                if isinstance(target, ast.Name)
            }
            for call in ast.walk(function):
                match call:
                    case ast.Call(
                        args=[
                            ast.Attribute(value=ast.Name(id=owner), attr=member),
                            *rest,
                        ],
                        keywords=keywords,
                    ) if owner == enum:
                        words = table.setdefault(member, set())
                        for node in [*rest, *(keyword.value for keyword in keywords)]:
                            words |= words_in(node)
                            if isinstance(node, ast.Name):
                                words |= assigned.get(node.id, set())
                        words |= {keyword.arg for keyword in keywords if keyword.arg}
    return table


def never_given(section: dict[str, Any], enum: str) -> list[str]:
    """Name the messages with a placeholder that no operation gives."""
    given = words_given(enum)
    # Named through a variable: the marks, the roles, the texts of an item, the plan of a month.
    for name in ("MARK_PRESENT", "MARK_EXCUSED", "MARK_UNEXCUSED", "UNMARK"):
        given[name] = {"number", "who"}
    for name in ("PLAN_MONTH", "CHOOSE_DAY", "TAKE_DAY_BACK"):
        given[name] = {"month", "date"}
    for name in ("WRITE_BODY", "WRITE_CONCLUSION"):
        given[name] = {"title"}
    for name in ("CHAIR_ABSENT", "MINUTE_TAKER_ABSENT"):
        given[name] = {"who"}
    return [
        f"{key}: {name}"
        for key, variants in sentences(section)
        for text in variants
        for name in sorted(placeholders(text) - given.get(key.split(".")[0].upper(), set()))
    ]


def test_every_placeholder_is_a_word_that_operations_give() -> None:
    assert never_given(sections("vi")["refused"], "Why") == []
    assert never_given(sections("vi")["act"], "Act") == []


def unfit_commands(source: str, section: dict[str, Any]) -> list[str]:
    """Name the calls of `command("key", ...)` without a sentence, or with a word too few."""
    faults = []
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Call(
                func=ast.Attribute(attr="command"),
                args=[ast.Constant(value=str(key))],
                keywords=keywords,
            ):
                given = {keyword.arg for keyword in keywords}
                if key not in section:
                    faults.append(f"{key}: no sentence")
                elif not placeholders(texts(section[key])[-1]) <= given:
                    faults.append(f"{key}: a word is missing")
    return faults


def test_the_program_asks_for_sentences_that_exist_with_all_their_words() -> None:
    section = sections("vi")["command"]
    for path in sorted(PACKAGE.rglob("*.py")):
        assert unfit_commands(path.read_text(encoding="utf-8"), section) == [], path


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("section", ["refused", "act", "advice"])
def test_without_any_word_a_sentence_still_reads(language: str, section: str) -> None:
    for key, variants in sentences(sections(language)[section]):
        assert not placeholders(variants[-1]), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_can_be_filled(language: str) -> None:
    for key, variants in sentences(sections(language)):
        for text in variants:
            assert placeholders(text) <= WORDS.keys(), key
            filled = text.format_map(WORDS)
            assert filled == filled.strip() != ""
            assert "{" not in filled
            assert "  " not in filled


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_is_said(language: str) -> None:
    messages = Messages.load(language)
    said = [
        *(messages.refusal(Problem(why, words=tuple(WORDS.items()))) for why in Why),
        *(messages.refusal(Problem(why)) for why in Why),
        *(messages.act(act, WORDS.items()) for act in Act),
        *(messages.act(act) for act in Act),
        *(messages.advice(Advice(point, "meetings")) for point in Point),
        *(messages.fault(fault, Path("/media/USB 1/so.chibo")) for fault in store.Fault),
        *(messages.paper(fault, "minutes") for fault in papers.Fault),
        *(messages.plain(PlainError("a.b", r, 3), "x.json") for r in sorted(reasons())),
        *(messages.value(member) for member in kinds.MeetingKind),
    ]
    assert all(said)
    assert not [text for text in said if "…" in text]


def test_dates_are_written_as_people_write_them() -> None:
    vi = Messages.load("vi")
    assert vi.act(Act.CLOSE_MEETING, [("date", "2026-11-03")]) == "kết thúc kỳ sinh hoạt 03/11/2026"


def test_a_missing_or_empty_word_gives_a_shorter_sentence() -> None:
    vi = Messages.load("vi")
    assert vi.act(Act.ADD_PETITION, [("source", "")]) == "thêm kiến nghị"
    assert vi.command("no_text") == "“…” có ký tự không phải là chữ nên chưa làm gì. Hãy ghi lại."


def test_the_place_of_a_problem_chooses_the_words() -> None:
    vi = Messages.load("vi")
    said = vi.refusal(Problem(Why.NAME_MISSING, "cells", "1", "commune"))
    assert "tên xã" in said
    assert "khách" in vi.refusal(Problem(Why.NAME_MISSING, "guests", "", "name"))
    assert "họ tên" in vi.refusal(Problem(Why.NAME_MISSING, "members", "", "name"))


def test_what_the_user_wrote_stays_as_it_is_but_short_and_in_one_line() -> None:
    vi = Messages.load("vi")
    said = vi.act(Act.ADD_ITEM, [("title", "{who} <b>&")])
    assert said == "thêm nội dung “{who} <b>&”"
    long = vi.act(Act.ADD_VOTE, [("question", LONG)])
    assert len(long) < 85
    assert "\n" not in long
    assert long.endswith(" …”")


def test_the_step_of_the_preparation_has_its_word() -> None:
    vi = Messages.load("vi")
    assert vi.act(Act.PREPARE_MEETING, [("step", "posted")]) == "ghi ngày đăng tài liệu"


def test_planted_faults_are_found() -> None:
    vi = sections("vi")
    broken = vi["act"] | {"sing": "hát"}
    del broken["add_item"]
    assert missing_and_needless({"act": broken}, {"act": {act.value for act in Act}}) == [
        "act.add_item is missing",
        "act.sing is nothing",
    ]
    assert too_long({"full": "Đầy. Rồi. Hết."}) == ["full"]
    assert unlike({"a": "{who}"}, {"a": ["{who}", "x"]}) == ["a"]
    assert unlike({"a": "x"}, {}) == ["a"]
    assert never_given({"number_taken": "{who}"}, "Why") != []
    assert never_given({"add_guest": "{title}"}, "Act") != []
    assert unfit_commands("m.command('nothing')", {}) == ["nothing: no sentence"]
    assert unfit_commands("m.command('a')", {"a": "{who}"}) == ["a: a word is missing"]
    assert unfit_commands("m.command('a', who=1)", {"a": "{who}"}) == []
