package vn.thidua.organization.sheet.write;

import java.util.List;

/** The words the template offers where only some fit; the check understands all of them and more. */
public final class KindWords {
    public static final List<String> UNIT_KINDS = List.of(
            "Tỉnh", "Huyện", "Xã", "Phường", "Thị trấn", "Đặc khu", "Thôn", "Bản", "Tổ dân phố", "Cơ quan, bộ phận");

    public static final List<String> GENDERS = List.of("Nam", "Nữ");

    public static final List<String> CLASSES =
            List.of("Cán bộ", "Công chức", "Người hoạt động không chuyên trách", "Trưởng thôn");

    private KindWords() {}
}
