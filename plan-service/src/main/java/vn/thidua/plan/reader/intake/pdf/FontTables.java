package vn.thidua.plan.reader.intake.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDResources;

/**
 * Tables that say which letters a font's codes are. A damaged one may claim millions of codes, and would be built in memory
 * before anything looks at it: such a table is left out, and the font is read without.
 */
final class FontTables {

    /** Far above any font, which has at most 65 536 letters. */
    private static final long MOST = 200_000;

    private static final int LARGEST = 4_000_000;
    private static final Pattern SECTION = Pattern.compile("beginbfrange(.*?)(?:endbfrange|\\z)", Pattern.DOTALL);
    private static final Pattern RANGE = Pattern.compile("<([0-9A-Fa-f]{1,8})>\\s*<([0-9A-Fa-f]{1,8})>\\s*[<\\[]");

    private final Set<COSDictionary> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    /** Before the font of this name is used. */
    void bound(PDResources resources, COSName name) throws IOException {
        COSDictionary fonts = resources.getCOSObject().getCOSDictionary(COSName.FONT);
        COSDictionary font = fonts == null ? null : fonts.getCOSDictionary(name);
        if (font == null || !seen.add(font)) {
            return;
        }
        if (font.getDictionaryObject(COSName.TO_UNICODE) instanceof COSStream table && claimed(table) > MOST) {
            font.removeItem(COSName.TO_UNICODE);
        }
    }

    private static long claimed(COSStream table) throws IOException {
        String text;
        try (InputStream in = table.createInputStream()) {
            text = new String(in.readNBytes(LARGEST), StandardCharsets.ISO_8859_1);
        }
        long codes = 0;
        Matcher section = SECTION.matcher(text);
        while (section.find()) {
            Matcher range = RANGE.matcher(section.group(1));
            while (range.find()) {
                codes += Math.max(0, Long.parseLong(range.group(2), 16) - Long.parseLong(range.group(1), 16));
            }
        }
        return codes;
    }
}
