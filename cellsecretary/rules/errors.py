"""What can be wrong with a rule file, and the error that names file, line and field."""

from enum import StrEnum
from pathlib import Path


class Reason(StrEnum):
    """Why a rule file is refused; the first five are the words of `core.plain`."""

    UNKNOWN_KEY = "unknown_key"
    MISSING = "missing"
    WRONG_TYPE = "wrong_type"
    UNKNOWN_VALUE = "unknown_value"
    NO_SUCH_DATE = "no_such_date"
    UNREADABLE = "unreadable"
    TOO_LARGE = "too_large"
    NOT_TEXT = "not_text"
    NOT_TOML = "not_toml"
    LATER_FORMAT = "later_format"
    NO_SECTION = "no_section"
    SECTION_TWICE = "section_twice"
    SAME_DATE = "same_date"
    EMPTY = "empty"
    OUT_OF_RANGE = "out_of_range"
    BROKEN_TEMPLATE = "broken_template"
    UNKNOWN_NAME = "unknown_name"
    CODE_TWICE = "code_twice"
    DOES_NOT_ADD_UP = "does_not_add_up"


class RuleFileError(ValueError):
    """A rule file is refused whole.

    `line` counts from 1 and is 0 where the file as a whole is meant; `field` is a path such as
    `meeting[1].absent_run`, empty where no field is meant.
    """

    def __init__(self, file: Path, line: int, field: str, reason: Reason) -> None:
        super().__init__(f"{file.name}:{line}: {field or '.'}: {reason}")
        self.file = file
        self.line = line
        self.field = field
        self.reason = reason
