"""Posts held before the book began: who held which one in which term, and taking lines out."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QPushButton, QTableView, QWidget

from cellsecretary.core.life_rows import PostSpan
from cellsecretary.core.operations.earlier_posts import note_earlier_post, withdraw_earlier_post
from cellsecretary.core.terms import committee, day_before, earlier_posts, terms_known
from cellsecretary.core.vietnamese import fold
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.date_field import DateField
from cellsecretary.ui.dialogs.entry import EntryDialog
from cellsecretary.ui.form import Form
from cellsecretary.ui.keep_on_screen import ask_size
from cellsecretary.ui.member_picker import MemberPicker
from cellsecretary.ui.records import Column, RecordModel
from cellsecretary.ui.tables import dress_table
from cellsecretary.ui.theme import current_theme
from cellsecretary.ui.wording import day_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cellsecretary.core.change import Refusal
    from cellsecretary.messages import Messages
    from cellsecretary.ui.ledger_session import Doing
    from cellsecretary.ui.session import Session

WHO_COLUMN = 0

TABLE_HEIGHT = 130
"""Room for the head and a line or two; the rest is scrolled to."""


class EarlierPostsForm(Form):
    """The widgets of the dialog."""

    form = "earlier_posts"
    notice_banner: Banner
    posts_table: QTableView
    remove_bar: QWidget
    remove_button: QPushButton
    holder_edit: MemberPicker
    post_box: QComboBox
    since_edit: DateField
    until_edit: DateField
    cancel_button: QPushButton
    keep_button: QPushButton


class EarlierPostsDialog(EntryDialog):
    """Enters one post of one term, beginning with the secretary of today in the term before."""

    def __init__(self, session: Session, words: Messages, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._session = session
        self._rules = session.rules(session.today())
        self.form = form = EarlierPostsForm(self)
        self.setWindowTitle(self.tr("Posts before the book"))
        self._model = RecordModel(self._columns(), key=lambda span: span.id, parent=self)
        table = form.posts_table
        table.setModel(self._model)
        table.setMinimumHeight(current_theme().grown(TABLE_HEIGHT))
        dress_table(table, stretch=WHO_COLUMN, wrap=True)
        self._fill()
        form.remove_button.clicked.connect(self._remove)
        session.changed.connect(self._show)
        fields = {
            "member": form.holder_edit,
            "post": form.post_box,
            "since": form.since_edit,
            "until": form.until_edit,
        }
        self.begin(form.notice_banner, form.keep_button, form.cancel_button, fields)
        self._show()
        self.start_at("member")
        ask_size(self, 760)

    def entered(self) -> object:
        """Give what is typed and chosen."""
        form = self.form
        edits = (form.holder_edit, form.since_edit, form.until_edit)
        return tuple(edit.text() for edit in edits), form.post_box.currentText()

    def unclear(self) -> Mapping[str, str]:
        """Give the days that are none, and a name that is nobody's."""
        form, found = self.form, {}
        if not form.holder_edit.is_valid():
            found["member"] = self.tr("Nobody is called that. Choose a name from the list.")
        for name, edit in (("since", form.since_edit), ("until", form.until_edit)):
            if edit.date() is None:
                found[name] = self.tr("This is no day. Write it like this: 03/11/2026.")
        return found

    def hand_over(self, do: Doing) -> Refusal | None:
        """Hand the line over."""
        form = self.form
        span = PostSpan(
            "",
            form.holder_edit.member() or "",
            form.post_box.currentText(),
            form.since_edit.date() or dt.date.min,
            form.until_edit.date(),
        )
        return do(note_earlier_post, self._session.register, span, self._rules)

    def _fill(self) -> None:
        """Propose the last day before the oldest term that is known, and who is secretary now."""
        form, register, today = self.form, self._session.register, self._session.today()
        spelled: set[str] = set()
        for post in self._rules.meeting.committee_posts:
            if fold(post) not in spelled:
                form.post_box.addItem(post)
                spelled.add(fold(post))
        form.holder_edit.set_people(register.members_on(today))
        now = [m.id for m in committee(register, today, self._rules)]
        form.holder_edit.set_member(now[0] if now else None)
        before = day_before(terms_known(register)[0].since)
        for edit in (form.since_edit, form.until_edit):
            edit.set_near(before, today)
        mine = [span for span in earlier_posts(register) if now and span.member == now[0]]
        form.until_edit.set_date(day_before(mine[0].since) if mine else before)

    def _columns(self) -> list[Column[PostSpan]]:
        register = self._session.register
        return [
            Column(self.tr("Who"), lambda span: register.name_of(span.member), strong=True),
            Column(self.tr("Post"), lambda span: span.post),
            Column(self.tr("From"), lambda span: day_text(span.since)),
            Column(self.tr("To"), lambda span: day_text(span.until)),
        ]

    def _show(self, _changes: object = None) -> None:
        rows = earlier_posts(self._session.register)
        self.form.posts_table.setVisible(bool(rows))
        self.form.remove_bar.setVisible(bool(rows))
        self._model.set_rows(rows)
        if rows:
            self.form.posts_table.selectRow(len(rows) - 1)

    def _remove(self) -> None:
        index = self.form.posts_table.currentIndex()
        if index.isValid():
            span = self._model.row(index).id
            refusal = self._session.do(withdraw_earlier_post, self._session.register, span)
            if refusal is not None:
                self.refuse(refusal)
