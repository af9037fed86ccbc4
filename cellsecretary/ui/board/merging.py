"""`MergeDialog`: what another board would bring, and the word of the clerk that it is to come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QWidget

from cellsecretary.exchange.collecting import Collecting, counts, lines_of
from cellsecretary.rules import bundled
from cellsecretary.store import BookError
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.chips import State
from cellsecretary.ui.form import Form
from cellsecretary.ui.keep_on_screen import ask_size
from cellsecretary.ui.long_work import waiting

if TYPE_CHECKING:
    from pathlib import Path

    from cellsecretary.exchange.collecting import Report
    from cellsecretary.exchange.merging import BoardLook
    from cellsecretary.messages import Messages
    from cellsecretary.ui.board.session import BoardSession


class MergeForm(Form):
    """The widgets of the dialog."""

    form = "board_merge"
    notice_banner: Banner
    file_label: QLabel
    brings_label: QLabel
    text_label: QLabel
    cancel_button: QPushButton
    merge_button: QPushButton


class MergeDialog(QDialog):
    """Merges a board that was looked at, once the clerk says so."""

    def __init__(
        self,
        session: BoardSession,
        words: Messages,
        path: Path,
        look: BoardLook,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session, self._words, self._path = session, words, path
        self.form = form = MergeForm(self)
        self.setWindowTitle(self.tr("Merge another board"))
        form.notice_banner.dismiss()
        form.file_label.setText(path.name)
        form.brings_label.setText("\n".join(self._brings(look)))
        form.text_label.setText(self._what_follows(look))
        form.cancel_button.clicked.connect(self.reject)
        form.merge_button.clicked.connect(self._merge)
        form.merge_button.setFocus()
        ask_size(self, 720, 440)

    def _brings(self, look: BoardLook) -> list[str]:
        office = look.office or self.tr("nobody named it")
        return [
            self.tr("Office: {name}").format(name=office),
            self.tr("Cells: {count}").format(count=look.cells),
            self.tr("Meetings: {count}, of which {new} are new here").format(
                count=look.records, new=look.new
            ),
        ]

    def _what_follows(self, look: BoardLook) -> str:
        """Say what comes over, and that it cannot be undone."""
        ours = self._session.register.office
        if ours is not None and look.office == ours.name:
            what = self.tr(
                "Its meetings come over, and what was written there later: remarks, points, "
                "answers, directives."
            )
        else:
            what = self.tr(
                "It is of another office: its meetings, remarks, points and answers come over; "
                "its directives and rule files stay there."
            )
        warning = self.tr(
            "Nothing on this board is lost. Merging cannot be undone, and a board is not signed: "
            "merge only one that you know."
        )
        return f"{what}\n\n{warning}"

    def _merge(self) -> None:
        form, session = self.form, self._session
        session.cannot_be_undone.emit()
        try:
            with waiting():
                collecting = Collecting(session.board, bundled(), session.context)
                report = collecting.merge(self._path)
                place = self._path.parent.name
                session.board.note_arrivals(lines_of([report], session.now(), place))
        except BookError as error:
            session.failed.emit(error)
            text = self._words.fault(error.fault, error.path)
            form.notice_banner.show_message(State.BAD, text)
            return
        session.tell_collected()
        self._tell(report)

    def _tell(self, report: Report) -> None:
        form = self.form
        if report.reason is not None:
            text = self._words.set_aside(report.reason, self._path, "", "")
            form.notice_banner.show_message(State.BAD, text)
            return
        told = counts(report.subjects)
        text = self.tr(
            "Merged: {new} new, {changed} changed, {known} known, {conflict} in conflict."
        )
        numbers = {name: getattr(told, name) for name in ("new", "changed", "known", "conflict")}
        state = State.CARE if told.conflict else State.GOOD
        form.notice_banner.show_message(state, text.format(**numbers))
        form.brings_label.setText(self.tr("Meetings that came: {count}").format(count=told.found))
        form.text_label.hide()
        form.merge_button.hide()
        form.cancel_button.setText(self.tr("&Close"))
        form.cancel_button.setFocus()
