"""Every panel, page and dialog of the program, each opened over the same book or board."""

from __future__ import annotations

import ast
import datetime as dt
import importlib
import inspect
import pkgutil
from dataclasses import fields, replace
from functools import cache, partial
from typing import TYPE_CHECKING, Any, NoReturn

import cellsecretary.ui
from cellsecretary.core.change import Act, Change, Changes
from cellsecretary.core.clock import ClockDoubt, Witness
from cellsecretary.core.operations.petitions import follow_up_petition
from cellsecretary.core.period import Period, Span
from cellsecretary.core.petition_lines import PetitionStep
from cellsecretary.core.portions import Portion
from cellsecretary.core.rows import Member
from cellsecretary.core.table import Column, Entry, Line, Table
from cellsecretary.core.trace import TraceFilter
from cellsecretary.core.year_plan import month_plan
from cellsecretary.exchange.office_keys import KeyTrouble, OfficeKeyError
from cellsecretary.exchange.roster import read_roster
from cellsecretary.manual import Manual
from cellsecretary.sentences.trace import TraceSentences
from cellsecretary.store.backups import Backups
from cellsecretary.store.columns import TABLES
from cellsecretary.store.trace import trace_changes, trace_page
from cellsecretary.ui.ask import Ask
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.board.paper import RemindersDialog
from cellsecretary.ui.board.trace import BoardTraceDialog
from cellsecretary.ui.board.unlock import told_of_keys
from cellsecretary.ui.cargo import MeetingCargo
from cellsecretary.ui.dialogs.passwords import Wish
from cellsecretary.ui.dialogs.score import ScoreDialog
from cellsecretary.ui.dialogs.search import Asked, SearchDialog
from cellsecretary.ui.dialogs.story import StoryDialog
from cellsecretary.ui.dialogs.take_over import TakeOverDialog
from cellsecretary.ui.dialogs.trace import BookTraceDialog
from cellsecretary.ui.dialogs.welcome import WelcomeDialog
from cellsecretary.ui.display_menu import DisplayMenu
from cellsecretary.ui.form import Form
from cellsecretary.ui.overview.page import OverviewPage
from cellsecretary.ui.panel import Panel
from cellsecretary.ui.settings import Settings
from cellsecretary.ui.start import StartPage
from cellsecretary.ui.stories import Stories
from cellsecretary.ui.unlocking import Unlocking
from tests.building import AFTER, NOVEMBER, OCTOBER, meeting_id
from tests.ui import forms_with_files

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.messages import Messages
    from cellsecretary.store.ledger import Ledger
    from cellsecretary.ui.board.session import BoardSession
    from cellsecretary.ui.session import Session


class Shrug(Ask):
    """Answers every question with as little as can be; `said` keeps what was shown."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []

    def confirm(self, text: str, yes: str, no: str) -> bool:
        self.said += [text, yes, no]
        return False

    def choose(self, text: str, options: Sequence[str]) -> int | None:
        self.said += [text, *options]
        return None

    def tell(self, text: str) -> None:
        self.said.append(text)

    def text(self, title: str, label: str, value: str = "") -> str | None:
        self.said += [title, label, value]
        return None

    def open_path(self, _kind: object) -> None:
        return None

    def open_paths(self, _kind: object) -> tuple[()]:
        return ()

    def save_path(self, _suggested: object, _kind: object) -> None:
        return None

    def folder(self) -> None:
        return None


def modules() -> list[Any]:
    return [
        importlib.import_module(module.name)
        for module in pkgutil.walk_packages(cellsecretary.ui.__path__, "cellsecretary.ui.")
    ]


@cache
def hosts() -> dict[str, type]:
    """Give by the name of each form the class that shows it."""
    found: dict[str, type] = {}
    for module in modules():
        classes = [
            one
            for one in vars(module).values()
            if inspect.isclass(one) and one.__module__ == module.__name__
        ]
        forms = [
            one
            for one in vars(module).values()
            if inspect.isclass(one) and issubclass(one, Form) and hasattr(one, "form")
        ]
        for host in classes:
            if issubclass(host, Form):
                continue
            called = {
                node.func.id
                for node in ast.walk(ast.parse(inspect.getsource(host).lstrip()))
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
            }
            found |= {form.form: host for form in forms if form.__name__ in called}
    return found


ELSEWHERE = {
    "board_superior": "a page of board_meeting",
    "board_content": "a page of board_meeting",
}
"""Forms that are no view of their own, with where they are seen."""


class World:
    """A book, a board, and what the constructors of panels ask for by the names of arguments."""

    def __init__(
        self,
        session: Session,
        board: BoardSession,
        words: Messages,
        folder: Path,
        text: str = "",
    ) -> None:
        self.session, self.board, self.words, self.folder = session, board, words, folder
        self.text = text or SEED
        self.file_name = text or FILE_SEED
        self.ask = Shrug()
        self.settings = Settings(folder / "world.ini")
        self.settings.language = "en"

    def open(self, form: str) -> QWidget:
        if form in VARIANTS:
            return VARIANTS[form](self)
        host = hosts()[form]
        special: Callable[[World, type], QWidget] | None = SPECIAL.get(form)
        widget = special(self, host) if special is not None else host(**self.arguments(host))
        if isinstance(widget, Panel):
            widget.show_meeting(self.meeting)
        if isinstance(widget, OverviewPage):
            widget.show_period(self.session.period_record(Period(Span.YEAR, 2026)))
        return widget

    @property
    def meeting(self) -> str:
        return meeting_id(self.session, NOVEMBER)

    def arguments(self, host: type) -> dict[str, Any]:
        signature = inspect.signature(host.__init__)  # type: ignore[misc]
        wanted = [
            one
            for name, one in signature.parameters.items()
            if name != "self" and one.default is inspect.Parameter.empty
        ]
        return {one.name: self.value(one.name, str(one.annotation)) for one in wanted}

    def value(self, name: str, kind: str) -> object:
        session, register = self.session, self.session.register
        record = session.meeting(self.meeting)
        makers: dict[tuple[str, str] | str, Callable[[], Any]] = {
            ("session", "BoardSession"): lambda: self.board,
            ("year", "Period"): lambda: Period(Span.YEAR, 2026),
            ("member", "str | None"): lambda: register.members[0].id,
            ("member", "Member"): lambda: register.members[0],
            ("month", "PlannedMonth"): lambda: month_plan(
                register, dt.date(2027, 9, 1), 1, session.rules
            )[0],
            ("banner", "Banner"): Banner,
            "session": lambda: session,
            "ask": lambda: self.ask,
            "words": lambda: self.words,
            "settings": lambda: self.settings,
            "menu": lambda: DisplayMenu(self.settings, about=True),
            "meeting": lambda: self.meeting,
            "record": lambda: record,
            "vote": lambda: record.votes[0],
            "document": lambda: register.documents[0],
            "line": lambda: record.roster[0],
            "year": lambda: 2026,
            "cargo": lambda: MeetingCargo(session, record),
            "backups": lambda: Backups.of(self.folder, session.ledger),
            "file": lambda: self.folder / f"{self.file_name}.chibo",
            "unlocking": lambda: Unlocking(
                self.settings, lambda: self.words, lambda: None, session
            ),
            "manual": lambda: Manual.load(self.settings.language),
            "cell": lambda: next(one.id for one in self.board.record.cells if one.keys),
            "period": lambda: session.period_record(Period(Span.YEAR, 2026)),
        }
        return makers[(name, kind) if (name, kind) in makers else name]()


def _story(world: World, host: Any) -> QWidget:  # noqa: ANN401
    stories = Stories(world.session, world.words)
    made: QWidget = host(stories.of("tasks", world.session.register.tasks[0].id))
    return made


def _story_of_a_member(world: World) -> QWidget:
    stories = Stories(world.session, world.words)
    return StoryDialog(stories.of_member(world.session.register.members[1].id))


def _story_of_a_petition(world: World) -> QWidget:
    stories = Stories(world.session, world.words)
    return StoryDialog(stories.of_petition(world.session.register.petitions[0].id))


def _with_a_book(world: World) -> Settings:
    book = world.folder / f"{world.file_name}.chibo"
    book.touch()
    world.settings.remember_book(book)
    return world.settings


def _roster_import(world: World, host: Any) -> QWidget:  # noqa: ANN401
    path = world.folder / "list.csv"
    path.write_text(f"STT,Họ và tên\n1,{world.text}\n2,Lò Văn Hai\n", encoding="utf-8")
    preview = read_roster(path, world.session.register, AFTER.date())
    made: QWidget = host(world.session, world.words, path, preview)
    return made


def _office(world: World, host: Any) -> QWidget:  # noqa: ANN401
    board = world.board
    made: QWidget = host(board.register, AFTER.date(), board.do, board.would_refuse, world.words)
    return made


def _trace(world: World, _host: Any) -> QWidget:  # noqa: ANN401
    return BookTraceDialog(world.session, world.ask, world.words)


def _trace_changes(world: World, host: Any) -> QWidget:  # noqa: ANN401
    ledger = world.session.ledger
    line = trace_page(ledger).lines[0]
    say = TraceSentences(world.words)
    made: QWidget = host(line, trace_changes(ledger, line), say, world.words)
    return made


def _trace_filter(world: World, host: Any) -> QWidget:  # noqa: ANN401
    subjects = BookTraceDialog(world.session, world.ask, world.words).subjects()
    made: QWidget = host(subjects, TraceFilter(), AFTER.date())
    return made


def _clock(world: World, host: Any) -> QWidget:  # noqa: ANN401
    day = AFTER.date()
    doubt, witness = ClockDoubt.LONG_AFTER_LAST, Witness(day, day, day, day)
    made: QWidget = host(day, doubt, witness, world.words)
    return made


def _take_over_at_the_end(world: World) -> QWidget:
    dialog = TakeOverDialog(world.session, world.words)
    while not dialog.form.secretary_panel.isVisibleTo(dialog):
        dialog.form.seen_button.click()
    return dialog


def _score_of_a_closed_meeting(world: World) -> QWidget:
    meeting = meeting_id(world.session, OCTOBER)
    return ScoreDialog(world.session, world.words, meeting)


def _answered_petition(world: World) -> QWidget:
    session, day = world.session, AFTER.date()
    petition = session.register.petitions[0].id
    for step in (PetitionStep.SENT, PetitionStep.ANSWERED):
        assert session.do(follow_up_petition, session.register, petition, step, day) is None
    return world.open("overview_petitions")


def _search_with_results(world: World) -> QWidget:
    dialog = SearchDialog(world.session, world.words, before=Asked("bo"))
    dialog.form.year_box.setCurrentIndex(1)
    dialog.form.year_box.activated.emit(1)
    return dialog


VARIANTS: dict[str, Callable[[World], QWidget]] = {
    "overview_petitions of an answered one": _answered_petition,
    "board_paper of reminders": lambda world: RemindersDialog(world.board, world.ask, world.words),
    "search with results": _search_with_results,
    "story of a member": _story_of_a_member,
    "story of a petition": _story_of_a_petition,
    "trace of a board": lambda world: BoardTraceDialog(world.board, world.ask, world.words),
    "take_over at its end": _take_over_at_the_end,
    "score of a closed meeting": _score_of_a_closed_meeting,
    "start at first": lambda world: StartPage(world.settings),
    "welcome in a dialog": lambda world: WelcomeDialog(Manual.load(world.settings.language)),
}
"""Forms that are opened once more, since they show other fields then."""

SPECIAL: dict[str, Callable[[World, type], QWidget]] = {
    "board_merge": forms_with_files.merge,
    "recovery_sheet": forms_with_files.recovery_sheet,
    "intake": forms_with_files.intake,
    "reply": forms_with_files.reply,
    "story": _story,
    "roster_import": _roster_import,
    "board_office": _office,
    "clock": _clock,
    "error": lambda world, host: host(world.text, world.text),
    "trace": _trace,
    "trace_changes": _trace_changes,
    "trace_filter": _trace_filter,
    "template": lambda world, host: host(world.session, world.words, meeting=world.meeting),
    "remark": lambda world, host: host.__subclasses__()[0](**world.arguments(host)),
    "board_meeting": lambda world, host: host(**world.arguments(host), month=dt.date(2026, 9, 1)),
    "portions": lambda world, host: host(world.text, [Portion("1", 1, world.text)], ()),
    "prompts": lambda world, host: host([world.text, world.text]),
    "rule_file": lambda world, host: host(world.words, world.text, (), lambda: None),
    "recover_book": lambda world, host: host(b"0" * 16, world.words),
    "password": lambda world, host: host(
        Wish(
            *("Mật khẩu của khóa", "Hãy giữ cẩn thận.", "Lưu lại"),
            partial(told_of_keys, world.words),
            old=True,
            new=True,
        ),
        _no_keys,
        world.words,
    ),
    "board_recover": lambda world, host: host(world.board.board.path, world.ask, world.words),
    "new_book": lambda world, host: host(AFTER.date(), world.ask, world.words),
    "start": lambda world, host: host(_with_a_book(world)),
    "report_figures": lambda world, host: host(
        world.session.period_record(Period(Span.YEAR, 2026)), world.text, world.words
    ),
    "listing": lambda world, host: host(
        Table(
            *(world.text, "Chi bộ thôn 3", (Column("TT"), Column("Nội dung"))),
            (Line((Entry(1), Entry(world.text))),),
        ),
        *(AFTER.date(), world.ask, world.words),
    ),
    "board_paper": lambda world, host: host(
        world.text,
        "bang",
        lambda: world.text,
        world.session.rules(AFTER.date()),
        world.ask,
        world.words,
    ),
}
"""Forms whose hosts ask for more than a name of an argument tells."""


def _no_keys(_old: str, _new: str) -> NoReturn:
    raise OfficeKeyError(KeyTrouble.WRONG_PASSWORD, "")


# A book in which every text is hostile

SEED = "<b>x</b><img src=q> &Ợ {0} {name} %1 %s [*] =1+1 '); --"
FILE_SEED = "<b>x &Ợ {0} %1 [*] =1"

NO_TEXT = {"id", "key", "value", "form", "criterion", "previous", "json", "sha256", "item", "code"}
"""Texts of the program: the names of forms, of criteria, of choices."""


def poison(ledger: Ledger) -> None:
    """Put SEED behind every text of a person in a file."""
    rows = [row for kind in TABLES if has_table(ledger, kind) for row in ledger.rows(kind)]
    ids = {row.id for row in rows}
    changes = []
    for row in rows:
        if TABLES[type(row)] in {"closed_records", "rule_files", "paper_traces", "preferences"}:
            continue
        texts = {
            one.name: f"{value} {SEED}"
            for one in fields(row)
            if one.type in {"str"} and one.name not in NO_TEXT
            if (value := getattr(row, one.name)) not in ids and value
        }
        changes.append(Change(row, replace(row, **texts)))
    ledger.apply(Changes(Act.CHANGE_CELL, tuple(changes)), AFTER)


def give_two_hats(ledger: Ledger, meeting: MeetingRecord) -> None:
    """Let those who lead tasks lead cell and village: somebody else has to look then."""
    leads = {one.task.lead for one in meeting.carried}
    members = [one for one in ledger.rows(Member) if one.id in leads]
    lines = [one for one in meeting.roster if one.member in leads]
    changes = [
        *(Change(one, replace(one, post="Bí thư", village_head=True)) for one in members),
        *(Change(one, replace(one, post="Bí thư")) for one in lines),
    ]
    ledger.apply(Changes(Act.CHANGE_MEMBER, tuple(changes)), AFTER)


def has_table(ledger: Ledger, kind: type) -> bool:
    name = TABLES[kind]
    return bool(ledger.values("select 1 from sqlite_schema where name = ?", name))
