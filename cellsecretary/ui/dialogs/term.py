"""A term of the cell with its committee: a new one, or the present one corrected."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QWidget,
)

from cellsecretary.core.operations.terms import begin_term
from cellsecretary.core.terms import (
    committee,
    day_before,
    earlier_posts,
    long_held,
    posts_in,
    present_term,
    terms_known,
    usual_end,
)
from cellsecretary.core.vietnamese import fold
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.date_field import DateField
from cellsecretary.ui.dialogs.earlier_posts import EarlierPostsDialog
from cellsecretary.ui.dialogs.entry import EntryDialog
from cellsecretary.ui.form import Form, put_into
from cellsecretary.ui.keep_on_screen import ask_size
from cellsecretary.ui.member_picker import MemberPicker
from cellsecretary.ui.name_tags import NameTags
from cellsecretary.ui.records import Column, RecordModel
from cellsecretary.ui.tables import dress_table
from cellsecretary.ui.theme import current_theme
from cellsecretary.ui.wording import day_text

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from cellsecretary.core.change import Refusal
    from cellsecretary.core.life_rows import PostSpan, Term
    from cellsecretary.messages import Messages
    from cellsecretary.ui.ledger_session import Doing
    from cellsecretary.ui.session import Session

WHO_COLUMN = 2

TABLE_HEIGHT = 190
"""Room for the head and a few lines; the rest is scrolled to."""


@dataclass(frozen=True)
class Line:
    """One line of the history: a term, and who held which post in it; only the first names it."""

    key: str
    term: str
    post: str
    who: str


class TermForm(Form):
    """The widgets of the dialog."""

    form = "term"
    notice_banner: Banner
    since_edit: DateField
    until_edit: DateField
    name_edit: QLineEdit
    effect_label: QLabel
    post_box: QComboBox
    holder_edit: MemberPicker
    committee_panel: QWidget
    long_label: QLabel
    terms_table: QTableView
    earlier_button: QPushButton
    cancel_button: QPushButton
    keep_button: QPushButton


class TermDialog(EntryDialog):
    """Begins with the present term while its end is not known or far, else with a new one."""

    def __init__(self, session: Session, words: Messages, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._session = session
        self._rules = session.rules(session.today())
        self.form = form = TermForm(self)
        self.setWindowTitle(self.tr("Terms and committee"))
        self.committee_tags = NameTags(form.committee_panel)
        put_into(form.committee_panel, self.committee_tags)
        self._posts = {
            member.id: member.post
            for member in committee(session.register, session.today(), self._rules)
        }
        self._fill_people()
        self._fill_span()
        form.since_edit.changed.connect(self._follow)
        form.holder_edit.chosen.connect(self._add)
        self.committee_tags.removed.connect(self._remove)
        form.earlier_button.clicked.connect(self._open_earlier)
        self._history = self._dressed_history()
        self._show_past()
        session.changed.connect(self._show_past)
        self._show_effect()
        fields: dict[str, QWidget] = {
            "since": form.since_edit,
            "until": form.until_edit,
            "name": form.name_edit,
            "posts": form.holder_edit,
        }
        self.begin(form.notice_banner, form.keep_button, form.cancel_button, fields)
        self.start_at("since")
        ask_size(self, 820)

    def entered(self) -> object:
        """Give what is typed and chosen."""
        form = self.form
        edits = (form.since_edit, form.until_edit, form.name_edit)
        return tuple(edit.text() for edit in edits), dict(self._posts)

    def unclear(self) -> Mapping[str, str]:
        """Give the days that are none, and a name that is nobody's."""
        form, found = self.form, {}
        if form.since_edit.date() is None:
            found["since"] = self.tr("This is no day. Write it like this: 03/11/2026.")
        if not form.until_edit.is_valid():
            found["until"] = self.tr("This is no day. Write it like this: 03/11/2026.")
        if not form.holder_edit.is_valid():
            found["posts"] = self.tr("Nobody is called that. Choose a name from the list.")
        return found

    def hand_over(self, do: Doing) -> Refusal | None:
        """Hand the term over."""
        form = self.form
        return do(
            begin_term,
            self._session.register,
            form.since_edit.date() or self._session.today(),
            form.until_edit.date(),
            form.name_edit.text(),
            dict(self._posts),
            self._rules,
        )

    # The term

    def _fill_span(self) -> None:
        """Propose the present term while its end is not known or far ahead, else a new one."""
        form, register, today = self.form, self._session.register, self._session.today()
        for edit in (form.since_edit, form.until_edit):
            edit.set_near(today)
        term, start = present_term(register), register.cell.term_start
        ends = term.until if term else None
        if ends is not None and (ends - today).days <= self._rules.term.end_ahead:
            form.since_edit.set_date(today)
            form.until_edit.set_date(usual_end(today, self._rules.term))
        else:
            form.since_edit.set_date(start)
            form.until_edit.set_date(ends or usual_end(start, self._rules.term))
            form.name_edit.setText(term.name if term else "")
        self._proposed = form.until_edit.date()

    def _follow(self) -> None:
        """Propose the last day that goes with the first, unless another is typed."""
        form = self.form
        since = form.since_edit.date()
        if since is not None and form.until_edit.date() == self._proposed:
            self._proposed = usual_end(since, self._rules.term)
            form.until_edit.set_date(self._proposed)
        self._show_effect()

    def _show_effect(self) -> None:
        since = self.form.since_edit.date()
        start = self._session.register.cell.term_start
        if since is None or since < start:
            text = ""
        elif since == start:
            text = self.tr("This is the present term: its last day and its committee are kept.")
        else:
            text = self.tr(
                "A new term: the present one ends on {day}; documents are numbered from 01 and "
                "tasks from T1 again."
            ).format(day=day_text(day_before(since)))
        self.form.effect_label.setText(text)

    # The committee

    def _fill_people(self) -> None:
        form = self.form
        spelled: set[str] = set()
        for post in self._rules.meeting.committee_posts:
            if fold(post) not in spelled:
                form.post_box.addItem(post)
                spelled.add(fold(post))
        people = self._session.register.members_on(self._session.today())
        form.holder_edit.set_people(people)

    def _add(self) -> None:
        """Give the chosen post to the chosen member; the first post has one holder alone."""
        form = self.form
        member = form.holder_edit.member()
        if member is None:
            return
        post = form.post_box.currentText()
        if form.post_box.currentIndex() == 0:
            self._posts = {who: held for who, held in self._posts.items() if held != post}
        self._posts[member] = post
        form.holder_edit.set_member(None)
        self._show_committee()

    def _remove(self, member: str) -> None:
        del self._posts[member]
        self._show_committee()
        self.form.holder_edit.setFocus()

    def _show_committee(self) -> None:
        register, order = self._session.register, self._rules.meeting.committee_posts
        chosen = sorted(self._posts.items(), key=lambda pair: order.index(pair[1]))
        text = self.tr("{post}: {name}")
        self.committee_tags.set_names(
            [
                (member, text.format(post=post, name=register.name_of(member)))
                for member, post in chosen
            ]
        )
        long = [
            self.tr("{name} has been {post} for {count} terms in a row.").format(
                name=held.member.name, post=held.post, count=held.terms
            )
            for held in long_held(register, self._session.today(), self._rules)
            if self._posts.get(held.member.id) == held.post
        ]
        self.form.long_label.setText("\n".join(long))
        self.form.long_label.setVisible(bool(long))

    # What was before

    def _open_earlier(self) -> None:
        EarlierPostsDialog(self._session, self._words, self).open()

    def _show_past(self, _changes: object = None) -> None:
        """Show what was before, and what the committee makes of it."""
        register = self._session.register
        terms = reversed(terms_known(register))
        before = [
            Line(span.id, "", span.post, self._held(span))
            for span in reversed(earlier_posts(register))
        ]
        if before:
            before[0] = replace(before[0], term=self.tr("Before the book"))
        self._history.set_rows([*(line for term in terms for line in self._lines(term)), *before])
        self._show_committee()

    def _dressed_history(self) -> RecordModel[Line]:
        model = RecordModel(
            [
                Column[Line](self.tr("Term"), lambda line: line.term, strong=True),
                Column[Line](self.tr("Post"), lambda line: line.post),
                Column[Line](self.tr("Who"), lambda line: line.who),
            ],
            key=lambda line: line.key,
            parent=self,
        )
        table = self.form.terms_table
        table.setModel(model)
        table.setMinimumHeight(current_theme().grown(TABLE_HEIGHT))
        dress_table(table, stretch=WHO_COLUMN, wrap=True)
        return model

    def _lines(self, term: Term) -> list[Line]:
        register = self._session.register
        named = self._days(term.since, term.until)
        if term.name:
            named = f"{term.name}\n{named}"
        lines = [
            Line(
                span.id,
                "" if place else named,
                span.post,
                self._held(span),
            )
            for place, span in enumerate(posts_in(register, term, self._rules))
        ]
        if not lines and term == present_term(register):
            # Of the first term in a book only the posts of today are known, not since when.
            today = self._session.today()
            lines = [
                Line(member.id, "" if place else named, member.post, member.name)
                for place, member in enumerate(committee(register, today, self._rules))
            ]
        return lines or [Line(term.since.isoformat(), named, "", "")]

    def _held(self, span: PostSpan) -> str:
        who = self._session.register.name_of(span.member)
        return f"{who} ({self._days(span.since, span.until)})"

    def _days(self, since: dt.date, until: dt.date | None) -> str:
        if until is None:
            return self.tr("from {day}").format(day=day_text(since))
        return self.tr("{first} – {last}").format(first=day_text(since), last=day_text(until))
