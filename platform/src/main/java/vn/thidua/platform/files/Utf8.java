package vn.thidua.platform.files;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Whether bytes that go by are a text: UTF-8 without control characters other than tab, line ends and form feed. */
final class Utf8 {

    private static final int LONGEST = 4;

    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final CharBuffer chars = CharBuffer.allocate(8192);
    private byte[] rest = new byte[0];
    private boolean text = true;

    void take(byte[] block, int length) {
        if (!text) {
            return;
        }
        ByteBuffer bytes;
        if (rest.length == 0) {
            bytes = ByteBuffer.wrap(block, 0, length);
        } else {
            bytes = ByteBuffer.allocate(rest.length + length);
            bytes.put(rest).put(block, 0, length).flip();
        }
        decode(bytes);
        rest = new byte[Math.min(LONGEST, bytes.remaining())];
        bytes.get(rest);
    }

    private void decode(ByteBuffer bytes) {
        while (true) {
            CoderResult result = decoder.decode(bytes, chars, false);
            chars.flip();
            while (chars.hasRemaining()) {
                char c = chars.get();
                text &= c >= ' ' && c != 0x7F || c == '\t' || c == '\n' || c == '\r' || c == '\f';
            }
            chars.clear();
            if (result.isError()) {
                text = false;
            }
            if (!result.isOverflow()) {
                return;
            }
        }
    }

    /** Whether all that was taken is one; a character that is cut at the end is not. */
    boolean isText() {
        return text && rest.length == 0;
    }
}
