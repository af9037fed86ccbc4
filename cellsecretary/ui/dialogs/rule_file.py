"""What a rule file of the superior would change, shown before the secretary decides to use it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QScrollArea, QWidget

from cellsecretary.rules.comparing import How
from cellsecretary.sentences.rules import changed
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.chips import State
from cellsecretary.ui.form import Form
from cellsecretary.ui.keep_on_screen import ask_size
from cellsecretary.ui.sentences import Sentence, SentenceList

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from cellsecretary.core.change import Refusal
    from cellsecretary.messages import Messages
    from cellsecretary.rules.comparing import Difference

SIGNS = {How.CHANGED: "edit", How.ADDED: "plus", How.REMOVED: "minus", How.REORDERED: "list_below"}


class RuleFileForm(Form):
    """The widgets of the dialog."""

    form = "rule_file"
    notice_banner: Banner
    file_label: QLabel
    count_label: QLabel
    changes_area: QScrollArea
    changes_list: SentenceList
    cancel_button: QPushButton
    keep_button: QPushButton


class RuleFileDialog(QDialog):
    """The differences line by line; `used` tells that `use` was carried out with the file."""

    used = Signal(str)

    def __init__(
        self,
        words: Messages,
        name: str,
        differences: Sequence[Difference],
        use: Callable[[], Refusal | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._words = words
        self._name = name
        self._act = use
        self.form = form = RuleFileForm(self)
        self.dress()
        form.file_label.setText(name)
        form.count_label.setText(self._count(len(differences)))
        form.changes_list.set_sentences(
            [Sentence(changed(words, one), SIGNS[one.how]) for one in differences]
        )
        form.changes_area.setVisible(bool(differences))
        form.keep_button.setEnabled(bool(differences))
        form.cancel_button.setAutoDefault(False)
        form.cancel_button.clicked.connect(self.reject)
        form.keep_button.clicked.connect(self._use)
        ask_size(self, 900, 560 if differences else 240)

    def dress(self) -> None:
        """Say what is decided; the words of the form are those of a cell."""
        self.setWindowTitle(self.tr("Rule file from the superior"))

    def _count(self, count: int) -> str:
        if not count:
            return self.tr("The file is in order, but it changes no rule from today on.")
        said = self.tr("The file is in order. It changes %n rule(s):", "", count)
        kept = self.tr("Meetings that are closed keep the rules of their day.")
        return f"{said}\n{kept}"

    def _use(self) -> None:
        refusal = self._act()
        if refusal is None:
            self.used.emit(self._name)
            self.accept()
            return
        self.form.notice_banner.answer(refusal, self._words, State.BAD)
