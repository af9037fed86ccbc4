"""The one SQLite of the program: SQLCipher's where it is installed, else Python's own.

Both read and write the same plain files; only SQLCipher reads encrypted ones. Its errors are no
subclasses of Python's, so a process keeps to one of them, and sqlite-utils to the same: it takes
whatever bears the name `pysqlite3`, which is why this module comes before it (a test keeps that).
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

    CAN_ENCRYPT = True
else:
    try:
        import sqlcipher3
        from sqlcipher3 import dbapi2 as sqlite3
    except ImportError:
        import sqlite3

        CAN_ENCRYPT = False
    else:
        sys.modules.setdefault("pysqlite3", sqlcipher3)
        sys.modules.setdefault("pysqlite3.dbapi2", sqlite3)
        CAN_ENCRYPT = True

__all__ = ["CAN_ENCRYPT", "sqlite3"]
