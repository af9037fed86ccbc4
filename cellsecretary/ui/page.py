"""What every page of a window is, a panel of a cell or a page of the board: fresh when seen."""

from __future__ import annotations

import sys
import traceback
from contextlib import contextmanager
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from cellsecretary.store import BookError
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.chips import State
from cellsecretary.ui.failed_notice import FailedNotice
from cellsecretary.ui.placed import placed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QShowEvent

    from cellsecretary.core.change import Answer, Context, Refusal
    from cellsecretary.messages import Messages
    from cellsecretary.ui.ask import Ask
    from cellsecretary.ui.ledger_session import LedgerSession

S = TypeVar("S")
P = ParamSpec("P")
G = TypeVar("G", bound="Page")


class PageFailed(Exception):
    """A page could not be made or filled, and says so in its own place; the cause says why."""

    def __init__(self, page: Page) -> None:
        super().__init__(type(page).__name__)
        self.page = page


class Page(QWidget):
    """A page of work. Subclasses load their form in `__init__` and fill it in `refresh`."""

    _session: LedgerSession

    def __init__(
        self, session: LedgerSession, ask: Ask, words: Messages, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._ask = ask
        self._words = words
        self._stale = True
        self._failed: FailedNotice | None = None
        self._stands_in = False
        self._hidden: list[QWidget] = []
        self._start: QWidget = self
        session.changed.connect(self._note_change)

    def of_what(self) -> str:
        """Name the part of the file that the page is about, such as a meeting; "" for all of it."""
        return ""

    def hasHeightForWidth(self) -> bool:
        """Say no: words that wrap make what is in a page scroll, never the window higher."""
        return False

    def refresh(self) -> None:
        """Fill the page from the session. Called only while it is seen."""

    def begin(self) -> None:
        """Put the keyboard where the work of the page begins."""
        (self._failed or self._start).setFocus()

    def begin_at(self, widget: QWidget) -> None:
        """Say where the work of the page begins.

        As the focus proxy of the page, Tab would go straight to it, past all that stands before.
        """
        self._start = widget

    def has_subject(self) -> bool:
        """Tell whether there is anything to show."""
        return True

    def run(
        self,
        operation: Callable[Concatenate[S, Context, P], Answer],
        subject: S,
        /,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> bool:
        """Carry an operation out; a refusal is told in the page's own words. True when done."""
        refusal = self._session.do(operation, subject, *args, **kwargs)
        if refusal is None:
            self.notice("")
            return True
        self.tell(refusal)
        return False

    def tell(self, refusal: Refusal) -> None:
        """Say why something was refused, in the page's banner."""
        self.notice(self._words.refusals(refusal))

    def notice(self, text: str, state: State = State.CARE) -> None:
        """Show a message at the top of the page, or take it away."""
        banner = self.findChild(Banner, "notice_banner")
        if banner is None:
            return
        if text:
            banner.show_message(state, text)
        else:
            banner.dismiss()

    def update_now(self) -> None:
        """Refresh at once when seen, else when next seen."""
        with self.shielded(self.update_now):
            if self._stands_in:
                return
            if self.isVisible() and self.has_subject():
                self._stale = False
                self.refresh()
                self._recover()
            else:
                self._stale = True

    @contextmanager
    def shielded(self, try_again: Callable[[], object]) -> Iterator[None]:
        """Let a fault of the page take this page alone; what the world did to the file goes on."""
        try:
            yield
        except BookError:
            raise
        except Exception as error:
            self._stale = True
            self.fail(error, try_again)

    # What failed

    @property
    def has_failed(self) -> bool:
        """Whether the page says that it failed, in place of what it is to show."""
        return self._failed is not None

    def stand_in(self, error: Exception, try_again: Callable[[], object]) -> None:
        """Take the place of a page that could not be made, to say so and no more."""
        self._stands_in = True
        self.fail(error, try_again)

    def fail(self, error: Exception, try_again: Callable[[], object]) -> None:
        """Say in place of the page that it failed, and hand the error on to be written down."""
        if self._failed is None:
            self._failed = FailedNotice(self)
            self._failed.try_again_wanted.connect(try_again)
            self._put(self._failed)
        failed = PageFailed(self)
        failed.__cause__ = error
        # Past the caller, who has a window to go on with.
        sys.excepthook(PageFailed, failed, None)
        traceback.clear_frames(error.__traceback__)

    def keep_report(self, report: str) -> None:
        """Offer a report of what failed to be copied."""
        if self._failed is not None:
            self._failed.offer(report)

    def _put(self, notice: FailedNotice) -> None:
        layout = self.layout()
        if layout is None:
            layout = QVBoxLayout(self)
            layout.setContentsMargins(0, 0, 0, 0)
        had_focus = self.isAncestorOf(self.window().focusWidget() or self.window())
        # Half filled it would show what is not so.
        self._hidden = [widget for _at, widget in placed(layout) if not widget.isHidden()]
        for widget in self._hidden:
            widget.hide()
        layout.addWidget(notice)
        notice.show()
        if had_focus:
            notice.setFocus()

    def _recover(self) -> None:
        """Show the page again: it could be filled."""
        notice, self._failed = self._failed, None
        if notice is None:
            return
        had_focus = notice.isAncestorOf(self.window().focusWidget() or self.window())
        notice.hide()
        notice.deleteLater()
        for widget in self._hidden:
            widget.show()
        self._hidden = []
        if had_focus:
            self.begin()

    def _note_change(self, _changes: tuple[object, ...]) -> None:
        self.update_now()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while nobody looked."""
        super().showEvent(event)
        if self._stale:
            self.update_now()


def made_or_failed(
    make: Callable[[], G], stand_in: Callable[[], G], try_again: Callable[[], object]
) -> G:
    """Make a page; where that fails, the one that stands in says so and offers to try again."""
    try:
        return make()
    except BookError:
        raise
    except Exception as error:
        page = stand_in()
        page.stand_in(error, try_again)
        return page
