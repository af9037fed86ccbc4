<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About this program</source>
        <translation>Giới thiệu chương trình</translation>
    </message>
    <message>
        <source>Version {version} (with Python {python} and Qt {qt})</source>
        <translation>Phiên bản {version} (dùng Python {python} và Qt {qt})</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Thành phần</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Phiên bản</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Giấy phép</translation>
    </message>
    <message>
        <source>The file that is open:</source>
        <translation>Tệp đang mở:</translation>
    </message>
    <message>
        <source>Copies that the program makes of it:</source>
        <translation>Các bản sao lưu chương trình tự làm:</translation>
    </message>
    <message>
        <source>Notes of faults, for whoever is asked for help:</source>
        <translation>Ghi chép lỗi, để gửi người giúp sửa:</translation>
    </message>
    <message>
        <source>Size of the text, and other settings of the window:</source>
        <translation>Cỡ chữ và các lựa chọn khác của cửa sổ:</translation>
    </message>
    <message>
        <source>Licence: {licence}</source>
        <translation>Giấy phép: {licence}</translation>
    </message>
    <message>
        <source>Part of: {whole}</source>
        <translation>Nằm trong: {whole}</translation>
    </message>
    <message>
        <source>On the internet: {address}</source>
        <translation>Địa chỉ trên mạng: {address}</translation>
    </message>
    <message>
        <source>C&amp;opy these places</source>
        <translation>C&amp;hép các nơi lưu này</translation>
    </message>
    <message>
        <source>C&amp;opy this licence</source>
        <translation>C&amp;hép giấy phép này</translation>
    </message>
    <message>
        <source>C&amp;opied</source>
        <translation>Đã c&amp;hép</translation>
    </message>
</context>
<context>
    <name>AboutForm</name>
    <message>
        <source>Sides of the program</source>
        <translation>Các trang giới thiệu</translation>
    </message>
    <message>
        <source>The program</source>
        <translation>Chương trình</translation>
    </message>
    <message>
        <source>It takes a meeting of a party cell from the agenda to the printed minutes. Everything is kept in one file on this computer, and is saved as it is typed.</source>
        <translation>Chương trình giúp làm trọn một kỳ sinh hoạt chi bộ, từ lập chương trình đến in biên bản. Mọi thứ nằm trong một tệp trên máy này, gõ đến đâu lưu đến đó.</translation>
    </message>
    <message>
        <source>The program never uses a network: it sends nothing and fetches nothing.</source>
        <translation>Chương trình không bao giờ dùng mạng: không gửi đi và không tải về bất cứ thứ gì.</translation>
    </message>
    <message>
        <source>&amp;Where the data are</source>
        <translation>&amp;Nơi lưu dữ liệu</translation>
    </message>
    <message>
        <source>Where the data are</source>
        <translation>Nơi lưu dữ liệu</translation>
    </message>
    <message>
        <source>Parts and licences</source>
        <translation>Thành phần và giấy phép</translation>
    </message>
    <message>
        <source>Qt, which draws the window, is under the LGPL 3: you may put your own version of it in the place of the one in the folder of the program.</source>
        <translation>Qt, phần vẽ cửa sổ, dùng giấy phép LGPL 3: đồng chí được phép thay bản Qt trong thư mục của chương trình bằng bản khác của mình.</translation>
    </message>
    <message>
        <source>What the program is made of</source>
        <translation>Các thành phần của chương trình</translation>
    </message>
    <message>
        <source>Licence of the chosen part</source>
        <translation>Giấy phép của thành phần đang chọn</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Đón&amp;g</translation>
    </message>
</context>
<context>
    <name>AgendaForm</name>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Thêm</translation>
    </message>
    <message>
        <source>Add an item below the chosen one (Insert)</source>
        <translation>Thêm nội dung dưới dòng đang chọn (phím Insert)</translation>
    </message>
    <message>
        <source>&amp;Change</source>
        <translation>&amp;Sửa</translation>
    </message>
    <message>
        <source>Change the chosen item (Enter)</source>
        <translation>Sửa nội dung đang chọn (phím Enter)</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Chuyển lên</translation>
    </message>
    <message>
        <source>Move the chosen item up (Alt+Up)</source>
        <translation>Chuyển nội dung đang chọn lên (Alt và mũi tên lên)</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Chuyển xuống</translation>
    </message>
    <message>
        <source>Move the chosen item down (Alt+Down)</source>
        <translation>Chuyển nội dung đang chọn xuống (Alt và mũi tên xuống)</translation>
    </message>
    <message>
        <source>&amp;More…</source>
        <translation>&amp;Việc khác…</translation>
    </message>
    <message>
        <source>Points of the agenda</source>
        <translation>Các nội dung của chương trình</translation>
    </message>
    <message>
        <source>Here the items of the meeting will stand, with hour and presenter. Take a model agenda, then change what is different this time.</source>
        <translation>Ở đây sẽ có các nội dung của kỳ sinh hoạt, kèm giờ và người trình bày. Hãy lấy một chương trình mẫu, rồi sửa những chỗ kỳ này khác.</translation>
    </message>
    <message>
        <source>Which agenda to take</source>
        <translation>Chương trình mẫu nào</translation>
    </message>
    <message>
        <source>Take th&amp;is agenda</source>
        <translation>&amp;Lấy chương trình này</translation>
    </message>
    <message>
        <source>Beside the agenda</source>
        <translation>Bên cạnh chương trình</translation>
    </message>
    <message>
        <source>Change the plan of the meeting</source>
        <translation>Sửa kỳ sinh hoạt</translation>
    </message>
    <message>
        <source>Change day, hour, place, chair, minute-taker, guests</source>
        <translation>Sửa ngày, giờ, nơi họp, chủ trì, thư ký, khách mời</translation>
    </message>
    <message>
        <source>Before the meeting</source>
        <translation>Trước kỳ sinh hoạt</translation>
    </message>
    <message>
        <source>To the atte&amp;ndance</source>
        <translation>Sang Điể&amp;m danh</translation>
    </message>
</context>
<context>
    <name>AgendaItemDialog</name>
    <message>
        <source>New item</source>
        <translation>Nội dung mới</translation>
    </message>
    <message>
        <source>Agenda item</source>
        <translation>Sửa nội dung</translation>
    </message>
</context>
<context>
    <name>AgendaItemForm</name>
    <message>
        <source>&amp;Item</source>
        <translation>Nội &amp;dung</translation>
    </message>
    <message>
        <source>&amp;Presenter</source>
        <translation>Người &amp;trình bày</translation>
    </message>
    <message>
        <source>A name, a number, or a guest</source>
        <translation>Tên không cần dấu, số, hoặc tên khách</translation>
    </message>
    <message>
        <source>&amp;Minutes</source>
        <translation>Số &amp;phút</translation>
    </message>
    <message>
        <source>P&amp;art</source>
        <translation>Phầ&amp;n</translation>
    </message>
    <message>
        <source>&amp;Note for the chair</source>
        <translation>&amp;Ghi chú cho chủ trì</translation>
    </message>
    <message>
        <source>Only for the chair; it is not printed in the minutes</source>
        <translation>Chỉ để chủ trì xem; không in vào biên bản</translation>
    </message>
    <message>
        <source>&amp;Suggestions…</source>
        <translation>Gợ&amp;i ý…</translation>
    </message>
    <message>
        <source>Choose from what a cell like this one may discuss</source>
        <translation>Chọn trong những việc mà loại chi bộ này thường bàn</translation>
    </message>
    <message>
        <source>&amp;Do not keep</source>
        <translation>&amp;Không lưu</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Lưu</translation>
    </message>
</context>
<context>
    <name>AgendaOffer</name>
    <message>
        <source>As at the meeting of {day}</source>
        <translation>Như kỳ ngày {day}</translation>
    </message>
    <message>
        <source>General template, by the rules</source>
        <translation>Mẫu chung theo quy định</translation>
    </message>
</context>
<context>
    <name>AgendaPanel</name>
    <message>
        <source>not chosen yet</source>
        <translation>chưa chọn</translation>
    </message>
    <message>
        <source>Chair: {name}</source>
        <translation>Chủ trì: {name}</translation>
    </message>
    <message>
        <source>Minutes: {name}</source>
        <translation>Thư ký: {name}</translation>
    </message>
    <message>
        <source>Guests: {names}</source>
        <translation>Khách mời: {names}</translation>
    </message>
    <message>
        <source>This meeting is closed: its agenda can only be read.</source>
        <translation>Kỳ này đã kết thúc: chương trình chỉ để xem.</translation>
    </message>
    <message>
        <source>This meeting was cancelled: {reason}</source>
        <translation>Kỳ này đã hủy: {reason}</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) without a presenter</source>
        <translation>
            <numerusform>%n nội dung chưa có người trình bày</numerusform>
        </translation>
    </message>
    <message>
        <source>Chair or minute-taker not chosen yet</source>
        <translation>Chưa chọn chủ trì hoặc thư ký</translation>
    </message>
    <message>
        <source>&amp;Take up this time	Space</source>
        <translation>&amp;Lấy lại nội dung này	Phím cách</translation>
    </message>
    <message>
        <source>&amp;Skip this time	Space</source>
        <translation>&amp;Bỏ qua nội dung này	Phím cách</translation>
    </message>
    <message>
        <source>A&amp;genda</source>
        <translation>Chươn&amp;g trình</translation>
    </message>
    <message>
        <source>&amp;Preparation</source>
        <translation>Chuẩn &amp;bị</translation>
    </message>
    <message>
        <source>Cancel this meeting</source>
        <translation>Hủy kỳ sinh hoạt này</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>&amp;Delete the item	Delete</source>
        <translation>&amp;Xóa nội dung này	Delete</translation>
    </message>
    <message>
        <source>Change the &amp;plan…</source>
        <translation>&amp;Sửa kỳ sinh hoạt…</translation>
    </message>
    <message>
        <source>&amp;Keep as a template…</source>
        <translation>&amp;Giữ làm mẫu của chi bộ…</translation>
    </message>
    <message>
        <source>&amp;Own templates…</source>
        <translation>&amp;Mẫu của chi bộ…</translation>
    </message>
    <message>
        <source>&amp;Cancel this meeting…</source>
        <translation>&amp;Hủy kỳ sinh hoạt…</translation>
    </message>
</context>
<context>
    <name>AgendaTable</name>
    <message>
        <source>No.</source>
        <translation>TT</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>Giờ</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>Presenter</source>
        <translation>Người trình bày</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Phút</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>bỏ qua</translation>
    </message>
    <message>
        <source>Total {total} minutes.</source>
        <translation>Tổng {total} phút.</translation>
    </message>
    <message>
        <source>Total {total} minutes, at least {minimum} needed: enough.</source>
        <translation>Tổng {total} phút, cần ít nhất {minimum}: đủ.</translation>
    </message>
    <message>
        <source>Total {total} minutes, at least {minimum} needed: {lacking} too few.</source>
        <translation>Tổng {total} phút, cần ít nhất {minimum}: thiếu {lacking}.</translation>
    </message>
    <message>
        <source>Ends about {hour}.</source>
        <translation>Khoảng {hour} thì xong.</translation>
    </message>
</context>
<context>
    <name>ArrivalsDialog</name>
    <message>
        <source>What was received</source>
        <translation>Các lần nhận</translation>
    </message>
    <message>
        <source>{day} {hour}, {place}</source>
        <translation>{day} {hour}, {place}</translation>
    </message>
</context>
<context>
    <name>ArrivalsForm</name>
    <message>
        <source>&amp;Received</source>
        <translation>Lần &amp;nhận</translation>
    </message>
    <message>
        <source>Nothing was received yet.</source>
        <translation>Chưa nhận lần nào.</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Đón&amp;g</translation>
    </message>
</context>
<context>
    <name>Ask</name>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Thôi</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>Đồng ý</translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation>Mở tệp</translation>
    </message>
    <message>
        <source>Open files</source>
        <translation>Mở tệp</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Lưu thành</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Chọn thư mục</translation>
    </message>
    <message>
        <source>Books of a party cell</source>
        <translation>Sổ chi bộ</translation>
    </message>
    <message>
        <source>Boards of a superior</source>
        <translation>Bảng theo dõi của Đảng ủy</translation>
    </message>
    <message>
        <source>Books and boards</source>
        <translation>Sổ sinh hoạt và bảng theo dõi</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Danh sách</translation>
    </message>
    <message>
        <source>Tables for Excel</source>
        <translation>Bảng cho Excel</translation>
    </message>
    <message>
        <source>Tables as text</source>
        <translation>Bảng dạng văn bản</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>Giấy tờ</translation>
    </message>
    <message>
        <source>Papers for Word</source>
        <translation>Giấy tờ cho Word</translation>
    </message>
    <message>
        <source>Rule files</source>
        <translation>Tệp quy định</translation>
    </message>
    <message>
        <source>Handover files and packets</source>
        <translation>Tệp bàn giao và gói</translation>
    </message>
    <message>
        <source>Packets and boards</source>
        <translation>Gói của chi bộ và bảng theo dõi</translation>
    </message>
</context>
<context>
    <name>AssignmentForm</name>
    <message>
        <source>&amp;Give a task</source>
        <translation>&amp;Giao nhiệm vụ</translation>
    </message>
    <message>
        <source>&amp;Change</source>
        <translation>&amp;Sửa</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Xóa</translation>
    </message>
    <message>
        <source>Tasks given at this meeting</source>
        <translation>Nhiệm vụ giao kỳ này</translation>
    </message>
    <message>
        <source>Back to the minutes</source>
        <translation>Trở lại Biên bản</translation>
    </message>
    <message>
        <source>&amp;Minutes</source>
        <translation>&amp;Biên bản</translation>
    </message>
    <message>
        <source>To closing and &amp;printing</source>
        <translation>Sang &amp;Kết thúc, in</translation>
    </message>
</context>
<context>
    <name>AssignmentPanel</name>
    <message>
        <source>not said</source>
        <translation>chưa rõ</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Việc</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Sản phẩm</translation>
    </message>
    <message>
        <source>Who leads</source>
        <translation>Phụ trách</translation>
    </message>
    <message>
        <source>Who helps</source>
        <translation>Phối hợp</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Hạn xong</translation>
    </message>
    <message>
        <source>No task of an earlier meeting is open. The tasks given at this meeting will stand here next time, each waiting for its result.</source>
        <translation>Không còn nhiệm vụ nào của các kỳ trước. Đến kỳ sau, nhiệm vụ giao kỳ này sẽ nằm ở đây, chờ ghi kết quả.</translation>
    </message>
    <message>
        <source>No task of an earlier meeting was open.</source>
        <translation>Không có nhiệm vụ nào còn lại từ kỳ trước.</translation>
    </message>
    <message numerus="yes">
        <source>Earlier tasks: %n still without a result</source>
        <translation>
            <numerusform>Nhiệm vụ kỳ trước: %n chưa có kết quả</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Earlier tasks: %n, all with a result</source>
        <translation>
            <numerusform>Nhiệm vụ kỳ trước: %n việc, đã đủ kết quả</numerusform>
        </translation>
    </message>
    <message>
        <source>Earlier tasks</source>
        <translation>Nhiệm vụ kỳ trước</translation>
    </message>
    <message>
        <source>Earlier tasks; a meeting of this kind need not give results</source>
        <translation>Nhiệm vụ kỳ trước; loại sinh hoạt này không phải ghi kết quả</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) given at this meeting</source>
        <translation>
            <numerusform>Kỳ này giao %n nhiệm vụ</numerusform>
        </translation>
    </message>
    <message>
        <source>Tasks given at this meeting</source>
        <translation>Nhiệm vụ giao kỳ này</translation>
    </message>
    <message>
        <source>No task yet. Press “Give a task” and write who does what, by when, and what comes of it.</source>
        <translation>Chưa giao nhiệm vụ nào. Hãy bấm “Giao nhiệm vụ”, ghi ai làm việc gì, bao giờ xong, sản phẩm là gì.</translation>
    </message>
    <message>
        <source>No task was given.</source>
        <translation>Kỳ này không giao nhiệm vụ.</translation>
    </message>
    <message>
        <source>{code}: {gaps}</source>
        <translation>{code}: {gaps}</translation>
    </message>
    <message>
        <source>A task should say who, what, by when, and which product. Not said: {list}.</source>
        <translation>Nhiệm vụ cần rõ người, rõ việc, rõ thời hạn, rõ sản phẩm. Chưa rõ: {list}.</translation>
    </message>
    <message numerus="yes">
        <source>%n without a result</source>
        <translation>
            <numerusform>%n việc chưa có kết quả</numerusform>
        </translation>
    </message>
    <message>
        <source>no task given</source>
        <translation>chưa giao nhiệm vụ</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Đã đủ</translation>
    </message>
    <message>
        <source>This meeting is closed: results and tasks stay as they are.</source>
        <translation>Kỳ này đã kết thúc: kết quả và nhiệm vụ giữ nguyên.</translation>
    </message>
    <message>
        <source>This meeting was cancelled: it gives no results and no tasks.</source>
        <translation>Kỳ này đã hủy: không ghi kết quả, không giao nhiệm vụ.</translation>
    </message>
</context>
<context>
    <name>AttendanceForm</name>
    <message>
        <source>Find a name (no tone marks needed)…</source>
        <translation>Tìm tên (không cần dấu)…</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>Tìm…</translation>
    </message>
    <message>
        <source>Find a name</source>
        <translation>Tìm tên</translation>
    </message>
    <message>
        <source>&amp;All present</source>
        <translation>&amp;Tất cả có mặt</translation>
    </message>
    <message>
        <source>M&amp;ore…</source>
        <translation>&amp;Việc khác…</translation>
    </message>
    <message>
        <source>&amp;Show who</source>
        <translation>&amp;Xem còn ai</translation>
    </message>
    <message>
        <source>Who attends</source>
        <translation>Danh sách dự</translation>
    </message>
    <message>
        <source>Back to the agenda</source>
        <translation>Trở lại Chương trình</translation>
    </message>
    <message>
        <source>Ag&amp;enda</source>
        <translation>&amp;Chương trình</translation>
    </message>
    <message>
        <source>To the &amp;minutes</source>
        <translation>Sang &amp;Biên bản</translation>
    </message>
</context>
<context>
    <name>AttendancePage</name>
    <message>
        <source>Attendance</source>
        <translation>Dự sinh hoạt</translation>
    </message>
    <message>
        <source>Nobody was absent in this time.</source>
        <translation>Thời gian này không đồng chí nào vắng.</translation>
    </message>
    <message>
        <source>No meeting was held in this time.</source>
        <translation>Thời gian này chưa có kỳ sinh hoạt nào.</translation>
    </message>
    <message>
        <source>{name}: there {present} times of {required}, {percent}</source>
        <translation>Đồng chí {name}: dự {present}/{required} kỳ phải dự, đạt {percent}</translation>
    </message>
    <message>
        <source>{meetings}: {percent} there; {excused} excused, {unexcused} not excused</source>
        <translation>{meetings}: đạt {percent}; vắng có lý do {excused} lượt, không lý do {unexcused} lượt</translation>
    </message>
    <message numerus="yes">
        <source>%n meeting(s)</source>
        <translation>
            <numerusform>%n kỳ sinh hoạt</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;See the missed meetings</source>
        <translation>&amp;Xem các kỳ vắng</translation>
    </message>
    <message>
        <source>Only meetings that one has to attend count.</source>
        <translation>Chỉ tính những kỳ đồng chí phải dự.</translation>
    </message>
    <message>
        <source>&amp;Open this meeting</source>
        <translation>&amp;Mở kỳ này</translation>
    </message>
    <message>
        <source>This meeting stands in the paper book only; here are its figures.</source>
        <translation>Kỳ này chỉ có trong sổ giấy; đây là số liệu đã nhập.</translation>
    </message>
    <message>
        <source>{name} ({reason})</source>
        <translation>{name} ({reason})</translation>
    </message>
    <message>
        <source>Absent: {names}</source>
        <translation>Vắng: {names}</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>TT</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Họ và tên</translation>
    </message>
    <message>
        <source>There</source>
        <translation>Có mặt</translation>
    </message>
    <message>
        <source>Excused</source>
        <translation>Vắng có lý do</translation>
    </message>
    <message>
        <source>Without a reason</source>
        <translation>Không lý do</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Tỷ lệ</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Điểm danh</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
</context>
<context>
    <name>AttendancePanel</name>
    <message>
        <source>&amp;Guests ({count})</source>
        <translation>&amp;Khách mời ({count})</translation>
    </message>
    <message>
        <source>&amp;Guests {count}</source>
        <translation>&amp;Khách {count}</translation>
    </message>
    <message>
        <source>Space: the next state. 1 present, 2 excused, 3 unexcused, 0 not marked.
Enter: the reason from a list, or when somebody came late. F2: type the reason.
A letter: find a name.</source>
        <translation>Phím cách: đổi tình trạng. 1 có mặt, 2 vắng có lý do, 3 vắng không lý do, 0 chưa điểm danh.
Enter: chọn lý do, hoặc ghi giờ đến muộn. F2: gõ lý do.
Gõ một chữ: tìm tên.</translation>
    </message>
    <message numerus="yes">
        <source>%n not marked yet</source>
        <translation>
            <numerusform>%n đồng chí chưa điểm danh</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a reason</source>
        <translation>
            <numerusform>%n đồng chí vắng chưa ghi lý do</numerusform>
        </translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Đã đủ</translation>
    </message>
    <message>
        <source>Click the state, or press Space, to change it</source>
        <translation>Bấm vào tình trạng, hoặc phím cách, để đổi</translation>
    </message>
    <message>
        <source>This meeting is closed: the attendance stays as it is.</source>
        <translation>Kỳ này đã kết thúc: điểm danh giữ nguyên.</translation>
    </message>
    <message>
        <source>This meeting was cancelled: nobody is marked.</source>
        <translation>Kỳ này đã hủy: không điểm danh.</translation>
    </message>
    <message>
        <source>The list is empty because no member is in the register yet. Enter the members under Members; then they stand here.</source>
        <translation>Chưa có ai để điểm danh vì chưa nhập đảng viên. Hãy nhập ở mục Đảng viên, rồi danh sách sẽ hiện ở đây.</translation>
    </message>
    <message>
        <source>The register has changed since this list was made: {names}.</source>
        <translation>Danh sách đảng viên đã đổi sau khi lập kỳ này: {names}.</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Lấy danh sách mới</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>và %n đồng chí nữa</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BackingUp</name>
    <message>
        <source>The backup is being made and checked…</source>
        <translation>Đang sao lưu và kiểm tra bản sao…</translation>
    </message>
</context>
<context>
    <name>BackupsDialog</name>
    <message>
        <source>Backups</source>
        <translation>Sao lưu</translation>
    </message>
    <message>
        <source>Copied on</source>
        <translation>Sao lưu lúc</translation>
    </message>
    <message>
        <source>Since then</source>
        <translation>Từ đó đến nay</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Từ đâu</translation>
    </message>
    <message>
        <source>{day}, {hour}</source>
        <translation>{day}, {hour}</translation>
    </message>
    <message>
        <source>nothing changed</source>
        <translation>chưa có gì thay đổi</translation>
    </message>
    <message>
        <source>went on in another way than what is open</source>
        <translation>đã ghi khác với bản đang mở</translation>
    </message>
    <message>
        <source>made by an earlier version of the program</source>
        <translation>do chương trình bản cũ sao lưu</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s), the last: {act}</source>
        <translation>
            <numerusform>%n lần ghi, gần nhất: {act}</numerusform>
        </translation>
    </message>
    <message>
        <source>undone: {act}</source>
        <translation>hoàn tác: {act}</translation>
    </message>
    <message>
        <source>another place</source>
        <translation>nơi khác</translation>
    </message>
    <message>
        <source>Choose a copy, and here is said what restoring it does.</source>
        <translation>Chọn một bản trong danh sách, ở đây sẽ nói khôi phục bản đó thì được gì.</translation>
    </message>
    <message>
        <source>What is open now is copied first, so you can come back to it.</source>
        <translation>Bản đang mở được sao lưu trước, nên vẫn lấy lại được.</translation>
    </message>
    <message numerus="yes">
        <source>Everything will be as it was on {when}, without the %n later change(s).</source>
        <translation>
            <numerusform>Mọi thứ trở lại như hôm {when}, không còn %n lần ghi sau đó.</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything will be as it was on {when}.</source>
        <translation>Mọi thứ trở lại như hôm {when}.</translation>
    </message>
    <message>
        <source>What is open now is copied: {when}.</source>
        <translation>Bản đang mở đã được sao lưu: {when}.</translation>
    </message>
    <message>
        <source>“{file}” is the book of another cell; nothing was changed. To look into it, open it as a book.</source>
        <translation>“{file}” là sổ của chi bộ khác nên chưa thay đổi gì. Muốn xem thì dùng mục Mở sổ.</translation>
    </message>
</context>
<context>
    <name>BackupsForm</name>
    <message>
        <source>Copies are made by themselves: half an hour after a change, before what cannot be undone, and at the end.</source>
        <translation>Máy tự sao lưu: nửa giờ sau khi ghi, trước việc không hoàn tác được, và khi đóng.</translation>
    </message>
    <message>
        <source>&amp;Back up now</source>
        <translation>&amp;Sao lưu ngay</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Các bản sao lưu</translation>
    </message>
    <message>
        <source>Copies will stand here, the newest first, and you can go back to each of them. The first one is made at the latest when you close the program.</source>
        <translation>Các bản sao lưu sẽ ở đây, bản mới nhất ở trên, và lấy lại được từng bản. Bản đầu tiên chậm nhất là có khi đóng chương trình.</translation>
    </message>
    <message>
        <source>Restore from another &amp;file…</source>
        <translation>Khôi phục từ &amp;tệp khác…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Đón&amp;g</translation>
    </message>
    <message>
        <source>&amp;Restore this copy</source>
        <translation>&amp;Khôi phục bản này</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Close this message</source>
        <translation>Đóng lời nhắn này</translation>
    </message>
</context>
<context>
    <name>BeforehandDialog</name>
    <message>
        <source>Opinions handed in before the meeting</source>
        <translation>Ý kiến gửi trước kỳ sinh hoạt</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>Của ai</translation>
    </message>
    <message>
        <source>On which point</source>
        <translation>Về nội dung</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Ý kiến</translation>
    </message>
</context>
<context>
    <name>BeforehandForm</name>
    <message>
        <source>What somebody who cannot come wants to be read out. It stands in the minutes and does not count as having spoken.</source>
        <translation>Ý kiến của người không đến dự được, nhờ đọc giúp. Ý kiến có ghi trong biên bản, không tính là đã phát biểu.</translation>
    </message>
    <message>
        <source>Opinions handed in</source>
        <translation>Ý kiến gửi trước</translation>
    </message>
    <message>
        <source>No opinion was handed in for this meeting yet.</source>
        <translation>Chưa có ý kiến nào gửi trước cho kỳ này.</translation>
    </message>
    <message>
        <source>&amp;Whose</source>
        <translation>&amp;Của ai</translation>
    </message>
    <message>
        <source>On which &amp;point</source>
        <translation>Về &amp;nội dung</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Đón&amp;g</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Xóa</translation>
    </message>
    <message>
        <source>Wh&amp;at</source>
        <translation>Ý &amp;kiến</translation>
    </message>
    <message>
        <source>&amp;Note it</source>
        <translation>G&amp;hi vào</translation>
    </message>
</context>
<context>
    <name>BoardCargo</name>
    <message>
        <source>The whole board as one file, to be merged on another computer</source>
        <translation>Cả bảng trong một tệp, để gộp trên máy khác</translation>
    </message>
    <message>
        <source>The board was copied and checked: {file}.</source>
        <translation>Đã chép và kiểm tra bảng: {file}.</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>Bảng theo dõi</translation>
    </message>
</context>
<context>
    <name>BoardContentForm</name>
    <message>
        <source>What came</source>
        <translation>Nội dung nhận được</translation>
    </message>
    <message>
        <source>Loo&amp;ked at</source>
        <translation>Đã xe&amp;m</translation>
    </message>
    <message>
        <source>Held on</source>
        <translation>Ngày họp</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>Loại kỳ</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>Có dự</translation>
    </message>
    <message>
        <source>Spoke</source>
        <translation>Phát biểu</translation>
    </message>
    <message>
        <source>Own points</source>
        <translation>Điểm tự chấm</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Nhiệm vụ</translation>
    </message>
    <message>
        <source>Petitions</source>
        <translation>Kiến nghị</translation>
    </message>
    <message>
        <source>Officers who came</source>
        <translation>Cán bộ cấp trên dự</translation>
    </message>
    <message>
        <source>Sent by</source>
        <translation>Nơi gửi</translation>
    </message>
    <message>
        <source>All versions that came</source>
        <translation>Các bản đã nhận</translation>
    </message>
</context>
<context>
    <name>BoardDirectiveForm</name>
    <message>
        <source>&amp;Kind</source>
        <translation>L&amp;oại</translation>
    </message>
    <message>
        <source>What it is &amp;about</source>
        <translation>&amp;Nội dung</translation>
    </message>
    <message>
        <source>&amp;Number of the document</source>
        <translation>&amp;Số văn bản</translation>
    </message>
    <message>
        <source>for example: 12-HD/ĐU</source>
        <translation>ví dụ: 12-HD/ĐU</translation>
    </message>
    <message>
        <source>&amp;Issued on</source>
        <translation>Ngày &amp;ban hành</translation>
    </message>
    <message>
        <source>For which &amp;quarter</source>
        <translation>Của &amp;quý nào</translation>
    </message>
    <message>
        <source>&amp;From the meeting of</source>
        <translation>&amp;Từ kỳ sinh hoạt</translation>
    </message>
    <message>
        <source>&amp;To the meeting of</source>
        <translation>Đến &amp;kỳ sinh hoạt</translation>
    </message>
    <message>
        <source>Do not keep</source>
        <translation>Không lưu</translation>
    </message>
    <message>
        <source>K&amp;eep it</source>
        <translation>&amp;Lưu lại</translation>
    </message>
</context>
<context>
    <name>BoardDirectivesForm</name>
    <message>
        <source>What stands here goes to all cells with the next reply on each stick; their next agenda proposes it.</source>
        <translation>Nội dung ghi ở đây về mọi chi bộ cùng phản hồi ghi lên USB; chương trình kỳ sau của chi bộ sẽ gợi ý nội dung này.</translation>
    </message>
    <message>
        <source>What goes to the cells</source>
        <translation>Nội dung gửi các chi bộ</translation>
    </message>
</context>
<context>
    <name>BoardIssuedForm</name>
    <message>
        <source>Directives</source>
        <translation>Chỉ đạo</translation>
    </message>
    <message>
        <source>Documents and topics to disseminate, and the theme of a quarter, will stand here.</source>
        <translation>Văn bản cần quán triệt, nội dung tuyên truyền và chuyên đề của quý sẽ nằm ở đây.</translation>
    </message>
    <message>
        <source>&amp;Change…</source>
        <translation>&amp;Sửa…</translation>
    </message>
    <message>
        <source>&amp;New directive…</source>
        <translation>&amp;Chỉ đạo mới…</translation>
    </message>
</context>
<context>
    <name>BoardMeeting</name>
    <message>
        <source>The minutes were due on {due}.</source>
        <translation>Hạn gửi biên bản là {due}.</translation>
    </message>
    <message>
        <source>The minutes are due on {due}.</source>
        <translation>Hạn gửi biên bản là {due}.</translation>
    </message>
    <message>
        <source>They came on {day}; they were due on {due}.</source>
        <translation>Nhận ngày {day}, hạn là {due}.</translation>
    </message>
    <message>
        <source>They came on {day}.</source>
        <translation>Nhận ngày {day}.</translation>
    </message>
    <message>
        <source>The cell has not closed these minutes yet.</source>
        <translation>Chi bộ chưa kết thúc biên bản này.</translation>
    </message>
    <message>
        <source>Two regular meetings stand in this month, and both are counted. Ask the cell: one may belong to another month, or stand in a copy of its book.</source>
        <translation>Tháng này có hai kỳ sinh hoạt thường kỳ và cả hai đều được tính. Hãy hỏi lại chi bộ: có thể một kỳ là của tháng khác, hoặc nằm trong bản sao của sổ.</translation>
    </message>
    <message>
        <source>{day} · {kind}</source>
        <translation>{day} · {kind}</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Dự thảo</translation>
    </message>
    <message>
        <source>Version {number}</source>
        <translation>Bản {number}</translation>
    </message>
    <message>
        <source>Version {number}, {letter}</source>
        <translation>Bản {number}, {letter}</translation>
    </message>
    <message>
        <source>{version} · came on {day}</source>
        <translation>{version} · nhận {day}</translation>
    </message>
    <message>
        <source>{version}: this one counts</source>
        <translation>{version}: đang được tính</translation>
    </message>
</context>
<context>
    <name>BoardMeetingDialog</name>
    <message>
        <source>&amp;What came</source>
        <translation>&amp;Nội dung nhận được</translation>
    </message>
    <message>
        <source>&amp;Papers</source>
        <translation>Giấ&amp;y tờ</translation>
    </message>
    <message>
        <source>&amp;Remark and points</source>
        <translation>Nhận &amp;xét, chấm điểm</translation>
    </message>
    <message>
        <source>Came on paper</source>
        <translation>Đã nhận bản giấy</translation>
    </message>
    <message>
        <source>Nothing came from this cell for this month yet.</source>
        <translation>Chưa nhận được gì của chi bộ trong tháng này.</translation>
    </message>
    <message>
        <source>This meeting has no papers.</source>
        <translation>Kỳ sinh hoạt này không có giấy tờ.</translation>
    </message>
</context>
<context>
    <name>BoardMeetingForm</name>
    <message>
        <source>The month before</source>
        <translation>Tháng trước</translation>
    </message>
    <message>
        <source>The month after</source>
        <translation>Tháng sau</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Kỳ sinh hoạt</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Bản</translation>
    </message>
    <message>
        <source>Sides of the meeting</source>
        <translation>Các mặt của kỳ sinh hoạt</translation>
    </message>
    <message>
        <source>Save as PD&amp;F…</source>
        <translation>Lưu thành PD&amp;F…</translation>
    </message>
    <message>
        <source>Pr&amp;int</source>
        <translation>&amp;In</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Đón&amp;g</translation>
    </message>
</context>
<context>
    <name>BoardMenu</name>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Làm lại</translation>
    </message>
    <message>
        <source>&amp;What was received…</source>
        <translation>Các lần &amp;nhận…</translation>
    </message>
    <message>
        <source>Write &amp;answers to a USB stick…</source>
        <translation>&amp;Ghi phản hồi lên USB…</translation>
    </message>
    <message>
        <source>Safe&amp;keeping</source>
        <translation>S&amp;ao lưu, nhật ký</translation>
    </message>
    <message>
        <source>&amp;Other boards, books</source>
        <translation>&amp;Mở bảng khác, sổ khác</translation>
    </message>
    <message>
        <source>&amp;Merge another board into this one…</source>
        <translation>Gộp &amp;bảng khác vào bảng này…</translation>
    </message>
    <message>
        <source>&amp;Copy the board to another computer…</source>
        <translation>&amp;Chép bảng sang máy khác…</translation>
    </message>
    <message>
        <source>&amp;Name of the office, day when due…</source>
        <translation>&amp;Thông tin Đảng ủy, hạn nộp…</translation>
    </message>
    <message>
        <source>&amp;Keys of the office…</source>
        <translation>&amp;Khóa của văn phòng…</translation>
    </message>
    <message>
        <source>Back&amp;ups…</source>
        <translation>S&amp;ao lưu…</translation>
    </message>
    <message>
        <source>What was &amp;done…</source>
        <translation>Nhật ký &amp;việc đã làm…</translation>
    </message>
    <message>
        <source>New &amp;board…</source>
        <translation>Lập bảng &amp;mới…</translation>
    </message>
    <message>
        <source>&amp;Open another board or book…</source>
        <translation>Mở bảng hoặc &amp;sổ khác…</translation>
    </message>
</context>
<context>
    <name>BoardOpening</name>
    <message>
        <source>Is the board of the office on this computer, or is it to be begun?</source>
        <translation>Bảng theo dõi đã có trên máy này, hay lập bảng mới?</translation>
    </message>
    <message>
        <source>Begin a board</source>
        <translation>Lập bảng mới</translation>
    </message>
    <message>
        <source>Open a board</source>
        <translation>Mở bảng đã có</translation>
    </message>
    <message>
        <source>Board of the cells</source>
        <translation>Bảng theo dõi chi bộ</translation>
    </message>
</context>
<context>
    <name>BoardPaperForm</name>
    <message>
        <source>&amp;Minutes missing for</source>
        <translation>&amp;Còn thiếu biên bản</translation>
    </message>
    <message>
        <source>To be sent &amp;by</source>
        <translation>Gửi chậ&amp;m nhất</translation>
    </message>
    <message>
        <source>soon</source>
        <translation>sớm gửi</translation>
    </message>
    <message>
        <source>Show the paper smaller</source>
        <translation>Thu nhỏ</translation>
    </message>
    <message>
        <source>Show the paper larger</source>
        <translation>Phóng to</translation>
    </message>
    <message>
        <source>The paper as it will be printed</source>
        <translation>Giấy như khi in ra</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Đón&amp;g</translation>
    </message>
    <message>
        <source>Save as PD&amp;F…</source>
        <translation>Lưu thành PD&amp;F…</translation>
    </message>
    <message>
        <source>&amp;Print</source>
        <translation>&amp;In</translation>
    </message>
</context>
<context>
    <name>BoardPetitionsForm</name>
    <message>
        <source>Of which cell</source>
        <translation>Của chi bộ nào</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>Chi bộ</translation>
    </message>
    <message>
        <source>Petitions of the cells</source>
        <translation>Kiến nghị của các chi bộ</translation>
    </message>
    <message>
        <source>What the cells ask the superior for will stand here until it has an answer.</source>
        <translation>Kiến nghị của các chi bộ sẽ nằm ở đây cho đến khi có trả lời.</translation>
    </message>
    <message>
        <source>&amp;Answer</source>
        <translation>&amp;Trả lời</translation>
    </message>
    <message>
        <source>It goes back to the cell with the next reply on its stick</source>
        <translation>Trả lời sẽ về chi bộ cùng phản hồi ghi lên USB</translation>
    </message>
    <message>
        <source>A&amp;nswered on</source>
        <translation>Ngà&amp;y trả lời</translation>
    </message>
    <message>
        <source>&amp;Open the minutes</source>
        <translation>&amp;Mở biên bản</translation>
    </message>
</context>
<context>
    <name>BoardRulesForm</name>
    <message>
        <source>Rule files</source>
        <translation>Tệp quy định</translation>
    </message>
    <message>
        <source>Rule files that were handed out will stand here.</source>
        <translation>Tệp quy định đã gửi các chi bộ sẽ nằm ở đây.</translation>
    </message>
    <message>
        <source>&amp;Hand out a rule file…</source>
        <translation>&amp;Gửi tệp quy định…</translation>
    </message>
</context>
<context>
    <name>BoardStates</name>
    <message>
        <source>{cell}, month {month}: {state}</source>
        <translation>{cell}, tháng {month}: {state}</translation>
    </message>
    <message>
        <source>further meetings: {count}</source>
        <translation>kỳ khác: {count}</translation>
    </message>
</context>
<context>
    <name>BoardSumsForm</name>
    <message>
        <source>&amp;Table</source>
        <translation>Bản&amp;g</translation>
    </message>
    <message>
        <source>Month, quarter or year</source>
        <translation>Tháng, quý hay năm</translation>
    </message>
    <message>
        <source>The time before</source>
        <translation>Kỳ trước</translation>
    </message>
    <message>
        <source>The time after</source>
        <translation>Kỳ sau</translation>
    </message>
    <message>
        <source>C&amp;hart</source>
        <translation>Biể&amp;u đồ</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Bảng</translation>
    </message>
    <message>
        <source>Totals</source>
        <translation>Dòng cộng</translation>
    </message>
    <message>
        <source>Which chart</source>
        <translation>Biểu đồ nào</translation>
    </message>
    <message>
        <source>Chart of the figures</source>
        <translation>Biểu đồ số liệu</translation>
    </message>
    <message>
        <source>M&amp;ore…</source>
        <translation>&amp;Việc khác…</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;In…</translation>
    </message>
</context>
<context>
    <name>BoardSuperiorForm</name>
    <message>
        <source>Remark and points</source>
        <translation>Nhận xét, chấm điểm</translation>
    </message>
    <message>
        <source>Re&amp;mark of the superior</source>
        <translation>Nhận xé&amp;t của Đảng ủy</translation>
    </message>
    <message>
        <source>The remark and the points go back to the cell with the next reply on its stick.</source>
        <translation>Nhận xét và điểm sẽ về chi bộ cùng phản hồi ghi lên USB.</translation>
    </message>
    <message>
        <source>Take over the cell&apos;s &amp;own points</source>
        <translation>&amp;Lấy điểm chi bộ tự chấm</translation>
    </message>
    <message>
        <source>W&amp;ho confirmed it</source>
        <translation>Người xá&amp;c nhận</translation>
    </message>
</context>
<context>
    <name>BoardWindowForm</name>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>Board and settings</source>
        <translation>Bảng và cài đặt</translation>
    </message>
    <message>
        <source>Board…</source>
        <translation>Bảng…</translation>
    </message>
    <message>
        <source>Board, settings…</source>
        <translation>Bảng, cài đặt…</translation>
    </message>
    <message>
        <source>Manual of this page (F1)</source>
        <translation>Hướng dẫn trang này (F1)</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>Hướng dẫn</translation>
    </message>
    <message>
        <source>Smaller text (Ctrl and minus)</source>
        <translation>Chữ nhỏ đi (Ctrl và dấu trừ)</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Chữ nhỏ hơn</translation>
    </message>
    <message>
        <source>Larger text (Ctrl and plus)</source>
        <translation>Chữ to ra (Ctrl và dấu cộng)</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Chữ to hơn</translation>
    </message>
    <message>
        <source>Tracking board</source>
        <translation>Bảng theo dõi</translation>
    </message>
    <message>
        <source>Sums</source>
        <translation>Tổng hợp</translation>
    </message>
    <message>
        <source>Petitions</source>
        <translation>Kiến nghị</translation>
    </message>
    <message>
        <source>Directives</source>
        <translation>Chỉ đạo</translation>
    </message>
    <message>
        <source>Cells</source>
        <translation>Chi bộ</translation>
    </message>
</context>
<context>
    <name>BookCargo</name>
    <message>
        <source>&amp;Packet for the superior, sealed: nobody else can open it</source>
        <translation>Gó&amp;i gửi Đảng ủy xã, niêm phong: chỉ nơi nhận mở được</translation>
    </message>
    <message>
        <source>&amp;Packet for the superior: one file with the papers in it</source>
        <translation>Gó&amp;i gửi Đảng ủy xã: một tệp, có giấy tờ bên trong</translation>
    </message>
    <message>
        <source>Not copied to be sent yet.</source>
        <translation>Chưa chép để gửi.</translation>
    </message>
    <message>
        <source>Copied on {day} to {place}.</source>
        <translation>Đã chép ngày {day} vào {place}.</translation>
    </message>
    <message>
        <source>Copied on {day} to {place}; it has changed since.</source>
        <translation>Đã chép ngày {day} vào {place}; từ đó đến nay có thay đổi.</translation>
    </message>
    <message>
        <source>A draft was copied on {day} to {place}.</source>
        <translation>Đã chép bản dự thảo ngày {day} vào {place}.</translation>
    </message>
</context>
<context>
    <name>BookForm</name>
    <message>
        <source>Book of meetings</source>
        <translation>Sổ sinh hoạt</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>Sổ</translation>
    </message>
    <message>
        <source>&amp;Year</source>
        <translation>&amp;Năm</translation>
    </message>
    <message>
        <source>&amp;Plan</source>
        <translation>&amp;Lập kỳ</translation>
    </message>
    <message>
        <source>P&amp;apers…</source>
        <translation>&amp;In giấy tờ…</translation>
    </message>
    <message>
        <source>&amp;Plan a meeting</source>
        <translation>&amp;Lập kỳ mới</translation>
    </message>
    <message>
        <source>Year in &amp;review…</source>
        <translation>N&amp;hìn lại năm…</translation>
    </message>
    <message>
        <source>Meetings</source>
        <translation>Các kỳ sinh hoạt</translation>
    </message>
    <message>
        <source>All meetings of the cell will stand here, the newest first. Plan the first one to begin.</source>
        <translation>Các kỳ sinh hoạt của chi bộ sẽ nằm ở đây, kỳ mới nhất ở trên. Hãy bấm “Lập kỳ mới” để lập kỳ đầu tiên.</translation>
    </message>
    <message>
        <source>&amp;Documents…</source>
        <translation>Sổ &amp;văn bản…</translation>
    </message>
    <message>
        <source>&amp;Open this meeting</source>
        <translation>&amp;Mở kỳ này</translation>
    </message>
</context>
<context>
    <name>BookPanel</name>
    <message numerus="yes">
        <source>%n meeting(s)</source>
        <translation>
            <numerusform>%n kỳ</numerusform>
        </translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tình trạng</translation>
    </message>
    <message>
        <source>Attendance</source>
        <translation>Dự họp</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Văn bản</translation>
    </message>
    <message>
        <source>on paper</source>
        <translation>trên sổ giấy</translation>
    </message>
    <message>
        <source>{present}/{required} · {percent}</source>
        <translation>{present}/{required} · {percent}</translation>
    </message>
    <message>
        <source>Cancelled: {reason}</source>
        <translation>Đã hủy: {reason}</translation>
    </message>
    <message>
        <source>This meeting stands in the paper book only; here are its figures.</source>
        <translation>Kỳ này chỉ có trong sổ giấy; ở đây ghi số liệu.</translation>
    </message>
</context>
<context>
    <name>BookPasswordDialog</name>
    <message>
        <source>Password of the book</source>
        <translation>Mật khẩu của sổ</translation>
    </message>
    <message numerus="yes">
        <source>after %n minute(s)</source>
        <translation>
            <numerusform>sau %n phút</numerusform>
        </translation>
    </message>
    <message>
        <source>never</source>
        <translation>không bao giờ</translation>
    </message>
    <message>
        <source>The deputy has a password, with which the book can be read and printed only.</source>
        <translation>Phó bí thư đã có mật khẩu riêng, chỉ để xem và in sổ.</translation>
    </message>
    <message>
        <source>The deputy can have a password to read and print the book only.</source>
        <translation>Có thể đặt cho phó bí thư một mật khẩu riêng, chỉ để xem và in sổ.</translation>
    </message>
    <message>
        <source>Set a password</source>
        <translation>Đặt mật khẩu</translation>
    </message>
    <message>
        <source>It is asked for whenever the book is opened. Next the recovery sheet is printed.</source>
        <translation>Mỗi lần mở sổ sẽ hỏi mật khẩu này. Tiếp theo là in phiếu khôi phục.</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;Làm tiếp</translation>
    </message>
    <message>
        <source>Change the password</source>
        <translation>Đổi mật khẩu</translation>
    </message>
    <message>
        <source>The recovery sheet stays the same.</source>
        <translation>Phiếu khôi phục đã in vẫn dùng được.</translation>
    </message>
    <message>
        <source>&amp;Change it</source>
        <translation>Đổi mật khẩ&amp;u</translation>
    </message>
    <message>
        <source>The password is changed.</source>
        <translation>Đã đổi mật khẩu.</translation>
    </message>
    <message>
        <source>Password of the deputy</source>
        <translation>Mật khẩu của phó bí thư</translation>
    </message>
    <message>
        <source>Type your own password, then one for the deputy: whoever has it reads and prints the book, and changes nothing.</source>
        <translation>Gõ mật khẩu của đồng chí, rồi gõ một mật khẩu cho phó bí thư: ai có mật khẩu này thì xem và in được sổ, không sửa được gì.</translation>
    </message>
    <message>
        <source>&amp;Set it</source>
        <translation>Đặ&amp;t</translation>
    </message>
    <message>
        <source>Password &amp;for the deputy</source>
        <translation>Mật khẩu &amp;cho phó bí thư</translation>
    </message>
    <message>
        <source>The deputy has a password.</source>
        <translation>Phó bí thư đã có mật khẩu.</translation>
    </message>
    <message>
        <source>Take the deputy&apos;s password away</source>
        <translation>Bỏ mật khẩu của phó bí thư</translation>
    </message>
    <message>
        <source>Nobody but you opens the book then.</source>
        <translation>Từ đó chỉ mình đồng chí mở được sổ.</translation>
    </message>
    <message>
        <source>&amp;Take it away</source>
        <translation>&amp;Bỏ</translation>
    </message>
    <message>
        <source>The deputy has no password any more.</source>
        <translation>Phó bí thư không còn mật khẩu nữa.</translation>
    </message>
    <message>
        <source>Print the recovery sheet</source>
        <translation>In phiếu khôi phục</translation>
    </message>
    <message>
        <source>Whoever has the sheet opens the book, so the password is asked for.</source>
        <translation>Ai có phiếu thì mở được sổ, nên phải hỏi mật khẩu.</translation>
    </message>
    <message>
        <source>Remove the password</source>
        <translation>Bỏ mật khẩu</translation>
    </message>
    <message>
        <source>The book and its copies can be read by everybody then who finds this computer.</source>
        <translation>Từ đó ai dùng máy này cũng đọc được sổ và các bản sao.</translation>
    </message>
    <message>
        <source>&amp;Remove it</source>
        <translation>&amp;Bỏ mật khẩu</translation>
    </message>
</context>
<context>
    <name>BookPasswordForm</name>
    <message>
        <source>What a password does</source>
        <translation>Mật khẩu để làm gì</translation>
    </message>
    <message>
        <source>The book opens without a password</source>
        <translation>Sổ đang mở không cần mật khẩu</translation>
    </message>
    <message>
        <source>With a password nobody reads the book who finds the computer or a stick. Whoever forgets it needs the recovery sheet, which is printed next; without both the book is lost.</source>
        <translation>Có mật khẩu thì người nhặt được máy hoặc USB không đọc được sổ. Quên mật khẩu thì phải có phiếu khôi phục, sẽ in ngay sau đây; mất cả hai là mất sổ.</translation>
    </message>
    <message>
        <source>This copy of the program was installed without the part that locks books. Whoever installed it can add it.</source>
        <translation>Bản cài này thiếu phần khóa sổ. Hãy nhờ người cài máy cài thêm.</translation>
    </message>
    <message>
        <source>&amp;Set a password…</source>
        <translation>Đặ&amp;t mật khẩu…</translation>
    </message>
    <message>
        <source>What can be done with the password</source>
        <translation>Những việc làm được với mật khẩu</translation>
    </message>
    <message>
        <source>The book opens with a password</source>
        <translation>Sổ đang có mật khẩu</translation>
    </message>
    <message>
        <source>&amp;When nobody touches the computer, ask for the password again</source>
        <translation>Hỏi lại mật khẩu &amp;khi không ai dùng máy</translation>
    </message>
    <message>
        <source>&amp;Change the password…</source>
        <translation>Đổ&amp;i mật khẩu…</translation>
    </message>
    <message>
        <source>&amp;Print the recovery sheet…</source>
        <translation>In p&amp;hiếu khôi phục…</translation>
    </message>
    <message>
        <source>Password of the &amp;deputy…</source>
        <translation>&amp;Mật khẩu của phó bí thư…</translation>
    </message>
    <message>
        <source>Take the deputy&apos;s password &amp;away…</source>
        <translation>Bỏ mật khẩu của &amp;phó bí thư…</translation>
    </message>
    <message>
        <source>&amp;Remove the password…</source>
        <translation>&amp;Bỏ mật khẩu của sổ…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
</context>
<context>
    <name>BookTraceDialog</name>
    <message>
        <source>{day}, {kind}</source>
        <translation>{day}, {kind}</translation>
    </message>
</context>
<context>
    <name>Calendar</name>
    <message>
        <source>The month before</source>
        <translation>Tháng trước</translation>
    </message>
    <message>
        <source>The month after</source>
        <translation>Tháng sau</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Tháng</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Năm</translation>
    </message>
    <message>
        <source>Type the year</source>
        <translation>Gõ năm</translation>
    </message>
    <message>
        <source>Days of the month</source>
        <translation>Các ngày trong tháng</translation>
    </message>
</context>
<context>
    <name>CellDialog</name>
    <message>
        <source>The cell and its meeting day</source>
        <translation>Chi bộ và ngày họp</translation>
    </message>
    <message>
        <source>This is no hour. Write it like this: 19:30.</source>
        <translation>Giờ ghi chưa đúng. Hãy ghi như: 19:30.</translation>
    </message>
    <message>
        <source>This is no day. Write it like this: 03/11/2026.</source>
        <translation>Đây không phải là ngày. Hãy ghi như: 03/11/2026.</translation>
    </message>
</context>
<context>
    <name>CellForm</name>
    <message>
        <source>&amp;Name of the cell</source>
        <translation>&amp;Tên chi bộ</translation>
    </message>
    <message>
        <source>for example: Chi bộ thôn 3</source>
        <translation>ví dụ: Chi bộ thôn 3</translation>
    </message>
    <message>
        <source>&amp;Superior body, as on the letterhead</source>
        <translation>Đảng &amp;bộ cấp trên, như in trên đầu giấy</translation>
    </message>
    <message>
        <source>for example: Đảng bộ xã Lưỡng Vượng</source>
        <translation>ví dụ: Đảng bộ xã Lưỡng Vượng</translation>
    </message>
    <message>
        <source>&amp;Commune (in the line of the date)</source>
        <translation>&amp;Xã (in ở dòng ngày tháng)</translation>
    </message>
    <message>
        <source>for example: Lưỡng Vượng</source>
        <translation>ví dụ: Lưỡng Vượng</translation>
    </message>
    <message>
        <source>Usual &amp;place of meeting</source>
        <translation>Nơi thường &amp;họp</translation>
    </message>
    <message>
        <source>for example: Nhà văn hóa thôn 3</source>
        <translation>ví dụ: Nhà văn hóa thôn 3</translation>
    </message>
    <message>
        <source>Meeting &amp;day of the month</source>
        <translation>&amp;Ngày họp hằng tháng</translation>
    </message>
    <message>
        <source>&amp;Hour of meeting</source>
        <translation>&amp;Giờ họp</translation>
    </message>
    <message>
        <source>K&amp;ind of cell</source>
        <translation>Loạ&amp;i chi bộ</translation>
    </message>
    <message>
        <source>Ter&amp;ms and committee…</source>
        <translation>Nhiệm kỳ và chi ủ&amp;y…</translation>
    </message>
    <message>
        <source>Present &amp;term since (numbers begin anew)</source>
        <translation>Nhiệm &amp;kỳ từ ngày (đánh số lại từ 1)</translation>
    </message>
    <message>
        <source>When the day is a day &amp;off</source>
        <translation>Khi t&amp;rùng ngày nghỉ</translation>
    </message>
    <message>
        <source>Officer of the superior who &amp;follows the cell</source>
        <translation>Cấp ủy viên cấp trên &amp;phụ trách chi bộ</translation>
    </message>
    <message>
        <source>for example: Quan Văn Thuận</source>
        <translation>ví dụ: Quan Văn Thuận</translation>
    </message>
    <message>
        <source>Offic&amp;e or title of that officer</source>
        <translation>Chức &amp;vụ của đồng chí đó</translation>
    </message>
    <message>
        <source>for example: Đảng ủy viên</source>
        <translation>ví dụ: Đảng ủy viên</translation>
    </message>
    <message>
        <source>P&amp;ublic key of the superior, if it gave one</source>
        <translation>Khóa &amp;công khai của cấp trên, nếu có</translation>
    </message>
    <message>
        <source>Ne&amp;w names from a day on…</source>
        <translation>Đổi tên từ &amp;một ngày…</translation>
    </message>
    <message>
        <source>Do not keep</source>
        <translation>Không lưu</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Lưu</translation>
    </message>
</context>
<context>
    <name>CellsForm</name>
    <message>
        <source>Find a cell (tones may be left out)</source>
        <translation>Tìm chi bộ (không cần dấu)</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>Tìm…</translation>
    </message>
    <message>
        <source>Find a cell</source>
        <translation>Tìm chi bộ</translation>
    </message>
    <message>
        <source>&amp;Add a cell without a computer…</source>
        <translation>&amp;Thêm chi bộ không có máy tính…</translation>
    </message>
    <message>
        <source>Register of the cells</source>
        <translation>Danh sách chi bộ</translation>
    </message>
    <message>
        <source>There is no cell yet. Cells come with the first packet that is received from them; one without a computer is added here.</source>
        <translation>Chưa có chi bộ nào. Chi bộ có máy tính tự vào bảng khi nhận gói đầu tiên; chi bộ không có máy tính thì thêm ở đây.</translation>
    </message>
    <message>
        <source>&amp;Open its meetings</source>
        <translation>&amp;Mở các kỳ sinh hoạt</translation>
    </message>
    <message>
        <source>Cha&amp;nge the name…</source>
        <translation>Đổi tê&amp;n…</translation>
    </message>
    <message>
        <source>Turned away</source>
        <translation>Đã từ chối</translation>
    </message>
    <message>
        <source>Senders that were turned away</source>
        <translation>Những nơi gửi đã từ chối</translation>
    </message>
    <message>
        <source>&amp;Receive again</source>
        <translation>Nhận &amp;lại</translation>
    </message>
</context>
<context>
    <name>CellsPage</name>
    <message>
        <source>Cells</source>
        <translation>Chi bộ</translation>
    </message>
    <message>
        <source>Also came under the name: {names}</source>
        <translation>Còn gửi với tên: {names}</translation>
    </message>
    <message>
        <source>Code of its key: {code}</source>
        <translation>Mã khóa: {code}</translation>
    </message>
    <message>
        <source>It has no computer and hands in paper.</source>
        <translation>Không có máy tính, nộp bản giấy.</translation>
    </message>
    <message>
        <source>It hands in paper at present.</source>
        <translation>Hiện đang nộp bản giấy.</translation>
    </message>
    <message>
        <source>&amp;Take it off the board</source>
        <translation>&amp;Bỏ khỏi bảng</translation>
    </message>
    <message>
        <source>It &amp;sends packets again</source>
        <translation>Lại gửi gói bằng &amp;USB</translation>
    </message>
    <message>
        <source>It now hands in &amp;paper</source>
        <translation>Chuyển sang nộp bản &amp;giấy</translation>
    </message>
    <message>
        <source>A cell without a computer</source>
        <translation>Chi bộ không có máy tính</translation>
    </message>
    <message>
        <source>Name of the cell</source>
        <translation>Tên chi bộ</translation>
    </message>
    <message>
        <source>The name of the cell</source>
        <translation>Tên chi bộ</translation>
    </message>
    <message>
        <source>“{name}” is on the board already. Two cells of one name are told apart nowhere.</source>
        <translation>“{name}” đã có trong bảng. Hai chi bộ trùng tên thì không phân biệt được.</translation>
    </message>
    <message>
        <source>It is another cell</source>
        <translation>Đó là chi bộ khác</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>Để như cũ</translation>
    </message>
    <message>
        <source>Plug in the stick once more to receive what it holds.</source>
        <translation>Hãy cắm lại USB để nhận những gói trên đó.</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>Chi bộ</translation>
    </message>
    <message>
        <source>Superior</source>
        <translation>Cấp trên</translation>
    </message>
    <message>
        <source>Last received</source>
        <translation>Nhận gần nhất</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Cách nộp</translation>
    </message>
    <message>
        <source>paper</source>
        <translation>bản giấy</translation>
    </message>
    <message>
        <source>USB</source>
        <translation>USB</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Nơi gửi</translation>
    </message>
    <message>
        <source>What was turned away</source>
        <translation>Đã từ chối gì</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Từ ngày</translation>
    </message>
    <message>
        <source>the cell, {superior}</source>
        <translation>cả chi bộ, {superior}</translation>
    </message>
    <message>
        <source>a key, code {code}</source>
        <translation>một khóa, mã {code}</translation>
    </message>
    <message>
        <source>this name</source>
        <translation>tên này</translation>
    </message>
</context>
<context>
    <name>ClearButton</name>
    <message>
        <source>Clear this field</source>
        <translation>Xóa chữ trong ô này</translation>
    </message>
</context>
<context>
    <name>ClockDialog</name>
    <message>
        <source>What day is it today?</source>
        <translation>Hôm nay là ngày nào?</translation>
    </message>
    <message>
        <source>This is no day. Write it like this: 03/11/2026.</source>
        <translation>Đây không phải là ngày. Hãy ghi như: 03/11/2026.</translation>
    </message>
    <message>
        <source>{day} is far from the other entries. If it is right, press the button again.</source>
        <translation>{day}: ngày này cách xa các lần ghi khác. Nếu đúng, hãy bấm nút ấy lần nữa.</translation>
    </message>
</context>
<context>
    <name>ClockForm</name>
    <message>
        <source>&amp;What day is it today?</source>
        <translation>&amp;Hôm nay là ngày nào?</translation>
    </message>
    <message>
        <source>The day you enter counts until the program is closed. To mend the clock of the computer, right-click the time in the corner of the screen and choose “Adjust date and time”; a laptop that forgets the day again needs a new battery for its clock.</source>
        <translation>Ngày ghi ở đây được dùng cho đến khi đóng chương trình. Để sửa đồng hồ của máy, bấm nút phải chuột vào giờ ở góc màn hình rồi chọn “Điều chỉnh ngày và giờ”; nếu máy lại quên ngày thì phải thay pin đồng hồ của máy.</translation>
    </message>
    <message>
        <source>The &amp;computer is right</source>
        <translation>&amp;Máy tính đúng</translation>
    </message>
    <message>
        <source>&amp;Today is the day entered</source>
        <translation>&amp;Dùng ngày vừa ghi</translation>
    </message>
</context>
<context>
    <name>CodeState</name>
    <message>
        <source>This code is right</source>
        <translation>Mã đúng</translation>
    </message>
    <message numerus="yes">
        <source>%n letter(s) to go</source>
        <translation>
            <numerusform>Còn %n ký tự nữa</numerusform>
        </translation>
    </message>
    <message>
        <source>Not right yet: compare each group with the sheet</source>
        <translation>Chưa đúng: hãy so lại từng nhóm với phiếu</translation>
    </message>
</context>
<context>
    <name>CollectDialog</name>
    <message>
        <source>Receive packets</source>
        <translation>Nhận gói của chi bộ</translation>
    </message>
    <message>
        <source>File {done} of {total}</source>
        <translation>Tệp {done} trên {total}</translation>
    </message>
    <message>
        <source>Looking for packets.</source>
        <translation>Đang tìm các gói.</translation>
    </message>
    <message numerus="yes">
        <source>%n packet(s) are sealed for the office.</source>
        <translation>
            <numerusform>%n gói được niêm phong cho văn phòng.</numerusform>
        </translation>
    </message>
    <message>
        <source>The stick was pulled out before the end. What was received is kept; plug it in and receive once more.</source>
        <translation>USB bị rút ra khi chưa xong. Những gì đã nhận vẫn còn; hãy cắm lại rồi nhận một lần nữa.</translation>
    </message>
    <message>
        <source>Stopped. What was received by then is kept.</source>
        <translation>Đã dừng. Những gì đã nhận vẫn còn.</translation>
    </message>
    <message>
        <source>There is no packet. Look whether it is the right stick.</source>
        <translation>Không thấy gói nào. Hãy xem có đúng USB của chi bộ không.</translation>
    </message>
    <message>
        <source>Received and kept. You may pull out the USB stick.</source>
        <translation>Đã nhận và lưu xong. Có thể rút USB.</translation>
    </message>
    <message>
        <source>Received and kept.</source>
        <translation>Đã nhận và lưu xong.</translation>
    </message>
    <message>
        <source>&amp;Receive</source>
        <translation>&amp;Nhận</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;Làm tiếp</translation>
    </message>
</context>
<context>
    <name>CollectForm</name>
    <message>
        <source>Receive &amp;from</source>
        <translation>N&amp;hận từ</translation>
    </message>
    <message>
        <source>Plug in the USB stick of a cell. It will show here by itself.</source>
        <translation>Hãy cắm USB của chi bộ. USB sẽ tự hiện ra ở đây.</translation>
    </message>
    <message>
        <source>How far the receiving is</source>
        <translation>Nhận đến đâu</translation>
    </message>
    <message>
        <source>These are not known yet. Click a line, or press Space, to say that it is right; what you leave stays on the stick and is asked about again.</source>
        <translation>Những nơi gửi này chưa biết. Bấm vào dòng, hoặc phím cách, nếu đúng là của ta; dòng nào để lại thì lần sau hỏi tiếp.</translation>
    </message>
    <message>
        <source>Senders that are not known yet</source>
        <translation>Những nơi gửi chưa biết</translation>
    </message>
    <message>
        <source>&amp;Never receive from this one</source>
        <translation>Không &amp;bao giờ nhận nơi này</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Đón&amp;g</translation>
    </message>
    <message>
        <source>Another f&amp;older…</source>
        <translation>Thư &amp;mục khác…</translation>
    </message>
    <message>
        <source>&amp;Packets…</source>
        <translation>Chọn &amp;tệp…</translation>
    </message>
    <message>
        <source>&amp;Write answers to the stick…</source>
        <translation>Ghi &amp;phản hồi lên USB…</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Dừng</translation>
    </message>
    <message>
        <source>&amp;Another stick</source>
        <translation>&amp;USB khác</translation>
    </message>
</context>
<context>
    <name>ColumnBar</name>
    <message>
        <source>Columns {first}–{last} of {count}</source>
        <translation>Cột {first}–{last} trong {count} cột</translation>
    </message>
    <message>
        <source>The columns before</source>
        <translation>Các cột trước</translation>
    </message>
    <message>
        <source>The columns after</source>
        <translation>Các cột sau</translation>
    </message>
</context>
<context>
    <name>ContactDialog</name>
    <message>
        <source>Keeps contact where they live</source>
        <translation>Giữ mối liên hệ nơi cư trú</translation>
    </message>
    <message>
        <source>This is no day. Write it like this: 03/11/2026.</source>
        <translation>Đây không phải là ngày. Hãy ghi như: 03/11/2026.</translation>
    </message>
</context>
<context>
    <name>ContactForm</name>
    <message>
        <source>&amp;Full name</source>
        <translation>&amp;Họ và tên</translation>
    </message>
    <message>
        <source>&amp;Born</source>
        <translation>Ngày &amp;sinh</translation>
    </message>
    <message>
        <source>&amp;Works at</source>
        <translation>Nơi &amp;công tác</translation>
    </message>
    <message>
        <source>&amp;Phone</source>
        <translation>Đ&amp;iện thoại</translation>
    </message>
    <message>
        <source>&amp;Member of the cell</source>
        <translation>Sinh hoạt &amp;tại chi bộ</translation>
    </message>
    <message>
        <source>Keeps &amp;contact from</source>
        <translation>Giữ liên hệ từ &amp;ngày</translation>
    </message>
    <message>
        <source>&amp;Until (if it ended)</source>
        <translation>Đến ngà&amp;y (nếu đã thôi)</translation>
    </message>
    <message>
        <source>Last &amp;remark on</source>
        <translation>Ngày nhận &amp;xét gần nhất</translation>
    </message>
    <message>
        <source>N&amp;ote</source>
        <translation>&amp;Ghi chú</translation>
    </message>
    <message>
        <source>Do not keep</source>
        <translation>Không lưu</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Lưu</translation>
    </message>
</context>
<context>
    <name>ContactsDialog</name>
    <message>
        <source>Members of other cells who live here</source>
        <translation>Đảng viên giữ liên hệ nơi cư trú</translation>
    </message>
    <message>
        <source>Who lives here and belongs to another cell stands here. Press “Add somebody”.</source>
        <translation>Đảng viên cư trú ở đây mà sinh hoạt nơi khác sẽ nằm ở đây. Hãy bấm “Thêm người”.</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Họ và tên</translation>
    </message>
    <message>
        <source>Works at</source>
        <translation>Nơi công tác</translation>
    </message>
    <message>
        <source>Keeps contact</source>
        <translation>Giữ liên hệ</translation>
    </message>
    <message>
        <source>Remark {year}</source>
        <translation>Nhận xét {year}</translation>
    </message>
    <message>
        <source>from {since}</source>
        <translation>từ {since}</translation>
    </message>
    <message>
        <source>until {until}</source>
        <translation>đến {until}</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>chưa có</translation>
    </message>
</context>
<context>
    <name>ContactsForm</name>
    <message>
        <source>Party members of other cells who live here (Rule 213-QĐ/TW). They are not of this cell and counted nowhere; once a year the cell gives its remark on them.</source>
        <translation>Đảng viên sinh hoạt ở nơi công tác nhưng cư trú ở đây (Quy định 213-QĐ/TW). Không thuộc chi bộ nên không tính vào số liệu nào; mỗi năm chi bộ nhận xét một lần.</translation>
    </message>
    <message>
        <source>&amp;Add somebody</source>
        <translation>&amp;Thêm người</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Mở xem</translation>
    </message>
    <message>
        <source>&amp;Remark given today</source>
        <translation>Hôm nay đã &amp;nhận xét</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Xóa</translation>
    </message>
    <message>
        <source>Those who keep contact</source>
        <translation>Những người giữ liên hệ</translation>
    </message>
    <message>
        <source>&amp;Print the list…</source>
        <translation>&amp;In danh sách…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Đón&amp;g</translation>
    </message>
</context>
<context>
    <name>ContentPage</name>
    <message>
        <source>Two different contents came as version {number}: the book of the cell may have been copied. Until you choose one of them the meeting is not counted.</source>
        <translation>Có hai bản cùng là bản {number} mà nội dung khác nhau: có thể sổ của chi bộ đã bị chép ra hai nơi. Kỳ này chưa được tính cho đến khi chọn một bản.</translation>
    </message>
    <message>
        <source>A new version came: {version}. See below what it changed, then press “Looked at”.</source>
        <translation>Có bản mới: {version}. Hãy xem bên dưới bản này sửa những gì, rồi bấm “Đã xem”.</translation>
    </message>
    <message>
        <source>Two different contents came as version {number}. You chose one.</source>
        <translation>Có hai bản cùng là bản {number} mà nội dung khác nhau. Đã chọn một bản.</translation>
    </message>
    <message>
        <source>In what A and B differ</source>
        <translation>Bản A và bản B khác nhau ở</translation>
    </message>
    <message>
        <source>What {version} changed, compared with {before}</source>
        <translation>Chỗ {version} khác với {before}</translation>
    </message>
    <message>
        <source>Nothing that the minutes say.</source>
        <translation>Nội dung biên bản không khác.</translation>
    </message>
</context>
<context>
    <name>CorrectionDialog</name>
    <message>
        <source>Append a correction</source>
        <translation>Đính chính</translation>
    </message>
    <message>
        <source>A later meeting is closed, so these minutes stay as they are. The correction is printed below them with the date of today.</source>
        <translation>Đã có kỳ sau kết thúc nên biên bản này giữ nguyên. Đính chính sẽ in ở cuối, ghi ngày hôm nay.</translation>
    </message>
    <message>
        <source>&amp;What is to be put right?</source>
        <translation>Đính chính điều &amp;gì?</translation>
    </message>
    <message>
        <source>&amp;Append the correction</source>
        <translation>Ghi đính &amp;chính</translation>
    </message>
</context>
<context>
    <name>CountedProduct</name>
    <message>
        <source>not counted</source>
        <translation>không đếm</translation>
    </message>
</context>
<context>
    <name>Covering</name>
    <message>
        <source>The book is covered. Type its password to go on.</source>
        <translation>Sổ đang được che. Gõ mật khẩu để làm tiếp.</translation>
    </message>
    <message>
        <source>Nobody touched the computer for a while. What was typed is still there.</source>
        <translation>Đã lâu không ai dùng máy. Những gì đang gõ vẫn còn nguyên.</translation>
    </message>
    <message>
        <source>The book has a password</source>
        <translation>Sổ có mật khẩu</translation>
    </message>
    <message>
        <source>&amp;Close the program</source>
        <translation>Đó&amp;ng chương trình</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>day/month/year</source>
        <translation>ngày/tháng/năm</translation>
    </message>
    <message>
        <source>Pick from the calendar</source>
        <translation>Chọn trên lịch</translation>
    </message>
</context>
<context>
    <name>DatedTick</name>
    <message>
        <source>Day of: {step}</source>
        <translation>Ngày: {step}</translation>
    </message>
    <message>
        <source>Pick the day</source>
        <translation>Chọn ngày</translation>
    </message>
</context>
<context>
    <name>DaysOffDialog</name>
    <message>
        <source>Days off in {year}</source>
        <translation>Ngày nghỉ trong năm {year}</translation>
    </message>
    <message>
        <source>The day that you typed is not noted yet. Close once more to leave it out.</source>
        <translation>Ngày vừa gõ chưa được ghi. Muốn bỏ qua thì đóng lần nữa.</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Nghỉ</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Lunar</source>
        <translation>Âm lịch</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Đã đổi</translation>
    </message>
    <message>
        <source>also off</source>
        <translation>nghỉ thêm</translation>
    </message>
    <message>
        <source>worked</source>
        <translation>không nghỉ</translation>
    </message>
    <message>
        <source>{day}, off</source>
        <translation>{day}, nghỉ</translation>
    </message>
    <message>
        <source>{day}, worked</source>
        <translation>{day}, không nghỉ</translation>
    </message>
    <message>
        <source>This is no day of {year}. Write it like this: 02/01/{year}.</source>
        <translation>Đây không phải là ngày của năm {year}. Hãy ghi như: 02/01/{year}.</translation>
    </message>
</context>
<context>
    <name>DaysOffForm</name>
    <message>
        <source>Ticked days are public holidays. Take the tick off a day that is worked; add a day off in lieu.</source>
        <translation>Ngày có dấu là ngày nghỉ lễ. Bỏ dấu nếu hôm đó không nghỉ; thêm ngày nghỉ bù, nghỉ hoán đổi ở dưới.</translation>
    </message>
    <message>
        <source>Days off in the year</source>
        <translation>Các ngày nghỉ trong năm</translation>
    </message>
    <message>
        <source>&amp;Another day off</source>
        <translation>Ngày nghỉ &amp;khác</translation>
    </message>
    <message>
        <source>A&amp;dd</source>
        <translation>&amp;Thêm</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Đón&amp;g</translation>
    </message>
</context>
<context>
    <name>DirectiveDialog</name>
    <message>
        <source>Directive</source>
        <translation>Chỉ đạo</translation>
    </message>
    <message>
        <source>This is no day. Write it like this: 03/11/2026.</source>
        <translation>Đây không phải là ngày. Hãy ghi như: 03/11/2026.</translation>
    </message>
    <message>
        <source>Quarter {number} of {year}</source>
        <translation>Quý {number} năm {year}</translation>
    </message>
</context>
<context>
    <name>DirectivesCard</name>
    <message>
        <source>The superior wants on the agenda</source>
        <translation>Cấp trên yêu cầu đưa vào chương trình</translation>
    </message>
    <message>
        <source>{title}, until {day}</source>
        <translation>{title}, đến {day}</translation>
    </message>
    <message>
        <source>As the topic of this meeting: {title}</source>
        <translation>Lấy làm chuyên đề của kỳ này: {title}</translation>
    </message>
</context>
<context>
    <name>DirectivesPage</name>
    <message>
        <source>Documents, topics, themes</source>
        <translation>Văn bản, nội dung, chuyên đề</translation>
    </message>
    <message>
        <source>Rule files</source>
        <translation>Tệp quy định</translation>
    </message>
    <message>
        <source>Directives</source>
        <translation>Chỉ đạo</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tình trạng</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Số văn bản</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Thời gian</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Từ ngày</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>đã rút</translation>
    </message>
    <message>
        <source>handed out</source>
        <translation>đang gửi</translation>
    </message>
    <message>
        <source>{number} of {day}</source>
        <translation>{number} ngày {day}</translation>
    </message>
    <message>
        <source>quarter {number}/{year}</source>
        <translation>quý {number}/{year}</translation>
    </message>
    <message>
        <source>month {first}</source>
        <translation>tháng {first}</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} đến {last}</translation>
    </message>
    <message>
        <source>Let it hold a&amp;gain</source>
        <translation>Thực hiện &amp;lại</translation>
    </message>
    <message>
        <source>&amp;Withdraw</source>
        <translation>&amp;Rút lại</translation>
    </message>
    <message>
        <source>{file} goes to each cell with the next reply on its stick.</source>
        <translation>{file} sẽ về từng chi bộ cùng phản hồi ghi lên USB.</translation>
    </message>
</context>
<context>
    <name>DisplayMenu</name>
    <message>
        <source>Te&amp;xt, colours, {language}</source>
        <translation>Chữ, mà&amp;u, {language}</translation>
    </message>
    <message>
        <source>&amp;Larger text</source>
        <translation>Chữ t&amp;o hơn</translation>
    </message>
    <message>
        <source>S&amp;maller text</source>
        <translation>Chữ n&amp;hỏ hơn</translation>
    </message>
    <message>
        <source>Ligh&amp;t: dark text on white</source>
        <translation>&amp;Sáng: chữ đen nền trắng</translation>
    </message>
    <message>
        <source>As the &amp;computer is set</source>
        <translation>&amp;Như máy tính</translation>
    </message>
    <message>
        <source>Settings, te&amp;xt, about, {language}</source>
        <translation>Cài đặt, mà&amp;u, cỡ chữ, {language}</translation>
    </message>
    <message>
        <source>S&amp;ettings on one page…</source>
        <translation>Cài đặt trên một tran&amp;g…</translation>
    </message>
    <message>
        <source>&amp;Dark: bright text on grey</source>
        <translation>&amp;Tối: chữ sáng nền xám</translation>
    </message>
    <message>
        <source>&amp;Strong contrast: white on black</source>
        <translation>Tương phản &amp;cao: trắng trên đen</translation>
    </message>
    <message>
        <source>About th&amp;is program…</source>
        <translation>Giới thiệ&amp;u chương trình…</translation>
    </message>
</context>
<context>
    <name>DocumentDialog</name>
    <message>
        <source>Document</source>
        <translation>Văn bản</translation>
    </message>
    <message>
        <source>no number yet</source>
        <translation>chưa có số</translation>
    </message>
    <message>
        <source>The number is missing. Enter it.</source>
        <translation>Chưa ghi số văn bản. Hãy ghi số.</translation>
    </message>
    <message>
        <source>Say what the document is about.</source>
        <translation>Chưa ghi trích yếu. Hãy ghi văn bản nói về việc gì.</translation>
    </message>
    <message>
        <source>Keep this document?</source>
        <translation>Có lưu văn bản này không?</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>Do not keep it</source>
        <translation>Không lưu</translation>
    </message>
    <message>
        <source>Proposed: the next number since {day}.</source>
        <translation>Số gợi ý: số tiếp theo, tính từ {day}.</translation>
    </message>
    <message>
        <source>Missing since {day}: {numbers}.</source>
        <translation>Còn thiếu số từ {day}: {numbers}.</translation>
    </message>
    <message>
        <source>The book knows no number of this type since {day} yet. Enter the one that follows those on paper, or 1.</source>
        <translation>Từ {day} sổ chưa có số nào của loại này. Hãy ghi số tiếp theo sổ giấy, hoặc số 1.</translation>
    </message>
</context>
<context>
    <name>DocumentForm</name>
    <message>
        <source>&amp;Type</source>
        <translation>L&amp;oại</translation>
    </message>
    <message>
        <source>&amp;Number</source>
        <translation>&amp;Số</translation>
    </message>
    <message>
        <source>&amp;What it is about</source>
        <translation>&amp;Trích yếu</translation>
    </message>
    <message>
        <source>Do not keep</source>
        <translation>Không lưu</translation>
    </message>
    <message>
        <source>&amp;Keep it</source>
        <translation>&amp;Lưu lại</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Xóa</translation>
    </message>
</context>
<context>
    <name>DocumentsDialog</name>
    <message>
        <source>Register of documents</source>
        <translation>Sổ văn bản</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Văn bản</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Trích yếu</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Kỳ sinh hoạt</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tình trạng</translation>
    </message>
    <message>
        <source>on paper</source>
        <translation>trên giấy</translation>
    </message>
    <message>
        <source>all types</source>
        <translation>tất cả các loại</translation>
    </message>
    <message>
        <source>this one, since {day}</source>
        <translation>nhiệm kỳ này, từ {day}</translation>
    </message>
    <message>
        <source>earlier ones</source>
        <translation>các nhiệm kỳ trước</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n văn bản</numerusform>
        </translation>
    </message>
    <message>
        <source>Missing numbers: {numbers}</source>
        <translation>Còn thiếu số: {numbers}</translation>
    </message>
    <message>
        <source>No later document of this type is signed yet</source>
        <translation>Chưa có văn bản cùng loại nào ký sau văn bản này</translation>
    </message>
    <message>
        <source>Posted in the handbook</source>
        <translation>Đã đăng lên Sổ tay điện tử</translation>
    </message>
    <message>
        <source>{document} ({day}, {meeting}).</source>
        <translation>{document} ({day}, {meeting}).</translation>
    </message>
    <message>
        <source>It is a draft until its meeting is closed.</source>
        <translation>Còn là dự thảo cho đến khi kết thúc kỳ sinh hoạt.</translation>
    </message>
    <message>
        <source>Replaced by {number} of {day}.</source>
        <translation>Đã được thay bằng số {number} ngày {day}.</translation>
    </message>
</context>
<context>
    <name>DocumentsForm</name>
    <message>
        <source>&amp;Type</source>
        <translation>&amp;Loại</translation>
    </message>
    <message>
        <source>Ter&amp;m</source>
        <translation>&amp;Nhiệm kỳ</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Văn bản</translation>
    </message>
    <message>
        <source>Every numbered document of the cell will stand here. Add one in the last step of its meeting.</source>
        <translation>Mọi văn bản có số của chi bộ sẽ nằm ở đây. Hãy thêm văn bản ở bước cuối của kỳ sinh hoạt.</translation>
    </message>
    <message>
        <source>&amp;Replaced by…</source>
        <translation>&amp;Thay bằng…</translation>
    </message>
    <message>
        <source>&amp;Open its meeting</source>
        <translation>&amp;Mở kỳ sinh hoạt</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Đón&amp;g</translation>
    </message>
</context>
<context>
    <name>EarlierPostsDialog</name>
    <message>
        <source>Posts before the book</source>
        <translation>Chức vụ trước khi có sổ</translation>
    </message>
    <message>
        <source>Nobody is called that. Choose a name from the list.</source>
        <translation>Không có ai tên như vậy. Hãy chọn trong danh sách.</translation>
    </message>
    <message>
        <source>This is no day. Write it like this: 03/11/2026.</source>
        <translation>Đây không phải là ngày. Hãy ghi như: 03/11/2026.</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Họ tên</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Chức vụ</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Từ ngày</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Đến ngày</translation>
    </message>
</context>
<context>
    <name>EarlierPostsForm</name>
    <message>
        <source>Who held a post before the first term in this book: one line for each term. These lines count when somebody has held one post for several terms in a row.</source>
        <translation>Ghi ai đã giữ chức vụ gì trước nhiệm kỳ đầu tiên trong sổ, mỗi nhiệm kỳ một dòng. Các dòng này được tính khi xét một đồng chí giữ cùng một chức vụ mấy nhiệm kỳ liên tiếp.</translation>
    </message>
    <message>
        <source>Posts before the book</source>
        <translation>Chức vụ trước khi có sổ</translation>
    </message>
    <message>
        <source>&amp;Take this line out</source>
        <translation>&amp;Bỏ dòng này</translation>
    </message>
    <message>
        <source>&amp;Who</source>
        <translation>&amp;Họ tên</translation>
    </message>
    <message>
        <source>&amp;Post</source>
        <translation>&amp;Chức vụ</translation>
    </message>
    <message>
        <source>&amp;First day</source>
        <translation>&amp;Từ ngày</translation>
    </message>
    <message>
        <source>&amp;Last day</source>
        <translation>Đế&amp;n ngày</translation>
    </message>
    <message>
        <source>Do not keep</source>
        <translation>Không lưu</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Lưu</translation>
    </message>
</context>
<context>
    <name>EarlierText</name>
    <message>
        <source>Text o&amp;f {day}</source>
        <translation>&amp;Lời ghi kỳ {day}</translation>
    </message>
    <message>
        <source>Bring in what was written on this point on {day}</source>
        <translation>Chép vào đây lời đã ghi ở nội dung này, kỳ {day}</translation>
    </message>
    <message>
        <source>Word for word as on {day}: change what is different this time.</source>
        <translation>Giống hệt kỳ {day}: sửa những chỗ kỳ này khác.</translation>
    </message>
</context>
<context>
    <name>EntryDialog</name>
    <message>
        <source>What you typed here is not kept yet. Close once more to throw it away.</source>
        <translation>Những gì vừa gõ chưa được lưu. Muốn bỏ đi thì đóng lần nữa.</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Bỏ đi</translation>
    </message>
</context>
<context>
    <name>ErrorDialog</name>
    <message>
        <source>Unexpected fault</source>
        <translation>Chương trình gặp lỗi</translation>
    </message>
    <message>
        <source>Everything you typed is saved, and you can go on working.</source>
        <translation>Mọi điều đồng chí đã ghi đều được lưu, và đồng chí có thể làm tiếp.</translation>
    </message>
    <message>
        <source>Everything is saved but what you typed into the form that is open: it still stands there, and you can go on working.</source>
        <translation>Mọi điều đã ghi đều được lưu, chỉ trừ những gì đồng chí vừa gõ trong cửa sổ đang mở: chữ vẫn còn nguyên ở đó, và đồng chí có thể làm tiếp.</translation>
    </message>
    <message>
        <source>What was saved before is safe, but what you typed last could not be saved: write it down on paper before you close the program.</source>
        <translation>Những gì đã lưu trước đó vẫn an toàn, nhưng phần vừa gõ sau cùng chưa lưu được: hãy chép ra giấy trước khi đóng chương trình.</translation>
    </message>
    <message>
        <source>Copied. In a message, press Ctrl+V to put it there.</source>
        <translation>Đã chép. Khi soạn tin nhắn, bấm Ctrl+V để dán vào.</translation>
    </message>
</context>
<context>
    <name>ErrorForm</name>
    <message>
        <source>The program met a fault that nobody foresaw. What you did last may not have been carried out.</source>
        <translation>Chương trình vừa gặp một lỗi ngoài dự kiến. Việc đồng chí vừa làm có thể chưa được thực hiện.</translation>
    </message>
    <message>
        <source>If it happens again, copy the information about the fault and send it to whoever looks after the computer. It holds no names, no texts and no figures of your book.</source>
        <translation>Nếu lỗi này lặp lại, hãy chép thông tin lỗi và gửi cho người phụ trách máy. Trong đó không có họ tên, nội dung hay con số nào của sổ.</translation>
    </message>
    <message>
        <source>C&amp;opy the information about the fault</source>
        <translation>&amp;Chép thông tin lỗi</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Đón&amp;g</translation>
    </message>
</context>
<context>
    <name>ExerciseDialog</name>
    <message>
        <source>How the exercise went</source>
        <translation>Bài tập đã làm thế nào</translation>
    </message>
</context>
<context>
    <name>ExerciseForm</name>
    <message>
        <source>What went well</source>
        <translation>Việc đã làm tốt</translation>
    </message>
    <message>
        <source>What to try again</source>
        <translation>Việc nên tập thêm</translation>
    </message>
    <message>
        <source>&amp;Practise again from the beginning</source>
        <translation>Tập lại từ đầ&amp;u</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Đón&amp;g</translation>
    </message>
</context>
<context>
    <name>ExerciseStrip</name>
    <message>
        <source>Put the exercise away; the menu “Other books” brings it back</source>
        <translation>Tạm ẩn bài tập; gọi lại ở “Sổ, cài đặt…”, mục “Mở sổ khác, tập thử”</translation>
    </message>
    <message>
        <source>Begin again</source>
        <translation>Tập lại</translation>
    </message>
    <message>
        <source>See how it went</source>
        <translation>Xem nhận xét</translation>
    </message>
    <message>
        <source>Exercise {number}/{count}</source>
        <translation>Bài tập {number}/{count}</translation>
    </message>
    <message>
        <source>Take me there</source>
        <translation>Đến chỗ đó</translation>
    </message>
</context>
<context>
    <name>FailedNotice</name>
    <message>
        <source>This page met a fault</source>
        <translation>Trang này gặp lỗi</translation>
    </message>
    <message>
        <source>Nothing of your book is lost, and the other pages go on working.</source>
        <translation>Sổ không mất gì, các trang khác vẫn dùng được.</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Thử lại</translation>
    </message>
    <message>
        <source>C&amp;opy the information about the fault</source>
        <translation>&amp;Chép thông tin lỗi</translation>
    </message>
    <message>
        <source>Copied. In a message, press Ctrl+V to put it there.</source>
        <translation>Đã chép. Khi soạn tin nhắn, bấm Ctrl+V để dán vào.</translation>
    </message>
</context>
<context>
    <name>FeesDialog</name>
    <message>
        <source>Party fees</source>
        <translation>Đảng phí</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Do not keep</source>
        <translation>Không lưu</translation>
    </message>
    <message>
        <source>Owes</source>
        <translation>Còn nợ</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>TT</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Họ và tên</translation>
    </message>
    <message>
        <source>{name}, owes</source>
        <translation>{name}, còn nợ</translation>
    </message>
    <message>
        <source>{name}, owes nothing</source>
        <translation>{name}, không nợ</translation>
    </message>
    <message>
        <source>Owing: {names}.</source>
        <translation>Còn nợ: {names}.</translation>
    </message>
    <message>
        <source>Nobody owes the fee.</source>
        <translation>Không ai nợ đảng phí.</translation>
    </message>
</context>
<context>
    <name>FeesForm</name>
    <message>
        <source>&amp;Members who paid, as announced</source>
        <translation>&amp;Số đồng chí đã nộp, theo thông báo</translation>
    </message>
    <message>
        <source>Tick who still &amp;owes the fee</source>
        <translation>Đánh dấu ai còn &amp;nợ đảng phí</translation>
    </message>
    <message>
        <source>Find a name (no tone marks needed)…</source>
        <translation>Tìm tên (không cần dấu)…</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>Tìm…</translation>
    </message>
    <message>
        <source>Find a name</source>
        <translation>Tìm tên</translation>
    </message>
    <message>
        <source>Members and who owes the fee</source>
        <translation>Đảng viên và ai còn nợ đảng phí</translation>
    </message>
    <message>
        <source>&amp;Note it</source>
        <translation>&amp;Lưu</translation>
    </message>
</context>
<context>
    <name>FigureTables</name>
    <message>
        <source>What is counted</source>
        <translation>Số liệu</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Số lượng</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Kỳ sinh hoạt</translation>
    </message>
    <message>
        <source>No meeting stands behind this number.</source>
        <translation>Số liệu này không lấy từ kỳ sinh hoạt nào.</translation>
    </message>
</context>
<context>
    <name>FigureWords</name>
    <message>
        <source>{day}, {hour}</source>
        <translation>{day}, {hour}</translation>
    </message>
    <message>
        <source>{day} (not its usual day)</source>
        <translation>{day} (không đúng ngày thường lệ)</translation>
    </message>
    <message>
        <source>{kind}: {topic}</source>
        <translation>{kind}: {topic}</translation>
    </message>
    <message>
        <source>{present} of {required} ({percent})</source>
        <translation>{present}/{required} ({percent})</translation>
    </message>
    <message>
        <source>absent with a reason {excused}, without {unexcused}</source>
        <translation>vắng có lý do {excused}, không lý do {unexcused}</translation>
    </message>
    <message>
        <source>{spoke} of {present} who were there</source>
        <translation>{spoke}/{present} đồng chí có mặt</translation>
    </message>
    <message>
        <source>none</source>
        <translation>chưa chấm</translation>
    </message>
    <message>
        <source>{points}/{total} · {grade}</source>
        <translation>{points}/{total} · {grade}</translation>
    </message>
    <message>
        <source>{given} given, {open} still open, {overdue} overdue</source>
        <translation>giao {given}, chưa xong {open}, quá hạn {overdue}</translation>
    </message>
    <message numerus="yes">
        <source>%n raised</source>
        <translation>
            <numerusform>nêu %n kiến nghị</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} (spoke)</source>
        <translation>{name} (có phát biểu)</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>không có</translation>
    </message>
    <message>
        <source>Conclusion on “{title}”: {text}</source>
        <translation>Kết luận “{title}”: {text}</translation>
    </message>
    <message>
        <source>Task: {what} ({lead}, by {due})</source>
        <translation>Nhiệm vụ: {what} ({lead}, hạn {due})</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>none</source>
        <translation>không có</translation>
    </message>
    <message>
        <source>{count}/{base} · {percent}</source>
        <translation>{count}/{base} · {percent}</translation>
    </message>
</context>
<context>
    <name>FileOpening</name>
    <message>
        <source>Look only</source>
        <translation>Chỉ xem</translation>
    </message>
    <message>
        <source>Do not open</source>
        <translation>Không mở</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Lấy lại</translation>
    </message>
</context>
<context>
    <name>FollowUpCard</name>
    <message>
        <source>After the meeting</source>
        <translation>Sau kỳ sinh hoạt</translation>
    </message>
</context>
<context>
    <name>GridForm</name>
    <message>
        <source>&amp;Receive from USB…</source>
        <translation>&amp;Nhận từ USB…</translation>
    </message>
    <message>
        <source>Order of the cells</source>
        <translation>Thứ tự các chi bộ</translation>
    </message>
    <message>
        <source>Find a cell (tones may be left out)</source>
        <translation>Tìm chi bộ (không cần dấu)</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>Tìm…</translation>
    </message>
    <message>
        <source>Find a cell</source>
        <translation>Tìm chi bộ</translation>
    </message>
    <message>
        <source>Superior of the cells</source>
        <translation>Cấp trên của các chi bộ</translation>
    </message>
    <message>
        <source>Cells and months</source>
        <translation>Chi bộ và các tháng</translation>
    </message>
    <message>
        <source>Received on &amp;paper</source>
        <translation>Nhận bản &amp;giấy</translation>
    </message>
    <message>
        <source>&amp;Open this month</source>
        <translation>&amp;Mở tháng này</translation>
    </message>
</context>
<context>
    <name>GridModel</name>
    <message>
        <source>M{month}</source>
        <translation>T{month}</translation>
    </message>
    <message>
        <source>Month {month}</source>
        <translation>Tháng {month}</translation>
    </message>
</context>
<context>
    <name>GridPage</name>
    <message>
        <source>By name</source>
        <translation>Theo tên</translation>
    </message>
    <message>
        <source>Most missing first</source>
        <translation>Thiếu nhiều trước</translation>
    </message>
    <message>
        <source>Tracking board</source>
        <translation>Bảng theo dõi</translation>
    </message>
    <message>
        <source>The year before</source>
        <translation>Năm trước</translation>
    </message>
    <message>
        <source>The year after</source>
        <translation>Năm sau</translation>
    </message>
    <message>
        <source>{first}–{last}/{year}</source>
        <translation>{first}–{last}/{year}</translation>
    </message>
    <message>
        <source>The months before</source>
        <translation>Các tháng trước</translation>
    </message>
    <message>
        <source>The months after</source>
        <translation>Các tháng sau</translation>
    </message>
    <message>
        <source>Year {year}</source>
        <translation>Năm {year}</translation>
    </message>
    <message>
        <source>All superiors</source>
        <translation>Mọi cấp trên</translation>
    </message>
    <message>
        <source>No cell is so. Empty the search box, or press the count once more.</source>
        <translation>Không có chi bộ nào như vậy. Hãy xóa ô tìm, hoặc bấm lại vào số đang chọn.</translation>
    </message>
    <message>
        <source>Nothing was received yet. Plug in the USB stick of a cell and receive from it, or add the cells without a computer on the page of cells.</source>
        <translation>Chưa nhận gì. Hãy cắm USB của chi bộ rồi bấm Nhận từ USB; chi bộ không có máy tính thì thêm ở trang Chi bộ.</translation>
    </message>
</context>
<context>
    <name>GrowingTextEdit</name>
    <message>
        <source>This is too long to be kept here, so nothing was pasted.</source>
        <translation>Đoạn này dài quá, ô này không ghi hết được nên không dán vào.</translation>
    </message>
</context>
<context>
    <name>GuestsDialog</name>
    <message>
        <source>Guests</source>
        <translation>Khách mời</translation>
    </message>
    <message>
        <source>“{name}” is not noted yet. Close again to leave it out.</source>
        <translation>Chưa lưu “{name}”. Bấm “Đóng” lần nữa nếu không cần.</translation>
    </message>
    <message>
        <source>Note it</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Họ và tên</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Chức vụ</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Thành phần</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>Có dự</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>có</translation>
    </message>
    <message>
        <source>no</source>
        <translation>không</translation>
    </message>
    <message>
        <source>A&amp;dd guest</source>
        <translation>&amp;Thêm khách</translation>
    </message>
    <message>
        <source>&amp;Keep change</source>
        <translation>&amp;Lưu thay đổi</translation>
    </message>
</context>
<context>
    <name>GuestsForm</name>
    <message>
        <source>Guests of this meeting</source>
        <translation>Khách mời của kỳ này</translation>
    </message>
    <message>
        <source>No guests yet. Write a name below and press “Add guest”.</source>
        <translation>Chưa có khách mời. Hãy ghi tên ở dưới rồi bấm “Thêm khách”.</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Họ và tên</translation>
    </message>
    <message>
        <source>P&amp;ost</source>
        <translation>&amp;Chức vụ</translation>
    </message>
    <message>
        <source>Sent by the &amp;superior body to follow this cell</source>
        <translation>Cấp ủy cấp trên về &amp;dự, theo dõi chi bộ</translation>
    </message>
    <message>
        <source>&amp;Take off the list</source>
        <translation>&amp;Bỏ khách này</translation>
    </message>
    <message>
        <source>Another &amp;guest</source>
        <translation>&amp;Khách khác</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Đón&amp;g</translation>
    </message>
</context>
<context>
    <name>HandOutDialog</name>
    <message>
        <source>Rule file for the cells</source>
        <translation>Tệp quy định gửi các chi bộ</translation>
    </message>
    <message>
        <source>&amp;Do not hand it out</source>
        <translation>&amp;Không gửi</translation>
    </message>
    <message>
        <source>&amp;Hand it out to the cells</source>
        <translation>&amp;Gửi cho các chi bộ</translation>
    </message>
</context>
<context>
    <name>HandoverCargo</name>
    <message>
        <source>The whole book, locked by its password, and its key, as one file</source>
        <translation>Cả sổ, khóa bằng mật khẩu của sổ, cùng tệp khóa, trong một tệp</translation>
    </message>
    <message>
        <source>The whole book, its key, and the papers of the last year, as one file</source>
        <translation>Cả sổ, khóa của sổ và giấy tờ năm gần nhất, thành một tệp</translation>
    </message>
    <message>
        <source>Handover file</source>
        <translation>Tệp bàn giao</translation>
    </message>
</context>
<context>
    <name>HandoverDialog</name>
    <message>
        <source>Hand the book over</source>
        <translation>Bàn giao sổ</translation>
    </message>
</context>
<context>
    <name>HandoverForm</name>
    <message>
        <source>Everything that the successor needs goes over: the book itself, this list and all papers of the year. Your book stays here unchanged.</source>
        <translation>Bàn giao mọi thứ đồng chí kế nhiệm cần: sổ chi bộ, danh mục dưới đây và giấy tờ của năm. Sổ trên máy này vẫn giữ nguyên.</translation>
    </message>
    <message>
        <source>&amp;1. Print the record for signature…</source>
        <translation>&amp;1. In biên bản bàn giao để ký…</translation>
    </message>
    <message>
        <source>Both sides and a witness sign it; names and day are written by hand.</source>
        <translation>Bên giao, bên nhận và người chứng kiến ký; họ tên và ngày ghi bằng tay.</translation>
    </message>
    <message>
        <source>&amp;2. Write the handover file…</source>
        <translation>&amp;2. Ghi tệp bàn giao…</translation>
    </message>
    <message>
        <source>One file, onto a USB stick or into a folder. It is read back and compared.</source>
        <translation>Chỉ một tệp, ghi vào USB hoặc thư mục. Ghi xong, chương trình đọc lại để kiểm tra.</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Đón&amp;g</translation>
    </message>
</context>
<context>
    <name>HandoverLines</name>
    <message>
        <source>{name}: contact, member of another cell</source>
        <translation>{name}: giữ liên hệ nơi cư trú, thuộc chi bộ khác</translation>
    </message>
    <message numerus="yes">
        <source>%n open task(s)</source>
        <translation>
            <numerusform>%n nhiệm vụ chưa xong</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) in force</source>
        <translation>
            <numerusform>%n văn bản đang có hiệu lực</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n petition(s) without an answer</source>
        <translation>
            <numerusform>%n kiến nghị chưa xong</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s) to know of</source>
        <translation>
            <numerusform>%n đảng viên cần lưu ý</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) unfinished</source>
        <translation>
            <numerusform>%n việc còn dở</numerusform>
        </translation>
    </message>
    <message>
        <source>Meeting of {day}: not closed yet</source>
        <translation>Kỳ sinh hoạt ngày {day}: chưa kết thúc trong sổ</translation>
    </message>
    <message>
        <source>Minutes of {day}: not noted as signed</source>
        <translation>Biên bản ngày {day}: chưa ghi là đã ký</translation>
    </message>
    <message>
        <source>due {day}</source>
        <translation>hạn {day}</translation>
    </message>
    <message>
        <source>probationary</source>
        <translation>đảng viên dự bị</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>đến ngày {day}</translation>
    </message>
</context>
<context>
    <name>HeadcountCard</name>
    <message numerus="yes">
        <source>Adds up to %n member(s)</source>
        <translation>
            <numerusform>Cộng đủ %n đảng viên</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s) not marked yet</source>
        <translation>
            <numerusform>Còn %n chưa điểm danh</numerusform>
        </translation>
    </message>
    <message>
        <source>Present: {present} of {required}</source>
        <translation>Có mặt {present} trên {required}</translation>
    </message>
    <message>
        <source>nobody is required</source>
        <translation>không ai phải dự</translation>
    </message>
    <message>
        <source>{percent} of those required</source>
        <translation>{percent} số phải dự</translation>
    </message>
    <message numerus="yes">
        <source>%n exempt came</source>
        <translation>
            <numerusform>%n miễn sinh hoạt vẫn dự</numerusform>
        </translation>
    </message>
    <message>
        <source>Visiting: {came} / {count}</source>
        <translation>Tạm thời đến: {came} / {count}</translation>
    </message>
    <message>
        <source>Fees: {paid} paid, {owing} owe</source>
        <translation>Đảng phí: nộp {paid}, nợ {owing}</translation>
    </message>
</context>
<context>
    <name>HeadcountForm</name>
    <message>
        <source>&amp;Show who</source>
        <translation>&amp;Xem còn ai</translation>
    </message>
</context>
<context>
    <name>HelpMenu</name>
    <message>
        <source>Manual, ke&amp;ys</source>
        <translation>Hướng &amp;dẫn, phím tắt</translation>
    </message>
    <message>
        <source>&amp;Manual of this page (F1)</source>
        <translation>&amp;Hướng dẫn trang này (F1)</translation>
    </message>
    <message>
        <source>&amp;First look in five cards…</source>
        <translation>&amp;Làm quen trong năm thẻ…</translation>
    </message>
    <message>
        <source>&amp;Ten steps to print…</source>
        <translation>&amp;In tờ mười bước…</translation>
    </message>
    <message>
        <source>List of &amp;keys…</source>
        <translation>Danh sách &amp;phím tắt…</translation>
    </message>
</context>
<context>
    <name>HomeForm</name>
    <message>
        <source>What is to be done</source>
        <translation>Những việc phải làm</translation>
    </message>
    <message>
        <source>The next meeting</source>
        <translation>Kỳ sinh hoạt sắp tới</translation>
    </message>
    <message>
        <source>To be seen to; press a line to go there:</source>
        <translation>Nên để ý; bấm vào một dòng để đến chỗ đó:</translation>
    </message>
    <message>
        <source>See all tasks</source>
        <translation>Xem tất cả</translation>
    </message>
    <message>
        <source>Open tasks</source>
        <translation>Nhiệm vụ chưa xong</translation>
    </message>
    <message>
        <source>Tasks given at a meeting stand here until they are done.</source>
        <translation>Nhiệm vụ giao trong kỳ sinh hoạt sẽ nằm ở đây cho đến khi xong.</translation>
    </message>
    <message>
        <source>&amp;Whole year…</source>
        <translation>&amp;Lịch cả năm…</translation>
    </message>
</context>
<context>
    <name>HomePanel</name>
    <message>
        <source>{day} – {hour}</source>
        <translation>{day} – {hour}</translation>
    </message>
    <message>
        <source>This meeting is not closed yet</source>
        <translation>Kỳ này chưa kết thúc</translation>
    </message>
    <message>
        <source>The next meeting</source>
        <translation>Kỳ sinh hoạt sắp tới</translation>
    </message>
    <message>
        <source>Go on with this meeting</source>
        <translation>Làm tiếp kỳ này</translation>
    </message>
    <message>
        <source>Prepare this meeting</source>
        <translation>Chuẩn bị kỳ này</translation>
    </message>
    <message numerus="yes">
        <source>%n preparation(s) left</source>
        <translation>
            <numerusform>%n việc chưa làm</numerusform>
        </translation>
    </message>
    <message>
        <source>To be done before {day}</source>
        <translation>Phải làm trước kỳ {day}</translation>
    </message>
    <message>
        <source>The next meeting is not planned</source>
        <translation>Chưa lập kỳ tới</translation>
    </message>
    <message>
        <source>By the cell&apos;s rule the next one is on {day}.</source>
        <translation>Theo lịch của chi bộ, kỳ tới là {day}.</translation>
    </message>
    <message>
        <source>Plan the meeting</source>
        <translation>Lập kỳ này</translation>
    </message>
    <message>
        <source>Overdue; press a line to go there:</source>
        <translation>Đã quá hạn; bấm vào một dòng để đến chỗ đó:</translation>
    </message>
    <message>
        <source>✓ Nothing is overdue</source>
        <translation>✓ Không có việc nào quá hạn</translation>
    </message>
    <message>
        <source>today</source>
        <translation>hôm nay</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n ngày trước</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>còn %n ngày</numerusform>
        </translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Nhiệm vụ</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Phụ trách</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Hạn xong</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tình trạng</translation>
    </message>
    <message numerus="yes">
        <source>%n open task(s)</source>
        <translation>
            <numerusform>%n nhiệm vụ chưa xong</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IntakeDialog</name>
    <message>
        <source>Take back copied packets</source>
        <translation>Nhận lại gói đã chép</translation>
    </message>
    <message>
        <source>{cell}: {files}</source>
        <translation>{cell}: {files}</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Sẽ thế nào</translation>
    </message>
</context>
<context>
    <name>IntakeForm</name>
    <message>
        <source>Meetings in the packets</source>
        <translation>Các kỳ sinh hoạt trong gói</translation>
    </message>
    <message>
        <source>Leave the book as it is</source>
        <translation>Để sổ như cũ</translation>
    </message>
    <message>
        <source>&amp;Take into the book</source>
        <translation>N&amp;hận vào sổ</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Keys of the office</source>
        <translation>Khóa của văn phòng</translation>
    </message>
    <message numerus="yes">
        <source>Packets that were sealed for %n older key(s) still open.</source>
        <translation>
            <numerusform>Gói niêm phong bằng %n khóa cũ vẫn mở được.</numerusform>
        </translation>
    </message>
    <message>
        <source>The key is copied; it can be pasted into a letter or a message.</source>
        <translation>Đã chép khóa; có thể dán vào thư hoặc tin nhắn.</translation>
    </message>
    <message>
        <source>Make the keys of the office</source>
        <translation>Tạo khóa của văn phòng</translation>
    </message>
    <message>
        <source>The password is asked for when sealed packets are received or replies are signed. Next the recovery sheet is printed.</source>
        <translation>Mật khẩu sẽ được hỏi khi nhận gói niêm phong hoặc ký phản hồi. Tạo xong là in phiếu khôi phục.</translation>
    </message>
    <message>
        <source>&amp;Make the keys</source>
        <translation>&amp;Tạo khóa</translation>
    </message>
    <message>
        <source>Add a new key</source>
        <translation>Thêm khóa mới</translation>
    </message>
    <message>
        <source>The next reply on each stick takes the new key along. Packets that were sealed for the old one still open. Next a new recovery sheet is printed.</source>
        <translation>Phản hồi ghi lên USB lần sau sẽ mang theo khóa mới. Gói đã niêm phong bằng khóa cũ vẫn mở được. Thêm xong là in phiếu khôi phục mới.</translation>
    </message>
    <message>
        <source>&amp;Add the key</source>
        <translation>Thêm &amp;khóa</translation>
    </message>
    <message>
        <source>Change the password</source>
        <translation>Đổi mật khẩu</translation>
    </message>
    <message>
        <source>The keys stay the same, and so does the recovery sheet.</source>
        <translation>Khóa giữ nguyên, phiếu khôi phục cũng giữ nguyên.</translation>
    </message>
    <message>
        <source>&amp;Change it</source>
        <translation>Đổi mật khẩ&amp;u</translation>
    </message>
    <message>
        <source>The password is changed.</source>
        <translation>Đã đổi mật khẩu.</translation>
    </message>
    <message>
        <source>Whoever has the sheet has the keys, so the password is asked for.</source>
        <translation>Ai có phiếu là có khóa, nên phải hỏi mật khẩu trước.</translation>
    </message>
    <message>
        <source>The keys are back, with the new password.</source>
        <translation>Đã khôi phục khóa, dùng mật khẩu mới.</translation>
    </message>
    <message>
        <source>The keys are made, and their sheet is in the safe.</source>
        <translation>Đã tạo khóa, phiếu khôi phục đã cất vào két.</translation>
    </message>
    <message>
        <source>List of keys</source>
        <translation>Danh sách phím tắt</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Ở đâu</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Phím</translation>
    </message>
    <message>
        <source>What they do</source>
        <translation>Để làm gì</translation>
    </message>
    <message>
        <source>Tab, Shift+Tab</source>
        <translation>Tab, Shift+Tab</translation>
    </message>
    <message>
        <source>Enter, Space</source>
        <translation>Enter, phím cách</translation>
    </message>
    <message>
        <source>Alt+a letter</source>
        <translation>Alt+chữ gạch chân</translation>
    </message>
    <message>
        <source>A letter</source>
        <translation>Một chữ cái</translation>
    </message>
    <message>
        <source>Space bar</source>
        <translation>Phím cách</translation>
    </message>
    <message>
        <source>Comma, colon</source>
        <translation>Dấu phẩy, hai chấm</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Ở mọi nơi</translation>
    </message>
    <message>
        <source>In a meeting</source>
        <translation>Trong kỳ sinh hoạt</translation>
    </message>
    <message>
        <source>On the roster</source>
        <translation>Khi điểm danh</translation>
    </message>
    <message>
        <source>In a table</source>
        <translation>Trong bảng</translation>
    </message>
    <message>
        <source>In a field</source>
        <translation>Trong ô nhập</translation>
    </message>
    <message>
        <source>Opens the manual at the page of what is in front</source>
        <translation>Mở trang hướng dẫn về chỗ đang làm</translation>
    </message>
    <message>
        <source>Shows this list</source>
        <translation>Hiện danh sách này</translation>
    </message>
    <message>
        <source>To the next field or button, and back</source>
        <translation>Sang ô hoặc nút tiếp theo, và quay lại</translation>
    </message>
    <message>
        <source>Presses the button that has the frame; Space sets a tick</source>
        <translation>Bấm nút đang có khung; phím cách đánh dấu ô chọn</translation>
    </message>
    <message>
        <source>Presses the button, or goes to the field, with this letter</source>
        <translation>Bấm nút hoặc đến ô có chữ này gạch chân</translation>
    </message>
    <message>
        <source>Closes a list or a dialog; nothing typed is lost at once</source>
        <translation>Đóng danh sách hoặc cửa sổ nhỏ; chữ đã gõ không mất ngay</translation>
    </message>
    <message>
        <source>Takes the last act back</source>
        <translation>Hoàn tác việc vừa làm</translation>
    </message>
    <message>
        <source>Does it again</source>
        <translation>Làm lại việc vừa hoàn tác</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Chữ to hơn</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Chữ nhỏ hơn</translation>
    </message>
    <message>
        <source>Searches the whole book, all years</source>
        <translation>Tìm trong cả sổ, mọi năm</translation>
    </message>
    <message>
        <source>Opens another book</source>
        <translation>Mở sổ khác</translation>
    </message>
    <message>
        <source>Closes the program; all is saved</source>
        <translation>Đóng chương trình; mọi thứ đã lưu</translation>
    </message>
    <message>
        <source>The pages on the left, from the top</source>
        <translation>Các trang ở bên trái, từ trên xuống</translation>
    </message>
    <message>
        <source>The five steps of the meeting</source>
        <translation>Năm bước của kỳ sinh hoạt</translation>
    </message>
    <message>
        <source>Somebody speaks: a new opinion</source>
        <translation>Có người phát biểu: thêm ý kiến</translation>
    </message>
    <message>
        <source>The point before</source>
        <translation>Nội dung trước</translation>
    </message>
    <message>
        <source>The next point</source>
        <translation>Nội dung sau</translation>
    </message>
    <message>
        <source>Looks for a name; Enter goes to its line</source>
        <translation>Tìm tên; Enter đến dòng của người đó</translation>
    </message>
    <message>
        <source>Present, excused, absent without a reason, not marked</source>
        <translation>Có mặt, vắng có lý do, vắng không lý do, chưa đánh dấu</translation>
    </message>
    <message>
        <source>The next mark</source>
        <translation>Đổi sang dấu tiếp theo</translation>
    </message>
    <message>
        <source>The reasons, each with a figure; of who is there, the times</source>
        <translation>Chọn lý do theo số; người có mặt thì ghi giờ đến muộn, về sớm</translation>
    </message>
    <message>
        <source>Types the reason</source>
        <translation>Gõ lý do</translation>
    </message>
    <message>
        <source>From row to row</source>
        <translation>Đi từng dòng</translation>
    </message>
    <message>
        <source>Opens the row, where rows can be opened</source>
        <translation>Mở dòng, nếu mở được</translation>
    </message>
    <message>
        <source>Ticks the row, where rows can be ticked</source>
        <translation>Đánh dấu dòng, nếu có ô đánh dấu</translation>
    </message>
    <message>
        <source>Deletes the row, where rows can be deleted</source>
        <translation>Xóa dòng, nếu xóa được</translation>
    </message>
    <message>
        <source>Goes to the search line</source>
        <translation>Đến ô tìm kiếm</translation>
    </message>
    <message>
        <source>Copies the whole list, to paste it into a spreadsheet</source>
        <translation>Chép cả danh sách để dán vào bảng tính</translation>
    </message>
    <message>
        <source>Prints the list</source>
        <translation>In danh sách</translation>
    </message>
    <message>
        <source>Opens the list or the calendar below the field</source>
        <translation>Mở danh sách hoặc lịch dưới ô</translation>
    </message>
    <message>
        <source>Behind a name: takes it and goes on</source>
        <translation>Sau một tên: nhận tên đó và đi tiếp</translation>
    </message>
    <message>
        <source>Chooses the whole text</source>
        <translation>Chọn cả đoạn chữ</translation>
    </message>
    <message>
        <source>Copies, cuts, pastes</source>
        <translation>Chép, cắt, dán</translation>
    </message>
</context>
<context>
    <name>KeysForm</name>
    <message>
        <source>The office has no keys yet</source>
        <translation>Văn phòng chưa có khóa</translation>
    </message>
    <message>
        <source>With keys the cells can seal their packets, so that only the office opens them, and the office signs what it writes back. They are made once, with a password, and printed on a sheet for the safe.</source>
        <translation>Có khóa thì chi bộ niêm phong được gói để chỉ văn phòng mở được, và văn phòng ký được những gì gửi lại chi bộ. Khóa chỉ tạo một lần, có mật khẩu, rồi in ra phiếu để cất vào két.</translation>
    </message>
    <message>
        <source>&amp;Make the keys…</source>
        <translation>&amp;Tạo khóa…</translation>
    </message>
    <message>
        <source>The keys were on another computer that broke, or the file was lost?</source>
        <translation>Khóa ở máy khác đã hỏng, hoặc đã mất tệp khóa?</translation>
    </message>
    <message>
        <source>&amp;Recover from the sheet…</source>
        <translation>K&amp;hôi phục từ phiếu…</translation>
    </message>
    <message>
        <source>What can be done with the keys</source>
        <translation>Những việc làm được với khóa</translation>
    </message>
    <message>
        <source>Code of the key that signs, to be compared by telephone</source>
        <translation>Mã của khóa ký, để so với nhau qua điện thoại</translation>
    </message>
    <message>
        <source>Key that packets are sealed for; every reply on a stick takes it along</source>
        <translation>Khóa để niêm phong gói; phản hồi nào ghi lên USB cũng mang theo khóa này</translation>
    </message>
    <message>
        <source>&amp;Copy this key</source>
        <translation>&amp;Chép khóa này</translation>
    </message>
    <message>
        <source>&amp;Print the recovery sheet again…</source>
        <translation>&amp;In lại phiếu khôi phục…</translation>
    </message>
    <message>
        <source>The password is asked for. The sheet belongs into the safe.</source>
        <translation>Phải gõ mật khẩu. Phiếu in ra phải cất vào két.</translation>
    </message>
    <message>
        <source>Change the pass&amp;word…</source>
        <translation>Đổi &amp;mật khẩu…</translation>
    </message>
    <message>
        <source>The keys and the sheet stay the same.</source>
        <translation>Khóa và phiếu khôi phục giữ nguyên.</translation>
    </message>
    <message>
        <source>&amp;Add a new key…</source>
        <translation>Thêm &amp;khóa mới…</translation>
    </message>
    <message>
        <source>When somebody saw the sheet or the password. Packets that were sealed before still open; a new sheet is printed.</source>
        <translation>Khi có người đã xem phiếu hoặc biết mật khẩu. Gói niêm phong từ trước vẫn mở được; phải in phiếu mới.</translation>
    </message>
    <message>
        <source>When the password is forgotten.</source>
        <translation>Khi quên mật khẩu.</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>Đón&amp;g</translation>
    </message>
    <message>
        <source>Hold Ctrl, Alt or Shift down and press the other key. Everything can also be done by mouse.</source>
        <translation>Giữ phím Ctrl, Alt hoặc Shift rồi bấm phím kia. Việc nào cũng làm được bằng chuột.</translation>
    </message>
    <message>
        <source>All keys, and what they do</source>
        <translation>Các phím và công dụng</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Đón&amp;g</translation>
    </message>
</context>
<context>
    <name>LeavingDialog</name>
    <message>
        <source>End of membership</source>
        <translation>Ra khỏi chi bộ</translation>
    </message>
    <message>
        <source>This is no day. Write it like this: 03/11/2026.</source>
        <translation>Đây không phải là ngày. Hãy ghi như: 03/11/2026.</translation>
    </message>
</context>
<context>
    <name>LeavingForm</name>
    <message>
        <source>&amp;Day of leaving</source>
        <translation>&amp;Ngày ra khỏi chi bộ</translation>
    </message>
    <message>
        <source>&amp;How</source>
        <translation>&amp;Hình thức</translation>
    </message>
    <message>
        <source>&amp;To which cell</source>
        <translation>Chuyển đến &amp;chi bộ nào</translation>
    </message>
    <message>
        <source>Taken &amp;in there on</source>
        <translation>Nơi &amp;mới nhận ngày</translation>
    </message>
    <message>
        <source>&amp;Remark</source>
        <translation>&amp;Ghi chú</translation>
    </message>
    <message>
        <source>The minutes keep the name. From this day on the member is not summoned and not counted.</source>
        <translation>Biên bản cũ vẫn giữ tên. Từ ngày này, đồng chí không được triệu tập và không tính vào số đảng viên.</translation>
    </message>
    <message>
        <source>Do not keep</source>
        <translation>Không lưu</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Lưu</translation>
    </message>
</context>
<context>
    <name>LedgerWindow</name>
    <message>
        <source>✓ Saved {time}</source>
        <translation>✓ Đã lưu {time}</translation>
    </message>
    <message>
        <source>Undone: {act}</source>
        <translation>Đã hoàn tác: {act}</translation>
    </message>
    <message>
        <source>Done again: {act}</source>
        <translation>Đã làm lại: {act}</translation>
    </message>
    <message>
        <source>▲ Not saved</source>
        <translation>▲ Chưa lưu được</translation>
    </message>
    <message>
        <source>Bring the book back</source>
        <translation>Lấy lại sổ</translation>
    </message>
    <message>
        <source>Undo this</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>Look only</source>
        <translation>Chỉ xem</translation>
    </message>
</context>
<context>
    <name>ListingDialog</name>
    <message>
        <source>There is nothing in this list: there is nothing to print.</source>
        <translation>Danh sách này chưa có dòng nào nên không có gì để in.</translation>
    </message>
</context>
<context>
    <name>ListingForm</name>
    <message>
        <source>Show the paper smaller</source>
        <translation>Thu nhỏ</translation>
    </message>
    <message>
        <source>Show the paper larger</source>
        <translation>Phóng to</translation>
    </message>
    <message>
        <source>The paper as it will be printed</source>
        <translation>Giấy như khi in ra</translation>
    </message>
    <message>
        <source>Save as PD&amp;F…</source>
        <translation>Lưu thành PD&amp;F…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Đón&amp;g</translation>
    </message>
    <message>
        <source>&amp;Print</source>
        <translation>&amp;In</translation>
    </message>
</context>
<context>
    <name>MainMenu</name>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Làm lại</translation>
    </message>
    <message>
        <source>&amp;Meetings of the whole year…</source>
        <translation>Lịch sinh &amp;hoạt cả năm…</translation>
    </message>
    <message>
        <source>&amp;Cell and meeting day…</source>
        <translation>&amp;Chi bộ và ngày họp…</translation>
    </message>
    <message>
        <source>&amp;Terms and committee…</source>
        <translation>Nhiệm &amp;kỳ và chi ủy…</translation>
    </message>
    <message>
        <source>&amp;Earlier work on paper…</source>
        <translation>&amp;Nhập số liệu từ sổ giấy…</translation>
    </message>
    <message>
        <source>&amp;How papers look…</source>
        <translation>Cách trình &amp;bày văn bản…</translation>
    </message>
    <message>
        <source>R&amp;ules in use…</source>
        <translation>&amp;Quy định đang dùng…</translation>
    </message>
    <message>
        <source>Safe&amp;keeping</source>
        <translation>S&amp;ao lưu, nhật ký</translation>
    </message>
    <message>
        <source>&amp;Backups…</source>
        <translation>&amp;Sao lưu…</translation>
    </message>
    <message>
        <source>&amp;Password…</source>
        <translation>&amp;Mật khẩu…</translation>
    </message>
    <message>
        <source>What was &amp;done…</source>
        <translation>&amp;Nhật ký việc đã làm…</translation>
    </message>
    <message>
        <source>Hand o&amp;ver the book…</source>
        <translation>Bàn &amp;giao sổ…</translation>
    </message>
    <message>
        <source>Take &amp;back copied packets…</source>
        <translation>Nhận lại gó&amp;i đã chép…</translation>
    </message>
    <message>
        <source>Reply of the &amp;superior…</source>
        <translation>Nhận &amp;phản hồi của cấp trên…</translation>
    </message>
    <message>
        <source>R&amp;ules, terms, papers</source>
        <translation>&amp;Quy định, nhiệm kỳ, văn bản</translation>
    </message>
    <message>
        <source>&amp;Send and receive</source>
        <translation>&amp;Gửi, nhận, bàn giao</translation>
    </message>
    <message>
        <source>&amp;Other books</source>
        <translation>&amp;Mở sổ khác, tập thử</translation>
    </message>
    <message>
        <source>&amp;New book…</source>
        <translation>Lập &amp;sổ mới…</translation>
    </message>
    <message>
        <source>&amp;Open a book…</source>
        <translation>&amp;Mở sổ…</translation>
    </message>
    <message>
        <source>Open to &amp;look only…</source>
        <translation>Mở chỉ để &amp;xem…</translation>
    </message>
    <message>
        <source>T&amp;ake over a book…</source>
        <translation>Nhận bàn g&amp;iao sổ…</translation>
    </message>
    <message>
        <source>&amp;Practice cell</source>
        <translation>&amp;Tập thử</translation>
    </message>
    <message>
        <source>Exercise step b&amp;y step</source>
        <translation>&amp;Bài tập từng bước</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>PRACTICE</source>
        <translation>TẬP THỬ</translation>
    </message>
    <message>
        <source>My own book</source>
        <translation>Về sổ thật</translation>
    </message>
</context>
<context>
    <name>MainWindowForm</name>
    <message>
        <source>Smaller text (Ctrl and minus)</source>
        <translation>Chữ nhỏ đi (Ctrl và dấu trừ)</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Chữ nhỏ hơn</translation>
    </message>
    <message>
        <source>Larger text (Ctrl and plus)</source>
        <translation>Chữ to ra (Ctrl và dấu cộng)</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Chữ to hơn</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>Search the whole book</source>
        <translation>Tìm trong cả sổ</translation>
    </message>
    <message>
        <source>Search the whole book (Ctrl+F)</source>
        <translation>Tìm trong cả sổ (Ctrl+F)</translation>
    </message>
    <message>
        <source>Search…</source>
        <translation>Tìm…</translation>
    </message>
    <message>
        <source>Book and settings</source>
        <translation>Sổ và cài đặt</translation>
    </message>
    <message>
        <source>Book…</source>
        <translation>Sổ…</translation>
    </message>
    <message>
        <source>Book, settings…</source>
        <translation>Sổ, cài đặt…</translation>
    </message>
    <message>
        <source>Manual of this page (F1)</source>
        <translation>Hướng dẫn trang này (F1)</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>Hướng dẫn</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Trang chính</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Kỳ sinh hoạt</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Đảng viên</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Nhiệm vụ</translation>
    </message>
    <message>
        <source>Book of meetings</source>
        <translation>Sổ sinh hoạt</translation>
    </message>
    <message>
        <source>Practise</source>
        <translation>Tập thử</translation>
    </message>
</context>
<context>
    <name>ManualDialog</name>
    <message>
        <source>Manual</source>
        <translation>Hướng dẫn</translation>
    </message>
    <message>
        <source>Pages found: {count}</source>
        <translation>Tìm thấy {count} trang</translation>
    </message>
    <message>
        <source>No page has these words. Try fewer or other words.</source>
        <translation>Không trang nào có những chữ này. Hãy gõ ít chữ hơn, hoặc chữ khác.</translation>
    </message>
</context>
<context>
    <name>ManualForm</name>
    <message>
        <source>Find in the manual</source>
        <translation>Tìm trong hướng dẫn</translation>
    </message>
    <message>
        <source>Find (no tone marks needed)…</source>
        <translation>Tìm (không cần dấu)…</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>Tìm…</translation>
    </message>
    <message>
        <source>Pages of the manual</source>
        <translation>Các trang hướng dẫn</translation>
    </message>
    <message>
        <source>Page of the manual</source>
        <translation>Trang hướng dẫn</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Quay lại</translation>
    </message>
    <message>
        <source>&amp;Ten steps to print…</source>
        <translation>&amp;In tờ mười bước…</translation>
    </message>
    <message>
        <source>&amp;First look…</source>
        <translation>&amp;Làm quen…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Đón&amp;g</translation>
    </message>
</context>
<context>
    <name>MeetingCargo</name>
    <message>
        <source>Meeting of {day}, not closed: the papers say that they are drafts</source>
        <translation>Kỳ sinh hoạt ngày {day} chưa kết thúc: giấy tờ có chữ DỰ THẢO</translation>
    </message>
    <message>
        <source>Meeting of {day}, closed</source>
        <translation>Kỳ sinh hoạt ngày {day}, đã kết thúc</translation>
    </message>
    <message>
        <source>The superior received it on {day}.</source>
        <translation>Cấp trên đã nhận ngày {day}.</translation>
    </message>
    <message>
        <source>The superior received an older version on {day}.</source>
        <translation>Cấp trên đã nhận bản cũ hơn ngày {day}.</translation>
    </message>
    <message>
        <source>The superior received a newer version on {day}.</source>
        <translation>Cấp trên đã nhận bản mới hơn ngày {day}.</translation>
    </message>
    <message>
        <source>The superior received it on paper on {day}.</source>
        <translation>Cấp trên đã nhận bản giấy ngày {day}.</translation>
    </message>
    <message>
        <source>&amp;Only the papers, to be printed elsewhere</source>
        <translation>Chỉ giấy &amp;tờ, để in ở nơi khác</translation>
    </message>
    <message>
        <source>Files for the electronic &amp;handbook, in a folder of their own</source>
        <translation>Bộ đăng &amp;Sổ tay đảng viên (một thư mục)</translation>
    </message>
    <message>
        <source>They are posted</source>
        <translation>Đã đăng xong</translation>
    </message>
</context>
<context>
    <name>MeetingDialog</name>
    <message>
        <source>This is no day. Write it like this: 03/11/2026.</source>
        <translation>Đây không phải là ngày. Hãy ghi như: 03/11/2026.</translation>
    </message>
    <message>
        <source>This is no hour. Write it like this: 19:30.</source>
        <translation>Giờ ghi chưa đúng. Hãy ghi như: 19:30.</translation>
    </message>
    <message>
        <source>Nobody is called that. Choose from the list.</source>
        <translation>Không có ai tên như vậy. Hãy chọn trong danh sách.</translation>
    </message>
    <message>
        <source>New meeting</source>
        <translation>Kỳ sinh hoạt mới</translation>
    </message>
    <message>
        <source>Plan of the meeting</source>
        <translation>Sửa kỳ sinh hoạt</translation>
    </message>
    <message>
        <source>Committee&apos;s meeting before that of {day}</source>
        <translation>Họp chi ủy chuẩn bị kỳ {day}</translation>
    </message>
    <message>
        <source>Plan the m&amp;eeting</source>
        <translation>&amp;Lập kỳ này</translation>
    </message>
    <message>
        <source>K&amp;eep</source>
        <translation>&amp;Lưu</translation>
    </message>
    <message>
        <source>{day} is a public holiday. Choose a day beside it, or leave it so.</source>
        <translation>{day} là ngày lễ. Hãy chọn ngày liền kề, hoặc cứ để như vậy.</translation>
    </message>
    <message>
        <source>The cell&apos;s own day is {day}. Say why it is another day this time.</source>
        <translation>Ngày họp đã định là {day}. Hãy ghi vì sao kỳ này họp ngày khác.</translation>
    </message>
</context>
<context>
    <name>MeetingForm</name>
    <message>
        <source>&amp;Kind</source>
        <translation>L&amp;oại</translation>
    </message>
    <message>
        <source>&amp;Day</source>
        <translation>&amp;Ngày</translation>
    </message>
    <message>
        <source>&amp;Hour</source>
        <translation>&amp;Giờ</translation>
    </message>
    <message>
        <source>Why another day</source>
        <translation>Vì sao họp ngày khác</translation>
    </message>
    <message>
        <source>Why another day, e.g. the harvest</source>
        <translation>Vì sao họp ngày khác, ví dụ: đang vụ gặt</translation>
    </message>
    <message>
        <source>&amp;Place</source>
        <translation>Nơi &amp;họp</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Tiêu đề</translation>
    </message>
    <message>
        <source>Top&amp;ic</source>
        <translation>&amp;Chuyên đề</translation>
    </message>
    <message>
        <source>&amp;Agenda</source>
        <translation>Lập th&amp;eo mẫu</translation>
    </message>
    <message>
        <source>&amp;Chair</source>
        <translation>Chủ t&amp;rì</translation>
    </message>
    <message>
        <source>Name without tone marks, or number</source>
        <translation>Tên không cần dấu, hoặc số</translation>
    </message>
    <message>
        <source>&amp;Minutes written by</source>
        <translation>Thư &amp;ký</translation>
    </message>
    <message>
        <source>&amp;Guests</source>
        <translation>Khách &amp;mời</translation>
    </message>
    <message>
        <source>One guest a line: name, what he or she is</source>
        <translation>Mỗi dòng một khách: họ tên, chức vụ</translation>
    </message>
    <message>
        <source>Do &amp;not keep</source>
        <translation>Không lư&amp;u</translation>
    </message>
</context>
<context>
    <name>MeetingPage</name>
    <message>
        <source>No meeting is planned yet</source>
        <translation>Chưa lập kỳ sinh hoạt nào</translation>
    </message>
    <message>
        <source>{day} · {kind}</source>
        <translation>{day} · {kind}</translation>
    </message>
</context>
<context>
    <name>MeetingPageForm</name>
    <message>
        <source>The meeting before</source>
        <translation>Kỳ trước</translation>
    </message>
    <message>
        <source>Plan a meeting</source>
        <translation>Lập kỳ mới</translation>
    </message>
    <message>
        <source>The meeting after</source>
        <translation>Kỳ sau</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>Chương trình</translation>
    </message>
    <message>
        <source>Attendance</source>
        <translation>Điểm danh</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Biên bản</translation>
    </message>
    <message>
        <source>Assignment</source>
        <translation>Phân công</translation>
    </message>
    <message>
        <source>Close, print</source>
        <translation>Kết thúc, in</translation>
    </message>
    <message>
        <source>The five steps of a meeting will be here, from its agenda to its papers. Press “Plan a meeting” to plan the first one.</source>
        <translation>Năm bước của một kỳ sinh hoạt sẽ nằm ở đây, từ chương trình đến giấy tờ. Hãy bấm “Lập kỳ mới” để lập kỳ đầu tiên.</translation>
    </message>
</context>
<context>
    <name>MeetingTimes</name>
    <message>
        <source>As &amp;planned: {hour}</source>
        <translation>Như &amp;dự kiến: {hour}</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n phút</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Đã hủy</translation>
    </message>
    <message>
        <source>Closed: for reading only</source>
        <translation>Chỉ để xem</translation>
    </message>
</context>
<context>
    <name>MeetingTimesForm</name>
    <message>
        <source>&amp;Started at</source>
        <translation>Bắt đầ&amp;u</translation>
    </message>
    <message>
        <source>&amp;Ended at</source>
        <translation>&amp;Kết thúc</translation>
    </message>
    <message>
        <source>&amp;Now</source>
        <translation>&amp;Bây giờ</translation>
    </message>
</context>
<context>
    <name>MeetingsCargo</name>
    <message numerus="yes">
        <source>%n meeting(s): {days}</source>
        <translation>
            <numerusform>%n kỳ sinh hoạt: {days}</numerusform>
        </translation>
    </message>
    <message>
        <source>A packet for each meeting</source>
        <translation>Mỗi kỳ một gói</translation>
    </message>
</context>
<context>
    <name>MemberDialog</name>
    <message>
        <source>New member</source>
        <translation>Đảng viên mới</translation>
    </message>
    <message>
        <source>{name} was entered. Go on with the next member.</source>
        <translation>Đã nhập {name}. Mời nhập đồng chí tiếp theo.</translation>
    </message>
    <message>
        <source>This is no date. Write it like 03/11/1965.</source>
        <translation>Ngày ghi chưa đúng. Hãy ghi như: 03/11/1965.</translation>
    </message>
    <message>
        <source>Left the cell on {day}: {reason}</source>
        <translation>Ra khỏi chi bộ ngày {day}: {reason}</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Sửa…</translation>
    </message>
</context>
<context>
    <name>MemberForm</name>
    <message>
        <source>S&amp;tanding…</source>
        <translation>&amp;Diện sinh hoạt…</translation>
    </message>
    <message>
        <source>&amp;End membership…</source>
        <translation>&amp;Ra khỏi chi bộ…</translation>
    </message>
    <message>
        <source>&amp;Full name</source>
        <translation>Họ và &amp;tên</translation>
    </message>
    <message>
        <source>&amp;No. in the register</source>
        <translation>Số thứ tự tr&amp;ong danh sách</translation>
    </message>
    <message>
        <source>&amp;Born</source>
        <translation>Ngày s&amp;inh</translation>
    </message>
    <message>
        <source>&amp;Sex</source>
        <translation>&amp;Giới tính</translation>
    </message>
    <message>
        <source>&amp;Joined the Party</source>
        <translation>Ngày &amp;vào Đảng</translation>
    </message>
    <message>
        <source>&amp;Official since (probationary: leave empty)</source>
        <translation>Ngày &amp;chính thức (dự bị: để trống)</translation>
    </message>
    <message>
        <source>&amp;In this cell since</source>
        <translation>Ngày vào chi &amp;bộ</translation>
    </message>
    <message>
        <source>&amp;Post</source>
        <translation>C&amp;hức vụ</translation>
    </message>
    <message>
        <source>P&amp;hone</source>
        <translation>Điệ&amp;n thoại</translation>
    </message>
    <message>
        <source>&amp;Card number</source>
        <translation>&amp;Số thẻ</translation>
    </message>
    <message>
        <source>Came f&amp;rom (another cell)</source>
        <translation>Chu&amp;yển từ chi bộ nào đến</translation>
    </message>
    <message>
        <source>Leads the &amp;village too</source>
        <translation>&amp;Kiêm trưởng thôn (tổ trưởng tổ dân phố)</translation>
    </message>
    <message>
        <source>Enter and go on to the ne&amp;xt</source>
        <translation>Lưu, sang người tiế&amp;p</translation>
    </message>
    <message>
        <source>Do not keep</source>
        <translation>Không lưu</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Lưu</translation>
    </message>
</context>
<context>
    <name>MemberPicker</name>
    <message>
        <source>Nobody is called that</source>
        <translation>Không có ai tên như vậy</translation>
    </message>
    <message>
        <source>Keep “{text}” as typed</source>
        <translation>Cứ ghi “{text}”</translation>
    </message>
    <message>
        <source>{name} · no. {number}</source>
        <translation>{name} · số {number}</translation>
    </message>
    <message>
        <source>Show all members</source>
        <translation>Xem tất cả đảng viên</translation>
    </message>
</context>
<context>
    <name>MemberTable</name>
    <message>
        <source>No.</source>
        <translation>TT</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Họ và tên</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Ngày sinh</translation>
    </message>
    <message>
        <source>Official since</source>
        <translation>Chính thức</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Chức vụ</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Điện thoại</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>Diện sinh hoạt</translation>
    </message>
    <message>
        <source>probationary</source>
        <translation>dự bị</translation>
    </message>
    <message>
        <source>Left {day}</source>
        <translation>Đã ra {day}</translation>
    </message>
    <message>
        <source>From {day}</source>
        <translation>Từ {day}</translation>
    </message>
</context>
<context>
    <name>MembersForm</name>
    <message>
        <source>Search for a member</source>
        <translation>Tìm đảng viên</translation>
    </message>
    <message>
        <source>Search (no tone marks needed)…</source>
        <translation>Tìm (không cần dấu)…</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>Tìm…</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Mở</translation>
    </message>
    <message>
        <source>&amp;Add a member</source>
        <translation>&amp;Thêm đảng viên</translation>
    </message>
    <message>
        <source>&amp;More…</source>
        <translation>&amp;Việc khác…</translation>
    </message>
    <message>
        <source>How the chosen member took part, meeting by meeting</source>
        <translation>Đảng viên đang chọn đã tham gia thế nào, qua từng kỳ sinh hoạt</translation>
    </message>
    <message>
        <source>&amp;History…</source>
        <translation>Q&amp;uá trình…</translation>
    </message>
    <message>
        <source>Register of the members</source>
        <translation>Danh sách đảng viên</translation>
    </message>
    <message>
        <source>The members of the cell will stand here</source>
        <translation>Đảng viên của chi bộ sẽ hiện ở đây</translation>
    </message>
    <message>
        <source>Is there a list in Excel? Bring it in: you see everything before it is entered. Otherwise enter the members one by one.</source>
        <translation>Đã có danh sách Excel chưa? Nếu có, hãy nhập danh sách đó: đồng chí được xem hết trước khi ghi vào sổ. Nếu chưa, hãy nhập từng người.</translation>
    </message>
    <message>
        <source>Bring in an &amp;Excel list</source>
        <translation>Nhập từ tệp &amp;Excel</translation>
    </message>
    <message>
        <source>Enter the &amp;first member</source>
        <translation>Nhập người đầ&amp;u tiên</translation>
    </message>
</context>
<context>
    <name>MembersPanel</name>
    <message>
        <source>The list is being read…</source>
        <translation>Đang đọc danh sách…</translation>
    </message>
    <message>
        <source>{name} was deleted.</source>
        <translation>Đã xóa {name}.</translation>
    </message>
    <message>
        <source>Noted: {name} was taken in elsewhere by today, {day}.</source>
        <translation>Đã ghi: nơi mới đã nhận đồng chí {name}, ngày {day}.</translation>
    </message>
    <message numerus="yes">
        <source>%n member(s) entered.</source>
        <translation>
            <numerusform>Đã nhập %n đảng viên.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Standing…</source>
        <translation>&amp;Diện sinh hoạt…</translation>
    </message>
    <message>
        <source>&amp;End membership…</source>
        <translation>&amp;Ra khỏi chi bộ…</translation>
    </message>
    <message>
        <source>Taken &amp;in elsewhere</source>
        <translation>Đã nộp giấy tại nơi &amp;mới</translation>
    </message>
    <message>
        <source>&amp;Take back into the cell</source>
        <translation>&amp;Lấy lại vào chi bộ</translation>
    </message>
    <message>
        <source>&amp;Delete (entered by mistake)</source>
        <translation>&amp;Xóa (nhập nhầm)</translation>
    </message>
    <message>
        <source>What was do&amp;ne…</source>
        <translation>&amp;Việc đã ghi về đồng chí này…</translation>
    </message>
    <message>
        <source>Bring in a &amp;list…</source>
        <translation>&amp;Nhập danh sách…</translation>
    </message>
    <message>
        <source>Compare the &amp;register…</source>
        <translation>Đối &amp;chiếu danh sách…</translation>
    </message>
    <message>
        <source>Members of &amp;other cells who live here…</source>
        <translation>Đảng viên &amp;giữ liên hệ nơi cư trú…</translation>
    </message>
    <message>
        <source>Show those &amp;who left</source>
        <translation>&amp;Hiện cả người đã ra</translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n đảng viên</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n official</source>
        <translation>
            <numerusform>%n chính thức</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n probationary</source>
        <translation>
            <numerusform>%n dự bị</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exempt</source>
        <translation>
            <numerusform>%n miễn sinh hoạt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n temporarily elsewhere</source>
        <translation>
            <numerusform>%n tạm thời nơi khác</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visiting (not counted)</source>
        <translation>
            <numerusform>%n sinh hoạt tạm thời đến (không tính)</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody is called that. Clear the search to see everybody.</source>
        <translation>Không có ai tên như vậy. Hãy xóa chữ ở ô tìm để xem tất cả.</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>Merge another board</source>
        <translation>Gộp bảng của máy khác</translation>
    </message>
    <message>
        <source>nobody named it</source>
        <translation>chưa ghi tên</translation>
    </message>
    <message>
        <source>Office: {name}</source>
        <translation>Của: {name}</translation>
    </message>
    <message>
        <source>Cells: {count}</source>
        <translation>Số chi bộ: {count}</translation>
    </message>
    <message>
        <source>Meetings: {count}, of which {new} are new here</source>
        <translation>Số kỳ sinh hoạt: {count}, trong đó {new} chưa có ở đây</translation>
    </message>
    <message>
        <source>Its meetings come over, and what was written there later: remarks, points, answers, directives.</source>
        <translation>Các kỳ sinh hoạt sẽ nhập vào bảng này, cùng những gì ghi sau ở bảng kia: nhận xét, điểm, trả lời kiến nghị, nội dung chỉ đạo.</translation>
    </message>
    <message>
        <source>It is of another office: its meetings, remarks, points and answers come over; its directives and rule files stay there.</source>
        <translation>Bảng này của cơ quan khác: các kỳ sinh hoạt, nhận xét, điểm và trả lời kiến nghị sẽ nhập vào; nội dung chỉ đạo và tệp quy định của cơ quan đó thì không.</translation>
    </message>
    <message>
        <source>Nothing on this board is lost. Merging cannot be undone, and a board is not signed: merge only one that you know.</source>
        <translation>Bảng này không mất gì. Gộp rồi thì không hoàn tác được, và tệp bảng không có chữ ký: chỉ gộp bảng mà đồng chí biết rõ của ai.</translation>
    </message>
    <message>
        <source>Merged: {new} new, {changed} changed, {known} known, {conflict} in conflict.</source>
        <translation>Đã gộp: {new} mới, {changed} đã sửa, {known} đã có, {conflict} trùng khác nhau.</translation>
    </message>
    <message>
        <source>Meetings that came: {count}</source>
        <translation>Số kỳ sinh hoạt đã nhập: {count}</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Đón&amp;g</translation>
    </message>
</context>
<context>
    <name>MergeForm</name>
    <message>
        <source>What the other board has</source>
        <translation>Những gì có trong bảng kia</translation>
    </message>
    <message>
        <source>&amp;Do not merge</source>
        <translation>&amp;Không gộp</translation>
    </message>
    <message>
        <source>&amp;Merge into this board</source>
        <translation>&amp;Gộp vào bảng này</translation>
    </message>
</context>
<context>
    <name>MinutesForm</name>
    <message>
        <source>Points of the agenda</source>
        <translation>Các nội dung</translation>
    </message>
    <message>
        <source>&amp;What was presented</source>
        <translation>&amp;Nội dung trình bày</translation>
    </message>
    <message>
        <source>&amp;Suggestions…</source>
        <translation>&amp;Gợi ý…</translation>
    </message>
    <message>
        <source>Choose headings from what a cell like this one may discuss</source>
        <translation>Chọn đề mục trong những việc mà loại chi bộ này thường bàn</translation>
    </message>
    <message>
        <source>Add an &amp;opinion (Ctrl+Enter)</source>
        <translation>Thêm ý k&amp;iến (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Add a &amp;vote…</source>
        <translation>Thêm biểu &amp;quyết…</translation>
    </message>
    <message>
        <source>&amp;Conclusion of the chair</source>
        <translation>Kết luận của &amp;chủ trì</translation>
    </message>
    <message>
        <source>Ctrl+Page Up</source>
        <translation>Ctrl+Page Up</translation>
    </message>
    <message>
        <source>Point &amp;before</source>
        <translation>Nội dung t&amp;rước</translation>
    </message>
    <message>
        <source>Ctrl+Page Down</source>
        <translation>Ctrl+Page Down</translation>
    </message>
    <message>
        <source>Ne&amp;xt point</source>
        <translation>Nội dung &amp;sau</translation>
    </message>
    <message>
        <source>Here the minutes are written, point by point. The agenda has no point yet: begin with step 1.</source>
        <translation>Biên bản ghi ở đây, theo từng nội dung. Chương trình chưa có nội dung nào: hãy bắt đầu từ bước 1.</translation>
    </message>
    <message>
        <source>Back to the attendance</source>
        <translation>Trở lại Điểm danh</translation>
    </message>
    <message>
        <source>&amp;Attendance</source>
        <translation>Điể&amp;m danh</translation>
    </message>
    <message>
        <source>&amp;More…</source>
        <translation>&amp;Việc khác…</translation>
    </message>
    <message>
        <source>To the &amp;tasks</source>
        <translation>Sang &amp;Phân công</translation>
    </message>
</context>
<context>
    <name>MinutesPanel</name>
    <message numerus="yes">
        <source>%n opinion(s)</source>
        <translation>
            <numerusform>%n ý kiến</numerusform>
        </translation>
    </message>
    <message>
        <source>start time</source>
        <translation>giờ bắt đầu</translation>
    </message>
    <message>
        <source>end time</source>
        <translation>giờ kết thúc</translation>
    </message>
    <message numerus="yes">
        <source>text of %n opinion(s)</source>
        <translation>
            <numerusform>nội dung của %n ý kiến</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>words on %n point(s)</source>
        <translation>
            <numerusform>nội dung của %n mục</numerusform>
        </translation>
    </message>
    <message>
        <source>Still missing: {what}</source>
        <translation>Còn thiếu: {what}</translation>
    </message>
    <message>
        <source>Deleted the opinion of {name}.</source>
        <translation>Đã xóa ý kiến: {name}.</translation>
    </message>
    <message>
        <source>Deleted the vote “{question}”.</source>
        <translation>Đã xóa biểu quyết “{question}”.</translation>
    </message>
    <message>
        <source>&amp;Wishes of the people…</source>
        <translation>&amp;Kiến nghị của nhân dân…</translation>
    </message>
</context>
<context>
    <name>MonthDialog</name>
    <message>
        <source>Usual day: {day}.</source>
        <translation>Ngày đã định: {day}.</translation>
    </message>
    <message>
        <source>Usual day: {day}, a public holiday.</source>
        <translation>Ngày đã định: {day}, là ngày nghỉ lễ.</translation>
    </message>
    <message>
        <source>This is no day. Write it like this: 03/11/2026.</source>
        <translation>Đây không phải là ngày. Hãy ghi như: 03/11/2026.</translation>
    </message>
    <message>
        <source>a public holiday</source>
        <translation>ngày nghỉ lễ</translation>
    </message>
</context>
<context>
    <name>MonthForm</name>
    <message>
        <source>&amp;Day</source>
        <translation>&amp;Ngày họp</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>Lý &amp;do</translation>
    </message>
    <message>
        <source>For example: the harvest</source>
        <translation>Ví dụ: đang vụ gặt</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>L&amp;oại</translation>
    </message>
    <message>
        <source>&amp;Topic</source>
        <translation>&amp;Chuyên đề</translation>
    </message>
    <message>
        <source>May be left open until later</source>
        <translation>Chưa rõ thì để trống, ghi sau</translation>
    </message>
    <message>
        <source>Do &amp;not keep</source>
        <translation>Không lư&amp;u</translation>
    </message>
    <message>
        <source>K&amp;eep</source>
        <translation>&amp;Lưu</translation>
    </message>
</context>
<context>
    <name>NameTags</name>
    <message>
        <source>Take {name} off</source>
        <translation>Bỏ {name}</translation>
    </message>
</context>
<context>
    <name>NewBookDialog</name>
    <message>
        <source>New book</source>
        <translation>Lập sổ mới</translation>
    </message>
    <message>
        <source>This is no hour. Write it like this: 19:30.</source>
        <translation>Giờ ghi chưa đúng. Hãy ghi như: 19:30.</translation>
    </message>
    <message>
        <source>The book will be the file “{file}” in the folder “{folder}”.</source>
        <translation>Sổ sẽ là tệp “{file}” trong thư mục “{folder}”.</translation>
    </message>
    <message>
        <source>Party cell</source>
        <translation>Chi bộ</translation>
    </message>
</context>
<context>
    <name>NewBookForm</name>
    <message>
        <source>&amp;Name of the cell</source>
        <translation>&amp;Tên chi bộ</translation>
    </message>
    <message>
        <source>for example: Chi bộ thôn 3</source>
        <translation>ví dụ: Chi bộ thôn 3</translation>
    </message>
    <message>
        <source>&amp;Superior body, as on the letterhead</source>
        <translation>Đảng &amp;bộ cấp trên, như in trên đầu giấy</translation>
    </message>
    <message>
        <source>for example: Đảng bộ xã Lưỡng Vượng</source>
        <translation>ví dụ: Đảng bộ xã Lưỡng Vượng</translation>
    </message>
    <message>
        <source>&amp;Commune (in the line of the date)</source>
        <translation>&amp;Xã (in ở dòng ngày tháng)</translation>
    </message>
    <message>
        <source>for example: Lưỡng Vượng</source>
        <translation>ví dụ: Lưỡng Vượng</translation>
    </message>
    <message>
        <source>Usual &amp;place of meeting</source>
        <translation>Nơi thường &amp;họp</translation>
    </message>
    <message>
        <source>e.g. Nhà văn hóa</source>
        <translation>ví dụ: Nhà văn hóa thôn 3</translation>
    </message>
    <message>
        <source>Meeting &amp;day of the month</source>
        <translation>&amp;Ngày họp hằng tháng</translation>
    </message>
    <message>
        <source>&amp;Hour of meeting</source>
        <translation>&amp;Giờ họp</translation>
    </message>
    <message>
        <source>&amp;Elsewhere…</source>
        <translation>Chỗ &amp;khác…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Thôi</translation>
    </message>
    <message>
        <source>&amp;Begin the book</source>
        <translation>&amp;Lập sổ</translation>
    </message>
</context>
<context>
    <name>NewPassword</name>
    <message>
        <source>This is not the same as above. Type it again.</source>
        <translation>Không giống mật khẩu ở trên. Hãy gõ lại.</translation>
    </message>
    <message>
        <source>Long enough.</source>
        <translation>Đủ dài.</translation>
    </message>
    <message numerus="yes">
        <source>%n more character(s) are needed.</source>
        <translation>
            <numerusform>Còn thiếu %n ký tự.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At least %n characters. A short sentence that you remember is better than signs that nobody remembers.</source>
        <translation>
            <numerusform>Ít nhất %n ký tự. Một câu ngắn dễ nhớ tốt hơn những ký hiệu không ai nhớ được.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OfficeDesk</name>
    <message>
        <source>This is the board that is open. Choose that of another computer.</source>
        <translation>Đây chính là bảng đang mở. Hãy chọn bảng của máy khác.</translation>
    </message>
</context>
<context>
    <name>OfficeDialog</name>
    <message>
        <source>The office</source>
        <translation>Thông tin Đảng ủy</translation>
    </message>
    <message>
        <source>the first minutes that come</source>
        <translation>biên bản đầu tiên nhận được</translation>
    </message>
</context>
<context>
    <name>OfficeForm</name>
    <message>
        <source>&amp;Name of the office</source>
        <translation>&amp;Tên Đảng ủy</translation>
    </message>
    <message>
        <source>for example: Đảng ủy xã Lưỡng Vượng</source>
        <translation>ví dụ: Đảng ủy xã Lưỡng Vượng</translation>
    </message>
    <message>
        <source>&amp;Place (in the line of the date)</source>
        <translation>Đị&amp;a danh (ở dòng ngày tháng)</translation>
    </message>
    <message>
        <source>for example: Lưỡng Vượng</source>
        <translation>ví dụ: Lưỡng Vượng</translation>
    </message>
    <message>
        <source>&amp;Title of who signs</source>
        <translation>&amp;Chức vụ người ký</translation>
    </message>
    <message>
        <source>for example: Chánh Văn phòng</source>
        <translation>ví dụ: Chánh Văn phòng</translation>
    </message>
    <message>
        <source>N&amp;ame of who signs</source>
        <translation>&amp;Họ tên người ký</translation>
    </message>
    <message>
        <source>e.g. Quan Văn Thuận</source>
        <translation>ví dụ: Quan Văn Thuận</translation>
    </message>
    <message>
        <source>Minutes are &amp;due in the next month on day</source>
        <translation>Hạn nộ&amp;p: ngày mấy tháng sau</translation>
    </message>
    <message>
        <source>&amp;Waited for since</source>
        <translation>Theo &amp;dõi từ</translation>
    </message>
    <message>
        <source>Do not keep</source>
        <translation>Không lưu</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Lưu</translation>
    </message>
</context>
<context>
    <name>OpinionRow</name>
    <message>
        <source>Opinion of {name}</source>
        <translation>Ý kiến: {name}</translation>
    </message>
    <message>
        <source>Delete the opinion of {name}</source>
        <translation>Xóa ý kiến: {name}</translation>
    </message>
    <message>
        <source>Delete this opinion</source>
        <translation>Xóa ý kiến này</translation>
    </message>
</context>
<context>
    <name>OverviewAttendanceForm</name>
    <message>
        <source>Time</source>
        <translation>Thời gian</translation>
    </message>
    <message>
        <source>By &amp;member</source>
        <translation>Theo đồng &amp;chí</translation>
    </message>
    <message>
        <source>By m&amp;eeting</source>
        <translation>Theo &amp;kỳ</translation>
    </message>
    <message>
        <source>Only those who were &amp;absent</source>
        <translation>Chỉ những đồng chí có &amp;vắng</translation>
    </message>
    <message>
        <source>Attendance of the members</source>
        <translation>Tình hình dự của từng đồng chí</translation>
    </message>
    <message>
        <source>Attendance of the meetings</source>
        <translation>Tình hình dự từng kỳ</translation>
    </message>
    <message>
        <source>Meetings that the member missed</source>
        <translation>Những kỳ đồng chí vắng</translation>
    </message>
</context>
<context>
    <name>OverviewDialog</name>
    <message>
        <source>The year in review</source>
        <translation>Nhìn lại cả năm</translation>
    </message>
</context>
<context>
    <name>OverviewForm</name>
    <message>
        <source>Yea&amp;r</source>
        <translation>&amp;Năm</translation>
    </message>
    <message>
        <source>Sides of the year</source>
        <translation>Các mặt trong năm</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Đón&amp;g</translation>
    </message>
</context>
<context>
    <name>OverviewPetitionsForm</name>
    <message>
        <source>&amp;Print the list…</source>
        <translation>&amp;In bảng tổng hợp…</translation>
    </message>
    <message>
        <source>&amp;Open its meeting</source>
        <translation>&amp;Mở kỳ sinh hoạt</translation>
    </message>
    <message>
        <source>Wishes of the people</source>
        <translation>Kiến nghị của nhân dân</translation>
    </message>
    <message>
        <source>What the people ask for will stand here until they have an answer. Mark an opinion as a petition while you write the minutes.</source>
        <translation>Kiến nghị của nhân dân nằm ở đây cho đến khi bà con được trả lời. Khi ghi biên bản, đánh dấu “Kiến nghị” bên ý kiến.</translation>
    </message>
    <message>
        <source>What became of the chosen petition, meeting by meeting</source>
        <translation>Kiến nghị đang chọn đã đi đến đâu, qua từng kỳ sinh hoạt</translation>
    </message>
    <message>
        <source>&amp;History…</source>
        <translation>Q&amp;uá trình…</translation>
    </message>
    <message>
        <source>What was &amp;answered</source>
        <translation>T&amp;rả lời thế nào</translation>
    </message>
</context>
<context>
    <name>OverviewSendingForm</name>
    <message>
        <source>What has gone to the superior</source>
        <translation>Những gì đã gửi cấp trên</translation>
    </message>
    <message>
        <source>No meeting of this year is closed yet. What is closed can be copied to a USB stick for the superior.</source>
        <translation>Năm này chưa có kỳ nào kết thúc. Kỳ đã kết thúc thì chép được vào USB để gửi cấp trên.</translation>
    </message>
    <message>
        <source>&amp;Open this meeting</source>
        <translation>&amp;Mở kỳ này</translation>
    </message>
</context>
<context>
    <name>OverviewVisitsForm</name>
    <message>
        <source>Officers of the superior</source>
        <translation>Cấp ủy viên cấp trên</translation>
    </message>
    <message>
        <source>Meetings of the officer</source>
        <translation>Các kỳ của đồng chí này</translation>
    </message>
    <message>
        <source>Nobody of the superior was invited in this year. Enter the officer who follows the cell under “Cell and meeting day…”; a new meeting invites that officer then.</source>
        <translation>Năm này chưa mời cấp ủy viên cấp trên nào. Hãy ghi cấp ủy viên phụ trách ở “Sổ, cài đặt… → Chi bộ và ngày họp…”; từ đó kỳ mới lập sẽ có tên đồng chí trong khách mời.</translation>
    </message>
    <message>
        <source>&amp;Open this meeting</source>
        <translation>&amp;Mở kỳ này</translation>
    </message>
</context>
<context>
    <name>PaperDesk</name>
    <message>
        <source>The paper is being made…</source>
        <translation>Đang chuẩn bị trang in…</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Lưu thành PDF</translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation>Đã lưu: {path}</translation>
    </message>
    <message>
        <source>The paper is being saved…</source>
        <translation>Đang lưu giấy tờ…</translation>
    </message>
    <message>
        <source>This computer has no printer. Save the paper as a PDF on a stick and print it elsewhere.</source>
        <translation>Máy này chưa có máy in. Hãy lưu giấy này thành PDF vào USB rồi in ở máy khác.</translation>
    </message>
    <message>
        <source>Printing was stopped.</source>
        <translation>Đã dừng in.</translation>
    </message>
    <message>
        <source>The paper was handed to the printer.</source>
        <translation>Đã chuyển sang máy in.</translation>
    </message>
    <message>
        <source>The printer did not take the paper; nothing was lost. See whether it is switched on, then print again.</source>
        <translation>Máy in chưa nhận được nhưng không mất gì. Hãy xem máy in đã bật chưa, rồi in lại.</translation>
    </message>
    <message>
        <source>The paper was not made. Choose it again to make it.</source>
        <translation>Chưa lập giấy này. Muốn xem, hãy chọn lại giấy.</translation>
    </message>
    <message>
        <source>Page {page} of {count}</source>
        <translation>Trang {page}/{count}</translation>
    </message>
    <message>
        <source>Earlier version {number}</source>
        <translation>Bản cũ, lần {number}</translation>
    </message>
    <message>
        <source>{place} · draft</source>
        <translation>{place} · dự thảo</translation>
    </message>
</context>
<context>
    <name>PaperDeskForm</name>
    <message>
        <source>Paper of this meeting</source>
        <translation>Giấy tờ của kỳ này</translation>
    </message>
    <message>
        <source>Take the whole paper or a part of it</source>
        <translation>Lấy cả giấy hay một phần</translation>
    </message>
    <message>
        <source>&amp;Back to the newest</source>
        <translation>Về &amp;bản mới nhất</translation>
    </message>
    <message>
        <source>Show the paper smaller</source>
        <translation>Thu nhỏ</translation>
    </message>
    <message>
        <source>Show the paper larger</source>
        <translation>Phóng to</translation>
    </message>
    <message>
        <source>The paper as it will be printed</source>
        <translation>Giấy như khi in ra</translation>
    </message>
</context>
<context>
    <name>PaperDialog</name>
    <message>
        <source>The paper is being made…</source>
        <translation>Đang chuẩn bị trang in…</translation>
    </message>
    <message>
        <source>The paper was not made. Choose it again to make it.</source>
        <translation>Chưa lập giấy này. Muốn xem, hãy chọn lại giấy.</translation>
    </message>
    <message>
        <source>Page {page} of {count}</source>
        <translation>Trang {page}/{count}</translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation>Đã lưu: {path}</translation>
    </message>
    <message>
        <source>This computer has no printer. Save the paper as a PDF on a stick and print it elsewhere.</source>
        <translation>Máy này chưa có máy in. Hãy lưu giấy này thành PDF vào USB rồi in ở máy khác.</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Lưu thành PDF</translation>
    </message>
    <message>
        <source>Printing was stopped.</source>
        <translation>Đã dừng in.</translation>
    </message>
    <message>
        <source>The paper was handed to the printer.</source>
        <translation>Đã chuyển sang máy in.</translation>
    </message>
    <message>
        <source>The printer did not take the paper; nothing was lost. See whether it is switched on, then print again.</source>
        <translation>Máy in chưa nhận được nhưng không mất gì. Hãy xem máy in đã bật chưa, rồi in lại.</translation>
    </message>
</context>
<context>
    <name>PaperSettingsDialog</name>
    <message>
        <source>How papers look</source>
        <translation>Cách trình bày văn bản</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Giấy tờ</translation>
    </message>
    <message>
        <source>Place, date</source>
        <translation>Địa danh, ngày</translation>
    </message>
    <message>
        <source>As in the book</source>
        <translation>Như ghi trong sổ</translation>
    </message>
    <message>
        <source>As typed</source>
        <translation>Như đã gõ</translation>
    </message>
    <message>
        <source>A paper stands here once there is a meeting.</source>
        <translation>Có kỳ sinh hoạt rồi, giấy sẽ hiện ở đây.</translation>
    </message>
</context>
<context>
    <name>PaperSettingsForm</name>
    <message>
        <source>Fields</source>
        <translation>Các ô cần ghi</translation>
    </message>
    <message>
        <source>&amp;First line of the letterhead</source>
        <translation>&amp;Dòng đầu của giấy</translation>
    </message>
    <message>
        <source>Spellin&amp;g of tones</source>
        <translation>&amp;Cách đặt dấu</translation>
    </message>
    <message>
        <source>Signed &amp;on behalf of</source>
        <translation>&amp;Ký thay mặt</translation>
    </message>
    <message>
        <source>&amp;Size of the text</source>
        <translation>Cỡ c&amp;hữ</translation>
    </message>
    <message>
        <source>Space from &amp;line to line</source>
        <translation>&amp;Giãn dòng</translation>
    </message>
    <message>
        <source>Size of la&amp;rge print</source>
        <translation>Cỡ chữ &amp;to</translation>
    </message>
    <message>
        <source>&amp;Text ends with</source>
        <translation>Dấu hết văn &amp;bản</translation>
    </message>
    <message>
        <source>Re&amp;ceivers of papers that go out, one a line</source>
        <translation>&amp;Nơi nhận, mỗi dòng một nơi</translation>
    </message>
    <message>
        <source>&amp;Dashes under the title, and the line of place and date</source>
        <translation>&amp;Vạch dưới tên giấy, và dòng địa danh, ngày tháng</translation>
    </message>
    <message>
        <source>Paper to look at</source>
        <translation>Giấy để xem</translation>
    </message>
    <message>
        <source>The paper as it would be printed</source>
        <translation>Giấy như khi in ra</translation>
    </message>
    <message>
        <source>Closed minutes keep the look of their day.</source>
        <translation>Biên bản đã kết thúc vẫn giữ cách trình bày của ngày đó.</translation>
    </message>
    <message>
        <source>Do not keep</source>
        <translation>Không lưu</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Lưu</translation>
    </message>
</context>
<context>
    <name>PaperTraces</name>
    <message>
        <source>{paper}: {what}</source>
        <translation>{paper}: {what}</translation>
    </message>
</context>
<context>
    <name>PaperView</name>
    <message>
        <source>Page {page} of {count}</source>
        <translation>Trang {page} trên {count}</translation>
    </message>
</context>
<context>
    <name>PartTimeDialog</name>
    <message>
        <source>Came late or left early</source>
        <translation>Đến muộn, về sớm</translation>
    </message>
    <message>
        <source>This is no time. Write it like 19:40.</source>
        <translation>Giờ ghi chưa đúng. Hãy ghi như: 19:40.</translation>
    </message>
</context>
<context>
    <name>PartTimeForm</name>
    <message>
        <source>&amp;Came late, at</source>
        <translation>Đến &amp;muộn, lúc</translation>
    </message>
    <message>
        <source>&amp;Left early, at</source>
        <translation>&amp;Về sớm, lúc</translation>
    </message>
    <message>
        <source>Leave a line empty when it does not apply.</source>
        <translation>Không có thì để trống dòng đó.</translation>
    </message>
    <message>
        <source>Do not keep</source>
        <translation>Không lưu</translation>
    </message>
    <message>
        <source>&amp;Note it</source>
        <translation>&amp;Lưu</translation>
    </message>
</context>
<context>
    <name>PasswordDialog</name>
    <message>
        <source>Type the password.</source>
        <translation>Hãy gõ mật khẩu.</translation>
    </message>
</context>
<context>
    <name>PasswordForm</name>
    <message>
        <source>&amp;Password</source>
        <translation>Mật &amp;khẩu</translation>
    </message>
    <message>
        <source>&amp;New password</source>
        <translation>Mật khẩu mớ&amp;i</translation>
    </message>
    <message>
        <source>The new password &amp;once more</source>
        <translation>Gõ &amp;lại mật khẩu mới</translation>
    </message>
    <message>
        <source>&amp;Show what is typed</source>
        <translation>&amp;Hiện chữ đang gõ</translation>
    </message>
    <message>
        <source>The keys are being locked</source>
        <translation>Đang khóa lại bằng mật khẩu</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Thôi</translation>
    </message>
</context>
<context>
    <name>PastDialog</name>
    <message>
        <source>What went before on paper</source>
        <translation>Số liệu từ sổ giấy</translation>
    </message>
    <message>
        <source>Enter what the task is about.</source>
        <translation>Hãy ghi nhiệm vụ là làm gì.</translation>
    </message>
    <message>
        <source>Nobody is called that. Choose from the list.</source>
        <translation>Không có ai tên như vậy. Hãy chọn trong danh sách.</translation>
    </message>
    <message>
        <source>This is no day. Write it like this: 03/11/2026.</source>
        <translation>Đây không phải là ngày. Hãy ghi như: 03/11/2026.</translation>
    </message>
    <message>
        <source>Kind of document</source>
        <translation>Loại văn bản</translation>
    </message>
    <message>
        <source>Last number used</source>
        <translation>Số cuối đã dùng</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Nhiệm vụ</translation>
    </message>
    <message>
        <source>Who leads</source>
        <translation>Phụ trách</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Hạn xong</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Tháng</translation>
    </message>
    <message>
        <source>Month {month}</source>
        <translation>Tháng {month}</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>Có mặt</translation>
    </message>
    <message>
        <source>Excused</source>
        <translation>Vắng có lý do</translation>
    </message>
    <message>
        <source>Unexcused</source>
        <translation>Vắng không lý do</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Cộng</translation>
    </message>
    <message>
        <source>The book knows a later number of this kind: {number}.</source>
        <translation>Trong sổ đã có số lớn hơn của loại này: {number}.</translation>
    </message>
    <message>
        <source>Enter a day that is past, like this: 03/11/2026.</source>
        <translation>Hãy ghi ngày đã qua, như: 03/11/2026.</translation>
    </message>
    <message>
        <source>“{text}” is no number. Enter figures only.</source>
        <translation>“{text}” không phải là số. Hãy chỉ ghi chữ số.</translation>
    </message>
</context>
<context>
    <name>PastForm</name>
    <message>
        <source>&amp;Numbers used</source>
        <translation>&amp;Số đã dùng</translation>
    </message>
    <message>
        <source>&amp;Open tasks</source>
        <translation>&amp;Nhiệm vụ chưa xong</translation>
    </message>
    <message>
        <source>Earlier &amp;months</source>
        <translation>Các &amp;tháng trước</translation>
    </message>
    <message>
        <source>Enter the last number that was used on paper in this term. Click into a line and type; leave out what the cell never issued.</source>
        <translation>Ghi số văn bản cuối cùng đã dùng trên giấy trong nhiệm kỳ này. Bấm vào dòng rồi gõ; loại nào chưa ra thì để trống.</translation>
    </message>
    <message>
        <source>Last numbers used</source>
        <translation>Số cuối đã dùng</translation>
    </message>
    <message>
        <source>Tasks given before this book began. They come up in the next meeting.</source>
        <translation>Nhiệm vụ giao từ trước khi lập sổ này. Kỳ sinh hoạt tới sẽ nhắc lại để ghi kết quả.</translation>
    </message>
    <message>
        <source>&amp;Task</source>
        <translation>Nhiệm &amp;vụ</translation>
    </message>
    <message>
        <source>&amp;Who leads</source>
        <translation>&amp;Phụ trách</translation>
    </message>
    <message>
        <source>&amp;Due</source>
        <translation>&amp;Hạn xong</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>Thê&amp;m</translation>
    </message>
    <message>
        <source>Open tasks from paper</source>
        <translation>Nhiệm vụ chưa xong từ sổ giấy</translation>
    </message>
    <message>
        <source>&amp;Take out the chosen task</source>
        <translation>&amp;Bỏ nhiệm vụ đang chọn</translation>
    </message>
    <message>
        <source>Meetings of this year that stand in the paper book only: click into a line and type the figures.</source>
        <translation>Các kỳ trong năm chỉ có ở sổ giấy: bấm vào dòng rồi gõ số.</translation>
    </message>
    <message>
        <source>Earlier meetings of this year</source>
        <translation>Các kỳ trước trong năm</translation>
    </message>
    <message>
        <source>Do not keep</source>
        <translation>Không lưu</translation>
    </message>
    <message>
        <source>&amp;Keep all three</source>
        <translation>&amp;Lưu cả ba phần</translation>
    </message>
</context>
<context>
    <name>PeriodCargo</name>
    <message>
        <source>{period} of {year}</source>
        <translation>{period} năm {year}</translation>
    </message>
    <message>
        <source>{period}; a meeting is not closed: the papers say that they are drafts</source>
        <translation>{period}; có kỳ chưa kết thúc: giấy tờ ghi DỰ THẢO</translation>
    </message>
    <message>
        <source>&amp;Only the papers, to be printed elsewhere</source>
        <translation>Chỉ giấy &amp;tờ, để in ở nơi khác</translation>
    </message>
</context>
<context>
    <name>PeriodPapersDialog</name>
    <message>
        <source>Papers of a period</source>
        <translation>Giấy tờ của tháng, quý, năm</translation>
    </message>
    <message>
        <source>All papers of the time</source>
        <translation>Trọn bộ giấy tờ</translation>
    </message>
    <message>
        <source>No meeting was held in this time, so there is nothing to print.</source>
        <translation>Thời gian này chưa có kỳ sinh hoạt nào nên chưa có gì để in.</translation>
    </message>
    <message>
        <source>{place} · draft</source>
        <translation>{place} · dự thảo</translation>
    </message>
    <message>
        <source>{period} of {year}</source>
        <translation>{period} năm {year}</translation>
    </message>
    <message>
        <source>The paper is being saved…</source>
        <translation>Đang lưu giấy tờ…</translation>
    </message>
</context>
<context>
    <name>PeriodPapersForm</name>
    <message>
        <source>Pape&amp;r</source>
        <translation>Loại giấ&amp;y</translation>
    </message>
    <message>
        <source>Take the whole paper or a part of it</source>
        <translation>Lấy cả giấy hay một phần</translation>
    </message>
    <message>
        <source>&amp;Time</source>
        <translation>&amp;Thời gian</translation>
    </message>
    <message>
        <source>&amp;Year</source>
        <translation>&amp;Năm</translation>
    </message>
    <message>
        <source>Show the paper smaller</source>
        <translation>Thu nhỏ</translation>
    </message>
    <message>
        <source>Show the paper larger</source>
        <translation>Phóng to</translation>
    </message>
    <message>
        <source>The paper as it will be printed</source>
        <translation>Giấy như khi in ra</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Đón&amp;g</translation>
    </message>
    <message>
        <source>Copy to &amp;USB…</source>
        <translation>Chép vào &amp;USB…</translation>
    </message>
    <message>
        <source>&amp;Numbers…</source>
        <translation>Số &amp;liệu…</translation>
    </message>
    <message>
        <source>Save for &amp;Word…</source>
        <translation>Lưu cho &amp;Word…</translation>
    </message>
    <message>
        <source>Save as PD&amp;F…</source>
        <translation>Lưu thành PD&amp;F…</translation>
    </message>
    <message>
        <source>&amp;Print</source>
        <translation>&amp;In</translation>
    </message>
</context>
<context>
    <name>PetitionCheck</name>
    <message>
        <source>Petition</source>
        <translation>Kiến nghị</translation>
    </message>
    <message>
        <source>Pass this on as a petition</source>
        <translation>Ghi ý kiến này thành kiến nghị</translation>
    </message>
    <message>
        <source>Pass the opinion of {name} on</source>
        <translation>Ghi ý kiến của {name} thành kiến nghị</translation>
    </message>
</context>
<context>
    <name>PetitionsDialog</name>
    <message>
        <source>Wishes of the people</source>
        <translation>Kiến nghị của nhân dân</translation>
    </message>
    <message>
        <source>Not settled yet from earlier meetings:</source>
        <translation>Kiến nghị các kỳ trước chưa xong:</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Chưa rõ ai</translation>
    </message>
    <message>
        <source>{who}: {text}</source>
        <translation>{who}: {text}</translation>
    </message>
</context>
<context>
    <name>PetitionsForm</name>
    <message>
        <source>What the people ask for, and to whom the cell passes it on. Everything is kept as it is typed.</source>
        <translation>Nhân dân kiến nghị gì, chi bộ gửi đến đâu. Gõ đến đâu lưu đến đó.</translation>
    </message>
    <message>
        <source>Wishes of the people</source>
        <translation>Kiến nghị của nhân dân</translation>
    </message>
    <message>
        <source>The &amp;wish</source>
        <translation>&amp;Kiến nghị</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Của ai</translation>
    </message>
    <message>
        <source>Such as: people of the lower hamlet</source>
        <translation>Ai kiến nghị, ví dụ: bà con xóm Dưới</translation>
    </message>
    <message>
        <source>Such as: the poor households</source>
        <translation>Ai, việc gì, ví dụ: các hộ ven suối</translation>
    </message>
    <message>
        <source>Who answers, such as: the commune</source>
        <translation>Nơi giải quyết, ví dụ: Ủy ban nhân dân xã</translation>
    </message>
    <message>
        <source>Follow them &amp;up…</source>
        <translation>Th&amp;eo dõi kiến nghị…</translation>
    </message>
    <message>
        <source>Ab&amp;out</source>
        <translation>&amp;Liên quan đến</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>Gửi đế&amp;n</translation>
    </message>
    <message>
        <source>&amp;Another wish</source>
        <translation>&amp;Thêm kiến nghị</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Xóa</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Đón&amp;g</translation>
    </message>
</context>
<context>
    <name>PetitionsPage</name>
    <message>
        <source>Petitions</source>
        <translation>Kiến nghị</translation>
    </message>
    <message numerus="yes">
        <source>%n petition(s)</source>
        <translation>
            <numerusform>%n kiến nghị</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not settled yet</source>
        <translation>
            <numerusform>%n chưa xong</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n petition(s) waiting for an answer</source>
        <translation>
            <numerusform>%n kiến nghị chờ trả lời</numerusform>
        </translation>
    </message>
    <message>
        <source>All cells</source>
        <translation>Mọi chi bộ</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tình trạng</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>đang chờ</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>đã trả lời</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>Đã chờ</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>Chi bộ</translation>
    </message>
    <message>
        <source>Raised on</source>
        <translation>Ngày nêu</translation>
    </message>
    <message>
        <source>Petition</source>
        <translation>Kiến nghị</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Về ai</translation>
    </message>
    <message>
        <source>The cell had an answer on {day}: {text}</source>
        <translation>Chi bộ đã có trả lời ngày {day}: {text}</translation>
    </message>
    <message>
        <source>Raised on {who}</source>
        <translation>Nêu ngày {who}</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Của ai</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Gửi đến</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Kỳ sinh hoạt</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n ngày</numerusform>
        </translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Đã gửi đi</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Đã có trả lời</translation>
    </message>
    <message>
        <source>People were told</source>
        <translation>Đã báo lại người dân</translation>
    </message>
    <message>
        <source>From: {who}</source>
        <translation>Của: {who}</translation>
    </message>
    <message>
        <source>About: {who}</source>
        <translation>Liên quan đến: {who}</translation>
    </message>
    <message>
        <source>To: {who}</source>
        <translation>Gửi đến: {who}</translation>
    </message>
    <message>
        <source>Sent {who}</source>
        <translation>Gửi ngày {who}</translation>
    </message>
</context>
<context>
    <name>PhraseOffer</name>
    <message>
        <source>Usual phrases below: press Down to choose</source>
        <translation>Có câu thường dùng ở dưới: bấm mũi tên xuống để chọn</translation>
    </message>
</context>
<context>
    <name>PlaceWarning</name>
    <message>
        <source>Copy into the computer</source>
        <translation>Chép vào máy</translation>
    </message>
    <message>
        <source>From now on you work with the file “{file}” in the folder “{folder}”; the old file, {old}, stays as it is and is not used any more.</source>
        <translation>Từ nay làm việc với tệp “{file}” trong thư mục “{folder}”; tệp cũ, {old}, vẫn để nguyên và không dùng nữa.</translation>
    </message>
</context>
<context>
    <name>PointList</name>
    <message>
        <source>{title}, {state}</source>
        <translation>{title}, {state}</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>bỏ qua</translation>
    </message>
    <message>
        <source>being written</source>
        <translation>đang ghi</translation>
    </message>
    <message>
        <source>written</source>
        <translation>đã ghi</translation>
    </message>
    <message>
        <source>nothing written yet</source>
        <translation>chưa ghi</translation>
    </message>
</context>
<context>
    <name>PortionsChoice</name>
    <message>
        <source>all</source>
        <translation>tất cả</translation>
    </message>
    <message>
        <source>{what}: {which}</source>
        <translation>{what}: {which}</translation>
    </message>
</context>
<context>
    <name>PortionsDialog</name>
    <message>
        <source>Wanted</source>
        <translation>Lấy</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Số</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>{name}, wanted</source>
        <translation>{name}, có lấy</translation>
    </message>
    <message>
        <source>{name}, not wanted</source>
        <translation>{name}, không lấy</translation>
    </message>
</context>
<context>
    <name>PortionsForm</name>
    <message>
        <source>&amp;Tick what is wanted; only that is shown, printed and saved.</source>
        <translation>Đánh &amp;dấu những phần cần lấy; chỉ những phần ấy được xem, in và lưu.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Thôi</translation>
    </message>
    <message>
        <source>The &amp;whole paper</source>
        <translation>Lấy &amp;cả giấy</translation>
    </message>
    <message>
        <source>Only what is ti&amp;cked</source>
        <translation>Chỉ &amp;lấy phần đã đánh dấu</translation>
    </message>
</context>
<context>
    <name>PracticeFrame</name>
    <message>
        <source>PRACTICE</source>
        <translation>TẬP THỬ</translation>
    </message>
</context>
<context>
    <name>PreparationSteps</name>
    <message>
        <source>Plan its meeting…</source>
        <translation>Lập cuộc họp chi ủy…</translation>
    </message>
    <message>
        <source>Its meeting: {day}</source>
        <translation>Mở cuộc họp {day}</translation>
    </message>
</context>
<context>
    <name>PrintJob</name>
    <message>
        <source>Printing…</source>
        <translation>Đang in…</translation>
    </message>
</context>
<context>
    <name>PrintingForm</name>
    <message>
        <source>Closing and printing</source>
        <translation>Kết thúc kỳ sinh hoạt và in</translation>
    </message>
    <message>
        <source>To know; it does not hinder closing:</source>
        <translation>Nên biết; vẫn kết thúc được:</translation>
    </message>
    <message>
        <source>Score of the meeting</source>
        <translation>Chấm điểm buổi sinh hoạt</translation>
    </message>
    <message>
        <source>Sc&amp;ore…</source>
        <translation>Chấm đ&amp;iểm…</translation>
    </message>
    <message>
        <source>Documents of this meeting</source>
        <translation>Văn bản của kỳ này</translation>
    </message>
    <message>
        <source>&amp;Add a document…</source>
        <translation>&amp;Thêm văn bản…</translation>
    </message>
    <message>
        <source>Back to the assignment</source>
        <translation>Trở lại Phân công</translation>
    </message>
    <message>
        <source>A&amp;ssignment</source>
        <translation>P&amp;hân công</translation>
    </message>
    <message>
        <source>&amp;More…</source>
        <translation>&amp;Việc khác…</translation>
    </message>
    <message>
        <source>Save as PD&amp;F…</source>
        <translation>Lưu thành PD&amp;F…</translation>
    </message>
</context>
<context>
    <name>PrintingPanel</name>
    <message>
        <source>&amp;Print</source>
        <translation>&amp;In</translation>
    </message>
    <message>
        <source>&amp;Close the meeting</source>
        <translation>&amp;Kết thúc kỳ này</translation>
    </message>
    <message>
        <source>Closing freezes the minutes. It cannot be undone, only reopened with a reason.</source>
        <translation>Kết thúc là chốt biên bản: không hoàn tác được, chỉ mở lại khi có lý do.</translation>
    </message>
    <message>
        <source>&amp;To the attendance</source>
        <translation>Sang Điể&amp;m danh</translation>
    </message>
    <message>
        <source>Version {number}, closed on {day} at {hour}</source>
        <translation>Lần {number}, kết thúc ngày {day}, lúc {hour}</translation>
    </message>
    <message>
        <source>Save as PD&amp;F…</source>
        <translation>Lưu thành PD&amp;F…</translation>
    </message>
    <message>
        <source>Save for &amp;Word…</source>
        <translation>Lưu cho &amp;Word…</translation>
    </message>
    <message>
        <source>Save for the arc&amp;hive…</source>
        <translation>&amp;Lưu bản lưu trữ…</translation>
    </message>
    <message>
        <source>It &amp;is signed</source>
        <translation>Đã &amp;ký</translation>
    </message>
    <message>
        <source>&amp;Print this paper…</source>
        <translation>&amp;In giấy này…</translation>
    </message>
    <message>
        <source>This meeting was cancelled, so it has no papers.</source>
        <translation>Kỳ này đã hủy nên không có giấy tờ.</translation>
    </message>
    <message>
        <source>Copy to a &amp;USB stick…</source>
        <translation>Chép vào &amp;USB…</translation>
    </message>
    <message>
        <source>&amp;Reopen the meeting…</source>
        <translation>&amp;Mở lại kỳ này…</translation>
    </message>
    <message>
        <source>&amp;Append a correction…</source>
        <translation>Đính &amp;chính…</translation>
    </message>
    <message>
        <source>What was &amp;done…</source>
        <translation>&amp;Nhật ký kỳ này…</translation>
    </message>
    <message>
        <source>&amp;Earlier versions</source>
        <translation>Các &amp;bản cũ</translation>
    </message>
    <message numerus="yes">
        <source>It cannot be closed yet: %n thing(s) missing.</source>
        <translation>
            <numerusform>Chưa kết thúc được: còn thiếu %n việc.</numerusform>
        </translation>
    </message>
    <message>
        <source>The meeting is closed. Print the minutes and have them signed.</source>
        <translation>Kỳ sinh hoạt đã kết thúc. Hãy in biên bản rồi ký.</translation>
    </message>
    <message>
        <source>The meeting is open again. Change what is wrong, then close it again.</source>
        <translation>Kỳ này đã mở lại. Hãy sửa chỗ sai, rồi kết thúc lại.</translation>
    </message>
    <message>
        <source>The correction was appended below the minutes.</source>
        <translation>Đã ghi đính chính vào cuối biên bản.</translation>
    </message>
    <message>
        <source>Back from the &amp;paper</source>
        <translation>&amp;Quay lại</translation>
    </message>
    <message>
        <source>See the &amp;paper</source>
        <translation>&amp;Xem giấy tờ</translation>
    </message>
</context>
<context>
    <name>PrintingSide</name>
    <message>
        <source>Closed on {day} at {hour}, version {version}. It can only be read now.</source>
        <translation>Đã kết thúc ngày {day}, lúc {hour}, biên bản lần {version}. Bây giờ chỉ để xem.</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Đã kết thúc</translation>
    </message>
    <message>
        <source>Reason: {reason}</source>
        <translation>Lý do: {reason}</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Đã hủy</translation>
    </message>
    <message>
        <source>It begins with the attendance. Afterwards it is closed here.</source>
        <translation>Kỳ này bắt đầu từ điểm danh. Họp xong thì kết thúc ở đây.</translation>
    </message>
    <message>
        <source>Not begun yet</source>
        <translation>Chưa họp</translation>
    </message>
    <message>
        <source>Press a line to go to its place.</source>
        <translation>Bấm vào một dòng để đến chỗ cần ghi.</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) missing</source>
        <translation>
            <numerusform>Còn thiếu %n việc</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is missing</source>
        <translation>Đã đủ</translation>
    </message>
    <message>
        <source>The meeting can be closed.</source>
        <translation>Có thể kết thúc kỳ sinh hoạt.</translation>
    </message>
    <message>
        <source>They were never reopened.</source>
        <translation>Chưa lần nào mở lại.</translation>
    </message>
    <message>
        <source>Version {version} was reopened on {day} at {hour}: {reason}</source>
        <translation>Biên bản lần {version} đã mở lại ngày {day}, lúc {hour}. Lý do: {reason}</translation>
    </message>
    <message>
        <source>Resolutions and other numbered papers of this meeting stand here.</source>
        <translation>Nghị quyết và các văn bản có số của kỳ này nằm ở đây.</translation>
    </message>
    <message>
        <source>None were issued.</source>
        <translation>Kỳ này không ra văn bản nào.</translation>
    </message>
    <message>
        <source>{points}/{total} points: {grade}</source>
        <translation>{points}/{total} điểm: {grade}</translation>
    </message>
    <message numerus="yes">
        <source>%n criterion(s) not answered yet</source>
        <translation>
            <numerusform>Còn %n tiêu chí chưa chấm</numerusform>
        </translation>
    </message>
    <message>
        <source>Not scored yet.</source>
        <translation>Chưa chấm.</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>Cell secretary</source>
        <translation>Sổ sinh hoạt chi bộ</translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Thôi</translation>
    </message>
</context>
<context>
    <name>ProgressSpin</name>
    <message>
        <source>/{amount} {unit}</source>
        <translation>/{amount} {unit}</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>chưa rõ</translation>
    </message>
</context>
<context>
    <name>PromptsDialog</name>
    <message>
        <source>Suggestions</source>
        <translation>Gợi ý nội dung</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>Chọn</translation>
    </message>
    <message>
        <source>Matter</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>{matter}, taken</source>
        <translation>{matter}, đã chọn</translation>
    </message>
    <message>
        <source>{matter}, not taken</source>
        <translation>{matter}, chưa chọn</translation>
    </message>
    <message numerus="yes">
        <source>T&amp;ake %n matter(s)</source>
        <translation>
            <numerusform>&amp;Lấy %n nội dung</numerusform>
        </translation>
    </message>
    <message>
        <source>T&amp;ake what is ticked</source>
        <translation>&amp;Lấy nội dung đã chọn</translation>
    </message>
</context>
<context>
    <name>PromptsForm</name>
    <message>
        <source>What a cell like this one may discuss. Tick what is of use.</source>
        <translation>Những việc mà loại chi bộ này thường bàn. Hãy đánh dấu việc cần dùng.</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>Gợi ý nội dung</translation>
    </message>
    <message>
        <source>&amp;Take none</source>
        <translation>&amp;Không lấy</translation>
    </message>
</context>
<context>
    <name>ReasonsMenu</name>
    <message>
        <source>Reasons of an absence</source>
        <translation>Lý do vắng</translation>
    </message>
    <message>
        <source>&amp;Another reason…</source>
        <translation>&amp;Lý do khác…</translation>
    </message>
</context>
<context>
    <name>RecoverBookDialog</name>
    <message>
        <source>Open the book by the recovery sheet</source>
        <translation>Mở sổ bằng phiếu khôi phục</translation>
    </message>
    <message>
        <source>This code is of another book</source>
        <translation>Mã này là của sổ khác</translation>
    </message>
</context>
<context>
    <name>RecoverBookForm</name>
    <message>
        <source>Type the code from the recovery sheet, group by group, then set a new password.</source>
        <translation>Gõ mã trên phiếu khôi phục, lần lượt từng nhóm, rồi đặt mật khẩu mới.</translation>
    </message>
    <message>
        <source>&amp;Code on the sheet</source>
        <translation>&amp;Mã trên phiếu</translation>
    </message>
    <message>
        <source>&amp;New password</source>
        <translation>Mật khẩu mớ&amp;i</translation>
    </message>
    <message>
        <source>The new password &amp;once more</source>
        <translation>Gõ &amp;lại mật khẩu mới</translation>
    </message>
    <message>
        <source>&amp;Show what is typed</source>
        <translation>&amp;Hiện chữ đang gõ</translation>
    </message>
    <message>
        <source>The new password is being set</source>
        <translation>Đang đặt mật khẩu mới</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Thôi</translation>
    </message>
    <message>
        <source>O&amp;pen the book</source>
        <translation>Mở &amp;sổ</translation>
    </message>
</context>
<context>
    <name>RecoverDialog</name>
    <message>
        <source>Recover the keys of the office</source>
        <translation>Khôi phục khóa của văn phòng</translation>
    </message>
    <message>
        <source>The old file stays beside the board under another name.</source>
        <translation>Tệp khóa cũ vẫn giữ bên cạnh bảng, dưới tên khác.</translation>
    </message>
    <message>
        <source>Recover without that key</source>
        <translation>Khôi phục, không có khóa đó</translation>
    </message>
    <message>
        <source>Type more codes</source>
        <translation>Gõ thêm mã</translation>
    </message>
    <message>
        <source>Code number {number}</source>
        <translation>Mã số {number}</translation>
    </message>
</context>
<context>
    <name>RecoverForm</name>
    <message>
        <source>Type every code of the newest recovery sheet, number 1 first. Capital or small letters, with spaces or without: both are right.</source>
        <translation>Hãy gõ tất cả các mã trên phiếu khôi phục mới nhất, mã số 1 trước. Chữ hoa hay chữ thường, có dấu cách hay không đều được.</translation>
    </message>
    <message>
        <source>One &amp;more code</source>
        <translation>Thêm &amp;một mã</translation>
    </message>
    <message>
        <source>&amp;New password</source>
        <translation>Mật khẩu mớ&amp;i</translation>
    </message>
    <message>
        <source>The new password &amp;once more</source>
        <translation>Gõ &amp;lại mật khẩu mới</translation>
    </message>
    <message>
        <source>&amp;Show what is typed</source>
        <translation>&amp;Hiện chữ đang gõ</translation>
    </message>
    <message>
        <source>The keys are being recovered</source>
        <translation>Đang khôi phục khóa</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Thôi</translation>
    </message>
    <message>
        <source>&amp;Recover</source>
        <translation>&amp;Khôi phục</translation>
    </message>
</context>
<context>
    <name>RegisterCheckDialog</name>
    <message>
        <source>Compare the register</source>
        <translation>Đối chiếu danh sách đảng viên</translation>
    </message>
    <message>
        <source>This is no day. Write it like this: 03/11/2026.</source>
        <translation>Đây không phải là ngày. Hãy ghi như: 03/11/2026.</translation>
    </message>
    <message>
        <source>Quarter</source>
        <translation>Quý</translation>
    </message>
    <message>
        <source>Compared on</source>
        <translation>Ngày đối chiếu</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Số đảng viên</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>{quarter}, {year}</source>
        <translation>{quarter}/{year}</translation>
    </message>
    <message numerus="yes">
        <source>This book has %n member(s) on that day.</source>
        <translation>
            <numerusform>Ngày đó trong sổ có %n đảng viên.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RegisterCheckForm</name>
    <message>
        <source>Once a quarter the list of members is compared with that of the superior. Note here when it was done and how many members both have.</source>
        <translation>Mỗi quý một lần, danh sách đảng viên được đối chiếu với cấp trên. Ghi vào đây ngày đối chiếu và số đảng viên hai bên cùng có.</translation>
    </message>
    <message>
        <source>Quarters compared so far</source>
        <translation>Những quý đã đối chiếu</translation>
    </message>
    <message>
        <source>&amp;Quarter</source>
        <translation>&amp;Quý</translation>
    </message>
    <message>
        <source>Compared &amp;on</source>
        <translation>&amp;Ngày đối chiếu</translation>
    </message>
    <message>
        <source>&amp;Members in both lists</source>
        <translation>&amp;Số đảng viên hai bên cùng có</translation>
    </message>
    <message>
        <source>&amp;Remark</source>
        <translation>&amp;Ghi chú</translation>
    </message>
    <message>
        <source>Do not keep</source>
        <translation>Không lưu</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Lưu</translation>
    </message>
</context>
<context>
    <name>RemarkForm</name>
    <message>
        <source>Leave it</source>
        <translation>Thôi</translation>
    </message>
</context>
<context>
    <name>RemindersDialog</name>
    <message>
        <source>Reminders for the cells</source>
        <translation>Phiếu nhắc các chi bộ</translation>
    </message>
    <message numerus="yes">
        <source>{month}: %n cell(s)</source>
        <translation>
            <numerusform>{month}: %n chi bộ</numerusform>
        </translation>
    </message>
    <message>
        <source>No minutes are missing: nobody has to be reminded.</source>
        <translation>Không thiếu biên bản nào: không cần nhắc ai.</translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation>Phiếu nhắc</translation>
    </message>
</context>
<context>
    <name>RenamingsDialog</name>
    <message>
        <source>New names from a day on</source>
        <translation>Đổi tên từ một ngày</translation>
    </message>
    <message>
        <source>This is no day. Write it like this: 03/11/2026.</source>
        <translation>Đây không phải là ngày. Hãy ghi như: 03/11/2026.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Từ ngày</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>Chi bộ</translation>
    </message>
    <message>
        <source>Superior body</source>
        <translation>Đảng bộ cấp trên</translation>
    </message>
    <message>
        <source>Commune</source>
        <translation>Xã</translation>
    </message>
    <message numerus="yes">
        <source>%n meeting(s) from that day on are closed already and keep the old names.</source>
        <translation>
            <numerusform>Có %n kỳ sinh hoạt từ ngày đó đã kết thúc; các kỳ ấy vẫn giữ tên cũ.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RenamingsForm</name>
    <message>
        <source>After a merger the cell, its superior or its commune is called something else. Papers of meetings from that day on have the new names; earlier and closed ones keep the old.</source>
        <translation>Dùng khi sáp nhập, chi bộ, đảng bộ hoặc xã mang tên mới. Giấy tờ của các kỳ từ ngày đó trở đi in tên mới; kỳ trước ngày đó và kỳ đã kết thúc giữ tên cũ.</translation>
    </message>
    <message>
        <source>Names of the cell by their days</source>
        <translation>Các tên của chi bộ theo ngày</translation>
    </message>
    <message>
        <source>&amp;Take these names out</source>
        <translation>&amp;Bỏ lần đổi tên này</translation>
    </message>
    <message>
        <source>New names &amp;from</source>
        <translation>Tên mới từ ngà&amp;y</translation>
    </message>
    <message>
        <source>&amp;Name of the cell</source>
        <translation>&amp;Tên chi bộ</translation>
    </message>
    <message>
        <source>&amp;Superior body, as on the letterhead</source>
        <translation>Đảng &amp;bộ cấp trên, như in trên đầu giấy</translation>
    </message>
    <message>
        <source>&amp;Commune (in the line of the date)</source>
        <translation>&amp;Xã (in ở dòng ngày tháng)</translation>
    </message>
    <message>
        <source>Do not keep</source>
        <translation>Không lưu</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Lưu</translation>
    </message>
</context>
<context>
    <name>Renewing</name>
    <message>
        <source>Another file is put in the place of the open one…</source>
        <translation>Đang thay tệp của sổ…</translation>
    </message>
</context>
<context>
    <name>ReopenDialog</name>
    <message>
        <source>Reopen the meeting</source>
        <translation>Mở lại kỳ này</translation>
    </message>
    <message>
        <source>The minutes can be changed again. Version {number} stays in the book, and the reason will be printed in the new minutes.</source>
        <translation>Biên bản lại sửa được. Bản lần {number} vẫn giữ trong sổ, và lý do sẽ in vào biên bản mới.</translation>
    </message>
    <message>
        <source>&amp;Why is it reopened?</source>
        <translation>&amp;Vì sao mở lại?</translation>
    </message>
    <message>
        <source>&amp;Reopen the meeting</source>
        <translation>&amp;Mở lại kỳ này</translation>
    </message>
</context>
<context>
    <name>ReplacementDialog</name>
    <message>
        <source>Replace a document</source>
        <translation>Thay thế văn bản</translation>
    </message>
    <message>
        <source>nothing: it is still valid</source>
        <translation>không thay: văn bản còn hiệu lực</translation>
    </message>
    <message>
        <source>{number}, {day}: {title}</source>
        <translation>{number}, {day}: {title}</translation>
    </message>
</context>
<context>
    <name>ReplacementForm</name>
    <message>
        <source>Is &amp;replaced by</source>
        <translation>Được &amp;thay bằng</translation>
    </message>
    <message>
        <source>Only later documents of the same type are offered. Both stay in the register as they are.</source>
        <translation>Chỉ chọn được văn bản cùng loại ra sau. Cả hai văn bản vẫn nguyên trong sổ.</translation>
    </message>
    <message>
        <source>Do &amp;not keep</source>
        <translation>Không lư&amp;u</translation>
    </message>
    <message>
        <source>K&amp;eep</source>
        <translation>&amp;Lưu</translation>
    </message>
</context>
<context>
    <name>Replies</name>
    <message>
        <source>{office} has sent a reply on the USB stick “{name}”.</source>
        <translation>{office} đã gửi phản hồi trên USB “{name}”.</translation>
    </message>
    <message>
        <source>Look at the reply…</source>
        <translation>Xem phản hồi…</translation>
    </message>
</context>
<context>
    <name>RepliesDialog</name>
    <message>
        <source>Write answers to a USB stick</source>
        <translation>Ghi phản hồi lên USB</translation>
    </message>
    <message>
        <source>Cells that sent something will be here.</source>
        <translation>Chi bộ nào đã gửi thì sẽ có tên ở đây.</translation>
    </message>
    <message>
        <source>Gets one</source>
        <translation>Ghi</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>Chi bộ</translation>
    </message>
    <message>
        <source>What it is told</source>
        <translation>Trong phản hồi có</translation>
    </message>
    <message>
        <source>{name}, gets a reply</source>
        <translation>{name}, có ghi phản hồi</translation>
    </message>
    <message>
        <source>{name}, gets none</source>
        <translation>{name}, không ghi</translation>
    </message>
    <message>
        <source>The board has no name of an office yet, and a cell would not know who replies. Write the name with “Board, settings…” at the top of the window.</source>
        <translation>Bảng chưa có tên Đảng ủy, nên chi bộ không biết ai gửi phản hồi. Hãy ghi tên ở nút “Bảng, cài đặt…” phía trên cửa sổ.</translation>
    </message>
    <message>
        <source>The password is asked for, and the replies are signed.</source>
        <translation>Khi ghi sẽ hỏi mật khẩu để ký phản hồi.</translation>
    </message>
    <message>
        <source>The replies are signed with the key {code}.</source>
        <translation>Phản hồi được ký bằng khóa {code}.</translation>
    </message>
    <message>
        <source>The replies are signed, so that the cells believe them.</source>
        <translation>Phản hồi phải được ký thì chi bộ mới tin.</translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) got a reply, and not all: see below.</source>
        <translation>
            <numerusform>Mới ghi được cho %n chi bộ, chưa đủ: xem bên dưới.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) got a reply; all was read back.</source>
        <translation>
            <numerusform>Đã ghi phản hồi cho %n chi bộ, đã đọc lại và đúng.</numerusform>
        </translation>
    </message>
    <message>
        <source>You may pull out the USB stick.</source>
        <translation>Có thể rút USB.</translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) get a reply: what came, remarks, points, answers.</source>
        <translation>
            <numerusform>Ghi phản hồi cho %n chi bộ: biên nhận, nhận xét, điểm, trả lời kiến nghị.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Write</source>
        <translation>Gh&amp;i phản hồi</translation>
    </message>
    <message>
        <source>&amp;Another stick</source>
        <translation>&amp;USB khác</translation>
    </message>
    <message>
        <source>&amp;Give up</source>
        <translation>&amp;Dừng lại</translation>
    </message>
    <message>
        <source>They are written to {name}.</source>
        <translation>Sẽ ghi vào {name}.</translation>
    </message>
</context>
<context>
    <name>RepliesForm</name>
    <message>
        <source>Cells that get a reply</source>
        <translation>Chi bộ được ghi phản hồi</translation>
    </message>
    <message>
        <source>&amp;All cells</source>
        <translation>&amp;Tất cả</translation>
    </message>
    <message>
        <source>&amp;None</source>
        <translation>&amp;Bỏ hết</translation>
    </message>
    <message>
        <source>Write &amp;to</source>
        <translation>Ghi &amp;vào</translation>
    </message>
    <message>
        <source>Plug in the USB stick. It will show here by itself.</source>
        <translation>Hãy cắm USB. USB sẽ tự hiện ra ở đây.</translation>
    </message>
    <message>
        <source>What was written</source>
        <translation>Đã ghi những gì</translation>
    </message>
    <message>
        <source>How far the writing is</source>
        <translation>Ghi đến đâu</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>Đón&amp;g</translation>
    </message>
    <message>
        <source>Another &amp;folder…</source>
        <translation>Thư &amp;mục khác…</translation>
    </message>
</context>
<context>
    <name>ReplyDialog</name>
    <message>
        <source>Reply of the superior</source>
        <translation>Phản hồi của cấp trên</translation>
    </message>
    <message>
        <source>Without this tick the key stays unknown. It can be accepted later: choose “Send and receive”, “Reply of the superior…” in the menu once more, with the same stick or file.</source>
        <translation>Không đánh dấu thì khóa này vẫn chưa được chấp nhận. Có thể chấp nhận sau: vào “Sổ, cài đặt…”, “Gửi, nhận, bàn giao”, chọn lại “Nhận phản hồi của cấp trên…” với đúng USB hoặc tệp này.</translation>
    </message>
</context>
<context>
    <name>ReplyForm</name>
    <message>
        <source>The code on &amp;paper is the same: accept this key</source>
        <translation>Mã trên &amp;giấy đúng như vậy: chấp nhận khóa này</translation>
    </message>
    <message>
        <source>&amp;Another file…</source>
        <translation>Chọn tệp &amp;khác…</translation>
    </message>
    <message>
        <source>Leave the book as it is</source>
        <translation>Để sổ như cũ</translation>
    </message>
    <message>
        <source>&amp;Take into the book</source>
        <translation>N&amp;hận vào sổ</translation>
    </message>
</context>
<context>
    <name>ReportFiguresDialog</name>
    <message>
        <source>Numbers of the report</source>
        <translation>Số liệu của báo cáo</translation>
    </message>
</context>
<context>
    <name>ReportFiguresForm</name>
    <message>
        <source>Choose a number to see the meetings it comes from. Members are counted from the register.</source>
        <translation>Chọn một số liệu để xem các kỳ sinh hoạt của số liệu đó. Số đảng viên lấy từ danh sách đảng viên.</translation>
    </message>
    <message>
        <source>The numbers of the report</source>
        <translation>Các số liệu của báo cáo</translation>
    </message>
    <message>
        <source>Meetings behind the number</source>
        <translation>Các kỳ sinh hoạt của số liệu này</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Đón&amp;g</translation>
    </message>
    <message>
        <source>To this &amp;meeting</source>
        <translation>&amp;Mở kỳ sinh hoạt này</translation>
    </message>
</context>
<context>
    <name>ReportForm</name>
    <message>
        <source>What was received</source>
        <translation>Các lần nhận</translation>
    </message>
</context>
<context>
    <name>ReportView</name>
    <message>
        <source>{count} {state}</source>
        <translation>{count} {state}</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Nơi gửi</translation>
    </message>
    <message>
        <source>Meetings</source>
        <translation>Kỳ sinh hoạt</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Vì sao</translation>
    </message>
    <message numerus="yes">
        <source>%n meeting(s), {first} to {last}</source>
        <translation>
            <numerusform>%n kỳ, từ {first} đến {last}</numerusform>
        </translation>
    </message>
    <message>
        <source>Two versions of one number differ. Choose the right one at the cell.</source>
        <translation>Hai bản cùng số mà khác nhau. Hãy mở chi bộ để chọn bản đúng.</translation>
    </message>
    <message>
        <source>This cell is not on the board yet, and was not accepted.</source>
        <translation>Chi bộ này chưa có trên bảng, chưa nhận.</translation>
    </message>
    <message>
        <source>The name is another than is known, and was not accepted.</source>
        <translation>Tên khác với tên đã biết, chưa nhận.</translation>
    </message>
    <message>
        <source>It is signed with a new key, which was not accepted.</source>
        <translation>Ký bằng khóa mới, chưa nhận.</translation>
    </message>
    <message>
        <source>It is sealed: only the keys of the office and their password open it.</source>
        <translation>Gói niêm phong: phải có khóa của văn phòng và mật khẩu mới mở được.</translation>
    </message>
    <message>
        <source>This is a board of another computer; it was not merged.</source>
        <translation>Bảng theo dõi của máy khác, chưa gộp.</translation>
    </message>
</context>
<context>
    <name>ReviewRow</name>
    <message>
        <source>W&amp;hy, and what is left</source>
        <translation>Lý do, việc &amp;còn lại</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>Ghi &amp;chú</translation>
    </message>
    <message>
        <source>&amp;Achieved</source>
        <translation>&amp;Làm được</translation>
    </message>
    <message numerus="yes">
        <source>carried %n time(s)</source>
        <translation>
            <numerusform>Đã chuyển %n kỳ</numerusform>
        </translation>
    </message>
    <message>
        <source>due {day}</source>
        <translation>hạn {day}</translation>
    </message>
    <message>
        <source>product: {product}</source>
        <translation>sản phẩm: {product}</translation>
    </message>
    <message>
        <source>All of it is there.</source>
        <translation>Đã làm đủ số lượng.</translation>
    </message>
    <message>
        <source>Left to do: {amount}</source>
        <translation>Còn phải làm: {amount}</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Sửa</translation>
    </message>
    <message>
        <source>Change the result: {task}</source>
        <translation>Sửa kết quả: {task}</translation>
    </message>
    <message>
        <source>{result}: {task}</source>
        <translation>{result}: {task}</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Bỏ kết quả</translation>
    </message>
    <message>
        <source>Take the result back: {task}</source>
        <translation>Bỏ kết quả: {task}</translation>
    </message>
    <message>
        <source>All of it is there. Press “{done}” if the task is done.</source>
        <translation>Đã làm đủ số lượng. Nếu việc đã xong, hãy bấm “{done}”.</translation>
    </message>
    <message>
        <source>&amp;Percent done</source>
        <translation>&amp;Làm được</translation>
    </message>
</context>
<context>
    <name>ReviewsForm</name>
    <message>
        <source>The cell and its members with points and level</source>
        <translation>Chi bộ và các đảng viên, với điểm và mức xếp loại</translation>
    </message>
    <message>
        <source>&amp;Print the table</source>
        <translation>In &amp;bảng xếp loại</translation>
    </message>
    <message>
        <source>Print the &amp;sheets to fill in</source>
        <translation>In &amp;phiếu để ghi tay</translation>
    </message>
    <message>
        <source>Ra&amp;te…</source>
        <translation>&amp;Xếp loại…</translation>
    </message>
</context>
<context>
    <name>ReviewsPage</name>
    <message>
        <source>Review of the year</source>
        <translation>Xếp loại cuối năm</translation>
    </message>
    <message>
        <source>Not rated yet: {count}</source>
        <translation>Chưa xếp loại: {count}</translation>
    </message>
    <message>
        <source>Everybody is rated</source>
        <translation>Đã xếp loại đủ</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>TT</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Họ và tên</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>Có mặt</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Điểm</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Mức xếp loại</translation>
    </message>
    <message>
        <source>Not rated yet</source>
        <translation>Chưa xếp loại</translation>
    </message>
    <message>
        <source>Outstanding {outstanding} · good {good} · fulfilled {fulfilled} · not {not_}</source>
        <translation>Xuất sắc {outstanding} · tốt {good} · hoàn thành {fulfilled} · không hoàn thành {not_}</translation>
    </message>
    <message>
        <source>Outstanding {count}, should be at most {most} of the {base} good or better.</source>
        <translation>Xuất sắc {count}, nhiều nhất nên là {most} trên {base} đồng chí từ mức tốt trở lên.</translation>
    </message>
</context>
<context>
    <name>RivalCard</name>
    <message>
        <source>This one counts</source>
        <translation>Bản này đang được tính</translation>
    </message>
    <message>
        <source>Count this one</source>
        <translation>Tính bản này</translation>
    </message>
</context>
<context>
    <name>Roster</name>
    <message>
        <source>No.</source>
        <translation>TT</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Họ và tên</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tình trạng</translation>
    </message>
    <message>
        <source>Reason, note</source>
        <translation>Lý do, ghi chú</translation>
    </message>
    <message>
        <source>Visiting</source>
        <translation>Tạm thời đến</translation>
    </message>
    <message>
        <source>Choose the reason…</source>
        <translation>Chọn lý do…</translation>
    </message>
    <message>
        <source>came at {time}</source>
        <translation>đến muộn {time}</translation>
    </message>
    <message>
        <source>left at {time}</source>
        <translation>về sớm {time}</translation>
    </message>
</context>
<context>
    <name>RosterImportDialog</name>
    <message>
        <source>Bring in a list of members</source>
        <translation>Nhập danh sách đảng viên</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Dòng</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Sẽ làm gì</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Họ và tên</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>TT</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Ngày sinh</translation>
    </message>
    <message>
        <source>Joined</source>
        <translation>Vào Đảng</translation>
    </message>
    <message>
        <source>Official since</source>
        <translation>Chính thức</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Chức vụ</translation>
    </message>
    <message>
        <source>What is the matter</source>
        <translation>Cần xem lại</translation>
    </message>
    <message>
        <source>known already</source>
        <translation>đã có</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>không nhập</translation>
    </message>
    <message>
        <source>entered in part</source>
        <translation>nhập một phần</translation>
    </message>
    <message>
        <source>entered</source>
        <translation>nhập</translation>
    </message>
    <message numerus="yes">
        <source>%n to be entered</source>
        <translation>
            <numerusform>%n sẽ nhập</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n known already</source>
        <translation>
            <numerusform>%n đã có</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%n không nhập</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Enter %n member(s)</source>
        <translation>
            <numerusform>&amp;Nhập %n đảng viên</numerusform>
        </translation>
    </message>
    <message>
        <source>The book has no place for these columns: {names}.</source>
        <translation>Trong sổ không có chỗ cho các cột này: {names}.</translation>
    </message>
    <message>
        <source>Entering a list cannot be undone in one go.</source>
        <translation>Nhập danh sách rồi thì không hoàn tác cả danh sách một lúc được.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) with a problem</source>
        <translation>
            <numerusform>%n dòng cần xem lại</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n row(s)</source>
        <translation>
            <numerusform>Tất cả %n dòng</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RosterImportForm</name>
    <message>
        <source>What the list says</source>
        <translation>Nội dung danh sách</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Thôi</translation>
    </message>
</context>
<context>
    <name>RosterMenu</name>
    <message>
        <source>Mark: {state}</source>
        <translation>Ghi: {state}</translation>
    </message>
    <message>
        <source>&amp;Take the mark off</source>
        <translation>&amp;Bỏ điểm danh</translation>
    </message>
    <message>
        <source>&amp;Reason, note…</source>
        <translation>Lý do, &amp;ghi chú…</translation>
    </message>
    <message>
        <source>Came &amp;late or left early…</source>
        <translation>Đến &amp;muộn, về sớm…</translation>
    </message>
    <message>
        <source>&amp;Party fees…</source>
        <translation>Đảng &amp;phí…</translation>
    </message>
    <message>
        <source>Sort by &amp;number</source>
        <translation>Xếp theo &amp;số thứ tự</translation>
    </message>
    <message>
        <source>Sort by &amp;given name</source>
        <translation>Xếp theo &amp;tên</translation>
    </message>
</context>
<context>
    <name>RuleFileDialog</name>
    <message>
        <source>Rule file from the superior</source>
        <translation>Tệp quy định của cấp trên</translation>
    </message>
    <message>
        <source>The file is in order, but it changes no rule from today on.</source>
        <translation>Tệp ghi đúng, nhưng không làm thay đổi quy định nào từ hôm nay trở đi.</translation>
    </message>
    <message numerus="yes">
        <source>The file is in order. It changes %n rule(s):</source>
        <translation>
            <numerusform>Tệp ghi đúng. Nếu dùng, có %n điều thay đổi:</numerusform>
        </translation>
    </message>
    <message>
        <source>Meetings that are closed keep the rules of their day.</source>
        <translation>Kỳ sinh hoạt đã kết thúc vẫn giữ quy định của ngày họp.</translation>
    </message>
</context>
<context>
    <name>RuleFileForm</name>
    <message>
        <source>What the file changes</source>
        <translation>Những điều tệp này làm thay đổi</translation>
    </message>
    <message>
        <source>&amp;Do not use it</source>
        <translation>&amp;Không dùng</translation>
    </message>
    <message>
        <source>&amp;Use these rules</source>
        <translation>&amp;Dùng quy định này</translation>
    </message>
</context>
<context>
    <name>RulesDialog</name>
    <message>
        <source>Rules in use</source>
        <translation>Quy định đang dùng</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Về việc</translation>
    </message>
    <message>
        <source>In force since</source>
        <translation>Áp dụng từ</translation>
    </message>
    <message>
        <source>From which document</source>
        <translation>Theo văn bản</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>Taken on</source>
        <translation>Ngày nhận</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tình trạng</translation>
    </message>
    <message>
        <source>What is the matter</source>
        <translation>Vì sao</translation>
    </message>
    <message>
        <source>In force today, {day}. Meetings that are closed keep the rules of their day.</source>
        <translation>Quy định áp dụng hôm nay, {day}. Kỳ sinh hoạt đã kết thúc vẫn giữ quy định của ngày họp.</translation>
    </message>
    <message>
        <source>cannot be used</source>
        <translation>không dùng được</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>đang dùng</translation>
    </message>
    <message>
        <source>The rule file {file} is in use from now on.</source>
        <translation>Từ nay dùng tệp quy định {file}.</translation>
    </message>
    <message>
        <source>The rule file {file} is no longer used.</source>
        <translation>Đã thôi dùng tệp quy định {file}.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
</context>
<context>
    <name>RulesForm</name>
    <message>
        <source>Rules in force</source>
        <translation>Quy định đang áp dụng</translation>
    </message>
    <message>
        <source>Rule files from the superior</source>
        <translation>Tệp quy định của cấp trên</translation>
    </message>
    <message>
        <source>None is in use: the rules of the program hold.</source>
        <translation>Chưa dùng tệp nào: đang áp dụng quy định có sẵn trong chương trình.</translation>
    </message>
    <message>
        <source>&amp;Stop using this file</source>
        <translation>&amp;Thôi dùng tệp này</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Đón&amp;g</translation>
    </message>
    <message>
        <source>&amp;Take a rule file from the superior…</source>
        <translation>&amp;Nhận tệp quy định của cấp trên…</translation>
    </message>
</context>
<context>
    <name>ScoreDialog</name>
    <message>
        <source>Score of the meeting</source>
        <translation>Chấm điểm buổi sinh hoạt</translation>
    </message>
    <message>
        <source>{points}/{total} points</source>
        <translation>{points}/{total} điểm</translation>
    </message>
    <message numerus="yes">
        <source>%n not answered yet</source>
        <translation>
            <numerusform>Còn %n tiêu chí chưa chấm</numerusform>
        </translation>
    </message>
    <message>
        <source>superior: {points}</source>
        <translation>cấp trên chấm: {points}</translation>
    </message>
    <message>
        <source>the cell itself: {points}</source>
        <translation>chi bộ tự chấm: {points}</translation>
    </message>
    <message>
        <source>The superior confirmed the score</source>
        <translation>Cấp trên đã xác nhận điểm</translation>
    </message>
</context>
<context>
    <name>ScoreForm</name>
    <message>
        <source>Form of the score</source>
        <translation>Biểu chấm điểm</translation>
    </message>
    <message>
        <source>The &amp;cell&apos;s score</source>
        <translation>&amp;Chi bộ tự chấm</translation>
    </message>
    <message>
        <source>The &amp;superior&apos;s score</source>
        <translation>Cấp &amp;trên chấm</translation>
    </message>
    <message>
        <source>Lines of the score</source>
        <translation>Các dòng chấm điểm</translation>
    </message>
    <message>
        <source>&amp;Who confirmed it</source>
        <translation>&amp;Người xác nhận</translation>
    </message>
    <message>
        <source>&amp;Fill in what the facts say</source>
        <translation>Điền theo &amp;số liệu</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>Đón&amp;g</translation>
    </message>
</context>
<context>
    <name>ScoreRow</name>
    <message>
        <source>{code}. {title}</source>
        <translation>{code}. {title}</translation>
    </message>
    <message>
        <source>No fact speaks for it</source>
        <translation>Chưa có số liệu kèm theo</translation>
    </message>
    <message>
        <source>{points}/{most}</source>
        <translation>{points}/{most}</translation>
    </message>
    <message>
        <source>All {most}</source>
        <translation>Đủ {most}</translation>
    </message>
    <message>
        <source>The cell gave itself {points}.</source>
        <translation>Chi bộ tự chấm {points} điểm.</translation>
    </message>
    <message>
        <source>One point fewer: {title}, {points}</source>
        <translation>Bớt một điểm: {title}, {points}</translation>
    </message>
    <message>
        <source>One point more: {title}, {points}</source>
        <translation>Thêm một điểm: {title}, {points}</translation>
    </message>
    <message>
        <source>All points: {title}, {points}</source>
        <translation>Cho đủ điểm: {title}, {points}</translation>
    </message>
</context>
<context>
    <name>SearchDialog</name>
    <message>
        <source>Search the book</source>
        <translation>Tìm trong sổ</translation>
    </message>
    <message>
        <source>all kinds</source>
        <translation>mọi loại</translation>
    </message>
    <message>
        <source>all years</source>
        <translation>mọi năm</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Ai</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>Nội dung</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) found</source>
        <translation>
            <numerusform>Tìm thấy %n chỗ</numerusform>
        </translation>
    </message>
    <message>
        <source>{count}; here are the first {most}. Type one more word to find fewer.</source>
        <translation>{count}; đây là {most} chỗ đầu. Gõ thêm một chữ nữa để tìm gọn hơn.</translation>
    </message>
    <message>
        <source>Type what you remember: a name, a place, a word that was said. Minutes, opinions, tasks, documents, petitions and members of all years are searched.</source>
        <translation>Gõ điều đồng chí còn nhớ: tên người, tên xóm, một lời đã phát biểu. Chương trình tìm trong biên bản, ý kiến, nhiệm vụ, văn bản, kiến nghị, đảng viên của mọi năm.</translation>
    </message>
    <message>
        <source>Nothing of what is chosen above has these words. Press “Search everything”, or type other words.</source>
        <translation>Phần đã chọn ở trên không có chỗ nào ghi các chữ này. Hãy bấm “Tìm tất cả”, hoặc gõ chữ khác.</translation>
    </message>
    <message>
        <source>Nothing in the book has these words. Type fewer words, or others.</source>
        <translation>Trong sổ không có chỗ nào ghi các chữ này. Hãy gõ ít chữ hơn, hoặc gõ chữ khác.</translation>
    </message>
</context>
<context>
    <name>SearchForm</name>
    <message>
        <source>Words to search the whole book for</source>
        <translation>Chữ cần tìm trong cả sổ</translation>
    </message>
    <message>
        <source>Words to look for (no tone marks needed)…</source>
        <translation>Gõ chữ cần tìm (không dấu cũng được)…</translation>
    </message>
    <message>
        <source>Look for…</source>
        <translation>Tìm…</translation>
    </message>
    <message>
        <source>Only one kind</source>
        <translation>Chỉ một loại</translation>
    </message>
    <message>
        <source>Only one year</source>
        <translation>Chỉ một năm</translation>
    </message>
    <message>
        <source>Only one member…</source>
        <translation>Chỉ một đảng viên…</translation>
    </message>
    <message>
        <source>Only what concerns one member</source>
        <translation>Chỉ việc liên quan một đảng viên</translation>
    </message>
    <message>
        <source>Search &amp;everything</source>
        <translation>Tìm tất &amp;cả</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Kết quả tìm</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Đón&amp;g</translation>
    </message>
    <message>
        <source>&amp;History…</source>
        <translation>Q&amp;uá trình…</translation>
    </message>
    <message>
        <source>&amp;Go there</source>
        <translation>Mở chỗ &amp;này</translation>
    </message>
</context>
<context>
    <name>SecondReader</name>
    <message>
        <source>&amp;Second reader</source>
        <translation>N&amp;gười cùng xem</translation>
    </message>
    <message>
        <source>Who looked at the result too</source>
        <translation>Người cùng xem kết quả</translation>
    </message>
    <message>
        <source>the lead is secretary and village head</source>
        <translation>người chủ trì vừa là bí thư vừa là trưởng thôn</translation>
    </message>
</context>
<context>
    <name>SendDialog</name>
    <message>
        <source>Copy to a USB stick</source>
        <translation>Chép vào USB</translation>
    </message>
    <message>
        <source>{name} – locked, nothing can be written to it</source>
        <translation>{name} – đang khóa, không ghi được</translation>
    </message>
    <message>
        <source>{name} – {free} free</source>
        <translation>{name} – còn trống {free}</translation>
    </message>
    <message>
        <source>&amp;Give up</source>
        <translation>&amp;Thôi không chép</translation>
    </message>
    <message>
        <source>Cop&amp;y</source>
        <translation>&amp;Chép</translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s)</source>
        <translation>
            <numerusform>%n giấy tờ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n packet(s) ({papers}) were copied and checked.</source>
        <translation>
            <numerusform>Đã chép %n gói ({papers}), đã kiểm tra.</numerusform>
        </translation>
    </message>
    <message>
        <source>They are in the folder {folder}.</source>
        <translation>Tệp ở trong thư mục {folder}.</translation>
    </message>
    <message>
        <source>You may pull out the USB stick.</source>
        <translation>Có thể rút USB.</translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) were copied and checked.</source>
        <translation>
            <numerusform>Đã chép %n giấy tờ, đã kiểm tra.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SendForm</name>
    <message>
        <source>Copy &amp;to</source>
        <translation>Chép &amp;vào</translation>
    </message>
    <message>
        <source>Plug in the USB stick. It will show here by itself.</source>
        <translation>Hãy cắm USB. USB sẽ tự hiện ra ở đây.</translation>
    </message>
    <message>
        <source>How far the copying is</source>
        <translation>Chép đến đâu</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Đón&amp;g</translation>
    </message>
    <message>
        <source>Another &amp;folder…</source>
        <translation>Thư &amp;mục khác…</translation>
    </message>
</context>
<context>
    <name>SendingPage</name>
    <message>
        <source>Sent to the superior</source>
        <translation>Gửi cấp trên</translation>
    </message>
    <message numerus="yes">
        <source>%n meeting(s) still to be copied for the superior.</source>
        <translation>
            <numerusform>Còn %n kỳ chưa chép để gửi cấp trên.</numerusform>
        </translation>
    </message>
    <message>
        <source>The superior has all of them.</source>
        <translation>Đã chép đủ các kỳ để gửi cấp trên.</translation>
    </message>
    <message numerus="yes">
        <source>Copy %n meeting(s) to &amp;USB…</source>
        <translation>
            <numerusform>&amp;Chép %n kỳ vào USB…</numerusform>
        </translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tình trạng</translation>
    </message>
    <message>
        <source>Copied on</source>
        <translation>Ngày chép</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Chép vào</translation>
    </message>
    <message>
        <source>The superior</source>
        <translation>Cấp trên</translation>
    </message>
    <message>
        <source>is there already</source>
        <translation>đã có ở cấp trên</translation>
    </message>
    <message>
        <source>received on {day}</source>
        <translation>đã nhận {day}</translation>
    </message>
    <message>
        <source>received an older version on {day}</source>
        <translation>đã nhận bản cũ hơn {day}</translation>
    </message>
    <message>
        <source>received a newer version on {day}</source>
        <translation>đã nhận bản mới hơn {day}</translation>
    </message>
    <message>
        <source>received on paper on {day}</source>
        <translation>đã nhận bản giấy {day}</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Cài đặt</translation>
    </message>
    <message>
        <source>the book that was open last</source>
        <translation>sổ mở lần trước</translation>
    </message>
    <message>
        <source>the choice</source>
        <translation>trang chọn sổ</translation>
    </message>
    <message>
        <source>after {count} min</source>
        <translation>sau {count} phút</translation>
    </message>
    <message>
        <source>never</source>
        <translation>không bao giờ</translation>
    </message>
    <message>
        <source>Next time you choose what to open.</source>
        <translation>Lần sau mở chương trình, đồng chí chọn sổ muốn mở.</translation>
    </message>
    <message>
        <source>Next time “{name}” opens at once.</source>
        <translation>Lần sau mở chương trình, sổ “{name}” hiện ra ngay.</translation>
    </message>
    <message>
        <source>This book has no password, so it is never covered.</source>
        <translation>Sổ này chưa có mật khẩu nên không che.</translation>
    </message>
    <message>
        <source>Left alone it is covered, and its password is asked for.</source>
        <translation>Để yên thì sổ được che; gõ mật khẩu để xem tiếp.</translation>
    </message>
    <message>
        <source>Left alone it stays open for whoever comes by.</source>
        <translation>Để yên thì sổ vẫn mở, ai đến cũng xem được.</translation>
    </message>
    <message>
        <source>As typed</source>
        <translation>Như đã gõ</translation>
    </message>
    <message>
        <source>Papers write: {words}</source>
        <translation>Trên giấy in: {words}</translation>
    </message>
    <message>
        <source>Papers write each word as you typed it.</source>
        <translation>Trên giấy in đúng như đã gõ.</translation>
    </message>
</context>
<context>
    <name>SettingsForm</name>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Ngôn ngữ</translation>
    </message>
    <message>
        <source>Text si&amp;ze</source>
        <translation>&amp;Cỡ chữ</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Màu</translation>
    </message>
    <message>
        <source>&amp;At the start of the program</source>
        <translation>&amp;Khi mở chương trình</translation>
    </message>
    <message>
        <source>Co&amp;ver the book</source>
        <translation>C&amp;he sổ khi để yên</translation>
    </message>
    <message>
        <source>S&amp;pelling on papers</source>
        <translation>Chính &amp;tả trên giấy</translation>
    </message>
    <message>
        <source>Everything here counts at once. How papers look in detail, and the rules, are behind “Rules, terms, papers”.</source>
        <translation>Chọn xong có hiệu lực ngay. Cách trình bày giấy và các quy định ở mục “Quy định, nhiệm kỳ, văn bản”.</translation>
    </message>
    <message>
        <source>Cl&amp;ose</source>
        <translation>Đón&amp;g</translation>
    </message>
</context>
<context>
    <name>SheetDialog</name>
    <message>
        <source>Recovery sheet</source>
        <translation>Phiếu khôi phục khóa</translation>
    </message>
    <message>
        <source>The sheet is not printed yet. Without it the keys are lost when the password is forgotten or the computer breaks: print it, or save it as a PDF.</source>
        <translation>Phiếu chưa được in. Không có phiếu thì khi quên mật khẩu hoặc hỏng máy là mất khóa: hãy in, hoặc lưu thành PDF.</translation>
    </message>
    <message>
        <source>Look at the printed sheet, lock it away, then tick the line below.</source>
        <translation>Hãy xem lại phiếu đã in, cất vào két, rồi đánh dấu vào dòng bên dưới.</translation>
    </message>
    <message>
        <source>This computer has no printer. Save the sheet as a PDF on a stick, print it elsewhere, and delete the file afterwards.</source>
        <translation>Máy này không có máy in. Hãy lưu phiếu thành PDF vào USB, in ở máy khác, in xong thì xóa tệp.</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Lưu thành PDF</translation>
    </message>
    <message>
        <source>The sheet was handed to the printer.</source>
        <translation>Đã gửi phiếu sang máy in.</translation>
    </message>
    <message>
        <source>The printer did not take the sheet. See whether it is switched on, then print again.</source>
        <translation>Máy in không nhận phiếu. Hãy xem máy in đã bật chưa rồi in lại.</translation>
    </message>
    <message>
        <source>Saved: {path}. Print it, then delete the file: it opens everything.</source>
        <translation>Đã lưu: {path}. Hãy in ra rồi xóa tệp: ai có tệp đều mở được mọi gói.</translation>
    </message>
</context>
<context>
    <name>SheetForm</name>
    <message>
        <source>Print this sheet now, seal it in an envelope and lock it into the safe.</source>
        <translation>Hãy in phiếu này ngay, cho vào phong bì dán kín rồi cất vào két.</translation>
    </message>
    <message>
        <source>Recovery sheet</source>
        <translation>Phiếu khôi phục khóa</translation>
    </message>
    <message>
        <source>I have &amp;printed the sheet and locked it away</source>
        <translation>Tôi đã &amp;in và cất phiếu vào két</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Đón&amp;g</translation>
    </message>
    <message>
        <source>Save as P&amp;DF…</source>
        <translation>&amp;Lưu thành PDF…</translation>
    </message>
    <message>
        <source>P&amp;rint…</source>
        <translation>I&amp;n phiếu…</translation>
    </message>
</context>
<context>
    <name>SpeakerButton</name>
    <message>
        <source>Change the speaker</source>
        <translation>Đổi người phát biểu</translation>
    </message>
    <message>
        <source>{name}: change the speaker</source>
        <translation>{name}: đổi người phát biểu</translation>
    </message>
    <message>
        <source>{name}:</source>
        <translation>{name}:</translation>
    </message>
</context>
<context>
    <name>SpeakerChooser</name>
    <message>
        <source>Who speaks?</source>
        <translation>Ai phát biểu?</translation>
    </message>
    <message>
        <source>&amp;Handed in beforehand</source>
        <translation>Gửi &amp;trước</translation>
    </message>
</context>
<context>
    <name>Spoken</name>
    <message>
        <source>empty</source>
        <translation>để trống</translation>
    </message>
    <message>
        <source>row {row} of {count}</source>
        <translation>hàng {row} trên {count}</translation>
    </message>
</context>
<context>
    <name>Standing</name>
    <message>
        <source>{standing} from {since} until {until}</source>
        <translation>{standing} từ {since} đến {until}</translation>
    </message>
    <message>
        <source>{standing} since {since}</source>
        <translation>{standing} từ {since}</translation>
    </message>
    <message>
        <source>{standing} until {until}</source>
        <translation>{standing} đến {until}</translation>
    </message>
</context>
<context>
    <name>StandingDialog</name>
    <message>
        <source>Standing in the cell</source>
        <translation>Diện sinh hoạt</translation>
    </message>
    <message>
        <source>This is no day. Write it like this: 03/11/2026.</source>
        <translation>Đây không phải là ngày. Hãy ghi như: 03/11/2026.</translation>
    </message>
</context>
<context>
    <name>StandingForm</name>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Từ ngày</translation>
    </message>
    <message>
        <source>&amp;Until (empty: no end yet)</source>
        <translation>Đế&amp;n ngày (chưa biết thì để trống)</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>Lý &amp;do</translation>
    </message>
    <message>
        <source>&amp;Applied for on</source>
        <translation>Ngày &amp;làm đơn</translation>
    </message>
    <message>
        <source>The cell &amp;voted on</source>
        <translation>Chi bộ &amp;biểu quyết ngày</translation>
    </message>
    <message>
        <source>If the first day is not known, leave “From” empty: it then holds from the beginning.</source>
        <translation>Không nhớ từ ngày nào thì để trống “Từ ngày”: coi như đã từ trước.</translation>
    </message>
    <message>
        <source>Do not keep</source>
        <translation>Không lưu</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Lưu</translation>
    </message>
</context>
<context>
    <name>StartForm</name>
    <message>
        <source>Where to begin</source>
        <translation>Bắt đầu từ đâu</translation>
    </message>
    <message>
        <source>The book of the party cell</source>
        <translation>Sổ sinh hoạt chi bộ</translation>
    </message>
    <message>
        <source>&amp;New book</source>
        <translation>&amp;Lập sổ mới</translation>
    </message>
    <message>
        <source>For a cell that has none yet. Six lines to fill in.</source>
        <translation>Cho chi bộ chưa có sổ trên máy. Chỉ ghi sáu dòng.</translation>
    </message>
    <message>
        <source>&amp;Open a book</source>
        <translation>&amp;Mở sổ</translation>
    </message>
    <message>
        <source>A book on this computer or on a USB stick.</source>
        <translation>Sổ đã có trong máy này hoặc trên USB.</translation>
    </message>
    <message>
        <source>&amp;Take over a book</source>
        <translation>Nhận bàn &amp;giao</translation>
    </message>
    <message>
        <source>From the secretary before you: the file BanGiao….zip. Or from packets that were copied.</source>
        <translation>Từ bí thư trước giao lại: tệp BanGiao….zip. Hoặc từ các gói đã chép gửi.</translation>
    </message>
    <message>
        <source>&amp;Practice cell</source>
        <translation>&amp;Tập thử</translation>
    </message>
    <message>
        <source>An invented cell to try everything on. Nothing can be spoiled.</source>
        <translation>Một chi bộ mẫu để làm thử mọi việc. Không sợ hỏng gì.</translation>
    </message>
    <message>
        <source>&amp;Board of a superior</source>
        <translation>&amp;Bảng theo dõi của Đảng ủy</translation>
    </message>
    <message>
        <source>For the office of a commune: what its cells send comes together there.</source>
        <translation>Cho văn phòng Đảng ủy: nơi các chi bộ gửi biên bản về.</translation>
    </message>
    <message>
        <source>Opened last</source>
        <translation>Mở gần đây</translation>
    </message>
    <message>
        <source>&amp;Empty this list</source>
        <translation>Xóa &amp;danh sách sổ đã mở</translation>
    </message>
    <message>
        <source>M&amp;anual (F1)</source>
        <translation>&amp;Hướng dẫn (F1)</translation>
    </message>
    <message>
        <source>&amp;First look</source>
        <translation>Làm &amp;quen</translation>
    </message>
</context>
<context>
    <name>StateFilter</name>
    <message>
        <source>Show months that stand so</source>
        <translation>Chỉ xem các tháng như vậy</translation>
    </message>
    <message>
        <source>All months</source>
        <translation>Mọi tháng</translation>
    </message>
    <message>
        <source>{count} {state}</source>
        <translation>{count} {state}</translation>
    </message>
</context>
<context>
    <name>StickCopy</name>
    <message>
        <source>The USB stick “{name}” is plugged in. The board was not copied to a stick for more than a month.</source>
        <translation>USB “{name}” đang cắm. Đã hơn một tháng chưa chép bảng theo dõi ra USB.</translation>
    </message>
    <message>
        <source>The USB stick “{name}” is plugged in. The book was not copied to a stick for more than a month.</source>
        <translation>USB “{name}” đang cắm. Đã hơn một tháng chưa chép sổ ra USB.</translation>
    </message>
    <message>
        <source>The USB stick “{name}” is plugged in. The board was never copied to a stick yet.</source>
        <translation>USB “{name}” đang cắm. Bảng theo dõi chưa lần nào được chép ra USB.</translation>
    </message>
    <message>
        <source>The USB stick “{name}” is plugged in. The book was never copied to a stick yet.</source>
        <translation>USB “{name}” đang cắm. Sổ này chưa lần nào được chép ra USB.</translation>
    </message>
    <message>
        <source>Make a copy</source>
        <translation>Chép một bản sao</translation>
    </message>
    <message>
        <source>Copying to the USB stick “{name}”. Please leave it plugged in…</source>
        <translation>Đang chép ra USB “{name}”, xin đừng rút USB…</translation>
    </message>
    <message>
        <source>Copied and checked: {file} in the folder {folder} of the USB stick “{name}”. You may pull out the stick.</source>
        <translation>Đã chép và kiểm tra: tệp {file} trong thư mục {folder} trên USB “{name}”. Có thể rút USB ra.</translation>
    </message>
</context>
<context>
    <name>Stories</name>
    <message>
        <source>Due {day}</source>
        <translation>Hạn xong: {day}</translation>
    </message>
    <message>
        <source>Product: {text}</source>
        <translation>Sản phẩm: {text}</translation>
    </message>
    <message>
        <source>on paper, before this book</source>
        <translation>trên giấy, trước khi dùng sổ này</translation>
    </message>
    <message>
        <source>How the task went</source>
        <translation>Quá trình thực hiện nhiệm vụ</translation>
    </message>
    <message>
        <source>From: {who}</source>
        <translation>Của: {who}</translation>
    </message>
    <message>
        <source>About: {who}</source>
        <translation>Liên quan đến: {who}</translation>
    </message>
    <message>
        <source>To: {who}</source>
        <translation>Gửi đến: {who}</translation>
    </message>
    <message>
        <source>came up again: {meeting}</source>
        <translation>nhắc lại tại kỳ: {meeting}</translation>
    </message>
    <message>
        <source>{who} spoke of it</source>
        <translation>{who} phát biểu</translation>
    </message>
    <message>
        <source>How the petition went</source>
        <translation>Quá trình giải quyết kiến nghị</translation>
    </message>
    <message>
        <source>Born {day}</source>
        <translation>Sinh ngày {day}</translation>
    </message>
    <message>
        <source>How the member took part</source>
        <translation>Quá trình tham gia sinh hoạt</translation>
    </message>
    <message numerus="yes">
        <source>%n opinion(s)</source>
        <translation>
            <numerusform>%n ý kiến</numerusform>
        </translation>
    </message>
    <message>
        <source>given {task}</source>
        <translation>nhận {task}</translation>
    </message>
</context>
<context>
    <name>StoryDialog</name>
    <message>
        <source>Date</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Việc</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>To its &amp;meeting</source>
        <translation>Mở &amp;kỳ sinh hoạt</translation>
    </message>
    <message>
        <source>To the &amp;meeting of {day}</source>
        <translation>Mở &amp;kỳ {day}</translation>
    </message>
</context>
<context>
    <name>StoryForm</name>
    <message>
        <source>What became of it, meeting by meeting</source>
        <translation>Diễn biến qua từng kỳ sinh hoạt</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Đón&amp;g</translation>
    </message>
</context>
<context>
    <name>StrangersModel</name>
    <message>
        <source>Answer</source>
        <translation>Trả lời</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Nơi gửi</translation>
    </message>
    <message>
        <source>What is to be decided</source>
        <translation>Cần quyết định</translation>
    </message>
    <message>
        <source>right, receive</source>
        <translation>đúng, nhận</translation>
    </message>
    <message>
        <source>never receive</source>
        <translation>không nhận nữa</translation>
    </message>
    <message>
        <source>not now</source>
        <translation>để sau</translation>
    </message>
    <message numerus="yes">
        <source>%n packet(s)</source>
        <translation>
            <numerusform>%n gói</numerusform>
        </translation>
    </message>
    <message>
        <source>{cell}: {packets}</source>
        <translation>{cell}: {packets}</translation>
    </message>
    <message>
        <source>The board of another computer. It is believed as a whole: merge it only when it came from a colleague&apos;s own hand.</source>
        <translation>Bảng theo dõi của máy khác. Gộp là tin cả bảng: chỉ gộp khi chính đồng nghiệp đưa tận tay.</translation>
    </message>
    <message>
        <source>The name is another than the one that is known: {name}.</source>
        <translation>Tên khác với tên đã biết: {name}.</translation>
    </message>
    <message>
        <source>A new key, code {code}. Telephone the cell and compare it with the code on its computer: a new computer has another key, and so has a forger.</source>
        <translation>Khóa mới, mã {code}. Hãy gọi điện so với mã trên máy chi bộ: máy mới thì mã đổi, nhưng kẻ giả mạo thì mã cũng khác.</translation>
    </message>
    <message>
        <source>This cell is not on the board yet. Its superior: {superior}; the code of its key: {code}.</source>
        <translation>Chi bộ này chưa có trên bảng. Cấp trên: {superior}; mã khóa: {code}.</translation>
    </message>
</context>
<context>
    <name>SuggestionField</name>
    <message>
        <source>Choose from suggestions</source>
        <translation>Chọn trong gợi ý</translation>
    </message>
</context>
<context>
    <name>SummaryForm</name>
    <message>
        <source>What is behind the figure</source>
        <translation>Con số này gồm những gì</translation>
    </message>
</context>
<context>
    <name>SummaryLines</name>
    <message numerus="yes">
        <source>%n meeting(s) cancelled</source>
        <translation>
            <numerusform>%n kỳ không tổ chức</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} of {base} months had their meeting</source>
        <translation>{count}/{base} tháng có sinh hoạt</translation>
    </message>
    <message>
        <source>{text}; none in: {months}</source>
        <translation>{text}; chưa có tháng: {months}</translation>
    </message>
    <message>
        <source>{count} of {base} on their day, or with a reason for another</source>
        <translation>{count}/{base} kỳ đúng ngày, hoặc có lý do</translation>
    </message>
    <message>
        <source>Attendance: {percent} ({count} of {base})</source>
        <translation>Dự sinh hoạt: {percent} ({count}/{base} lượt)</translation>
    </message>
    <message>
        <source>Spoke, of those present: {percent} ({count} of {base})</source>
        <translation>Phát biểu: {percent} ({count}/{base} lượt có mặt)</translation>
    </message>
    <message>
        <source>No meeting is scored yet</source>
        <translation>Chưa chấm điểm kỳ nào</translation>
    </message>
    <message>
        <source>Proposed class of the year: {score}</source>
        <translation>Gợi ý xếp loại năm: {score}</translation>
    </message>
    <message>
        <source>By the superior: {score}</source>
        <translation>Theo điểm cấp trên: {score}</translation>
    </message>
    <message>
        <source>{count} of {base} quarters with enough thematic meetings</source>
        <translation>{count}/{base} quý đủ sinh hoạt chuyên đề</translation>
    </message>
    <message>
        <source>{count} of {base} tasks done in time; {open} still open</source>
        <translation>{count}/{base} nhiệm vụ đúng hạn; còn {open} chưa xong</translation>
    </message>
    <message>
        <source>{count} petitions passed on; {open} not told an answer yet</source>
        <translation>{count} kiến nghị đã nêu; {open} chưa báo lại dân</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>chưa có</translation>
    </message>
    <message>
        <source>on its day</source>
        <translation>đúng ngày</translation>
    </message>
    <message>
        <source>another day</source>
        <translation>khác ngày</translation>
    </message>
    <message>
        <source>{count} of {base}</source>
        <translation>{count}/{base} phát biểu</translation>
    </message>
    <message>
        <source>superior {score}</source>
        <translation>cấp trên {score}</translation>
    </message>
    <message>
        <source>Quarter {number}</source>
        <translation>Quý {number}</translation>
    </message>
    <message numerus="yes">
        <source>%n missing</source>
        <translation>
            <numerusform>thiếu %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Attendance of each meeting</source>
        <translation>Tỷ lệ dự từng kỳ</translation>
    </message>
    <message>
        <source>Score of each meeting</source>
        <translation>Điểm từng kỳ</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Nhiệm vụ</translation>
    </message>
    <message>
        <source>Month {number}</source>
        <translation>Tháng {number}</translation>
    </message>
    <message>
        <source>{present}/{required} · {percent}</source>
        <translation>{present}/{required} · {percent}</translation>
    </message>
    <message>
        <source>{points} ({grade})</source>
        <translation>{points} ({grade})</translation>
    </message>
    <message>
        <source>by the cell itself</source>
        <translation>chi bộ tự chấm</translation>
    </message>
    <message>
        <source>by the superior</source>
        <translation>cấp trên chấm</translation>
    </message>
    <message>
        <source>from {points}: {grade}</source>
        <translation>từ {points}: {grade}</translation>
    </message>
    <message>
        <source>In time</source>
        <translation>Đúng hạn</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Trễ hạn</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>Chưa xong</translation>
    </message>
</context>
<context>
    <name>SummaryPage</name>
    <message>
        <source>&amp;Open the meeting</source>
        <translation>&amp;Mở kỳ sinh hoạt</translation>
    </message>
    <message>
        <source>In figures</source>
        <translation>Tổng hợp</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Kết quả</translation>
    </message>
</context>
<context>
    <name>SumsPage</name>
    <message>
        <source>By month</source>
        <translation>Theo tháng</translation>
    </message>
    <message>
        <source>By quarter</source>
        <translation>Theo quý</translation>
    </message>
    <message>
        <source>By year</source>
        <translation>Theo năm</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Tổng hợp</translation>
    </message>
    <message>
        <source>as made</source>
        <translation>thứ tự của bảng</translation>
    </message>
    <message>
        <source>No cell has sent anything yet. Receive the first packets from a stick.</source>
        <translation>Chưa chi bộ nào gửi gì. Hãy nhận những gói đầu tiên từ USB.</translation>
    </message>
    <message>
        <source>No minutes of this time are missing.</source>
        <translation>Kỳ này không thiếu biên bản nào.</translation>
    </message>
    <message>
        <source>No petition waits for an answer.</source>
        <translation>Không có kiến nghị nào chờ trả lời.</translation>
    </message>
    <message>
        <source>No officer was invited to a meeting in this time.</source>
        <translation>Kỳ này không có cán bộ cấp trên nào được mời dự.</translation>
    </message>
    <message>
        <source>There is nothing to draw in this time.</source>
        <translation>Thời gian này chưa có số liệu để vẽ biểu đồ.</translation>
    </message>
    <message>
        <source>S&amp;ort by</source>
        <translation>&amp;Xếp theo</translation>
    </message>
    <message>
        <source>&amp;Reminders…</source>
        <translation>&amp;Phiếu nhắc…</translation>
    </message>
    <message>
        <source>&amp;Save the table…</source>
        <translation>&amp;Lưu bảng…</translation>
    </message>
    <message>
        <source>Excel (XLSX)</source>
        <translation>Excel (XLSX)</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>PDF, to be signed</source>
        <translation>PDF, để ký</translation>
    </message>
    <message>
        <source>As what is the table to be saved?</source>
        <translation>Lưu bảng thành loại tệp nào?</translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation>Đã lưu: {path}</translation>
    </message>
</context>
<context>
    <name>SuperiorPage</name>
    <message>
        <source>Points can be given once you have chosen which version counts.</source>
        <translation>Chọn bản được tính rồi mới chấm điểm được.</translation>
    </message>
    <message>
        <source>Points can be given once the cell has closed its minutes.</source>
        <translation>Chi bộ kết thúc biên bản rồi mới chấm điểm được.</translation>
    </message>
    <message>
        <source>Meetings of this kind are given no points.</source>
        <translation>Loại kỳ này không chấm điểm.</translation>
    </message>
    <message>
        <source>{points}/{total} points</source>
        <translation>{points}/{total} điểm</translation>
    </message>
    <message numerus="yes">
        <source>%n without points yet</source>
        <translation>
            <numerusform>còn %n tiêu chí chưa chấm</numerusform>
        </translation>
    </message>
    <message>
        <source>the cell itself: {points}, {grade}</source>
        <translation>chi bộ tự chấm: {points}, {grade}</translation>
    </message>
    <message>
        <source>The points are confirmed</source>
        <translation>Điểm đã được xác nhận</translation>
    </message>
</context>
<context>
    <name>TableKeys</name>
    <message>
        <source>&amp;Copy the whole list</source>
        <translation>&amp;Chép cả danh sách</translation>
    </message>
    <message>
        <source>&amp;Print this list…</source>
        <translation>&amp;In danh sách này…</translation>
    </message>
    <message>
        <source>The list is copied. Paste it into the spreadsheet.</source>
        <translation>Đã chép danh sách. Đồng chí dán vào bảng tính là được.</translation>
    </message>
    <message>
        <source>printed on {day}</source>
        <translation>in ngày {day}</translation>
    </message>
</context>
<context>
    <name>TakeOverDialog</name>
    <message>
        <source>What was handed over to you</source>
        <translation>Những gì được bàn giao</translation>
    </message>
    <message>
        <source>Step {step} of {count}</source>
        <translation>Bước {step}/{count}</translation>
    </message>
    <message>
        <source>&amp;This member is the secretary now</source>
        <translation>Đồng chí này là &amp;bí thư, tiếp</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>&amp;Xong</translation>
    </message>
    <message>
        <source>The book is yours</source>
        <translation>Đã nhận xong sổ</translation>
    </message>
    <message>
        <source>Print the record of the handover; both sides and a witness sign it. The list is in it once more.</source>
        <translation>Hãy in biên bản bàn giao để hai bên và người chứng kiến ký. Trong biên bản có đủ danh mục vừa xem.</translation>
    </message>
    <message>
        <source>The new secretary</source>
        <translation>Đồng chí bí thư mới</translation>
    </message>
    <message>
        <source>The secretary signs the papers of the cell from today on. Who held the post before stays in the history of terms.</source>
        <translation>Từ hôm nay, đồng chí này ký giấy tờ của chi bộ. Đồng chí giữ chức vụ trước đó vẫn còn trong quá trình các nhiệm kỳ.</translation>
    </message>
    <message>
        <source>Nothing. Go on.</source>
        <translation>Không có. Mời đồng chí xem tiếp.</translation>
    </message>
    <message>
        <source>Choose the name of the secretary from the list.</source>
        <translation>Hãy chọn tên đồng chí bí thư trong danh sách.</translation>
    </message>
</context>
<context>
    <name>TakeOverForm</name>
    <message>
        <source>&amp;Who is secretary from today on?</source>
        <translation>Từ hôm nay &amp;ai là bí thư?</translation>
    </message>
    <message>
        <source>What is taken over</source>
        <translation>Những gì nhận bàn giao</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>Trở &amp;lại</translation>
    </message>
    <message>
        <source>&amp;Print the record for signature…</source>
        <translation>&amp;In biên bản bàn giao để ký…</translation>
    </message>
    <message>
        <source>&amp;Seen, go on</source>
        <translation>Đã &amp;xem, tiếp</translation>
    </message>
</context>
<context>
    <name>TalksCard</name>
    <message>
        <source>Worth a visit before the meeting</source>
        <translation>Nên gặp gỡ, thăm hỏi trước kỳ này</translation>
    </message>
</context>
<context>
    <name>TaskDialog</name>
    <message>
        <source>Give a task</source>
        <translation>Giao nhiệm vụ</translation>
    </message>
    <message>
        <source>Change a task</source>
        <translation>Sửa nhiệm vụ</translation>
    </message>
    <message>
        <source>Nobody is called that. Choose a name from the list.</source>
        <translation>Không có ai tên như vậy. Hãy chọn trong danh sách.</translation>
    </message>
    <message>
        <source>This is no date. Write it like 30/11/2026.</source>
        <translation>Ngày ghi chưa đúng. Hãy ghi như: 30/11/2026.</translation>
    </message>
    <message>
        <source>Not said yet: {gaps}. You can keep the task all the same.</source>
        <translation>Chưa rõ: {gaps}. Vẫn lưu được nhiệm vụ này.</translation>
    </message>
    <message>
        <source>Clear: who, what, by when, and which product.</source>
        <translation>Đã rõ người, rõ việc, rõ thời hạn, rõ sản phẩm.</translation>
    </message>
</context>
<context>
    <name>TaskForm</name>
    <message>
        <source>&amp;What is to be done</source>
        <translation>&amp;Việc phải làm</translation>
    </message>
    <message>
        <source>&amp;Product</source>
        <translation>&amp;Sản phẩm</translation>
    </message>
    <message>
        <source>What can be seen or counted</source>
        <translation>Xong thì thấy được gì, đếm được gì</translation>
    </message>
    <message>
        <source>&amp;Amount</source>
        <translation>Số lượn&amp;g</translation>
    </message>
    <message>
        <source>&amp;Unit</source>
        <translation>Đơn vị &amp;tính</translation>
    </message>
    <message>
        <source>m</source>
        <translation>m, hộ, buổi</translation>
    </message>
    <message>
        <source>Who &amp;leads</source>
        <translation>&amp;Phụ trách</translation>
    </message>
    <message>
        <source>Name or number</source>
        <translation>Tên hoặc số</translation>
    </message>
    <message>
        <source>Who &amp;helps</source>
        <translation>Phối &amp;hợp</translation>
    </message>
    <message>
        <source>One after another, or none</source>
        <translation>Chọn lần lượt từng người; không có cũng được</translation>
    </message>
    <message>
        <source>&amp;Due on</source>
        <translation>Hạn &amp;xong</translation>
    </message>
    <message>
        <source>&amp;Code</source>
        <translation>&amp;Mã</translation>
    </message>
    <message>
        <source>Do not keep</source>
        <translation>Không lưu</translation>
    </message>
    <message>
        <source>&amp;Keep, one more</source>
        <translation>&amp;Lưu, giao thêm</translation>
    </message>
    <message>
        <source>Keep the &amp;task</source>
        <translation>Lưu &amp;nhiệm vụ</translation>
    </message>
</context>
<context>
    <name>Tasks</name>
    <message>
        <source>{code} · {what}</source>
        <translation>{code} · {what}</translation>
    </message>
    <message>
        <source>{lead}, with {names}</source>
        <translation>{lead}, cùng {names}</translation>
    </message>
    <message>
        <source>{product} ({amount})</source>
        <translation>{product} ({amount})</translation>
    </message>
    <message>
        <source>{amount} {unit}</source>
        <translation>{amount} {unit}</translation>
    </message>
    <message>
        <source>{achieved}/{amount} {unit}</source>
        <translation>{achieved}/{amount} {unit}</translation>
    </message>
    <message>
        <source>{result}, {amount}</source>
        <translation>{result}, {amount}</translation>
    </message>
    <message>
        <source>{result}, {percent} %</source>
        <translation>{result}, {percent}&#xa0;%</translation>
    </message>
    <message>
        <source>no result yet</source>
        <translation>Chưa có kết quả</translation>
    </message>
    <message>
        <source>say why</source>
        <translation>Cần ghi lý do</translation>
    </message>
    <message>
        <source>who leads</source>
        <translation>người phụ trách</translation>
    </message>
    <message>
        <source>by when</source>
        <translation>hạn xong</translation>
    </message>
    <message>
        <source>which product</source>
        <translation>sản phẩm</translation>
    </message>
</context>
<context>
    <name>TasksForm</name>
    <message>
        <source>One member&apos;s tasks…</source>
        <translation>Việc của một đồng chí…</translation>
    </message>
    <message>
        <source>Only the tasks of one member</source>
        <translation>Chỉ nhiệm vụ của một đồng chí</translation>
    </message>
    <message>
        <source>Find (no tone marks needed)…</source>
        <translation>Tìm (không cần dấu)…</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>Tìm…</translation>
    </message>
    <message>
        <source>Find a task</source>
        <translation>Tìm nhiệm vụ</translation>
    </message>
    <message>
        <source>&amp;Everybody&apos;s</source>
        <translation>&amp;Bỏ lọc</translation>
    </message>
    <message>
        <source>Tasks of the cell</source>
        <translation>Nhiệm vụ của chi bộ</translation>
    </message>
    <message>
        <source>The tasks of a year on paper, a sheet for each member</source>
        <translation>In nhiệm vụ trong năm, mỗi đồng chí một phiếu</translation>
    </message>
    <message>
        <source>Print &amp;sheet…</source>
        <translation>&amp;In phiếu…</translation>
    </message>
    <message>
        <source>What became of the chosen task, meeting by meeting</source>
        <translation>Kết quả nhiệm vụ đang chọn qua từng kỳ sinh hoạt</translation>
    </message>
    <message>
        <source>&amp;History…</source>
        <translation>Q&amp;uá trình…</translation>
    </message>
</context>
<context>
    <name>TasksPanel</name>
    <message>
        <source>State</source>
        <translation>Tình trạng</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Nhiệm vụ</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Ai làm</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Hạn xong</translation>
    </message>
    <message>
        <source>Last result</source>
        <translation>Kết quả mới nhất</translation>
    </message>
    <message>
        <source>{day}: {result}</source>
        <translation>{day}: {result}</translation>
    </message>
    <message>
        <source>{day}: {result}. {note}</source>
        <translation>{day}: {result}. {note}</translation>
    </message>
    <message>
        <source>&amp;Open ({count})</source>
        <translation>&amp;Chưa xong ({count})</translation>
    </message>
    <message>
        <source>O&amp;verdue ({count})</source>
        <translation>&amp;Quá hạn ({count})</translation>
    </message>
    <message>
        <source>&amp;Done ({count})</source>
        <translation>Đã &amp;xong ({count})</translation>
    </message>
    <message>
        <source>&amp;All ({count})</source>
        <translation>&amp;Tất cả ({count})</translation>
    </message>
    <message>
        <source>Counted in {year}: {products}</source>
        <translation>Làm được trong năm {year}: {products}</translation>
    </message>
    <message>
        <source>The result of this task is entered at the next meeting, in step 4. Plan that meeting first.</source>
        <translation>Kết quả của nhiệm vụ này ghi ở kỳ sinh hoạt tới, bước 4 Phân công. Hãy lập kỳ đó trước.</translation>
    </message>
    <message>
        <source>As the lead in time in {year}: {count} of {all} · {percent}</source>
        <translation>Đúng hạn năm {year}, việc phụ trách: {count}/{all} · {percent}</translation>
    </message>
    <message>
        <source>No task yet. Tasks are given at a meeting, in its step “Assignment”; then all of them stand here.</source>
        <translation>Chưa có nhiệm vụ nào. Nhiệm vụ được giao trong kỳ sinh hoạt, ở bước “Phân công”; giao xong sẽ hiện ở đây.</translation>
    </message>
    <message>
        <source>No task is open. Press “All” to see those that are done.</source>
        <translation>Không còn nhiệm vụ nào chưa xong. Bấm “Tất cả” để xem cả việc đã xong.</translation>
    </message>
    <message>
        <source>No task fits what you look for.</source>
        <translation>Không có nhiệm vụ nào như vậy.</translation>
    </message>
    <message>
        <source>In time in {year}: {count} of {all} · {percent}</source>
        <translation>Đúng hạn năm {year}: {count}/{all} nhiệm vụ · {percent}</translation>
    </message>
    <message>
        <source>No task is done yet.</source>
        <translation>Chưa có nhiệm vụ nào xong.</translation>
    </message>
    <message>
        <source>No task is overdue.</source>
        <translation>Không có nhiệm vụ nào quá hạn.</translation>
    </message>
    <message>
        <source>To its &amp;meeting</source>
        <translation>Mở &amp;kỳ sinh hoạt</translation>
    </message>
    <message>
        <source>Result, &amp;meeting {day}</source>
        <translation>Xem kết quả, &amp;kỳ {day}</translation>
    </message>
    <message>
        <source>To the &amp;meeting of {day}</source>
        <translation>Mở &amp;kỳ {day}</translation>
    </message>
</context>
<context>
    <name>TemplateDialog</name>
    <message>
        <source>Rename a template</source>
        <translation>Đổi tên mẫu</translation>
    </message>
    <message>
        <source>Keep as a template</source>
        <translation>Giữ làm mẫu của chi bộ</translation>
    </message>
    <message>
        <source>The items of this agenda, with part, minutes and the presenter&apos;s post, can be taken again for every meeting of the kind “{kind}”.</source>
        <translation>Các nội dung của chương trình này, cùng phần, số phút và chức vụ người trình bày, sẽ dùng lại được cho mọi kỳ sinh hoạt loại “{kind}”.</translation>
    </message>
</context>
<context>
    <name>TemplateForm</name>
    <message>
        <source>&amp;Name of the template</source>
        <translation>&amp;Tên mẫu</translation>
    </message>
    <message>
        <source>&amp;Do not keep</source>
        <translation>&amp;Không lưu</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Lưu</translation>
    </message>
</context>
<context>
    <name>TemplatesDialog</name>
    <message>
        <source>Own templates</source>
        <translation>Mẫu của chi bộ</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên mẫu</translation>
    </message>
    <message>
        <source>For meetings</source>
        <translation>Loại sinh hoạt</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Số nội dung</translation>
    </message>
    <message>
        <source>The templates of this cell will be here.</source>
        <translation>Các mẫu của chi bộ sẽ nằm ở đây.</translation>
    </message>
    <message>
        <source>These can be chosen when a meeting is planned.</source>
        <translation>Khi lập kỳ sinh hoạt, đồng chí chọn được các mẫu này.</translation>
    </message>
    <message>
        <source>There is none yet. In step 1 choose More…, Keep as a template…</source>
        <translation>Chưa có mẫu nào. Ở bước 1, hãy chọn “Việc khác…”, rồi “Giữ làm mẫu của chi bộ…”.</translation>
    </message>
</context>
<context>
    <name>TemplatesForm</name>
    <message>
        <source>Own templates</source>
        <translation>Mẫu của chi bộ</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>Đổ&amp;i tên…</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Xóa</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Đó&amp;ng</translation>
    </message>
</context>
<context>
    <name>TermDialog</name>
    <message>
        <source>Terms and committee</source>
        <translation>Nhiệm kỳ và chi ủy</translation>
    </message>
    <message>
        <source>This is no day. Write it like this: 03/11/2026.</source>
        <translation>Đây không phải là ngày. Hãy ghi như: 03/11/2026.</translation>
    </message>
    <message>
        <source>Nobody is called that. Choose a name from the list.</source>
        <translation>Không có ai tên như vậy. Hãy chọn trong danh sách.</translation>
    </message>
    <message>
        <source>This is the present term: its last day and its committee are kept.</source>
        <translation>Đây là nhiệm kỳ hiện nay: chỉ ghi thêm ngày kết thúc và chi ủy.</translation>
    </message>
    <message>
        <source>A new term: the present one ends on {day}; documents are numbered from 01 and tasks from T1 again.</source>
        <translation>Nhiệm kỳ mới: nhiệm kỳ hiện nay kết thúc ngày {day}; văn bản đánh số lại từ 01, nhiệm vụ từ T1.</translation>
    </message>
    <message>
        <source>{post}: {name}</source>
        <translation>{post}: {name}</translation>
    </message>
    <message>
        <source>{name} has been {post} for {count} terms in a row.</source>
        <translation>Đồng chí {name} đã giữ chức vụ {post} {count} nhiệm kỳ liên tiếp: hãy đối chiếu quy định.</translation>
    </message>
    <message>
        <source>Before the book</source>
        <translation>Trước khi có sổ</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>Nhiệm kỳ</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Chức vụ</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Đồng chí</translation>
    </message>
    <message>
        <source>from {day}</source>
        <translation>từ {day}</translation>
    </message>
    <message>
        <source>{first} – {last}</source>
        <translation>{first} – {last}</translation>
    </message>
</context>
<context>
    <name>TermForm</name>
    <message>
        <source>&amp;First day</source>
        <translation>&amp;Từ ngày</translation>
    </message>
    <message>
        <source>&amp;Last day</source>
        <translation>Đế&amp;n ngày</translation>
    </message>
    <message>
        <source>&amp;Name of the term</source>
        <translation>Tên nhiệm &amp;kỳ</translation>
    </message>
    <message>
        <source>&amp;Post</source>
        <translation>&amp;Chức vụ</translation>
    </message>
    <message>
        <source>&amp;Whom to add to the committee</source>
        <translation>Thêm &amp;ai vào chi ủy</translation>
    </message>
    <message>
        <source>Terms and who held which post</source>
        <translation>Các nhiệm kỳ và ai giữ chức vụ gì</translation>
    </message>
    <message>
        <source>Posts &amp;before the book…</source>
        <translation>Chức vụ trước khi có &amp;sổ…</translation>
    </message>
    <message>
        <source>Do not keep</source>
        <translation>Không lưu</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Lưu</translation>
    </message>
</context>
<context>
    <name>TimeField</name>
    <message>
        <source>hour:minute</source>
        <translation>giờ:phút</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Last: {act}</source>
        <translation>Vừa làm: {act}</translation>
    </message>
    <message>
        <source>Undo: {act}</source>
        <translation>Hoàn tác: {act}</translation>
    </message>
</context>
<context>
    <name>TraceChangesDialog</name>
    <message>
        <source>What was changed</source>
        <translation>Việc này đã sửa gì</translation>
    </message>
    <message>
        <source>{moment}, account {account}</source>
        <translation>{moment}, tài khoản máy: {account}</translation>
    </message>
</context>
<context>
    <name>TraceChangesForm</name>
    <message>
        <source>What was changed</source>
        <translation>Những chỗ đã sửa</translation>
    </message>
    <message>
        <source>This act changed nothing that can be shown field by field.</source>
        <translation>Việc này không sửa ô nào có thể kể ra ở đây.</translation>
    </message>
    <message>
        <source>Go to its &amp;meeting</source>
        <translation>Đến &amp;kỳ sinh hoạt đó</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Đón&amp;g</translation>
    </message>
</context>
<context>
    <name>TraceDialog</name>
    <message>
        <source>&amp;Print this list…</source>
        <translation>&amp;In danh sách này…</translation>
    </message>
    <message>
        <source>Save for &amp;Excel (XLSX)…</source>
        <translation>Lưu cho &amp;Excel (XLSX)…</translation>
    </message>
    <message>
        <source>Save as &amp;CSV…</source>
        <translation>Lưu thành &amp;CSV…</translation>
    </message>
    <message>
        <source>Save as PD&amp;F…</source>
        <translation>Lưu thành PD&amp;F…</translation>
    </message>
    <message>
        <source>Only: {what}</source>
        <translation>Chỉ xem: {what}</translation>
    </message>
    <message>
        <source>Nothing of this among the newer acts. Press “Show older” to go on.</source>
        <translation>Trong những việc gần đây không có. Hãy bấm “Xem cũ hơn” để tìm tiếp.</translation>
    </message>
    <message>
        <source>Nothing like this was done. Try other words, or show everything again.</source>
        <translation>Không có việc nào như vậy. Hãy tìm bằng từ khác, hoặc xem lại tất cả.</translation>
    </message>
    <message>
        <source>Whatever is done will stand here: when, by whom, and what it changed.</source>
        <translation>Mỗi việc làm trong sổ sẽ hiện ở đây: lúc nào, ai làm, sửa gì.</translation>
    </message>
    <message>
        <source>day {day}</source>
        <translation>ngày {day}</translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation>Đã lưu: {path}</translation>
    </message>
</context>
<context>
    <name>TraceFilterDialog</name>
    <message>
        <source>Show only some acts</source>
        <translation>Chỉ xem một số việc</translation>
    </message>
    <message>
        <source>all of them</source>
        <translation>tất cả</translation>
    </message>
</context>
<context>
    <name>TraceFilterForm</name>
    <message>
        <source>About the &amp;meeting</source>
        <translation>Về &amp;kỳ sinh hoạt</translation>
    </message>
    <message>
        <source>About the &amp;party member</source>
        <translation>Về đả&amp;ng viên</translation>
    </message>
    <message>
        <source>A name, or a number</source>
        <translation>Tên không cần dấu, hoặc số</translation>
    </message>
    <message>
        <source>About the c&amp;ell</source>
        <translation>Về &amp;chi bộ</translation>
    </message>
    <message>
        <source>Done on the &amp;day</source>
        <translation>Làm vào n&amp;gày</translation>
    </message>
    <message>
        <source>&amp;Leave it</source>
        <translation>&amp;Thôi</translation>
    </message>
    <message>
        <source>&amp;Show these</source>
        <translation>&amp;Xem những việc này</translation>
    </message>
</context>
<context>
    <name>TraceForm</name>
    <message>
        <source>Search in what was done</source>
        <translation>Tìm trong nhật ký</translation>
    </message>
    <message>
        <source>Search (no tone marks needed)…</source>
        <translation>Tìm (không cần dấu)…</translation>
    </message>
    <message>
        <source>Show &amp;only some…</source>
        <translation>&amp;Lọc bớt…</translation>
    </message>
    <message>
        <source>Show &amp;everything again</source>
        <translation>Xem lại &amp;tất cả</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Những việc đã làm</translation>
    </message>
    <message>
        <source>Show o&amp;lder</source>
        <translation>Xem &amp;cũ hơn</translation>
    </message>
    <message>
        <source>&amp;Print, save</source>
        <translation>&amp;In, lưu</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Đón&amp;g</translation>
    </message>
    <message>
        <source>&amp;What was changed</source>
        <translation>&amp;Xem đã sửa gì</translation>
    </message>
</context>
<context>
    <name>TrackSteps</name>
    <message>
        <source>Prepares the meeting of {day} ({kind})</source>
        <translation>Chuẩn bị cho kỳ {day} ({kind})</translation>
    </message>
    <message>
        <source>Committee has met</source>
        <translation>Họp chi ủy</translation>
    </message>
    <message>
        <source>Draft resolution is ready</source>
        <translation>Dự thảo nghị quyết</translation>
    </message>
    <message>
        <source>Members were told</source>
        <translation>Thông báo cho đảng viên</translation>
    </message>
    <message>
        <source>Superior body was told</source>
        <translation>Báo cấp ủy cấp trên</translation>
    </message>
    <message>
        <source>Documents were posted</source>
        <translation>Đăng tài liệu</translation>
    </message>
    <message>
        <source>Minutes were posted</source>
        <translation>Đăng biên bản</translation>
    </message>
    <message>
        <source>Superior body has the report</source>
        <translation>Báo cáo cấp ủy cấp trên</translation>
    </message>
</context>
<context>
    <name>Understood</name>
    <message>
        <source>{day}, solar calendar</source>
        <translation>{day}, dương lịch</translation>
    </message>
    <message>
        <source>Write it like 30/11, or as you would say it.</source>
        <translation>Gõ như 30/11, “mùng 5”, “mai” hoặc “thứ Năm tới”.</translation>
    </message>
    <message>
        <source>There is no such day.</source>
        <translation>Không có ngày này.</translation>
    </message>
    <message>
        <source>Weekday and date do not agree.</source>
        <translation>Thứ và ngày không khớp nhau.</translation>
    </message>
    <message>
        <source>Of which week?</source>
        <translation>Tuần nào? Gõ thêm “tới”, “tuần này” hoặc “tuần sau”.</translation>
    </message>
    <message>
        <source>Of which month? Write it like 5/11.</source>
        <translation>Tháng nào? Gõ như 5/11, hoặc “ngày 5”.</translation>
    </message>
    <message>
        <source>Which day? Write it like 30/11.</source>
        <translation>Ngày nào? Gõ như 30/11, hoặc “hết tháng 11”.</translation>
    </message>
    <message>
        <source>This is of the lunar calendar. Write the solar date.</source>
        <translation>Đây là ngày âm lịch. Gõ ngày dương lịch.</translation>
    </message>
    <message>
        <source>This can be read in two ways. Write it like 5/11.</source>
        <translation>Có hai cách hiểu. Gõ đủ dấu, hoặc gõ như 5/11.</translation>
    </message>
    <message>
        <source>Write it like 19:30, or as you would say it.</source>
        <translation>Gõ như 19:30, hoặc “7h30 tối”.</translation>
    </message>
    <message>
        <source>There is no such hour.</source>
        <translation>Không có giờ này.</translation>
    </message>
    <message>
        <source>Hour and part of the day do not agree.</source>
        <translation>Giờ và buổi không khớp nhau.</translation>
    </message>
    <message>
        <source>At which hour?</source>
        <translation>Mấy giờ?</translation>
    </message>
    <message>
        <source>{hour} in the morning</source>
        <translation>{hour} sáng</translation>
    </message>
    <message>
        <source>{hour} at noon</source>
        <translation>{hour} trưa</translation>
    </message>
    <message>
        <source>{hour} in the afternoon</source>
        <translation>{hour} chiều</translation>
    </message>
    <message>
        <source>{hour} in the evening</source>
        <translation>{hour} tối</translation>
    </message>
    <message>
        <source>{hour} at night</source>
        <translation>{hour} đêm</translation>
    </message>
</context>
<context>
    <name>UndoOffer</name>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
</context>
<context>
    <name>UnlockBookDialog</name>
    <message>
        <source>O&amp;pen the book</source>
        <translation>Mở &amp;sổ</translation>
    </message>
    <message>
        <source>The password is being tried</source>
        <translation>Đang thử mật khẩu</translation>
    </message>
    <message>
        <source>&amp;Forgotten…</source>
        <translation>&amp;Quên mật khẩu…</translation>
    </message>
</context>
<context>
    <name>UnlockDialog</name>
    <message>
        <source>The keys of the office</source>
        <translation>Khóa của văn phòng</translation>
    </message>
    <message>
        <source>&amp;Unlock</source>
        <translation>&amp;Mở khóa</translation>
    </message>
    <message>
        <source>The keys are being unlocked</source>
        <translation>Đang mở khóa</translation>
    </message>
</context>
<context>
    <name>Unlocking</name>
    <message>
        <source>The book has a password</source>
        <translation>Sổ có mật khẩu</translation>
    </message>
    <message>
        <source>Type the password of the book {file}.</source>
        <translation>Gõ mật khẩu của sổ {file}.</translation>
    </message>
</context>
<context>
    <name>VisitsPage</name>
    <message>
        <source>Visits of the superior</source>
        <translation>Cấp trên dự</translation>
    </message>
    <message>
        <source>Visits: {came} in all; by month: {months}</source>
        <translation>Cấp trên về dự {came} lượt; theo tháng: {months}</translation>
    </message>
    <message>
        <source>Meetings that concern {name}</source>
        <translation>Các kỳ có liên quan đến đồng chí {name}</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Họ và tên</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Chức vụ</translation>
    </message>
    <message>
        <source>Invited</source>
        <translation>Được mời</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>Có dự</translation>
    </message>
    <message>
        <source>Spoke</source>
        <translation>Phát biểu</translation>
    </message>
    <message>
        <source>Scores confirmed</source>
        <translation>Xác nhận điểm</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>Said</source>
        <translation>Ý kiến</translation>
    </message>
    <message>
        <source>Score confirmed</source>
        <translation>Xác nhận điểm</translation>
    </message>
    <message>
        <source>not invited</source>
        <translation>không mời</translation>
    </message>
    <message>
        <source>there</source>
        <translation>có dự</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>vắng</translation>
    </message>
</context>
<context>
    <name>Voices</name>
    <message>
        <source>{spoke} of {present} have spoken</source>
        <translation>Đã phát biểu {spoke}/{present} đồng chí</translation>
    </message>
    <message>
        <source>Comrade {name}</source>
        <translation>Đồng chí {name}</translation>
    </message>
    <message>
        <source>{name} (handed in)</source>
        <translation>{name} (gửi trước)</translation>
    </message>
</context>
<context>
    <name>VoicesCard</name>
    <message>
        <source>To be heard</source>
        <translation>Ý kiến đảng viên</translation>
    </message>
    <message>
        <source>See e&amp;verybody…</source>
        <translation>Xem tất &amp;cả…</translation>
    </message>
    <message>
        <source>Not heard for long; ask them kindly: {names}</source>
        <translation>Lâu chưa có ý kiến, nên mời phát biểu: {names}</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>và %n đồng chí nữa</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n opinion(s) &amp;handed in…</source>
        <translation>
            <numerusform>%n ý kiến &amp;gửi trước…</numerusform>
        </translation>
    </message>
    <message>
        <source>Opinions &amp;handed in…</source>
        <translation>Ý kiến &amp;gửi trước…</translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n tháng</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} ({months})</source>
        <translation>{name} ({months})</translation>
    </message>
</context>
<context>
    <name>VoicesForm</name>
    <message>
        <source>Members and when they spoke</source>
        <translation>Đảng viên và việc phát biểu</translation>
    </message>
    <message>
        <source>Meetings and how many spoke</source>
        <translation>Các kỳ sinh hoạt và số người phát biểu</translation>
    </message>
    <message>
        <source>No meeting was held in this year yet.</source>
        <translation>Năm này chưa có kỳ sinh hoạt nào.</translation>
    </message>
</context>
<context>
    <name>VoicesPage</name>
    <message>
        <source>Voices</source>
        <translation>Phát biểu</translation>
    </message>
    <message>
        <source>{spoke} of {count} who came have spoken this year</source>
        <translation>{spoke}/{count} đồng chí dự họp đã phát biểu trong năm</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Đảng viên</translation>
    </message>
    <message>
        <source>Attended</source>
        <translation>Dự họp</translation>
    </message>
    <message>
        <source>Spoke</source>
        <translation>Phát biểu</translation>
    </message>
    <message>
        <source>Opinions</source>
        <translation>Ý kiến</translation>
    </message>
    <message>
        <source>Last heard</source>
        <translation>Gần nhất</translation>
    </message>
    <message>
        <source>not this year</source>
        <translation>chưa có</translation>
    </message>
    <message>
        <source>&amp;Not heard for {n} months: {count}</source>
        <translation>{n} tháng trở lên &amp;chưa phát biểu: {count}</translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) not heard</source>
        <translation>
            <numerusform>%n tháng chưa phát biểu</numerusform>
        </translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Kỳ sinh hoạt</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>{spoke} of {present}</source>
        <translation>{spoke}/{present}</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Tỷ lệ</translation>
    </message>
</context>
<context>
    <name>VoteCard</name>
    <message>
        <source>Change the vote: {question}</source>
        <translation>Sửa biểu quyết: {question}</translation>
    </message>
    <message>
        <source>Delete the vote: {question}</source>
        <translation>Xóa biểu quyết: {question}</translation>
    </message>
    <message>
        <source>Change this vote</source>
        <translation>Sửa biểu quyết này</translation>
    </message>
    <message>
        <source>Delete this vote</source>
        <translation>Xóa biểu quyết này</translation>
    </message>
</context>
<context>
    <name>VoteDialog</name>
    <message>
        <source>Vote</source>
        <translation>Biểu quyết</translation>
    </message>
    <message>
        <source>{voters} who may vote are present. The result counts from {base} official members.</source>
        <translation>Có mặt {voters} đồng chí được biểu quyết. Kết quả tính trên {base} đảng viên chính thức.</translation>
    </message>
    <message>
        <source>Nobody may vote: no member is official yet. Enter since when under “Members”.</source>
        <translation>Chưa ai được biểu quyết: chưa đồng chí nào có ngày chính thức. Hãy ghi ngày chính thức ở trang “Đảng viên”.</translation>
    </message>
    <message>
        <source>Check the count</source>
        <translation>Hãy đếm lại</translation>
    </message>
    <message>
        <source>Not counted yet</source>
        <translation>Chưa ghi số phiếu</translation>
    </message>
</context>
<context>
    <name>VoteForm</name>
    <message>
        <source>What is put to the &amp;vote</source>
        <translation>Việc đem ra &amp;biểu quyết</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Hình thức</translation>
    </message>
    <message>
        <source>&amp;Hands</source>
        <translation>&amp;Giơ tay</translation>
    </message>
    <message>
        <source>&amp;Ballot</source>
        <translation>&amp;Phiếu kín</translation>
    </message>
    <message>
        <source>It takes</source>
        <translation>Cần được</translation>
    </message>
    <message>
        <source>&amp;More than half</source>
        <translation>&amp;Quá nửa</translation>
    </message>
    <message>
        <source>At least &amp;two thirds</source>
        <translation>Ít nhất h&amp;ai phần ba</translation>
    </message>
    <message>
        <source>Ballots &amp;issued</source>
        <translation>Phiếu phát &amp;ra</translation>
    </message>
    <message>
        <source>&amp;Returned</source>
        <translation>&amp;Thu về</translation>
    </message>
    <message>
        <source>Va&amp;lid</source>
        <translation>&amp;Hợp lệ</translation>
    </message>
    <message>
        <source>In &amp;favour</source>
        <translation>Đồ&amp;ng ý</translation>
    </message>
    <message>
        <source>A&amp;gainst</source>
        <translation>&amp;Không đồng ý</translation>
    </message>
    <message>
        <source>&amp;Other opinions</source>
        <translation>Ý kiến khá&amp;c</translation>
    </message>
    <message>
        <source>&amp;All the others in favour</source>
        <translation>&amp;Số còn lại đồng ý</translation>
    </message>
    <message>
        <source>Do not keep</source>
        <translation>Không lưu</translation>
    </message>
    <message>
        <source>&amp;Keep the vote</source>
        <translation>&amp;Lưu biểu quyết</translation>
    </message>
</context>
<context>
    <name>VoteList</name>
    <message>
        <source>Passed</source>
        <translation>Được thông qua</translation>
    </message>
    <message>
        <source>Not passed</source>
        <translation>Không được thông qua</translation>
    </message>
    <message>
        <source>In favour {count}/{base}, {percent} %.</source>
        <translation>Đồng ý {count}/{base}, đạt {percent}&#xa0;%.</translation>
    </message>
    <message>
        <source>Against {against}, other opinions {other}.</source>
        <translation>Không đồng ý {against}, ý kiến khác {other}.</translation>
    </message>
    <message>
        <source>Ballots: issued {issued}, returned {returned}, valid {valid}.</source>
        <translation>Phiếu: phát ra {issued}, thu về {returned}, hợp lệ {valid}.</translation>
    </message>
</context>
<context>
    <name>WelcomeCards</name>
    <message>
        <source>Card {place} of {count}</source>
        <translation>Thẻ {place}/{count}</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>&amp;Xong</translation>
    </message>
    <message>
        <source>N&amp;ext</source>
        <translation>T&amp;iếp</translation>
    </message>
</context>
<context>
    <name>WelcomeDialog</name>
    <message>
        <source>First look at the program</source>
        <translation>Làm quen với chương trình</translation>
    </message>
</context>
<context>
    <name>WelcomeForm</name>
    <message>
        <source>&amp;Skip the cards</source>
        <translation>Bỏ qu&amp;a các thẻ</translation>
    </message>
    <message>
        <source>Bac&amp;k</source>
        <translation>T&amp;rước</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>Month {month} of {year}</source>
        <translation>Tháng {month} năm {year}</translation>
    </message>
    <message>
        <source>Month {number}</source>
        <translation>Tháng {number}</translation>
    </message>
    <message>
        <source>Quarter {number}</source>
        <translation>Quý {number}</translation>
    </message>
    <message>
        <source>Whole year</source>
        <translation>Cả năm</translation>
    </message>
    <message>
        <source>{hour}:{minute}</source>
        <translation>{hour}:{minute}</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>Quá hạn</translation>
    </message>
    <message>
        <source>today</source>
        <translation>Hôm nay</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>Không hạn</translation>
    </message>
    <message>
        <source>{day}: {late}</source>
        <translation>{day}: {late}</translation>
    </message>
    <message>
        <source>not noted</source>
        <translation>chưa ghi</translation>
    </message>
    <message>
        <source>due today</source>
        <translation>hạn hôm nay</translation>
    </message>
    <message>
        <source>due {day}</source>
        <translation>hạn {day}</translation>
    </message>
    <message>
        <source>{number} %</source>
        <translation>{number}&#xa0;%</translation>
    </message>
    <message>
        <source>{type} {number}: {title}</source>
        <translation>{type} {number}: {title}</translation>
    </message>
</context>
<context>
    <name>YearPlanDialog</name>
    <message>
        <source>Meetings of the whole year</source>
        <translation>Lịch sinh hoạt cả năm</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Tháng</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Lunar</source>
        <translation>Âm lịch</translation>
    </message>
    <message>
        <source>Kind, topic</source>
        <translation>Loại, chuyên đề</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tình trạng</translation>
    </message>
    <message>
        <source>Why this day</source>
        <translation>Vì sao họp ngày này</translation>
    </message>
    <message>
        <source>Year {year}</source>
        <translation>Năm {year}</translation>
    </message>
    <message>
        <source>Quarter {number}: no thematic yet</source>
        <translation>Quý {number}: chưa có chuyên đề</translation>
    </message>
    <message>
        <source>Quarter {number}: thematic planned</source>
        <translation>Quý {number}: đã dự kiến chuyên đề</translation>
    </message>
    <message>
        <source>Quarter {number}: thematic held</source>
        <translation>Quý {number}: đã họp chuyên đề</translation>
    </message>
    <message>
        <source>{month}: {day} is a public holiday. Choose another day.</source>
        <translation>{month}: {day} là ngày nghỉ lễ. Hãy chọn một ngày khác.</translation>
    </message>
    <message>
        <source>{month}: {day} – {reason}</source>
        <translation>{month}: {day} – {reason}</translation>
    </message>
    <message>
        <source>{month}: {day}</source>
        <translation>{month}: {day}</translation>
    </message>
</context>
<context>
    <name>YearPlanForm</name>
    <message>
        <source>The year before</source>
        <translation>Năm trước</translation>
    </message>
    <message>
        <source>The year after</source>
        <translation>Năm sau</translation>
    </message>
    <message>
        <source>Days &amp;off in the year…</source>
        <translation>&amp;Ngày nghỉ trong năm…</translation>
    </message>
    <message>
        <source>Months of the year</source>
        <translation>Các tháng trong năm</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Đón&amp;g</translation>
    </message>
    <message>
        <source>&amp;Drop this day</source>
        <translation>&amp;Bỏ ngày đã chọn</translation>
    </message>
    <message>
        <source>Day, &amp;kind…</source>
        <translation>&amp;Sửa ngày, loại…</translation>
    </message>
    <message>
        <source>&amp;Plan it…</source>
        <translation>&amp;Lập kỳ này…</translation>
    </message>
    <message>
        <source>Op&amp;en it</source>
        <translation>&amp;Mở kỳ này</translation>
    </message>
</context>
<context>
    <name>YearReviewDialog</name>
    <message>
        <source>Review of the year {year}</source>
        <translation>Xếp loại năm {year}</translation>
    </message>
    <message>
        <source>Not rated yet</source>
        <translation>Chưa xếp loại</translation>
    </message>
    <message>
        <source>&amp;General criteria, at most {most} points</source>
        <translation>Tiêu chí &amp;chung, tối đa {most} điểm</translation>
    </message>
    <message>
        <source>&amp;Results of work, at most {most} points</source>
        <translation>&amp;Kết quả nhiệm vụ, tối đa {most} điểm</translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <translation>{place}/{count}</translation>
    </message>
    <message>
        <source>Line {place} of {count}</source>
        <translation>Dòng {place} trên {count}</translation>
    </message>
    <message>
        <source>Do&amp;ne</source>
        <translation>&amp;Xong</translation>
    </message>
    <message>
        <source>&amp;Next one</source>
        <translation>&amp;Người tiếp theo</translation>
    </message>
    <message>
        <source>{number}. {name}</source>
        <translation>{number}. {name}</translation>
    </message>
    <message>
        <source>{kind} {since} – {until}</source>
        <translation>{kind} {since} – {until}</translation>
    </message>
    <message>
        <source>{kind} until {until}</source>
        <translation>{kind} đến {until}</translation>
    </message>
    <message>
        <source>{kind} since {since}</source>
        <translation>{kind} từ {since}</translation>
    </message>
    <message>
        <source>Both numbers of points make the level.</source>
        <translation>Ghi đủ hai số điểm thì có mức xếp loại.</translation>
    </message>
    <message>
        <source>{points}/{total} points: {level}</source>
        <translation>{points}/{total} điểm: {level}</translation>
    </message>
    <message>
        <source>A whole number is needed here.</source>
        <translation>Ở đây chỉ ghi số, không có phần lẻ.</translation>
    </message>
</context>
<context>
    <name>YearReviewForm</name>
    <message>
        <source>What the year says</source>
        <translation>Số liệu trong năm</translation>
    </message>
    <message>
        <source>Meetings behind the number</source>
        <translation>Các kỳ sinh hoạt của số liệu này</translation>
    </message>
    <message>
        <source>To this &amp;meeting</source>
        <translation>&amp;Mở kỳ sinh hoạt này</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Các ô cần ghi</translation>
    </message>
    <message>
        <source>&amp;Level</source>
        <translation>Mức xế&amp;p loại</translation>
    </message>
    <message>
        <source>N&amp;ote</source>
        <translation>Ghi c&amp;hú</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Đón&amp;g</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>Người t&amp;rước</translation>
    </message>
    <message>
        <source>&amp;Next one</source>
        <translation>&amp;Người tiếp theo</translation>
    </message>
</context>
<context>
    <name>_ActCount</name>
    <message numerus="yes">
        <source>%n act(s), the newest on top</source>
        <translation>
            <numerusform>%n việc, mới nhất ở trên</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Counted</name>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>Còn %n ngày</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>muộn %n ngày</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_PhraseList</name>
    <message>
        <source>Usual phrases</source>
        <translation>Câu thường dùng</translation>
    </message>
    <message>
        <source>Down: choose · Enter: take · Esc: close</source>
        <translation>Mũi tên xuống: chọn · Enter: lấy · Esc: đóng</translation>
    </message>
</context>
</TS>
