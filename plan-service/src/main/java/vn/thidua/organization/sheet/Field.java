package vn.thidua.organization.sheet;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The columns that a list may have; found by any of their names, whatever their order. */
public enum Field {
    UNIT_CODE(ListKind.UNITS, false, "Mã đơn vị", "Mã", "Mã số", "Mã ĐVHC", "Mã đơn vị hành chính", "Mã định danh"),
    UNIT_NAME(
            ListKind.UNITS,
            true,
            "Tên đơn vị",
            "Đơn vị",
            "Tên",
            "Tên gọi",
            "Tên đơn vị hành chính",
            "Tên cơ quan",
            "Tên cơ quan, đơn vị"),
    UNIT_KIND(ListKind.UNITS, false, "Loại", "Loại đơn vị", "Loại hình", "Cấp", "Cấp đơn vị", "Phân loại"),
    UNIT_PARENT(
            ListKind.UNITS,
            false,
            "Thuộc đơn vị",
            "Thuộc",
            "Trực thuộc",
            "Đơn vị cấp trên",
            "Cấp trên",
            "Mã đơn vị cấp trên",
            "Mã cấp trên",
            "Đơn vị cha",
            "Mã cha",
            "Đơn vị chủ quản",
            "Đơn vị cấp trên trực tiếp"),
    UNIT_FROM(
            ListKind.UNITS,
            false,
            "Hiệu lực từ",
            "Từ ngày",
            "Ngày hiệu lực",
            "Có hiệu lực từ",
            "Hiệu lực từ ngày",
            "Ngày thành lập",
            "Ngày bắt đầu"),
    UNIT_TO(
            ListKind.UNITS,
            false,
            "Hiệu lực đến",
            "Đến ngày",
            "Hết hiệu lực",
            "Hiệu lực đến ngày",
            "Ngày hết hiệu lực",
            "Ngày kết thúc",
            "Ngày giải thể"),
    UNIT_SUCCESSOR(
            ListKind.UNITS,
            false,
            "Sáp nhập vào",
            "Nhập vào",
            "Hợp nhất thành",
            "Sáp nhập thành",
            "Sáp nhập vào đơn vị",
            "Mã đơn vị mới",
            "Đơn vị mới",
            "Đơn vị kế thừa"),
    PERSON_NAME(ListKind.PEOPLE, true, "Họ và tên", "Họ tên", "Họ, tên", "Họ và tên đầy đủ", "Tên cán bộ"),
    CITIZEN_ID(
            ListKind.PEOPLE,
            true,
            "Số CCCD",
            "CCCD",
            "Số định danh cá nhân",
            "Số định danh",
            "Căn cước công dân",
            "Số căn cước",
            "Số căn cước công dân",
            "Số CCCD/ĐDCN",
            "Mã định danh cá nhân",
            "Căn cước"),
    BIRTH_DATE(ListKind.PEOPLE, false, "Ngày sinh", "Ngày tháng năm sinh", "Ngày, tháng, năm sinh", "Sinh ngày"),
    GENDER(ListKind.PEOPLE, false, "Giới tính", "Giới", "Nam/Nữ", "Phái"),
    TITLE(
            ListKind.PEOPLE,
            false,
            "Chức vụ",
            "Chức danh",
            "Chức vụ, chức danh",
            "Chức danh, chức vụ",
            "Chức vụ/Chức danh"),
    UNIT(
            ListKind.PEOPLE,
            false,
            "Đơn vị",
            "Đơn vị công tác",
            "Tên đơn vị",
            "Cơ quan, đơn vị",
            "Nơi công tác",
            "Cơ quan công tác",
            "Đơn vị công tác hiện nay"),
    /** Stands for the unit where a list has a column for its code beside or instead of its name. */
    CODE_OF_UNIT(ListKind.PEOPLE, false, "Mã đơn vị", "Mã đơn vị công tác", "Mã cơ quan"),
    UNIT_ABOVE(
            ListKind.PEOPLE,
            false,
            "Thuộc đơn vị",
            "Thuộc",
            "Trực thuộc",
            "Đơn vị cấp trên",
            "Cấp trên",
            "Thuộc xã",
            "Xã"),
    CLASS(
            ListKind.PEOPLE,
            false,
            "Loại",
            "Đối tượng",
            "Loại nhân sự",
            "Loại cán bộ",
            "Phân loại",
            "Nhóm đối tượng",
            "Loại lao động"),
    POST_FROM(
            ListKind.PEOPLE,
            false,
            "Từ ngày",
            "Giữ chức vụ từ",
            "Ngày bắt đầu",
            "Ngày bổ nhiệm",
            "Từ ngày tháng",
            "Ngày giữ chức vụ",
            "Công tác từ"),
    POST_TO(ListKind.PEOPLE, false, "Đến ngày", "Giữ chức vụ đến", "Ngày kết thúc", "Ngày thôi giữ", "Công tác đến");

    private static final Map<ListKind, Map<String, Field>> BY_NAME = byName();

    private final ListKind list;
    private final boolean required;
    private final List<String> names;

    Field(ListKind list, boolean required, String... names) {
        this.list = list;
        this.required = required;
        this.names = List.of(names);
    }

    public ListKind list() {
        return list;
    }

    /** Whether a list without this column is refused. */
    public boolean required() {
        return required;
    }

    /** What the template calls it. */
    public String title() {
        return names.getFirst();
    }

    public static List<Field> of(ListKind list) {
        return Arrays.stream(values()).filter(field -> field.list == list).toList();
    }

    /** The column with that title; what stands in brackets behind it does not count. */
    public static Optional<Field> named(ListKind list, String title) {
        Map<String, Field> known = BY_NAME.getOrDefault(list, Map.of());
        Field field = known.get(Wording.bare(title));
        if (field == null && title.indexOf('(') > 0) {
            field = known.get(Wording.bare(title.substring(0, title.indexOf('('))));
        }
        if (field == null && title.indexOf('*') >= 0) {
            field = known.get(Wording.bare(title.replace('*', ' ')));
        }
        return Optional.ofNullable(field);
    }

    private static Map<ListKind, Map<String, Field>> byName() {
        Map<ListKind, Map<String, Field>> all = new EnumMap<>(ListKind.class);
        for (Field field : values()) {
            Map<String, Field> known = all.computeIfAbsent(field.list, list -> new HashMap<>());
            field.names.forEach(name -> known.put(Wording.bare(name), field));
        }
        return all;
    }
}
