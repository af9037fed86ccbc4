"""The cells of the board: their names and keys, who hands in paper, and who was turned away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QPushButton, QTableView, QWidget

from cellsecretary.core.board.cell_facts import (
    CellFacts,
    TurnedAway,
    called,
    cell_facts,
    turned_away,
)
from cellsecretary.core.board.grid_choice import superiors
from cellsecretary.core.operations.board import answer_sender, change_paper_cell
from cellsecretary.core.vietnamese import list_key
from cellsecretary.exchange.keys import printed_code
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.board.page import BoardPage
from cellsecretary.ui.chips import State
from cellsecretary.ui.form import Form
from cellsecretary.ui.records import Column, RecordModel
from cellsecretary.ui.tables import dress_table
from cellsecretary.ui.wording import day_text

if TYPE_CHECKING:
    from cellsecretary.messages import Messages
    from cellsecretary.ui.ask import Ask
    from cellsecretary.ui.board.session import BoardSession

NAME, SUPERIOR, LAST, WAY = range(4)


class CellsForm(Form):
    """The widgets of the page."""

    form = "board_cells"
    notice_banner: Banner
    search_edit: QLineEdit
    add_button: QPushButton
    cells_table: QTableView
    empty_label: QLabel
    cell_card: QFrame
    name_label: QLabel
    facts_label: QLabel
    open_button: QPushButton
    paper_button: QPushButton
    rename_button: QPushButton
    away_label: QLabel
    away_table: QTableView
    away_bar: QWidget
    take_button: QPushButton


class CellsPage(BoardPage):
    """All cells, and below them what is known of the chosen one."""

    def __init__(
        self, session: BoardSession, ask: Ask, words: Messages, parent: QWidget | None = None
    ) -> None:
        super().__init__(session, ask, words, parent)
        self.form = form = CellsForm(self)
        # All of it at once would be higher than a small screen, before the page is filled.
        for widget in (form.empty_label, form.away_label, form.away_table, form.away_bar):
            widget.hide()
        form.notice_banner.dismiss()
        self.model = RecordModel(
            self._columns(),
            lambda one: one.cell.id,
            self,
            search=lambda one: " ".join((one.cell.name, *one.cell.names, one.cell.superior)),
        )
        form.cells_table.setModel(self.model)
        dress_table(form.cells_table, stretch=(NAME, SUPERIOR), sortable=True)
        self.away = RecordModel(self._away_columns(), lambda one: one.answers[0].id, self)
        form.away_table.setModel(self.away)
        dress_table(form.away_table, stretch=0)
        form.search_edit.textChanged.connect(self._search)
        form.cells_table.selectionModel().currentChanged.connect(self._show_cell)
        form.cells_table.activated.connect(self._open)
        form.add_button.clicked.connect(self._add)
        form.open_button.clicked.connect(self._open)
        form.paper_button.clicked.connect(self._turn_paper)
        form.rename_button.clicked.connect(self._rename)
        form.take_button.clicked.connect(self._take_again)

    def title(self) -> str:
        """Give the word for the page."""
        return self.tr("Cells")

    def begin(self) -> None:
        """Put the keyboard into the list, or on what fills it."""
        shown = self.form.cells_table.isVisibleTo(self)
        (self.form.cells_table if shown else self.form.add_button).setFocus()

    def refresh(self) -> None:
        """Show all cells and who was turned away."""
        record, form = self._session.record, self.form
        facts = cell_facts(record)
        self.model.set_rows(facts)
        form.cells_table.setColumnHidden(SUPERIOR, len(superiors(record.cells)) < 2)
        form.cells_table.setVisible(bool(facts))
        form.search_edit.setVisible(bool(facts))
        form.empty_label.setVisible(not facts)
        away = turned_away(record)
        self.away.set_rows(away)
        for widget in (form.away_label, form.away_table, form.away_bar):
            widget.setVisible(bool(away))
        for table, model in ((form.cells_table, self.model), (form.away_table, self.away)):
            if not table.currentIndex().isValid() and model.rowCount():
                table.setCurrentIndex(model.index(0, 0))
        self._show_cell()

    def _search(self, text: str) -> None:
        self.model.set_filter(text)
        self._show_cell()

    def _chosen(self) -> CellFacts | None:
        return self.model.at(self.form.cells_table.currentIndex())

    def _show_cell(self, *_indexes: object) -> None:
        form, chosen = self.form, self._chosen()
        form.cell_card.setVisible(chosen is not None)
        if chosen is None:
            return
        form.name_label.setText(chosen.cell.name)
        form.facts_label.setText("\n".join(self._facts(chosen)))
        form.open_button.setVisible(chosen.sends)
        form.rename_button.setVisible(not chosen.sends)
        form.paper_button.setText(self._paper_text(chosen))

    def _facts(self, chosen: CellFacts) -> list[str]:
        cell = chosen.cell
        facts = []
        if cell.superior:
            facts.append(cell.superior)
        if chosen.other_names:
            text = self.tr("Also came under the name: {names}")
            facts.append(text.format(names=", ".join(chosen.other_names)))
        if cell.keys:
            codes = ", ".join(printed_code(bytes.fromhex(key)) for key in cell.keys)
            facts.append(self.tr("Code of its key: {code}").format(code=codes))
        if not chosen.sends:
            facts.append(self.tr("It has no computer and hands in paper."))
        elif cell.on_paper:
            facts.append(self.tr("It hands in paper at present."))
        return facts

    def _paper_text(self, chosen: CellFacts) -> str:
        if not chosen.sends:
            return self.tr("&Take it off the board")
        if chosen.cell.on_paper:
            return self.tr("It &sends packets again")
        return self.tr("It now hands in &paper")

    # Acting

    def _open(self, *_what: object) -> None:
        chosen = self._chosen()
        if chosen is not None and chosen.sends:
            self.cell_wanted.emit(chosen.cell.id, None)

    def _add(self) -> None:
        title = self.tr("A cell without a computer")
        name = self._ask.text(title, self.tr("Name of the cell"))
        if name is not None and self._is_meant(name):
            self.run(change_paper_cell, self._session.register, "", name, True)

    def _rename(self) -> None:
        chosen = self._chosen()
        if chosen is None:
            return
        title = self.tr("The name of the cell")
        name = self._ask.text(title, self.tr("Name of the cell"), chosen.cell.name)
        if name is not None and self._is_meant(name, chosen.cell.id):
            self._change(chosen, name, on_paper=chosen.cell.on_paper)

    def _is_meant(self, name: str, besides: str = "") -> bool:
        """Ask first where another cell is called so already: two lines of it count twice."""
        there = called(self._session.record, name, besides)
        if there is None:
            return True
        text = self.tr(
            "“{name}” is on the board already. Two cells of one name are told apart nowhere."
        ).format(name=there.name)
        return self._ask.confirm(text, self.tr("It is another cell"), self.tr("Leave it as it is"))

    def _turn_paper(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self._change(chosen, chosen.cell.name, on_paper=not chosen.cell.on_paper)

    def _change(self, chosen: CellFacts, name: str, *, on_paper: bool) -> None:
        self.run(change_paper_cell, self._session.register, chosen.cell.id, name, on_paper)

    def _take_again(self) -> None:
        away = self.away.at(self.form.away_table.currentIndex())
        if away is None:
            return
        values = [(one.kind, one.value) for one in away.answers]
        if self.run(answer_sender, self._session.register, away.cell, values, True):
            text = self.tr("Plug in the stick once more to receive what it holds.")
            self.notice(text, State.NONE)

    # Columns

    def _columns(self) -> list[Column[CellFacts]]:
        return [
            Column(self.tr("Cell"), lambda one: one.cell.name, strong=True, sort=_place),
            Column(self.tr("Superior"), lambda one: one.cell.superior),
            Column(self.tr("Last received"), lambda one: day_text(one.last), sort=_last_of),
            Column(
                self.tr("How"),
                lambda one: self.tr("paper") if one.cell.on_paper else self.tr("USB"),
                state=lambda one: State.CARE if one.cell.on_paper else State.NONE,
            ),
        ]

    def _away_columns(self) -> list[Column[TurnedAway]]:
        return [
            Column(self.tr("Who"), lambda one: one.name or one.cell, strong=True),
            Column(self.tr("What was turned away"), self._what),
            Column(self.tr("Since"), lambda one: day_text(one.answers[0].changed.date())),
        ]

    def _what(self, away: TurnedAway) -> str:
        if away.whole:
            return self.tr("the cell, {superior}").format(superior=away.superior)
        if away.key:
            code = printed_code(bytes.fromhex(away.key))
            return self.tr("a key, code {code}").format(code=code)
        return self.tr("this name")


def _place(one: CellFacts) -> object:
    return list_key(one.cell.name)


def _last_of(one: CellFacts) -> str:
    return one.last.isoformat() if one.last else ""
