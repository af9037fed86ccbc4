"""The paragraph styles of all papers, made from the measures of the rule files."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

from cellsecretary.papers.fonts import Face

if TYPE_CHECKING:
    from cellsecretary.core.ruleset import Layout

_TITLE_LEADING = 1.3
"""Line spacing of centred lines, as a share of their size."""


@dataclass(frozen=True)
class Styles:
    """One style for each thing that a paper has."""

    body: ParagraphStyle
    heading: ParagraphStyle
    name_of_paper: ParagraphStyle
    subject: ParagraphStyle
    party: ParagraphStyle
    note: ParagraphStyle
    dashes: ParagraphStyle
    superior: ParagraphStyle
    cell: ParagraphStyle
    place_and_date: ParagraphStyle
    signature: ParagraphStyle
    post: ParagraphStyle
    receivers_heading: ParagraphStyle
    receivers: ParagraphStyle
    cell_head: ParagraphStyle
    cell_band: ParagraphStyle
    cell_text: ParagraphStyle
    cell_centred: ParagraphStyle


def scaled(layout: Layout, factor: float) -> Layout:
    """Give the layout with its type and the space around lines larger or smaller."""
    sizes = {
        field.name: getattr(layout, field.name) * factor
        for field in fields(layout)
        if field.name.endswith(("_size", "_spacing")) or field.name.startswith("space_")
    }
    return replace(layout, **sizes)


@lru_cache(maxsize=8)
def styles(layout: Layout, usual: Layout) -> Styles:
    """Make the styles of one layout; `usual` is the one that it was scaled from.

    A letterhead does not grow: it is as wide as the page already.
    """
    party_size = min(layout.party_size, usual.party_size)
    letterhead_size = min(layout.letterhead_size, usual.letterhead_size)
    body = _style(
        "body",
        Face.REGULAR,
        layout.body_size,
        leading=layout.line_spacing,
        alignment=TA_JUSTIFY,
        # Else lines may be too wide, to have their spaces narrowed; a last line stays as it is.
        spaceShrinkage=0,
        firstLineIndent=layout.first_line_indent * mm,
        spaceBefore=layout.space_before,
        spaceAfter=layout.space_after,
    )
    heading = body.clone("heading", fontName=Face.BOLD.value, fontSize=layout.heading_size)
    return Styles(
        body=body,
        heading=heading,
        name_of_paper=_centred("name_of_paper", Face.BOLD, layout.title_size),
        subject=_centred("subject", Face.BOLD, layout.heading_size),
        note=_centred("note", Face.ITALIC, layout.heading_size),
        dashes=_centred("dashes", Face.REGULAR, layout.letterhead_size),
        party=_centred("party", Face.BOLD, party_size),
        superior=_centred("superior", Face.REGULAR, letterhead_size),
        cell=_centred("cell", Face.BOLD, letterhead_size),
        place_and_date=_centred("place_and_date", Face.ITALIC, letterhead_size),
        signature=_centred("signature", Face.BOLD, layout.letterhead_size),
        post=_centred("post", Face.REGULAR, layout.letterhead_size),
        receivers_heading=_plain("receivers_heading", Face.REGULAR, layout.letterhead_size),
        receivers=_plain("receivers", Face.REGULAR, layout.small_size),
        cell_head=_centred("cell_head", Face.BOLD, layout.table_size),
        cell_band=_plain("cell_band", Face.BOLD, layout.table_size),
        cell_text=_plain("cell_text", Face.REGULAR, layout.table_size),
        cell_centred=_centred("cell_centred", Face.REGULAR, layout.table_size),
    )


def _centred(name: str, face: Face, size: float) -> ParagraphStyle:
    return _style(name, face, size, leading=size * _TITLE_LEADING, alignment=TA_CENTER)


def _plain(name: str, face: Face, size: float) -> ParagraphStyle:
    return _style(name, face, size, leading=size * _TITLE_LEADING, alignment=TA_LEFT)


def _style(name: str, face: Face, size: float, **values: Any) -> ParagraphStyle:  # noqa: ANN401
    return ParagraphStyle(
        name,
        fontName=face.value,
        fontSize=size,
        splitLongWords=1,
        allowWidows=0,
        allowOrphans=0,
        **values,
    )
