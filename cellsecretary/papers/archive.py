"""Papers to be kept for decades: PDF/A-2b, checked before the file exists."""

from __future__ import annotations

import io

from cellsecretary.papers.errors import Fault, PaperError

FLAVOUR = "2b"


def archival(pdf: bytes, form: str) -> bytes:
    """Give a paper as PDF/A-2b, validated; without the extra `archive` it says what is missing."""
    try:
        import pikepdf
        from pikepdf import pdfa
    except ImportError as missing:
        raise PaperError(Fault.ARCHIVE_MISSING, form) from missing
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for page in document.pages:
            # ReportLab writes how pages are turned on a screen, which the standard forbids.
            if "/Trans" in page:
                del page["/Trans"]
        labels = document.Root.get("/PageLabels")
        if labels is not None:
            # The check knows labels only where they are written in place, not referred to.
            labels.Nums = pikepdf.Array(
                [
                    pikepdf.Dictionary(dict(entry.items()))
                    if isinstance(entry, pikepdf.Dictionary)
                    else entry
                    for entry in labels.Nums.as_list()
                ]
            )
        try:
            pdfa.save(document, out, FLAVOUR)
        except pdfa.PdfaError as error:
            raise PaperError(Fault.NOT_ARCHIVABLE, form) from error
    return out.getvalue()
