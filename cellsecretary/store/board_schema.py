"""The tables of a board and how they came to be: append-only migrations, STRICT tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlite_utils import Migrations

from cellsecretary.store.connecting import Schema
from cellsecretary.store.errors import Fault
from cellsecretary.store.schema import add_chain, create_history, create_table
from cellsecretary.store.sealing import SEALED, seal_rows

if TYPE_CHECKING:
    from sqlite_utils import Database

BOARD_ID = 0x42414E47
"""The four letters BANG: what `file` and the program know a board by."""

BOARD_VERSION = 2
"""`user_version` of a board that all migrations below were applied to."""

migrations = Migrations("board")

BOARD_SCHEMA = Schema(BOARD_ID, BOARD_VERSION, migrations, Fault.NOT_A_BOARD)


@migrations()
def m001_begin(db: Database) -> None:
    """Create what came, what the clerk wrote, and what each stick held."""
    create_table(db, "rule_sets", "id packed:bytes")
    create_table(db, "records", "id format:int rules packed:bytes")
    create_table(
        db,
        "versions",
        "id:int cell meeting revision:int is_draft:int content date starts kind state name "
        "superior size:int received signer month figures_version:int figures",
    )
    key = ["cell", "meeting", "revision", "is_draft", "content"]
    db.table("versions").create_index(key, unique=True)
    db.table("versions").create_index(["month"])
    create_table(db, "arrivals", "id:int at place file arrived reason name meetings")
    for table, columns in (
        ("acceptances", "cell kind value accepted:int"),
        ("board_offices", "name place signer signer_title due_day:int since?"),
        ("paper_cells", "name on_paper:int"),
        ("paper_minutes", "cell month received?"),
        ("version_choices", "cell meeting revision:int content"),
        ("meeting_looks", "cell meeting revision:int"),
        ("meeting_remarks", "cell meeting text"),
        (
            "meeting_scores",
            "cell meeting form points total:int grade? confirmed? confirmed_by",
        ),
        ("petition_answers", "cell petition answered? answer"),
        ("issued_directives", "kind title first last number issued? withdrawn:int"),
        ("handed_rule_files", "text withdrawn:int"),
    ):
        create_table(db, table, f"id {columns} changed")
    create_history(db)


@migrations()
def m002_chain_history(db: Database) -> None:
    """Chain the steps of the history and seal what packets brought: any other change shows."""
    add_chain(db)
    for table in SEALED:
        db.table(table).add_column("seal", str, not_null_default="")
        seal_rows(db.conn, table)
