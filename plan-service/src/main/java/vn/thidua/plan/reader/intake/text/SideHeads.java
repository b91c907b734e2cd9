package vn.thidua.plan.reader.intake.text;

import java.util.regex.Pattern;
import vn.thidua.plan.reader.grammar.Fold;
import vn.thidua.plan.reader.source.Passage;

/** What the layout of Decree 30/2020 sets at the left and at the right, in a header and in a closing. */
final class SideHeads {
    private static final Pattern LEFT = Pattern.compile("^(so *:|so +\\d|noi nhan|-|kinh gui|luu)");
    private static final Pattern RIGHT = Pattern.compile(
            "^(cong hoa xa hoi|doc lap ?- ?tu do|tm\\.|kt\\.|tl\\.|tuq\\.|q\\.|chu tich|pho chu tich|giam doc|truong |dang cong san|.{0,40}ngay .{0,6}thang)");

    private SideHeads() {}

    static boolean isLeft(Passage words) {
        return Fold.isUpperCase(words) || LEFT.matcher(Fold.bare(words)).lookingAt();
    }

    static boolean opensHeader(Passage right) {
        return Fold.bare(right).startsWith("cong hoa xa hoi");
    }

    static boolean opensClosing(Passage left) {
        return Fold.bare(left).startsWith("noi nhan");
    }

    static boolean isRight(Passage words) {
        return RIGHT.matcher(Fold.bare(words)).lookingAt();
    }
}
