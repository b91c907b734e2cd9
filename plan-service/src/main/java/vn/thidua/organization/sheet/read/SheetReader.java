package vn.thidua.organization.sheet.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.thidua.organization.sheet.Field;
import vn.thidua.organization.sheet.ListRow;
import vn.thidua.organization.sheet.SheetContent;
import vn.thidua.organization.sheet.SheetLimits;
import vn.thidua.organization.sheet.SheetRefusal;
import vn.thidua.organization.sheet.SheetRefusedException;
import vn.thidua.organization.sheet.Value;
import vn.thidua.organization.sheet.Wording;

/** Reads lists of units and people. What the file is, its content says, not its name. */
public final class SheetReader {
    private static final Pattern TOTAL = Pattern.compile("(tong|tong so|tong cong|cong|cong tong)( \\d+.*)?");
    /** Numbers of groups, where members have 1, 2, 3. */
    private static final Pattern GROUP_NUMBER = Pattern.compile("[IVXLCDM]+\\.?|[A-ZĐ]\\.?");

    private final SheetLimits limits;

    public SheetReader(SheetLimits limits) {
        this.limits = limits;
    }

    /**
     * Every row of every list in the file.
     *
     * @throws SheetRefusedException if it is no list, or one beyond the limits
     */
    public SheetContent read(byte[] bytes) {
        if (bytes.length == 0) {
            throw new SheetRefusedException(SheetRefusal.EMPTY);
        }
        if (bytes.length > limits.bytes()) {
            throw new SheetRefusedException(SheetRefusal.TOO_LARGE);
        }
        List<ListRow> rows = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        boolean found = false;
        boolean old = false;
        for (RawSheet sheet : sheets(bytes)) {
            if (sheet.hidden()) {
                notes.add("Trang tính ẩn \"" + sheet.name() + "\" không được đọc.");
                continue;
            }
            List<RawRow> top = new ArrayList<>();
            sheet.rows(row -> {
                if (top.size() <= Header.ROWS_LOOKED_AT) {
                    top.add(row);
                }
            });
            Optional<Header> header = Header.in(top, sheet.merged(), sheet.name());
            if (header.isPresent()) {
                found = true;
                readList(sheet, header.get(), rows, notes);
            } else if (!top.isEmpty()) {
                old |= FileText.isOld(words(top));
                notes.add(
                        "Trang tính \"" + sheet.name() + "\" không có dòng tiêu đề của danh sách nên không được đọc.");
            }
        }
        if (!found) {
            throw new SheetRefusedException(old ? SheetRefusal.OLD_ENCODING : SheetRefusal.NO_TABLE);
        }
        if (rows.isEmpty()) {
            throw new SheetRefusedException(SheetRefusal.EMPTY, "Danh sách chỉ có dòng tiêu đề.");
        }
        return new SheetContent(rows, notes);
    }

    private List<RawSheet> sheets(byte[] bytes) {
        if (starts(bytes, 0x50, 0x4b)) {
            return XlsxFile.open(bytes, limits);
        }
        if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
            throw new SheetRefusedException(SheetRefusal.ENCRYPTED_OR_OLD);
        }
        if (starts(bytes, 0x25, 0x50, 0x44, 0x46)
                || starts(bytes, 0x89, 0x50, 0x4e, 0x47)
                || starts(bytes, 0x1f, 0x8b)) {
            throw new SheetRefusedException(SheetRefusal.OTHER_FORMAT);
        }
        String text = FileText.of(bytes);
        // systems hand out web pages under the name .xls
        if (text.stripLeading().startsWith("<")) {
            throw new SheetRefusedException(SheetRefusal.OTHER_FORMAT);
        }
        return List.of(CsvFile.of(text, limits));
    }

    private static boolean starts(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static String words(List<RawRow> top) {
        StringBuilder out = new StringBuilder();
        top.forEach(row ->
                row.cells().values().forEach(value -> out.append(value.words()).append(' ')));
        return out.toString();
    }

    private void readList(RawSheet sheet, Header header, List<ListRow> rows, List<String> notes) {
        Map<Integer, Map<Integer, RawSheet.Merged>> downwards = downwards(sheet.merged(), header);
        Map<Integer, Value> carried = new HashMap<>();
        Map<Integer, Integer> carriedUntil = new HashMap<>();
        sheet.rows(row -> {
            if (row.number() <= header.lastRow()) {
                return;
            }
            Map<Integer, Value> cells = new HashMap<>(row.cells());
            carriedUntil.forEach((column, until) -> {
                Value value = carried.get(column);
                if (row.number() <= until && value != null) {
                    cells.putIfAbsent(column, value);
                }
            });
            downwards.getOrDefault(row.number(), Map.of()).forEach((column, block) -> {
                Value value = row.cells().get(column);
                if (value != null) {
                    carried.put(column, value);
                    carriedUntil.put(column, block.bottom());
                }
            });
            Map<Field, Value> known = known(sheet, header, row, cells);
            if (known.isEmpty()) {
                return;
            }
            if (isGroupOrTotal(header, row, known)) {
                notes.add("Dòng " + row.number() + " (" + sheet.name()
                        + ") là dòng tiêu đề nhóm hoặc dòng tổng nên không được đọc.");
                return;
            }
            rows.add(new ListRow(header.list(), sheet.name(), row.number(), row.hidden(), known));
            if (rows.size() > limits.rows()) {
                throw new SheetRefusedException(SheetRefusal.TOO_MANY_ROWS);
            }
        });
    }

    /** Merged cells that reach over several rows of the list, by their first row and column. */
    private static Map<Integer, Map<Integer, RawSheet.Merged>> downwards(List<RawSheet.Merged> merged, Header header) {
        Map<Integer, Map<Integer, RawSheet.Merged>> found = new HashMap<>();
        for (RawSheet.Merged block : merged) {
            if (block.bottom() > block.top() && header.columns().containsKey(block.left())) {
                found.computeIfAbsent(block.top(), row -> new HashMap<>()).put(block.left(), block);
            }
        }
        return found;
    }

    private Map<Field, Value> known(RawSheet sheet, Header header, RawRow row, Map<Integer, Value> cells) {
        Map<Field, Value> known = new HashMap<>();
        header.columns().forEach((column, field) -> {
            Value value = cells.get(column);
            if (value == null) {
                return;
            }
            if (value instanceof Value.Text text && text.text().length() > limits.cellCharacters()) {
                throw new SheetRefusedException(
                        SheetRefusal.CELL_TOO_LONG,
                        "Ô " + CellRef.letters(column) + row.number() + ", trang tính \"" + sheet.name() + "\".");
            }
            known.put(field, value);
        });
        return known;
    }

    /**
     * "I. Khối Đảng" and "Tổng cộng" name no unit and no person: one cell with words and the number of a group, or a
     * word for a sum. A row with less than a member needs, but the number of one, is a member that lacks something.
     */
    private static boolean isGroupOrTotal(Header header, RawRow row, Map<Field, Value> known) {
        boolean total = row.cells().values().stream()
                .anyMatch(value -> value instanceof Value.Text text
                        && TOTAL.matcher(Wording.bare(text.text())).matches());
        Value ordinal = row.cells().get(header.ordinal());
        boolean group = ordinal instanceof Value.Text text
                && GROUP_NUMBER.matcher(text.text()).matches();
        return total && !known.containsKey(Field.CITIZEN_ID) && !known.containsKey(Field.UNIT_CODE)
                || group && known.size() == 1;
    }
}
