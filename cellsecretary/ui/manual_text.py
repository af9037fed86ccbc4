"""A page of the manual as it is shown: in the colours of the theme, as large as the text is."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QImage, QPainter, QTextDocument

from cellsecretary.manual import LINK, Kind, anchor
from cellsecretary.ui.theme import text_family

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cellsecretary.manual import Block, Manual, ManualPage
    from cellsecretary.ui.theme import Theme

_BOLD: Final = re.compile(r"\*\*(.+?)\*\*")
_LISTS: Final = {Kind.STEP: "ol", Kind.POINT: "ul"}


def page_html(page: ManualPage, theme: Theme) -> str:
    """Write a page as the subset of HTML that Qt knows; its pictures are named by their files."""
    colours = theme.colours
    space = theme.space(2)
    style = (
        f"body {{ color: {colours.ink}; font-family: '{text_family()}';"
        f" font-size: {theme.points():g}pt; }}"
        f"h1 {{ font-size: {theme.points('title'):g}pt; margin: 0 0 {space}px 0; }}"
        f"h2 {{ font-size: {theme.points('heading'):g}pt; margin: {2 * space}px 0 {space}px 0; }}"
        f"p, li {{ margin: 0 0 {space}px 0; }}"
        f"a {{ color: {colours.focus}; text-decoration: underline; }}"
        f"p.shows {{ color: {colours.quiet}; font-size: {theme.points('small'):g}pt; }}"
    )
    body = "\n".join(_written(page.blocks))
    return f"<html><head><style>{style}</style></head><body>{body}</body></html>"


def _written(blocks: tuple[Block, ...]) -> Iterator[str]:
    is_open = ""
    for block in blocks:
        wanted = _LISTS.get(block.kind, "")
        if is_open and is_open != wanted:
            yield f"</{is_open}>"
        if wanted and is_open != wanted:
            yield f"<{wanted}>"
        is_open = wanted
        yield _block(block)
    if is_open:
        yield f"</{is_open}>"


def _block(block: Block) -> str:
    text = _inline(block.text)
    match block.kind:
        case Kind.TITLE:
            return f"<h1>{text}</h1>"
        case Kind.PART:
            return f'<h2><a name="{anchor(block.text)}"></a>{text}</h2>'
        case Kind.PICTURE:
            return f'<p><img src="{block.file}"/></p><p class="shows">{text}</p>'
        case Kind.STEP | Kind.POINT:
            return f"<li>{text}</li>"
        case _:
            return f"<p>{text}</p>"


def _inline(text: str) -> str:
    return LINK.sub(r'<a href="\2">\1</a>', _BOLD.sub(r"<b>\1</b>", escape(text, quote=False)))


def put_pictures(
    document: QTextDocument, manual: Manual, page: ManualPage, theme: Theme, room: QSize
) -> None:
    """Hand the pictures of a page to its document, none larger than the room."""
    kind = QTextDocument.ResourceType.ImageResource.value
    whole = Qt.AspectRatioMode.KeepAspectRatio
    smooth = Qt.TransformationMode.SmoothTransformation
    for file in page.pictures:
        picture = QImage(str(manual.picture(file)))
        if picture.size().boundedTo(room) != picture.size():
            picture = picture.scaled(room, whole, smooth)
        _frame(picture, theme)
        document.addResource(kind, QUrl(file), picture)


def _frame(picture: QImage, theme: Theme) -> None:
    """Draw a line around a picture: its ground is that of the page."""
    if picture.isNull():
        return
    picture.convertTo(QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    painter.setPen(theme.colour("field_line"))
    painter.drawRect(0, 0, picture.width() - 1, picture.height() - 1)
    painter.end()
