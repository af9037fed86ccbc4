"""Step 1 of a meeting: its agenda, its plan, and what is to be done before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, QTimer
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QFrame,
    QLabel,
    QMenu,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QTableView,
    QToolButton,
    QWidget,
)

from cellsecretary.core.agenda_times import agenda_times
from cellsecretary.core.directive_advice import DIRECTIVES
from cellsecretary.core.guest_lines import write_guests
from cellsecretary.core.kinds import MeetingState, Part
from cellsecretary.core.operations.agenda import (
    delete_item,
    move_item,
    place_beside,
    skip_item,
    take_steps,
)
from cellsecretary.core.operations.meetings import cancel_meeting
from cellsecretary.ui.agenda_offer import AgendaOffer
from cellsecretary.ui.agenda_side import AgendaSide
from cellsecretary.ui.agenda_table import (
    TITLE_COLUMN,
    AgendaKeys,
    AgendaModel,
    agenda_columns,
    agenda_lines,
    dress_agenda,
    span_headings,
    sum_text,
)
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.dialogs.agenda_item import AgendaItemDialog
from cellsecretary.ui.dialogs.meeting import MeetingDialog
from cellsecretary.ui.dialogs.templates import TemplateDialog, TemplatesDialog
from cellsecretary.ui.following import ROOM, Follow
from cellsecretary.ui.form import Form, put_into
from cellsecretary.ui.icons import icon
from cellsecretary.ui.panel import StepPanel
from cellsecretary.ui.sentences import SentenceList
from cellsecretary.ui.spoken import give_menu
from cellsecretary.ui.theme import current_theme, set_role
from cellsecretary.ui.track import PreparationSteps, prepared_lines
from cellsecretary.ui.wording import hour_text

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from cellsecretary.core.advice import Advice
    from cellsecretary.core.change import Problem
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.rows import AgendaItem
    from cellsecretary.messages import Messages
    from cellsecretary.ui.ask import Ask
    from cellsecretary.ui.session import Session

LEAST_LETTERS = 64
"""The width of the agenda in letters below which the plan gives way."""


class AgendaForm(Form):
    """The widgets of the panel."""

    form = "agenda"
    notice_banner: Banner
    closed_label: QLabel
    middle_panel: QWidget
    main_panel: QWidget
    act_bar: QWidget
    add_button: QPushButton
    edit_button: QPushButton
    up_button: QPushButton
    down_button: QPushButton
    more_button: QPushButton
    side_button: QPushButton
    agenda_stack: QStackedWidget
    table_page: QWidget
    agenda_table: QTableView
    empty_page: QWidget
    empty_label: QLabel
    agenda_box: QComboBox
    template_button: QPushButton
    side_area: QScrollArea
    side_page: QWidget
    title_label: QLabel
    place_label: QLabel
    people_label: QLabel
    prepared_list: SentenceList
    change_button: QToolButton
    preparation_card: QFrame
    directives_panel: QWidget
    talks_panel: QWidget
    voices_panel: QWidget
    sum_label: QLabel
    missing_label: QLabel
    next_button: QPushButton


class AgendaPanel(StepPanel):
    """The items of a meeting in three parts, with running hours, and the plan beside them."""

    def __init__(
        self, session: Session, ask: Ask, words: Messages, parent: QWidget | None = None
    ) -> None:
        super().__init__(session, ask, words, parent)
        self._turned = False
        self.form = form = AgendaForm(self)
        self._model = AgendaModel(agenda_columns(), parent=self)
        self._model.dropped.connect(self._move)
        form.agenda_table.setModel(self._model)
        dress_agenda(form.agenda_table)
        form.agenda_table.doubleClicked.connect(lambda _index: self.edit())
        form.agenda_table.selectionModel().currentRowChanged.connect(lambda *_rows: self._offer())
        acts = form.act_bar.findChildren(QPushButton)
        self._acts = [button for button in acts if button is not form.side_button]
        form.prepared_list.chosen.connect(self.meeting_wanted.emit)
        self._steps = PreparationSteps(self, session, words)
        put_into(form.preparation_card, self._steps)
        places = (form.directives_panel, form.talks_panel, form.voices_panel)
        Follow(form.side_page, self._fit, ROOM)
        self._side = AgendaSide(self, session, ask, words, form.side_area, *places)
        AgendaKeys(
            form.agenda_table,
            edit=self.edit,
            add=self.add,
            skip=self.skip,
            delete=self.delete,
            move_by=self.move_by,
        )
        self._agendas = AgendaOffer(session, form.agenda_box)
        self._make_menu()
        self.begin_at(form.agenda_table)
        self.form.add_button.clicked.connect(self.add)
        self.form.edit_button.clicked.connect(self.edit)
        self.form.up_button.clicked.connect(lambda: self.move_by(-1))
        self.form.down_button.clicked.connect(lambda: self.move_by(1))
        self.form.template_button.clicked.connect(self._take_steps)
        self.form.change_button.clicked.connect(lambda: self.change_plan())
        self.form.side_button.clicked.connect(self._turn)
        self.form.next_button.clicked.connect(self.next_wanted)

    # Showing

    def refresh(self) -> None:
        """Show agenda, plan and preparation as the record says."""
        record = self.record
        times = agenda_times(record)
        self._model.movable = record.is_open
        self._model.set_rows(agenda_lines(record, times, words=self._words))
        span_headings(self.form.agenda_table, self._model.rows, self._model.columnCount())
        page = self.form.table_page if record.agenda else self.form.empty_page
        self.form.agenda_stack.setCurrentWidget(page)
        if record.agenda and self._current() is None:
            self._choose(record.agenda[0].id)
        self.form.sum_label.setText(sum_text(times))
        set_role(self.form.sum_label, "good" if times.is_enough else "care")
        if not record.agenda:
            self._agendas.show_for(record.meeting.kind, record.meeting.date, record.meeting.id)
        self._show_plan(record)
        prepared = record.rules.meeting.prepared_kinds
        self.form.preparation_card.setVisible(record.meeting.kind in prepared)
        for card in (self._steps, self._side):
            card.show_record(record)
        self._show_openness(record)
        self._offer()
        self._fit()

    def go_to(self, place: Problem | Advice) -> None:
        """Choose the item of a place, its step of the preparation, or its field of the plan."""
        self.update_now()
        if place.table == "agenda_items":
            self._choose(place.row)
            self.form.agenda_table.setFocus()
        elif place.field in (*self._steps.steps, DIRECTIVES):
            self._turned = True
            self._fit()
            to_steps = place.field in self._steps.steps
            (self._steps.focus_on if to_steps else self._side.focus_on)(place.field)
        elif place.field and self.record.is_open:
            self.change_plan(place.field)

    def _show_plan(self, record: MeetingRecord) -> None:
        meeting = record.meeting
        self.form.title_label.setText(meeting.title or self._words.value(meeting.kind))
        place = (hour_text(meeting.starts), meeting.place)
        self.form.place_label.setText(", ".join(part for part in place if part))
        nobody = self.tr("not chosen yet")
        people = [
            self.tr("Chair: {name}").format(name=record.name_of(meeting.chair) or nobody),
            self.tr("Minutes: {name}").format(name=record.name_of(meeting.minute_taker) or nobody),
        ]
        if record.guests:
            names = "; ".join(write_guests(record.guests).splitlines())
            people.append(self.tr("Guests: {names}").format(names=names))
        self.form.people_label.setText("\n".join(people))
        lines = prepared_lines(self._session.register, meeting, self._words)
        self.form.prepared_list.set_sentences(lines)
        self.form.prepared_list.setVisible(bool(lines))

    def _show_openness(self, record: MeetingRecord) -> None:
        meeting = record.meeting
        self.form.change_button.setVisible(record.is_open)
        self._plan_action.setEnabled(record.is_open)
        self.form.template_button.setVisible(record.is_open)
        self.form.agenda_box.setVisible(record.is_open and self._agendas.is_choice())
        self.form.empty_label.setVisible(record.is_open)
        self.form.closed_label.setVisible(not record.is_open)
        self.form.next_button.setEnabled(meeting.state is not MeetingState.CANCELLED)
        text = self.tr("This meeting is closed: its agenda can only be read.")
        if meeting.state is MeetingState.CANCELLED:
            text = self.tr("This meeting was cancelled: {reason}")
        self.form.closed_label.setText(text.format(reason=meeting.cancel_reason))
        open_items = [i for i in record.held_agenda if not (i.presenter or i.presenter_other)]
        missing = ""
        if record.is_open and open_items:
            missing = self.tr("%n item(s) without a presenter", "", len(open_items))
        if record.is_open and not (meeting.chair and meeting.minute_taker):
            missing = self.tr("Chair or minute-taker not chosen yet")
        self.form.missing_label.setText(missing)
        self.form.missing_label.setVisible(bool(missing))

    def _offer(self) -> None:
        """Let only those acts be pressed that the chosen item allows."""
        item = self._changeable()
        is_open = item is not None
        self.form.edit_button.setEnabled(is_open)
        self.form.up_button.setEnabled(self._target(-1) is not None)
        self.form.down_button.setEnabled(self._target(1) is not None)
        self._skip_action.setEnabled(is_open)
        self._delete_action.setEnabled(is_open)
        self._keep_action.setEnabled(bool(self._model.rows))
        skipped = item is not None and item.skipped
        take_up, skip = self.tr("&Take up this time\tSpace"), self.tr("&Skip this time\tSpace")
        self._skip_action.setText(take_up if skipped else skip)
        planned = self.record.meeting.state is MeetingState.PLANNED
        self._cancel_action.setEnabled(self._is_open and planned)

    def _fit(self) -> None:
        """Show plan and agenda side by side where there is room, else one of them."""
        side = self.form.side_page.minimumSizeHint().width() + current_theme().scroll_width
        self.form.side_area.setMinimumWidth(side)
        table = self.fontMetrics().averageCharWidth() * LEAST_LETTERS
        narrow = self.width() < side + table
        turned = narrow and self._turned
        form = self.form
        form.side_button.setVisible(narrow)
        form.side_button.setText(self.tr("A&genda") if turned else self.tr("&Preparation"))
        form.side_area.setVisible(turned or not narrow)
        form.agenda_stack.setVisible(not turned)
        middle = form.middle_panel.layout()
        assert isinstance(middle, QBoxLayout)
        way = QBoxLayout.Direction
        middle.setDirection(way.TopToBottom if turned else way.LeftToRight)
        middle.setStretch(0, 0 if turned else 5)
        middle.setStretch(1, 1 if turned else 2)
        for button in self._acts:
            button.setVisible(self._is_open and not turned)

    def _turn(self) -> None:
        """Show the other half where only one has room."""
        self._turned = not self._turned
        self._fit()

    # Acting

    def add(self) -> None:
        """Ask for a new item below the chosen one."""
        if self._is_open:
            args = (self._session, self._words, self._meeting, self)
            dialog = AgendaItemDialog(*args, after=self._current())
            dialog.kept.connect(self._choose)
            dialog.open()

    def edit(self) -> None:
        """Ask for changes of the chosen item."""
        item = self._changeable()
        if item is not None:
            dialog = AgendaItemDialog(self._session, self._words, self._meeting, self, item=item)
            dialog.open()

    def move_by(self, by: int) -> None:
        """Move the chosen item up (-1) or down (1); at the end of a part, into the next."""
        item, target = self._changeable(), self._target(by)
        if item is not None and target is not None:
            self._move(item.id, *target)

    def skip(self) -> None:
        """Leave the chosen item out this time, or take it up again."""
        item = self._changeable()
        if item is not None:
            self.run(skip_item, self.record, item.id, not item.skipped)

    def delete(self) -> None:
        """Take the chosen item out; undo brings it back."""
        item = self._changeable()
        if item is None:
            return
        agenda = self.record.agenda
        place = [other.id for other in agenda].index(item.id)
        beside = agenda[place + 1] if place + 1 < len(agenda) else agenda[place - 1]
        if self.run(delete_item, self.record, item.id):
            self._choose(beside.id)

    def change_plan(self, field: str = "") -> None:
        """Ask for changes of the plan, starting at a field of the meeting."""
        dialog = MeetingDialog(self._session, self._words, self, meeting=self._meeting)
        dialog.start_at(field)
        dialog.open()

    def show_templates(self) -> None:
        """Show the cell's own templates."""
        TemplatesDialog(self._session, self._words, self).open()

    def cancel_meeting(self) -> None:
        """Ask why the meeting does not take place, and cancel it."""
        reason = self._ask.text(self.tr("Cancel this meeting"), self.tr("Reason"))
        if reason is not None:
            self.run(cancel_meeting, self.record, self._session.register, reason)

    @property
    def _is_open(self) -> bool:
        known = self._session.register.meeting(self._meeting) is not None
        return known and self.record.is_open

    def _keep_template(self) -> None:
        TemplateDialog(self._session, self._words, self, meeting=self._meeting).open()

    def _take_steps(self) -> None:
        self.run(take_steps, self.record, self._session.register, self._agendas.steps())

    def _target(self, by: int) -> tuple[int, Part] | None:
        """Give place and part to which the chosen item can move up (-1) or down (1)."""
        item = self._changeable()
        return None if item is None else place_beside(self.record, item, by)

    def _move(self, item: str, place: int, part: Part) -> None:
        if self.run(move_item, self.record, item, place, part):
            self._choose(item)

    def _current(self) -> AgendaItem | None:
        index = self.form.agenda_table.currentIndex()
        key = self._model.row(index).key if index.isValid() else ""
        # While the lines change one by one, some are still those of another meeting.
        return next((item for item in self.record.agenda if item.id == key), None)

    def _changeable(self) -> AgendaItem | None:
        return self._current() if self._is_open else None

    def _choose(self, item: str) -> None:
        index = self._model.index_of(item, TITLE_COLUMN)
        if index.isValid():
            self.form.agenda_table.setCurrentIndex(index)
            self.form.agenda_table.scrollTo(index)

    def _make_menu(self) -> None:
        menu = QMenu(self)
        self._skip_action = menu.addAction(icon("close"), "", self.skip)
        text = self.tr("&Delete the item\tDelete")
        self._delete_action = menu.addAction(icon("delete"), text, self.delete)
        menu.addSeparator()
        self._plan_action = menu.addAction(icon("calendar"), self.tr("Change the &plan…"))
        self._plan_action.triggered.connect(lambda: self.change_plan())
        menu.addSeparator()
        self._keep_action = menu.addAction(icon("copy"), self.tr("&Keep as a template…"))
        self._keep_action.triggered.connect(self._keep_template)
        menu.addAction(self.tr("&Own templates…"), self.show_templates)
        menu.addSeparator()
        cancel = self.tr("&Cancel this meeting…")
        self._cancel_action = menu.addAction(cancel, self.cancel_meeting)
        give_menu(self.form.more_button, menu)

    def changeEvent(self, event: QEvent) -> None:
        """Fit the two halves anew when the text grew or shrank, once the sizes are known."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self.isVisible():
            QTimer.singleShot(0, self, self._fit)

    def minimumSizeHint(self) -> QSize:
        """Ask for the room of one half only: the other gives way."""
        bar = self.form.act_bar.minimumSizeHint().width()
        return QSize(bar, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the two halves into the width."""
        super().resizeEvent(event)
        self._fit()
