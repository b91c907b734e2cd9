package vn.thidua.plan.reader.fields;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.reader.grammar.Fold;
import vn.thidua.plan.reader.grammar.UnitPhrases;
import vn.thidua.plan.reader.source.Passage;

/** Labelled parts of a task: "Nội dung: ...; Chủ trì: ...; Phối hợp: ...; Thời gian: ...". */
final class Labels {
    private static final Pattern LABEL = Pattern.compile(
            "(?:^|[.;(\\n,+]\\s*|[-–]\\s+)[-–+*•]?\\s*((?:đơn vị|cơ quan|bộ phận|người|cá nhân|thời gian|thời hạn|tiến độ|nội dung|tên|các)?\\s*(?:chủ trì|chỉ đạo|phối hợp|thực hiện|phụ trách|tham mưu|chịu trách nhiệm(?: chính)?|hoàn thành|thời gian|thời hạn|tiến độ|hạn|nội dung|công việc|nhiệm vụ|sản phẩm|kết quả|ghi chú|địa điểm|kinh phí|thành phần|đầu mối|triển khai)(?: thực hiện| hoàn thành| công việc| triển khai| tổ chức| chính| tham mưu| đầu ra| phối hợp)?)\\s*:\\s*");

    enum Kind {
        CONTENT,
        LEAD,
        EXECUTOR,
        COORDINATOR,
        TIME,
        OTHER
    }

    record Part(Kind kind, Passage value) {}

    private Labels() {}

    /** What stands before the first label, then each labelled part. */
    record Labelled(Passage before, List<Part> parts) {
        @Nullable
        Passage value(Kind kind) {
            for (Part part : parts) {
                if (part.kind() == kind && !part.value().isEmpty()) {
                    return part.value();
                }
            }
            return null;
        }

        List<Passage> units(Kind kind) {
            List<Passage> units = new ArrayList<>();
            for (Part part : parts) {
                if (part.kind() == kind) {
                    units.addAll(UnitPhrases.split(part.value()));
                }
            }
            return units;
        }
    }

    static Labelled of(Passage text) {
        String lower = Fold.lower(text);
        Matcher matcher = LABEL.matcher(lower);
        List<Part> parts = new ArrayList<>();
        Kind open = null;
        int from = 0;
        Passage before = text;
        while (matcher.find()) {
            Passage value = UnitPhrases.trimmed(text.sub(from, matcher.start()));
            if (open == null) {
                before = text.sub(0, matcher.start()).strip();
            } else {
                parts.add(new Part(open, value));
            }
            open = kind(matcher.group(1));
            from = matcher.end();
        }
        if (open != null) {
            parts.add(new Part(open, UnitPhrases.trimmed(text.from(from))));
        }
        return new Labelled(before, parts);
    }

    private static Kind kind(String label) {
        if (label.contains("phối hợp")) {
            return Kind.COORDINATOR;
        }
        if (label.contains("thời")
                || label.contains("tiến độ")
                || label.contains("hạn")
                || label.contains("hoàn thành")) {
            return Kind.TIME;
        }
        if (label.contains("chủ trì")
                || label.contains("chỉ đạo")
                || label.contains("đầu mối")
                || label.contains("chính")) {
            return Kind.LEAD;
        }
        if (label.contains("nội dung") || label.contains("công việc") || label.contains("nhiệm vụ")) {
            return Kind.CONTENT;
        }
        if (label.contains("thực hiện")
                || label.contains("phụ trách")
                || label.contains("tham mưu")
                || label.contains("trách nhiệm")
                || label.contains("triển khai")) {
            return Kind.EXECUTOR;
        }
        return Kind.OTHER;
    }
}
