"""`BoardMeetingDialog`: what one cell sent for one month, and what the superior says of it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QLabel,
    QPushButton,
    QTabWidget,
    QWidget,
)

from cellsecretary.core.board.given import given_to, with_given
from cellsecretary.core.board.grid import DUE_DAY, MonthField, is_changed
from cellsecretary.core.operations.board import choose_version, look_at, tick_paper
from cellsecretary.exchange.packet import OF_MEETING
from cellsecretary.store import BookError
from cellsecretary.ui.autosave import flush_all
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.board.meeting_content import ContentPage
from cellsecretary.ui.board.meeting_superior import SuperiorPage
from cellsecretary.ui.board.meeting_words import meeting_text, month_sentence, version_text
from cellsecretary.ui.board.states import MONTH_STATES
from cellsecretary.ui.chips import ChipLabel, State
from cellsecretary.ui.dated_tick import DatedTick
from cellsecretary.ui.form import Form
from cellsecretary.ui.keep_on_screen import ask_size
from cellsecretary.ui.paper_desk import PaperDesk
from cellsecretary.ui.reading_order import TabAsRead
from cellsecretary.ui.stacking import StackWhenNarrow
from cellsecretary.ui.tips import plain_title
from cellsecretary.ui.wording import day_text, month_text

if TYPE_CHECKING:
    from cellsecretary.core.board.grid import CellLine
    from cellsecretary.core.board.versions import BoardMeeting, Version, VersionKey
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.messages import Messages
    from cellsecretary.ui.ask import Ask
    from cellsecretary.ui.board.session import BoardSession

WIDTH, HEIGHT = 1080, 720


class BoardMeetingForm(Form):
    """The widgets of the dialog."""

    form = "board_meeting"
    notice_banner: Banner
    head_panel: QWidget
    earlier_button: QPushButton
    month_label: QLabel
    later_button: QPushButton
    month_chip: ChipLabel
    month_state_label: QLabel
    paper_tick: DatedTick
    choice_panel: QWidget
    meeting_box: QComboBox
    version_box: QComboBox
    empty_label: QLabel
    pages_tabs: QTabWidget
    save_button: QPushButton
    print_button: QPushButton
    close_button: QPushButton


class BoardMeetingDialog(TabAsRead, QDialog):
    """Opened by a cell and a month; without a month at the newest one that something came for."""

    def __init__(
        self,
        session: BoardSession,
        ask: Ask,
        words: Messages,
        cell: str,
        month: dt.date | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session = session
        self._words = words
        self._cell = cell
        self._month = month.replace(day=1) if month else self._newest_month()
        self._meeting = ""
        self._version: VersionKey | None = None
        self._read: tuple[VersionKey, MeetingRecord] | None = None
        self.form = form = BoardMeetingForm(self)
        self.setWindowTitle(plain_title(self._line().name))
        form.notice_banner.dismiss()
        self.content = ContentPage(words, self)
        self.desk = PaperDesk(ask, words, self, offered=OF_MEETING)
        self.superior = SuperiorPage(session, words, form.notice_banner, self)
        form.pages_tabs.addTab(self.content, self.tr("&What came"))
        form.pages_tabs.addTab(self.desk, self.tr("&Papers"))
        form.pages_tabs.addTab(self.superior, self.tr("&Remark and points"))
        form.pages_tabs.currentChanged.connect(lambda _page: self._turn_page())
        form.earlier_button.clicked.connect(lambda: self._go(-1))
        form.later_button.clicked.connect(lambda: self._go(1))
        form.meeting_box.activated.connect(self._choose_meeting)
        form.version_box.activated.connect(self._choose_version)
        form.paper_tick.noted.connect(self._tick)
        form.save_button.clicked.connect(self.desk.save_paper)
        form.print_button.clicked.connect(self.desk.print_paper)
        form.close_button.clicked.connect(self.accept)
        form.notice_banner.acted.connect(self.desk.save_paper)
        self.content.seen.connect(self._look)
        self.content.chosen.connect(self._hold)
        self.desk.newest_wanted.connect(self._back_to_newest)
        self.desk.told.connect(self._tell)
        self.desk.turned.connect(self._turn_page)
        StackWhenNarrow(form.head_panel)
        StackWhenNarrow(form.choice_panel)
        session.changed.connect(self._refresh)
        session.collected.connect(self._refresh)
        self._refresh()
        form.close_button.setFocus()
        ask_size(self, WIDTH, HEIGHT)

    def done(self, result: int) -> None:
        """Keep what is typed before the dialog goes."""
        flush_all(self)
        super().done(result)

    # What is shown

    def _newest_month(self) -> dt.date:
        meetings = self._session.record.meetings_of(self._cell)
        months = [one.current.figures.month for one in meetings]
        return max(months, default=self._session.today().replace(day=1))

    def _line(self) -> CellLine:
        return next(one for one in self._session.record.cells if one.id == self._cell)

    def _field(self) -> MonthField:
        """Give how the cell stands with the month."""
        lines = self._session.record.grid([self._month], self._session.today())
        return next(line.months[0] for line in lines if line.cell.id == self._cell)

    def _refresh(self, *_changes: object) -> None:
        if all(line.id != self._cell for line in self._session.record.cells):
            # A cell that was only named, and whose naming was undone.
            self.reject()
            return
        form, field = self.form, self._field()
        office = self._session.register.office
        form.month_label.setText(month_text(self._month))
        form.month_chip.show_state(MONTH_STATES[field.state], self._words.month_state(field.state))
        said = month_sentence(field, office.due_day if office else DUE_DAY)
        form.month_state_label.setText(said)
        today = self._session.today()
        form.later_button.setEnabled(self._month < max(today.replace(day=1), self._newest_month()))
        received = field.paper.received if field.paper else None
        form.paper_tick.show_step(self.tr("Came on paper"), day_text(received), received)
        form.paper_tick.set_days(today, first=self._month)
        form.paper_tick.setEnabled(self._month <= today)
        meetings = (*field.meetings, *field.others)
        self._show_choice(meetings)
        form.empty_label.setText(self.tr("Nothing came from this cell for this month yet."))
        form.empty_label.setVisible(not meetings)
        form.pages_tabs.setVisible(bool(meetings))
        meeting, version = self._chosen(meetings)
        if meeting is not None and version is not None:
            self._show_meeting(meeting, version)
        self._turn_page()

    def _chosen(
        self, meetings: tuple[BoardMeeting, ...]
    ) -> tuple[BoardMeeting | None, Version | None]:
        """Give the meeting and the version that are shown: what was chosen, while it is there."""
        meeting = next((one for one in meetings if one.id == self._meeting), None)
        meeting = meeting or next(iter(meetings), None)
        if meeting is None:
            return None, None
        self._meeting = meeting.id
        held = (one for one in meeting.versions if one.key == self._version)
        return meeting, next(held, meeting.current)

    def _show_choice(self, meetings: tuple[BoardMeeting, ...]) -> None:
        form = self.form
        meeting, version = self._chosen(meetings)
        _fill(form.meeting_box, [(meeting_text(one, self._words), one.id) for one in meetings])
        form.meeting_box.setCurrentIndex(form.meeting_box.findData(self._meeting))
        versions = meeting.versions if meeting else ()
        if meeting is not None:
            texts = [version_text(meeting, one) for one in versions]
            _fill(form.version_box, [(text, at) for at, text in enumerate(texts)])
        if version is not None:
            form.version_box.setCurrentIndex(versions.index(version))
        # What leaves no choice takes no room; the day and the kind stand among the figures.
        form.meeting_box.setVisible(len(meetings) > 1)
        form.version_box.setVisible(len(versions) > 1)
        form.choice_panel.setVisible(len(meetings) > 1 or len(versions) > 1)

    def _show_meeting(self, meeting: BoardMeeting, version: Version) -> None:
        looks = self._session.register.looks
        place = (meeting.cell, meeting.id)
        seen = next((one.revision for one in looks if (one.cell, one.meeting) == place), None)
        changed = not version.key.is_draft and is_changed(meeting, seen)
        self.content.show_version(meeting, version, seen, self._record, is_changed=changed)
        self.superior.show_meeting(meeting, self._record(meeting.current.key))
        record = self._record(version.key)
        if record is not None:
            score = given_to(self._session.register.scores, *place)
            is_earlier = version != meeting.current
            shown = record if is_earlier else with_given(record, score)
            instead = self.tr("This meeting has no papers.")
            self.desk.lay(shown, instead, earlier=is_earlier)

    def _record(self, key: VersionKey) -> MeetingRecord | None:
        """Read a version, None where the file does not give it."""
        if self._read is None or self._read[0] != key:
            try:
                self._read = (key, self._session.meeting(key))
            except BookError as error:
                self._tell(self._words.fault(error.fault, error.path), State.BAD, "")
                return None
        return self._read[1]

    def _turn_page(self) -> None:
        """Offer to print and to save what is seen, a paper alone."""
        form = self.form
        on_desk = form.pages_tabs.currentWidget() is self.desk and bool(self.desk.paper)
        seen = on_desk and not form.pages_tabs.isHidden()
        form.save_button.setVisible(seen)
        form.print_button.setVisible(seen)

    # What is done

    def _go(self, step: int) -> None:
        """Turn to the month before or after."""
        flush_all(self)
        at = self._month.year * 12 + self._month.month - 1 + step
        self._month = dt.date(at // 12, at % 12 + 1, 1)
        self._meeting, self._version = "", None
        self._refresh()

    def _choose_meeting(self, index: int) -> None:
        flush_all(self)
        self._meeting, self._version = self.form.meeting_box.itemData(index), None
        self._refresh()

    def _choose_version(self, index: int) -> None:
        field = self._field()
        meeting, _ = self._chosen((*field.meetings, *field.others))
        if meeting is not None:
            self._version = meeting.versions[index].key
            self._refresh()

    def _back_to_newest(self) -> None:
        self._version = None
        self._refresh()

    def _tick(self, received: dt.date | None) -> None:
        refusal = self._session.do(
            tick_paper, self._session.register, self._cell, self._month, received
        )
        if not self.form.notice_banner.answer(refusal, self._words):
            self._refresh()

    def _look(self, key: VersionKey) -> None:
        refusal = self._session.do(look_at, self._session.register, key)
        self.form.notice_banner.answer(refusal, self._words)
        self.form.close_button.setFocus()

    def _hold(self, key: VersionKey) -> None:
        self._version = None
        refusal = self._session.do(choose_version, self._session.register, key)
        self.form.notice_banner.answer(refusal, self._words)

    def _tell(self, text: str, state: State, act: str) -> None:
        self.form.notice_banner.show_message(state, text, act, "save")


def _fill(box: QComboBox, entries: list[tuple[str, object]]) -> None:
    """Offer other entries; those that stay leave an open list alone."""
    old = [(box.itemText(at), box.itemData(at)) for at in range(box.count())]
    if old == entries:
        return
    box.clear()
    for text, value in entries:
        box.addItem(text, value)
