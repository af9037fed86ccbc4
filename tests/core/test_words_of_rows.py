"""Books, packets and journals of years ago hold the words of kinds, states and acts."""

from __future__ import annotations

import pkgutil
from enum import Enum
from importlib import import_module

from cellsecretary import core


def test_every_word_that_a_row_may_hold_is_the_name_of_its_kind() -> None:
    modules = [
        import_module(m.name) for m in pkgutil.walk_packages(core.__path__, "cellsecretary.core.")
    ]
    kinds = {
        found
        for module in modules
        for found in vars(module).values()
        if isinstance(found, type) and issubclass(found, Enum) and "core" in found.__module__
    }
    words = [(one.name.lower(), one.value) for kind in kinds for one in kind]
    assert len(words) > 500
    assert [pair for pair in words if isinstance(pair[1], str) and pair[0] != pair[1]] == []
    assert [pair for pair in words if pair[1] is None] == []
