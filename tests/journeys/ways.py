"""Where the ways part: what a secretary does otherwise by mouse than by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cellsecretary.core.hours import write_time
from cellsecretary.core.kinds import Mark
from cellsecretary.core.vietnamese import fold
from cellsecretary.ui.dialogs.part_time import PartTimeDialog
from cellsecretary.ui.meeting_page import STEPS
from cellsecretary.ui.pages import PAGES
from cellsecretary.ui.panels.agenda import AgendaPanel
from cellsecretary.ui.panels.attendance import AttendancePanel
from cellsecretary.ui.roster import NOTE, STATE
from tests.journeys.hands import ALT, CTRL, KEY, KeyHand, MouseHand
from tests.journeys.secretary import Secretary

if TYPE_CHECKING:
    import datetime as dt

    from PySide6.QtCore import QModelIndex
    from PySide6.QtWidgets import QTableView

    from cellsecretary.core.rows import Attendance
    from cellsecretary.ui.dialogs.fees import FeesForm
    from cellsecretary.ui.panels.minutes import MinutesPanel

MARK_KEYS = {Mark.PRESENT: KEY.Key_1, Mark.EXCUSED: KEY.Key_2, Mark.UNEXCUSED: KEY.Key_3}
ANOTHER_REASON = "Lý do khác…"


class MouseSecretary(Secretary):
    """Clicks through the evening; only letters and figures come from the keyboard."""

    hand: MouseHand

    def turn_page(self, page: str) -> None:
        self.hand.press(getattr(self.window.form, f"{page}_button"))

    def turn_step(self, step: str) -> None:
        self.hand.press(getattr(self.page.form, f"{step}_button"))

    def edit_item(self) -> None:
        self.hand.press(self.panel(AgendaPanel).form.edit_button)

    def delete_item(self) -> None:
        self.hand.from_menu(self.panel(AgendaPanel).form.more_button, "Xóa nội dung này")

    def mark(self, number: int, mark: Mark) -> None:
        for _ in Mark:
            if self._line(number).mark is mark:
                return
            self._click_line(number, STATE)
        raise AssertionError(f"clicks never lead to {mark}")

    def excuse(self, number: int, reason: str) -> None:
        self._click_line(number, NOTE)
        if reason in self.hand.offered():
            self.hand.take(reason)
            return
        self.hand.take(ANOTHER_REASON)
        # Whatever is clicked next takes what is typed.
        self.hand.type_text(reason)

    def come_late(self, number: int, at: dt.time) -> None:
        self._click_line(number, NOTE)
        form = self.dialog(PartTimeDialog).form
        self.hand.write(form.late_edit, write_time(at))
        self.hand.press(form.save_button)
        self.is_back()

    def tick_debtor(self, form: FeesForm, number: int) -> None:
        self.hand.click_cell(form.members_table, row_of(form.members_table, self.names[number]))

    def turn_to_point(self, panel: MinutesPanel, place: int) -> None:
        points = panel.form.agenda_list
        self.hand.click_cell(points, points.indexFromItem(points.item(place)))

    def ask_for_speaker(self, panel: MinutesPanel) -> None:
        self.hand.press(panel.form.opinion_button)

    def _line(self, number: int) -> Attendance:
        return next(line for line in self.record.roster if line.number == number)

    def _click_line(self, number: int, column: int) -> None:
        panel = self.panel(AttendancePanel)
        index = panel._model.index_of(self._line(number).member, column)
        self.hand.click_cell(panel.form.members_table, index)


class KeySecretary(Secretary):
    """Never touches the mouse."""

    hand: KeyHand

    def turn_page(self, page: str) -> None:
        self.hand.key(KEY(KEY.Key_1 + list(PAGES).index(page)), ALT)

    def turn_step(self, step: str) -> None:
        self.hand.key(KEY(KEY.Key_1 + list(STEPS).index(step)), CTRL)

    def edit_item(self) -> None:
        self.hand.key(KEY.Key_Return)

    def delete_item(self) -> None:
        self.hand.key(KEY.Key_Delete)

    def mark(self, number: int, mark: Mark) -> None:
        self._find(number)
        self.hand.key(MARK_KEYS[mark])

    def excuse(self, number: int, reason: str) -> None:
        self._find(number)
        self.hand.key(KEY.Key_Return)
        if reason in self.hand.offered():
            self.hand.take(reason)
        else:
            self.hand.take(ANOTHER_REASON)
            self.hand.type_text(reason)
            self.hand.key(KEY.Key_Return)

    def come_late(self, number: int, at: dt.time) -> None:
        self._find(number)
        self.hand.key(KEY.Key_Return)
        form = self.dialog(PartTimeDialog).form
        self.hand.write(form.late_edit, write_time(at))
        self.hand.press(form.save_button)
        self.is_back()

    def tick_debtor(self, form: FeesForm, number: int) -> None:
        self.hand.enter(form.search_edit)
        self.hand.replace_all()
        self.hand.keys(fold(self.names[number]))
        self.hand.key(KEY.Key_Return)
        self.hand.key(KEY.Key_Space)

    def turn_to_point(self, panel: MinutesPanel, place: int) -> None:
        points = panel.form.agenda_list
        while points.currentRow() != place:
            before = points.currentRow()
            self.hand.key(KEY.Key_PageDown if before < place else KEY.Key_PageUp, CTRL)
            assert points.currentRow() != before

    def ask_for_speaker(self, panel: MinutesPanel) -> None:
        self.hand.key(KEY.Key_Return, CTRL)

    def _find(self, number: int) -> None:
        """Type a name without tone marks over the roster, and Enter goes to its line."""
        table = self.panel(AttendancePanel).form.members_table
        self.hand.enter(table)
        self.hand.keys(fold(self.names[number]))
        self.hand.key(KEY.Key_Return)
        assert self.hand.has(table)
        assert row_of(table, self.names[number]).row() == table.currentIndex().row()


def row_of(table: QTableView, name: str) -> QModelIndex:
    """Give the cell of a table that says a name."""
    model = table.model()
    cells = (
        model.index(row, column)
        for row in range(model.rowCount())
        for column in range(model.columnCount())
    )
    return next(index for index in cells if index.data() == name)
