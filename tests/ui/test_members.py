"""The register of members on the screen: order, search, counts, and every act on one member."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QMenu

from cellsecretary.core.kinds import Leaving, Sex, StandingKind
from cellsecretary.core.operations.members import add_member, change_standing, end_membership
from cellsecretary.core.rows import Member
from cellsecretary.core.vietnamese import name_key
from cellsecretary.ui.dialogs.leaving import LeavingDialog
from cellsecretary.ui.dialogs.member import MemberDialog
from cellsecretary.ui.dialogs.standing import StandingDialog
from cellsecretary.ui.member_table import NAME, NUMBER, OFFICIAL, PHONE, STANDING
from cellsecretary.ui.panels.members import MembersPanel
from cellsecretary.ui.theme import Theme
from tests.building import AFTER, new_book

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QApplication, QWidget
    from pytestqt.qtbot import QtBot

    from cellsecretary.messages import Messages
    from cellsecretary.ui.session import Session
    from tests.ui.asking import QueuedAsk

    D = TypeVar("D", bound=QDialog)

TODAY = AFTER.date()


@pytest.fixture
def panel(qtbot: QtBot, session: Session, ask: QueuedAsk, words: Messages) -> MembersPanel:
    made = MembersPanel(session, ask, words)
    qtbot.addWidget(made)
    made.resize(1130, 650)
    with qtbot.waitExposed(made):
        made.show()
    return made


def opened(panel: MembersPanel, kind: type[D]) -> D:
    dialogs = [dialog for dialog in panel.findChildren(kind) if dialog.isVisible()]
    assert len(dialogs) == 1
    return dialogs[0]


def menu_action(panel: MembersPanel, words: str) -> QAction:
    menu = panel.form.more_button.menu()
    assert isinstance(menu, QMenu)
    return next(a for a in menu.actions() if words in a.text().replace("&", ""))


def shown(panel: MembersPanel) -> list[str]:
    model = panel.form.members_table.model()
    return [model.index(row, NAME).data() for row in range(model.rowCount())]


def cell(panel: MembersPanel, member: Member, column: int) -> str:
    model = panel.form.members_table.model()
    rows = [r for r in range(model.rowCount()) if model.index(r, NAME).data() == member.name]
    return str(model.index(rows[0], column).data())


def someone(session: Session, standing: StandingKind = StandingKind.ACTIVE) -> Member:
    """Give the member of the highest number who stands so."""
    found = [
        m for m in session.register.members if session.register.standing(m.id, TODAY) is standing
    ]
    return max(found, key=lambda member: member.number)


def newcomer(session: Session, name: str = "Đỗ Thị Mới", **values: object) -> Member:
    member = Member("", 0, name, **values)  # type: ignore[arg-type]
    assert session.do(add_member, session.register, member) is None
    return max(session.register.members, key=lambda m: m.number)


# Order, search, counts


def test_members_stand_in_the_order_of_their_given_names(
    panel: MembersPanel, session: Session
) -> None:
    names = shown(panel)
    assert len(names) == 53
    assert names == sorted(names, key=name_key)
    newcomer(session, "Nguyễn Văn Ân")
    newcomer(session, "Nguyễn Văn Ăn")
    names = shown(panel)
    last_an = max(place for place, name in enumerate(names) if name.endswith(" An"))
    assert last_an < names.index("Nguyễn Văn Ăn") < names.index("Nguyễn Văn Ân")


def test_a_click_on_the_header_sorts_by_number(panel: MembersPanel, qtbot: QtBot) -> None:
    header = panel.form.members_table.horizontalHeader()
    place = header.sectionViewportPosition(NUMBER) + header.sectionSize(NUMBER) // 2
    point = header.viewport().rect().center()
    point.setX(place)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=point)
    model = panel.form.members_table.model()
    numbers = [int(model.index(row, NUMBER).data()) for row in range(model.rowCount())]
    assert numbers == sorted(numbers)


def test_the_search_ignores_tone_marks(
    panel: MembersPanel, type_text: Callable[[QWidget, str], None]
) -> None:
    type_text(panel.form.search_edit, "duc cuong")
    assert shown(panel) == ["Bàn Đức Cường", "Lê Đức Cường"]
    type_text(panel.form.search_edit, "zzz")
    assert shown(panel) == []
    assert "Nobody is called that" in panel.form.count_label.text()


def test_enter_in_the_search_goes_to_who_was_found(
    panel: MembersPanel, qtbot: QtBot, type_text: Callable[[QWidget, str], None]
) -> None:
    type_text(panel.form.search_edit, "lê đức")
    qtbot.keyClick(panel.form.search_edit, Qt.Key.Key_Return)
    assert panel.chosen is not None
    assert panel.chosen.name == "Lê Đức Cường"
    assert panel.form.change_button.isEnabled()


def test_the_counts_are_those_of_today(panel: MembersPanel, session: Session) -> None:
    for figure in (
        "52 member",
        "50 official",
        "2 probationary",
        "4 exempt",
        "3 temp",
        "1 visiting",
    ):
        assert figure in panel.form.count_label.text()
    newcomer(session)
    assert "53 member" in panel.form.count_label.text()
    assert "3 probationary" in panel.form.count_label.text()


def test_an_empty_register_says_how_to_begin(
    qtbot: QtBot, themed: QApplication, tmp_path: Path, ask: QueuedAsk, words: Messages
) -> None:
    session = started(tmp_path)
    panel = MembersPanel(session, ask, words)
    qtbot.addWidget(panel)
    panel.show()
    assert panel.form.empty_card.isVisible()
    assert not panel.form.members_table.isVisible()
    qtbot.mouseClick(panel.form.first_button, Qt.MouseButton.LeftButton)
    dialog = opened(panel, MemberDialog)
    assert dialog.form.number_spin.value() == 1
    dialog.form.name_edit.setText("Đỗ Thị Mới")
    dialog.keep()
    assert not panel.form.empty_card.isVisible()
    assert shown(panel) == ["Đỗ Thị Mới"]
    session.book.close()


def started(tmp_path: Path) -> Session:
    from cellsecretary.core.change import Changes, Context
    from cellsecretary.core.kinds import CellKind, Shift
    from cellsecretary.core.operations.cell import start_book
    from cellsecretary.core.rows import Cell
    from cellsecretary.ui.ledger_session import new_id
    from cellsecretary.ui.session import Session

    book = new_book(tmp_path / "empty.chibo")
    cell = Cell(
        id="",
        name="Chi bộ bản Mới",
        kind=CellKind.VILLAGE,
        superior="Đảng bộ xã Lưỡng Vượng",
        commune="Lưỡng Vượng",
        place="",
        day=5,
        time=dt.time(19, 30),
        shift=Shift.NONE,
        term_start=dt.date(2026, 1, 1),
    )
    answer = start_book(Context(AFTER, new_id), cell)
    assert isinstance(answer, Changes)
    book.apply(answer, AFTER)
    return Session(book, lambda: AFTER)


def test_large_text_keeps_name_and_standing_and_hides_the_rest(
    panel: MembersPanel, themed: QApplication
) -> None:
    table = panel.form.members_table
    assert not table.isColumnHidden(PHONE)
    Theme(200).apply(themed)
    panel.resize(1130, 650)
    themed.processEvents()
    assert table.isColumnHidden(PHONE)
    assert table.isColumnHidden(OFFICIAL)
    assert not table.isColumnHidden(STANDING)
    assert table.horizontalHeader().length() <= table.viewport().width()


# One member


def test_adding_a_member_writes_every_field(
    panel: MembersPanel,
    session: Session,
    qtbot: QtBot,
    type_text: Callable[[QWidget, str], None],
) -> None:
    qtbot.mouseClick(panel.form.add_button, Qt.MouseButton.LeftButton)
    dialog = opened(panel, MemberDialog)
    form = dialog.form
    assert form.number_spin.value() == 54
    type_text(form.name_edit, "  Đỗ Thị  Mới ")
    form.sex_box.setCurrentIndex(form.sex_box.findData(Sex.FEMALE.value))
    for edit, text in (
        (form.born_edit, "5/6/1990"),
        (form.joined_edit, "3-2-2015"),
        (form.official_edit, "03022016"),
        (form.entered_edit, "1.9.2026"),
    ):
        type_text(edit, text)
    form.post_box.setEditText("Tổ trưởng tổ đảng")
    type_text(form.phone_edit, "0912 345 678")
    type_text(form.card_edit, "00123456")
    qtbot.mouseClick(form.keep_button, Qt.MouseButton.LeftButton)
    member = session.register.members[-1]
    assert (member.number, member.name, member.sex) == (54, "Đỗ Thị Mới", Sex.FEMALE)
    assert (member.born, member.joined) == (dt.date(1990, 6, 5), dt.date(2015, 2, 3))
    assert (member.official, member.entered) == (dt.date(2016, 2, 3), dt.date(2026, 9, 1))
    assert (member.card, member.phone) == ("00123456", "0912 345 678")
    assert member.post == "Tổ trưởng tổ đảng"
    assert panel.chosen == member


def test_several_members_are_entered_in_one_go(
    panel: MembersPanel, session: Session, qtbot: QtBot, type_text: Callable[[QWidget, str], None]
) -> None:
    panel.add_member()
    dialog = opened(panel, MemberDialog)
    for name in ("Đỗ Thị Mới", "Đỗ Văn Nữa"):
        type_text(dialog.form.name_edit, name)
        qtbot.mouseClick(dialog.form.another_button, Qt.MouseButton.LeftButton)
        assert dialog.form.name_edit.text() == ""
    assert dialog.form.number_spin.value() == 56
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert [m.name for m in session.register.members[-2:]] == ["Đỗ Thị Mới", "Đỗ Văn Nữa"]


@pytest.mark.parametrize(
    ("field", "text", "sentence"),
    [
        ("name_edit", " ", "no name yet"),
        ("born_edit", "31/02/1990", "no date"),
        ("joined_edit", "1/1/1900", "earlier than the birth"),
    ],
)
def test_what_is_refused_is_said_at_its_field_and_nothing_is_written(
    panel: MembersPanel,
    session: Session,
    type_text: Callable[[QWidget, str], None],
    field: str,
    text: str,
    sentence: str,
) -> None:
    before = session.register.members
    panel.choose(someone(session).id)
    panel.open_member()
    dialog = opened(panel, MemberDialog)
    edit = getattr(dialog.form, field)
    edit.selectAll()
    type_text(edit, text)
    dialog.keep()
    assert dialog.isVisible()
    assert sentence in dialog.notes.text(edit)
    assert edit.hasFocus() or dialog.focusWidget() is edit
    assert session.register.members == before


def test_the_mark_of_a_field_goes_when_it_is_corrected(
    panel: MembersPanel, type_text: Callable[[QWidget, str], None]
) -> None:
    panel.add_member()
    dialog = opened(panel, MemberDialog)
    dialog.keep()
    assert dialog.form.name_edit.property("role") == "bad"
    type_text(dialog.form.name_edit, "Đỗ")
    assert dialog.form.name_edit.property("role") == ""


def test_a_number_that_is_taken_is_refused(panel: MembersPanel, session: Session) -> None:
    panel.choose(someone(session).id)
    panel.open_member()
    dialog = opened(panel, MemberDialog)
    dialog.form.number_spin.setValue(1)
    dialog.keep()
    assert "Number 1 belongs to another" in dialog.notes.text(dialog.form.number_spin)


def test_escape_does_not_lose_what_was_typed_at_once(
    panel: MembersPanel, qtbot: QtBot, type_text: Callable[[QWidget, str], None]
) -> None:
    panel.add_member()
    dialog = opened(panel, MemberDialog)
    type_text(dialog.form.name_edit, "Đỗ Thị Mới")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_changing_a_member_leaves_the_rest_as_it_was_and_can_be_undone(
    panel: MembersPanel, session: Session, type_text: Callable[[QWidget, str], None]
) -> None:
    before = someone(session)
    panel.choose(before.id)
    panel.form.members_table.activated.emit(panel.form.members_table.currentIndex())
    dialog = opened(panel, MemberDialog)
    type_text(dialog.form.phone_edit, "0987")
    dialog.keep()
    after = session.register.member(before.id)
    assert after is not None
    assert (after.phone, after.name, after.born) == ("0987", before.name, before.born)
    assert panel.chosen == after
    session.undo()
    assert session.register.member(before.id) == before


def test_a_standing_has_days_and_a_reason(
    panel: MembersPanel,
    session: Session,
    qtbot: QtBot,
    type_text: Callable[[QWidget, str], None],
) -> None:
    member = someone(session)
    panel.choose(member.id)
    menu_action(panel, "Standing").trigger()
    form = opened(panel, StandingDialog).form
    assert form.active_radio.isChecked()
    assert not form.until_edit.isEnabled()
    form.exempt_radio.click()
    form.since_edit.selectAll()
    type_text(form.since_edit, "1/11/2026")
    type_text(form.until_edit, "31/12/2026")
    type_text(form.reason_edit, "Tuổi cao, sức yếu")
    qtbot.mouseClick(form.keep_button, Qt.MouseButton.LeftButton)
    span = next(s for s in session.register.standings if s.member == member.id)
    assert (span.kind, span.reason) == (StandingKind.EXEMPT, "Tuổi cao, sức yếu")
    assert (span.since, span.until) == (dt.date(2026, 11, 1), dt.date(2026, 12, 31))
    assert cell(panel, member, STANDING) == "Exempt"
    assert "5 exempt" in panel.form.count_label.text()


def test_the_days_of_a_standing_can_be_corrected(
    panel: MembersPanel, session: Session, type_text: Callable[[QWidget, str], None]
) -> None:
    member = someone(session)
    day = dt.date(2026, 5, 1)
    exempt = (StandingKind.EXEMPT, day, None, "Ốm đau")
    assert session.do(change_standing, session.register, member.id, *exempt) is None
    panel.change_standing(member.id)
    dialog = opened(panel, StandingDialog)
    assert dialog.form.since_edit.date() == day
    assert dialog.form.reason_edit.text() == "Ốm đau"
    type_text(dialog.form.until_edit, "31/12/2026")
    dialog.keep()
    spans = [span for span in session.register.standings if span.member == member.id]
    assert [(span.since, span.until, span.reason) for span in spans] == [
        (day, dt.date(2026, 12, 31), "Ốm đau")
    ]


def test_an_exemption_has_its_application_and_its_vote(
    panel: MembersPanel, session: Session, type_text: Callable[[QWidget, str], None]
) -> None:
    member = someone(session)
    panel.change_standing(member.id)
    form = opened(panel, StandingDialog).form
    assert not form.exemption_panel.isVisible()
    form.exempt_radio.click()
    assert form.exemption_panel.isVisible()
    type_text(form.applied_edit, "02/11/2026")
    type_text(form.decided_edit, "03/11/2026")
    opened(panel, StandingDialog).keep()
    (span,) = [span for span in session.register.standings if span.member == member.id]
    assert (span.applied, span.decided) == (dt.date(2026, 11, 2), dt.date(2026, 11, 3))


def test_where_a_member_came_from_and_two_hats_are_kept(
    panel: MembersPanel, session: Session
) -> None:
    member = someone(session)
    panel.choose(member.id)
    panel.open_member()
    dialog = opened(panel, MemberDialog)
    dialog.form.entered_from_edit.setText("Chi bộ xóm Đình")
    dialog.form.village_head_check.click()
    dialog.keep()
    after = session.register.member(member.id)
    assert after is not None
    assert (after.entered_from, after.village_head) == ("Chi bộ xóm Đình", True)


def test_a_standing_that_is_left_alone_is_no_change(panel: MembersPanel, session: Session) -> None:
    before = session.register.standings
    panel.change_standing(someone(session, StandingKind.AWAY).id)
    opened(panel, StandingDialog).keep()
    assert session.register.standings == before


def test_a_standing_that_ends_before_it_begins_is_refused(
    panel: MembersPanel, session: Session, type_text: Callable[[QWidget, str], None]
) -> None:
    panel.change_standing(someone(session).id)
    dialog = opened(panel, StandingDialog)
    dialog.form.away_radio.click()
    type_text(dialog.form.until_edit, "1/1/2020")
    dialog.keep()
    assert "earlier than" in dialog.notes.text(dialog.form.until_edit)
    assert dialog.isVisible()


def test_an_exempt_member_becomes_active_again(panel: MembersPanel, session: Session) -> None:
    member = someone(session, StandingKind.EXEMPT)
    panel.choose(member.id)
    panel.open_member()
    form = opened(panel, MemberDialog).form
    assert "Exempt" in form.standing_label.text()
    form.standing_button.click()
    dialog = opened(panel, StandingDialog)
    assert dialog.form.exempt_radio.isChecked()
    assert "Exempt" in dialog.form.before_label.text()
    dialog.form.active_radio.click()
    dialog.keep()
    assert session.register.standing(member.id, TODAY) is StandingKind.ACTIVE
    assert session.register.standing(member.id, TODAY - dt.timedelta(1)) is StandingKind.EXEMPT


def test_a_membership_ends_with_a_day_and_a_reason(panel: MembersPanel, session: Session) -> None:
    member = someone(session)
    panel.choose(member.id)
    menu_action(panel, "End membership").trigger()
    dialog = opened(panel, LeavingDialog)
    form = dialog.form
    dialog.keep()
    assert "How the member leaves" in dialog.notes.text(form.how_box)
    assert not form.transfer_panel.isVisible()
    form.how_box.setCurrentIndex(form.how_box.findData(Leaving.TRANSFERRED.value))
    assert form.transfer_panel.isVisible()
    form.to_edit.setText("Chi bộ thôn 5")
    dialog.keep()
    after = session.register.member(member.id)
    assert after is not None
    assert (after.left, after.leaving, after.left_to) == (
        *(TODAY, Leaving.TRANSFERRED),
        "Chi bộ thôn 5",
    )
    assert member.name not in shown(panel)
    assert "51 member" in panel.form.count_label.text()


def test_those_who_left_are_shown_on_demand_and_can_come_back(
    panel: MembersPanel, session: Session
) -> None:
    action = menu_action(panel, "who left")
    assert not action.isEnabled()
    member = someone(session)
    assert session.do(end_membership, session.register, member.id, TODAY, "Chuyển đi") is None
    assert member.name not in shown(panel)
    action.trigger()
    assert member.name in shown(panel)
    assert cell(panel, member, STANDING) == "Left 21/11/2026"
    panel.choose(member.id)
    panel.open_member()
    assert "Chuyển đi" in opened(panel, MemberDialog).form.standing_label.text()
    opened(panel, MemberDialog).close()
    menu_action(panel, "Take back").trigger()
    assert session.register.member(member.id) == member


def test_who_is_named_in_a_meeting_cannot_be_deleted(panel: MembersPanel, session: Session) -> None:
    panel.choose(someone(session).id)
    assert not menu_action(panel, "Delete").isEnabled()
    mistake = newcomer(session)
    panel.choose(mistake.id)
    assert menu_action(panel, "Delete").isEnabled()
    menu_action(panel, "Delete").trigger()
    assert session.register.member(mistake.id) is None
    assert "Đỗ Thị Mới was deleted" in panel.form.notice_banner.text_label.text()
    session.undo()
    assert session.register.member(mistake.id) == mistake


def test_a_problem_leads_to_its_member_whatever_is_searched_for(
    panel: MembersPanel, session: Session
) -> None:
    panel.form.search_edit.setText("zzz")
    member = someone(session)
    panel.choose(member.id)
    assert panel.chosen == member


def test_the_choice_survives_a_change_elsewhere(panel: MembersPanel, session: Session) -> None:
    member = someone(session)
    panel.choose(member.id)
    newcomer(session, "Âu Văn An")
    assert panel.chosen == member
