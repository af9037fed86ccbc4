"""A whole journey of a cell and its office: by every command, and at both windows.

`python -m tests.whole_journey commands|windows FOLDER`, in a process of its own.
"""

from __future__ import annotations

import datetime as dt
import os
import sys
from contextlib import closing
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cellsecretary import commands, paths
from cellsecretary.core.change import Changes, Context
from cellsecretary.core.operations.board import change_office
from cellsecretary.exchange.office_keys import make_key, unlock
from cellsecretary.papers import FORMS
from cellsecretary.rules import bundled
from cellsecretary.store import Book
from cellsecretary.store.board import Board
from cellsecretary.store.encrypting import encrypt
from cellsecretary.store.key_file import new_key, new_slots
from tests.building import NEW_CELL, THON_3
from tests.replies import RULES

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from cellsecretary.ui.main_window import MainWindow

PASSWORD = "Suối Nhùng mùa nước"
NOW = dt.datetime(2026, 11, 21, 9)

GIVEN = "given"
"""The folder with what people of the journey bring: not everything in it is of the program."""


# By every command


def by_commands(here: Path) -> None:
    """Make a book, use each command at least once, and let the office answer."""
    told: set[str] = set()

    def run(*words: object, code: int = 0) -> None:
        told.add(str(words[0]))
        found = commands.run([str(word) for word in words])
        assert found == code, (found, words)

    given, out, stick = here / GIVEN, here / "papers", here / "stick"
    given.mkdir()
    for folder in (out, stick, here / "cell", here / "office"):
        folder.mkdir(mode=0o700)
    book, board = here / "cell" / "a.chibo", here / "office" / "xa.bangxa"
    rules, password = given / "huong-dan-12.toml", given / "password.txt"
    rules.write_text(RULES, encoding="utf-8")
    password.write_text(PASSWORD, encoding="utf-8")

    run("demo", book, "--from", THON_3)
    run("show", book, "--json")
    run("plan", book, "--from", "2026-12", "--months", 12)
    run("check", book)
    run("rules", rules, "--book", book)
    for name in FORMS:
        made = commands.run(["paper", str(book), "--form", name, "-o", str(out / f"{name}.pdf")])
        assert made in (0, 1), name
    told.add("paper")
    assert len(list(out.iterdir())) > len(FORMS) / 2
    run("send", book, "--meeting", "2026-10-03", "--to", stick)
    run("send", book, "--meeting", "2026-10-03", "--to", out, "--full")
    for packet in stick.glob("*.zip"):
        run("verify", packet)
    (whole,) = out.glob("*.zip")
    run("import", here / "cell" / "again.chibo", whole, "--yes")

    begin_office(board)
    run(
        *("collect", board, stick, "--accept-new"),
        *("--reply", "--password-file", password),
    )
    run("board", board, "--json")
    if find_spec("pyarrow"):
        run("board", board, "--parquet", out / "figures.parquet")
    replies = [path for path in stick.glob("*.zip") if "PhanHoi" in path.name]
    assert replies, list(stick.iterdir())
    run("reply", book, replies[0], "--yes", "--accept-key")
    seal = unlock(board, PASSWORD).seal_key
    run("send", book, "--meeting", "2026-11-03", "--to", stick, "--seal", seal)
    run("backup", board)
    run("backup", book, "--to", stick)
    (copy,) = stick.glob("*.chibo")
    run("restore", copy, book)
    run("handover", book, "--to", stick)
    if find_spec("sqlcipher3"):
        key = new_key()
        lock = (key, new_slots(key, PASSWORD), paths.backups_folder(), bundled())
        assert encrypt(book, Book, *lock) == ()
        (here / "locked").mkdir(mode=0o700)
        run("check", book)
        run("backup", book, "--to", here / "locked")
        run("handover", book, "--to", here / "locked")
    run("search", book, "hop chi bo")
    assert told == set(commands.COMMANDS)


def begin_office(path: Path) -> None:
    """Begin a board of an office that has keys."""
    with closing(Board.create(path, bundled())) as board:
        ctx = Context(NOW, iter(f"office-{n}" for n in range(99)).__next__)
        answer = change_office(board.register(), ctx, "Đảng ủy xã Lưỡng Vượng", "Lưỡng Vượng")
        assert isinstance(answer, Changes)
        board.apply(answer, NOW)
    make_key(path, PASSWORD)


# At both windows


def at_the_windows(here: Path) -> None:
    """Hold the practice meeting, begin a book, save and send everything, keep a board."""
    from PySide6.QtWidgets import QApplication

    from cellsecretary.store.private import clear_left_behind
    from cellsecretary.ui.error_log import log_to_file, log_what_qt_says, watch_for_hard_crashes
    from cellsecretary.ui.main_window import MainWindow
    from cellsecretary.ui.print_job import PrintJob
    from cellsecretary.ui.program import Program
    from cellsecretary.ui.settings import Settings
    from tests.ui.asking import QueuedAsk

    given, out, stick = here / GIVEN, here / "papers", here / "stick"
    for folder in (given, out, stick):
        folder.mkdir(mode=0o700)
    app = QApplication(["cellsecretary"])
    app.setApplicationName("cellsecretary")
    log_to_file()
    log_what_qt_says()
    watch_for_hard_crashes()
    clear_left_behind()
    settings, ask = Settings(paths.settings_file()), QueuedAsk()
    program = Program(app, settings, lambda: NOW, here / "practice" / "practice.chibo", ask)

    program.start()
    begin_a_book(program, given, here / "cell" / "b.chibo")
    window = program.practise()
    assert isinstance(window, MainWindow)
    settings.remember_book(here / "practice" / "practice.chibo")
    go_through(window)
    # Boards take nothing of a practice cell.
    year = here / "cell" / "year.chibo"
    assert commands.run(["demo", str(year)]) == 0
    assert program.open_book(year)
    changed = program.window
    assert isinstance(changed, MainWindow)
    save_and_send(changed, ask, out, stick)
    assert PrintJob().has_printer() in (True, False)
    asked: list[QWidget] = []
    PrintJob().choose_printer(changed, lambda _printer: None)
    asked += [one for one in app.topLevelWidgets() if type(one).__name__ == "QPrintDialog"]
    for dialog in asked:
        dialog.close()
    assert asked
    program.close()

    board = here / "office" / "xa.bangxa"
    board.parent.mkdir(mode=0o700)
    begin_office(board)
    assert commands.run(["collect", str(board), str(stick), "--accept-new"]) == 0
    keep_a_board(program, board, ask, out)
    program.close()
    program.deleteLater()


def begin_a_book(program: Any, given: Path, file: Path) -> None:  # noqa: ANN401
    """Begin a book and bring the members in from a list of another program."""
    from cellsecretary.core.table import Column, Entry, Line, Table
    from cellsecretary.exchange.keys import signing_key
    from cellsecretary.exchange.roster import read_roster
    from cellsecretary.exchange.table_files import xlsx_bytes
    from cellsecretary.ui.beginning import begin_book
    from cellsecretary.ui.dialogs.roster_import import RosterImportDialog

    names = ("Lò Văn Một", "Vàng Thị Hai", "Tẩn A Ba")
    lines = tuple(Line((Entry(str(at)), Entry(name))) for at, name in enumerate(names, 1))
    listed = given / "list.xlsx"
    listed.write_bytes(xlsx_bytes(Table("x", "", (Column("STT"), Column("Họ và tên")), lines)))
    assert begin_book(NEW_CELL, file, NOW) is None
    assert program.open_book(file)
    session = program.window._session
    preview = read_roster(listed, session.register, NOW.date())
    dialog = RosterImportDialog(session, program.words, listed, preview, program.window)
    dialog.form.keep_button.click()
    assert [one.name for one in session.register.members] == list(names)
    signing_key(file)


def go_through(window: MainWindow) -> None:
    """See every page and every step of the meeting."""
    from PySide6.QtWidgets import QApplication

    from cellsecretary.ui.meeting_page import STEPS, MeetingPage
    from cellsecretary.ui.pages import PAGES

    window.showNormal()
    for name in PAGES:
        page = window.show_page(name)
        QApplication.processEvents()
        if isinstance(page, MeetingPage):
            for step in STEPS:
                page.show_step(step)
                QApplication.processEvents()


def save_and_send(window: MainWindow, ask: Any, out: Path, stick: Path) -> None:  # noqa: ANN401
    """Save a paper in each way, and let everything that is sent go onto a stick."""
    from cellsecretary.core.kinds import MeetingState
    from cellsecretary.core.period import Period, Span
    from cellsecretary.exchange.stick_copy import FOLDER, copied, proven
    from cellsecretary.ui import cargo
    from cellsecretary.ui.courier import Courier, Load
    from cellsecretary.ui.meeting_page import MeetingPage
    from cellsecretary.ui.panels.printing import PrintingPanel

    page = window.show_page("meetings")
    assert isinstance(page, MeetingPage)
    panel = page.show_step("printing")
    assert isinstance(panel, PrintingPanel)
    desk = panel.desk
    for save, name in (
        (desk.save_paper, "BienBan.pdf"),
        (desk.save_for_archive, "BienBan_PDFA.pdf"),
        (desk.save_for_word, "BienBan.docx"),
    ):
        ask.will_answer(out / name)
        save()
        assert (out / name).exists()

    session = window._session
    closed = [one for one in session.register.meetings if one.state is MeetingState.CLOSED]
    record = session.meeting(closed[-1].id)
    cargoes: list[cargo.Cargo] = [
        cargo.MeetingCargo(session, record),
        cargo.PeriodCargo(session, session.period_record(Period(Span.YEAR, 2026))),
    ]
    for one in cargoes:
        for way in one.ways():
            carry(Courier(), way.pack, stick)
    copy = copied(session.ledger, "Chi bộ", NOW.date())
    carry(Courier(), lambda: Load(((f"x{copy.suffix}", proven(copy)),), 0, FOLDER), stick)


def carry(courier: Any, pack: Callable[[], Any], place: Path) -> None:  # noqa: ANN401
    """Carry a load onto a stick, and see it arrive."""
    from PySide6.QtCore import QEventLoop

    loop, said = QEventLoop(), list[object]()
    for told in (courier.arrived, courier.failed):
        told.connect(said.append)
        told.connect(lambda _: loop.quit())
    courier.carry(pack, place)
    loop.exec()
    assert not isinstance(said[0], Exception), said


def keep_a_board(program: Any, board: Path, ask: Any, out: Path) -> None:  # noqa: ANN401
    """See every page of a board, and save its tables in each way."""
    from PySide6.QtWidgets import QApplication

    from cellsecretary.ui.board.sums import SumsPage
    from cellsecretary.ui.board.window import PAGES, BoardWindow

    assert program.open_board(board)
    window = program.window
    assert isinstance(window, BoardWindow)
    window.showNormal()
    for name in PAGES:
        page = window.show_page(name)
        QApplication.processEvents()
        if isinstance(page, SumsPage):
            for choice, kind in enumerate(("xlsx", "csv", "pdf")):
                ask.will_answer(choice, out / f"table.{kind}")
                page._save()
                assert (out / f"table.{kind}").exists()


WAYS: dict[str, Callable[[Path], None]] = {"commands": by_commands, "windows": at_the_windows}


def at_home(here: Path) -> dict[str, str]:
    """Give the surroundings of a person whose whole computer is one folder."""
    home, passing = here / "home", here / "tmp"
    for folder in (home, passing):
        folder.mkdir(mode=0o700)
    bare = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
    return {
        **bare,
        "HOME": str(home),
        "USERPROFILE": str(home),
        "APPDATA": str(home),
        "LOCALAPPDATA": str(home),
        "TMPDIR": str(passing),
        "PYTHONPATH": str(Path(__file__).parent.parent),
        "PYTHONIOENCODING": "utf-8",
        "QT_QPA_PLATFORM": "offscreen",
    }


if __name__ == "__main__":
    WAYS[sys.argv[1]](Path(sys.argv[2]))
