"""Papers of the office: seen, saved as PDF, printed; a table, or slips that remind the cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QWidget

from cellsecretary.core.board.coming import looked_back, slips
from cellsecretary.papers.target import replace_file
from cellsecretary.ui.date_field import DateField
from cellsecretary.ui.dialogs.paper import PaperDialog, PaperForm
from cellsecretary.ui.paper_desk import file_name
from cellsecretary.ui.stacking import StackWhenNarrow
from cellsecretary.ui.tips import plain_title
from cellsecretary.ui.wording import month_text

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable
    from pathlib import Path

    from cellsecretary.core.ruleset import RuleSet
    from cellsecretary.messages import Messages
    from cellsecretary.ui.ask import Ask, FileKind
    from cellsecretary.ui.board.session import BoardSession


class BoardPaperForm(PaperForm):
    """The widgets of the dialog."""

    form = "board_paper"
    choice_panel: QWidget
    month_box: QComboBox
    until_edit: DateField


class BoardPaperDialog(PaperDialog):
    """Shows a paper that `make` makes after the dialog is seen; `name` is that of its file."""

    form: BoardPaperForm

    def __init__(
        self,
        title: str,
        name: str,
        make: Callable[[], bytes],
        rules: RuleSet,
        ask: Ask,
        words: Messages,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(ask, words, parent)
        self._name = name
        self._make = make
        self._rules = rules
        self.form = form = BoardPaperForm(self)
        self.setWindowTitle(plain_title(title))
        StackWhenNarrow(form.choice_panel)
        form.choice_panel.hide()
        self.begin()
        self.make_anew()
        form.paper_view.setFocus()

    def made(self) -> bytes | str:
        """Make the paper."""
        return self.beside(self._make)

    def write(self, path: Path, _kind: FileKind) -> None:
        """Write the pages that are shown."""
        assert self._pdf is not None
        replace_file(path, self._pdf)

    def file_stem(self) -> str:
        """Give the name that came with the paper."""
        return self._name

    def paper_rules(self) -> RuleSet:
        """Give the rules that came with the paper."""
        return self._rules


class RemindersDialog(BoardPaperDialog):
    """Slips for the cells whose minutes of a month are missing; `month` is offered first."""

    def __init__(
        self,
        session: BoardSession,
        ask: Ask,
        words: Messages,
        parent: QWidget | None = None,
        *,
        month: dt.date | None = None,
    ) -> None:
        self._session = session
        today = session.today()
        super().__init__(*("", "", bytes, session.rules(today)), *(ask, words, parent))
        form = self.form
        self.setWindowTitle(self.tr("Reminders for the cells"))
        for one in looked_back(today):
            count = len(session.record.missing((one,), today))
            if count:
                text = self.tr("{month}: %n cell(s)", "", count)
                form.month_box.addItem(text.format(month=month_text(one)), one)
        has_any = form.month_box.count() > 0
        form.month_box.setCurrentIndex(max(form.month_box.findData(month), 0) if has_any else -1)
        form.until_edit.set_near(today)
        form.choice_panel.setVisible(has_any)
        form.month_box.activated.connect(lambda _index: self.make_anew())
        form.until_edit.changed.connect(self.make_anew)
        if not has_any:
            self._soon.stop()
            self.put(self.tr("No minutes are missing: nobody has to be reminded."))
        form.month_box.setFocus()

    def made(self) -> bytes:
        """Make the slips of the month that is chosen."""
        # ReportLab takes a quarter of a second to import.
        from cellsecretary.papers.reminders import reminder_slips

        month = self.form.month_box.currentData()
        today = self._session.today()
        missing = self._session.record.missing((month,), today)
        self._name = file_name(self.tr("Reminders"), f"{month:%Y-%m}")
        office = self._session.register.issuing(today)
        written, rules = slips(missing, self.form.until_edit.date()), self._rules
        return self.beside(lambda: reminder_slips(written, rules, office))
