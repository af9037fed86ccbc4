"""`DirectiveDialog`: one document, topic or theme that all cells are given for some months."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QWidget

from cellsecretary.core.board.directives import end_of_month
from cellsecretary.core.operations.board import issue_directive
from cellsecretary.core.period import QUARTERS, Period, Span, period_with
from cellsecretary.core.reply import DirectiveKind
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.date_field import DateField
from cellsecretary.ui.dialogs.entry import EntryDialog
from cellsecretary.ui.fields import GrowingTextEdit
from cellsecretary.ui.form import Form
from cellsecretary.ui.keep_on_screen import ask_size
from cellsecretary.ui.stacking import StackWhenNarrow
from cellsecretary.ui.wording import month_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cellsecretary.core.board_rows import IssuedDirective
    from cellsecretary.core.change import Refusal
    from cellsecretary.messages import Messages
    from cellsecretary.ui.board.session import BoardSession
    from cellsecretary.ui.ledger_session import Doing

MONTHS_BACK, MONTHS_AHEAD = 3, 15
"""So many months before and after this one can be chosen."""


class BoardDirectiveForm(Form):
    """The widgets of the dialog."""

    form = "board_directive"
    notice_banner: Banner
    kind_box: QComboBox
    title_edit: GrowingTextEdit
    document_panel: QWidget
    number_edit: QLineEdit
    issued_edit: DateField
    quarter_panel: QWidget
    quarter_box: QComboBox
    months_panel: QWidget
    first_box: QComboBox
    last_box: QComboBox
    cancel_button: QPushButton
    keep_button: QPushButton


class DirectiveDialog(EntryDialog):
    """Enters a directive or changes one: a theme is for a quarter, the others for some months."""

    # What a clerk writes goes onto a board; entering is the same.
    _session: BoardSession  # type: ignore[assignment]

    def __init__(
        self,
        session: BoardSession,
        words: Messages,
        parent: QWidget | None = None,
        *,
        directive: IssuedDirective | None = None,
    ) -> None:
        super().__init__(words, parent)
        self._session = session
        self._id = directive.id if directive else ""
        self.form = form = BoardDirectiveForm(self)
        self.setWindowTitle(self.tr("Directive"))
        for kind in DirectiveKind:
            form.kind_box.addItem(words.value(kind), kind)
        this_month = session.today().replace(day=1)
        first = directive.first.replace(day=1) if directive else this_month
        last = directive.last.replace(day=1) if directive else _month(this_month, 2)
        shown = {_month(this_month, step) for step in range(-MONTHS_BACK, MONTHS_AHEAD)}
        months = sorted({*shown, first, last})
        for box, chosen in ((form.first_box, first), (form.last_box, last)):
            for month in months:
                box.addItem(month_text(month), month)
            # A box finds its data by identity, and equal days are not the same.
            box.setCurrentIndex(months.index(chosen))
        quarters = dict.fromkeys(period_with(month, Span.QUARTER) for month in months)
        for quarter in quarters:
            form.quarter_box.addItem(self._quarter(quarter), quarter)
        form.quarter_box.setCurrentIndex(list(quarters).index(period_with(first, Span.QUARTER)))
        form.issued_edit.set_near(session.today())
        if directive is not None:
            form.kind_box.setCurrentIndex(form.kind_box.findData(directive.kind))
            form.title_edit.setPlainText(directive.title)
            form.number_edit.setText(directive.number)
            form.issued_edit.set_date(directive.issued)
        form.kind_box.currentIndexChanged.connect(lambda _index: self._ask_for_kind())
        form.first_box.activated.connect(self._follow_first)
        StackWhenNarrow(form.document_panel)
        StackWhenNarrow(form.months_panel)
        self._ask_for_kind()
        fields = {
            "kind": form.kind_box,
            "title": form.title_edit,
            "number": form.number_edit,
            "issued": form.issued_edit,
            "first": form.first_box,
            "last": form.last_box,
            "quarter": form.quarter_box,
        }
        self.begin(form.notice_banner, form.keep_button, form.cancel_button, fields)
        self.start_at("title")
        ask_size(self, 720)

    @property
    def kind(self) -> DirectiveKind:
        """The kind that is chosen."""
        return DirectiveKind(self.form.kind_box.currentData())

    @property
    def span(self) -> tuple[dt.date, dt.date]:
        """The first and the last day."""
        form = self.form
        if self.kind is DirectiveKind.THEME:
            quarter: Period = form.quarter_box.currentData()
            return quarter.first, quarter.last
        return form.first_box.currentData(), end_of_month(form.last_box.currentData())

    def entered(self) -> object:
        """Give what is typed and chosen."""
        form = self.form
        texts = form.title_edit.toPlainText(), form.number_edit.text(), form.issued_edit.text()
        return self.kind, texts, self.span

    def unclear(self) -> Mapping[str, str]:
        """Give the day that is none."""
        if self.form.issued_edit.is_valid():
            return {}
        return {"issued": self.tr("This is no day. Write it like this: 03/11/2026.")}

    def hand_over(self, do: Doing) -> Refusal | None:
        """Hand the directive over."""
        form, first_last = self.form, self.span
        is_document = self.kind is DirectiveKind.DOCUMENT
        return do(
            issue_directive,
            self._session.register,
            self._id,
            self.kind,
            form.title_edit.toPlainText(),
            *first_last,
            form.number_edit.text() if is_document else "",
            form.issued_edit.date() if is_document else None,
        )

    def _ask_for_kind(self) -> None:
        """Ask for what belongs to the kind alone."""
        form, kind = self.form, self.kind
        form.document_panel.setVisible(kind is DirectiveKind.DOCUMENT)
        form.quarter_panel.setVisible(kind is DirectiveKind.THEME)
        form.months_panel.setVisible(kind is not DirectiveKind.THEME)

    def _follow_first(self) -> None:
        """Let the last month not lie before the first one."""
        form = self.form
        if form.last_box.currentData() < form.first_box.currentData():
            form.last_box.setCurrentIndex(form.first_box.currentIndex())

    def _quarter(self, quarter: Period) -> str:
        text = self.tr("Quarter {number} of {year}")
        return text.format(number=QUARTERS[quarter.number - 1], year=quarter.year)


def _month(month: dt.date, steps: int) -> dt.date:
    """Give the first day of the month so many steps on."""
    at = month.year * 12 + month.month - 1 + steps
    return dt.date(at // 12, at % 12 + 1, 1)
