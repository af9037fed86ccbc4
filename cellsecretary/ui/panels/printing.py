"""Step 5 of a meeting: what still stands in the way, closing, and the papers of the meeting."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QBoxLayout, QMenu, QWidget

from cellsecretary.core.change import Problem, Why
from cellsecretary.core.kinds import MeetingState, Trace
from cellsecretary.core.operations import closing
from cellsecretary.core.score import with_superior
from cellsecretary.core.track import FOLLOW_UP
from cellsecretary.ui.cargo import MeetingCargo
from cellsecretary.ui.chips import State
from cellsecretary.ui.dialogs.remark import CorrectionDialog, ReopenDialog
from cellsecretary.ui.dialogs.send import SendDialog
from cellsecretary.ui.icons import icon, put_icon
from cellsecretary.ui.panel import StepPanel
from cellsecretary.ui.paper_desk import PaperDesk
from cellsecretary.ui.paper_traces import PaperTraces
from cellsecretary.ui.printing_side import PrintingForm, PrintingSide
from cellsecretary.ui.spoken import give_menu
from cellsecretary.ui.theme import current_theme
from cellsecretary.ui.wording import day_text, hour_text

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from cellsecretary.core.advice import Advice
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.messages import Messages
    from cellsecretary.ui.ask import Ask
    from cellsecretary.ui.session import Session

SIDE_LETTERS, HINT_LETTERS, LEAST_LETTERS = 34, 30, 44
"""Widths in letters: of the side, of the hint beside the next step, and the least of the panel."""


class PrintingPanel(StepPanel):
    """Closes the meeting, and prints its papers from the desk beside."""

    def __init__(
        self, session: Session, ask: Ask, words: Messages, parent: QWidget | None = None
    ) -> None:
        super().__init__(session, ask, words, parent)
        self._version: int | None = None
        self._missing = 0
        self._hint = ""
        self._turned = False
        self._traces = PaperTraces(session, words)
        self.form = form = PrintingForm(self)
        self.desk = PaperDesk(ask, words, self)
        self.desk.told.connect(self._tell_of_paper)
        self.desk.turned.connect(self._follow_paper)
        self.desk.left.connect(self._note_paper)
        self.desk.newest_wanted.connect(lambda: self.show_version(None))
        box = form.paper_panel.layout()
        assert box is not None
        box.addWidget(self.desk)
        self.side = PrintingSide(self, form, session, ask, words)
        self.side.place_wanted.connect(self.place_wanted)
        form.previous_button.clicked.connect(self.previous_wanted)
        form.save_button.clicked.connect(self.desk.save_paper)
        form.side_button.clicked.connect(self._turn)
        form.next_button.clicked.connect(self._go_on)
        form.notice_banner.acted.connect(self.desk.save_paper)
        self._make_menu()
        self._fit()

    # Showing

    def show_meeting(self, meeting: str) -> None:
        """Turn to a meeting, at its newest minutes."""
        if meeting != self._meeting:
            self._version = None
            self._missing = 0
            self.notice("")
        super().show_meeting(meeting)

    def go_to(self, place: Problem | Advice) -> None:
        """Open the score, or put the keyboard on the step after the meeting that is named."""
        self.update_now()
        if place.table == "scores":
            self.side.open_score()
        if place.field in FOLLOW_UP:
            self.side.follow_up.track.focus_on(place.field)

    def refresh(self) -> None:
        """Show what is missing, the documents, and soon the paper."""
        record = self.record
        self._follow_missing()
        self.side.show_record(record)
        self._show_acts(record)
        self._choose_start()
        self._fit()
        instead = self.tr("This meeting was cancelled, so it has no papers.")
        self.desk.lay(self._shown(), instead, earlier=self._version is not None)

    def show_version(self, version: int | None) -> None:
        """Show an earlier closed version, or the newest state again."""
        self._version = version
        self.update_now()

    def _shown(self) -> MeetingRecord:
        """Give the version that the paper shows."""
        if self._version is None:
            return with_superior(self.record, self._session.register)
        versions = self._session.closed_versions(self._meeting)
        return next(one for one in versions if one.revision == self._version)

    def _show_acts(self, record: MeetingRecord) -> None:
        """Offer what can be done now; one of it is the next step."""
        form, state = self.form, record.meeting.state
        running, closed = state is MeetingState.RUNNING, state is MeetingState.CLOSED
        newest = self._session.register.newest_closed()
        is_newest = newest is not None and newest.id == self._meeting
        looks_back = self._version is not None
        prints = closed or looks_back
        if prints:
            text, icon_name, hint = self.tr("&Print"), "print", ""
        elif running:
            text, icon_name = self.tr("&Close the meeting"), "lock"
            hint = self.tr(
                "Closing freezes the minutes. It cannot be undone, only reopened with a reason."
            )
        elif state is MeetingState.PLANNED:
            text, icon_name, hint = self.tr("&To the attendance"), "next", ""
        else:
            text, icon_name, hint = "", "", ""
        form.next_button.setText(text)
        form.next_button.setProperty("icon_name", icon_name)
        form.next_button.unsetLayoutDirection()
        put_icon(form.next_button)
        self._hint = hint
        open_now = record.is_open and not looks_back
        self._save_action.setVisible(open_now or prints)
        self._print_action.setVisible(open_now)
        self._send_action.setVisible(open_now or prints)
        self._reopen_action.setVisible(closed and is_newest)
        self._correct_action.setVisible(closed and not is_newest)
        self._fill_versions(record)

    def _fill_versions(self, record: MeetingRecord) -> None:
        """List the closed versions before the one that is valid."""
        times = self._session.closing_times(self._meeting)
        earlier = {
            number: at for number, at in times.items() if record.is_open or number < record.revision
        }
        self._versions.clear()
        for number, at in earlier.items():
            text = self.tr("Version {number}, closed on {day} at {hour}").format(
                number=number, day=day_text(at.date()), hour=hour_text(at.time())
            )
            self._versions.addAction(text, partial(self.show_version, number))
        self._versions.menuAction().setVisible(bool(earlier))

    def _make_menu(self) -> None:
        self._menu = QMenu(self)
        add = self._menu.addAction
        self._save_action = add(icon("save"), self.tr("Save as PD&F…"), self.desk.save_paper)
        self._word_action = add(icon("edit"), self.tr("Save for &Word…"), self.desk.save_for_word)
        self._archive_action = add(
            icon("book"), self.tr("Save for the arc&hive…"), self.desk.save_for_archive
        )
        self._signed_action = add(
            icon("done"),
            self.tr("It &is signed"),
            lambda: self._note_paper(self.desk.paper, Trace.SIGNED),
        )
        self._print_action = add(
            icon("print"), self.tr("&Print this paper…"), self.desk.print_paper
        )
        self._send_action = add(icon("usb"), self.tr("Copy to a &USB stick…"), self.send)
        self._reopen_action = add(icon("unlock"), self.tr("&Reopen the meeting…"), self.reopen)
        self._correct_action = add(icon("edit"), self.tr("&Append a correction…"), self.correct)
        add(
            icon("list_below"),
            self.tr("What was &done…"),
            lambda: self.trace_wanted.emit(self._meeting),
        )
        for action in (self._word_action, self._archive_action, self._signed_action):
            action.setVisible(False)  # until there is a paper
        self._versions = self._menu.addMenu(icon("book"), self.tr("&Earlier versions"))
        give_menu(self.form.more_button, self._menu)

    def _follow_paper(self) -> None:
        """Offer what can be done with the paper shown, and say what happened to it."""
        record, paper = self._shown(), self.desk.paper
        whole = bool(paper) and self.desk.is_whole
        said = self._traces.sentence(record, paper) if whole else ""
        signed = self._traces.is_signed(record, paper)
        self._word_action.setVisible(self.desk.has_word)
        self._archive_action.setVisible(not record.is_draft and bool(paper))
        self._signed_action.setVisible(not record.is_draft and whole and not signed)
        self.form.trace_label.setText(said)
        self.form.trace_label.setVisible(bool(said))
        self._fit()

    def _note_paper(self, paper: str, trace: Trace) -> None:
        self._traces.note(self._shown(), paper, trace)
        self._follow_paper()

    def _choose_start(self) -> None:
        """Begin at the first that can be pressed of: the side, the desk, the row below."""
        form = self.form
        order = (
            *self.side.stops,
            *(*self.desk.stops, form.previous_button, form.side_button, form.more_button),
            *(form.save_button, form.next_button),
        )
        start = (widget for widget in order if widget not in self.side.waiting)
        self.begin_at(next(widget for widget in start if not widget.isHidden()))

    def _tell_of_paper(self, text: str, state: State, act: str) -> None:
        self.form.notice_banner.show_message(state, text, act, "save")

    # Acting

    def close_meeting(self) -> None:
        """Freeze the meeting, or turn to the first thing that is missing."""
        missing = closing.problems(self.record, self._session.context())
        if missing:
            self._missing = len(missing)
            self._tell_missing()
            self.update_now()
            self.form.problems_list.buttons[0].setFocus()
        elif self.run(
            closing.close, self.record, self._session.register, self._session.chain_head()
        ):
            self.notice(
                self.tr("The meeting is closed. Print the minutes and have them signed."),
                State.GOOD,
            )

    def _tell_missing(self) -> None:
        """Say how much stands between the meeting and its closing, while anything does."""
        text = self.tr("It cannot be closed yet: %n thing(s) missing.", "", self._missing)
        self.notice(text if self._missing else "")

    def _follow_missing(self) -> None:
        """Let what was said of a closing that was refused not outlive its reason."""
        if self._missing:
            left = len(closing.problems(self.record, self._session.context()))
            if left != self._missing:
                self._missing = left
                self._tell_missing()

    def send(self) -> None:
        """Copy the meeting to a stick, for the superior or to be printed elsewhere."""
        cargo = MeetingCargo(self._session, self.record)
        SendDialog(cargo, self._ask, self._words, self).open()

    def reopen(self) -> None:
        """Ask why, then open the closed meeting again."""
        dialog = ReopenDialog(self._session, self._words, self.record, self)
        text = self.tr("The meeting is open again. Change what is wrong, then close it again.")
        dialog.accepted.connect(lambda: self.notice(text))
        dialog.open()

    def correct(self) -> None:
        """Ask for the text of a correction, then append it to the closed minutes."""
        dialog = CorrectionDialog(self._session, self._words, self.record, self)
        text = self.tr("The correction was appended below the minutes.")
        dialog.accepted.connect(lambda: self.notice(text, State.GOOD))
        dialog.open()

    def _go_on(self) -> None:
        match self.record.meeting.state:
            case MeetingState.PLANNED:
                self.place_wanted.emit(Problem(Why.MEMBERS_UNMARKED, "attendance"))
            case MeetingState.RUNNING if self._version is None:
                self.close_meeting()
            case _:
                self.desk.print_paper()

    # Room

    def _turn(self) -> None:
        """Show the other one of side and paper."""
        self._turned = not self._turned
        self._fit()

    def _fit(self) -> None:
        """Show side and paper beside each other where there is room, else one of them."""
        form = self.form
        letter = self.fontMetrics().averageCharWidth()
        side = letter * SIDE_LETTERS + current_theme().scroll_width
        form.side_area.setMinimumWidth(side)
        row = (form.previous_button, form.more_button, form.save_button, form.next_button)
        bar = sum(button.sizeHint().width() for button in row) + letter * HINT_LETTERS
        self.setMinimumWidth(letter * LEAST_LETTERS)
        narrow = self.width() < max(2 * side, bar)
        turned = narrow and self._turned
        form.side_button.setVisible(narrow)
        form.side_area.setVisible(not turned)
        form.paper_panel.setVisible(turned or not narrow)
        form.side_button.setText(
            self.tr("Back from the &paper") if turned else self.tr("See the &paper")
        )
        # Closing is offered only beside what it means.
        form.next_button.setVisible(bool(form.next_button.text()) and not (turned and self._hint))
        form.next_label.setText("" if narrow else self._hint)
        form.next_label.setVisible(bool(form.next_label.text()))
        # The step before had its button at the right end: whoever presses it twice does not close.
        row_layout = form.next_bar.layout()
        assert isinstance(row_layout, QBoxLayout)
        ways = QBoxLayout.Direction
        turns = narrow and bool(self._hint)
        row_layout.setDirection(ways.RightToLeft if turns else ways.LeftToRight)
        form.above_next_label.setText(self._hint)
        form.above_next_label.setVisible(bool(narrow and self._hint and not turned))
        form.previous_button.setVisible(not narrow)
        # What has no room as a button is in the menu; the menu goes when it would be empty.
        form.save_button.setVisible(self._save_action.isVisible() and not narrow)
        rest = [a for a in self._menu.actions() if a.isVisible() and a is not self._save_action]
        form.more_button.setVisible(bool(rest) or (narrow and self._save_action.isVisible()))

    def minimumSizeHint(self) -> QSize:
        """Let the window be narrower than the widest row: then the row gives way."""
        return QSize(self.minimumWidth(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()
