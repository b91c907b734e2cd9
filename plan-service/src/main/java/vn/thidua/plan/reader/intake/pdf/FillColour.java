package vn.thidua.plan.reader.intake.pdf;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdmodel.PDResources;
import org.jspecify.annotations.Nullable;

/** Whether the colour of fillings is white now: all there is to know about colour for reading. */
final class FillColour {
    private static final Set<String> ADDITIVE =
            Set.of("DeviceGray", "DeviceRGB", "G", "RGB", "CalGray", "CalRGB", "ICCBased");
    private static final float NEARLY = 0.97f;

    private final Deque<State> saved = new ArrayDeque<>();
    private State now = State.BLACK;

    private record State(boolean white, boolean additive) {
        static final State BLACK = new State(false, true);
    }

    void reset() {
        saved.clear();
        now = State.BLACK;
    }

    boolean isWhite() {
        return now.white;
    }

    void save() {
        if (saved.size() < 10_000) {
            saved.push(now);
        }
    }

    void restore() {
        if (!saved.isEmpty()) {
            now = saved.pop();
        }
    }

    void set(String operator, List<COSBase> operands, @Nullable PDResources resources) {
        switch (operator) {
            case "g", "rg" -> now = new State(all(operands, true), true);
            case "k" -> now = new State(all(operands, false), false);
            case "cs" -> now = new State(false, isAdditive(operands, resources));
            default -> {
                boolean subtractive = !now.additive && operands.size() == 4;
                boolean white = now.additive && operands.size() <= 3 && all(operands, true)
                        || subtractive && all(operands, false);
                now = new State(white, now.additive);
            }
        }
    }

    private static boolean all(List<COSBase> operands, boolean high) {
        for (COSBase operand : operands) {
            if (!(operand instanceof COSNumber number)
                    || (high ? number.floatValue() < NEARLY : number.floatValue() > 1 - NEARLY)) {
                return false;
            }
        }
        return !operands.isEmpty();
    }

    private static boolean isAdditive(List<COSBase> operands, @Nullable PDResources resources) {
        if (operands.isEmpty() || !(operands.getFirst() instanceof COSName name)) {
            return false;
        }
        if (ADDITIVE.contains(name.getName())) {
            return true;
        }
        COSDictionary spaces =
                resources == null ? null : resources.getCOSObject().getCOSDictionary(COSName.COLORSPACE);
        return spaces != null
                && spaces.getDictionaryObject(name) instanceof COSArray array
                && array.size() > 0
                && array.getObject(0) instanceof COSName kind
                && ADDITIVE.contains(kind.getName());
    }
}
