"""Tasks and their results as the screens say them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from cellsecretary.core.facts import is_result
from cellsecretary.core.kinds import Result
from cellsecretary.core.task_lines import Gap
from cellsecretary.ui.chips import State

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cellsecretary.core.rows import Review, Task
    from cellsecretary.messages import Messages

RESULT_STATES: Final = {
    Result.DONE: State.GOOD,
    Result.PARTLY: State.CARE,
    Result.NOT_DONE: State.BAD,
    Result.ONGOING: State.NONE,
}


def task_text(task: Task) -> str:
    """Name a task by its code and what is to be done."""
    return QCoreApplication.translate("Tasks", "{code} · {what}").format(
        code=task.code, what=task.what
    )


def who_text(lead: str, helpers: Sequence[str]) -> str:
    """Say who leads and who helps, by name."""
    if not lead or not helpers:
        return lead or ", ".join(helpers)
    text = QCoreApplication.translate("Tasks", "{lead}, with {names}")
    return text.format(lead=lead, names=", ".join(helpers))


def product_text(task: Task) -> str:
    """Say what comes of a task, and how much of it unless its words say so."""
    if task.amount is None:
        return task.product
    amount = amount_text(task.amount, task.unit)
    if not task.product or amount in task.product:
        return task.product or amount
    text = QCoreApplication.translate("Tasks", "{product} ({amount})")
    return text.format(product=task.product, amount=amount)


def amount_text(amount: int, unit: str) -> str:
    """Say how much of a unit."""
    return QCoreApplication.translate("Tasks", "{amount} {unit}").format(amount=amount, unit=unit)


def achieved_text(achieved: int, amount: int, unit: str) -> str:
    """Say how much of how much is there."""
    text = QCoreApplication.translate("Tasks", "{achieved}/{amount} {unit}")
    return text.format(achieved=achieved, amount=amount, unit=unit)


def result_text(words: Messages, task: Task, review: Review) -> str:
    """Say a result, with how much is there of what is counted, else with its percentage."""
    word = words.value(review.result)
    if task.amount is not None and review.achieved is not None:
        amount = achieved_text(review.achieved, task.amount, task.unit)
        text = QCoreApplication.translate("Tasks", "{result}, {amount}")
        return text.format(result=word, amount=amount)
    if review.result is Result.DONE or not review.percent:
        return word
    text = QCoreApplication.translate("Tasks", "{result}, {percent} %")
    return text.format(result=word, percent=review.percent)


def result_state(words: Messages, task: Task, review: Review | None) -> tuple[State, str]:
    """Give the chip of a task that a meeting has to answer."""
    if review is None:
        return State.CARE, QCoreApplication.translate("Tasks", "no result yet")
    if not is_result(review):
        return State.CARE, QCoreApplication.translate("Tasks", "say why")
    return RESULT_STATES[review.result], result_text(words, task, review)


def gaps_text(gaps: Iterable[Gap]) -> str:
    """Say what a task leaves unclear."""
    texts = {
        Gap.LEAD: QCoreApplication.translate("Tasks", "who leads"),
        Gap.DUE: QCoreApplication.translate("Tasks", "by when"),
        Gap.PRODUCT: QCoreApplication.translate("Tasks", "which product"),
    }
    return ", ".join(texts[gap] for gap in gaps)
