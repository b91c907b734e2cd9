package vn.thidua.plan.reader.intake.pdf;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.pdmodel.font.PDSimpleFont;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.pdmodel.font.encoding.GlyphList;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;

/** What is asked of a font again and again. */
final class FontFacts {
    private static final Pattern BOLD_NAME = Pattern.compile("bold|black|heavy|demi|,b(?:i|$)|-b(?:i|$)");
    /** Font weight from which letters count as bold. */
    private static final float BOLD_WEIGHT = 600;
    /** What stands for a letter whose meaning the file does not tell. */
    static final String UNKNOWN = "\uFFFD";

    /** Bullets of the fonts Symbol and Wingdings, which Word writes with private letters. */
    private static final Map<String, String> SYMBOLS = Map.of(
            "\uF0B7", "•", "\uF02D", "-", "\uF0A7", "▪", "\uF0FC", "✓", "\uF0D8", "➢", "\uF02B", "+", "\uF020", " ",
            "\uF0A8", "□", "\uF06F", "○");

    private final Map<PDFont, Facts> known = new IdentityHashMap<>();

    private record Facts(boolean bold, double scale, Map<Integer, String> texts) {}

    boolean isBold(PDFont font) {
        return facts(font).bold;
    }

    /** By how much a size of this font differs from that of others: type 3 fonts choose their own unit. */
    double scale(PDFont font) {
        return facts(font).scale;
    }

    String text(PDFont font, int code) {
        return facts(font).texts.computeIfAbsent(code, missing -> look(font, missing));
    }

    private static String look(PDFont font, int code) {
        String text = font.toUnicode(code, GlyphList.getAdobeGlyphList());
        if (text == null && font instanceof PDSimpleFont) {
            text = Character.toString((char) code);
        }
        if (text == null || text.isEmpty()) {
            return UNKNOWN;
        }
        return SYMBOLS.getOrDefault(text, text);
    }

    private Facts facts(PDFont font) {
        Facts facts = known.get(font);
        if (facts == null) {
            if (known.size() > 500) {
                known.clear();
            }
            facts = new Facts(bold(font), scaleOf(font), new HashMap<>());
            known.put(font, facts);
        }
        return facts;
    }

    private static boolean bold(PDFont font) {
        String name = font.getName();
        if (name != null && BOLD_NAME.matcher(name.toLowerCase(Locale.ROOT)).find()) {
            return true;
        }
        @Nullable PDFontDescriptor descriptor = font.getFontDescriptor();
        return descriptor != null && (descriptor.isForceBold() || descriptor.getFontWeight() >= BOLD_WEIGHT);
    }

    private static double scaleOf(PDFont font) {
        if (!(font instanceof PDType3Font)) {
            return 1;
        }
        Matrix matrix = font.getFontMatrix();
        float height = ((PDType3Font) font).getBoundingBox().getHeight();
        double scale = Math.abs(matrix.getScalingFactorY() * height);
        return scale > 0.2 && scale < 3 ? 1 : scale > 0 ? scale : 1;
    }
}
