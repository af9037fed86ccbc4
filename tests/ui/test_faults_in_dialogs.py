"""A fault in a dialog or in a page of one: the window goes on, and no typed text is lost."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING, TypeVar

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QDialog, QWidget

from cellsecretary.core.life_rows import Contact
from cellsecretary.core.operations.contacts import add_contact
from cellsecretary.core.rows import Petition
from cellsecretary.ui.dialogs.contact import ContactDialog
from cellsecretary.ui.dialogs.contacts import ContactsDialog
from cellsecretary.ui.dialogs.documents import DocumentsDialog
from cellsecretary.ui.dialogs.error import ErrorDialog
from cellsecretary.ui.dialogs.meeting import MeetingDialog
from cellsecretary.ui.dialogs.member import MemberDialog
from cellsecretary.ui.dialogs.overview import OverviewDialog
from cellsecretary.ui.dialogs.petitions import PetitionsDialog
from cellsecretary.ui.dialogs.rules import RulesDialog
from cellsecretary.ui.dialogs.templates import TemplatesDialog
from cellsecretary.ui.dialogs.term import TermDialog
from cellsecretary.ui.dialogs.trace import BookTraceDialog
from cellsecretary.ui.dialogs.year_plan import YearPlanDialog
from cellsecretary.ui.main_window import MainWindow
from cellsecretary.ui.overview.attendance import AttendancePage
from cellsecretary.ui.overview.summary import SummaryPage
from tests.building import NOVEMBER, meeting_id
from tests.ui.faults import PRIVATE, fail, meet, notice_button, only, plant, told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from cellsecretary.ui.crashing import CrashHook
    from cellsecretary.ui.dialogs.entry import EntryDialog
    from cellsecretary.ui.overview.page import OverviewPage
    from cellsecretary.ui.program import Program

D = TypeVar("D", bound=QDialog)


@pytest.fixture
def window(program: Program, replayed_file: Path, tmp_path: Path) -> MainWindow:
    path = tmp_path / "thon-3.chibo"
    shutil.copyfile(replayed_file, path)
    assert program.open_book(path)
    assert isinstance(program.window, MainWindow)
    return program.window


@pytest.fixture
def met(hook: CrashHook) -> Iterator[list[type[BaseException]]]:
    """Give the errors that were met, each handed on to the hook."""
    errors: list[type[BaseException]] = []

    def note(kind: type[BaseException], error: BaseException, trace: object) -> None:
        errors.append(kind)
        hook(kind, error, trace)  # type: ignore[arg-type]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "excepthook", note)
        yield errors


def dialogs(window: MainWindow) -> list[str]:
    """Give what is open over the window, but what tells of errors."""
    told_by = ErrorDialog
    return [type(one).__name__ for one in window.findChildren(QDialog) if type(one) is not told_by]


def opened(window: MainWindow, kind: type[D]) -> D:
    (found,) = [one for one in window.findChildren(kind) if one.isVisible()]
    return found


def is_usable(window: MainWindow) -> bool:
    """Tell whether every page can be turned to, and an act be done and undone."""
    pages = [window.show_page(page) for page in ("members", "tasks", "meetings", "home")]
    session = window._session
    refusal = session.do(add_contact, session.register, Contact("", "Vi Văn Xa"))
    session.undo()
    return refusal is None and not any(page.has_failed for page in pages)


# While one is made


def over(kind: Callable[..., QDialog]) -> Callable[[MainWindow], None]:
    """Open a dialog over the window as its menus do."""

    def make(window: MainWindow) -> None:
        kind(window._session, window._words, window).open()

    return make


def asking(kind: Callable[..., QDialog]) -> Callable[[MainWindow], None]:
    def make(window: MainWindow) -> None:
        given = (window._session, window._ask, window._words, window)
        kind(*given).open()

    return make


def petitions(window: MainWindow) -> None:
    session = window._session
    PetitionsDialog(session, window._words, meeting_id(session, NOVEMBER), window).open()


MADE: list[tuple[type[QDialog], str, Callable[[MainWindow], None]]] = [
    (ContactsDialog, "_show", asking(ContactsDialog)),
    (DocumentsDialog, "_show", over(DocumentsDialog)),
    (TemplatesDialog, "_show", over(TemplatesDialog)),
    (YearPlanDialog, "_show", over(YearPlanDialog)),
    (TermDialog, "_show_past", over(TermDialog)),
    (RulesDialog, "_refresh", asking(RulesDialog)),
    (BookTraceDialog, "show_newest", lambda window: window.show_trace()),
    (PetitionsDialog, "_refresh", petitions),
    (
        MemberDialog,
        "entered",
        lambda window: MemberDialog(window._session, window._words, window).open(),
    ),
    (MeetingDialog, "begin", lambda window: window.plan_meeting()),
]


@pytest.mark.thorough
@pytest.mark.parametrize(("kind", "failing", "make"), MADE, ids=[one.__name__ for one, *_ in MADE])
def test_a_dialog_that_cannot_be_made_leaves_nothing_behind(
    program: Program,
    window: MainWindow,
    met: list[type[BaseException]],
    kind: type[QDialog],
    failing: str,
    make: Callable[[MainWindow], None],
) -> None:
    with pytest.MonkeyPatch.context() as fault:
        plant(fault, kind, failing)
        meet(lambda: make(window))
        assert met == [ValueError]
        assert only(program).isVisible()
        only(program).form.close_button.click()
        assert dialogs(window) == []
        assert is_usable(window)
        assert met == [ValueError], "what was half made hears of changes no more"
    make(window)
    assert dialogs(window) == [kind.__name__]
    opened(window, kind).done(0)


def test_a_dialog_that_fails_before_it_is_one_is_told_like_any_other(
    program: Program, window: MainWindow, met: list[type[BaseException]]
) -> None:
    class Early(QDialog):
        def __init__(self) -> None:
            fail()
            super().__init__()

    meet(Early)
    assert met == [ValueError]
    assert only(program).isVisible()
    assert is_usable(window)


# While one is worked with


ENTRIES: list[tuple[str, Callable[[MainWindow], EntryDialog], str]] = [
    ("name_edit", lambda window: MemberDialog(window._session, window._words, window), "members"),
    ("name_edit", lambda window: ContactDialog(window._session, window._words, window), "contacts"),
]


@pytest.mark.thorough
@pytest.mark.parametrize(("field", "make", "table"), ENTRIES, ids=["member", "contact"])
@pytest.mark.parametrize("failing", ["hand_over", "unclear", "look"])
def test_what_is_typed_into_a_form_still_stands_there_after_a_fault_and_can_be_kept(
    program: Program,
    window: MainWindow,
    met: list[type[BaseException]],
    type_text: Callable[[QWidget, str], None],
    failing: str,
    field: str,
    make: Callable[[MainWindow], EntryDialog],
    table: str,
) -> None:
    dialog = make(window)
    dialog.open()
    edit = getattr(dialog.form, field)  # type: ignore[attr-defined]
    type_text(edit, "Vi Văn ")
    with pytest.MonkeyPatch.context() as fault:
        plant(fault, type(dialog), failing)
        meet(dialog.look if failing in ("look", "unclear") else dialog.keep)
        assert set(met) == {ValueError}
        assert "still stands there" in only(program).form.safe_label.text()
        only(program).form.close_button.click()
        type_text(edit, "Xa")
    assert dialog.isVisible()
    assert edit.text() == "Vi Văn Xa"
    if table == "members":
        dialog.form.number_spin.setValue(99)  # type: ignore[attr-defined]
    dialog.keep()
    names = window._session.book.values(f"select name from {table} where name like 'Vi Văn%'")
    assert names == ["Vi Văn Xa"]
    assert is_usable(window)


def test_what_is_typed_into_a_dialog_that_saves_by_itself_is_in_the_file(
    program: Program,
    window: MainWindow,
    met: list[type[BaseException]],
    type_text: Callable[[QWidget, str], None],
    tmp_path: Path,
) -> None:
    petitions(window)
    dialog = opened(window, PetitionsDialog)
    type_text(dialog.form.text_edit, "Xin làm cống")
    with pytest.MonkeyPatch.context() as fault:
        plant(fault, PetitionsDialog, "_delete")
        dialog.form.delete_button.setEnabled(True)
        meet(dialog._delete)
    assert met == [ValueError]
    texts = window._session.book.rows(Petition)
    assert "Xin làm cống" in {one.text for one in texts}
    assert "Everything you typed is saved" in only(program).form.safe_label.text()
    assert dialog.isVisible()


def press_escape(dialog: QDialog) -> None:
    none = Qt.KeyboardModifier.NoModifier
    press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Escape, none)
    QCoreApplication.sendEvent(dialog, press)


@pytest.mark.parametrize(
    ("kind", "failing", "make"),
    [
        (MemberDialog, "entered", MADE[-2][2]),
        (PetitionsDialog, "_settled", petitions),
    ],
    ids=["form", "list"],
)
def test_a_dialog_that_fails_to_close_does_not_stand_before_the_window_for_ever(
    program: Program,
    window: MainWindow,
    met: list[type[BaseException]],
    kind: type[QDialog],
    failing: str,
    make: Callable[[MainWindow], None],
) -> None:
    make(window)
    dialog = opened(window, kind)
    with pytest.MonkeyPatch.context() as fault:
        plant(fault, kind, failing)
        meet(lambda: press_escape(dialog))
        assert dialog.isVisible(), "what is typed may still be kept"
        only(program).form.close_button.click()
        meet(lambda: press_escape(dialog))
        told(program)
        assert dialogs(window) == []
    assert is_usable(window)


def test_a_fault_in_a_keystroke_takes_no_letter(
    program: Program,
    window: MainWindow,
    met: list[type[BaseException]],
    type_text: Callable[[QWidget, str], None],
) -> None:
    dialog = MemberDialog(window._session, window._words, window)
    dialog.form.name_edit.textEdited.connect(fail)
    dialog.open()
    type_text(dialog.form.name_edit, "Đặng Thị Ngọc")
    assert len(met) == len("Đặng Thị Ngọc")
    assert dialog.form.name_edit.text() == "Đặng Thị Ngọc"
    meet(lambda: None)
    assert only(program).isVisible(), "they are told once"


# Pages of the look back at a year


@pytest.fixture
def year(window: MainWindow) -> OverviewDialog:
    dialog = OverviewDialog(window._session, window._ask, window._words, 2026, window)
    dialog.open()
    return dialog


def turn_to(year: OverviewDialog, tab: int) -> OverviewPage:
    year.form.pages_tabs.setCurrentIndex(tab)
    return year.page


def test_a_page_of_a_year_that_cannot_be_filled_leaves_the_others(
    program: Program, year: OverviewDialog, met: list[type[BaseException]]
) -> None:
    with pytest.MonkeyPatch.context() as fault:
        plant(fault, AttendancePage, "show_period")
        page = turn_to(year, 1)
        assert page.has_failed
        notice_button(page, "copy_button").click()
        assert "ValueError" in QGuiApplication.clipboard().text()
        assert PRIVATE[:6] not in QGuiApplication.clipboard().text()
        others = [turn_to(year, tab) for tab in (0, 2, 3, 4, 5, 6)]
        assert not any(other.has_failed for other in others)
        turn_to(year, 1)
        assert notice_button(page, "again_button").isVisible()
    notice_button(page, "again_button").click()
    assert not page.has_failed
    assert page.isVisible()
    meet(lambda: None)
    assert not told(program), "it is said in its place"


def test_a_page_of_a_year_that_cannot_be_made_has_its_tab_and_the_dialog_opens(
    window: MainWindow, met: list[type[BaseException]]
) -> None:
    with pytest.MonkeyPatch.context() as fault:
        plant(fault, SummaryPage, "__init__")
        year = OverviewDialog(window._session, window._ask, window._words, 2026, window)
        year.open()
        tabs = year.form.pages_tabs
        words = [tabs.tabText(tab) for tab in range(tabs.count())]
        assert words[0] == "In figures"
        assert year.page.has_failed
        year.show_row("x")
        assert not turn_to(year, 1).has_failed
        page = turn_to(year, 0)
        notice_button(page, "again_button").click()
        assert year.page.has_failed, "the fault is still there"
    notice_button(year.page, "again_button").click()
    assert isinstance(year.page, SummaryPage)
    assert not year.page.has_failed
    assert [tabs.tabText(tab) for tab in range(tabs.count())] == words
    wanted: list[str] = []
    year.meeting_wanted.connect(wanted.append)
    year.page.meeting_wanted.emit("x")
    assert wanted == ["x"]


def test_a_page_of_a_year_follows_changes_and_waits_while_nobody_sees_it(
    window: MainWindow, year: OverviewDialog
) -> None:
    session, shown = window._session, []
    with pytest.MonkeyPatch.context() as watch:
        watch.setattr(SummaryPage, "show_period", lambda *_given: shown.append("figures"))
        watch.setattr(AttendancePage, "show_period", lambda *_given: shown.append("attendance"))
        assert session.do(add_contact, session.register, Contact("", "Vi Văn Xa")) is None
        assert shown == ["figures"]
        turn_to(year, 1)
        turn_to(year, 0)
        turn_to(year, 1)
        assert shown == ["figures", "attendance"], "nothing changed since"
        session.undo()
        assert shown == ["figures", "attendance", "attendance"]
        turn_to(year, 0)
        assert shown[3:] == ["figures"]
