"""What came for one meeting: its figures, what changed, and two contents side by side."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from cellsecretary.core.board.differences import differences
from cellsecretary.sentences.differences import said
from cellsecretary.ui.board.meeting_words import (
    FigureWords,
    version_name,
    version_sentences,
    version_text,
)
from cellsecretary.ui.chips import State
from cellsecretary.ui.form import Form
from cellsecretary.ui.sentences import Sentence, SentenceList
from cellsecretary.ui.stacking import StackWhenNarrow
from cellsecretary.ui.theme import current_theme

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from cellsecretary.core.board.versions import BoardMeeting, Version, VersionKey
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.messages import Messages

    Records = Callable[[VersionKey], MeetingRecord | None]

READ_LETTERS = 44
"""So many letters a line of one content has at least beside the other."""

FIGURES = ("came", "spoke", "own", "tasks", "petitions", "visits")


class BoardContentForm(Form):
    """The widgets of the page."""

    form = "board_content"
    content_area: QScrollArea
    state_card: QFrame
    state_list: SentenceList
    seen_button: QPushButton
    differences_card: QFrame
    differences_label: QLabel
    differences_list: SentenceList
    rivals_panel: QWidget
    held_label: QLabel
    kind_label: QLabel
    came_label: QLabel
    spoke_label: QLabel
    own_label: QLabel
    tasks_label: QLabel
    petitions_label: QLabel
    visits_label: QLabel
    sender_label: QLabel
    versions_card: QFrame
    versions_list: SentenceList


class ContentPage(QWidget):
    """Shows one version of a meeting; `seen` and `chosen` carry the `VersionKey` of one.

    That a version came is only taken for looked at when the clerk says so: a page is opened by a
    slip too, and the sign on the board is all that reminds of what changed.
    """

    seen = Signal(object)
    chosen = Signal(object)

    def __init__(self, words: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._figures = FigureWords(words, self)
        self._shown: Version | None = None
        self._rivals: tuple[object, ...] = ()
        self.cards: list[RivalCard] = []
        self.form = form = BoardContentForm(self)
        form.seen_button.clicked.connect(self._tell_seen)
        StackWhenNarrow(form.rivals_panel)

    def show_version(
        self,
        meeting: BoardMeeting,
        version: Version,
        seen: int | None,
        records: Records,
        *,
        is_changed: bool,
    ) -> None:
        """Show a version; `seen` is the number up to which the clerk has looked."""
        self._shown = meeting.current
        self._show_figures(version)
        self._show_state(meeting, is_changed=is_changed)
        self._show_rivals(meeting, records)
        self._show_differences(meeting, version, seen, records)
        form = self.form
        form.versions_list.set_sentences(version_sentences(meeting))
        form.versions_card.setVisible(len(meeting.versions) > 1)

    def _show_figures(self, version: Version) -> None:
        form, figures = self.form, self._figures
        form.held_label.setText(figures.held(version))
        form.kind_label.setText(figures.kind(version))
        for name in FIGURES:
            label: QLabel = getattr(form, f"{name}_label")
            label.setText(getattr(figures, name)(version.figures))
        form.sender_label.setText(version.name)

    def _show_state(self, meeting: BoardMeeting, *, is_changed: bool) -> None:
        """Say what the clerk has to decide or to look at."""
        form, number = self.form, meeting.current.key.revision
        if meeting.is_conflict:
            text = self.tr(
                "Two different contents came as version {number}: the book of the cell may have "
                "been copied. Until you choose one of them the meeting is not counted."
            )
            sentence = Sentence(text.format(number=number), State.BAD)
        elif is_changed:
            text = self.tr(
                "A new version came: {version}. See below what it changed, then press “Looked at”."
            )
            newest = _lower(version_text(meeting, meeting.current))
            sentence = Sentence(text.format(version=newest), State.CARE)
        else:
            text = self.tr("Two different contents came as version {number}. You chose one.")
            sentence = Sentence(text.format(number=number), State.GOOD)
        form.state_list.set_sentences([sentence])
        form.seen_button.setVisible(is_changed and not meeting.is_conflict)
        form.state_card.setVisible(is_changed or bool(meeting.rivals))

    def _show_rivals(self, meeting: BoardMeeting, records: Records) -> None:
        """Put the contents of one version side by side, each with what it says."""
        form, rivals = self.form, meeting.rivals
        form.rivals_panel.setVisible(bool(rivals))
        shown = (meeting.is_conflict, meeting.current.key, rivals)
        if shown == self._rivals:
            return
        self._rivals = shown
        for card in self.cards:
            card.hide()
            card.deleteLater()
        layout = form.rivals_panel.layout()
        assert isinstance(layout, QBoxLayout)
        self.cards = []
        for version in rivals:
            record = records(version.key)
            sentences = self._figures.content(record) if record else []
            card = RivalCard(
                version_text(meeting, version),
                [Sentence(self._figures.came(version.figures), "members"), *sentences],
                form.rivals_panel,
                holds=version == meeting.current and not meeting.is_conflict,
            )
            card.choose_button.clicked.connect(partial(self.chosen.emit, version.key))
            self.cards.append(card)
            layout.addWidget(card, 1)

    def _show_differences(
        self, meeting: BoardMeeting, version: Version, seen: int | None, records: Records
    ) -> None:
        """Tell what the version changed, or in what two of one number differ."""
        form, beside = self.form, version in meeting.rivals
        if beside:
            before: Version | None
            before, after = meeting.rivals[:2]
        else:
            before, after = meeting.before(version, seen), version
        one = records(before.key) if before else None
        other = records(after.key) if before else None
        form.differences_card.setVisible(one is not None and other is not None)
        if before is None or one is None or other is None:
            return
        if beside:
            title = self.tr("In what A and B differ")
        else:
            title = self.tr("What {version} changed, compared with {before}").format(
                version=_lower(version_name(meeting, after)),
                before=_lower(version_text(meeting, before)),
            )
        form.differences_label.setText(title)
        found = differences(one, other)
        sentences = [Sentence(said(self._words, each, beside=beside), "edit") for each in found]
        nothing = [Sentence(self.tr("Nothing that the minutes say."), State.NONE)]
        form.differences_list.set_sentences(sentences or nothing)

    def _tell_seen(self) -> None:
        if self._shown is not None:
            self.seen.emit(self._shown.key)


class RivalCard(QFrame):
    """One of several contents of one version, with the button that lets it hold."""

    def __init__(
        self, title: str, sentences: Sequence[Sentence], parent: QWidget, *, holds: bool
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "card_current" if holds else "card")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        theme = current_theme()
        label = QLabel(title, self)
        label.setProperty("role", "strong")
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        content = SentenceList(self)
        content.set_sentences(sentences)
        self.choose_button = QPushButton(
            self.tr("This one counts") if holds else self.tr("Count this one"), self
        )
        self.choose_button.setAutoDefault(False)
        self.choose_button.setEnabled(not holds)
        self.choose_button.setAccessibleName(f"{self.choose_button.text()}: {title}")
        box = QVBoxLayout(self)
        edge = theme.space(3)
        box.setContentsMargins(edge, edge, edge, edge)
        box.addWidget(label)
        box.addWidget(content)
        box.addStretch(1)
        box.addWidget(self.choose_button, 0, Qt.AlignmentFlag.AlignLeft)

    def sizeHint(self) -> QSize:
        """Ask for a width at which texts are read well: the longest would ask for a line."""
        width = self.fontMetrics().averageCharWidth() * READ_LETTERS
        return QSize(width, self.heightForWidth(width))


def _lower(text: str) -> str:
    return f"{text[:1].lower()}{text[1:]}"
