"""One member's entry in the register: a new one, or one to be changed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QWidget,
)

from cellsecretary.core.kinds import Sex, StandingKind
from cellsecretary.core.membership import standings_of
from cellsecretary.core.operations.members import add_member, change_member
from cellsecretary.core.rows import Member
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.chips import State
from cellsecretary.ui.date_field import DateField
from cellsecretary.ui.dialogs.entry import EntryDialog
from cellsecretary.ui.dialogs.standing import span_text
from cellsecretary.ui.form import Form
from cellsecretary.ui.keep_on_screen import ask_size
from cellsecretary.ui.tips import plain_title
from cellsecretary.ui.wording import day_text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from cellsecretary.core.change import Refusal
    from cellsecretary.messages import Messages
    from cellsecretary.ui.ledger_session import Doing
    from cellsecretary.ui.session import Session


class MemberForm(Form):
    """The widgets of the dialog."""

    form = "member"
    notice_banner: Banner
    standing_card: QFrame
    standing_label: QLabel
    standing_button: QPushButton
    leaving_button: QPushButton
    name_edit: QLineEdit
    number_spin: QSpinBox
    born_edit: DateField
    sex_box: QComboBox
    joined_edit: DateField
    official_edit: DateField
    entered_edit: DateField
    entered_from_edit: QLineEdit
    village_head_check: QCheckBox
    post_box: QComboBox
    phone_edit: QLineEdit
    card_edit: QLineEdit
    another_button: QPushButton
    cancel_button: QPushButton
    keep_button: QPushButton


class MemberDialog(EntryDialog):
    """Enters a new member, or changes `member`; `kept` carries the id.

    `standing_wanted` and `leaving_wanted` carry the id too: what is typed was kept before.
    """

    kept = Signal(str)
    standing_wanted = Signal(str)
    leaving_wanted = Signal(str)

    def __init__(
        self, session: Session, words: Messages, parent: QWidget | None = None, *, member: str = ""
    ) -> None:
        super().__init__(words, parent)
        self._session = session
        self._before = session.register.member(member)
        self.form = MemberForm(self)
        form = self.form
        self._dates = {
            "born": form.born_edit,
            "joined": form.joined_edit,
            "official": form.official_edit,
            "entered": form.entered_edit,
        }
        self._fill_boxes()
        is_new = self._before is None
        form.another_button.setVisible(is_new)
        form.standing_card.setVisible(not is_new)
        form.another_button.clicked.connect(self._keep_and_go_on)
        form.standing_button.clicked.connect(lambda: self._turn_to(self.standing_wanted.emit))
        form.leaving_button.clicked.connect(lambda: self._turn_to(self.leaving_wanted.emit))
        if self._before is None:
            self.setWindowTitle(self.tr("New member"))
            self._fill(Member("", session.register.next_number(), ""))
        else:
            self.setWindowTitle(plain_title(self._before.name))
            self._fill(self._before)
            self._show_standing(self._before)
        fields = {
            "name": form.name_edit,
            "number": form.number_spin,
            "sex": form.sex_box,
            "post": form.post_box,
            "phone": form.phone_edit,
            "card": form.card_edit,
            "entered_from": form.entered_from_edit,
            "village_head": form.village_head_check,
            **self._dates,
        }
        self.begin(form.notice_banner, form.keep_button, form.cancel_button, fields)
        self.start_at("name")
        ask_size(self, 760)

    def entered(self) -> object:
        """Give the member as typed, and what cannot be read."""
        return self._typed(), tuple(edit.text() for edit in self._dates.values())

    def unclear(self) -> Mapping[str, str]:
        """Give the dates that are none."""
        text = self.tr("This is no date. Write it like 03/11/1965.")
        return {field: text for field, edit in self._dates.items() if not edit.is_valid()}

    def keep(self) -> None:
        """Write the member into the register."""
        if self._write():
            self.kept.emit(self._id())
            self.accept()

    def _keep_and_go_on(self) -> None:
        if not self._write():
            return
        self.kept.emit(self._id())
        who = self._typed().name
        self._fill(Member("", self._session.register.next_number(), ""))
        self.begin_anew()
        text = self.tr("{name} was entered. Go on with the next member.").format(name=who)
        self.form.notice_banner.show_message(State.GOOD, text)
        self.start_at("name")

    def _turn_to(self, tell: Callable[[str], None]) -> None:
        if self._write():
            self.accept()
            tell(self._id())

    def _write(self) -> bool:
        if self.points_at_unclear():
            return False
        refusal = self.hand_over(self._session.do)
        if refusal is not None:
            self.refuse(refusal)
        return refusal is None

    def hand_over(self, do: Doing) -> Refusal | None:
        """Hand the member to the register."""
        operation = change_member if self._before else add_member
        return do(operation, self._session.register, self._typed())

    def _id(self) -> str:
        if self._before is not None:
            return self._before.id
        number = self.form.number_spin.value()
        members = self._session.register.members
        return next(member.id for member in members if member.number == number)

    def _typed(self) -> Member:
        form = self.form
        return replace(
            self._before or Member("", 0, ""),
            number=form.number_spin.value(),
            name=form.name_edit.text(),
            sex=Sex(data) if (data := form.sex_box.currentData()) else None,
            card=form.card_edit.text(),
            post=form.post_box.currentText(),
            phone=form.phone_edit.text(),
            entered_from=form.entered_from_edit.text(),
            village_head=form.village_head_check.isChecked(),
            born=form.born_edit.date(),
            joined=form.joined_edit.date(),
            official=form.official_edit.date(),
            entered=form.entered_edit.date(),
        )

    def _fill_boxes(self) -> None:
        form = self.form
        form.sex_box.addItem("–", "")
        for sex in Sex:
            form.sex_box.addItem(self._words.value(sex), sex.value)
        # Completion inside the line breaks typing in Telex.
        form.post_box.setCompleter(None)  # type: ignore[arg-type]
        form.post_box.addItems(["", *self._session.rules(self._session.today()).posts])

    def _fill(self, member: Member) -> None:
        form = self.form
        form.name_edit.setText(member.name)
        form.number_spin.setValue(member.number)
        form.sex_box.setCurrentIndex(form.sex_box.findData(member.sex.value if member.sex else ""))
        form.post_box.setCurrentText(member.post)
        form.phone_edit.setText(member.phone)
        form.card_edit.setText(member.card)
        form.entered_from_edit.setText(member.entered_from)
        form.village_head_check.setChecked(member.village_head)
        for field, edit in self._dates.items():
            edit.set_date(getattr(member, field))

    def _show_standing(self, member: Member) -> None:
        form = self.form
        today = self._session.today()
        if member.left is not None:
            how = self._words.value(member.leaving) if member.leaving else ""
            told = ", ".join(part for part in (how, member.left_to, member.left_reason) if part)
            text = self.tr("Left the cell on {day}: {reason}").format(
                day=day_text(member.left), reason=told
            )
            form.standing_button.setVisible(False)
            form.leaving_button.setText(self.tr("Change…"))
        else:
            standing = self._session.register.standing(member.id, today)
            text = self._words.value(standing)
            spans = standings_of(self._session.register, member.id)
            now = next((span for span in reversed(spans) if span.kind is standing), None)
            if standing is not StandingKind.ACTIVE and now is not None:
                text = span_text(text, now)
        form.standing_label.setText(text)
