"""How a member takes part in the life of the cell, and since when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QRadioButton, QWidget

from cellsecretary.core.kinds import StandingKind
from cellsecretary.core.membership import standings_of
from cellsecretary.core.operations.members import change_standing
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.date_field import DateField
from cellsecretary.ui.dialogs.entry import EntryDialog
from cellsecretary.ui.form import Form
from cellsecretary.ui.keep_on_screen import ask_size, fit_anew
from cellsecretary.ui.wording import day_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cellsecretary.core.change import Refusal
    from cellsecretary.core.rows import Member, Standing
    from cellsecretary.messages import Messages
    from cellsecretary.ui.ledger_session import Doing
    from cellsecretary.ui.session import Session


class StandingForm(Form):
    """The widgets of the dialog."""

    form = "standing"
    notice_banner: Banner
    who_label: QLabel
    before_label: QLabel
    active_radio: QRadioButton
    exempt_radio: QRadioButton
    away_radio: QRadioButton
    visiting_radio: QRadioButton
    since_edit: DateField
    until_edit: DateField
    reason_edit: QLineEdit
    exemption_panel: QWidget
    applied_edit: DateField
    decided_edit: DateField
    cancel_button: QPushButton
    keep_button: QPushButton


class StandingDialog(EntryDialog):
    """Asks for the standing of one member from a day on; what held before ends there."""

    def __init__(
        self, session: Session, words: Messages, member: Member, parent: QWidget | None = None
    ) -> None:
        super().__init__(words, parent)
        self._session = session
        self._member = member
        self.form = StandingForm(self)
        form = self.form
        self.setWindowTitle(self.tr("Standing in the cell"))
        form.who_label.setText(member.name)
        self._radios: dict[StandingKind, QRadioButton] = {
            kind: getattr(form, f"{kind}_radio") for kind in StandingKind
        }
        today = session.today()
        spans = standings_of(session.register, member.id)
        now = session.register.standing(member.id, today)
        self._span = next((span for span in reversed(spans) if span.kind is now), None)
        self._proposed: tuple[str, ...] = ("",) * 5
        lines = [span_text(words.value(span.kind), span) for span in spans]
        form.before_label.setText("\n".join(lines))
        form.before_label.setVisible(bool(lines))
        for kind, radio in self._radios.items():
            radio.setText(words.value(kind))
            radio.toggled.connect(self._follow)
        form.since_edit.set_near(today)
        for edit in (form.until_edit, form.applied_edit, form.decided_edit):
            edit.set_near(today)
        self._radios[now].setChecked(True)
        fields = {
            "since": form.since_edit,
            "until": form.until_edit,
            "reason": form.reason_edit,
            "applied": form.applied_edit,
            "decided": form.decided_edit,
        }
        self.begin(form.notice_banner, form.keep_button, form.cancel_button, fields)
        self._radios[self._kind()].setFocus()
        ask_size(self, 620)

    def entered(self) -> object:
        """Give what is chosen and typed."""
        return self._kind(), self._texts()

    def keep(self) -> None:
        """Write the standing into the register."""
        if self.entered() == self._begun:
            self.accept()
        else:
            super().keep()

    def unclear(self) -> Mapping[str, str]:
        """Give the days that are none."""
        text = self.tr("This is no day. Write it like this: 03/11/2026.")
        form = self.form
        edits = (
            *(("since", form.since_edit), ("until", form.until_edit)),
            *(("applied", form.applied_edit), ("decided", form.decided_edit)),
        )
        return {field: text for field, edit in edits if not edit.is_valid()}

    def hand_over(self, do: Doing) -> Refusal | None:
        """Hand the standing to the register."""
        form = self.form
        ends = self._kind() is not StandingKind.ACTIVE
        return do(
            change_standing,
            self._session.register,
            self._member.id,
            self._kind(),
            form.since_edit.date(),
            form.until_edit.date() if ends else None,
            form.reason_edit.text() if ends else "",
            applied=form.applied_edit.date(),
            decided=form.decided_edit.date(),
        )

    def _kind(self) -> StandingKind:
        return next(
            (kind for kind, radio in self._radios.items() if radio.isChecked()),
            StandingKind.ACTIVE,
        )

    def _texts(self) -> tuple[str, ...]:
        form = self.form
        dates = (form.since_edit, form.until_edit, form.applied_edit, form.decided_edit)
        return (*(edit.text() for edit in dates), form.reason_edit.text())

    def _follow(self, is_chosen: bool) -> None:
        """Propose days and reason for the kind that was chosen, unless some are typed already."""
        if not is_chosen:
            return
        form = self.form
        kind, span = self._kind(), self._span
        is_active = kind is StandingKind.ACTIVE
        form.until_edit.setEnabled(not is_active)
        form.reason_edit.setEnabled(not is_active)
        form.exemption_panel.setVisible(kind is StandingKind.EXEMPT)
        fit_anew(self)
        if self._texts() != self._proposed:
            return
        known = span is not None and span.kind is kind
        form.since_edit.set_date(span.since if span and known else self._session.today())
        form.until_edit.set_date(span.until if span and known else None)
        form.reason_edit.setText(span.reason if span and known else "")
        form.applied_edit.set_date(span.applied if span and known else None)
        form.decided_edit.set_date(span.decided if span and known else None)
        self._proposed = self._texts()


def span_text(word: str, span: Standing) -> str:
    """Say a standing with its days and its reason."""
    if span.since and span.until:
        text = QCoreApplication.translate("Standing", "{standing} from {since} until {until}")
    elif span.since:
        text = QCoreApplication.translate("Standing", "{standing} since {since}")
    elif span.until:
        text = QCoreApplication.translate("Standing", "{standing} until {until}")
    else:
        text = "{standing}"
    text = text.format(standing=word, since=day_text(span.since), until=day_text(span.until))
    return f"{text} ({span.reason})" if span.reason else text
