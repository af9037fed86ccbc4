"""Forms drawn in Qt Designer, loaded and bound to the names that the code expects."""

from __future__ import annotations

from enum import Enum
from functools import cache
from typing import ClassVar, get_type_hints

from PySide6.QtCore import QObject, Qt
from PySide6.QtUiTools import QUiLoader
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDateTimeEdit,
    QDialog,
    QFormLayout,
    QFrame,
    QLabel,
    QLayout,
    QLineEdit,
    QListWidget,
    QScrollArea,
    QStyledItemDelegate,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from cellsecretary import paths
from cellsecretary.ui.area_ring import AreaRing
from cellsecretary.ui.banner import Banner
from cellsecretary.ui.board.state_filter import StateFilter
from cellsecretary.ui.brief import BriefPrompt
from cellsecretary.ui.chart import ChartView
from cellsecretary.ui.chips import ChipLabel
from cellsecretary.ui.column_pages import ColumnBar
from cellsecretary.ui.date_field import DateField, dress_calendar
from cellsecretary.ui.dated_tick import DatedTick
from cellsecretary.ui.dialog_page import put_rows_into_page
from cellsecretary.ui.field_button import ClearButton
from cellsecretary.ui.fields import GrowingTextEdit
from cellsecretary.ui.icons import put_icon
from cellsecretary.ui.in_view import FocusInView
from cellsecretary.ui.member_picker import MemberPicker
from cellsecretary.ui.paper_view import PaperView
from cellsecretary.ui.points_field import PointsField
from cellsecretary.ui.sentences import SentenceList
from cellsecretary.ui.spoken import give_roles, label_for_ears
from cellsecretary.ui.suggestion_field import SuggestionField
from cellsecretary.ui.tables import follow_selection
from cellsecretary.ui.tabs import FittingTabs
from cellsecretary.ui.theme import current_theme
from cellsecretary.ui.time_field import TimeField
from cellsecretary.ui.toggle import ToggleButton

# What a form may name as the class of a widget, beyond Qt's own.
CUSTOM_WIDGETS: tuple[type[QWidget], ...] = (
    Banner,
    ChartView,
    ChipLabel,
    ColumnBar,
    DateField,
    DatedTick,
    GrowingTextEdit,
    MemberPicker,
    PaperView,
    PointsField,
    SentenceList,
    StateFilter,
    SuggestionField,
    TimeField,
    ToggleButton,
)


# Frames that keep what is inside away from their edge.
FRAMED = ("card", "message", "top", "rail", "ground")
NARROW = ("rail",)


class FormFault(Enum):
    """What can be wrong between a form and the class that loads it."""

    UNREADABLE = "the file is not a form"
    MISSING_WIDGET = "no widget has this name"
    WRONG_TYPE = "the widget has another type"
    BAD_ANNOTATION = "an annotation cannot be resolved"


class FormError(Exception):
    """A form and its class do not fit: a fault of the program or of its installation."""

    def __init__(self, fault: FormFault, form: str, name: str, detail: str = "") -> None:
        super().__init__(f"form {form}: {name}: {fault.value} {detail}".rstrip())
        self.fault = fault
        self.form = form
        self.name = name


class Form:
    """The widgets of one form, as attributes that the subclass annotates with their types.

    A subclass sets `form`, the file name in forms/ without `.ui`. The host gets the loaded
    widget as its whole content; nothing is merged into the host, whose methods stay whole.
    """

    form: ClassVar[str]

    def __init__(self, host: QWidget) -> None:
        give_roles()
        self.root = self._load(host)
        for name, kind in self.expected().items():
            widget = self.root.findChild(QObject, name)
            if widget is None:
                raise FormError(FormFault.MISSING_WIDGET, self.form, name)
            if not isinstance(widget, kind):
                found = f"{type(widget).__name__}, not {kind.__name__}"
                raise FormError(FormFault.WRONG_TYPE, self.form, name, found)
            setattr(self, name, widget)
        _dress(self.root)
        label_for_ears(self.root)
        for field in self.root.findChildren(QLineEdit):
            if field.isClearButtonEnabled():
                ClearButton(field)
            if brief := field.property("brief"):
                BriefPrompt(field, brief)
        if isinstance(host, QDialog):
            put_rows_into_page(self.root)
        box = QVBoxLayout(host)
        edge = current_theme().space(5) if isinstance(host, QDialog) else 0
        box.setContentsMargins(edge, edge, edge, edge)
        box.addWidget(self.root)

    @classmethod
    def expected(cls) -> dict[str, type[QObject]]:
        """Tell the names and types that the annotations ask for."""
        try:
            hints = get_type_hints(cls)
        except NameError as error:
            raise FormError(FormFault.BAD_ANNOTATION, cls.form, str(error.name)) from error
        hints.pop("form")
        for name, kind in hints.items():
            if not (isinstance(kind, type) and issubclass(kind, QObject)):
                raise FormError(FormFault.BAD_ANNOTATION, cls.form, name)
        return hints

    def _load(self, host: QWidget) -> QWidget:
        path = paths.form(self.form)
        try:
            # PySide raises where C++ would return nothing.
            return _loader().load(str(path), host)
        except RuntimeError as error:
            raise FormError(FormFault.UNREADABLE, self.form, path.name, str(error)) from error


@cache
def _loader() -> QUiLoader:
    """Give the loader of all forms: PySide keeps every registration, so one a form adds up."""
    loader = QUiLoader(QApplication.instance())
    loader.setLanguageChangeEnabled(True)
    for widget in CUSTOM_WIDGETS:
        loader.registerCustomWidget(widget)
    return loader


def put_into(place: QWidget, content: QWidget) -> None:
    """Put a widget into a place that a form keeps for it."""
    layout = place.layout()
    assert layout is not None
    layout.addWidget(content)


def _dress(root: QWidget) -> None:
    """Give the loaded widgets what forms do not say: icons, spaces, plain text."""
    _lay_out(root, is_root=True)
    for widget in root.findChildren(QWidget):
        put_icon(widget)
        if widget.layout() is not None and not isinstance(widget, CUSTOM_WIDGETS):
            _lay_out(widget, is_root=False)
        if isinstance(widget, QLabel):
            widget.setTextFormat(Qt.TextFormat.PlainText)
        if isinstance(widget, QComboBox):
            # The delegate that combo boxes bring ignores the row height of the theme.
            widget.setItemDelegate(QStyledItemDelegate(widget))
        if isinstance(widget, QDateTimeEdit) and widget.calendarPopup():
            dress_calendar(widget.calendarWidget())
        if isinstance(widget, QTabWidget):
            FittingTabs(widget)
        if type(widget) is QScrollArea:
            FocusInView.of(widget)
            if widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
                AreaRing(widget)
        if isinstance(widget, QAbstractItemView):
            widget.setTabKeyNavigation(False)
        if isinstance(widget, QListWidget):
            follow_selection(widget)


def _lay_out(widget: QWidget, *, is_root: bool) -> None:
    """Set margins and gaps: a card has room inside, other groups touch what surrounds them.

    The dynamic property `gap`, a step of the spaces 1 to 5 or 0, chooses another gap.
    """
    layout = widget.layout()
    if layout is None:
        return
    theme = current_theme()
    role = widget.property("role") or ""
    framed = isinstance(widget, QFrame) and role.startswith(FRAMED)
    side = theme.space(2 if role in NARROW else 4)
    inner = (side, theme.space(3)) if framed else (0, 0)
    layout.setContentsMargins(inner[0], inner[1], inner[0], inner[1])
    gap = widget.property("gap")
    _space(layout, theme.space(3 if is_root else 2) if gap is None else _step(gap))


def _space(layout: QLayout, gap: int) -> None:
    layout.setSpacing(gap)
    if isinstance(layout, QFormLayout):
        layout.setHorizontalSpacing(current_theme().space(4))
        layout.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


def _step(gap: int) -> int:
    return current_theme().space(gap) if gap else 0
