package vn.thidua.organization.sheet.read;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import vn.thidua.organization.sheet.SheetRefusal;
import vn.thidua.organization.sheet.SheetRefusedException;

/** Text of a file in one of the forms of Unicode; anything else is refused, never guessed: names would be wrong. */
final class FileText {
    /** Letters that TCVN3 and VNI show where they are taken for Western ones; no Vietnamese word has them. */
    private static final String OLD_LETTERS = "µ¸¹®«¬¶·¼½¾»×ßøïöñûåäëüîæÆËÎÖÇ÷þØÏÑÛÜªÞ";

    private static final String VNI_MARKS = "õâåãäùøûïëúüêÕÂÅÃÄÙØÛÏËÚÜÊ";

    private static final int MANY = 3;
    private static final int LOOKED_AT = 1 << 16;

    private FileText() {}

    /** @throws SheetRefusedException if it is no text, or none in Unicode */
    static String of(byte[] bytes) {
        Charset marked = marked(bytes).orElse(null);
        String text;
        if (marked != null) {
            text = new String(bytes, marked);
            text = text.startsWith("\ufeff") ? text.substring(1) : text;
        } else {
            text = utf8(bytes);
        }
        if (text.isBlank()) {
            throw new SheetRefusedException(SheetRefusal.EMPTY);
        }
        if (isOld(text.substring(0, Math.min(text.length(), LOOKED_AT)))) {
            throw new SheetRefusedException(SheetRefusal.OLD_ENCODING);
        }
        return text;
    }

    private static Optional<Charset> marked(byte[] bytes) {
        if (starts(bytes, 0xef, 0xbb, 0xbf)) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (starts(bytes, 0xff, 0xfe)) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        if (starts(bytes, 0xfe, 0xff)) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        return unmarkedWide(bytes);
    }

    private static boolean starts(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** UTF-16 without a mark: plain letters, digits and delimiters have a zero byte, always on the same side. */
    private static Optional<Charset> unmarkedWide(byte[] bytes) {
        int[] zeros = new int[2];
        int length = Math.min(bytes.length, LOOKED_AT);
        for (int i = 0; i < length; i++) {
            zeros[i & 1] += bytes[i] == 0 ? 1 : 0;
        }
        int high = Math.max(zeros[0], zeros[1]);
        if (length < 4 || high * 5 < length || Math.min(zeros[0], zeros[1]) * 20 > high) {
            return Optional.empty();
        }
        return Optional.of(zeros[1] > zeros[0] ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE);
    }

    private static String utf8(byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new SheetRefusedException(
                    controls(new String(bytes, 0, Math.min(bytes.length, LOOKED_AT), StandardCharsets.ISO_8859_1))
                            ? SheetRefusal.OTHER_FORMAT
                            : SheetRefusal.OLD_ENCODING);
        }
        if (controls(text)) {
            throw new SheetRefusedException(SheetRefusal.OTHER_FORMAT);
        }
        return text;
    }

    private static boolean controls(String text) {
        long odd = text.chars()
                .limit(LOOKED_AT)
                .filter(c -> c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f')
                .count();
        return odd * 50 > Math.min(text.length(), LOOKED_AT);
    }

    /** Plainly words in an encoding older than Unicode; one name of a foreigner is not. */
    static boolean isOld(String text) {
        long old = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x1ea0 && c <= 0x1ef9 || "ăđơưĂĐƠƯ".indexOf(c) >= 0) {
                return false;
            }
            boolean inWord = i > 0 && Character.isLetter(text.charAt(i - 1))
                    || i + 1 < text.length() && Character.isLetter(text.charAt(i + 1));
            // VNI writes the mark as a letter of its own behind the plain one
            boolean behind = i > 0 && "aeouAEOU".indexOf(text.charAt(i - 1)) >= 0 && VNI_MARKS.indexOf(c) >= 0;
            old += behind || inWord && OLD_LETTERS.indexOf(c) >= 0 ? 1 : 0;
        }
        return old >= MANY;
    }
}
