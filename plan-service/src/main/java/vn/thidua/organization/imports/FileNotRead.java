package vn.thidua.organization.imports;

import java.util.Locale;
import java.util.Optional;
import vn.thidua.organization.sheet.SheetRefusal;
import vn.thidua.platform.values.Rejection;

/**
 * The uploaded file is no list that can be read.
 *
 * @param detail where exactly, in Vietnamese; may be empty
 */
public record FileNotRead(SheetRefusal reason, String detail) implements Rejection {

    @Override
    public Kind kind() {
        return Kind.INVALID;
    }

    @Override
    public String code() {
        return "sheet-" + reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Optional<String> field() {
        return Optional.of("file");
    }

    @Override
    public String vietnamese() {
        return reason.message() + (detail.isEmpty() ? "" : " " + detail) + " " + reason.remedy();
    }

    @Override
    public String english() {
        return reason.english();
    }
}
