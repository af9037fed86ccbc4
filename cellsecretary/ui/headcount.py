"""The count of a meeting: who is there of those required, and that everybody is accounted for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from cellsecretary.core.facts import Warning, facts, headcount, presence
from cellsecretary.core.kinds import Mark, StandingKind
from cellsecretary.ui.form import Form
from cellsecretary.ui.theme import current_theme, set_role
from cellsecretary.ui.wording import percent_text

if TYPE_CHECKING:
    from cellsecretary.core.facts import Facts
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.messages import Messages


class HeadcountForm(Form):
    """The widgets of the card."""

    form = "headcount"
    present_title_label: QLabel
    present_label: QLabel
    percent_label: QLabel
    excused_title_label: QLabel
    excused_label: QLabel
    unexcused_title_label: QLabel
    unexcused_label: QLabel
    unmarked_title_label: QLabel
    unmarked_label: QLabel
    exempt_title_label: QLabel
    exempt_label: QLabel
    away_title_label: QLabel
    away_label: QLabel
    sum_label: QLabel
    unmarked_button: QPushButton
    beside_label: QLabel


class HeadcountCard(QWidget):
    """Shows the figures of a record; `unmarked_wanted` asks for who is not marked yet.

    `spoken` is what it comes to, for ears.
    """

    unmarked_wanted = Signal()

    def __init__(self, words: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self._words = words
        self._adds_up = ""
        self.spoken = ""
        self.form = HeadcountForm(self)
        self.form.unmarked_button.clicked.connect(self.unmarked_wanted)
        self._say()

    def show_count(self, record: MeetingRecord) -> None:
        """Show who is there, who is not, and whether that is everybody."""
        form, figures, count = self.form, facts(record), headcount(record)
        form.present_label.setText(f"{figures.present_required} / {figures.required}")
        low = Warning.ATTENDANCE_LOW in figures.warnings
        done = figures.register > 0 and count.adds_up
        role = "number" if not done else "number_care" if low else "number_good"
        set_role(form.present_label, role)
        form.percent_label.setText(self._percent(figures))
        form.excused_label.setText(str(count.excused))
        form.unexcused_label.setText(str(count.unexcused))
        form.unmarked_label.setText(str(count.unmarked))
        form.exempt_label.setText(str(figures.exempt))
        form.away_label.setText(str(count.away))
        for widget in (form.unmarked_title_label, form.unmarked_label, form.unmarked_button):
            widget.setVisible(count.unmarked > 0)
        self._adds_up = self.tr("Adds up to %n member(s)", "", figures.register)
        waiting = self.tr("%n member(s) not marked yet", "", count.unmarked)
        form.sum_label.setText(self._adds_up if count.adds_up else waiting)
        set_role(form.sum_label, "good" if count.adds_up else "care")
        beside = self._beside(record, figures)
        form.beside_label.setText("\n".join(beside))
        form.beside_label.setVisible(bool(beside))
        for title, figure in self._figures.items():
            figure.setAccessibleName(f"{title.text()}: {figure.text()}")
        present = self.tr("Present: {present} of {required}")
        present = present.format(present=figures.present_required, required=figures.required)
        self.spoken = f"{present}. {form.sum_label.text().removeprefix('✓ ')}"

    def wanted_width(self) -> int:
        """Measure the width at which no word of the count wraps.

        The sum is measured as it will be at the end, so that no mark moves the table beside.
        """
        form, theme = self.form, current_theme()
        titles = (
            form.excused_title_label,
            form.unexcused_title_label,
            form.exempt_title_label,
            form.away_title_label,
        )
        plain, bold = QFontMetrics(theme.font()), QFontMetrics(theme.font(bold=True))
        words = max(plain.horizontalAdvance(label.text()) for label in titles)
        words += bold.horizontalAdvance("0000")
        return max(words, bold.horizontalAdvance(self._adds_up), self._number_width()) + _room()

    def least_width(self) -> int:
        """Measure the width that the big number and the button need."""
        return max(self._number_width(), self.form.unmarked_button.sizeHint().width()) + _room()

    def _say(self) -> None:
        form = self.form
        form.present_title_label.setText(self._words.value(Mark.PRESENT))
        form.excused_title_label.setText(self._words.value(Mark.EXCUSED))
        form.unexcused_title_label.setText(self._words.value(Mark.UNEXCUSED))
        form.unmarked_title_label.setText(self._words.value(Mark.NONE))
        form.exempt_title_label.setText(self._words.value(StandingKind.EXEMPT))
        form.away_title_label.setText(self._words.value(StandingKind.AWAY))

    @property
    def _figures(self) -> dict[QLabel, QLabel]:
        """The figures with their titles: a figure that is heard alone says nothing."""
        form = self.form
        return {
            form.present_title_label: form.present_label,
            form.excused_title_label: form.excused_label,
            form.unexcused_title_label: form.unexcused_label,
            form.unmarked_title_label: form.unmarked_label,
            form.exempt_title_label: form.exempt_label,
            form.away_title_label: form.away_label,
        }

    def _percent(self, figures: Facts) -> str:
        if not figures.required:
            return self.tr("nobody is required")
        text = self.tr("{percent} of those required")
        return text.format(percent=percent_text(figures.attendance_percent))

    def _beside(self, record: MeetingRecord, figures: Facts) -> list[str]:
        """Say what stands beside the count: exempt who came, visiting, fees."""
        lines = []
        if came := figures.present - figures.present_required:
            lines.append(self.tr("%n exempt came", "", came))
        if figures.visiting:
            visiting = self.tr("Visiting: {came} / {count}")
            here = presence(record).visiting
            lines.append(visiting.format(came=here, count=figures.visiting))
        owing = sum(line.fee_owing for line in record.roster)
        paid = record.meeting.fees_paid
        if paid is not None or owing:
            fees = self.tr("Fees: {paid} paid, {owing} owe")
            lines.append(fees.format(paid="–" if paid is None else paid, owing=owing))
        return lines

    def _number_width(self) -> int:
        return self.form.present_label.sizeHint().width()


def _room() -> int:
    theme = current_theme()
    return 2 * theme.space(4) + theme.space(2) + theme.scroll_width
