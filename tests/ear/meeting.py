"""A meeting held by somebody who only hears it: `python3 -m tests.ear.meeting PDF [--active]`.

It runs under the Python of the system, as `reader.py`. Everything is found by role and name.
"""

from __future__ import annotations

import sys
import warnings
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.ear.reader import Reader

CELL = "Chi bộ thôn 3"
POINT = "6. Chuyên đề: Đảng viên gương mẫu"
WRITTEN = "Đồng chí Bí thư nghe và ghi lại bằng tai."
TASK = "Đọc lại biên bản cho đảng viên không nhìn thấy"
PRODUCT = "1 buổi đọc"


def hold(reader: Reader, paper: str, *, is_active: bool) -> None:
    """Take the meeting of the practice cell from the attendance to its printed minutes.

    Only an active window has the keyboard: without a window manager none is.
    """
    window = reader.window("frame", CELL)
    reader.press(window, "push button", "Làm tiếp kỳ này")

    # A reader does the first action that a thing offers: of a step that is Toggle.
    reader.act(reader.find(window, "check box", "Điểm danh"), "Toggle")
    members = reader.find(window, "table", "Danh sách dự")
    reader.find(window, "label", "Có mặt: 42 / 45")
    reader.act(members, "SetFocus")
    late = reader.cell(members, ", hàng 12 trên 53")
    name = late.get_name().split(", ")[0]
    reader.act(late, "Toggle")
    if is_active:
        reader.reach(f"{name}, Vắng có lý do, ")
    reader.choose(window, "Việc khác…", "Ghi: Có mặt")
    reader.hear("Có mặt 43 trên 45")
    reader.cell(members, f"{name}, Có mặt")
    reader.press(window, "push button", "Hoàn tác")
    reader.hear("Đã hoàn tác")
    reader.cell(members, f"{name}, Vắng có lý do")
    reader.choose(window, "Việc khác…", "Ghi: Có mặt")
    reader.hear("Có mặt 43 trên 45")
    reader.find(window, "label", "Có mặt: 43 / 45")
    ill = reader.cell(members, ", Vắng có lý do, ")
    reader.act(ill, "Toggle")
    reader.choose(window, "Việc khác…", "Lý do, ghi chú…")
    reader.take("1. Ốm đau")
    reader.cell(members, f"{ill.get_name().split(', ')[0]}, Vắng có lý do, TT")

    reader.press(window, "check box", "Biên bản")
    points = reader.find(window, "list", "Các nội dung")
    reader.act(reader.cell(points, POINT), "Toggle")
    reader.find(window, "label", POINT, whole=False)
    reader.write(window, "Nội dung trình bày", WRITTEN)
    body = reader.find(window, "text", "Nội dung trình bày")
    reader.wait("what was written", lambda: reader.text(body) == WRITTEN)

    reader.press(window, "check box", "Phân công")
    reader.press(window, "check box", "Xong: T4", whole=False)
    reader.press(window, "push button", "Giao nhiệm vụ")
    dialog = reader.window("dialog", "Giao nhiệm vụ")
    reader.write(dialog, "Việc phải làm", TASK)
    reader.write(dialog, "Sản phẩm", PRODUCT)
    reader.write(dialog, "Phụ trách", name)
    reader.write(dialog, "Hạn xong", "30/11/2026")
    reader.press(dialog, "push button", "Lưu nhiệm vụ")
    tasks = reader.find(window, "table", "Nhiệm vụ giao kỳ này")
    reader.cell(tasks, TASK)

    reader.press(window, "check box", "Kết thúc, in")
    reader.press(window, "push button", "Kết thúc kỳ này")
    reader.hear("Kỳ sinh hoạt đã kết thúc")
    reader.wait(
        "the paper",
        lambda: (
            reader.find(window, "document frame", "Giấy như khi in ra")
            .get_description()
            .startswith("Trang 1 trên")
        ),
    )
    reader.press(window, "push button", "Lưu thành PDF…")
    dialog = reader.window("dialog", "Lưu thành")
    reader.write(dialog, "Tên tệp:", paper)
    reader.press(dialog, "push button", "Lưu")
    reader.hear("Đã lưu")


def main() -> int:
    """Hold the meeting, and tell what was heard."""
    # gi tells of older names of Atspi, which older systems have alone.
    warnings.simplefilter("ignore", DeprecationWarning)
    from tests.ear.reader import Reader

    def log(text: str) -> None:
        sys.stdout.write(f"{text}\n")
        sys.stdout.flush()

    hold(Reader(log), sys.argv[1], is_active="--active" in sys.argv)
    return 0


if __name__ == "__main__":
    sys.exit(main())
