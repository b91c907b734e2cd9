package vn.thidua.plan.drafting.copy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A date and the same of the next year, with what is different about it. */
final class MovedDate {

    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    private final LocalDate from;
    private final LocalDate to;

    private MovedDate(LocalDate from) {
        this.from = from;
        // 29 February becomes the 28th
        this.to = from.plusYears(1);
    }

    static MovedDate of(LocalDate from) {
        return new MovedDate(from);
    }

    LocalDate to() {
        return to;
    }

    CopyFlag flag(@Nullable Integer task, String field, Holidays holidays) {
        List<CopyFlag.Code> codes = new ArrayList<>();
        StringBuilder message = new StringBuilder();
        if (from.getDayOfMonth() != to.getDayOfMonth()) {
            codes.add(CopyFlag.Code.LEAP_DAY);
            message.append("Năm ").append(to.getYear()).append(" không có ngày 29/02, chuyển thành 28/02. ");
        }
        // a year is 52 weeks and one day or two
        codes.add(CopyFlag.Code.WEEKDAY);
        message.append(WRITTEN.format(to))
                .append(" là ")
                .append(name(to.getDayOfWeek()))
                .append(" (")
                .append(WRITTEN.format(from))
                .append(" là ")
                .append(name(from.getDayOfWeek()))
                .append(").");
        boolean free = false;
        if (to.getDayOfWeek() == DayOfWeek.SATURDAY || to.getDayOfWeek() == DayOfWeek.SUNDAY) {
            codes.add(CopyFlag.Code.WEEKEND);
            message.append(" Đó là ngày nghỉ hằng tuần.");
            free = true;
        }
        Optional<Holidays.Holiday> holiday = holidays.on(to);
        if (holiday.isPresent()) {
            Holidays.Holiday found = holiday.get();
            codes.add(found.sure() ? CopyFlag.Code.HOLIDAY : CopyFlag.Code.HOLIDAY_POSSIBLE);
            message.append(
                            found.sure()
                                    ? " Đó là ngày nghỉ lễ: "
                                    : " Đó có thể là ngày nghỉ lễ, được quyết định từng năm: ")
                    .append(found.name())
                    .append(" (")
                    .append(found.article())
                    .append(").");
            free = true;
        }
        message.append(free ? " Hãy chọn ngày khác nếu cần." : " Hãy kiểm tra lại ngày.");
        return new CopyFlag(task, field, codes, from.toString(), to.toString(), message.toString());
    }

    private static String name(DayOfWeek day) {
        return switch (day) {
            case MONDAY -> "thứ Hai";
            case TUESDAY -> "thứ Ba";
            case WEDNESDAY -> "thứ Tư";
            case THURSDAY -> "thứ Năm";
            case FRIDAY -> "thứ Sáu";
            case SATURDAY -> "thứ Bảy";
            case SUNDAY -> "Chủ nhật";
        };
    }
}
