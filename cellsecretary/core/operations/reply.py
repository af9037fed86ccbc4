"""Taking over what the superior sent back: receipts, points, answers, directives, rules, key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cellsecretary.core.change import (
    Act,
    Answer,
    Change,
    Changes,
    Refusal,
    Why,
    refuse,
    replaced,
    tidied,
)
from cellsecretary.core.kinds import Scorer
from cellsecretary.core.operations.petitions import note_answer
from cellsecretary.core.operations.preferences import keep_superior_key, kept
from cellsecretary.core.operations.rule_files import accept_rule_file
from cellsecretary.core.operations.score import confirm_score, note_superior
from cellsecretary.core.preferences import REPLY_TAKEN, SUPERIOR_SIGNER, reply_taken, superior_key
from cellsecretary.core.reply import DirectiveKind
from cellsecretary.core.reply_lines import (
    ReplyLine,
    ReplyNews,
    SignedBy,
    SignerState,
    is_older,
    signer_state,
)
from cellsecretary.core.superior_rows import Directive, Receipt
from cellsecretary.core.vietnamese import tidy_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from cellsecretary.core.change import Context
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.register import CellRecord
    from cellsecretary.core.reply import DirectiveReply, MeetingReply, PetitionReply, Reply
    from cellsecretary.core.rows import Meeting, ScoreMark

    Records = Callable[[str], MeetingRecord]
    Words = tuple[tuple[str, str], ...]

_NEW = {
    DirectiveKind.DOCUMENT: ReplyNews.DOCUMENT,
    DirectiveKind.TOPIC: ReplyNews.TOPIC,
    DirectiveKind.THEME: ReplyNews.THEME,
}


def take_reply(
    register: CellRecord, ctx: Context, reply: Reply, signed: SignedBy, records: Records
) -> Answer:
    """Take over what is new in a reply, and the key of its signature where that is accepted.

    Its rule files were read before. Of an older reply only what the book lacks is taken; without a
    signature that the secretary accepted neither rules nor the key to seal for.
    """
    if reply.cell != register.cell.id:
        return refuse(Why.OTHER_CELL, "replies")
    lines = reply_lines(register, ctx, reply, signed, records)
    # A receipt and its remark are one row on two lines.
    changes = list(dict.fromkeys(change for line in lines for change in line.changes))
    if signed.key and signed.accept:
        changes += kept(register, ctx, SUPERIOR_SIGNER, signed.key)
    changes = [change for change in changes if change.before != change.after]
    if not changes:
        return refuse(Why.NOTHING_TO_TAKE_IN)
    # A clock of the office that runs ahead must not make all its later replies old ones.
    made = min(reply.made, ctx.now.replace(microsecond=0))
    newest = max(made, reply_taken(register.preferences) or made)
    changes += kept(register, ctx, REPLY_TAKEN, newest)
    return Changes(Act.TAKE_REPLY, tuple(changes), (("date", reply.made.date().isoformat()),))


def reply_lines(
    register: CellRecord, ctx: Context, reply: Reply, signed: SignedBy, records: Records
) -> tuple[ReplyLine, ...]:
    """Give what is new in a reply, and what of it cannot be taken over."""
    old = is_older(register, reply)
    found = [
        *(line for one in reply.meetings for line in _meeting(register, ctx, reply, one, records)),
        *(line for one in reply.petitions for line in _answer(register, ctx, reply, one)),
        *(line for one in reply.directives for line in _directive(register, one, old=old)),
    ]
    if not old:
        found += _rules_and_key(register, ctx, reply, _untrusted(register, signed))
    return tuple(line for line in found if line.changes or line.why_not)


def _line(news: ReplyNews, words: Words, answer: Answer, text: str = "") -> ReplyLine:
    if isinstance(answer, Refusal):
        return ReplyLine(news, words, text, why_not=answer)
    return ReplyLine(news, words, text, answer.changes)


def _changed(news: ReplyNews, words: Words, change: Change, text: str = "") -> ReplyLine:
    return ReplyLine(news, words, text, (change,) if change.before != change.after else ())


# Of meetings


def _meeting(
    register: CellRecord, ctx: Context, reply: Reply, told: MeetingReply, records: Records
) -> Iterator[ReplyLine]:
    """Give what is new of a meeting; of one that the book does not have a later reply tells again.

    Each reply tells the whole.
    """
    meeting = register.meeting(told.meeting)
    if meeting is None:
        return
    old = is_older(register, reply)
    day = ("date", meeting.date.isoformat())
    yield from _receipt(register, ctx, reply, told, meeting)
    marks = [
        mark
        for mark in register.scores
        if mark.meeting == meeting.id and mark.scorer is Scorer.SUPERIOR
    ]
    given = {mark.criterion: mark.points for mark in marks if mark.form == told.form}
    wanted = {
        criterion: points
        for criterion, points in told.points.items()
        if given.get(criterion) != points and not (old and criterion in given)
    }
    if wanted:
        words = (day, ("points", str(sum(told.points.values()))), ("count", str(len(told.points))))
        noted = _points(records(meeting.id), ctx, marks, told.form, wanted.items())
        yield _line(ReplyNews.POINTS, words, noted)
    confirmed = (told.confirmed, tidy_line(told.confirmed_by))
    there = (meeting.score_confirmed, meeting.score_confirmed_by)
    if told.confirmed is not None and confirmed != there and not (old and there[0]):
        words = (day, ("who", confirmed[1]), ("received", told.confirmed.isoformat()))
        answer = confirm_score(register, ctx, meeting.id, *confirmed)
        yield _line(ReplyNews.CONFIRMED, words, answer)


def _receipt(
    register: CellRecord, ctx: Context, reply: Reply, told: MeetingReply, meeting: Meeting
) -> Iterator[ReplyLine]:
    """Give a receipt that came or is of a newer version, and a remark that is new."""
    before = register.receipt_of(told.meeting)
    if before is not None and told.revision < before.revision:
        return
    is_again = before is not None and told.revision == before.revision
    if is_again and is_older(register, reply):
        return
    receipt = Receipt(
        before.id if before else ctx.new_id(),
        meeting.id,
        told.revision,
        # The first that says so: a second clerk may have had the same version later.
        min(told.received, before.received) if before and is_again else told.received,
        told.remark,
    )
    change = replaced(before, receipt)
    day, remark = ("date", meeting.date.isoformat()), tidied(receipt).remark
    is_remarked = bool(remark) and (before is None or remark != before.remark)
    # One row, which may tell two things.
    if not (is_again and is_remarked):
        news = ReplyNews.RECEIVED if told.revision else ReplyNews.RECEIVED_PAPER
        words = (day, ("received", receipt.received.isoformat()), ("name", reply.office))
        yield _changed(news, words, change)
    if is_remarked:
        yield _changed(ReplyNews.REMARK, (day,), change, remark)


def _points(
    record: MeetingRecord,
    ctx: Context,
    marks: Iterable[ScoreMark],
    form: str,
    wanted: Iterable[tuple[str, int]],
) -> Answer:
    """Note all points of a meeting, or none where one of them cannot be."""
    marks, changes = tuple(marks), list[Change]()
    for criterion, points in wanted:
        noted = note_superior(record, ctx, marks, form, criterion, points)
        if isinstance(noted, Refusal):
            return noted
        changes += noted.changes
    return Changes(Act.NOTE_SUPERIOR, tuple(changes))


# Of petitions and directives


def _answer(
    register: CellRecord, ctx: Context, reply: Reply, told: PetitionReply
) -> Iterator[ReplyLine]:
    """Give an answer to a petition that the book has."""
    row = next((row for row in register.petitions if row.id == told.petition), None)
    if row is None or (row.answered is not None and is_older(register, reply)):
        return
    came = next((one.received for one in reply.meetings if one.meeting == row.meeting), None)
    words = (("what", row.text), ("date", told.answered.isoformat()))
    answer = note_answer(register, ctx, row.id, told.answered, told.answer, came)
    yield _line(ReplyNews.ANSWERED, words, answer, told.answer)


def _directive(register: CellRecord, told: DirectiveReply, *, old: bool) -> Iterator[ReplyLine]:
    """Give a directive that is new, changed or withdrawn; one that came withdrawn is nothing."""
    before = next((row for row in register.directives if row.id == told.id), None)
    if told.withdrawn if before is None else old:
        return
    row = Directive(
        told.id,
        told.kind,
        tidy_line(told.title),
        told.first,
        told.last,
        tidy_line(told.number),
        told.issued,
        told.withdrawn,
    )
    news = _NEW[told.kind]
    if before is not None:
        news = ReplyNews.DIRECTIVE_CHANGED
        if told.withdrawn and not before.withdrawn:
            news = ReplyNews.DIRECTIVE_WITHDRAWN
    words = (
        *(("title", row.title), ("number", row.number)),
        *(("first", f"{row.first:%d/%m/%Y}"), ("last", f"{row.last:%d/%m/%Y}")),
    )
    yield _changed(news, words, replaced(before, row))


# What only the superior may give


def _untrusted(register: CellRecord, signed: SignedBy) -> Refusal | None:
    """Refuse what would change the rules or the key, unless the superior certainly signed it."""
    state = signer_state(register, signed.key)
    if state is SignerState.UNSIGNED:
        return refuse(Why.NOT_SIGNED, "replies")
    if state is SignerState.KNOWN or signed.accept:
        return None
    return refuse(Why.SIGNER_NOT_ACCEPTED, "replies")


def _rules_and_key(
    register: CellRecord, ctx: Context, reply: Reply, refused: Refusal | None
) -> Iterator[ReplyLine]:
    known = {file.text for file in register.rule_files}
    for file in reply.rules:
        # One that is used already stays where it is among the others.
        if file.text not in known:
            answer = refused or accept_rule_file(register, ctx, file.name, file.text)
            yield _line(ReplyNews.RULES, (("name", tidy_line(file.name)),), answer)
    if reply.seal_key and reply.seal_key != superior_key(register.preferences):
        answer = refused or keep_superior_key(register, ctx, reply.seal_key)
        yield _line(ReplyNews.SEAL_KEY, (), answer)
