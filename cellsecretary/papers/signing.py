"""Who signs a paper: role, post and name, with room for the signature between."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reportlab.platypus import Spacer

from cellsecretary.papers.flowables import Balanced, Text
from cellsecretary.papers.printable import markup

if TYPE_CHECKING:
    from reportlab.platypus.flowables import Flowable

    from cellsecretary.core.ruleset import Layout
    from cellsecretary.papers.styles import Styles


class Signer(NamedTuple):
    """Who signs: what as, name, and the post where somebody signs for others."""

    role: str
    name: str
    post: str = ""


def signed_by(style: Styles, layout: Layout, signer: Signer, *, post: bool) -> list[Flowable]:
    """Give role and name with room between; with `post` a line for it, even an empty one."""
    gap = layout.signature_gap_lines * layout.line_spacing
    posts = [Text(markup(signer.post) or "&nbsp;", style.post)] if post else []
    name = Balanced(markup(signer.name), style.signature)
    return [Text(markup(signer.role), style.signature), *posts, Spacer(0, gap), name]
