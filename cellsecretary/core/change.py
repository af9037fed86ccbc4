"""What operations answer with: changes of whole rows, or a refusal that names its places."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from cellsecretary.core.rows import Row
from cellsecretary.core.vietnamese import tidy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime

R = TypeVar("R", bound=Row)


@dataclass(frozen=True, slots=True)
class Change:
    """Insert (no `before`), update, or delete (no `after`) of one whole row."""

    before: Row | None
    after: Row | None

    @property
    def row(self) -> Row:
        """The row that the change is about, as it is afterwards where it still exists."""
        row = self.after if self.after is not None else self.before
        assert row is not None
        return row

    def inverse(self) -> Change:
        """Give the change that takes this one back."""
        return Change(self.after, self.before)


def insert(row: Row) -> Change:
    """Give the insertion of a row, its texts made storable."""
    return Change(None, tidied(row))


def update(row: R, **values: object) -> Change:
    """Give the update of a row to new values, its texts made storable."""
    return Change(row, tidied(replace(row, **values)))  # type: ignore[arg-type]


def replaced(before: Row | None, after: Row) -> Change:
    """Give the update of a row to another version of it, or its insertion where there was none."""
    return Change(before, tidied(after))


def delete(row: Row) -> Change:
    """Give the deletion of a row."""
    return Change(row, None)


def tidied(row: R) -> R:
    """Give the row with every text in NFC and without control characters: the one place for it."""
    texts = {
        f.name: tidy(value)
        for f in fields(row)
        if f.name != "json" and type(value := getattr(row, f.name)) is str
    }
    changed = {name: text for name, text in texts.items() if text != getattr(row, name)}
    return replace(row, **changed) if changed else row  # type: ignore[arg-type]


class Act(StrEnum):
    """What a user did, as undo and the journal name it; sentences are in resources/messages."""

    START_BOOK = "start_book"
    CHANGE_CELL = "change_cell"
    RENAME_CELL = "rename_cell"
    WITHDRAW_RENAMING = "withdraw_renaming"
    BEGIN_TERM = "begin_term"
    HAND_POST_OVER = "hand_post_over"
    NOTE_EARLIER_POST = "note_earlier_post"
    WITHDRAW_EARLIER_POST = "withdraw_earlier_post"
    CHANGE_PREFERENCES = "change_preferences"
    BRING_IN_PAST = "bring_in_past"
    ACCEPT_RULE_FILE = "accept_rule_file"
    WITHDRAW_RULE_FILE = "withdraw_rule_file"
    ADD_MEMBER = "add_member"
    CHANGE_MEMBER = "change_member"
    DELETE_MEMBER = "delete_member"
    END_MEMBERSHIP = "end_membership"
    CONFIRM_TRANSFER = "confirm_transfer"
    CHANGE_STANDING = "change_standing"
    IMPORT_MEMBERS = "import_members"
    ADD_CONTACT = "add_contact"
    CHANGE_CONTACT = "change_contact"
    NOTE_REMARK = "note_remark"
    DELETE_CONTACT = "delete_contact"
    PLAN_MEETING = "plan_meeting"
    CHANGE_MEETING = "change_meeting"
    CANCEL_MEETING = "cancel_meeting"
    DELETE_MEETING = "delete_meeting"
    PREPARE_MEETING = "prepare_meeting"
    FOLLOW_UP_MEETING = "follow_up_meeting"
    PLAN_MONTH = "plan_month"
    CHOOSE_DAY = "choose_day"
    TAKE_DAY_BACK = "take_day_back"
    CHANGE_DAY_OFF = "change_day_off"
    ADD_ITEM = "add_item"
    ADD_ITEMS = "add_items"
    CHANGE_ITEM = "change_item"
    MOVE_ITEM = "move_item"
    DELETE_ITEM = "delete_item"
    SKIP_ITEM = "skip_item"
    TAKE_AGENDA = "take_agenda"
    KEEP_TEMPLATE = "keep_template"
    RENAME_TEMPLATE = "rename_template"
    DELETE_TEMPLATE = "delete_template"
    MARK_PRESENT = "mark_present"
    MARK_EXCUSED = "mark_excused"
    MARK_UNEXCUSED = "mark_unexcused"
    UNMARK = "unmark"
    MARK_ALL_PRESENT = "mark_all_present"
    NOTE_ATTENDANCE = "note_attendance"
    TAKE_OVER_REGISTER = "take_over_register"
    CHANGE_FEES = "change_fees"
    ADD_GUEST = "add_guest"
    CHANGE_GUEST = "change_guest"
    DELETE_GUEST = "delete_guest"
    WRITE_BODY = "write_body"
    WRITE_CONCLUSION = "write_conclusion"
    ADD_OPINION = "add_opinion"
    WRITE_OPINION = "write_opinion"
    MARK_BEFOREHAND = "mark_beforehand"
    MARK_SPOKEN = "mark_spoken"
    DELETE_OPINION = "delete_opinion"
    ADD_VOTE = "add_vote"
    CHANGE_VOTE = "change_vote"
    DELETE_VOTE = "delete_vote"
    SET_TIMES = "set_times"
    SCORE_MEETING = "score_meeting"
    NOTE_SUPERIOR = "note_superior"
    CONFIRM_SCORE = "confirm_score"
    GIVE_TASK = "give_task"
    CHANGE_TASK = "change_task"
    DELETE_TASK = "delete_task"
    REVIEW_TASK = "review_task"
    DELETE_REVIEW = "delete_review"
    NAME_SECOND_READER = "name_second_reader"
    ADD_DOCUMENT = "add_document"
    CHANGE_DOCUMENT = "change_document"
    DELETE_DOCUMENT = "delete_document"
    POST_DOCUMENT = "post_document"
    REPLACE_DOCUMENT = "replace_document"
    ADD_PETITION = "add_petition"
    CHANGE_PETITION = "change_petition"
    DELETE_PETITION = "delete_petition"
    REVIEW_YEAR = "review_year"
    NOTE_CHECK = "note_check"
    FOLLOW_UP_PETITION = "follow_up_petition"
    WRITE_ANSWER = "write_answer"
    CLOSE_MEETING = "close_meeting"
    REOPEN_MEETING = "reopen_meeting"
    CORRECT_MEETING = "correct_meeting"
    TAKE_IN = "take_in"
    TAKE_REPLY = "take_reply"
    NOTE_PAPER = "note_paper"
    NOTE_SIGNED = "note_signed"
    COLLECT = "collect"
    MERGE_BOARD = "merge_board"
    ANSWER_SENDER = "answer_sender"
    CHANGE_OFFICE = "change_office"
    CHANGE_PAPER_CELL = "change_paper_cell"
    TICK_PAPER = "tick_paper"
    CHOOSE_VERSION = "choose_version"
    LOOK_AT_MEETING = "look_at_meeting"
    REMARK_ON_MEETING = "remark_on_meeting"
    GIVE_POINTS = "give_points"
    CONFIRM_POINTS = "confirm_points"
    ANSWER_PETITION = "answer_petition"
    ISSUE_DIRECTIVE = "issue_directive"
    WITHDRAW_DIRECTIVE = "withdraw_directive"
    HAND_OUT_RULES = "hand_out_rules"

    @property
    def is_barrier(self) -> bool:
        """Undo does not go back past this act; closing is reversed by reopening, with a reason."""
        return self in _BARRIERS

    @property
    def is_beside(self) -> bool:
        """Undo passes over this act: what was printed or looked at is in the world."""
        return self in (Act.NOTE_PAPER, Act.LOOK_AT_MEETING)


_BARRIERS = {
    Act.START_BOOK,
    Act.IMPORT_MEMBERS,
    Act.CLOSE_MEETING,
    Act.REOPEN_MEETING,
    Act.CORRECT_MEETING,
    Act.TAKE_IN,
    Act.COLLECT,
    Act.MERGE_BOARD,
    Act.TAKE_REPLY,
}


@dataclass(frozen=True, slots=True)
class Changes:
    """One act of the user: its changes in order, and the words that name it (`{who}` and so on).

    What leaves a row as it was is no change and is left out.
    """

    act: Act
    changes: tuple[Change, ...]
    words: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        real = tuple(change for change in self.changes if change.before != change.after)
        object.__setattr__(self, "changes", real)

    def inverse(self) -> Changes:
        """Give the changes that take this act back, in the reverse order."""
        return Changes(self.act, tuple(c.inverse() for c in reversed(self.changes)), self.words)


class Why(StrEnum):
    """Why an operation was refused; sentences are in resources/messages."""

    NAME_MISSING = "name_missing"
    NUMBER_TAKEN = "number_taken"
    MEMBER_UNKNOWN = "member_unknown"
    MEMBER_NAMED_IN_MEETING = "member_named_in_meeting"
    TRANSFER_NOT_OPEN = "transfer_not_open"
    CONTACT_UNKNOWN = "contact_unknown"
    DATES_OUT_OF_ORDER = "dates_out_of_order"
    DATE_IN_FUTURE = "date_in_future"
    DAY_OUT_OF_RANGE = "day_out_of_range"
    MEETING_EXISTS = "meeting_exists"
    MONTH_HAS_MEETING = "month_has_meeting"
    DAY_IS_PAST = "day_is_past"
    DAY_NOT_OF_MONTH = "day_not_of_month"
    BEFORE_TERM = "before_term"
    MEETING_NOT_OPEN = "meeting_not_open"
    MEETING_HAS_CONTENT = "meeting_has_content"
    COMMITTEE_TOO_LATE = "committee_too_late"
    MEETING_TOO_EARLY = "meeting_too_early"
    REASON_MISSING = "reason_missing"
    AWAY_CANNOT_ATTEND = "away_cannot_attend"
    NOT_ABSENT_BY_STANDING = "not_absent_by_standing"
    VOTE_EXCEEDS_VOTERS = "vote_exceeds_voters"
    BALLOT_DOES_NOT_ADD_UP = "ballot_does_not_add_up"
    NEGATIVE_COUNT = "negative_count"
    COUNTS_DO_NOT_ADD_UP = "counts_do_not_add_up"
    QUESTION_MISSING = "question_missing"
    TASK_TEXT_MISSING = "task_text_missing"
    TASK_CODE_TAKEN = "task_code_taken"
    TASK_HAS_RESULTS = "task_has_results"
    TASK_UNKNOWN = "task_unknown"
    READER_IS_LEAD = "reader_is_lead"
    ONGOING_AFTER_DUE = "ongoing_after_due"
    PERCENT_OUT_OF_RANGE = "percent_out_of_range"
    CRITERION_UNKNOWN = "criterion_unknown"
    POINTS_OUT_OF_RANGE = "points_out_of_range"
    NUMBER_USED = "number_used"
    NO_REPLACEMENT = "no_replacement"
    SPEAKER_MISSING = "speaker_missing"
    MEMBERS_UNMARKED = "members_unmarked"
    ROSTER_EMPTY = "roster_empty"
    CHAIR_MISSING = "chair_missing"
    MINUTE_TAKER_MISSING = "minute_taker_missing"
    CHAIR_ABSENT = "chair_absent"
    MINUTE_TAKER_ABSENT = "minute_taker_absent"
    START_MISSING = "start_missing"
    END_MISSING = "end_missing"
    END_BEFORE_START = "end_before_start"
    TASK_WITHOUT_RESULT = "task_without_result"
    NOT_YET_HELD = "not_yet_held"
    NOT_CLOSED = "not_closed"
    LATER_ONE_CLOSED = "later_one_closed"
    TEXT_MISSING = "text_missing"
    TEXT_TOO_LONG = "text_too_long"
    OTHER_CELL = "other_cell"
    NOTHING_TO_TAKE_IN = "nothing_to_take_in"
    TASK_STILL_NEEDED = "task_still_needed"
    RULE_FILE_UNKNOWN = "rule_file_unknown"
    NAME_TAKEN = "name_taken"
    AGENDA_EMPTY = "agenda_empty"
    RENAMING_UNKNOWN = "renaming_unknown"
    RENAMED_THAT_DAY = "renamed_that_day"
    NAMES_UNCHANGED = "names_unchanged"
    POST_HELD_TWICE = "post_held_twice"
    OTHER_POST_THEN = "other_post_then"
    NOT_BEFORE_BOOK = "not_before_book"
    LONGER_THAN_TERM = "longer_than_term"
    EARLIER_POST_UNKNOWN = "earlier_post_unknown"
    MEASURE_OUT_OF_RANGE = "measure_out_of_range"
    EARLIER_STEP_MISSING = "earlier_step_missing"
    LATER_STEP_DONE = "later_step_done"
    AMOUNT_INCOMPLETE = "amount_incomplete"
    NO_PUBLIC_KEY = "no_public_key"
    NOT_SIGNED = "not_signed"
    SIGNER_NOT_ACCEPTED = "signer_not_accepted"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that stands in the way, where it is (table, row, field), and words for it."""

    why: Why
    table: str = ""
    row: str = ""
    field: str = ""
    words: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Refusal:
    """An operation that changes nothing, with every problem that it found."""

    problems: tuple[Problem, ...]


Answer = Changes | Refusal


def together(refusals: Iterable[Refusal]) -> Refusal | None:
    """Give one refusal with the problems of several, None where there is none."""
    problems = tuple(problem for refusal in refusals for problem in refusal.problems)
    return Refusal(problems) if problems else None


def refuse(why: Why, table: str = "", row: str = "", field: str = "", **words: str) -> Refusal:
    """Give a refusal with one problem."""
    return Refusal((Problem(why, table, row, field, tuple(words.items())),))


@dataclass(frozen=True, slots=True)
class Context:
    """What an operation may know of the world: the time, and names for new rows."""

    now: datetime
    new_id: Callable[[], str]
