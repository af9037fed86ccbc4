"""Records in, PDF out; nothing here costs time until something is printed."""

from cellsecretary.papers.catalogue import (
    FORMS,
    Form,
    Wish,
    fitting,
    render,
    render_archive,
    render_word,
    write,
)
from cellsecretary.papers.errors import Fault, PaperError

__all__ = [
    "FORMS",
    "Fault",
    "Form",
    "PaperError",
    "Wish",
    "fitting",
    "render",
    "render_archive",
    "render_word",
    "write",
]
