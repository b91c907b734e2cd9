package vn.thidua.organization.sheet.check;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;
import vn.thidua.organization.sheet.Field;
import vn.thidua.organization.sheet.ListRow;
import vn.thidua.organization.sheet.Value;
import vn.thidua.platform.sheet.Days;

/** A row while it is checked: its cells as what they should be, and what there is to say about it. */
final class CheckedRow {
    private static final LocalDate EARLIEST = LocalDate.of(1850, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2150, 12, 31);

    private final ListRow row;
    private final Set<RowReport.Outcome> outcomes = new LinkedHashSet<>();
    private final List<Finding> findings = new ArrayList<>();
    private boolean failed;

    CheckedRow(ListRow row) {
        this.row = row;
        if (row.hidden()) {
            findings.add(new Finding(false, null, "Dòng này đang bị ẩn trong trang tính nhưng vẫn được đọc."));
        }
    }

    ListRow row() {
        return row;
    }

    boolean failed() {
        return failed;
    }

    void error(@Nullable Field field, String message) {
        failed = true;
        findings.add(new Finding(true, field == null ? null : field.title(), message));
    }

    void note(@Nullable Field field, String message) {
        findings.add(new Finding(false, field == null ? null : field.title(), message));
    }

    void leadsTo(RowReport.Outcome outcome) {
        outcomes.add(outcome);
    }

    RowReport report(String label) {
        return new RowReport(
                row.list(),
                row.sheet(),
                row.number(),
                label,
                failed ? List.of(RowReport.Outcome.ERROR) : List.copyOf(outcomes),
                findings);
    }

    /** The words of a cell; "" if it is blank or holds an error of the sheet. */
    String words(Field field, int most) {
        Optional<Value> value = row.cell(field);
        if (value.isPresent() && value.get() instanceof Value.Fault(String code)) {
            error(field, "Ô chứa lỗi của bảng tính (" + code + "). Hãy nhập trực tiếp giá trị thay cho công thức.");
            return "";
        }
        String words = row.words(field);
        if (words.length() > most) {
            error(field, "Nội dung dài hơn " + most + " ký tự. Hãy rút ngắn lại.");
            return "";
        }
        return words;
    }

    String required(Field field, int most) {
        boolean before = failed;
        String words = words(field, most);
        if (words.isEmpty() && failed == before) {
            error(field, "Ô \"" + field.title() + "\" còn trống. Hãy điền rồi gửi lại.");
        }
        return words;
    }

    /** The day in the cell; null if it is blank or none, which then is said. */
    @Nullable
    LocalDate day(Field field) {
        Value value = row.cell(field).orElse(null);
        LocalDate day =
                switch (value) {
                    case null -> null;
                    case Value.Day(LocalDate date) -> date;
                    case Value.Text(String text) -> Days.read(text).orElse(null);
                    case Value.Numeric(BigDecimal number) -> serial(number);
                    case Value.Fault _ -> null;
                };
        if (value == null) {
            return null;
        }
        if (day == null) {
            boolean yearOnly = value.words().matches("(19|20)\\d\\d");
            error(
                    field,
                    yearOnly
                            ? "Ô chỉ ghi năm. Hãy ghi đủ ngày, tháng, năm, ví dụ 31/12/" + value.words() + "."
                            : "\"" + shortened(value.words())
                                    + "\" không phải là ngày có thật. Hãy ghi dạng ngày/tháng/năm, ví dụ 31/12/2025.");
        } else if (day.isBefore(EARLIEST) || day.isAfter(LATEST)) {
            error(field, "Ngày " + Days.written(day) + " nằm ngoài khoảng hợp lý. Hãy kiểm tra lại năm.");
            return null;
        }
        return day;
    }

    /** A date that was typed where the cell shows plain numbers; what could be a year is none. */
    private static @Nullable LocalDate serial(BigDecimal number) {
        double serial = number.doubleValue();
        return serial < 10_000 || serial > 100_000
                ? null
                : DateUtil.getLocalDateTime(serial, false).toLocalDate();
    }

    static String shortened(String words) {
        return words.length() > 60 ? words.substring(0, 59) + "…" : words;
    }
}
