"""`TraceFilterDialog`: of which meeting, member or cell, and of which day, acts are shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QPushButton, QWidget

from cellsecretary.core.trace import TraceFilter
from cellsecretary.ui.date_field import DateField
from cellsecretary.ui.form import Form
from cellsecretary.ui.keep_on_screen import ask_size
from cellsecretary.ui.member_picker import MemberPicker

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from cellsecretary.ui.member_picker import Named


class TraceFilterForm(Form):
    """The widgets of the dialog."""

    form = "trace_filter"
    meeting_label: QLabel
    meeting_box: QComboBox
    member_label: QLabel
    member_edit: MemberPicker
    cell_label: QLabel
    cell_box: QComboBox
    day_label: QLabel
    day_edit: DateField
    cancel_button: QPushButton
    show_button: QPushButton


@dataclass(frozen=True)
class Subjects:
    """What acts can be about, each by its id: meetings and members, or the cells of a board."""

    meetings: Sequence[tuple[str, str]] = ()
    members: Sequence[Named] = ()
    cells: Sequence[tuple[str, str]] = ()

    def name_of(self, subject: str) -> str:
        """Give what a subject is called, empty for one that is no longer there."""
        named = {**dict(self.meetings), **dict(self.cells)}
        return named.get(subject) or next(
            (one.name for one in self.members if one.id == subject), ""
        )


class TraceFilterDialog(QDialog):
    """Offers what there is; `wanted` carries the filter that was chosen."""

    wanted = Signal(object)

    def __init__(
        self,
        subjects: Subjects,
        chosen: TraceFilter,
        today: dt.date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.form = form = TraceFilterForm(self)
        self.setWindowTitle(self.tr("Show only some acts"))
        for box, label, choices in (
            (form.meeting_box, form.meeting_label, subjects.meetings),
            (form.cell_box, form.cell_label, subjects.cells),
        ):
            box.addItem(self.tr("all of them"), "")
            for subject, name in choices:
                box.addItem(name, subject)
                if subject in chosen.about:
                    box.setCurrentIndex(box.count() - 1)
            box.setVisible(bool(choices))
            label.setVisible(bool(choices))
        form.member_edit.set_people(subjects.members)
        known = {one.id for one in subjects.members}
        form.member_edit.set_member(next((one for one in chosen.about if one in known), None))
        form.member_edit.setVisible(bool(subjects.members))
        form.member_label.setVisible(bool(subjects.members))
        form.day_edit.set_near(today)
        form.day_edit.set_date(chosen.day)
        form.show_button.setDefault(True)
        form.show_button.clicked.connect(self._show)
        form.cancel_button.clicked.connect(self.reject)
        ask_size(self, 560)

    def _show(self) -> None:
        """Hand the choice over; what is typed and means nothing is to be looked at first."""
        form = self.form
        form.member_edit.settle()
        form.day_edit.settle()
        for field in (form.member_edit, form.day_edit):
            if not field.is_valid():
                field.setFocus()
                field.selectAll()
                return
        about = (
            form.meeting_box.currentData(),
            form.member_edit.member(),
            form.cell_box.currentData(),
        )
        self.wanted.emit(TraceFilter(tuple(one for one in about if one), form.day_edit.date()))
        self.accept()
