"""`SlowEntryDialog`: an entry dialog that works for a second or two, as passwords want it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from cellsecretary.ui.beside import Beside
from cellsecretary.ui.dialogs.entry import EntryDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QProgressBar, QPushButton, QWidget

    from cellsecretary.core.change import Refusal
    from cellsecretary.messages import Messages

    class SlowForm(Protocol):
        """What the form of such a dialog has."""

        fields_page: QWidget
        progress_bar: QProgressBar
        cancel_button: QPushButton
        keep_button: QPushButton


class SlowEntryDialog(EntryDialog):
    """Does its act beside the window, closed to typing meanwhile, and is never left in the middle.

    A subclass sets `form`, begins by `act_beside`, and says in `ended` and `failed` what comes of
    it.
    """

    form: SlowForm

    def __init__(self, words: Messages, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._beside = Beside(self)
        self._beside.done.connect(self._end)
        self._beside.failed.connect(self._fail)

    def ended(self, answer: Any) -> None:  # noqa: ANN401 - what the act gave
        """Take what the act gave."""
        raise NotImplementedError

    def failed(self, error: Exception) -> None:
        """Say why the act was refused; what is a bug is raised again."""
        raise error

    def refused(self) -> Refusal | None:
        """Give nothing: what is wrong is known at the field, or only after the work."""
        return None

    @property
    def is_under_way(self) -> bool:
        """Whether the act is being done."""
        return self._beside.is_under_way

    def act_beside(self, act: Callable[[], object]) -> None:
        """Begin the act, which may touch nothing that is open in the window."""
        self._offer(under_way=True)
        self._beside.begin(act)

    def reject(self) -> None:
        """Close, but never in the middle: what is made then is to be taken."""
        if not self._beside.is_under_way:
            super().reject()

    def done(self, result: int) -> None:
        """Wait for what is under way."""
        self._beside.wait()
        super().done(result)

    def _end(self, answer: object) -> None:
        self._offer(under_way=False)
        self.ended(answer)

    def _fail(self, error: Exception) -> None:
        self._offer(under_way=False)
        self.failed(error)

    def _offer(self, *, under_way: bool) -> None:
        form = self.form
        form.progress_bar.setVisible(under_way)
        for widget in (form.fields_page, form.keep_button, form.cancel_button):
            widget.setEnabled(not under_way)
