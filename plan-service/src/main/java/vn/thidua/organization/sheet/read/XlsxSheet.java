package vn.thidua.organization.sheet.read;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;
import vn.thidua.organization.sheet.SheetLimits;
import vn.thidua.organization.sheet.SheetRefusal;
import vn.thidua.organization.sheet.SheetRefusedException;
import vn.thidua.organization.sheet.Value;
import vn.thidua.organization.sheet.Wording;
import vn.thidua.platform.sheet.Days;

/** One sheet of a workbook. */
final class XlsxSheet implements RawSheet {
    /** As many as a list may have rows, and a header's. */
    private static final int MAX_MERGED = 60_000;

    private static final int MAX_NUMBER_LETTERS = 60;

    private final String name;
    private final boolean hidden;
    private final Archive archive;
    private final String part;
    private final List<String> shared;
    private final List<Boolean> dateStyles;
    private final boolean since1904;
    private final SheetLimits limits;
    private final List<Merged> merged = new ArrayList<>();

    XlsxSheet(
            String name,
            boolean hidden,
            Archive archive,
            String part,
            List<String> shared,
            List<Boolean> dateStyles,
            boolean since1904,
            SheetLimits limits) {
        this.name = name;
        this.hidden = hidden;
        this.archive = archive;
        this.part = part;
        this.shared = shared;
        this.dateStyles = dateStyles;
        this.since1904 = since1904;
        this.limits = limits;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean hidden() {
        return hidden;
    }

    @Override
    public List<Merged> merged() {
        return merged;
    }

    @Override
    public void rows(Consumer<RawRow> each) {
        merged.clear();
        int row = 0;
        int seen = 0;
        try (Xml xml = new Xml(archive.open(part))) {
            for (String tag = xml.nextStart(); tag != null; tag = xml.nextStart()) {
                if (tag.equals("row")) {
                    row = xml.number("r", row + 1);
                    boolean hiddenRow = xml.on("hidden");
                    Map<Integer, Value> cells = cells(xml);
                    if (!cells.isEmpty()) {
                        if (++seen > limits.rows()) {
                            throw new SheetRefusedException(SheetRefusal.TOO_MANY_ROWS, "Trang tính \"" + name + "\".");
                        }
                        each.accept(new RawRow(row, hiddenRow, cells));
                    }
                } else if (tag.equals("mergeCell")) {
                    CellRef.range(xml.attribute("ref", "")).ifPresent(this::addMerged);
                }
            }
        }
    }

    private void addMerged(Merged range) {
        merged.add(range);
        if (merged.size() > MAX_MERGED) {
            throw new SheetRefusedException(SheetRefusal.DAMAGED);
        }
    }

    private Map<Integer, Value> cells(Xml xml) {
        Map<Integer, Value> cells = new HashMap<>();
        int parent = xml.depth();
        int column = -1;
        for (String tag = xml.nextChildOf(parent); tag != null; tag = xml.nextChildOf(parent)) {
            if (!tag.equals("c")) {
                continue;
            }
            int named = CellRef.column(xml.attribute("r", ""));
            column = named < 0 ? column + 1 : named;
            Value value = cell(xml);
            if (value != null) {
                if (column >= limits.columns()) {
                    throw new SheetRefusedException(
                            SheetRefusal.TOO_MANY_COLUMNS,
                            "Trang tính \"" + name + "\" còn dữ liệu ở cột " + CellRef.letters(column) + ".");
                }
                cells.put(column, value);
            }
        }
        return cells;
    }

    private @Nullable Value cell(Xml xml) {
        String type = xml.attribute("t", "n");
        int style = xml.number("s", 0);
        int parent = xml.depth();
        boolean formula = false;
        String content = null;
        for (String tag = xml.nextChildOf(parent); tag != null; tag = xml.nextChildOf(parent)) {
            switch (tag) {
                case "f" -> formula = true;
                case "v" -> content = xml.text(limits.cellCharacters());
                case "is" -> content = richText(xml, limits.cellCharacters());
                default -> {
                    // extensions
                }
            }
        }
        if (content == null || content.isBlank()) {
            return formula && content == null ? new Value.Fault("công thức chưa được tính") : null;
        }
        return value(type, style, content);
    }

    private @Nullable Value value(String type, int style, String content) {
        return switch (type) {
            case "s" -> shared(content);
            case "str", "inlineStr" -> text(content);
            case "e" -> new Value.Fault(Wording.clean(content));
            case "b" -> new Value.Text(content.strip().equals("1") ? "TRUE" : "FALSE");
            case "d" ->
                Days.read(Wording.clean(content)).<Value>map(Value.Day::new).orElseGet(() -> text(content));
            default -> number(content, style);
        };
    }

    private @Nullable Value shared(String index) {
        try {
            return text(shared.get(Integer.parseInt(index.strip())));
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw new SheetRefusedException(SheetRefusal.DAMAGED);
        }
    }

    private static @Nullable Value text(String content) {
        String clean = Wording.clean(content);
        return clean.isEmpty() ? null : new Value.Text(clean);
    }

    private @Nullable Value number(String content, int style) {
        String digits = content.strip();
        try {
            // a number of millions of digits, or an exponent of billions, is none
            BigDecimal number = digits.length() > MAX_NUMBER_LETTERS
                    ? new BigDecimal(Double.parseDouble(digits))
                    : new BigDecimal(digits);
            if (Math.abs((long) number.scale()) > 400) {
                return text(content);
            }
            if (style >= 0 && style < dateStyles.size() && dateStyles.get(style)) {
                LocalDate day = day(number.doubleValue(), since1904);
                if (day != null) {
                    return new Value.Day(day);
                }
            }
            return new Value.Numeric(number);
        } catch (NumberFormatException e) {
            return text(content);
        }
    }

    /** The day of a serial number; null if it is none. */
    static @Nullable LocalDate day(double serial, boolean since1904) {
        // a serial below 1 is a time of day
        if (serial < 1 || !DateUtil.isValidExcelDate(serial) || serial > 2_958_465) {
            return null;
        }
        LocalDateTime time = DateUtil.getLocalDateTime(serial, since1904);
        return time == null ? null : time.toLocalDate();
    }

    /** All texts of the element; readings for other scripts are left out. */
    static String richText(Xml xml, int most) {
        int parent = xml.depth();
        StringBuilder out = new StringBuilder();
        int phonetic = Integer.MAX_VALUE;
        for (String tag = xml.nextChildOf(parent); tag != null; tag = xml.nextChildOf(parent)) {
            if (xml.depth() <= phonetic) {
                phonetic = tag.equals("rPh") ? xml.depth() : Integer.MAX_VALUE;
            }
            if (tag.equals("t") && phonetic == Integer.MAX_VALUE && out.length() <= most) {
                out.append(xml.text(most));
            }
        }
        return out.length() > most ? out.substring(0, most + 1) : out.toString();
    }
}
