"""The sections of rule files: what each holds, and what beside the types must be true of it."""

# The codec reads these annotations at run time, so nothing here is imported for typing alone.
import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from string import Template
from typing import Any

from cellsecretary.core.kinds import (
    CellKind,
    DocumentType,
    MeetingKind,
    Needs,
    ScoreClass,
    YearLevel,
)
from cellsecretary.core.plain import PlainError, from_plain
from cellsecretary.core.ruleset import (
    Authority,
    Criterion,
    Layout,
    MeetingRules,
    RegisterRules,
    ScoreForm,
    Superior,
    TemplateItem,
    TermRules,
    VoteRules,
    YearReviewRules,
    YearScoreRules,
)
from cellsecretary.core.score import PERCENT
from cellsecretary.core.vietnamese import ToneStyle
from cellsecretary.rules.checks import (
    MINUTES_A_DAY,
    check_bands,
    check_complete,
    check_minutes,
    check_share,
    check_text,
    check_texts,
    insist,
)
from cellsecretary.rules.errors import Reason

TITLE_NAMES = frozenset({"month", "quarter", "year"})
"""What the template of a meeting's title may name: month, Roman quarter and year of its date."""


DAYS_A_YEAR = 366
MONTHS_A_YEAR = 12
LONGEST_PROBATION, LONGEST_LIFE, LONGEST_TERM = 120, 120, 20
"""Bounds of what can be meant at all, in months and in years."""

SMALLEST_TYPE, LARGEST_MEASURE = 6, 72
"""Bounds of what can be printed at all on a sheet, in points or millimetres."""

Table = dict[str, Any]
Agendas = dict[MeetingKind, tuple[TemplateItem, ...]]
Titles = dict[MeetingKind, str]
Prompts = dict[CellKind, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class FixedDays:
    """Public holidays of the solar year, as `MM-DD`."""

    days: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class YearlyDays:
    """Public holidays whose date is another one each year."""

    days: tuple[dt.date, ...]


@dataclass(frozen=True, slots=True)
class DaysChanged:
    """What the State announced otherwise: further days off, and reckoned ones that are none."""

    added: tuple[dt.date, ...]
    removed: tuple[dt.date, ...]


@dataclass(frozen=True, slots=True)
class Choices:
    """What the window offers to choose from; the user may type something else.

    Of the reasons of absence, `open_reasons` may leave the cell word for word.
    """

    absence_reasons: tuple[str, ...]
    posts: tuple[str, ...]
    open_reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PaperForm:
    """The measures of papers, the signs of documents and the office's preferences."""

    layout: Layout
    signs: Mapping[DocumentType, str]
    dashes_under: tuple[str, ...]
    place_line_on: tuple[str, ...]
    text_end: str
    superior: Superior
    tones: ToneStyle
    authority: Authority
    receivers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Header:
    """What every edition of a section says of itself."""

    valid_from: dt.date
    source: str
    place: str


@dataclass(frozen=True, slots=True)
class Edition:
    """The value of one section from a day on, the document that it is from, and where there."""

    valid_from: dt.date
    source: str
    cited: str
    value: Any


def read_edition(section: str, table: object, path: str) -> Edition:
    """Build one edition of a section; what does not fit raises `PlainError` with its path."""
    if not isinstance(table, dict):
        raise PlainError(path, Reason.WRONG_TYPE)
    of_itself = {key: table[key] for key in Header.__dataclass_fields__ if key in table}
    header = from_plain(Header, of_itself, path)
    if not header.source.strip():
        raise PlainError(f"{path}.source", Reason.EMPTY)
    rest = {key: value for key, value in table.items() if key not in of_itself}
    value = SECTIONS[section](rest, path)
    cited = ", ".join(part for part in (header.source.strip(), header.place.strip()) if part)
    return Edition(header.valid_from, header.source.strip(), cited, value)


def _meeting(plain: Table, path: str) -> MeetingRules:
    rules = from_plain(MeetingRules, plain, path)
    check_minutes(rules.minimum_minutes, f"{path}.minimum_minutes")
    check_minutes(rules.small_cell.minimum_minutes, f"{path}.small_cell.minimum_minutes")
    insist(rules.small_cell.fewer_than >= 0, f"{path}.small_cell.fewer_than")
    for name in ("documents_days_before", "minutes_days_after", "thematic_per_quarter"):
        insist(0 <= getattr(rules, name) <= DAYS_A_YEAR, f"{path}.{name}")
    runs = ("absent_run", "owing_run", "talk_months", "carried", "petition_days", "silent_months")
    for name in runs:
        insist(getattr(rules, name) >= 1, f"{path}.{name}")
    check_share(rules.attendance_floor, f"{path}.attendance_floor")
    check_texts(rules.committee_posts, f"{path}.committee_posts")
    return rules


def _vote(plain: Table, path: str) -> VoteRules:
    rules = from_plain(VoteRules, plain, path)
    check_complete(rules.shares, Needs, f"{path}.shares")
    for needs, share in rules.shares.items():
        check_share(share, f"{path}.shares.{needs}")
    return rules


def _fixed_days(plain: Table, path: str) -> FixedDays:
    fixed = from_plain(FixedDays, plain, path)
    for index, day in enumerate(fixed.days):
        insist(_is_month_and_day(day), f"{path}.days[{index}]", Reason.NO_SUCH_DATE)
    return fixed


def _is_month_and_day(text: str) -> bool:
    written = f"2024-{text}"  # a leap year, so that 29 February may be named
    try:
        return dt.date.fromisoformat(written).isoformat() == written
    except ValueError:
        return False


def _yearly_days(plain: Table, path: str) -> YearlyDays:
    return from_plain(YearlyDays, plain, path)


def _days_changed(plain: Table, path: str) -> DaysChanged:
    return from_plain(DaysChanged, plain, path)


def _register(plain: Table, path: str) -> RegisterRules:
    rules = from_plain(RegisterRules, plain, path)
    insist(1 <= rules.probation_months <= LONGEST_PROBATION, f"{path}.probation_months")
    insist(0 <= rules.recognition_ahead <= DAYS_A_YEAR, f"{path}.recognition_ahead")
    insist(0 <= rules.recognition_soon <= rules.recognition_ahead, f"{path}.recognition_soon")
    insist(0 <= rules.badge_ahead <= DAYS_A_YEAR, f"{path}.badge_ahead")
    for name in ("transfer_days", "transfer_ahead", "check_ahead", "check_late"):
        insist(0 <= getattr(rules, name) <= DAYS_A_YEAR, f"{path}.{name}")
    insist(1 <= rules.remark_month <= MONTHS_A_YEAR, f"{path}.remark_month")
    check_texts(rules.two_hats_posts, f"{path}.two_hats_posts")
    for index, years in enumerate(rules.badge_years):
        insist(1 <= years <= LONGEST_LIFE, f"{path}.badge_years[{index}]")
    return rules


def _year_review(plain: Table, path: str) -> YearReviewRules:
    rules = from_plain(YearReviewRules, plain, path)
    for name in ("general", "results"):
        insist(getattr(rules, name) >= 1, f"{path}.{name}")
    check_bands(rules.levels, _LEVELS, rules.total, f"{path}.levels")
    check_share(rules.outstanding_cap, f"{path}.outstanding_cap")
    insist(0 <= rules.months_in_party <= LONGEST_PROBATION, f"{path}.months_in_party")
    return rules


def _term(plain: Table, path: str) -> TermRules:
    rules = from_plain(TermRules, plain, path)
    insist(1 <= rules.years <= LONGEST_TERM, f"{path}.years")
    insist(rules.same_post >= 1, f"{path}.same_post")
    insist(0 <= rules.end_ahead <= DAYS_A_YEAR, f"{path}.end_ahead")
    return rules


def _agendas(plain: Table, path: str) -> Agendas:
    agendas = from_plain(Agendas, plain, path)
    check_complete(agendas, MeetingKind, path)
    for kind, items in agendas.items():
        for index, item in enumerate(items):
            here = f"{path}.{kind}[{index}]"
            check_text(item.title, f"{here}.title")
            insist(0 <= item.minutes <= MINUTES_A_DAY, f"{here}.minutes")
    return agendas


def _titles(plain: Table, path: str) -> Titles:
    titles = from_plain(Titles, plain, path)
    check_complete(titles, MeetingKind, path)
    for kind, title in titles.items():
        here = f"{path}.{kind}"
        check_text(title, here)
        _check_template(title, here)
        for name in Template(title).get_identifiers():
            insist(name in TITLE_NAMES, here, Reason.UNKNOWN_NAME)
    return titles


def _prompts(plain: Table, path: str) -> Prompts:
    prompts = from_plain(Prompts, plain, path)
    check_complete(prompts, CellKind, path)
    for kind, texts in prompts.items():
        check_texts(texts, f"{path}.{kind}")
    return prompts


def _choices(plain: Table, path: str) -> Choices:
    choices = from_plain(Choices, plain, path)
    check_texts(choices.absence_reasons, f"{path}.absence_reasons")
    check_texts(choices.posts, f"{path}.posts")
    check_texts(choices.open_reasons, f"{path}.open_reasons")
    return choices


def _score(plain: Table, path: str) -> ScoreForm:
    form = from_plain(ScoreForm, plain, path)
    check_text(form.name, f"{path}.name")
    check_bands(form.bands, _BANDS, form.total, f"{path}.bands")
    codes = [criterion.code for criterion in form.criteria]
    for index, criterion in enumerate(form.criteria):
        here = f"{path}.criteria[{index}]"
        check_text(criterion.title, f"{here}.title")
        check_text(criterion.code, f"{here}.code")
        insist(criterion.code not in codes[:index], f"{here}.code", Reason.CODE_TWICE)
        _check_points(criterion, here)
        _check_heir(criterion, form, here)
    insist(
        sum(criterion.points for criterion in form.criteria) == form.total,
        f"{path}.criteria",
        Reason.DOES_NOT_ADD_UP,
    )
    return form


def _year_score(plain: Table, path: str) -> YearScoreRules:
    rules = from_plain(YearScoreRules, plain, path)
    check_bands(rules.bands, _BANDS, PERCENT, f"{path}.bands")
    return rules


def _check_points(criterion: Criterion, path: str) -> None:
    """Insist that no step gives more than there is, and that each one has a bound."""
    insist(criterion.points >= 1, f"{path}.points")
    insist(0 <= criterion.otherwise <= criterion.points, f"{path}.otherwise")
    for index, step in enumerate(criterion.steps):
        here = f"{path}.steps[{index}]"
        insist(0 <= step.points <= criterion.points, f"{here}.points")
        bounds = (step.at_least, step.more_than, step.at_most)
        insist(any(bound is not None for bound in bounds), f"{here}.at_least", Reason.MISSING)


def _check_heir(criterion: Criterion, form: ScoreForm, path: str) -> None:
    """Insist that the points of a criterion for some kinds go to one that holds for all."""
    if not criterion.applies_when:
        insist(not criterion.gives_to, f"{path}.gives_to", Reason.UNKNOWN_KEY)
        return
    always = {other.code for other in form.criteria if not other.applies_when}
    insist(criterion.gives_to in always, f"{path}.gives_to", Reason.DOES_NOT_ADD_UP)


def _paper(plain: Table, path: str) -> PaperForm:
    form = from_plain(PaperForm, plain, path)
    for name, measure in asdict(form.layout).items():
        smallest = SMALLEST_TYPE if name.endswith(("_size", "line_spacing")) else 0
        # TOML knows "nan" and "inf"; both fail this comparison.
        insist(smallest <= measure <= LARGEST_MEASURE, f"{path}.layout.{name}")
    check_complete(form.signs, DocumentType, f"{path}.signs")
    for kind, sign in form.signs.items():
        check_text(sign, f"{path}.signs.{kind}")
    return form


def _wording(plain: Table, path: str) -> Mapping[str, str]:
    wording = dict(_flattened(plain, path, ""))
    for key, text in wording.items():
        _check_template(text, f"{path}.{key}")
    return wording


def names_said(editions: Iterable[Mapping[str, str]]) -> dict[str, frozenset[str]]:
    """Give every text of the wording by its key, with the `$names` that its editions use."""
    said: dict[str, frozenset[str]] = {}
    for wording in editions:
        for key, text in wording.items():
            said[key] = said.get(key, frozenset()).union(Template(text).get_identifiers())
    return said


def check_wording(
    wording: Mapping[str, str], path: str, said: Mapping[str, frozenset[str]]
) -> None:
    """Insist that an edition has every text, no other, and in each only names known there.

    `said` is what the program's own editions say: papers give no text more than that.
    """
    for key, text in wording.items():
        here = f"{path}.{key}"
        insist(key in said, here, Reason.UNKNOWN_KEY)
        for name in Template(text).get_identifiers():
            insist(name in said[key], here, Reason.UNKNOWN_NAME)
    for key in said:
        insist(key in wording, f"{path}.{key}", Reason.MISSING)


def _flattened(plain: Table, path: str, above: str) -> Iterator[tuple[str, str]]:
    """Give the texts of nested tables under one key each, such as `minutes.part.opening`."""
    for key, value in plain.items():
        here = f"{path}.{key}"
        insist("." not in key, here, Reason.UNKNOWN_KEY)  # two texts could share one key
        if isinstance(value, dict):
            yield from _flattened(value, here, f"{above}{key}.")
        else:
            yield above + key, from_plain(str, value, here)


def _check_template(text: str, path: str) -> None:
    """Insist that each `$` begins a name or is doubled."""
    insist(Template(text).is_valid(), path, Reason.BROKEN_TEMPLATE)


_BANDS = (ScoreClass.GOOD, ScoreClass.FAIR, ScoreClass.AVERAGE)
_LEVELS = (YearLevel.OUTSTANDING, YearLevel.GOOD, YearLevel.FULFILLED)

SCORES = ("score", "score_detailed")
"""The sections that are forms of a score, the usual one first."""

SECTIONS: Mapping[str, Callable[[Table, str], Any]] = {
    "meeting": _meeting,
    "vote": _vote,
    "fixed_days": _fixed_days,
    "yearly_days": _yearly_days,
    "days_changed": _days_changed,
    "register": _register,
    "year_review": _year_review,
    "term": _term,
    "agendas": _agendas,
    "titles": _titles,
    "prompts": _prompts,
    "choices": _choices,
    **dict.fromkeys(SCORES, _score),
    "year_score": _year_score,
    "paper": _paper,
    "wording": _wording,
}
"""How the values of each section are read; a rule book has all of them."""
