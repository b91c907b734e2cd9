package vn.thidua.plan.reader.structure;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.reader.source.Passage;

/** Titles of those who sign, in the capital letters of a signature. */
public final class Positions {
    private static final String TITLES =
            "CHỦ TỊCH|TỔNG GIÁM ĐỐC|GIÁM ĐỐC|TRƯỞNG PHÒNG|TRƯỞNG BAN|HIỆU TRƯỞNG|BÍ THƯ|CHÁNH VĂN PHÒNG|CHÁNH THANH TRA|CỤC TRƯỞNG|CỤM TRƯỞNG|KHỐI TRƯỞNG"
                    + "|TRƯỞNG CỤM|TRƯỞNG KHỐI|THỦ TRƯỞNG|CHỦ NHIỆM|BỘ TRƯỞNG|VIỆN TRƯỞNG|CHÁNH ÁN|ĐỘI TRƯỞNG|CHỈ HUY TRƯỞNG|TRƯỞNG CÔNG AN"
                    + "|TỔNG BIÊN TẬP|ỦY VIÊN|UỶ VIÊN|TRƯỞNG ĐOÀN|TRƯỞNG TRẠM|TRƯỞNG KHOA|TRƯỞNG CHI CỤC|TỔNG THƯ KÝ|THƯ KÝ|TỔ TRƯỞNG|TRƯỞNG THÔN|TRƯỞNG BẢN|TRƯỞNG TIỂU BAN|CHÍNH TRỊ VIÊN|CHÁNH";

    private static final Pattern POSITION =
            Pattern.compile("(?<!\\p{L})(?:CHI (?=CỤC))?(?:(?:Q\\.|QUYỀN|Q)\\s*)?(?:PHÓ\\s+|P\\.\\s?)?(?:" + TITLES
                    + ")(?:\\s+(?:THƯỜNG TRỰC|THƯỜNG VỤ))?(?![\\p{L}])");

    private static final Pattern ON_BEHALF = Pattern.compile("(?:T[./]?M|K[./]?T|T[./]?L|T[./]?U[./]?Q)\\s?[.:/]?\\s*");

    private Positions() {}

    /** Whether the line is a position and nothing else. */
    static boolean isPosition(Passage words) {
        Matcher matcher = POSITION.matcher(words);
        return words.length() < 60 && matcher.lookingAt();
    }

    /** The position a signature line says, without "TM." and "KT." and those they stand for; null when there is none. */
    public static @Nullable Passage position(Passage words) {
        Matcher matcher = POSITION.matcher(words);
        Passage found = null;
        int at = 0;
        while (matcher.find(at)) {
            String before = words.sub(0, matcher.start()).toString().stripTrailing();
            Matcher behalf = ON_BEHALF.matcher(before + " ");
            boolean standsFor = false;
            while (behalf.find()) {
                standsFor = behalf.end() >= before.length();
            }
            if (!standsFor) {
                found = words.sub(matcher.start(), lineEnd(words, matcher.end()));
                at = words.length() + 1;
                break;
            }
            at = matcher.end();
        }
        return found == null || found.isEmpty() ? null : found.strip();
    }

    /** "CHỦ TỊCH HỘI ĐỒNG", "TRƯỞNG PHÒNG NỘI VỤ": the capital letters behind the title belong to it. */
    private static int lineEnd(Passage words, int from) {
        int end = from;
        int wordStart = from;
        for (int i = from; i < words.length(); i++) {
            char c = words.charAt(i);
            if (Character.isLowerCase(c) || c == '(') {
                return Math.min(end, wordStart);
            }
            if (Character.isLetter(c)) {
                wordStart = Character.isLetter(words.charAt(i - 1)) ? wordStart : i;
                end = i + 1;
            }
        }
        return end;
    }
}
