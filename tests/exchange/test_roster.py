"""Lists of members as villages have them: what is read, what is asked about, what is refused."""

import codecs
import csv
import datetime as dt
import io
import unicodedata
import warnings
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from cellsecretary.core.change import Change, Changes, Context, Refusal
from cellsecretary.core.kinds import CellKind, Sex, Shift, StandingKind
from cellsecretary.core.operations.members import import_members
from cellsecretary.core.register import CellRecord
from cellsecretary.core.rows import Cell, Member, Standing
from cellsecretary.exchange.roster import RosterPreview, RowProblem, read_roster
from cellsecretary.exchange.roster_columns import Column
from cellsecretary.exchange.sheets import RosterError, SheetFault
from cellsecretary.messages import Messages
from tests.exchange.zips import Zip

TODAY = dt.date(2026, 11, 3)
HEADER = ("TT", "Họ và tên", "Giới tính", "Ngày sinh", "Ngày vào Đảng", "Ngày chính thức", "Số thẻ")
PEOPLE = (
    ("1", "Nguyễn Thị Ngọc Ánh", "Nữ", "21/08/1980", "20/02/2018", "20/02/2019", "00123456"),
    ("2", "Đặng Quốc Vượng", "Nam", "05/01/1956", "03/02/1990", "03/02/1991", "11978149"),
    ("3", "Lường Thủy Quỳnh", "Nữ", "12/12/1999", "19/05/2026", "", ""),
)
LIST = (HEADER, *PEOPLE)

Write = Callable[[Path, Sequence[Sequence[object]]], None]


def register(*members: Member) -> CellRecord:
    cell = Cell(
        id="c",
        name="Chi bộ thôn 3",
        kind=CellKind.VILLAGE,
        superior="Đảng bộ xã Lưỡng Vượng",
        commune="Lưỡng Vượng",
        place="Nhà văn hóa",
        day=3,
        time=dt.time(19, 30),
        shift=Shift.NONE,
        term_start=dt.date(2025, 1, 1),
    )
    return CellRecord(cell, members)


def context() -> Context:
    ids = iter(range(100_000))
    return Context(dt.datetime(2026, 11, 3, 8), lambda: f"id{next(ids)}")


def imported(into: CellRecord, preview: RosterPreview) -> CellRecord:
    answer = import_members(into, context(), preview.members())
    assert isinstance(answer, Changes), answer
    rows = [change.row for change in answer.changes]
    return CellRecord(
        into.cell,
        (*into.members, *(row for row in rows if isinstance(row, Member))),
        (*into.standings, *(row for row in rows if isinstance(row, Standing))),
    )


def as_text(rows: Sequence[Sequence[object]], delimiter: str = ",") -> str:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return out.getvalue()


def in_cp1258(text: str) -> bytes:
    """Encode as Windows-1258 keyboards write: a letter, then its tone as a letter of its own."""
    out = []
    for ch in text:
        marks = unicodedata.normalize("NFD", ch)
        tones = "".join(mark for mark in marks[1:] if mark in "\u0300\u0301\u0303\u0309\u0323")
        letter = "".join(mark for mark in marks if mark not in tones)
        out.append(unicodedata.normalize("NFC", letter) + tones)
    return "".join(out).encode("cp1258")


def write_text(encode: Callable[[str], bytes], delimiter: str = ",") -> Write:
    def write(path: Path, rows: Sequence[Sequence[object]]) -> None:
        path.write_bytes(encode(as_text(rows, delimiter)))

    return write


def write_workbook(path: Path, rows: Sequence[Sequence[object]]) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for number, row in enumerate(rows, 1):
        for place, value in enumerate(row, 1):
            cell = sheet.cell(number, place, value)  # type: ignore[call-overload]
            if isinstance(value, str) and value.startswith("="):
                cell.data_type = "s"
    book.save(path)


def utf_8(text: str) -> bytes:
    return text.encode()


WAYS: dict[str, Write] = {
    "utf-8": write_text(utf_8),
    "utf-8 semicolon": write_text(utf_8, ";"),
    "utf-8 tab": write_text(utf_8, "\t"),
    "utf-8 with mark": write_text(lambda text: text.encode("utf-8-sig"), ";"),
    "utf-16": write_text(lambda text: text.encode("utf-16"), "\t"),
    "utf-16 big": write_text(lambda text: codecs.BOM_UTF16_BE + text.encode("utf-16-be"), "\t"),
    "windows-1258": write_text(in_cp1258, ";"),
    "decomposed": write_text(lambda text: unicodedata.normalize("NFD", text).encode()),
    "workbook": write_workbook,
}


def read(path: Path, rows: Sequence[Sequence[object]], *members: Member) -> RosterPreview:
    write_workbook(path, rows)
    return read_roster(path, register(*members), TODAY)


def kinds(preview: RosterPreview) -> list[list[RowProblem]]:
    return [[found.kind for found in row.problems] for row in preview.rows]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "danh sách.dat"


@pytest.mark.parametrize("way", WAYS)
def test_every_encoding_and_delimiter_gives_the_same_members(way: str, path: Path) -> None:
    WAYS[way](path, LIST)
    preview = read_roster(path, register(), TODAY)
    assert kinds(preview) == [[], [], []]
    assert [row.line for row in preview.rows] == [2, 3, 4]
    first, second, third = (row.member for row in preview.rows)
    assert first == Member(
        id="",
        number=1,
        name="Nguyễn Thị Ngọc Ánh",
        sex=Sex.FEMALE,
        born=dt.date(1980, 8, 21),
        joined=dt.date(2018, 2, 20),
        official=dt.date(2019, 2, 20),
        card="00123456",
    )
    assert second.sex is Sex.MALE
    assert third.official is None
    for row in preview.rows:
        assert unicodedata.is_normalized("NFC", row.member.name)


ALPHABET = (
    "aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"
)
WORD = st.text(ALPHABET, min_size=2, max_size=7)
NAME = st.lists(WORD, min_size=2, max_size=5).map(lambda words: " ".join(words).title())


@given(names=st.lists(NAME, min_size=1, max_size=5, unique=True), way=st.sampled_from(list(WAYS)))
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_vietnamese_name_arrives_as_it_was_written(
    names: list[str], way: str, path: Path
) -> None:
    WAYS[way](path, [("Họ và tên", "Chức vụ"), *((name, "Bí thư") for name in names)])
    preview = read_roster(path, register(), TODAY)
    assert [row.member.name for row in preview.rows] == names


@pytest.mark.parametrize("name", ["Trần & Lê", "<b>An</b>", "=cmd|' /C calc'!A0", 'Lò "Tư" Văn'])
@pytest.mark.parametrize("way", ["utf-8", "workbook"])
def test_signs_in_a_name_are_text(name: str, way: str, path: Path) -> None:
    WAYS[way](path, [HEADER[:2], ("1", name), ("2", "Bùi Hữu Lâm")])
    assert read_roster(path, register(), TODAY).rows[0].member.name == name


def test_a_formula_that_was_never_computed_is_text(path: Path) -> None:
    book = Workbook()
    assert book.active is not None
    for cells in (HEADER[:2], ("=1+1", "=cmd")):
        book.active.append(cells)
    book.save(path)
    (row,) = read_roster(path, register(), TODAY).rows
    assert row.member.name == "=cmd"
    assert [found.value for found in row.problems] == ["=1+1"]


def test_titles_are_found_without_tone_marks_and_below_the_heading(path: Path) -> None:
    preview = read(
        path,
        [
            ("ĐẢNG BỘ XÃ LƯỠNG VƯỢNG", "", "", "", "ĐẢNG CỘNG SẢN VIỆT NAM"),
            (),
            ("DANH SÁCH ĐẢNG VIÊN CHI BỘ THÔN 3, ngày 03 tháng 11 năm 2026",),
            ("STT", "HO TEN", "Nam/Nu", "NAM SINH", "ngay ket nap", "CHUC VU", "DT", "Dien", "Hộ"),
            ("(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)"),
            ("1", "Hà Văn Nam", "nam", "1.2.56", "1975-10-03", "Bí thư", "912345678", "", "12"),
            (),
            ("2", "Lý Thị Sen", "NỮ", "01-02-1960", "3/2/85", "", "0912 345 679", "Miễn SH"),
            ("3",),
            ("", "Tổng cộng: 2 đảng viên"),
            ("", "", "", "", "", "BÍ THƯ"),
            ("", "Hà Văn Nam"),
        ],
    )
    assert kinds(preview) == [[], []]
    first, second = preview.rows
    assert first.member.born == dt.date(1956, 2, 1)
    assert first.member.joined == dt.date(1975, 10, 3)
    assert (first.member.post, first.member.phone) == ("Bí thư", "0912345678")
    assert first.line == 6
    assert second.member.joined == dt.date(1985, 2, 3)
    assert second.standing is StandingKind.EXEMPT
    assert preview.unused == ("Hộ",)
    assert Column.STANDING in preview.columns
    assert preview.ignored == (
        (10, "Tổng cộng: 2 đảng viên"),
        (11, "BÍ THƯ"),
        (12, "Hà Văn Nam"),
    )


def test_a_name_in_two_cells_is_joined(path: Path) -> None:
    preview = read(path, [("TT", "Họ đệm", "Tên"), (1, "Nguyễn Hữu", "Mạnh")])
    assert preview.rows[0].member.name == "Nguyễn Hữu Mạnh"
    merged = read(path, [("TT", "Họ và tên", "", "Chức vụ"), (1, "Bùi", "Lâm", "Bí thư")])
    assert merged.rows[0].member.name == "Bùi Lâm"


def test_the_birth_date_may_stand_below_the_sex(path: Path) -> None:
    preview = read(
        path,
        [
            ("TT", "Họ và tên", "Ngày sinh", "", "Chức vụ"),
            ("", "", "Nam", "Nữ", ""),
            (1, "Hà Xuân Huy", "21/8/1980", "", "Bí thư"),
            (2, "Lò Thị Mai", "", "1/2/1990", ""),
        ],
    )
    assert kinds(preview) == [[], []]
    assert [row.member.sex for row in preview.rows] == [Sex.MALE, Sex.FEMALE]
    assert [row.member.born for row in preview.rows] == [dt.date(1980, 8, 21), dt.date(1990, 2, 1)]


def test_cells_of_a_workbook_keep_their_dates_and_zeros(path: Path) -> None:
    book = Workbook()
    assert book.active is not None
    book.active.append(HEADER)
    born = dt.datetime(1980, 8, 21)
    book.active.append((1.0, "Hà Xuân Huy", "Nam", born, dt.date(2018, 2, 20), None, 123456))
    book.active["G2"].number_format = "00000000"
    book.save(path)
    (row,) = read_roster(path, register(), TODAY).rows
    assert (row.member.number, row.member.card) == (1, "00123456")
    assert (row.member.born, row.member.joined) == (dt.date(1980, 8, 21), dt.date(2018, 2, 20))


def anew(path: Path, change: Callable[[str], str]) -> None:
    """Write a workbook again with something else in its first sheet."""
    with zipfile.ZipFile(path) as book:
        files = {name: book.read(name) for name in book.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    before = files[sheet].decode()
    assert change(before) != before
    files[sheet] = change(before).encode()
    with zipfile.ZipFile(path, "w") as book:
        for name, data in files.items():
            book.writestr(name, data)


def test_a_long_number_is_what_it_is_however_excel_writes_it(path: Path) -> None:
    write_workbook(path, [HEADER, (1, "Hà Xuân Huy", "Nam", "", "", "", 120000000000)])
    anew(path, lambda xml: xml.replace("<v>120000000000</v>", "<v>1.2E11</v>"))
    (row,) = read_roster(path, register(), TODAY).rows
    assert row.member.card == "120000000000"


def test_days_that_another_program_wrote_as_iso_text_are_days(path: Path) -> None:
    """As the strict form of the format has them."""
    book = Workbook()
    book.iso_dates = True
    assert book.active is not None
    book.active.append(HEADER)
    book.active.append((1, "Hà Xuân Huy", "Nam", dt.date(1980, 8, 21), dt.datetime(2018, 2, 20)))
    book.active.append((2, "Lò Văn A", "Nam", dt.date(2027, 1, 2)))
    book.save(path)
    row, future = read_roster(path, register(), TODAY).rows
    assert (row.member.born, row.member.joined) == (dt.date(1980, 8, 21), dt.date(2018, 2, 20))
    assert row.problems == ()
    (found,) = future.problems
    assert (found.kind, found.value) == (RowProblem.DATE_IN_FUTURE, "02/01/2027")


def test_a_sheet_that_was_formatted_down_to_its_end_ends_with_its_list(path: Path) -> None:
    """Excel says a million rows then; what stands that far below is no list of members."""
    write_workbook(path, LIST)
    far = "".join(f'<row r="{number}"/>' for number in range(5, 5006))
    anew(
        path,
        lambda xml: xml.replace(
            "</sheetData>",
            f'{far}<row r="5010"><c r="B5010" t="inlineStr"><is><t>Lò Văn C</t></is></c></row>'
            "</sheetData>",
        ),
    )
    assert len(read_roster(path, register(), TODAY).rows) == 3


def test_the_sheet_with_the_list_is_found(path: Path) -> None:
    book = Workbook()
    assert book.active is not None
    book.active.append(["Ghi nhớ"])
    sheet = book.create_sheet("ĐV")
    for row in LIST:
        sheet.append(row)
    book.save(path)
    assert len(read_roster(path, register(), TODAY).rows) == 3


DATES = [
    ("1956", RowProblem.DATE_INCOMPLETE),
    ("8/1956", RowProblem.DATE_INCOMPLETE),
    ("30/02/1980", RowProblem.NO_SUCH_DATE),
    ("29/2/1900", RowProblem.NO_SUCH_DATE),
    ("không nhớ", RowProblem.NO_SUCH_DATE),
    ("1/1/0056", RowProblem.NO_SUCH_DATE),
    ("1/1/01956", RowProblem.NO_SUCH_DATE),
    ("04/11/2026", RowProblem.DATE_IN_FUTURE),
]


@pytest.mark.parametrize(("written", "kind"), DATES)
def test_a_date_that_is_none_is_left_out_and_named(
    written: str, kind: RowProblem, path: Path
) -> None:
    (row,) = read(path, [HEADER[:5], (1, "Hà Xuân Huy", "", "", written)]).rows
    assert [(found.kind, found.column, found.value) for found in row.problems] == [
        (kind, Column.JOINED, written)
    ]
    assert row.member.joined is None
    assert row.is_new


def test_a_dash_is_no_date_and_no_problem(path: Path) -> None:
    (row,) = read(path, [HEADER[:4], (1, "Hà Xuân Huy", "", "-")]).rows
    assert (row.member.born, row.problems) == (None, ())


STANDINGS = [
    ("", StandingKind.ACTIVE, False),
    ("Chính thức", StandingKind.ACTIVE, False),
    ("Được miễn công tác và sinh hoạt", StandingKind.EXEMPT, False),
    ("SHĐ tạm thời nơi khác", StandingKind.AWAY, False),
    ("Đi làm ăn xa", StandingKind.AWAY, False),
    ("Sinh hoạt tạm thời đến", StandingKind.VISITING, False),
    ("Chuyển đến tạm thời", StandingKind.VISITING, False),
    ("tạm thời", StandingKind.ACTIVE, True),
    ("ốm", StandingKind.ACTIVE, True),
]


@pytest.mark.parametrize(("word", "standing", "asked"), STANDINGS)
def test_standings_are_understood_or_asked_about(
    word: str, standing: StandingKind, asked: bool, path: Path
) -> None:
    (row,) = read(path, [("TT", "Họ tên", "Tình trạng"), (1, "Hà Xuân Huy", word)]).rows
    assert row.standing is standing
    assert [found.kind for found in row.problems] == [RowProblem.STANDING_UNKNOWN] * asked


def test_remarks_are_read_for_a_standing_but_ask_nothing(path: Path) -> None:
    preview = read(
        path,
        [("TT", "Họ tên", "Ghi chú"), (1, "Hà Văn A", "miễn sinh hoạt"), (2, "Bùi Văn B", "ốm")],
    )
    assert [row.standing for row in preview.rows] == [StandingKind.EXEMPT, StandingKind.ACTIVE]
    assert kinds(preview) == [[], []]


def test_rows_that_cannot_be_entered_are_kept_out_with_their_reason(path: Path) -> None:
    preview = read(
        path,
        [
            ("TT", "Họ tên", "Nam/Nữ", "Ngày sinh", "Ngày vào Đảng"),
            (1, "", "Nam", "1/1/1980", ""),
            (2, "Hà Văn A", "Nam", "1/1/1980", ""),
            (2, "Bùi Văn B", "Nam", "1/1/1981", ""),
            (3, "Lò Văn C", "Nam", "1/1/1982", ""),
            (3, "LÒ VĂN C", "Nam", "1/1/1982", ""),
            (4, "Vi Văn D", "Nam", "1/1/2000", "1/1/1990"),
            (5, "Vi Văn E", "hoa", "", ""),
            ("năm", "Vi Văn G", "Nam", "", ""),
            (9, "Người Khác", "", "1/1/1970", ""),
            (12, "Đã Có", "", "", ""),
        ],
        Member("a", 9, "Đang Giữ"),
        Member("b", 11, "Đã Có", born=dt.date(1970, 1, 1)),
    )
    assert kinds(preview) == [
        [RowProblem.NAME_MISSING],
        [RowProblem.NUMBER_TWICE],
        [RowProblem.NUMBER_TWICE],
        [],
        [RowProblem.PERSON_TWICE],
        [RowProblem.DATES_OUT_OF_ORDER],
        [RowProblem.SEX_UNKNOWN],
        [RowProblem.NUMBER_UNREADABLE],
        [RowProblem.NUMBER_TAKEN],
        [RowProblem.SAME_NAME],
    ]
    assert [member.name for member, _ in preview.members()] == ["Lò Văn C", "Vi Văn E", "Vi Văn G"]
    after = imported(register(Member("a", 9, "Đang Giữ")), preview)
    assert [member.number for member in after.members] == [9, 3, 5, 10]


@pytest.mark.parametrize(
    "titles",
    [HEADER, ("", *HEADER[1:]), ("", *HEADER[1:3], "", *HEADER[4:])],
    ids=["whole", "without numbers", "names alone"],
)
@pytest.mark.parametrize("way", WAYS)
def test_importing_the_same_list_twice_adds_nobody(
    titles: Sequence[str], way: str, path: Path
) -> None:
    WAYS[way](path, (titles, *PEOPLE))
    first = read_roster(path, register(), TODAY)
    once = imported(register(), first)
    assert sorted(member.number for member in once.members) == [1, 2, 3]
    again = read_roster(path, once, TODAY)
    assert [row.known for row in again.rows] == list(once.members)
    assert again.members() == []
    answer = import_members(once, context(), first.members())
    assert isinstance(answer, Changes)
    assert answer.changes == ()


def test_somebody_is_known_by_name_and_birth_under_another_number(path: Path) -> None:
    known = Member("a", 40, "Đặng Quốc Vượng", born=dt.date(1956, 1, 5))
    preview = read(path, LIST, known)
    assert [row.known for row in preview.rows] == [None, known, None]


def test_the_place_of_the_tone_makes_nobody_new(path: Path) -> None:
    known = Member("a", 3, "LƯỜNG THUỶ QUỲNH")
    assert read(path, LIST, known).rows[2].known == known


def test_namesakes_with_two_birth_dates_are_two_people(path: Path) -> None:
    rows = [HEADER[:4], (1, "Lý A", "", "1/1/1960"), (2, "Lý A", "", "1/1/1990")]
    preview = read(path, rows, Member("x", 7, "Lý A", born=dt.date(1975, 5, 5)))
    assert kinds(preview) == [[], []]
    assert len(preview.members()) == 2


@pytest.mark.parametrize(("number", "is_same"), [(2, False), (1, True), ("", True)])
def test_namesakes_without_a_birth_date_are_told_apart_by_their_numbers(
    path: Path, number: object, is_same: bool
) -> None:
    preview = read(path, [HEADER[:2], (1, "Lý A"), (number, "Lý A")])
    assert kinds(preview) == [[], [RowProblem.PERSON_TWICE] if is_same else []]
    assert len(preview.members()) == (1 if is_same else 2)


def test_three_hundred_rows_are_read(path: Path) -> None:
    rows = [(n, f"Nguyễn Văn {chr(97 + n % 26)}{n}", "Nam", "1/1/1970") for n in range(1, 301)]
    preview = read(path, [HEADER[:4], *rows])
    assert len(imported(register(), preview).members) == 300


def test_a_refused_list_changes_nothing() -> None:
    members = [
        (Member("", 1, "Hà Văn A"), StandingKind.ACTIVE),
        (Member("", 1, "Bùi Văn B"), StandingKind.ACTIVE),
    ]
    assert isinstance(import_members(register(), context(), members), Refusal)


def test_standings_arrive_with_their_members(path: Path) -> None:
    preview = read(path, [("TT", "Họ tên", "Diện"), (1, "Hà Văn A", "miễn"), (2, "Bùi Văn B", "")])
    answer = import_members(register(), context(), preview.members())
    assert isinstance(answer, Changes)
    spans = [change for change in answer.changes if isinstance(change.row, Standing)]
    assert spans == [Change(None, Standing("id1", "id0", StandingKind.EXEMPT))]


def locked_workbook() -> bytes:
    return bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 64 + "EncryptedPackage".encode("utf-16-le")


def archive(name: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr(name, "<a/>")
    return out.getvalue()


def half_a_workbook() -> bytes:
    out = io.BytesIO()
    Workbook().save(out)
    return out.getvalue()[:-200]


def empty_workbook() -> bytes:
    out = io.BytesIO()
    Workbook().save(out)
    return out.getvalue()


NO_LISTS = [
    (b"", SheetFault.FILE_EMPTY),
    (b"\n;;\n \n", SheetFault.FILE_EMPTY),
    ("TT;Họ và tên\n".encode(), SheetFault.FILE_EMPTY),
    (empty_workbook(), SheetFault.FILE_EMPTY),
    (b"\x89PNG\r\n\x1a\n\0\0", SheetFault.NOT_A_LIST),
    (b"%PDF-1.7\n\x8a\x8d", SheetFault.NOT_A_LIST),
    (archive("word/document.xml"), SheetFault.NOT_A_LIST),
    (archive("xl/workbook.xml"), SheetFault.NOT_A_LIST),
    (half_a_workbook(), SheetFault.NOT_A_LIST),
    (codecs.BOM_UTF8 + b"\xff\xfe", SheetFault.NOT_A_LIST),
    (b'a;"' + b"x" * 200_000, SheetFault.NOT_A_LIST),
    (locked_workbook(), SheetFault.PASSWORD),
    (bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 64, SheetFault.OLD_EXCEL),
    ("Hà Văn A;1980\nBùi Văn B;1981\n".encode(), SheetFault.NO_HEADER),
    (b"Ho va ten\n" + b"a\n" * 6000, SheetFault.FILE_TOO_LARGE),
]


@pytest.mark.parametrize(("data", "kind"), NO_LISTS)
def test_a_file_that_gives_no_list_is_refused_with_a_sentence(
    data: bytes, kind: SheetFault, path: Path
) -> None:
    path.write_bytes(data)
    with pytest.raises(RosterError) as refused:
        read_roster(path, register(), TODAY)
    assert refused.value.kind is kind
    said = Messages.load("vi").roster(refused.value.kind, file=refused.value.path.name)
    assert path.name in said
    assert path.read_bytes() == data


def test_a_file_that_is_not_there_and_a_folder_are_refused(path: Path) -> None:
    with pytest.raises(RosterError) as missing:
        read_roster(path, register(), TODAY)
    assert missing.value.kind is SheetFault.FILE_MISSING
    path.mkdir()
    with pytest.raises(RosterError) as folder:
        read_roster(path, register(), TODAY)
    assert folder.value.kind is SheetFault.FILE_UNREADABLE


def test_a_film_is_no_list(path: Path) -> None:
    with path.open("wb") as film:
        film.truncate(30_000_000)
    with pytest.raises(RosterError) as refused:
        read_roster(path, register(), TODAY)
    assert refused.value.kind is SheetFault.FILE_TOO_LARGE


def test_a_workbook_that_would_fill_the_memory_is_not_unpacked(path: Path) -> None:
    write_workbook(path, LIST)
    with zipfile.ZipFile(path) as book:
        packed = Zip.of({name: book.read(name) for name in book.namelist()})
    packed.entries[-1].central["size"] = 300_000_000
    path.write_bytes(packed.join())
    with pytest.raises(RosterError) as refused:
        read_roster(path, register(), TODAY)
    assert refused.value.kind is SheetFault.FILE_TOO_LARGE


def test_what_openpyxl_leaves_out_is_no_warning(path: Path) -> None:
    write_workbook(path, LIST)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert len(read_roster(path, register(), TODAY).rows) == 3


def test_every_problem_is_said_with_what_the_list_says(path: Path) -> None:
    (row,) = read(path, [HEADER[:4], (1, "Hà Văn A", "", "30/02/1980")]).rows
    (found,) = row.problems
    vi = Messages.load("vi")
    said = vi.roster(found.kind, value=found.value, column=vi.value(found.column))
    assert said.startswith("Ngày sinh: “30/02/1980” không phải là ngày có thật.")
