"""`PaperDesk`: the papers of a meeting page by page, made once the desk is seen; saved, printed."""

from __future__ import annotations

from functools import partial
from textwrap import shorten
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QLabel, QPushButton, QStackedWidget, QWidget

from cellsecretary import papers, paths
from cellsecretary.core.kinds import Trace
from cellsecretary.core.vietnamese import fold
from cellsecretary.ui.ask import FileKind
from cellsecretary.ui.chips import State
from cellsecretary.ui.form import Form
from cellsecretary.ui.long_work import Cancelled, LongWork
from cellsecretary.ui.paper_pages import POINTS_PER_INCH
from cellsecretary.ui.paper_view import PaperView
from cellsecretary.ui.portions_choice import PortionsChoice
from cellsecretary.ui.print_job import PrintJob
from cellsecretary.ui.stacking import StackWhenNarrow

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from PySide6.QtGui import QShowEvent
    from PySide6.QtPrintSupport import QPrinter

    from cellsecretary.core.portions import Portion
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.ruleset import RuleSet
    from cellsecretary.messages import Messages
    from cellsecretary.ui.ask import Ask

FIRST = ("minutes", "notice")
"""The paper that is shown first, the one or else the other."""

MILLIMETRES = 25.4
"""Millimetres of an inch."""
LONGEST_TITLE = 40
"""How many letters the name of a file says of a title."""
DELAY = 60
"""Milliseconds until a paper is made: the panel is seen first, and fast changes make one paper."""


class PaperDeskForm(Form):
    """The widgets of the desk."""

    form = "paper_desk"
    paper_stack: QStackedWidget
    paper_page: QWidget
    paper_bar: QWidget
    paper_box: QComboBox
    portions_button: QPushButton
    place_label: QLabel
    newest_button: QPushButton
    zoom_out_button: QPushButton
    zoom_in_button: QPushButton
    paper_view: PaperView
    empty_page: QFrame
    empty_label: QLabel


class PaperDesk(QWidget):
    """Shows one version of one meeting by its papers; `print_job` is how a printer is chosen.

    `told` carries a sentence, its state and the label of a button that would save the paper, often
    empty. `newest_wanted`: enough of an earlier version. `turned`: another paper is shown.
    `left` carries the paper and what happened to it outside: a `Trace`. Of portions nothing is
    told: that a slip was printed does not mean that the paper was. Where `offered` names papers,
    others are not shown.
    """

    left = Signal(str, object)

    turned = Signal()
    told = Signal(str, object, str)
    newest_wanted = Signal()

    def __init__(
        self,
        ask: Ask,
        words: Messages,
        parent: QWidget | None = None,
        *,
        offered: Collection[str] = (),
    ) -> None:
        super().__init__(parent)
        self.print_job = PrintJob()
        self._ask = ask
        self._words = words
        self._offered = offered
        self._record: MeetingRecord | None = None
        self._instead = ""
        self._earlier = False
        self._fitting: tuple[MeetingRecord, tuple[str, ...]] | None = None
        self._paper = ""
        self._made: tuple[MeetingRecord, str, papers.Wish, bytes] | None = None
        self.form = form = PaperDeskForm(self)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(DELAY)
        self._soon.timeout.connect(self._show)
        form.empty_label.setText(self.tr("The paper is being made…"))
        form.paper_stack.setCurrentWidget(form.empty_page)
        form.paper_box.activated.connect(self._choose)
        self._portions = PortionsChoice(form.portions_button, words, self._shown)
        self._portions.changed.connect(self._turn)
        form.newest_button.clicked.connect(self.newest_wanted)
        form.zoom_in_button.clicked.connect(form.paper_view.zoom_in)
        form.zoom_out_button.clicked.connect(form.paper_view.zoom_out)
        form.paper_view.moved.connect(self._show_place)
        StackWhenNarrow(form.paper_bar)

    def lay(self, record: MeetingRecord, instead: str = "", *, earlier: bool = False) -> None:
        """Show a paper of a record soon, or `instead` a sentence why there is none."""
        if (record, instead, earlier) == (self._record, self._instead, self._earlier):
            return
        if self._record is not None and record.meeting.id != self._record.meeting.id:
            self._made = None
            self._paper = ""
            self._portions.choose(())
            self.form.paper_view.clear()
        self._record, self._instead, self._earlier = record, instead, earlier
        self.form.newest_button.setVisible(earlier)
        self._soon.start()

    @property
    def paper(self) -> str:
        """The paper that is shown, empty without any."""
        return self._paper_shown()

    @property
    def is_whole(self) -> bool:
        """Whether the whole paper is shown, not some portions of it."""
        return not self._portions.wished

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What the keyboard stops at, as one reads."""
        form = self.form
        return (
            *(form.paper_box, form.portions_button, form.newest_button),
            *(form.zoom_out_button, form.zoom_in_button, form.paper_view),
        )

    @property
    def has_word(self) -> bool:
        """Whether the paper shown can be saved for Word, too."""
        return bool(self._papers()) and papers.FORMS[self._paper_shown()].word

    def save_for_word(self) -> None:
        """Ask where, and write the paper as a file that an office can reword."""
        self._save(FileKind.WORD)

    def save_for_archive(self) -> None:
        """Ask where, and write the paper as a PDF that is kept for decades."""
        self._save(FileKind.PDF, archive=True)

    def save_paper(self) -> None:
        """Ask where, and write the paper as a PDF."""
        self._save(FileKind.PDF)

    def _save(self, kind: FileKind, *, archive: bool = False) -> None:
        assert self._record is not None
        name = f"{self._name()}{'_PDFA' if archive else ''}.{kind.suffix}"
        path = self._ask.save_path(paths.books_folder() / name, kind)
        if path is None:
            return
        paper, record, wish = self._paper_shown(), self._record, self._portions.wish
        work = LongWork(self, self.tr("The paper is being saved…"))
        try:
            work.beside(lambda: papers.write(paper, record, path, wish, archive=archive))
        except papers.PaperError as error:
            self.told.emit(self._words.paper(error.fault, error.place), State.BAD, "")
        else:
            text = self.tr("Saved: {path}").format(path=path)
            self.told.emit(text, State.GOOD, "")
            self._note(Trace.SAVED)

    def print_paper(self) -> None:
        """Print the paper; without a printer, offer the PDF."""
        if not self.print_job.has_printer():
            text = self.tr(
                "This computer has no printer. Save the paper as a PDF on a stick and print "
                "it elsewhere."
            )
            self.told.emit(text, State.CARE, self.tr("Save as PDF"))
            return
        try:
            pdf = self._pdf()
        except papers.PaperError as error:
            self.told.emit(self._words.paper(error.fault, error.place), State.BAD, "")
            return
        except Cancelled:
            return
        self.print_job.choose_printer(self, partial(self._print_on, pdf, self._name()))

    def _print_on(self, pdf: bytes, name: str, printer: QPrinter) -> None:
        try:
            is_taken = self.print_job.print_pdf(pdf, name, printer, self._back(), self)
        except Cancelled:
            self.told.emit(self.tr("Printing was stopped."), State.CARE, "")
            return
        if is_taken:
            self.told.emit(self.tr("The paper was handed to the printer."), State.GOOD, "")
            self._note(Trace.PRINTED)
            return
        text = self.tr(
            "The printer did not take the paper; nothing was lost. See whether it is switched on, "
            "then print again."
        )
        self.told.emit(text, State.BAD, "")

    def _note(self, trace: Trace) -> None:
        if self.is_whole:
            self.left.emit(self._paper_shown(), trace)

    def _back(self) -> float:
        """Give how far the margins of a back lie from those of a front, in points."""
        assert self._record is not None
        return margin_shift(self._record.rules)

    def _name(self) -> str:
        """Give the name of a file: letters that every system and stick can keep."""
        assert self._record is not None
        day = self._record.meeting.date.isoformat()
        paper = self._record.rules.paper.marked(self._words.form(self._paper_shown()))
        return file_name(paper, day, self._portions.wished)

    def _papers(self) -> tuple[str, ...]:
        """Give the papers that the record has, none without a record; found out once."""
        if self._record is None:
            return ()
        if self._fitting is None or self._fitting[0] != self._record:
            offered = self._offered or papers.FORMS.keys()
            fitting = tuple(one for one in papers.fitting(self._record) if one in offered)
            self._fitting = (self._record, fitting)
        return self._fitting[1]

    def _paper_shown(self) -> str:
        """Give the chosen paper while the record has it, else the first; empty without any."""
        have = self._papers()
        return next((one for one in (self._paper, *FIRST, *have) if one in have), "")

    def _shown(self) -> tuple[str, MeetingRecord] | None:
        """Give the paper shown and its record, None without any."""
        paper = self._paper_shown()
        return (paper, self._record) if paper and self._record else None

    def _pdf(self) -> bytes:
        """Give the paper of the record; made once."""
        assert self._record is not None
        paper, wish = self._paper_shown(), self._portions.wish
        if self._made is None or self._made[:3] != (self._record, paper, wish):
            record = self._record
            work = LongWork(self, self.tr("The paper is being made…"), can_leave=True)
            pdf = work.beside(lambda: papers.render(paper, record, wish))
            self._made = (record, paper, wish, pdf)
            return pdf
        return self._made[3]

    def _choose(self, index: int) -> None:
        """Turn to another paper, whole and at its top."""
        self._paper = self.form.paper_box.itemData(index)
        self._portions.choose(())
        self._turn()

    def _turn(self) -> None:
        """Show what was chosen, at its top."""
        self.form.paper_view.clear()
        self._show()

    def _list(self) -> None:
        """Offer the papers that the record has."""
        box, have = self.form.paper_box, self._papers()
        if [box.itemData(index) for index in range(box.count())] != list(have):
            box.clear()
            for paper in have:
                box.addItem(self._words.form(paper), paper)
        box.setCurrentIndex(box.findData(self._paper_shown()))

    def _show(self) -> None:
        """Make the paper and show it, or say why there is none."""
        form = self.form
        if self._record is None or not self.isVisible():
            return
        text, pdf, record = "", None, self._record
        self._list()
        self._portions.offer()
        if not self._papers():
            text = self._instead
        else:
            try:
                pdf = self._pdf()
            except papers.PaperError as error:
                text = self._words.paper(error.fault, error.place)
            except Cancelled:
                text = self.tr("The paper was not made. Choose it again to make it.")
            if record is not self._record:
                return  # another was laid meanwhile, and is or comes on the desk
        form.empty_label.setText(text)
        form.paper_stack.setCurrentWidget(form.empty_page if text else form.paper_page)
        if pdf is None:
            form.paper_view.clear()
        else:
            form.paper_view.show_pdf(pdf)
        self._show_place()
        self.turned.emit()

    def _show_place(self) -> None:
        if self._record is None:
            return
        view = self.form.paper_view
        place = self.tr("Page {page} of {count}").format(page=view.page + 1, count=view.page_count)
        if self._earlier:
            version = self.tr("Earlier version {number}").format(number=self._record.revision)
            place = f"{version} · {place}"
        elif self._record.is_draft:
            place = self.tr("{place} · draft").format(place=place)
        self.form.place_label.setText(place if view.page_count else "")
        self.form.zoom_in_button.setEnabled(view.can_zoom_in)
        self.form.zoom_out_button.setEnabled(view.can_zoom_out)

    def showEvent(self, event: QShowEvent) -> None:
        """Make the paper that nobody has seen yet."""
        super().showEvent(event)
        self._soon.start()


def margin_shift(rules: RuleSet) -> float:
    """Give how far the margins of a back lie from those of a front, in points."""
    layout = rules.paper.layout
    return (layout.margin_right - layout.margin_left) / MILLIMETRES * POINTS_PER_INCH


def file_name(paper: str, when: str, portions: Sequence[Portion] = ()) -> str:
    """Give the name of a paper's file: letters that every system and stick can keep.

    Portions are told by their numbers, a single one by its title too.
    """
    told = [str(portion.number) for portion in portions]
    if len(portions) == 1:
        told.append(_letters(shorten(portions[0].title, LONGEST_TITLE, placeholder="")))
    return "_".join(part for part in (_letters(paper), *told, when) if part)


def _letters(text: str) -> str:
    return "".join(letter for letter in fold(text).title() if letter.isalnum())
