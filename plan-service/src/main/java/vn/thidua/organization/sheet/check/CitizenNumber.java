package vn.thidua.organization.sheet.check;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.thidua.organization.domain.person.Gender;
import vn.thidua.organization.sheet.Value;

/** The number of a citizen: province (001 to 096), century and gender, two digits of the year of birth, six of its own. */
final class CitizenNumber {
    static final int LENGTH = 12;
    private static final int LAST_PROVINCE = 96;

    private CitizenNumber() {}

    /**
     * @param digits 12 of them, or what was written if it has no such form
     * @param mended whether zeros that a spreadsheet lost were put back
     */
    record Read(String digits, boolean mended) {}

    static Read read(Value value) {
        String digits = value.words().replaceAll("[\\s.\\-']", "");
        // a number loses its first zeros; every province code has one, the first nine have two
        if (value instanceof Value.Numeric && digits.matches("\\d{10,11}")) {
            return new Read("0".repeat(LENGTH - digits.length()) + digits, true);
        }
        return new Read(digits, false);
    }

    /** What is wrong with it, in Vietnamese, without the number; empty if its form is right. */
    static Optional<String> fault(String digits) {
        if (!digits.matches("\\d+")) {
            return Optional.of("Số CCCD chỉ gồm chữ số. Hãy nhập lại đủ 12 chữ số.");
        }
        if (digits.length() == 9) {
            return Optional.of("Đây là số chứng minh nhân dân cũ (9 số). Hãy nhập số CCCD gồm 12 chữ số.");
        }
        if (digits.length() != LENGTH) {
            return Optional.of("Số CCCD có " + digits.length()
                    + " chữ số, phải có 12. Hãy định dạng cột là Văn bản (Text) rồi nhập lại.");
        }
        int province = Integer.parseInt(digits.substring(0, 3));
        if (province < 1 || province > LAST_PROVINCE) {
            return Optional.of("Ba chữ số đầu của số CCCD không phải mã tỉnh. Hãy kiểm tra lại số.");
        }
        return Optional.empty();
    }

    /** What the number says otherwise than the row; a hint only, for numbers of old records differ. */
    static Optional<String> doubt(String digits, @Nullable LocalDate birth, @Nullable Gender gender) {
        int century = digits.charAt(3) - '0';
        if (gender != null && (gender == Gender.MALE) != (century % 2 == 0)) {
            return Optional.of("Giới tính không khớp với số CCCD. Hãy kiểm tra lại.");
        }
        if (birth != null
                && (birth.getYear() % 100 != Integer.parseInt(digits.substring(4, 6))
                        || birth.getYear() / 100 != 19 + century / 2)) {
            return Optional.of("Năm sinh không khớp với số CCCD. Hãy kiểm tra lại.");
        }
        return Optional.empty();
    }
}
