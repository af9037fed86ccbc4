"""What a reply of the superior would bring into the book; nothing is written before that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QLabel, QPushButton, QWidget

from cellsecretary.core.operations.reply import reply_lines, take_reply
from cellsecretary.core.reply_lines import SignerState, signer_state
from cellsecretary.sentences import replies as reply_sentences
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.chips import State
from cellsecretary.ui.form import Form
from cellsecretary.ui.keep_on_screen import ask_size
from cellsecretary.ui.sentences import Sentence, SentenceList

if TYPE_CHECKING:
    from cellsecretary.core.reply_lines import ReplyLine
    from cellsecretary.exchange.reply_look import ReplyLook
    from cellsecretary.messages import Messages
    from cellsecretary.ui.session import Session


class ReplyForm(Form):
    """The widgets of the dialog."""

    form = "reply"
    notice_banner: Banner
    source_label: QLabel
    news_list: SentenceList
    signer_label: QLabel
    code_label: QLabel
    accept_check: QCheckBox
    other_button: QPushButton
    cancel_button: QPushButton
    take_button: QPushButton


class ReplyDialog(QDialog):
    """Shows each new thing in plain words, and asks to compare a key that is not known yet.

    `taken` tells that it is in the book; `other_wanted` asks for a reply from another place.
    """

    taken = Signal()
    other_wanted = Signal()

    def __init__(
        self, session: Session, words: Messages, look: ReplyLook, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session, self._words, self._look = session, words, look
        self.form = form = ReplyForm(self)
        self.setWindowTitle(self.tr("Reply of the superior"))
        form.source_label.setText(reply_sentences.origin(words, look))
        form.accept_check.toggled.connect(self._show_news)
        form.other_button.setAutoDefault(False)
        form.other_button.clicked.connect(self._want_other)
        form.cancel_button.setAutoDefault(False)
        form.cancel_button.clicked.connect(self.reject)
        form.take_button.clicked.connect(self._take)
        self._show_signer()
        self._show_news()
        # Not on the cross of the message that must not be overlooked.
        buttons = (form.accept_check, form.take_button, form.cancel_button)
        start = next(one for one in buttons if one.isEnabled() and not one.isHidden())
        start.setFocus(Qt.FocusReason.OtherFocusReason)
        ask_size(self, 900, 600)

    def _show_signer(self) -> None:
        form, register = self.form, self._session.register
        state = signer_state(register, self._look.key)
        is_to_compare = self._has_key_to_compare
        said = reply_sentences.signature(self._words, self._look, register)
        form.notice_banner.dismiss()
        if self._is_for_us and state is SignerState.OTHER:
            form.notice_banner.show_message(State.BAD, said)
        form.signer_label.setText(said)
        form.signer_label.setVisible(self._is_for_us and state is not SignerState.OTHER)
        form.code_label.setText(self._look.code)
        form.code_label.setVisible(is_to_compare)
        form.accept_check.setVisible(is_to_compare)

    @property
    def _is_for_us(self) -> bool:
        """Whether the reply is for this cell; of one for another nothing is asked."""
        return self._look.reply.cell == self._session.register.cell.id

    @property
    def _has_key_to_compare(self) -> bool:
        state = signer_state(self._session.register, self._look.key)
        return self._is_for_us and state in (SignerState.FIRST, SignerState.OTHER)

    def _lines(self) -> tuple[ReplyLine, ...]:
        session, look = self._session, self._look
        signed = look.signed(accept=self.form.accept_check.isChecked())
        if not self._is_for_us:
            return ()
        return reply_lines(session.register, session.context(), look.reply, signed, session.meeting)

    def _show_news(self, *_checked: object) -> None:
        """Say what is new, what of it is not taken and why; for another cell only that."""
        form, session, words = self.form, self._session, self._words
        cared = reply_sentences.care(words, self._look, session.register)
        news = [Sentence(text, State.CARE) for text in (cared if self._is_for_us else ())]
        news += [
            Sentence(reply_sentences.line(words, one), State.CARE if one.why_not else State.GOOD)
            for one in self._lines()
        ]
        signed = self._look.signed(accept=form.accept_check.isChecked())
        given = (session.register, self._look.reply, signed, session.meeting)
        refusal = session.would_refuse(take_reply, *given)
        if self._has_key_to_compare and not form.accept_check.isChecked():
            later = self.tr(
                "Without this tick the key stays unknown. It can be accepted later: choose "
                "“Send and receive”, “Reply of the superior…” in the menu once more, with the same "
                "stick or file."
            )
            news.insert(0, Sentence(later, State.NONE))
        if refusal is not None and not self._lines():
            news.append(Sentence(words.refusals(refusal), State.CARE))
        form.news_list.set_sentences(news)
        form.take_button.setEnabled(refusal is None)

    def _want_other(self) -> None:
        self.reject()
        self.other_wanted.emit()

    def _take(self) -> None:
        session = self._session
        signed = self._look.signed(accept=self.form.accept_check.isChecked())
        refusal = session.do(
            take_reply, session.register, self._look.reply, signed, session.meeting
        )
        if refusal is None:
            self.taken.emit()
            self.accept()
        else:
            self.form.notice_banner.answer(refusal, self._words)
