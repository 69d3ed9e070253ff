/// Words by which names are told. Surnames are those of the peoples of Viet Nam; none is anybody's.
enum NameLists {
  /// Surnames that few other words are spelt like, even without marks.
  static let clear = WordList(
    """
    nguyễn trần phạm huỳnh hoàng phan vũ võ đặng bùi ngô dương đinh trương trịnh đoàn phùng quách \
    huynh tạ lý đào tống
    """,
    bare: "nguyễn trần phạm huỳnh hoàng phan đặng bùi ngô dương đinh trương trịnh đoàn phùng quách")
  /// Surnames that are common words or parts of place names besides.
  static let shared = WordList(
    """
    lê đỗ hồ lương lâm mai cao hà tô thái châu tăng từ chu la lưu kiều triệu thạch danh sơn kim vương \
    nông hứa lò vàng giàng sùng lầu quàng cầm hoa bế ma lục mạc văn viên đàm khổng khúc nghiêm ninh \
    ông phí quản tiêu thân tôn trà ung vi đồng đậu điêu doãn giang giáp hán an bạch bàng bành cù cung \
    diệp đan hạ kha khuất lại lạc lã lộ mẫn nhan nhữ ngạc phó phương quan sái tào thi thiều thôi tiết \
    trang triệu tường ưng yên y lữ mạch nhâm nùng ôn quế quyền sầm sử thẩm tòng uông vòng âu biện cát cổ dư đái đèo điền đổng \
    lường lù sần thào tráng chảo phàn tẩn lỳ hù cứ hạng hờ mùa chang cháng
    """)
  /// The words that often stand between surname and given name.
  static let middles = WordList(
    "văn thị")
  /// Clans of the Central Highlands, which stand last.
  static let clans = WordList(
    """
    niê êban ayun kbuôr mlô ksơr ksor rcom siu kpă byă hmok kđoh knul enuôl ktla rahlan rmah rơ nay hwing
    """)

  /// Words before a name of anybody.
  static let titles = WordList(
    """
    ông bà anh chị cô chú bác chồng vợ cha bố mẹ con tên mr mrs ms gọi chí
    """,
    bare: "ông chị chú bác vợ mẹ mr mrs ms")
  /// Words before a name of a child.
  static let children = WordList(
    "em cháu bé trẻ nhi sinh")
  /// Words before `em`, `sinh` and `nhi` that make something else of them.
  static let notBeforeChild = WordList(
    "trẻ chị anh hội đàn vệ phát khai thí nữ nam các những")

  /// Words before the name of a place or an institution.
  static let places = WordList(
    """
    xã phường huyện quận tỉnh thôn bản buôn làng ấp khu phố đường trường sông cầu đèo núi quỹ giải \
    tp tx tt thành trấn trại chùa đền vịnh đảo nhà viện ty xóm tổ điểm cụm
    """,
    bare: "xã phường huyện quận tỉnh thôn đường ấp tp tx tt")
  /// Words before a colon after which a person is named, without marks.
  static let labels = [
    ["ho", "ten"], ["va", "ten"], ["tac", "gia"], ["nguoi", "viet"], ["nguoi", "lap"],
    ["ten", "tre"],
    ["full", "name"],
  ]

  /// Two words that begin like a name and are none, without marks.
  static let common: Set<String> = [
    "pham vi", "pham toi", "pham phap", "pham nhan", "pham chat", "cao dang", "cao diem",
    "cao tuoi",
    "cao cap", "ha noi", "ha tinh", "ha nam", "ha giang", "ha tang", "ly do", "ly luan", "ly lich",
    "vu luc", "vu tru", "vu viec", "vu an", "dao tao", "duong tinh", "duong bo", "duong day",
    "to chuc",
    "to trinh", "to dan", "to truong", "ho so", "ho boi", "ho chi", "hoang thanh", "thai do",
    "thai binh", "thai nguyen", "truong phong", "truong hoc", "truong thon", "truong ban",
    "truong hop", "truong cong", "truong tieu", "luong tam", "luong thuc", "van hoa", "van phong",
    "van ban", "van hien", "van ba", "an toan", "an ninh", "an sinh", "an giang", "tang cuong",
    "kieu bao", "kim loai", "luu tru", "luu y", "luu dong", "ma so", "nong thon", "nong nghiep",
    "nong dan", "ninh binh", "ninh thuan", "lam dong", "quan ly", "quan trong", "than nhan",
    "than the", "thi tran", "thi xa", "tieu hoc", "tieu chi", "ton trong", "ton giao", "trieu dong",
    "tu phap", "tu van", "vi pham", "vien chuc", "yen bai", "doan thanh", "doan the", "doan vien",
    "doan kiem", "doan cong", "doan giam", "dong thap", "dong nai", "danh sach", "danh muc",
    "danh gia", "chu tich", "chu tri", "phuong an", "phuong phap", "phong trao", "la khong",
    "dang bo", "dang uy", "dang vien", "dang cong", "dang ky", "dang nhap", "trang thiet",
    "trang bi",
    "tinh uy", "binh dinh", "dinh huong", "dinh ky", "dinh muc", "phan cong", "phan loai",
    "phan ii",
    "phan i", "phan iii", "phan iv", "ngo quyen", "bac giang", "mai tang", "lao cai", "lai chau",
    "lam viec", "lo trinh", "ban hanh", "giang vien", "giang day", "quang ngai", "cong an",
    "tran trong",
    "vo dich", "vong chung", "vong loai", "viet nam",
  ]
}
