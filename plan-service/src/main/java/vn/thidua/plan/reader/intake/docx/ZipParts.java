package vn.thidua.plan.reader.intake.docx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import vn.thidua.plan.reader.intake.Budget;
import vn.thidua.plan.reader.intake.RefusalReason;
import vn.thidua.plan.reader.intake.RefusedException;

/**
 * The parts of a zip archive held in memory, found by its directory. Only what is asked for is inflated, so a part that
 * nobody reads cannot cost anything however large it claims to be; nothing is ever written to disk.
 */
public final class ZipParts {
    /** Inflated bytes of all parts read together. */
    static final long MAX_INFLATED = 100L << 20;
    /** Word XML shrinks to a tenth, a long table to a hundredth; what shrinks further was made to. */
    private static final long MAX_RATIO = 250;

    private static final long RATIO_COUNTS_FROM = 10L << 20;
    /** Real documents have some dozen entries, one per picture and a few more. */
    private static final int MAX_ENTRIES = 10_000;
    /** Most bytes without the end of a tag: the parser holds a whole tag, and its attributes, in memory. */
    private static final int MAX_TAG = 8 << 20;

    private static final int END = 0x06054b50;
    private static final int DIRECTORY = 0x02014b50;
    private static final int LOCAL = 0x04034b50;
    private static final long IN_EXTRA = 0xffff_ffffL;

    private record Entry(int method, boolean encrypted, long crc, long packed, long size, long offset) {}

    private final byte[] bytes;
    private final ByteBuffer buffer;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private long inflated;

    private ZipParts(byte[] bytes) {
        this.bytes = bytes;
        this.buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** @throws RefusedException when there is no directory or it points outside of the file */
    public static ZipParts of(byte[] bytes) {
        ZipParts parts = new ZipParts(bytes);
        try {
            parts.readDirectory();
        } catch (IndexOutOfBoundsException e) {
            throw new RefusedException(RefusalReason.DAMAGED);
        }
        return parts;
    }

    public Set<String> names() {
        return entries.keySet();
    }

    /** Part names are compared without regard to case, as the package standard wants it. */
    public Optional<String> find(String name) {
        if (entries.containsKey(name)) {
            return Optional.of(name);
        }
        String wanted = name.toLowerCase(Locale.ROOT);
        return entries.keySet().stream()
                .filter(each -> each.toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst();
    }

    private void readDirectory() {
        int end = endRecord();
        int count = buffer.getShort(end + 10) & 0xffff;
        long at = buffer.getInt(end + 16) & IN_EXTRA;
        long size = buffer.getInt(end + 12) & IN_EXTRA;
        if (at == IN_EXTRA || at + size > end) {
            // something stands before the archive, or the fields are in the 64 bit record: the directory ends here
            at = end - size;
        }
        if (count > MAX_ENTRIES) {
            throw new RefusedException(RefusalReason.INFLATES_TOO_MUCH);
        }
        int position = Math.toIntExact(Math.max(0, at));
        for (int i = 0; i < count; i++) {
            position = readEntry(position);
        }
        if (entries.isEmpty()) {
            throw new RefusedException(RefusalReason.DAMAGED);
        }
    }

    private int endRecord() {
        int lowest = Math.max(0, bytes.length - 22 - 0xffff);
        for (int i = bytes.length - 22; i >= lowest; i--) {
            if (buffer.getInt(i) == END) {
                return i;
            }
        }
        throw new RefusedException(RefusalReason.DAMAGED);
    }

    private int readEntry(int at) {
        if (buffer.getInt(at) != DIRECTORY) {
            throw new RefusedException(RefusalReason.DAMAGED);
        }
        int nameLength = buffer.getShort(at + 28) & 0xffff;
        int extraLength = buffer.getShort(at + 30) & 0xffff;
        int commentLength = buffer.getShort(at + 32) & 0xffff;
        String name = new String(bytes, at + 46, nameLength, StandardCharsets.UTF_8).replace('\\', '/');
        long packed = buffer.getInt(at + 20) & IN_EXTRA;
        long offset = buffer.getInt(at + 42) & IN_EXTRA;
        if (packed == IN_EXTRA || offset == IN_EXTRA) {
            boolean sizeToo = (buffer.getInt(at + 24) & IN_EXTRA) == IN_EXTRA;
            int extra = wide(at + 46 + nameLength, extraLength);
            if (extra >= 0) {
                int field = extra + (sizeToo ? 8 : 0);
                if (packed == IN_EXTRA) {
                    packed = buffer.getLong(field);
                    field += 8;
                }
                if (offset == IN_EXTRA) {
                    offset = buffer.getLong(field);
                }
            }
        }
        entries.putIfAbsent(
                name.startsWith("/") ? name.substring(1) : name,
                new Entry(
                        buffer.getShort(at + 10) & 0xffff,
                        (buffer.getShort(at + 8) & 1) != 0,
                        buffer.getInt(at + 16) & IN_EXTRA,
                        packed,
                        buffer.getInt(at + 24) & IN_EXTRA,
                        offset));
        return at + 46 + nameLength + extraLength + commentLength;
    }

    /** Where the 64 bit fields of an entry begin, or -1. */
    private int wide(int from, int length) {
        int at = from;
        while (at + 4 <= from + length) {
            int size = buffer.getShort(at + 2) & 0xffff;
            if (buffer.getShort(at) == 1) {
                return at + 4;
            }
            at += 4 + size;
        }
        return -1;
    }

    /** @throws RefusedException when there is no such part, it is encrypted, or packed in an unknown way */
    public InputStream open(String name, Budget budget) {
        Entry entry = entries.get(name);
        if (entry == null) {
            throw new RefusedException(RefusalReason.DAMAGED);
        }
        if (entry.encrypted()) {
            throw new RefusedException(RefusalReason.ENCRYPTED);
        }
        // an honest bomb says how large it is; one that lies is found out while it is read
        measure(entry.size(), entry);
        try {
            int at = Math.toIntExact(entry.offset());
            if (buffer.getInt(at) != LOCAL) {
                throw new RefusedException(RefusalReason.DAMAGED);
            }
            int start = at + 30 + (buffer.getShort(at + 26) & 0xffff) + (buffer.getShort(at + 28) & 0xffff);
            int length = Math.toIntExact(entry.packed());
            if (length < 0 || start > bytes.length - length) {
                throw new RefusedException(RefusalReason.DAMAGED);
            }
            return switch (entry.method()) {
                case 0 -> new Part(entry, budget, stored(start, length));
                case 8 -> new Part(entry, budget, deflated(start, length));
                default -> throw new RefusedException(RefusalReason.DAMAGED);
            };
        } catch (ArithmeticException | IndexOutOfBoundsException e) {
            throw new RefusedException(RefusalReason.DAMAGED);
        }
    }

    private void measure(long size, Entry entry) {
        if (inflated > MAX_INFLATED
                || size > MAX_INFLATED
                || size > RATIO_COUNTS_FROM && size > MAX_RATIO * entry.packed()) {
            throw new RefusedException(RefusalReason.INFLATES_TOO_MUCH);
        }
    }

    private interface Source {
        /** @return how many bytes were put into {@code target}, -1 at the end */
        int read(byte[] target, int offset, int length) throws DataFormatException;

        default void close() {}
    }

    private Source stored(int start, int length) {
        ByteBuffer rest = ByteBuffer.wrap(bytes, start, length);
        IntSupplier left = rest::remaining;
        return (target, offset, wanted) -> {
            int count = Math.min(wanted, left.getAsInt());
            rest.get(target, offset, count);
            return count == 0 ? -1 : count;
        };
    }

    private Source deflated(int start, int length) {
        Inflater inflater = new Inflater(true);
        inflater.setInput(bytes, start, length);
        return new Source() {
            @Override
            public int read(byte[] target, int offset, int wanted) throws DataFormatException {
                int count = inflater.inflate(target, offset, wanted);
                if (count == 0 && !inflater.finished()) {
                    throw new DataFormatException("ends early");
                }
                return count == 0 ? -1 : count;
            }

            @Override
            public void close() {
                inflater.end();
            }
        };
    }

    /** One part while it is read: counts, and refuses what grows beyond all measure. */
    private final class Part extends InputStream {
        private final Entry entry;
        private final Budget budget;
        private final Source source;
        private final CRC32 crc = new CRC32();
        private long size;
        private long sinceTagEnd;

        Part(Entry entry, Budget budget, Source source) {
            this.entry = entry;
            this.budget = budget;
            this.source = source;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            budget.check();
            int count;
            try {
                count = source.read(target, offset, length);
            } catch (DataFormatException e) {
                throw new RefusedException(RefusalReason.DAMAGED);
            }
            if (count < 0) {
                if (crc.getValue() != entry.crc()) {
                    throw new RefusedException(RefusalReason.DAMAGED);
                }
                return -1;
            }
            crc.update(target, offset, count);
            size += count;
            inflated += count;
            measure(size, entry);
            measureTag(target, offset, count);
            return count;
        }

        private void measureTag(byte[] target, int offset, int count) {
            int last = offset + count - 1;
            while (last >= offset && target[last] != '>') {
                last--;
            }
            sinceTagEnd = last < offset ? sinceTagEnd + count : offset + count - 1 - last;
            if (sinceTagEnd > MAX_TAG) {
                throw new RefusedException(RefusalReason.INFLATES_TOO_MUCH);
            }
        }

        @Override
        public void close() {
            source.close();
        }
    }
}
