"""The closed lists of the domain: every state, kind and role that a value can have."""

from enum import StrEnum


class CellKind(StrEnum):
    """Where the cell lives; decides which prompts its agenda offers."""

    VILLAGE = "village"
    RESIDENTIAL = "residential"
    ENTERPRISE = "enterprise"
    OFFICE = "office"
    SCHOOL = "school"


class Shift(StrEnum):
    """What happens to the meeting day when it falls on a day off."""

    NONE = "none"
    SATURDAY_BACK_SUNDAY_FORWARD = "saturday_back_sunday_forward"
    NEXT_DAY = "next_day"
    NEXT_WORKING_DAY = "next_working_day"


class Sex(StrEnum):
    """As the register of members writes it."""

    MALE = "male"
    FEMALE = "female"


class StandingKind(StrEnum):
    """How a member takes part in the life of the cell."""

    ACTIVE = "active"
    EXEMPT = "exempt"
    AWAY = "away"
    VISITING = "visiting"


class Leaving(StrEnum):
    """How a membership ended."""

    TRANSFERRED = "transferred"
    DIED = "died"
    LEFT_PARTY = "left_party"
    STRUCK_OFF = "struck_off"
    EXPELLED = "expelled"


class YearLevel(StrEnum):
    """How a member or a cell did in a year; from how many points on is in the rule files."""

    OUTSTANDING = "outstanding"
    GOOD = "good"
    FULFILLED = "fulfilled"
    NOT_FULFILLED = "not_fulfilled"


class MeetingKind(StrEnum):
    """What a meeting is called for."""

    REGULAR = "regular"
    THEMATIC = "thematic"
    REGULAR_THEMATIC = "regular_thematic"
    COMMITTEE = "committee"
    EXTRAORDINARY = "extraordinary"
    YEARLY_REVIEW = "yearly_review"
    ADMISSION = "admission"
    CONGRESS = "congress"


OF_THE_MONTH = (MeetingKind.REGULAR, MeetingKind.REGULAR_THEMATIC)
"""The kinds of which a cell holds one for every month."""


class MeetingState(StrEnum):
    """How far a meeting has come; it runs from the first mark of attendance."""

    PLANNED = "planned"
    RUNNING = "running"
    CLOSED = "closed"
    CANCELLED = "cancelled"


class Trace(StrEnum):
    """What happened to a paper of a meeting outside the program."""

    PRINTED = "printed"
    SAVED = "saved"
    SIGNED = "signed"
    SENT = "sent"


class Part(StrEnum):
    """The three parts of an agenda, in their order."""

    OPENING = "opening"
    CONTENT = "content"
    CLOSING = "closing"


class Mark(StrEnum):
    """What was noted for one member of the roster; NONE is "not noted", never "absent"."""

    NONE = "none"
    PRESENT = "present"
    EXCUSED = "excused"
    UNEXCUSED = "unexcused"


class GuestRole(StrEnum):
    """In which role somebody who is not of the cell attends."""

    GUEST = "guest"
    ASSIGNED_SUPERIOR = "assigned_superior"


class VoteMethod(StrEnum):
    """How a vote was taken."""

    HANDS = "hands"
    BALLOT = "ballot"


class Needs(StrEnum):
    """Which share of the vote base a vote needs; the shares are in the rule files."""

    HALF = "half"
    TWO_THIRDS = "two_thirds"


class Result(StrEnum):
    """What a meeting found of a task that an earlier meeting gave."""

    DONE = "done"
    PARTLY = "partly"
    NOT_DONE = "not_done"
    ONGOING = "ongoing"


class ScoreClass(StrEnum):
    """The class that a score of a meeting gives; from how many points on is in the rule files."""

    GOOD = "good"
    FAIR = "fair"
    AVERAGE = "average"
    WEAK = "weak"


class Scorer(StrEnum):
    """Who gave the points of a score."""

    CELL = "cell"
    SUPERIOR = "superior"


class PetitionState(StrEnum):
    """What a petition waits for, in the order of its life."""

    TO_SEND = "to_send"
    WAITING = "waiting"
    TO_TELL = "to_tell"
    DONE = "done"


class DocumentState(StrEnum):
    """What became of a document: adopted when its meeting is closed, replaced by a later one."""

    DRAFT = "draft"
    ADOPTED = "adopted"
    POSTED = "posted"
    REPLACED = "replaced"


class DocumentType(StrEnum):
    """What a cell may issue (399-QĐ/TW, 09/01/2026); its sign on paper is in the rule files."""

    RESOLUTION = "resolution"
    DECISION = "decision"
    CONCLUSION = "conclusion"
    REGULATION = "regulation"
    NOTICE = "notice"
    REPORT = "report"
    PLAN = "plan"
    PROGRAMME = "programme"
    SCHEME = "scheme"
    OPTION = "option"
    SUBMISSION = "submission"
    LETTER = "letter"
    MINUTES = "minutes"
