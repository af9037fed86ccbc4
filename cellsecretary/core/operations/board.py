"""What the clerk of a superior does on the board: each act answers with rows or a refusal."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cellsecretary.core.board.register import BoardRegister, acceptance_id, found, later
from cellsecretary.core.board_rows import (
    Acceptance,
    AcceptanceKind,
    BoardOffice,
    BoardRow,
    GivenPoints,
    HandedRuleFile,
    IssuedDirective,
    MeetingLook,
    MeetingRemark,
    MeetingScore,
    PaperCell,
    PaperMinutes,
    PetitionAnswer,
    VersionChoice,
)
from cellsecretary.core.change import (
    Act,
    Answer,
    Changes,
    Context,
    Why,
    refuse,
    replaced,
)
from cellsecretary.core.kinds import Scorer
from cellsecretary.core.rows import ScoreMark
from cellsecretary.core.score import applied, score_sheet
from cellsecretary.core.vietnamese import tidy_line

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from cellsecretary.core.board.versions import VersionKey
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.reply import DirectiveKind

OFFICE = "office"
DUE_DAYS = range(1, 29)


def answer_sender(
    register: BoardRegister,
    ctx: Context,
    cell: str,
    values: Iterable[tuple[AcceptanceKind, str]],
    accepted: bool,
) -> Answer:
    """Note whether a cell, names or keys of it belong here; each is asked about once."""
    rows = []
    for kind, value in values:
        id = acceptance_id(cell, kind, value)
        before = found(register.acceptances, id)
        if before is None or before.accepted != accepted:
            row = Acceptance(id, cell, kind, value, accepted, _now(ctx))
            rows.append(replaced(before, row))
    return Changes(Act.ANSWER_SENDER, tuple(rows))


def change_office(
    register: BoardRegister,
    ctx: Context,
    name: str,
    place: str = "",
    signer: str = "",
    signer_title: str = "",
    due_day: int = 5,
    since: dt.date | None = None,
) -> Answer:
    """Name the office that the board belongs to."""
    if not tidy_line(name):
        return refuse(Why.NAME_MISSING, "board_offices", OFFICE, "name")
    if due_day not in DUE_DAYS:
        return refuse(Why.DAY_OUT_OF_RANGE, "board_offices", OFFICE, "due_day")
    row = BoardOffice(
        OFFICE,
        tidy_line(name),
        _now(ctx),
        tidy_line(place),
        tidy_line(signer),
        tidy_line(signer_title),
        due_day,
        since.replace(day=1) if since else None,
    )
    return _one(Act.CHANGE_OFFICE, register.office, row)


def change_paper_cell(
    register: BoardRegister, ctx: Context, cell: str, name: str, on_paper: bool
) -> Answer:
    """Note that a cell has no laptop and hands in paper, or that it has one now.

    An empty `cell` adds one that never sent a packet.
    """
    if not tidy_line(name):
        return refuse(Why.NAME_MISSING, "paper_cells", cell, "name")
    id = cell or ctx.new_id()
    row = PaperCell(id, tidy_line(name), on_paper, _now(ctx))
    return _one(Act.CHANGE_PAPER_CELL, found(register.paper_cells, id), row)


def tick_paper(
    register: BoardRegister, ctx: Context, cell: str, month: dt.date, received: dt.date | None
) -> Answer:
    """Note that the minutes of a month came on paper, or take the tick away."""
    month = month.replace(day=1)
    id = f"{cell}:{month.isoformat()}"
    if received is not None and not month <= received <= ctx.now.date():
        return refuse(Why.DATES_OUT_OF_ORDER, "paper_minutes", id, "received")
    row = PaperMinutes(id, cell, month, received, _now(ctx))
    return _one(Act.TICK_PAPER, found(register.paper_minutes, id), row)


def choose_version(register: BoardRegister, ctx: Context, key: VersionKey) -> Answer:
    """Decide which content of a version holds; the other stays on the board."""
    id = f"{key.cell}:{key.meeting}:{key.revision}"
    row = VersionChoice(id, key.cell, key.meeting, key.revision, key.content, _now(ctx))
    return _one(Act.CHOOSE_VERSION, found(register.choices, id), row)


def look_at(register: BoardRegister, ctx: Context, key: VersionKey) -> Answer:
    """Note up to which version the clerk looked at a meeting; it only grows."""
    id = f"{key.cell}:{key.meeting}"
    before = found(register.looks, id)
    if before is not None and before.revision >= key.revision:
        return Changes(Act.LOOK_AT_MEETING, ())
    row = MeetingLook(id, key.cell, key.meeting, key.revision, _now(ctx))
    return _one(Act.LOOK_AT_MEETING, before, row)


def write_remark(
    register: BoardRegister, ctx: Context, cell: str, meeting: str, text: str
) -> Answer:
    """Write what the superior remarks on a meeting, nothing to take it back."""
    id = f"{cell}:{meeting}"
    row = MeetingRemark(id, cell, meeting, text.strip(), _now(ctx))
    return _one(Act.REMARK_ON_MEETING, found(register.remarks, id), row)


def give_points(
    register: BoardRegister,
    ctx: Context,
    record: MeetingRecord,
    form: str,
    points: Iterable[tuple[str, int | None]],
) -> Answer:
    """Give the superior's points for criteria of a form of the meeting's rules, None for none."""
    cell, meeting = record.cell.id, record.meeting.id
    id = f"{cell}:{meeting}"
    rules = record.rules.scores.get(form)
    if rules is None or record.meeting.kind not in rules.kinds:
        return refuse(Why.CRITERION_UNKNOWN, "meeting_scores", id, "form")
    before = found(register.scores, id)
    given = {one.criterion: one.points for one in before.points} if before else {}
    if before is not None and before.form != form:
        given = {}
    most = {criterion.code: maximum for criterion, maximum in applied(rules, record)}
    for criterion, number in points:
        if criterion not in most:
            return refuse(Why.CRITERION_UNKNOWN, "meeting_scores", id, criterion)
        if number is None:
            given.pop(criterion, None)
        elif 0 <= number <= most[criterion]:
            given[criterion] = number
        else:
            words = {"most": str(most[criterion])}
            return refuse(Why.POINTS_OUT_OF_RANGE, "meeting_scores", id, criterion, **words)
    marks = [
        ScoreMark(code, meeting, form, code, Scorer.SUPERIOR, number)
        for code, number in given.items()
    ]
    sheet = score_sheet(record, form, marks)
    row = MeetingScore(
        id,
        cell,
        meeting,
        form,
        tuple(GivenPoints(code, given[code]) for code in sorted(given)),
        sheet.total,
        sheet.superior_class,
        _now(ctx),
        before.confirmed if before else None,
        before.confirmed_by if before else "",
    )
    return _one(Act.GIVE_POINTS, before, row)


def confirm_points(
    register: BoardRegister,
    ctx: Context,
    record: MeetingRecord,
    done: dt.date | None,
    by: str = "",
) -> Answer:
    """Note when and by whom the score of a meeting was confirmed, None to take it back."""
    cell, meeting = record.cell.id, record.meeting.id
    id = f"{cell}:{meeting}"
    if done is not None and not record.meeting.date <= done <= ctx.now.date():
        return refuse(Why.DATES_OUT_OF_ORDER, "meeting_scores", id, "confirmed")
    before = found(register.scores, id)
    row = before or MeetingScore(id, cell, meeting, "", (), 0, None, _now(ctx))
    name = tidy_line(by) if done is not None else ""
    row = replace(row, confirmed=done, confirmed_by=name, changed=_now(ctx))
    return _one(Act.CONFIRM_POINTS, before, row)


def answer_petition(
    register: BoardRegister,
    ctx: Context,
    cell: str,
    petition: str,
    answered: dt.date | None,
    answer: str,
) -> Answer:
    """Answer a petition of a cell; without a day the answer is taken back."""
    id = f"{cell}:{petition}"
    if answered is not None and not answer.strip():
        return refuse(Why.TEXT_MISSING, "petition_answers", id, "answer")
    if answered is not None and answered > ctx.now.date():
        return refuse(Why.DATE_IN_FUTURE, "petition_answers", id, "answered")
    text = answer.strip() if answered is not None else ""
    row = PetitionAnswer(id, cell, petition, answered, text, _now(ctx))
    return _one(Act.ANSWER_PETITION, found(register.answers, id), row)


def issue_directive(
    register: BoardRegister,
    ctx: Context,
    id: str,
    kind: DirectiveKind,
    title: str,
    first: dt.date,
    last: dt.date,
    number: str = "",
    issued: dt.date | None = None,
) -> Answer:
    """Give all cells a document or topic to disseminate, or a theme; an id changes that one."""
    if not tidy_line(title):
        return refuse(Why.TEXT_MISSING, "issued_directives", id, "title")
    if last < first:
        return refuse(Why.DATES_OUT_OF_ORDER, "issued_directives", id, "last")
    row = IssuedDirective(
        id or ctx.new_id(),
        kind,
        tidy_line(title),
        first,
        last,
        _now(ctx),
        tidy_line(number),
        issued,
    )
    return _one(Act.ISSUE_DIRECTIVE, found(register.directives, id), row)


def withdraw_directive(register: BoardRegister, ctx: Context, id: str, withdrawn: bool) -> Answer:
    """Withdraw a directive, or let it hold again."""
    before = found(register.directives, id)
    if before is None:
        return refuse(Why.TEXT_MISSING, "issued_directives", id)
    row = replace(before, withdrawn=withdrawn, changed=_now(ctx))
    return _one(Act.WITHDRAW_DIRECTIVE, before, row)


def hand_out_rules(
    register: BoardRegister, ctx: Context, name: str, text: str, withdrawn: bool = False
) -> Answer:
    """Hand a rule file out to all cells, or stop doing so; it was checked before."""
    before = found(register.rule_files, name)
    return _one(Act.HAND_OUT_RULES, before, HandedRuleFile(name, text, _now(ctx), withdrawn))


def merge_rows(register: BoardRegister, rows: Iterable[BoardRow]) -> Answer:
    """Take over what another board wrote later about the same, and all that is new."""
    here = {(type(row), row.id): row for row in register.rows}
    changes = []
    for row in rows:
        before = here.get((type(row), row.id))
        after = row if before is None else later(before, row)
        if after != before:
            changes.append(replaced(before, after))
    return Changes(Act.MERGE_BOARD, tuple(changes))


def _one(act: Act, before: BoardRow | None, after: BoardRow) -> Answer:
    """Answer with one row; one that only says the same again is no change."""
    if before is not None and replace(before, changed=after.changed) == after:
        return Changes(act, ())
    return Changes(act, (replaced(before, after),))


def _now(ctx: Context) -> dt.datetime:
    return ctx.now.replace(microsecond=0)
