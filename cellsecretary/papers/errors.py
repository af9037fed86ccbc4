"""What can go wrong while a paper is made or written, as kinds; cheap to import."""

from enum import StrEnum


class Fault(StrEnum):
    """Why there is no new paper; the file that was there before is still there."""

    UNKNOWN_FORM = "unknown_form"
    NOT_FOR_THIS_MEETING = "not_for_this_meeting"
    NOT_FOR_WORD = "not_for_word"
    ARCHIVE_MISSING = "archive_missing"
    NOT_ARCHIVABLE = "not_archivable"
    DOES_NOT_FIT_THE_PAGE = "does_not_fit_the_page"
    WORDING_BROKEN = "wording_broken"
    FONT_MISSING = "font_missing"
    TARGET_NOT_WRITABLE = "target_not_writable"
    DISK_FULL = "disk_full"


class PaperError(Exception):
    """A paper could not be made or written; `place` is the form, wording key or file at fault."""

    def __init__(self, fault: Fault, place: str) -> None:
        super().__init__(f"{fault}: {place}")
        self.fault = fault
        self.place = place
