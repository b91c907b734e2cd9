package vn.thidua.platform.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/** Finds what a file is while its bytes go by; keeps no more of them than the first block. */
final class TypeFinder {

    private static final byte[] PDF = ascii("%PDF-");
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] EMPTY_ZIP = {'P', 'K', 5, 6};
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};

    /** The entry of an office document that says what its parts are. */
    private static final String PARTS = "[Content_Types].xml";

    private static final String WORD = "wordprocessingml.document.main+xml";
    private static final String SHEET = "spreadsheetml.sheet.main+xml";
    private static final int MOST_PARTS_BYTES = 1 << 20;

    /** More than this is not unpacked in search of that entry: a small archive can hold a great deal of nothing. */
    private static final long MOST_UNPACKED = 256L << 20;

    private byte @Nullable [] head;
    private final Utf8 text = new Utf8();

    /** Takes the next bytes; the first call takes at least the first kilobyte, if the file is that long. */
    void take(byte[] block, int length) {
        if (head == null) {
            head = Arrays.copyOf(block, length);
        }
        text.take(block, length);
    }

    /** What it is; {@link FileType#ZIP} if its first block does not tell whether it is an office document. */
    FileType found() {
        byte[] first = head == null ? new byte[0] : head;
        if (begins(first, 0, PNG)) {
            return FileType.PNG;
        }
        if (begins(first, 0, JPEG)) {
            return FileType.JPEG;
        }
        if (begins(first, 0, ZIP)) {
            FileType type = office(new ByteArrayInputStream(first));
            return type == null ? FileType.ZIP : type;
        }
        if (begins(first, 0, EMPTY_ZIP)) {
            return FileType.ZIP;
        }
        if (isPdf(first)) {
            return FileType.PDF;
        }
        return text.isText() ? FileType.TEXT : FileType.OTHER;
    }

    /** Readers take a PDF whose head stands within the first kilobyte, and there are such. */
    private static boolean isPdf(byte[] first) {
        for (int at = 0; at <= Math.min(1024, first.length) - PDF.length; at++) {
            if (begins(first, at, PDF)) {
                return true;
            }
        }
        return false;
    }

    /** Whether an archive is an office document: null if it does not say, or is cut before it does. */
    static @Nullable FileType office(InputStream archive) {
        // not closed: it holds no more than the stream, which is not ours
        try {
            ZipInputStream zip = new ZipInputStream(archive);
            long unpacked = 0;
            byte[] skipped = new byte[1 << 16];
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(PARTS)) {
                    return typeOf(zip.readNBytes(MOST_PARTS_BYTES));
                }
                for (int read = zip.read(skipped); read >= 0; read = zip.read(skipped)) {
                    unpacked += read;
                    if (unpacked > MOST_UNPACKED) {
                        return null;
                    }
                }
            }
            return null;
        } catch (ZipException | java.io.EOFException | IllegalArgumentException e) {
            // a name that is no text, a kind of packing nobody knows, or cut: an archive at best
            return null;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static @Nullable FileType typeOf(byte[] parts) {
        String xml = new String(parts, StandardCharsets.UTF_8);
        return xml.contains(WORD) ? FileType.DOCX : xml.contains(SHEET) ? FileType.XLSX : null;
    }

    private static boolean begins(byte[] bytes, int at, byte[] with) {
        return bytes.length >= at + with.length && Arrays.equals(bytes, at, at + with.length, with, 0, with.length);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
