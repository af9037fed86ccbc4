"""How papers look: what offices differ in, beside a paper that follows every choice."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QTableView,
    QWidget,
)

from cellsecretary import papers
from cellsecretary.core.kinds import MeetingState
from cellsecretary.core.operations.preferences import change_preferences
from cellsecretary.core.preferences import (
    RANGES,
    Preferences,
    preferences_of,
    with_preferences,
)
from cellsecretary.core.ruleset import Authority, Superior
from cellsecretary.core.vietnamese import ToneStyle, place_tones
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.dialogs.entry import EntryDialog
from cellsecretary.ui.fields import GrowingTextEdit
from cellsecretary.ui.form import Form
from cellsecretary.ui.keep_on_screen import ask_size
from cellsecretary.ui.paper_view import PaperView
from cellsecretary.ui.records import Column, RecordModel
from cellsecretary.ui.stacking import StackWhenNarrow
from cellsecretary.ui.table_sizes import SharedWidths
from cellsecretary.ui.tables import dress_table
from cellsecretary.ui.theme import current_theme

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.messages import Messages
    from cellsecretary.ui.session import Session

K = TypeVar("K", bound=str)

ENDS = (".", "./.")
PREVIEWED = "minutes"
DELAY = 200
"""Milliseconds after a choice until the paper follows: typing is not held up by each letter."""


@dataclass(frozen=True)
class PaperLine:
    """What one kind of paper has below its title and at its right."""

    form: str
    dashes: bool
    place: bool


class PaperSettingsForm(Form):
    """The widgets of the dialog."""

    form = "paper_settings"
    notice_banner: Banner
    middle_panel: QWidget
    fields_area: QScrollArea
    fields_page: QWidget
    superior_box: QComboBox
    tones_box: QComboBox
    authority_box: QComboBox
    end_box: QComboBox
    body_spin: QDoubleSpinBox
    spacing_spin: QDoubleSpinBox
    large_spin: QDoubleSpinBox
    receivers_edit: GrowingTextEdit
    papers_table: QTableView
    preview_box: QComboBox
    preview_label: QLabel
    paper_view: PaperView
    cancel_button: QPushButton
    keep_button: QPushButton


class PaperSettingsDialog(EntryDialog):
    """Changes the preferences of the book; the paper beside shows them before they are kept."""

    def __init__(self, session: Session, words: Messages, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._session = session
        self._rules = session.rules(session.today())
        self._held = preferences_of(self._rules.paper)
        self._record = self._newest()
        self.form = form = PaperSettingsForm(self)
        self.setWindowTitle(self.tr("How papers look"))
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(DELAY)
        self._soon.timeout.connect(self._preview)
        self._spins = {
            "body_size": form.body_spin,
            "line_spacing": form.spacing_spin,
            "large_size": form.large_spin,
        }
        self._lines: RecordModel[PaperLine] = RecordModel(
            [
                Column(self.tr("Paper"), lambda line: words.form(line.form)),
                Column("-----", lambda _: "", self._set_dashes, checked=lambda line: line.dashes),
                Column(
                    self.tr("Place, date"),
                    lambda _: "",
                    self._set_place,
                    checked=lambda line: line.place,
                ),
            ],
            key=lambda line: line.form,
            parent=self,
        )
        form.papers_table.setModel(self._lines)
        dress_table(form.papers_table, wrap=True, cells=True)
        # A bar of its own would come and go with the lines that it leaves room for, without end.
        SharedWidths(form.papers_table, {0: 1}, whole=True)
        self._fill()
        self._watch()
        self.begin(form.notice_banner, form.keep_button, form.cancel_button, dict(self._spins))
        form.superior_box.setFocus()
        # Boxes would be cut before the area gives up its share to the paper.
        page = form.fields_page.sizeHint().width()
        form.fields_area.setMinimumWidth(page + current_theme().scroll_width)
        StackWhenNarrow(form.middle_panel)
        policy = QSizePolicy.Policy
        form.middle_panel.setSizePolicy(policy.Ignored, policy.Expanding)
        ask_size(self, 1100, 680)
        self._soon.start()

    def entered(self) -> Preferences:
        """Give what is chosen."""
        form = self.form
        lines = form.receivers_edit.toPlainText().splitlines()
        return Preferences(
            superior=Superior(form.superior_box.currentData()),
            tones=ToneStyle(form.tones_box.currentData()),
            authority=Authority(form.authority_box.currentData()),
            dashes_under=self._ticked(self._held.dashes_under, "dashes"),
            place_line_on=self._ticked(self._held.place_line_on, "place"),
            text_end=form.end_box.currentData(),
            receivers=tuple(line.strip() for line in lines if line.strip()),
            body_size=form.body_spin.value(),
            line_spacing=form.spacing_spin.value(),
            large_size=form.large_spin.value(),
        )

    def keep(self) -> None:
        """Write what was chosen into the book."""
        refusal = self._session.do(
            change_preferences, self._session.register, self._held, self.entered()
        )
        if refusal is None:
            self.accept()
        else:
            self.refuse(refusal)

    # Filling

    def _fill(self) -> None:
        form, held = self.form, self._held
        ends = dict.fromkeys((*ENDS, held.text_end))
        _offer(form.superior_box, self._superior_words(), held.superior)
        _offer(form.tones_box, self._tone_words(), held.tones)
        _offer(form.authority_box, self._authority_words(), held.authority)
        _offer(form.end_box, {end: end for end in ends}, held.text_end)
        for name, spin in self._spins.items():
            spin.setRange(*RANGES[name])
            spin.setValue(getattr(held, name))
        form.receivers_edit.setPlainText("\n".join(held.receivers))
        self._lines.set_rows(
            [
                PaperLine(name, name in held.dashes_under, name in held.place_line_on)
                for name in papers.FORMS
            ]
        )
        shown = [name for name, paper in papers.FORMS.items() if paper.of_meeting]
        _offer(form.preview_box, {name: self._words.form(name) for name in shown}, PREVIEWED)

    def _superior_words(self) -> dict[Superior, str]:
        wording = self._rules.paper.wording
        return {
            Superior.AS_TYPED: self.tr("As in the book"),
            Superior.BODY: wording["superior.body"].upper(),
            Superior.COMMITTEE: wording["superior.committee"].upper(),
        }

    def _tone_words(self) -> dict[ToneStyle, str]:
        # The two spellings are themselves what is chosen.
        sample = self._rules.paper.wording["superior.committee"]
        spelled = {style: place_tones(sample, style) for style in ToneStyle}
        return {**spelled, ToneStyle.AS_TYPED: self.tr("As typed")}

    def _authority_words(self) -> dict[Authority, str]:
        wording = self._rules.paper.wording
        return {kind: wording[f"sign.authority.{kind}"] for kind in Authority}

    def _watch(self) -> None:
        form = self.form
        for box in (
            form.superior_box,
            form.tones_box,
            form.authority_box,
            form.end_box,
            form.preview_box,
        ):
            box.currentIndexChanged.connect(self._soon.start)
        for spin in self._spins.values():
            spin.valueChanged.connect(self._soon.start)
        form.receivers_edit.textChanged.connect(self._soon.start)

    # Choosing

    def _set_dashes(self, line: PaperLine, ticked: bool) -> None:
        self._replace(replace(line, dashes=ticked))

    def _set_place(self, line: PaperLine, ticked: bool) -> None:
        self._replace(replace(line, place=ticked))

    def _replace(self, line: PaperLine) -> None:
        rows = [line if row.form == line.form else row for row in self._lines.rows]
        self._lines.set_rows(rows)
        self._soon.start()

    def _ticked(self, held: tuple[str, ...], name: str) -> tuple[str, ...]:
        """Give the papers with a tick, in the order held; what only a newer program knows stays."""
        ticks = {line.form: getattr(line, name) for line in self._lines.rows}
        kept = [form for form in held if ticks.get(form, True)]
        return (*kept, *(form for form, on in ticks.items() if on and form not in held))

    # The paper beside

    def _newest(self) -> MeetingRecord | None:
        """Give the last meeting that was held, else the first that is planned."""
        meetings = [
            meeting
            for meeting in self._session.register.meetings
            if meeting.state is not MeetingState.CANCELLED
        ]
        held = [meeting for meeting in meetings if meeting.state is not MeetingState.PLANNED]
        shown = next(iter([*reversed(held), *meetings]), None)
        return self._session.meeting(shown.id) if shown else None

    def _preview(self) -> None:
        form = self.form
        if self._record is None:
            text = self.tr("A paper stands here once there is a meeting.")
            pdf = None
        else:
            rules = with_preferences(self._record.rules, self.entered())
            record = replace(self._record, rules=rules)
            text, pdf = "", None
            try:
                pdf = papers.render(form.preview_box.currentData(), record)
            except papers.PaperError as error:
                text = self._words.paper(error.fault, error.place)
        form.preview_label.setText(text)
        form.preview_label.setVisible(bool(text))
        if pdf is None:
            form.paper_view.clear()
        else:
            form.paper_view.show_pdf(pdf)


def _offer(box: QComboBox, labels: Mapping[K, str], chosen: K) -> None:
    """Fill a box with kinds and their labels; a kind is the text that it is stored as."""
    for kind, label in labels.items():
        box.addItem(label, str(kind))
    box.setCurrentIndex(box.findData(str(chosen)))
