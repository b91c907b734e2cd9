package vn.thidua.plan.reader.intake.pdf;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.InflaterInputStream;

/** The filters of PDF as streams that never hold more than a buffer, for measuring what PDFBox would hold at once. */
final class Unpacking {
    private Unpacking() {}

    /** What {@code name} makes of {@code packed}; {@code packed} itself for filters of pictures and unknown ones. */
    static InputStream of(String name, InputStream packed) {
        return switch (name) {
            case "FlateDecode", "Fl" -> new InflaterInputStream(packed);
            case "LZWDecode", "LZW" -> new Lzw(new BufferedInputStream(packed));
            case "RunLengthDecode", "RL" -> new RunLength(new BufferedInputStream(packed));
            case "ASCII85Decode", "A85" -> new Ascii85(new BufferedInputStream(packed));
            case "ASCIIHexDecode", "AHx" -> new Hex(new BufferedInputStream(packed));
            default -> packed;
        };
    }

    /** A filter that makes some bytes at a time. */
    private abstract static class Stepwise extends FilterInputStream {
        private byte[] ready = new byte[0];
        private int at;

        Stepwise(InputStream packed) {
            super(packed);
        }

        /** The next bytes; empty at the end. */
        abstract byte[] step() throws IOException;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int done = 0;
            while (done < length) {
                if (at == ready.length) {
                    ready = step();
                    at = 0;
                    if (ready.length == 0) {
                        break;
                    }
                }
                int n = Math.min(length - done, ready.length - at);
                System.arraycopy(ready, at, target, offset + done, n);
                at += n;
                done += n;
            }
            return done == 0 && length > 0 ? -1 : done;
        }
    }

    private static final class Hex extends Stepwise {
        Hex(InputStream packed) {
            super(packed);
        }

        @Override
        byte[] step() throws IOException {
            int high = digit();
            int low = high < 0 ? -1 : digit();
            return high < 0 ? new byte[0] : new byte[] {(byte) (high << 4 | Math.max(0, low))};
        }

        private int digit() throws IOException {
            for (int c = in.read(); c >= 0 && c != '>'; c = in.read()) {
                int value = Character.digit(c, 16);
                if (value >= 0) {
                    return value;
                }
            }
            return -1;
        }
    }

    private static final class Ascii85 extends Stepwise {
        Ascii85(InputStream packed) {
            super(packed);
        }

        @Override
        byte[] step() throws IOException {
            long value = 0;
            int digits = 0;
            while (digits < 5) {
                int c = in.read();
                if (c < 0 || c == '~') {
                    break;
                }
                if (c == 'z' && digits == 0) {
                    return new byte[4];
                }
                if (c >= '!' && c <= 'u') {
                    value = value * 85 + (c - '!');
                    digits++;
                }
            }
            byte[] out = new byte[Math.max(0, digits - 1)];
            for (int pad = digits; pad < 5; pad++) {
                value = value * 85 + 84;
            }
            for (int i = 0; i < out.length; i++) {
                out[i] = (byte) (value >> 24 - 8 * i);
            }
            return out;
        }
    }

    private static final class RunLength extends Stepwise {
        RunLength(InputStream packed) {
            super(packed);
        }

        @Override
        byte[] step() throws IOException {
            int length = in.read();
            if (length < 0 || length == 128) {
                return new byte[0];
            }
            if (length < 128) {
                return in.readNBytes(length + 1);
            }
            byte[] out = new byte[257 - length];
            Arrays.fill(out, (byte) in.read());
            return out;
        }
    }

    /** LZW as in TIFF, with the early change of the code width. */
    private static final class Lzw extends Stepwise {
        private static final int CLEAR = 256;
        private static final int END = 257;
        private final byte[][] table = new byte[4096][];
        private int size = 258;
        private byte[] before = new byte[0];
        private int bits;
        private int held;

        Lzw(InputStream packed) {
            super(packed);
            for (int i = 0; i < 256; i++) {
                table[i] = new byte[] {(byte) i};
            }
        }

        @Override
        byte[] step() throws IOException {
            int code = code();
            while (code == CLEAR) {
                size = 258;
                before = new byte[0];
                code = code();
            }
            if (code < 0 || code == END || code > size || code == size && before.length == 0) {
                return new byte[0];
            }
            byte[] out = code < size ? table[code] : before;
            if (before.length > 0 && size < 4096) {
                byte[] entry = Arrays.copyOf(before, before.length + 1);
                entry[before.length] = out[0];
                table[size++] = entry;
                out = table[code];
            }
            before = out;
            return out;
        }

        private int code() throws IOException {
            int width = size < 511 ? 9 : size < 1023 ? 10 : size < 2047 ? 11 : 12;
            while (held < width) {
                int c = in.read();
                if (c < 0) {
                    return -1;
                }
                bits = bits << 8 | c;
                held += 8;
            }
            held -= width;
            return bits >>> held & (1 << width) - 1;
        }
    }
}
