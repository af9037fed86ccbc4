"""The tables of a book and how they came to be: append-only migrations, STRICT tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlite_utils import Migrations

from cellsecretary.store.connecting import Schema
from cellsecretary.store.errors import Fault
from cellsecretary.store.step_line import chain_history

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlite_utils import Database

APPLICATION_ID = 0x43484942
"""The four letters CHIB: what `file` and the program know a book by."""

SCHEMA_VERSION = 4
"""`user_version` of a book that all migrations below were applied to."""

migrations = Migrations("book")

SCHEMA = Schema(APPLICATION_ID, SCHEMA_VERSION, migrations, Fault.NOT_A_BOOK)

_TEXT, _INTEGER = str, int
_TYPES = {"": str, "int": int, "bytes": bytes}

_OF_A_MEETING = (
    "agenda_items",
    "attendance",
    "guests",
    "opinions",
    "votes",
    "documents",
    "tasks",
    "reviews",
    "petitions",
    "corrections",
    "reopenings",
    "closed_records",
)


@migrations()
def m001_begin(db: Database) -> None:
    """Lay the tables of the first release."""
    meeting = ("meeting", "meetings", "id")
    member = ("member", "members", "id")
    create_table(db, "cells", "id name kind superior commune place day:int time shift term_start")
    create_table(
        db,
        "members",
        "id number:int name sex? born? joined? official? card post phone entered? left? "
        "left_reason",
    )
    create_table(db, "standings", "id member kind since? until? reason", member)
    create_table(
        db,
        "meetings",
        "id date kind title starts place state topic start? end? chair? minute_taker? "
        "committee_met? notified? superior_notified? posted? fees_paid:int? off_day_reason "
        "cancel_reason",
        ("chair", "members", "id"),
        ("minute_taker", "members", "id"),
    )
    create_table(
        db,
        "agenda_items",
        "id meeting position:int part title presenter? presenter_other minutes:int body "
        "conclusion note skipped:int",
        meeting,
        ("presenter", "members", "id"),
    )
    create_table(
        db,
        "attendance",
        "id meeting member number:int name post official:int standing mark reason late? "
        "left_early? fee_owing:int",
        meeting,
        member,
    )
    create_table(db, "guests", "id meeting position:int name title role", meeting)
    item = ("item", "agenda_items", "id")
    create_table(
        db,
        "opinions",
        "id meeting item position:int speaker? text speaker_other",
        meeting,
        item,
        ("speaker", "members", "id"),
    )
    create_table(
        db,
        "votes",
        "id meeting item position:int question method needs in_favour:int against:int other:int "
        "issued:int? returned:int? valid:int?",
        meeting,
        item,
    )
    create_table(db, "documents", "id meeting? type number:int title date", meeting)
    create_table(
        db,
        "tasks",
        "id meeting? position:int code given what product lead? helpers due?",
        meeting,
        ("lead", "members", "id"),
    )
    create_table(
        db,
        "reviews",
        "id meeting task result percent:int note",
        meeting,
        ("task", "tasks", "id"),
    )
    create_table(db, "petitions", "id meeting position:int source text addressee", meeting)
    create_table(
        db,
        "past_meetings",
        "id date kind required:int present:int excused:int unexcused:int",
    )
    create_table(db, "corrections", "id meeting at text", meeting)
    create_table(db, "reopenings", "id meeting revision:int at reason", meeting)
    create_table(
        db,
        "closed_records",
        "id meeting revision:int position:int format:int at json sha256 previous",
        meeting,
    )
    create_table(db, "preferences", "id name value")
    create_table(db, "paper_traces", "id meeting form revision:int trace at")
    create_history(db)
    for table in _OF_A_MEETING:
        db.table(table).create_index(["meeting"])
    db.table("attendance").create_index(["member"])
    db.table("opinions").create_index(["speaker"])
    db.table("reviews").create_index(["task"])
    db.table("meetings").create_index(["date"])
    db.table("closed_records").create_index(["position"], unique=True)
    db.table("preferences").create_index(["name"], unique=True)
    db.table("paper_traces").create_index(["meeting"])


@migrations()
def m002_plan_and_follow(db: Database) -> None:
    """Add the plan of the year, own templates, rule files, scores, what comes after a meeting."""
    meetings, documents = db.table("meetings"), db.table("documents")
    for column in ("drafted", "prepares", "minutes_posted", "reported"):
        meetings.add_column(column, _TEXT)
    for column in ("posted", "replaced_by"):
        documents.add_column(column, _TEXT)
    create_table(db, "month_plans", "id month kind date? reason topic")
    create_table(db, "days_off", "id date off:int")
    create_table(db, "templates", "id name kind items")
    create_table(db, "rule_files", "id name text accepted")
    meeting = ("meeting", "meetings", "id")
    create_table(db, "score_marks", "id meeting form criterion scorer points:int", meeting)
    db.table("score_marks").create_index(["meeting"])
    db.table("month_plans").create_index(["month"], unique=True)
    db.table("days_off").create_index(["date"], unique=True)


@migrations()
def m003_over_the_years(db: Database) -> None:
    """Add what changes over the years, and what becomes of people and of their wishes."""
    for table, columns in (
        ("cells", "assigned assigned_title"),
        ("members", "entered_from leaving? left_to left_confirmed? village_head:int"),
        ("standings", "applied? decided?"),
        ("meetings", "score_confirmed? score_confirmed_by"),
        ("opinions", "beforehand:int"),
        ("tasks", "amount:int? unit"),
        ("reviews", "achieved:int? second_reader?"),
        ("paper_traces", "place"),
        ("petitions", "concerns opinion? sent? answered? answer told?"),
    ):
        _add(db, table, columns)
    # Whoever is on the lists of earlier meetings came.
    db.table("guests").add_column("came", _INTEGER, not_null_default=1)
    member = ("member", "members", "id")
    create_table(db, "renamings", "id since name superior commune")
    create_table(db, "terms", "id since until? name")
    create_table(db, "post_spans", "id member post since until?", member)
    create_table(
        db, "contacts", "id name born? works_at cell phone since? until? opinion_given? note"
    )
    create_table(db, "register_checks", "id quarter done total:int note")
    create_table(
        db, "year_reviews", "id year:int member? general:int? results:int? level? note", member
    )
    # As with papers that left the house: it stays true when the meeting goes.
    create_table(db, "receipts", "id meeting revision:int received remark")
    create_table(db, "directives", "id kind title first last number issued? withdrawn:int")
    db.table("receipts").create_index(["meeting"], unique=True)
    db.table("renamings").create_index(["since"], unique=True)
    db.table("terms").create_index(["since"], unique=True)
    db.table("register_checks").create_index(["quarter"], unique=True)
    db.table("year_reviews").create_index(["year"])


@migrations()
def m004_chain_history(db: Database) -> None:
    """Chain the steps of the history, so that a change behind the program's back shows."""
    add_chain(db)


def create_history(db: Database) -> None:
    """Create the two tables in which a file keeps what was done to it."""
    db.table("steps").create(
        {
            "step": _INTEGER,
            "at": _TEXT,
            "account": _TEXT,
            "way": _TEXT,
            "of": _INTEGER,
            "operation": _TEXT,
            "words": _TEXT,
        },
        pk="step",
        not_null={"at", "account", "way", "operation", "words"},
        strict=True,
    )
    db.table("changes").create(
        {
            "id": _INTEGER,
            "step": _INTEGER,
            "table": _TEXT,
            "row": _TEXT,
            "before": _TEXT,
            "after": _TEXT,
        },
        pk="id",
        not_null={"step", "table", "row"},
        foreign_keys=[("step", "steps", "step")],
        strict=True,
    )
    db.table("changes").create_index(["step"])
    db.table("steps").create_index(["of"])


def add_chain(db: Database) -> None:
    """Give each step of the history the hash that chains it to the one before."""
    db.table("steps").add_column("hash", _TEXT, not_null_default="")
    chain_history(db.conn)


def _columns(words: str) -> Iterator[tuple[str, type, bool]]:
    """Read columns from words: `name`, `name:int`, `name:bytes`; a `?` at the end allows NULL."""
    for word in words.split():
        name, _, kind = word.rstrip("?").partition(":")
        yield name, _TYPES[kind], word.endswith("?")


def _add(db: Database, table: str, columns: str) -> None:
    """Add columns to a table; those that may not be NULL are empty or nought in older rows."""
    for name, kind, nullable in _columns(columns):
        empty = None if nullable else (0 if kind is _INTEGER else "")
        db.table(table).add_column(name, kind, not_null_default=empty)


def create_table(db: Database, table: str, columns: str, *keys: tuple[str, str, str]) -> None:
    """Create a STRICT table from the words of its columns."""
    types = {name: kind for name, kind, _ in _columns(columns)}
    required = {name for name, _, nullable in _columns(columns) if not nullable}
    db.table(table).create(types, pk="id", not_null=required, foreign_keys=list(keys), strict=True)
