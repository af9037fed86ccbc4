"""`TaskDialog`: one task that a meeting gives: what, product, who, by when."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QSpinBox, QWidget

from cellsecretary.core.kinds import Mark
from cellsecretary.core.operations.cell import free_code
from cellsecretary.core.operations.tasks import change_task, give_task
from cellsecretary.core.phrases import Passage
from cellsecretary.core.rows import Task
from cellsecretary.core.task_lines import gaps
from cellsecretary.core.task_products import units_of
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.counted_product import CountedProduct
from cellsecretary.ui.date_field import DateField
from cellsecretary.ui.dialogs.entry import EntryDialog
from cellsecretary.ui.fields import GrowingTextEdit
from cellsecretary.ui.form import Form, put_into
from cellsecretary.ui.keep_on_screen import ask_size
from cellsecretary.ui.member_picker import MemberPicker
from cellsecretary.ui.name_tags import NameTags
from cellsecretary.ui.phrase_offer import PhraseOffer
from cellsecretary.ui.task_wording import gaps_text
from cellsecretary.ui.theme import set_role
from cellsecretary.ui.usual_phrases import UsualPhrases

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cellsecretary.core.change import Refusal
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.messages import Messages
    from cellsecretary.ui.ledger_session import Doing
    from cellsecretary.ui.session import Session


UNTIL_RELEASED_MS = 20
"""Milliseconds after which a pressed mouse is looked at again."""


class TaskForm(Form):
    """The widgets of the dialog."""

    form = "task"
    notice_banner: Banner
    what_edit: GrowingTextEdit
    product_edit: QLineEdit
    amount_spin: QSpinBox
    unit_edit: QLineEdit
    lead_edit: MemberPicker
    helper_edit: MemberPicker
    helpers_panel: QWidget
    due_edit: DateField
    code_edit: QLineEdit
    hint_label: QLabel
    cancel_button: QPushButton
    another_button: QPushButton
    keep_button: QPushButton


class TaskDialog(EntryDialog):
    """Gives a new task at a meeting, or changes one that it gave; `kept` carries its code."""

    kept = Signal(str)

    def __init__(
        self,
        session: Session,
        words: Messages,
        meeting: str,
        task: Task | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Take the task to change; without one it is a new task."""
        super().__init__(words, parent)
        self._session = session
        self._meeting = meeting
        self.form = form = TaskForm(self)
        self.helper_tags = NameTags(form.helpers_panel)
        put_into(form.helpers_panel, self.helper_tags)
        self.counted = CountedProduct(
            form.product_edit,
            form.amount_spin,
            form.unit_edit,
            units_of(session.register.tasks),
        )
        self._set_people()
        self._fill(task or self._blank())
        phrases = UsualPhrases(session)
        self.offer = PhraseOffer(form.what_edit, lambda: phrases.of(meeting, Passage.TASK))
        form.another_button.setVisible(task is None)
        form.another_button.setAutoDefault(False)
        title = self.tr("Give a task") if task is None else self.tr("Change a task")
        self.setWindowTitle(title)
        ask_size(self, 720)
        form.due_edit.set_near(self._record.meeting.date, session.today(), ahead=True)
        form.lead_edit.chosen.connect(self._show_hint)
        # As on paper: who leads, a comma, who helps.
        form.lead_edit.ended.connect(form.helper_edit.setFocus)
        form.helper_edit.chosen.connect(self._add_helper)
        self.helper_tags.removed.connect(self._remove_helper)
        form.due_edit.changed.connect(self._show_hint)
        form.product_edit.textChanged.connect(self._show_hint)
        form.amount_spin.valueChanged.connect(self._show_hint)
        form.what_edit.textChanged.connect(self._show_hint)
        form.another_button.clicked.connect(self._keep_and_begin)
        fields: dict[str, QWidget] = {
            "what": form.what_edit,
            "product": form.product_edit,
            "amount": form.amount_spin,
            "unit": form.unit_edit,
            "lead": form.lead_edit,
            "helpers": form.helper_edit,
            "due": form.due_edit,
            "code": form.code_edit,
        }
        self.begin(form.notice_banner, form.keep_button, form.cancel_button, fields)
        self.start_at("what")

    def entered(self) -> Task:
        """Give the task as it is typed."""
        form = self.form
        amount, unit = self.counted.amount()
        return replace(
            self._task,
            what=form.what_edit.toPlainText(),
            product=form.product_edit.text(),
            lead=form.lead_edit.member(),
            helpers=tuple(self._helpers),
            due=form.due_edit.date(),
            code=form.code_edit.text(),
            amount=amount,
            unit=unit,
        )

    def unclear(self) -> Mapping[str, str]:
        """Give the fields that name nobody or no date."""
        form = self.form
        found = {}
        for name, picker in (("lead", form.lead_edit), ("helpers", form.helper_edit)):
            if not picker.is_valid():
                found[name] = self.tr("Nobody is called that. Choose a name from the list.")
        if not form.due_edit.is_valid():
            found["due"] = self.tr("This is no date. Write it like 30/11/2026.")
        return found

    def keep(self) -> None:
        """Give or change the task, and close."""
        if self._done():
            self.accept()

    @property
    def _record(self) -> MeetingRecord:
        return self._session.meeting(self._meeting)

    def _blank(self) -> Task:
        return Task(
            id="",
            meeting=self._meeting,
            position=0,
            code=free_code(self._session.register.term_task_codes()),
            given=self._record.meeting.date,
            what="",
        )

    def _set_people(self) -> None:
        """Offer the members of the day, those who are there first."""
        register = self._session.register
        here = {line.member for line in self._record.marked(Mark.PRESENT)}
        people = register.members_on(self._record.meeting.date)
        for picker in (self.form.lead_edit, self.form.helper_edit):
            picker.set_people(people, first=here)

    def _fill(self, task: Task) -> None:
        form = self.form
        self._task = task
        self._helpers = list(task.helpers)
        form.what_edit.setPlainText(task.what)
        form.product_edit.setText(task.product)
        self.counted.show_amount(task.amount, task.unit)
        form.lead_edit.set_member(task.lead)
        form.helper_edit.set_member(None)
        form.due_edit.set_date(task.due)
        form.code_edit.setText(task.code)
        self._show_helpers()
        self._show_hint()

    def _done(self) -> bool:
        self.form.notice_banner.dismiss()
        if self.points_at_unclear():
            return False
        refusal = self.hand_over(self._session.do)
        if refusal is not None:
            self.refuse(refusal)
            return False
        self.kept.emit(self.entered().code.strip())
        return True

    def hand_over(self, do: Doing) -> Refusal | None:
        """Hand the task over."""
        operation = change_task if self._task.id else give_task
        return do(operation, self._record, self._session.register, self.entered())

    def _keep_and_begin(self) -> None:
        if self._done():
            self._fill(self._blank())
            self.begin_anew()
            self.start_at("what")

    def _add_helper(self) -> None:
        member = self.form.helper_edit.member()
        if member is None:
            return
        if member not in self._helpers:
            self._helpers.append(member)
        self.form.helper_edit.set_member(None)
        self._show_helpers()

    def _remove_helper(self, member: str) -> None:
        self._helpers.remove(member)
        self._show_helpers()
        self.form.helper_edit.setFocus()

    def _show_helpers(self) -> None:
        if QApplication.mouseButtons():
            # What moves between press and release of the mouse is missed by the click.
            QTimer.singleShot(UNTIL_RELEASED_MS, self, self._show_helpers)
            return
        register = self._session.register
        rows = (register.member(member) for member in self._helpers)
        self.helper_tags.set_names([(row.id, row.name) for row in rows if row is not None])

    def _show_hint(self) -> None:
        unclear = gaps(self.entered())
        if unclear:
            text = self.tr("Not said yet: {gaps}. You can keep the task all the same.")
            text = text.format(gaps=gaps_text(unclear))
        else:
            text = self.tr("Clear: who, what, by when, and which product.")
        self.form.hint_label.setText(text)
        set_role(self.form.hint_label, "care" if unclear else "good")
