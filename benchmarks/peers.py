"""The minutes from the command line, beside other ways to make a page of the same text.

WeasyPrint has an environment of its own, made below out/ where it is missing and can be fetched;
LibreOffice is that of the machine. Neither is any part of the program.
"""

from __future__ import annotations

import html
import shutil
import subprocess
import sys
import venv
from typing import TYPE_CHECKING

from benchmarks.rows import Row
from benchmarks.timing import ROOT, ROUNDS, environment, medians, timed

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path


WEASYPRINT = "weasyprint>=66,<80"
PLACE = ROOT / "out" / "weasyprint"
LONGEST = 300
"""Seconds that fetching WeasyPrint, or one page of a peer, may take."""

_PRINT = "import sys; from weasyprint import HTML; HTML(sys.argv[1]).write_pdf(sys.argv[2])"
_STYLE = """
@page { size: A4; margin: 20mm 15mm 20mm 30mm }
body { font-family: "Liberation Serif"; font-size: 14pt; line-height: 1.3; text-align: justify }
h1 { font-size: 14pt; text-align: center }
table { width: 100%; border-collapse: collapse } td { border: 1px solid black; padding: 2pt }
p { margin: 0 0 6pt 0; text-indent: 10mm }
"""


def beside_peers(folder: Path, book: Path, python: Path | None, rounds: int = ROUNDS) -> list[Row]:
    """Give the rows of the minutes from the command line; `python` is one with WeasyPrint."""
    home = folder / "peers"
    home.mkdir()
    own, docx = home / "minutes.pdf", home / "minutes.docx"
    there = environment(home)

    def run(command: Sequence[str | Path]) -> None:
        subprocess.run(command, env=there, capture_output=True, check=True, timeout=LONGEST)

    paper: list[str | Path] = [
        sys.executable,
        "-m",
        "cellsecretary",
        "paper",
        book,
        "--form",
        "minutes",
        "-o",
    ]
    run([*paper, docx])
    ways: list[Callable[[], None]] = [lambda: run([*paper, own])]
    hints = []
    python = python or weasyprint()
    page = home / "minutes.html"
    page.write_text(as_html(docx), encoding="utf-8")
    if python is None:
        hints.append("no WeasyPrint: --weasyprint PYTHON, of a venv that has it")
    else:
        web: list[str | Path] = [python, "-c", _PRINT, page, home / "web.pdf"]
        ways.append(lambda: run(web))
    soffice = shutil.which("soffice") or shutil.which("libreoffice")
    if soffice is None:
        hints.append("no LibreOffice: apt-get install libreoffice-writer-nogui")
    else:
        profile = f"-env:UserInstallation={(home / 'office').as_uri()}"
        office: list[str | Path] = [
            soffice,
            profile,
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            home / "o",
            docx,
        ]
        ways.append(lambda: run(office))
    ours, *others = medians(*(timed(way) for way in ways), rounds=rounds)
    rows = []
    for name, missing in (("WeasyPrint", python is None), ("LibreOffice", soffice is None)):
        other = None if missing else others.pop(0) * 1000
        rows.append(
            Row(
                "minutes PDF from the command line",
                f"the same text through {name}",
                5,
                ours * 1000,
                other,
                other_is="peer",
                is_race=True,
                hint=hints.pop(0) if missing else "",
            )
        )
    return rows


def weasyprint() -> Path | None:
    """Give the Python of an environment with WeasyPrint, made now if need be; None without one."""
    python = PLACE / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    if not python.exists():
        venv.create(PLACE, with_pip=True, clear=True)
    try:
        probe: list[str | Path] = [python, "-c", "import weasyprint"]
        if subprocess.run(probe, capture_output=True, check=False).returncode:
            fetch: list[str | Path] = [python, "-m", "pip", "install", "--quiet", WEASYPRINT]
            subprocess.run(fetch, capture_output=True, check=True, timeout=LONGEST)
            subprocess.run(probe, capture_output=True, check=True)
    except (subprocess.SubprocessError, OSError):
        return None
    return python


def as_html(docx: Path) -> str:
    """Write the paragraphs and tables of a Word file as a page of the same text."""
    from docx import Document
    from docx.table import Table

    body = []
    for part in Document(str(docx)).iter_inner_content():
        if isinstance(part, Table):
            rows = (
                "".join(f"<td>{html.escape(cell.text)}</td>" for cell in row.cells)
                for row in part.rows
            )
            body.append(f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>")
        else:
            bold = part.runs and all(run.bold for run in part.runs if run.text.strip())
            text = html.escape(part.text)
            body.append(f"<p>{f'<b>{text}</b>' if bold else text}</p>")
    return (
        f'<!DOCTYPE html><html lang="vi"><style>{_STYLE}</style><body>{"".join(body)}</body></html>'
    )
