package vn.thidua.organization.sheet.read;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
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
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import vn.thidua.organization.sheet.SheetRefusal;
import vn.thidua.organization.sheet.SheetRefusedException;

/**
 * The parts of a workbook, found by the directory at its end, inflated as they are read and never kept. Only what is
 * asked for is inflated. (The stream reader of the JDK cannot read what POI writes row by row.)
 */
final class Archive {
    /** One part; a list of 50 000 rows with 15 columns inflates to some 40 MB. */
    private static final long MAX_PART = 128L << 20;
    /** All that is inflated while the file is read, a part that is read twice counted twice. */
    private static final long MAX_WORK = 384L << 20;
    /** Sheets shrink to a tenth, long even ones to a hundredth; what shrinks further was made to. */
    private static final long MAX_RATIO = 400;

    private static final long RATIO_COUNTS_FROM = 30L << 20;
    /** Most bytes without the end of a tag: a parser holds a whole tag in memory. */
    private static final int MAX_TAG = 1 << 20;

    private static final int MAX_PARTS = 5_000;
    private static final int END = 0x06054b50;
    private static final int DIRECTORY = 0x02014b50;
    private static final int LOCAL = 0x04034b50;
    private static final long IN_EXTRA = 0xffff_ffffL;

    private record Entry(int method, boolean encrypted, long packed, long size, long offset) {}

    private final byte[] bytes;
    private final ByteBuffer buffer;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private long work;

    private Archive(byte[] bytes) {
        this.bytes = bytes;
        this.buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** @throws SheetRefusedException if there is no directory or it points outside of the file */
    static Archive of(byte[] bytes) {
        Archive archive = new Archive(bytes);
        try {
            archive.readDirectory();
        } catch (IndexOutOfBoundsException | ArithmeticException e) {
            throw new SheetRefusedException(SheetRefusal.DAMAGED);
        }
        return archive;
    }

    private void readDirectory() {
        int end = bytes.length - 22;
        while (end >= 0 && buffer.getInt(end) != END) {
            end--;
            if (end < bytes.length - 22 - 0xffff) {
                break;
            }
        }
        int count = buffer.getShort(end + 10) & 0xffff;
        long size = buffer.getInt(end + 12) & IN_EXTRA;
        long at = buffer.getInt(end + 16) & IN_EXTRA;
        if (buffer.getInt(end) != END || count > MAX_PARTS) {
            throw new SheetRefusedException(SheetRefusal.DAMAGED);
        }
        int position = Math.toIntExact(at == IN_EXTRA || at + size > end ? end - size : at);
        for (int i = 0; i < count; i++) {
            position = readEntry(position);
        }
        if (entries.isEmpty()) {
            throw new SheetRefusedException(SheetRefusal.DAMAGED);
        }
    }

    private int readEntry(int at) {
        if (buffer.getInt(at) != DIRECTORY) {
            throw new SheetRefusedException(SheetRefusal.DAMAGED);
        }
        int nameLength = buffer.getShort(at + 28) & 0xffff;
        int extraLength = buffer.getShort(at + 30) & 0xffff;
        int commentLength = buffer.getShort(at + 32) & 0xffff;
        String name = new String(bytes, at + 46, nameLength, StandardCharsets.UTF_8).replace('\\', '/');
        long packed = buffer.getInt(at + 20) & IN_EXTRA;
        long size = buffer.getInt(at + 24) & IN_EXTRA;
        long offset = buffer.getInt(at + 42) & IN_EXTRA;
        int field = at + 46 + nameLength + 4;
        // the wide fields stand in this order, each only if it is needed
        if (size == IN_EXTRA) {
            size = buffer.getLong(field);
            field += 8;
        }
        if (packed == IN_EXTRA) {
            packed = buffer.getLong(field);
            field += 8;
        }
        if (offset == IN_EXTRA) {
            offset = buffer.getLong(field);
        }
        entries.putIfAbsent(
                name.startsWith("/") ? name.substring(1) : name,
                new Entry(buffer.getShort(at + 10) & 0xffff, (buffer.getShort(at + 8) & 1) != 0, packed, size, offset));
        return at + 46 + nameLength + extraLength + commentLength;
    }

    Set<String> names() {
        return entries.keySet();
    }

    /** The name as it is written in the archive; the package standard compares names without case. */
    Optional<String> find(String name) {
        if (entries.containsKey(name)) {
            return Optional.of(name);
        }
        String wanted = name.toLowerCase(Locale.ROOT);
        return entries.keySet().stream()
                .filter(each -> each.toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst();
    }

    /** @throws SheetRefusedException if there is no such part, it is encrypted or claims to be too large */
    InputStream open(String name) {
        Entry entry = find(name).map(entries::get).orElse(null);
        if (entry == null) {
            throw new SheetRefusedException(SheetRefusal.DAMAGED);
        }
        if (entry.encrypted()) {
            throw new SheetRefusedException(SheetRefusal.ENCRYPTED_OR_OLD);
        }
        // an honest bomb says how large it is; one that lies is found out while it is read
        measure(entry.size(), entry);
        try {
            int at = Math.toIntExact(entry.offset());
            if (buffer.getInt(at) != LOCAL) {
                throw new SheetRefusedException(SheetRefusal.DAMAGED);
            }
            int start = at + 30 + (buffer.getShort(at + 26) & 0xffff) + (buffer.getShort(at + 28) & 0xffff);
            int length = Math.toIntExact(entry.packed());
            if (length < 0 || start > bytes.length - length) {
                throw new SheetRefusedException(SheetRefusal.DAMAGED);
            }
            InputStream packed = new ByteArrayInputStream(bytes, start, length);
            return switch (entry.method()) {
                case 0 -> new Part(packed, entry);
                case 8 -> new Part(new OwnInflater(packed), entry);
                default -> throw new SheetRefusedException(SheetRefusal.DAMAGED);
            };
        } catch (ArithmeticException | IndexOutOfBoundsException e) {
            throw new SheetRefusedException(SheetRefusal.DAMAGED);
        }
    }

    private static void measure(long size, Entry entry) {
        if (size < 0 || size > MAX_PART || size > RATIO_COUNTS_FROM && size > MAX_RATIO * entry.packed()) {
            throw new SheetRefusedException(SheetRefusal.INFLATES_TOO_MUCH);
        }
    }

    /** Ends its inflater when it is closed: the JDK's stream does so only for one it made itself. */
    private static final class OwnInflater extends InflaterInputStream {
        OwnInflater(InputStream packed) {
            super(packed, new Inflater(true), 1 << 13);
        }

        @Override
        public void close() throws IOException {
            inf.end();
            super.close();
        }
    }

    private final class Part extends FilterInputStream {
        private final Entry entry;
        private long size;
        private long sinceTagEnd;

        Part(InputStream in, Entry entry) {
            super(in);
            this.entry = entry;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = super.read(target, offset, length);
            if (count <= 0) {
                return count;
            }
            size += count;
            work += count;
            measure(size, entry);
            int last = offset + count - 1;
            while (last >= offset && target[last] != '>') {
                last--;
            }
            sinceTagEnd = last < offset ? sinceTagEnd + count : offset + count - 1 - last;
            if (sinceTagEnd > MAX_TAG || work > MAX_WORK) {
                throw new SheetRefusedException(SheetRefusal.INFLATES_TOO_MUCH);
            }
            return count;
        }
    }
}
