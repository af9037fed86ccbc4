"""No word of the domain is in the code, and the texts of the rules are filled in one way alone."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from cellsecretary.core.moment_words import VOCABULARY
from tools.arrows import modules

if TYPE_CHECKING:
    from collections.abc import Iterator

VIETNAMESE = re.compile(r"[ăâđêôơưàáảãạèéẻẽẹìíỉĩịòóỏõọùúủũụỳýỷỹỵ\u0300-\u036f\u1ea0-\u1ef9]", re.I)

LETTERS = "cellsecretary.core.vietnamese"
"""The module about the letters themselves: their order, their tones."""

GRAMMAR = {
    "cellsecretary.core.moment_words",
    "cellsecretary.core.moments",
    "cellsecretary.core.hours",
}
"""The modules that read dates and hours as people say them: there the words are the grammar.

They may have the words of that vocabulary and no others, and none of them is ever shown.
"""

FILLS_RULES = {
    "cellsecretary.core.titles",
    "cellsecretary.papers.words",
    "cellsecretary.rules.sections",
}
"""Where `string.Template` meets the texts of rules: titles, papers, and the check of both."""

OF_RULES = ("cellsecretary.core.", "cellsecretary.rules.", "cellsecretary.papers.")


def literals(source: str) -> Iterator[tuple[int, str]]:
    """Give every string that is no documentation, with its line."""
    tree = ast.parse(source)
    said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said:
            yield node.lineno, node.value


def vietnamese(source: str, module: str) -> list[str]:
    """Name the words of Vietnamese in code; in the module about letters letters may stand."""
    return [
        f"{module}:{line}: {text}"
        for line, text in literals(source)
        if VIETNAMESE.search(text)
        and not (module == LETTERS and " " not in text)
        and not (module in GRAMMAR and is_grammar(text))
    ]


def is_grammar(text: str) -> bool:
    """Tell whether a text has only such Vietnamese words as dates and hours are said with."""
    words = re.findall(r"[^\W\d_]+", text.replace("\\b", " "))
    return all(word in VOCABULARY or not VIETNAMESE.search(word) for word in words)


def other_templates(source: str, module: str) -> list[str]:
    """Name the ways of filling a text in that are no `string.Template`, where rules are used."""
    if not module.startswith(OF_RULES):
        return []
    faults = []
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Attribute(attr="format" | "format_map" | "vformat"):
                faults.append(f"{module}:{node.lineno}: format")
            case ast.BinOp(op=ast.Mod(), left=ast.Constant(value=str())):
                faults.append(f"{module}:{node.lineno}: %")
            case ast.Call(func=ast.Name(id="eval" | "exec" | "compile")):
                faults.append(f"{module}:{node.lineno}: code")
            case ast.ImportFrom(module="string", names=names) if module not in FILLS_RULES:
                if any(name.name in ("Template", "Formatter") for name in names):
                    faults.append(f"{module}:{node.lineno}: Template")
    return faults


def test_there_is_no_vietnamese_in_the_code() -> None:
    assert [fault for source, module in modules() for fault in vietnamese(source, module)] == []


def test_texts_of_rules_are_filled_in_by_templates_in_three_places() -> None:
    faults = [fault for source, module in modules() for fault in other_templates(source, module)]
    assert faults == []
    imported = re.compile(r"^from string import .*\bTemplate\b", re.MULTILINE)
    using = {module for source, module in modules() if imported.search(source)}
    assert using & {module for _, module in modules() if module.startswith(OF_RULES)} == FILLS_RULES


def test_planted_faults_are_found() -> None:
    assert vietnamese("x = 'Chi bộ'", "cellsecretary.ui.x")
    assert vietnamese("x = f'{1} chi ủy'", "cellsecretary.ui.x")
    assert vietnamese("x = {'Đ': 1}", "cellsecretary.ui.x")
    assert vietnamese("x = 'Bí thư xã'", LETTERS)
    assert not vietnamese("x = 'đ'", LETTERS)
    assert vietnamese("x = 'thứ Chi bộ'", "cellsecretary.core.moments")
    assert vietnamese("x = 'thứ'", "cellsecretary.core.due")
    assert not vietnamese("x = r'thứ (?:năm|sáu)'", "cellsecretary.core.moments")
    assert not vietnamese('def f():\n    """Bí thư"""\n    # Bí thư', "cellsecretary.ui.x")
    assert other_templates("x = y.format(z=1)", "cellsecretary.papers.x")
    assert other_templates("x = '%s' % y", "cellsecretary.core.x")
    assert other_templates("x = eval(y)", "cellsecretary.rules.x")
    assert other_templates("from string import Template", "cellsecretary.papers.x")
    assert not other_templates("x = y.format(z=1)", "cellsecretary.ui.x")
