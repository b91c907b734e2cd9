package vn.thidua.plan.reader.intake.pdf;

import java.io.IOException;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;

/**
 * Words typed onto a page: filled form fields and text boxes, where registries like to put number and date.
 *
 * <p>Signatures are left alone: what they show ("Ký bởi", "Thời gian ký") is about the file, not in the plan.
 */
final class Annotations {
    private static final int MOST = 2000;

    private Annotations() {}

    static void show(PDPage page, PageEngine engine) throws IOException {
        int shown = 0;
        for (PDAnnotation annotation : page.getAnnotations()) {
            if (isTyped(annotation) && !annotation.isHidden() && !annotation.isNoView() && ++shown < MOST) {
                engine.showAnnotation(annotation);
            }
        }
    }

    private static boolean isTyped(PDAnnotation annotation) {
        String subtype = annotation.getSubtype();
        if ("FreeText".equals(subtype)) {
            return true;
        }
        if (!"Widget".equals(subtype)) {
            return false;
        }
        COSDictionary field = annotation.getCOSObject();
        COSDictionary parent = field.getCOSDictionary(COSName.PARENT);
        COSName type = field.getCOSName(COSName.FT);
        return COSName.TX.equals(type)
                || type == null && parent != null && COSName.TX.equals(parent.getCOSName(COSName.FT));
    }
}
