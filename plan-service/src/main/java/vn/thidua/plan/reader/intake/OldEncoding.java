package vn.thidua.plan.reader.intake;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;

/**
 * How Vietnamese was written before Unicode. Text in these encodings turns up as Western letters, because it was typed
 * with fonts that show other letters than the codes mean ("C«ng t¸c", "Coâng taùc").
 */
public enum OldEncoding {
    /** TCVN 5712:1993, the second half of its table VN3; fonts .VnTime, .VnArial and so on. */
    TCVN3 {
        @Override
        public String toUnicode(String text) {
            return mapped(text, '\u00a1', TCVN3_LETTERS);
        }
    },
    /** VNI Windows: a letter, then a second one that stands for its marks; fonts VNI-Times and so on. */
    VNI {
        @Override
        public String toUnicode(String text) {
            StringBuilder out = new StringBuilder(text.length());
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                int single = VNI_SINGLE.indexOf(c);
                char base = single < 0 ? c : VNI_SINGLE_LETTERS.charAt(single);
                out.append(base);
                if (i + 1 < text.length()) {
                    String marks = vniMarks(base, text.charAt(i + 1));
                    out.append(marks);
                    i += marks.isEmpty() ? 0 : 1;
                }
            }
            return Normalizer.normalize(out, Normalizer.Form.NFC);
        }
    },
    /** Windows 1258: like Western letters, the tones as marks of their own. */
    WINDOWS_1258 {
        @Override
        public String toUnicode(String text) {
            StringBuilder out = new StringBuilder(text.length());
            text.chars().forEach(c -> {
                int at = CP1258.indexOf(c);
                out.append(at < 0 ? (char) c : CP1258_LETTERS.charAt(at));
            });
            return Normalizer.normalize(out, Normalizer.Form.NFC);
        }
    },
    /** RFC 1456; takes the bytes as ISO 8859-1. */
    VISCII {
        @Override
        public String toUnicode(String text) {
            StringBuilder out = new StringBuilder(text.length());
            text.chars().forEach(c -> {
                int low = VISCII_LOW.indexOf(c);
                out.append(low >= 0 ? VISCII_LOW_LETTERS.charAt(low) : (char) c);
            });
            return mapped(out.toString(), '\u0080', VISCII_LETTERS);
        }
    },
    /** UTF-8 whose bytes were once taken for Western letters ("Káº¿ hoáº¡ch"). */
    UTF8_TWICE {
        @Override
        public String toUnicode(String text) {
            StringBuilder out = new StringBuilder(text.length());
            text.lines().forEach(line -> out.append(out.isEmpty() ? "" : "\n").append(unfolded(line)));
            return out.toString();
        }
    };

    /** From 0xA1 on; a question mark where VN3 has no letter. */
    private static final String TCVN3_LETTERS =
            "ĂÂÊÔƠƯĐăâêôơưđ??????àảãáạ?ằẳẵắ???????ặầẩẫấậè?ẻẽéẹềểễếệìỉ???ĩíịò?ỏõóọồổỗốộờởỡớợù?ủũúụừửữứựỳỷỹýỵ";
    /** From 0x80 on. */
    private static final String VISCII_LETTERS = "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ"
            + "ÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯ"
            + "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡư"
            + "àáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ";

    private static final String VISCII_LOW = "\u0002\u0005\u0006\u0014\u0019\u001e";
    private static final String VISCII_LOW_LETTERS = "ẲẴẪỶỸỴ";
    private static final String CP1258 = "ÃÌÐÒÕÝÞãìðòõýþ";
    private static final String CP1258_LETTERS = "Ă\u0300Đ\u0309ƠƯ\u0303ă\u0301đ\u0323ơư₫";
    private static final String VNI_SINGLE = "ôöñæóòîÔÖÑÆÓÒÎ";
    private static final String VNI_SINGLE_LETTERS = "ơưđỉĩịỵƠƯĐỈĨỊỴ";
    /** Grave, acute, hook, tilde, dot: the order of the next three tables. */
    private static final String TONES = "\u0300\u0301\u0309\u0303\u0323";

    private static final String VNI_TONE = "øùûõï";
    private static final String VNI_CIRCUMFLEX = "àáåãäâ";
    private static final String VNI_BREVE = "èéúüëê";

    /** @param text as it looks when its codes are taken for Western letters */
    public abstract String toUnicode(String text);

    /** Capitals as a capital font or "all caps" shows them. */
    public static String upperCase(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    private static String mapped(String text, char first, String letters) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int at = c - first;
            char letter = at >= 0 && at < letters.length() ? letters.charAt(at) : '?';
            out.append(letter == '?' ? c : letter);
        }
        return out.toString();
    }

    /** The marks that {@code c} puts on {@code base}, empty when it is a letter of its own. */
    private static String vniMarks(char base, char c) {
        char small = Character.toLowerCase(base);
        char mark = Character.toLowerCase(c);
        int tone = VNI_TONE.indexOf(mark);
        if (tone >= 0 && "aeouyơư".indexOf(small) >= 0) {
            return TONES.substring(tone, tone + 1);
        }
        int circumflex = VNI_CIRCUMFLEX.indexOf(mark);
        if (circumflex >= 0 && "aeo".indexOf(small) >= 0) {
            return "\u0302" + (circumflex < 5 ? TONES.charAt(circumflex) : "");
        }
        int breve = VNI_BREVE.indexOf(mark);
        if (breve >= 0 && small == 'a') {
            return "\u0306" + (breve < 5 ? TONES.charAt(breve) : "");
        }
        return "";
    }

    private static String unfolded(String line) {
        try {
            Charset western = Charset.forName("windows-1252");
            byte[] bytes = new byte[line.length()];
            for (int i = 0; i < bytes.length; i++) {
                char c = line.charAt(i);
                if (c < 0x100) {
                    bytes[i] = (byte) c;
                } else {
                    ByteBuffer one = western.newEncoder().encode(CharBuffer.wrap(new char[] {c}));
                    bytes[i] = one.get();
                }
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return line;
        }
    }
}
