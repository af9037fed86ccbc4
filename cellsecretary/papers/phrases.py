"""What papers say of persons, votes, tasks and results, in the wording of a rule set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cellsecretary.core.facts import facts, vote_result
from cellsecretary.core.kinds import MeetingKind, PetitionState, VoteMethod
from cellsecretary.core.petition_lines import petition_state
from cellsecretary.papers.words import ended

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cellsecretary.core.kinds import DocumentType
    from cellsecretary.core.record import MeetingRecord
    from cellsecretary.core.rows import AgendaItem, Document, Guest, Petition, Review, Task, Vote
    from cellsecretary.core.ruleset import PaperRules
    from cellsecretary.core.visits import OfficerLine
    from cellsecretary.papers.words import Words


def person(words: Words, record: MeetingRecord, member: str | None) -> str:
    """Name a member with the post held, empty for nobody."""
    found = record.person(member)
    if found is None:
        return ""
    if found.post:
        return words.say("person.comrade_with_post", name=found.name, post=found.post)
    return words.say("person.comrade", name=found.name)


def comrades(words: Words, names: list[str]) -> str:
    """Name several members in one sentence."""
    return words.listing([words.say("person.comrade", name=name) for name in names])


def guest(words: Words, somebody: Guest | OfficerLine) -> str:
    """Name a guest with title."""
    if somebody.title:
        return words.say("person.with_title", name=somebody.name, title=somebody.title)
    return somebody.name


def superior(words: Words, somebody: Guest) -> str:
    """Name somebody whom the superior sent, who is a comrade."""
    return words.say("person.comrade", name=guest(words, somebody))


def register(words: Words, record: MeetingRecord) -> str:
    """Say how many the cell has, or its committee when that met."""
    committee = record.meeting.kind is MeetingKind.COMMITTEE
    total = facts(record).register
    return words.say("total.committee" if committee else "total.cell", total=total)


def presenter(words: Words, record: MeetingRecord, item: AgendaItem) -> str:
    """Name who presents an item, empty for nobody."""
    return person(words, record, item.presenter) or item.presenter_other


def vote(words: Words, record: MeetingRecord, taken: Vote) -> str:
    """Say what was asked, how the vote was counted and whether it passed."""
    texts = [ended(words.say(f"vote.{taken.method}", question=taken.question))]
    if taken.method is VoteMethod.BALLOT:
        texts.append(
            words.sentence(
                "vote.ballots",
                issued=taken.issued or 0,
                returned=taken.returned or 0,
                valid=taken.valid or 0,
                invalid=vote_result(record, taken).invalid,
            )
        )
    return " ".join([*texts, vote_counts(words, record, taken)])


def vote_counts(words: Words, record: MeetingRecord, taken: Vote) -> str:
    """Say the counts of a vote and whether it passed."""
    result = vote_result(record, taken)
    counts = words.sentence(
        "vote.counts",
        in_favour=taken.in_favour,
        base=result.base,
        percent=words.percent(result.percent),
        against=taken.against,
        other=taken.other,
    )
    return " ".join([counts, vote_outcome(words, record, taken)])


def vote_outcome(words: Words, record: MeetingRecord, taken: Vote) -> str:
    """Say whether a vote passed, and what it needed."""
    share = record.rules.vote.shares[taken.needs]
    needs = words.say(
        "vote.needs_at_least" if share.inclusive else "vote.needs_more_than",
        share=f"{share.numerator}/{share.denominator}",
    )
    passed = "vote.passed" if vote_result(record, taken).passed else "vote.not_passed"
    return words.sentence(passed, needs=needs)


def task_head(words: Words, record: MeetingRecord, task: Task) -> str:
    """Say who does what."""
    return words.say("task.given", code=task.code, name=record.name_of(task.lead), what=task.what)


def task(words: Words, record: MeetingRecord, given: Task) -> str:
    """Say who does what, with whom, with what product, by when."""
    return _with_terms(words, record, given, task_head(words, record, given))


def own_task(words: Words, record: MeetingRecord, given: Task) -> str:
    """Say to the one who does it what to do, with whom, with what product, by when."""
    head = words.say("table.task_text", code=given.code, what=given.what)
    return _with_terms(words, record, given, head)


def _with_terms(words: Words, record: MeetingRecord, given: Task, head: str) -> str:
    parts = [head]
    if given.helpers:
        names = [record.name_of(helper) for helper in given.helpers]
        parts.append(words.say("task.helpers", names=comrades(words, names)))
    if said := product(words, given, record.review_of(given.id)):
        parts.append(words.say("task.product", product=said))
    if given.due:
        parts.append(words.say("task.due", date=words.short_date(given.due)))
    return words.say("figure.semicolon").join(parts)


def product(words: Words, given: Task, review: Review | None = None) -> str:
    """Say what comes of a task and how much of it, with how much is there when that was found."""
    if given.amount is None:
        return given.product
    counts = {"amount": given.amount, "unit": given.unit}
    if review is None or review.achieved is None:
        amount = words.say("task.amount", **counts)
        if amount in given.product:
            return given.product
    else:
        amount = words.say("task.achieved", achieved=review.achieved, **counts)
    if not given.product:
        return amount
    return words.say("task.counted", product=given.product, amount=amount)


def result(words: Words, given: Task, review: Review, reader: str = "") -> str:
    """Say what was found of a task, and who read it beside the one who did it."""
    text = words.say(f"result.{review.result}")
    if given.amount is not None and review.achieved is not None:
        counts = {"achieved": review.achieved, "amount": given.amount, "unit": given.unit}
        text = words.say("result.with_amount", result=text, **counts)
    elif review.percent:
        text = words.say("result.with_percent", result=text, percent=review.percent)
    if review.note:
        text = words.say("result.with_note", result=text, note=review.note)
    if reader:
        text = words.say("result.with_reader", result=text, name=reader)
    return text


def petition(words: Words, passed_on: Petition) -> str:
    """Say what somebody wishes, and of whom."""
    text = passed_on.text
    if passed_on.addressee:
        text = words.say("petition.addressed", text=text, addressee=passed_on.addressee)
    if passed_on.concerns:
        text = words.say("petition.about", text=text, concerns=passed_on.concerns)
    return text


def petition_standing(words: Words, passed_on: Petition) -> str:
    """Say what somebody wishes, and what became of it."""
    state = petition_state(passed_on)
    done = {
        PetitionState.WAITING: passed_on.sent,
        PetitionState.TO_TELL: passed_on.answered,
        PetitionState.DONE: passed_on.told,
    }.get(state)
    said = words.say(f"petition.{state}", date=words.short_date(done) if done else "")
    return words.say("petition.standing", text=petition(words, passed_on), state=said)


def document(words: Words, rules: PaperRules, issued: Document) -> str:
    """Name a document by type, number, sign and title."""
    return words.say(
        "document.named",
        type=words.say(f"document.{issued.type}"),
        number=f"{issued.number:02}",
        sign=rules.signs[issued.type],
        title=issued.title,
    )


def number(
    words: Words, rules: PaperRules, kind: DocumentType, issued: Sequence[Document] = ()
) -> str:
    """Give the line of number and sign, of the first document; dots while there is none."""
    figures = f"{issued[0].number:02}" if issued else words.say("head.no_number")
    return words.say("head.number", number=figures, sign=rules.signs[kind])
