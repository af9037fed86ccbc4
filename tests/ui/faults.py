"""Faults that tests plant, each with a private text in it, and what is told of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from cellsecretary.ui.dialogs.error import ErrorDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest

    from cellsecretary.ui.page import Page
    from cellsecretary.ui.program import Program

PRIVATE = "Nguyễn Thị Mười, 0912345678"


def fail(*_given: object, **_named: object) -> None:
    raise ValueError(PRIVATE)


def plant(fault: pytest.MonkeyPatch, owner: type, method: str) -> None:
    """Let a method of a class fail; signals are joined to it under its own name."""

    def failing(*_given: object, **_named: object) -> None:
        raise ValueError(PRIVATE)

    failing.__name__ = method
    fault.setattr(owner, method, failing)


def meet(failing: Callable[[], object] = fail) -> None:
    """Let an act fail as a click would, and the turn of events end."""
    QTimer.singleShot(0, failing)
    for _ in range(5):
        QCoreApplication.processEvents()


def told(program: Program) -> list[ErrorDialog]:
    """Give the dialogs that tell of an error, with whatever is closed gone before."""
    assert program.window is not None
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return program.window.findChildren(ErrorDialog)


def only(program: Program) -> ErrorDialog:
    (dialog,) = told(program)
    return dialog


def copied(dialog: ErrorDialog) -> str:
    dialog.form.copy_button.click()
    return QGuiApplication.clipboard().text()


def notice_button(page: Page, name: str) -> QPushButton:
    assert page._failed is not None
    found = getattr(page._failed, name)
    assert isinstance(found, QPushButton)
    return found
