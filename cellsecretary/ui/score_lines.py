"""`ScoreLines`: the criteria of a score, each with its facts and buttons for its points."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from cellsecretary.core.facts import percent_of
from cellsecretary.core.kinds import Scorer
from cellsecretary.ui.chips import ChipLabel, State
from cellsecretary.ui.icons import put_icon
from cellsecretary.ui.theme import current_theme
from cellsecretary.ui.wording import percent_text

if TYPE_CHECKING:
    from cellsecretary.core.score import ScoreLine, ScoreSheet
    from cellsecretary.messages import Messages


class ScoreLines(QObject):
    """Fills a page with the lines of a score; `answered` carries a code and its points."""

    answered = Signal(str, int)

    def __init__(self, page: QWidget, words: Messages) -> None:
        super().__init__(page)
        self._page = page
        self._words = words
        self._form = ""
        self.rows: dict[str, ScoreRow] = {}

    def show_sheet(self, sheet: ScoreSheet, scorer: Scorer, *, changeable: bool) -> None:
        """Show the lines; those that stay keep the keyboard."""
        if sheet.form != self._form or list(self.rows) != [line.code for line in sheet.lines]:
            self._make(sheet)
        most = max(line.maximum for line in sheet.lines)
        for line in sheet.lines:
            row = self.rows[line.code]
            row.show_line(line, scorer, changeable=changeable)
            row.make_room(most)

    def _make(self, sheet: ScoreSheet) -> None:
        box = self._page.layout()
        assert isinstance(box, QVBoxLayout)
        for row in self.rows.values():
            row.hide()
            row.deleteLater()
        self.rows = {}
        while box.count():
            box.takeAt(0)
        for line in sheet.lines:
            row = ScoreRow(self._words, self._page)
            row.answered.connect(partial(self.answered.emit, line.code))
            self.rows[line.code] = row
            box.addWidget(row)
        box.addStretch(1)
        self._form = sheet.form


class ScoreRow(QFrame):
    """One criterion: its text and facts at the left, its points at the right."""

    answered = Signal(int)

    def __init__(self, words: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._points: int | None = None
        self._begin = self._most = 0
        self.setProperty("role", "card")
        self._title = QLabel(self)
        self._title.setProperty("role", "strong")
        self._facts = QLabel(self)
        self._facts.setProperty("role", "quiet")
        for label in (self._title, self._facts):
            label.setWordWrap(True)
        self._chip = ChipLabel(self)
        self.fewer_button = self._button("minus", -1)
        self._shown = QLabel(self)
        self._shown.setProperty("role", "title")
        for label in (self._title, self._facts, self._shown):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.more_button = self._button("plus", 1)
        self.all_button = QPushButton(self)
        self.all_button.setAutoDefault(False)
        self.all_button.clicked.connect(lambda: self.answered.emit(self._most))
        theme = current_theme()
        texts = QVBoxLayout()
        texts.setSpacing(theme.space(1))
        texts.addWidget(self._title)
        texts.addWidget(self._facts)
        # A chip is no wider than its word, and would narrow the whole column.
        texts.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignLeft)
        box = QHBoxLayout(self)
        box.setContentsMargins(theme.space(4), theme.space(2), theme.space(4), theme.space(2))
        box.setSpacing(theme.space(2))
        box.addLayout(texts, 1)
        right: tuple[QWidget, ...] = (
            *(self.fewer_button, self._shown, self.more_button, self.all_button),
        )
        for widget in right:
            box.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_line(self, line: ScoreLine, scorer: Scorer, *, changeable: bool) -> None:
        """Show a criterion with the points of one scorer."""
        self._points = line.own if scorer is Scorer.CELL else line.superior
        proposed = line.proposed if scorer is Scorer.CELL else line.own
        self._most = line.maximum
        self._begin = line.maximum if proposed is None else proposed
        title = self.tr("{code}. {title}").format(code=line.code, title=line.title)
        self._title.setText(title)
        self._facts.setText(self._facts_text(line, scorer))
        self._facts.setVisible(bool(self._facts.text()))
        self._chip.show_state(State.CARE, self.tr("No fact speaks for it"))
        self._chip.setVisible(scorer is Scorer.CELL and line.lacks_evidence)
        given = "–" if self._points is None else str(self._points)
        points = self.tr("{points}/{most}").format(points=given, most=self._most)
        self._shown.setText(points)
        self.all_button.setText(self.tr("All {most}").format(most=self._most))
        self._name(title, points)
        for button in (self.fewer_button, self.more_button, self.all_button):
            button.setVisible(changeable)
        self.fewer_button.setEnabled(self._points != 0)
        self.more_button.setEnabled(self._points != self._most)
        self.all_button.setEnabled(self._points != self._most)

    def make_room(self, most: int) -> None:
        """Keep room for so many points, so that all rows have their buttons below each other."""
        theme = current_theme()
        widest = self.tr("{points}/{most}").format(points=most, most=most)
        metrics = QFontMetrics(theme.font("title", bold=True))
        self._shown.setFixedWidth(metrics.horizontalAdvance(widest) + theme.space(3))
        metrics = QFontMetrics(theme.font())
        word = self.tr("All {most}").format(most=most)
        self.all_button.setFixedWidth(metrics.horizontalAdvance(word) + 2 * theme.space(4) + 2)

    def _facts_text(self, line: ScoreLine, scorer: Scorer) -> str:
        facts = [
            self._words.evidence(one, percent_text(percent_of(one.count, one.base)))
            for one in line.evidence
        ]
        text = "; ".join(facts)
        text = f"{text[:1].upper()}{text[1:]}"
        if scorer is Scorer.SUPERIOR and line.own is not None:
            own = self.tr("The cell gave itself {points}.").format(points=line.own)
            return f"{own}\n{text}".strip()
        return text

    def _name(self, title: str, points: str) -> None:
        """Say of each button what it is about."""
        names = {
            self.fewer_button: self.tr("One point fewer: {title}, {points}"),
            self.more_button: self.tr("One point more: {title}, {points}"),
            self.all_button: self.tr("All points: {title}, {points}"),
        }
        self._shown.setAccessibleName(f"{title}: {points}")
        for button, name in names.items():
            button.setAccessibleName(name.format(title=title, points=points))

    def _button(self, icon: str, step: int) -> QPushButton:
        button = QPushButton(self)
        button.setAutoDefault(False)
        button.setProperty("icon_name", icon)
        button.setProperty("stepping", True)
        button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        put_icon(button)
        button.clicked.connect(partial(self._step, step))
        return button

    def _step(self, step: int, *_clicked: object) -> None:
        """Begin with what is proposed, then go point by point."""
        points = self._begin if self._points is None else self._points + step
        self.answered.emit(max(0, min(points, self._most)))
