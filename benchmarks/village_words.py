"""What is said and written in an invented cell over thirty years, drawn from sentences of its life.

A word in braces is drawn from the list of that name.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

FAMILIES = (
    "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Nông", "Triệu", "Lương",
    "Bàn", "Ma", "Hà", "Đinh", "Quan", "Chẩu", "Âu", "Tạ",
)  # fmt: skip
MIDDLES = {
    True: ("Thị", "Thị Thu", "Thị Bích", "Kim", "Thị Hồng"),
    False: ("Văn", "Đức", "Quang", "Hữu", "Xuân", "Công", "Minh"),
}
GIVEN = (
    "An", "Bình", "Châu", "Dũng", "Đạt", "Giang", "Hòa", "Huệ", "Khuê", "Lâm", "Mai", "Nghĩa",
    "Oanh", "Phượng", "Quý", "Sơn", "Thủy", "Tuyên", "Uyên", "Vượng", "Xuyến", "Yến", "Ánh", "Đông",
)  # fmt: skip

_WORDS = {
    "place": (
        "xóm Giữa", "xóm Đồng Vàng", "xóm Khe Lau", "đập Thẳm Hon", "đường liên thôn",
        "nhà văn hóa thôn", "cánh đồng Nà Lừa", "đoạn cống qua suối", "bãi chăn thả phía trên",
        "khu đất cạnh trường mầm non", "kênh mương số 2", "rừng phòng hộ đầu nguồn",
    ),
    "people": (
        "bà con trong thôn", "các hộ dọc suối", "hội phụ nữ", "hội cựu chiến binh",
        "đoàn thanh niên", "hội nông dân", "tổ tự quản", "các hộ mới thoát nghèo",
        "hội người cao tuổi", "tổ hòa giải", "đảng viên phụ trách hộ",
    ),
    "work": (
        "sửa lại mặt đường", "nạo vét kênh mương", "đăng ký giống lúa vụ xuân",
        "trồng bổ sung cây keo", "thu gom rác thải", "lắp bóng điện đường", "xóa nhà tạm",
        "tiêm phòng đàn trâu bò", "quyên góp quỹ vì người nghèo", "ký cam kết không đốt nương",
        "vệ sinh nghĩa trang liệt sĩ", "hiến đất mở rộng ngõ", "học lớp xóa mù chữ",
        "cấp lại sổ hộ khẩu", "kê khai nguồn gốc đất",
    ),
    "when": (
        "trước Tết Nguyên đán", "trong tháng này", "ngay sau vụ gặt", "trước mùa mưa bão",
        "trong quý tới", "trước ngày khai giảng", "chậm nhất cuối năm", "ngay tuần sau",
    ),
    "count": tuple(str(count) for count in (2, 3, 5, 7, 8, 11, 12, 15, 18, 24, 31, 40, 64, 110)),
    "body": (
        "Đảng ủy xã", "Ủy ban nhân dân xã", "Mặt trận Tổ quốc xã", "phòng Kinh tế",
        "trạm y tế", "ngân hàng chính sách", "hạt kiểm lâm", "ban quản lý dự án",
    ),
}  # fmt: skip

REPORTS = (
    "Tình hình tư tưởng của đảng viên và {people} ổn định, tin tưởng vào sự lãnh đạo của Đảng.",
    "Trong tháng toàn thôn đã {work} được {count} hộ, đạt {count} phần trăm kế hoạch.",
    "An ninh trật tự giữ vững, không có vụ việc phức tạp; tổ tự quản tuần tra {count} buổi.",
    "Việc {work} tại {place} còn chậm vì thiếu kinh phí, phải làm xong {when}.",
    "{people} phối hợp với {body} mở {count} buổi tuyên truyền, có {count} lượt người dự.",
    "Đàn trâu bò {count} con, đàn lợn {count} con, không có dịch bệnh phát sinh trên địa bàn.",
    "Chi bộ thu nộp đảng phí đầy đủ, đúng hạn; {count} đảng viên được phân công phụ trách hộ.",
    "Công trình ở {place} đã nghiệm thu, còn {count} mét rãnh thoát nước chưa làm.",
)

OPINIONS = (
    "Tôi nhất trí với báo cáo; riêng việc {work} ở {place} đề nghị giao cho {people} làm {when}.",
    "{people} phản ánh {place} xuống cấp, mưa là ngập, trẻ con đi học rất vất vả.",
    "Đề nghị chi bộ kiến nghị với {body} hỗ trợ {count} tấn xi măng để {work}.",
    "Năm ngoái ta đã làm {count} hộ, năm nay nên chọn {count} hộ khó khăn nhất làm trước.",
    "Đảng viên phải gương mẫu đi đầu, nhà nào cũng làm được thì {people} mới tin và làm theo.",
    "Về phần tôi xin nhận {work}, cần thêm {count} người của {people} cùng làm.",
    "Cần công khai thu chi cho {people} biết, tránh thắc mắc như lần làm {place}.",
    "Hạn {when} là gấp, theo tôi nên lùi lại vì đang vào vụ, bà con bận ngoài đồng.",
    "Việc này chi ủy nên đi gặp từng hộ, nghe xem {people} vướng chỗ nào rồi hãy bàn tiếp.",
    "Tôi đã làm việc với {body}, trả lời là chờ kinh phí, dự kiến bố trí {when}.",
)

CONCLUSIONS = (
    "Chi bộ thống nhất {work} tại {place}, hoàn thành {when}.",
    "Giao chi ủy phân công đảng viên cùng {people} thực hiện, báo cáo kết quả {when}.",
    "Nhất trí với báo cáo và các ý kiến; giao đồng chí bí thư làm việc với {body}.",
)

TOPICS = (
    "Tình hình tháng qua và nhiệm vụ tháng tới",
    "Kiểm điểm việc thực hiện nghị quyết kỳ trước",
    "Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh",
    "Bàn việc {work} tại {place}",
    "Công tác phối hợp với {people}",
)

TASKS = (
    "Vận động {people} {work} tại {place}",
    "Lập danh sách {count} hộ cần {work}, gửi {body}",
    "Phụ trách {count} hộ ở {place}, giúp {work}",
    "Làm việc với {body} về việc {work}",
)
PRODUCTS = ("Danh sách {count} hộ", "Báo cáo gửi {body}", "{count} hộ ký cam kết", "Biên bản họp")
NOTES = (
    "Đã vận động {count} hộ, còn {count} hộ đi làm xa chưa gặp được.",
    "Chờ {body} trả lời, sẽ làm tiếp {when}.",
    "Làm xong phần ở {place}.",
)
PETITIONS = (
    "Đề nghị {body} sớm hỗ trợ kinh phí {work} tại {place}",
    "Đề nghị {body} trả lời {people} về việc {work}",
    "Đề nghị kiểm tra {place}, hư hỏng đã {count} tháng nay",
)
ANSWERS = (
    "{body} đã ghi nhận, bố trí vốn {when}.",
    "Đã khảo sát, đồng ý hỗ trợ {count} triệu đồng.",
)
SOURCES = ("{people}", "Nhân dân {place}")
REASONS = ("Ốm", "Đi công tác", "Có việc gia đình", "Đi khám bệnh", "Con ốm, xin nghỉ")
DOCUMENTS = ("Về việc {work} tại {place}", "Về nhiệm vụ của chi bộ và {people}")

_SLOT = re.compile(r"{(\w+)}")


def drawn(chance: Random, sentences: tuple[str, ...], count: int = 1) -> str:
    """Draw so many different sentences and fill their words in."""
    texts = chance.sample(sentences, min(count, len(sentences)))
    whole = " ".join(_SLOT.sub(lambda slot: chance.choice(_WORDS[slot[1]]), text) for text in texts)
    return whole[0].upper() + whole[1:]
