package vn.thidua.platform.web.command;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.thidua.platform.web.problem.ProblemException;

/** The version the caller has seen: one strong tag, {@code "7"}, or {@code *} for whichever. */
final class IfMatch {

    private static final Pattern TAG = Pattern.compile("\"(\\d{1,18})\"");

    private IfMatch() {}

    static @Nullable Long parse(@Nullable String header) {
        if (header == null || header.strip().equals("*")) {
            return null;
        }
        Matcher tag = TAG.matcher(header.strip());
        if (!tag.matches()) {
            throw ProblemException.malformed(
                    "If-Match",
                    "Phải là ETag nhận được khi đọc, ví dụ \"7\", hoặc *.",
                    "It must be the ETag that came with the resource, as \"7\", or *.");
        }
        return Long.valueOf(tag.group(1));
    }
}
