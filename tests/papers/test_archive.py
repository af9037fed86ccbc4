"""Papers for the archive, as the validator of PDF/A-2b sees the finished file."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

import pytest

from cellsecretary.papers import FORMS, Fault, PaperError, fitting, render, render_archive, write
from tests.papers.pages import page_texts
from tests.papers.records import november, october

if TYPE_CHECKING:
    from pathlib import Path

pdfa = pytest.importorskip("pikepdf.pdfa", reason="the extra `archive` is not installed")


@pytest.mark.thorough
@pytest.mark.parametrize("form", [name for name, form in FORMS.items() if form.of_meeting])
def test_every_paper_of_a_meeting_passes_the_check(form: str) -> None:
    record = next((r for r in (october(), november()) if form in fitting(r)), None)
    if record is None:
        pytest.skip("not a paper of these meetings")
    kept = render_archive(form, record)
    report = pdfa.validate_written(io.BytesIO(kept), "2b")
    assert report.verdict == "pass", report.summary()
    assert page_texts(kept) == page_texts(render(form, record))


def test_an_ordinary_pdf_does_not_pass_so_the_check_checks() -> None:
    report = pdfa.validate_written(io.BytesIO(render("minutes", october())), "2b")
    assert report.verdict != "pass"


def test_it_is_written_where_it_is_wanted(tmp_path: Path) -> None:
    write("minutes", october(), tmp_path / "x.pdf", archive=True)
    assert b"pdfaid:part" in (tmp_path / "x.pdf").read_bytes()


def test_without_the_extra_it_says_so_and_the_old_file_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "x.pdf").write_bytes(b"old")
    monkeypatch.setitem(sys.modules, "pikepdf", None)
    with pytest.raises(PaperError) as caught:
        write("minutes", october(), tmp_path / "x.pdf", archive=True)
    assert caught.value.fault is Fault.ARCHIVE_MISSING
    assert (tmp_path / "x.pdf").read_bytes() == b"old"
