package vn.thidua.plan.reader.intake.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import vn.thidua.plan.reader.intake.Budget;
import vn.thidua.plan.reader.intake.RefusalReason;
import vn.thidua.plan.reader.intake.RefusedException;

/**
 * Unpacks every stream of a file once and throws the result away, only to see how large it becomes.
 *
 * <p>PDFBox decodes a stream as a whole into memory: a few kilobytes that inflate to gigabytes would end the process
 * before any limit of ours is asked. The file is looked at as bytes, because object streams are decoded while the file
 * is still being parsed.
 */
final class StreamGuard {
    /** Most bytes of one stream; the text of a page has some ten kilobytes, a large font a few megabytes. */
    static final long STREAM_LIMIT = 64L << 20;
    /** Pictures are never decoded here, so that theirs may be larger: A4 at 600 dpi in colour has 104 MB. */
    static final long PICTURE_LIMIT = 512L << 20;
    /** All streams together: bounds the work of this class. */
    static final long TOTAL_LIMIT = 1536L << 20;

    private static final byte[] KEYWORD = "stream".getBytes(StandardCharsets.US_ASCII);
    private static final int DICTIONARY = 4096;
    private static final Pattern FILTER = Pattern.compile("/(?:Filter|F)\\s*(?:\\[([^\\]]*)]|(/[A-Za-z0-9]+))");
    private static final Pattern NAME = Pattern.compile("/([A-Za-z0-9]+)");
    private static final Pattern PICTURE = Pattern.compile("/Subtype\\s*/Image\\b");

    private final Budget budget;
    private final byte[] sink = new byte[1 << 16];
    private long total;

    StreamGuard(Budget budget) {
        this.budget = budget;
    }

    /** @throws RefusedException with {@link RefusalReason#INFLATES_TOO_MUCH} */
    void check(byte[] file) {
        int scannedTo = 0;
        int checked = 0;
        for (int i = 0; i + KEYWORD.length < file.length; i++) {
            if ((i & 0xfffff) == 0) {
                budget.check();
            }
            if (file[i] != 's' || !isKeyword(file, i)) {
                continue;
            }
            int data = i + KEYWORD.length;
            if (data < file.length && file[data] == '\r') {
                data++;
            }
            if (data < file.length && file[data] == '\n') {
                data++;
            }
            if ((checked++ & 0xff) == 0) {
                budget.check();
            }
            // looking back ends where the last look ended: the whole scan stays linear
            int from = Math.max(scannedTo, i - DICTIONARY);
            String dictionary = new String(file, from, i - from, StandardCharsets.ISO_8859_1);
            int object = dictionary.lastIndexOf(" obj");
            if (object >= 0) {
                dictionary = dictionary.substring(object);
            }
            measure(dictionary, file, data);
            scannedTo = i;
        }
    }

    private static boolean isKeyword(byte[] file, int at) {
        for (int k = 1; k < KEYWORD.length; k++) {
            if (file[at + k] != KEYWORD[k]) {
                return false;
            }
        }
        return at == 0 || file[at - 1] != 'd';
    }

    private void measure(String dictionary, byte[] file, int data) {
        Matcher filter = FILTER.matcher(dictionary);
        List<String> filters;
        if (filter.find()) {
            String names = filter.group(1) != null ? filter.group(1) : filter.group(2);
            filters = NAME.matcher(names).results().map(found -> found.group(1)).toList();
        } else if (data + 1 < file.length && (file[data] & 0x0f) == 8 && header(file, data) % 31 == 0) {
            // the filter is named in another object, but the data has the head of zlib
            filters = List.of("FlateDecode");
        } else {
            return;
        }
        long limit = PICTURE.matcher(dictionary).find() ? PICTURE_LIMIT : STREAM_LIMIT;
        measure(filters, new ByteArrayInputStream(file, data, file.length - data), limit);
    }

    private static int header(byte[] file, int at) {
        return (file[at] & 0xff) << 8 | file[at + 1] & 0xff;
    }

    /** The same for a stream that PDFBox has parsed (and decrypted) already. */
    void measure(COSStream stream) throws IOException {
        List<String> filters = new ArrayList<>();
        switch (stream.getFilters()) {
            case COSName name -> filters.add(name.getName());
            case COSArray names -> names.forEach(name -> filters.add(name instanceof COSName one ? one.getName() : ""));
            case null, default -> {
                return;
            }
        }
        boolean picture = COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE));
        try (InputStream raw = stream.createRawInputStream()) {
            measure(filters, raw, picture ? PICTURE_LIMIT : STREAM_LIMIT);
        }
    }

    /** The same for one stream whose filters are known. */
    private void measure(List<String> filters, InputStream packed, long limit) {
        InputStream unpacked = packed;
        boolean any = false;
        for (String name : filters) {
            InputStream next = Unpacking.of(name, unpacked);
            if (next == unpacked) {
                break;
            }
            unpacked = next;
            any = true;
        }
        if (!any) {
            return;
        }
        long size = 0;
        try {
            for (int n = unpacked.read(sink); n >= 0; n = unpacked.read(sink)) {
                size += n;
                total += n;
                if (size > limit || total > TOTAL_LIMIT) {
                    throw new RefusedException(RefusalReason.INFLATES_TOO_MUCH);
                }
                budget.check();
            }
        } catch (IOException e) {
            // what is no stream after all, or a damaged one, ends here: it became no larger
        }
    }
}
