package vn.thidua.organization.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * Lists of units and people of any size. All names are invented: places are numbered, people are put together from
 * syllables, citizen ids count up.
 */
public final class InventedLists {
    private static final String[] FAMILY = {"Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi"};
    private static final String[] MIDDLE = {"Văn", "Thị", "Hữu", "Ngọc", "Đức", "Minh", "Thu", "Quang"};
    private static final String[] GIVEN = {
        "An", "Bình", "Cúc", "Dũng", "Giang", "Hòa", "Khoa", "Lan", "Mai", "Nam", "Oanh"
    };
    private static final LocalDate FIRST = LocalDate.of(2010, 1, 1);

    public static final List<String> UNIT_HEADER =
            List.of("Mã đơn vị", "Tên đơn vị", "Loại", "Thuộc đơn vị", "Hiệu lực từ", "Hiệu lực đến", "Sáp nhập vào");
    public static final List<String> PERSON_HEADER = List.of(
            "Họ và tên", "Số CCCD", "Ngày sinh", "Giới tính", "Chức vụ", "Mã đơn vị", "Loại", "Từ ngày", "Đến ngày");

    private final List<List<?>> units = new ArrayList<>();
    private final List<List<?>> people = new ArrayList<>();
    private final List<String> communes = new ArrayList<>();
    private final List<String> villages = new ArrayList<>();
    private final Random random;
    private int numbers;

    private InventedLists(long seed) {
        random = new Random(seed);
    }

    /**
     * A province in the order of two tiers with as many units as wanted: communes with nine villages each.
     *
     * @param count units in all, the province included
     */
    public static InventedLists of(int count, int people) {
        InventedLists lists = new InventedLists(1);
        lists.unit("T", "Tỉnh Mẫu", "Tỉnh", "", FIRST, null, "");
        LocalDate from = LocalDate.of(2025, 7, 1);
        for (int i = 1; lists.units.size() < count; i++) {
            String commune = "X" + i;
            lists.unit(commune, "Xã Mẫu " + i, "Xã", "T", from, null, "");
            lists.communes.add(commune);
            for (int j = 1; j < 10 && lists.units.size() < count; j++) {
                lists.village(commune, j, from);
            }
        }
        lists.populate(people, from);
        return lists;
    }

    /** A district until 30/06/2025 whose communes become one, with villages and people that go along. */
    public static InventedLists merger(int communes, int people) {
        InventedLists lists = new InventedLists(2);
        LocalDate last = LocalDate.of(2025, 6, 30);
        LocalDate next = last.plusDays(1);
        lists.unit("T", "Tỉnh Mẫu", "Tỉnh", "", FIRST, null, "");
        lists.unit("M", "Xã Hợp Nhất", "Xã", "T", next, null, "");
        lists.unit("H", "Huyện Mẫu", "Huyện", "Tỉnh Mẫu", FIRST, last, "");
        for (int i = 1; i <= communes; i++) {
            String commune = "X" + i;
            lists.unit(commune, "Xã Mẫu " + i, "Xã", "H", FIRST, last, "Xã Hợp Nhất");
            lists.communes.add(commune);
            for (int j = 1; j < 10; j++) {
                lists.village(commune, j, FIRST);
            }
        }
        lists.populate(people, LocalDate.of(2021, 6, 1));
        return lists;
    }

    private void unit(
            String code, String name, String kind, String parent, LocalDate from, @Nullable LocalDate to, String into) {
        List<Object> row = new ArrayList<>(List.of(code, name, kind, parent, from));
        row.add(to == null ? "" : to);
        row.add(into);
        units.add(row);
    }

    private void village(String commune, int number, LocalDate from) {
        String code = commune + ".T" + number;
        unit(code, "Thôn " + number, "Thôn", commune, from, null, "");
        villages.add(code);
    }

    private void populate(int count, LocalDate from) {
        for (int i = 0; i < count; i++) {
            boolean man = random.nextBoolean();
            LocalDate birth = LocalDate.of(1960 + random.nextInt(40), 1 + random.nextInt(12), 1 + random.nextInt(28));
            String name = pick(FAMILY) + " " + pick(MIDDLE) + " " + pick(GIVEN);
            String number = String.format(
                    Locale.ROOT,
                    "%03d%d%02d%06d",
                    1 + numbers / 1_000_000,
                    man ? 0 : 1,
                    birth.getYear() % 100,
                    numbers++ % 1_000_000);
            boolean head = i % 3 == 0 && !villages.isEmpty();
            String unit = head
                    ? villages.get(random.nextInt(villages.size()))
                    : communes.get(random.nextInt(communes.size()));
            people.add(List.of(
                    name,
                    number,
                    birth,
                    man ? "Nam" : "Nữ",
                    head ? "Trưởng thôn" : i % 3 == 1 ? "Văn phòng - Thống kê" : "Văn thư",
                    unit,
                    head ? "Trưởng thôn" : i % 3 == 1 ? "Công chức" : "Người hoạt động không chuyên trách",
                    from,
                    ""));
        }
    }

    private String pick(String[] from) {
        return from[random.nextInt(from.length)];
    }

    public List<List<?>> units() {
        return units;
    }

    public List<List<?>> people() {
        return people;
    }

    /** As an XLSX file with both lists. */
    public byte[] xlsx() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(out);
        return out.toByteArray();
    }

    public void write(OutputStream out) {
        try (SXSSFWorkbook book = new SXSSFWorkbook()) {
            fill(book, "Nhân sự", PERSON_HEADER, people);
            fill(book, "Đơn vị", UNIT_HEADER, units);
            book.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void fill(SXSSFWorkbook book, String name, List<String> header, List<List<?>> rows) {
        List<List<?>> all = new ArrayList<>();
        all.add(header);
        all.addAll(rows);
        Books.fill(book.createSheet(name), 0, all);
    }
}
