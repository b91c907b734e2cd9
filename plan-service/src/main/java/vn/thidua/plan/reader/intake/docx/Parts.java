package vn.thidua.plan.reader.intake.docx;

import java.util.Locale;
import java.util.Optional;
import vn.thidua.plan.reader.intake.Budget;
import vn.thidua.plan.reader.intake.RefusalReason;
import vn.thidua.plan.reader.intake.RefusedException;

/** Which part is the document and which go with it, as the relationships of the package say. */
final class Parts {
    private final ZipParts zip;
    private final Budget budget;
    private final String main;

    Parts(ZipParts zip, Budget budget) {
        this.zip = zip;
        this.budget = budget;
        this.main = related("_rels/.rels", "", "/officeDocument")
                .or(() -> zip.find("word/document.xml"))
                .orElseThrow(() -> new RefusedException(RefusalReason.DAMAGED));
    }

    XmlCursor document() {
        return open(main);
    }

    Optional<XmlCursor> styles() {
        return beside("styles");
    }

    Optional<XmlCursor> numbering() {
        return beside("numbering");
    }

    boolean hasMacros() {
        return zip.names().stream()
                .anyMatch(name -> name.toLowerCase(Locale.ROOT).endsWith("vbaproject.bin"));
    }

    private Optional<XmlCursor> beside(String kind) {
        int slash = main.lastIndexOf('/') + 1;
        String folder = main.substring(0, slash);
        return related(folder + "_rels/" + main.substring(slash) + ".rels", folder, "/" + kind)
                .or(() -> zip.find(folder + kind + ".xml"))
                .map(this::open);
    }

    private XmlCursor open(String name) {
        return new XmlCursor(zip.open(name, budget), budget);
    }

    /** Both editions of the standard end the type alike. */
    private Optional<String> related(String relationships, String folder, String type) {
        Optional<String> part = zip.find(relationships);
        if (part.isEmpty()) {
            return Optional.empty();
        }
        String[] found = {""};
        try (XmlCursor xml = open(part.get())) {
            xml.document(root -> xml.children(name -> {
                boolean outside = "External".equals(xml.attribute("TargetMode"));
                if (found[0].isEmpty() && !outside && xml.attribute("Type", "").endsWith(type)) {
                    found[0] = resolve(folder, xml.attribute("Target", ""));
                }
            }));
        }
        return found[0].isEmpty() ? Optional.empty() : zip.find(found[0]);
    }

    private static String resolve(String folder, String target) {
        String base = folder;
        String rest = target;
        if (rest.startsWith("/")) {
            return rest.substring(1);
        }
        while (rest.startsWith("../")) {
            rest = rest.substring(3);
            int slash = base.lastIndexOf('/', base.length() - 2);
            base = slash < 0 ? "" : base.substring(0, slash + 1);
        }
        return base + (rest.startsWith("./") ? rest.substring(2) : rest);
    }
}
