"""Texts that mean harm, or something to a machine: what no field, import or command interprets."""

from __future__ import annotations

import unicodedata

from cellsecretary.core.vietnamese import tidy

TEXTS: dict[str, str] = {
    "html": "<b>đậm</b><img src='file:///etc/passwd'><a href=\"http://x\">x</a>&lt;&amp;",
    "style": "<!DOCTYPE html><style>*{color:red}</style><script>alert(1)</script>",
    "unclosed": "<b><i><font color=red",
    "reportlab": "<para align=center><super>x</super><br/><img src='/etc/passwd'/></para>",
    "reportlab_broken": "</para></para><onDraw name=x label=y/><seq id=z/>&nosuch;",
    "xml": "]]><!ENTITY x SYSTEM 'file:///etc/passwd'>&x;<?xml version='1.0'?>",
    "sql": "'); DROP TABLE members; --",
    "sql_quotes": "\"' OR 1=1 /* ? :name @x $1 */",
    "format": "{} {0} {name} {0.__class__} {{x}} {!r:>10}",
    "percent": "%s %d %n %1 %L1 %(name)s %%",
    "template": "$name ${name} `id` $(id) ~ \\ \\n \\0",
    "formula": '=HYPERLINK("http://x";"y")',
    "plus": "+1+cmd|'/c calc'!A0",
    "minus": "-1+1",
    "at": "@SUM(A1:A9)",
    "full_width_formula": "＝1+1",
    "access_keys": "&Ợ && &Vàng &",
    "title": "[*] sổ [*]",
    "path": '../../etc/passwd:*?"<>|\\CON.\\..\\x. ',
    "nul": "trước\0sau",
    "controls": "a\x01\x07\x08\x1b[31m\x7f\x9bb",
    "between": "e\0\u0301 o\u200e\u0302",
    "surrogate": "nửa \ud800 chữ \udfff",
    "bidi": "Lò \u202etxt.exe\u202c \u2066x\u2069 \u200fy",
    "decomposed": unicodedata.normalize("NFD", "Nguyễn Thị Ưỡng Đặng"),
    "zalgo": "H" + "\u0301\u0323\u0302" * 40,
    "unusual": "👩‍👩‍👧 \U0001f1fb\U0001f1f3 中文 עברית العربية \ufffe \U0010ffff \ufeff",
    "spaces": "\u00a0\u2003\u3000\t \u2028\u2029\x0b\x0c\r\n x \u200b",
    "lines": "một\r\nhai\rba\n\n\nbốn",
    "long_word": "W" * 900,
    "csv": '"a";"b",c\td\r\n=1',
    "json": '{"x": [1, null]} \\u0000 \\ud800',
}
"""By what each of them is; every test that takes texts from outside takes all of these."""

HUGE = "Một câu rất dài về một việc nhỏ. " * 310_000
"""Ten megabytes of text."""

FIRST_LINES = {name: text.splitlines()[0] for name, text in TEXTS.items() if text.splitlines()}


def is_clean(text: str) -> bool:
    """Tell whether a text is as a book may keep it."""
    return text == tidy(text) and unicodedata.is_normalized("NFC", text) and "\0" not in text
