"""Every view that a user can have before the eyes: windows on each page, dialogs on each tab."""

from __future__ import annotations

from contextlib import ExitStack, closing, contextmanager
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QDialog, QTabWidget, QWidget
from shiboken6 import delete

from cellsecretary.core.operations.board import change_office, change_paper_cell
from cellsecretary.exchange.collecting import Collecting
from cellsecretary.rules import bundled
from cellsecretary.store import Book
from cellsecretary.store.board import Board
from cellsecretary.ui.ask import Ask, FileKind, Question
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.board.session import BoardSession
from cellsecretary.ui.board.window import PAGES as BOARD_PAGES
from cellsecretary.ui.board.window import BoardWindow
from cellsecretary.ui.chips import State
from cellsecretary.ui.dialogs.entry import EntryDialog
from cellsecretary.ui.dialogs.paper import PaperDialog
from cellsecretary.ui.keep_on_screen import TITLE_BAR, fit_anew
from cellsecretary.ui.language import Language
from cellsecretary.ui.main_window import MainWindow
from cellsecretary.ui.meeting_page import STEPS, MeetingPage
from cellsecretary.ui.page import Page
from cellsecretary.ui.pages import PAGES
from cellsecretary.ui.session import Session
from cellsecretary.ui.window_place import SMALLEST
from tests.building import AFTER
from tests.cells import SUPERIOR, held, packed, write
from tests.ui.board.conftest import FIRST, NOW, SECOND
from tests.ui.every_form import ELSEWHERE, VARIANTS, World, hosts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

SCREENS = (QSize(1366, 768), QSize(1280, 720), QSize(1920, 1080))
"""The screens of old laptops, and a large one."""


TEXT = "Làm đường ngõ xóm, trồng hoa hai bên đường và thu gom rác thải hằng tuần"
"""What is written where a scene has no text of its own."""

LONG_TEXT = (
    "Việc này không hoàn tác được: biên bản đã kết thúc được mở lại thì bản đã ký không còn là bản "
    "cuối cùng, và cấp trên sẽ nhận bản mới ở lần gửi sau. Mọi điều đã ghi vẫn giữ nguyên."
)
"""As long as the longest messages of the program."""


def _page(page: str, world: World) -> QWidget:
    window = world.open("main_window")
    assert isinstance(window, MainWindow)
    window.show_page(page)
    return window


def _step(step: str, world: World) -> QWidget:
    window = world.open("main_window")
    assert isinstance(window, MainWindow)
    page = window.show_meeting(world.meeting)
    assert isinstance(page, MeetingPage)
    page.show_step(step)
    return window


def _practice(step: str, world: World) -> QWidget:
    window = _step(step, world)
    assert isinstance(window, MainWindow)
    window.practise()
    return window


def _board_page(page: str, world: World) -> QWidget:
    window = world.open("board_window")
    assert isinstance(window, BoardWindow)
    window.show_page(page)
    return window


def _dialogs() -> Iterator[str]:
    for name, host in sorted(hosts().items()):
        if issubclass(host, QDialog) and name not in ELSEWHERE:
            yield name
    # The other variant is a page that is seen in a dialog.
    yield from (name for name in VARIANTS if name.partition(" of ")[0] != "overview_petitions")


def _question(options: Sequence[str], world: World) -> QWidget:
    dialog = Question(None, f"{LONG_TEXT} {world.text}?")
    for place, option in enumerate(options):
        dialog.add_button(option, place)
    return dialog


def _line_asked(world: World) -> QWidget:
    dialog = Question(None, world.text)
    dialog.add_field("Tên mới của mẫu chương trình", world.text)
    dialog.add_button("Thôi", 0)
    dialog.add_button("Đồng ý", 1)
    return dialog


QUESTIONS: dict[str, Callable[[World], QWidget]] = {
    "question": partial(_question, ("Giữ nguyên biên bản", "Mở lại và sửa")),
    "question with three answers": partial(
        _question, ("Ghi đè lên tệp cũ", "Ghi thành một tệp khác", "Không ghi gì cả")
    ),
    "question for a line": _line_asked,
    "saving a file": lambda world: Ask().file_dialog("Lưu thành", world.folder, FileKind.PDF),
}
"""What `Ask` asks."""

SCENES: dict[str, Callable[[World], QWidget]] = {
    "start": lambda world: world.open("start"),
    **{page: partial(_page, page) for page in PAGES if page != "meetings"},
    **{step: partial(_step, step) for step in STEPS},
    "practice": partial(_practice, "minutes"),
    **{f"board {page}": partial(_board_page, page) for page in BOARD_PAGES},
    **{name: partial(World.open, form=name) for name in _dialogs()},
    **QUESTIONS,
}
"""What is opened by its name."""


def fit(widget: QWidget, size: QSize) -> None:
    """Put a widget on a screen, with the size that it has there: a window all of it.

    A dialog has what it asks for; that it needs more than there is is a fault, to be seen.
    """
    screen = next(one for one in QApplication.screens() if one.size() == size)
    widget.move(screen.geometry().topLeft())
    QApplication.processEvents()  # it is on a screen once that is told
    if isinstance(widget, QDialog):
        fit_anew(widget)
    else:
        widget.resize(size - QSize(0, TITLE_BAR))
    settle()


def settle() -> None:
    """Let layouts settle: each level of widgets asks the one around it for its room."""
    for _level in range(LEVELS):
        QApplication.processEvents()


LEVELS = 6


def faces(widget: QWidget) -> Iterator[str]:
    """Turn to each tab of a widget, and name it; a widget without tabs has one face, ''."""
    tabs = next((one for one in widget.findChildren(QTabWidget) if one.isVisible()), None)
    if tabs is None:
        yield ""
        return
    for at in range(tabs.count()):
        tabs.setCurrentIndex(at)
        settle()
        yield tabs.tabText(at).replace("&", "")


def complaints(widget: QWidget) -> Iterator[str]:
    """Let a dialog say that something is wrong: at its top, then at every field."""
    banner = widget.findChild(Banner, "notice_banner")
    if not isinstance(widget, QDialog) or banner is None:
        return
    banner.show_message(State.CARE, LONG_TEXT, "Bỏ đi")
    settle()
    yield "with a message"
    banner.dismiss()
    if isinstance(widget, EntryDialog):
        widget._say(dict.fromkeys(widget._fields, LONG_TEXT[:90]))
        settle()
        yield "with what is wrong"
        widget.notes.clear()
        settle()


@contextmanager
def stage(app: QApplication, book: Path, board: Path, language: str) -> Iterator[World]:
    """Give copies of a book and a board in a language; they must lie in a folder of their own."""
    with ExitStack() as held_open:
        speaker = Language(app, language, app)
        held_open.callback(delete, speaker)
        opened = held_open.enter_context(closing(Book.open(book, bundled())))
        collected = held_open.enter_context(closing(Board.open(board, bundled())))
        world = World(
            Session(opened, lambda: AFTER),
            BoardSession(collected, lambda: NOW),
            speaker.words,
            book.parent,
            TEXT,
        )
        world.settings.language = language
        yield world


def appear(world: World, scene: str, screen: QSize) -> QWidget:
    """Open a scene on a screen; whoever asks for it closes and deletes it."""
    widget = SCENES[scene](world)
    widget.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    widget.ensurePolished()
    if not isinstance(widget, QDialog):
        widget.setMinimumSize(*SMALLEST)  # as the program does with its windows
    fit(widget, screen)
    widget.show()
    if isinstance(widget, PaperDialog):
        widget.show_paper()
    fit(widget, screen)
    if isinstance(widget, MainWindow | BoardWindow):
        page = widget.form.page_stack.currentWidget()
        assert isinstance(page, Page)
        page.begin()
    settle()
    return widget


def fill_board(board: Board, stick: Path) -> None:
    """Let two cells send minutes, and one hand in paper, to an office that answers."""
    session = BoardSession(board, lambda: NOW)
    assert session.do(change_office, session.register, SUPERIOR, "Minh Đài") is None
    write(iter([packed(held(FIRST, 9), FIRST), packed(held(SECOND, 10), SECOND)]), stick)
    collecting = Collecting(board, bundled(), session.context, accept_new=True)
    list(collecting.take_all(sorted(stick.iterdir())))
    assert session.do(change_paper_cell, session.register, "", "Chi bộ Quân sự", True) is None
