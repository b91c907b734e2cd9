package vn.thidua.organization.sheet.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.DateUtil;
import vn.thidua.organization.sheet.SheetLimits;
import vn.thidua.organization.sheet.SheetRefusal;
import vn.thidua.organization.sheet.SheetRefusedException;
import vn.thidua.organization.sheet.Wording;

/**
 * A workbook as its parts say, read with a pull parser: POI's own readers hold a whole package or unpack it, and a
 * hostile file would choose how much. Formulas are never calculated; what they gave when the file was saved counts.
 */
final class XlsxFile {
    private static final int MAX_SHEETS = 100;
    private static final int MAX_STYLES = 100_000;
    /** Letters of all shared texts together; beyond it the texts alone would fill the memory. */
    private static final int MAX_SHARED_LETTERS = 40_000_000;

    private static final int MAX_SHARED = 2_000_000;

    private final Archive archive;
    private final SheetLimits limits;
    private final List<String> shared = new ArrayList<>();
    private final List<Boolean> dateStyles = new ArrayList<>();
    private boolean since1904;

    private record Named(String name, boolean hidden, String relation) {}

    private XlsxFile(Archive archive, SheetLimits limits) {
        this.archive = archive;
        this.limits = limits;
    }

    static List<RawSheet> open(byte[] bytes, SheetLimits limits) {
        Archive archive = Archive.of(bytes);
        if (archive.find("xl/workbook.bin").isPresent()) {
            throw new SheetRefusedException(SheetRefusal.BINARY_WORKBOOK);
        }
        if (archive.names().stream().noneMatch(name -> name.startsWith("xl/") || name.startsWith("xl\\"))) {
            throw new SheetRefusedException(SheetRefusal.OTHER_FORMAT);
        }
        return new XlsxFile(archive, limits).sheets();
    }

    private List<RawSheet> sheets() {
        String workbook = relations("").values().stream()
                .filter(each -> each.type().endsWith("/officeDocument"))
                .map(Relation::target)
                .findFirst()
                .orElse("xl/workbook.xml");
        Map<String, Relation> parts = relations(workbook);
        for (Relation part : parts.values()) {
            if (part.type().endsWith("/sharedStrings")
                    && archive.find(part.target()).isPresent()) {
                readShared(part.target());
            } else if (part.type().endsWith("/styles")
                    && archive.find(part.target()).isPresent()) {
                readStyles(part.target());
            }
        }
        List<RawSheet> sheets = new ArrayList<>();
        for (Named each : readWorkbook(workbook)) {
            Relation part = parts.get(each.relation());
            if (part != null && part.type().endsWith("/worksheet")) {
                sheets.add(new XlsxSheet(
                        each.name(), each.hidden(), archive, part.target(), shared, dateStyles, since1904, limits));
            }
        }
        return sheets;
    }

    private List<Named> readWorkbook(String part) {
        List<Named> sheets = new ArrayList<>();
        try (Xml xml = new Xml(archive.open(part))) {
            for (String name = xml.nextStart(); name != null; name = xml.nextStart()) {
                if (name.equals("workbookPr")) {
                    since1904 = xml.on("date1904");
                } else if (name.equals("sheet")) {
                    String state = xml.attribute("state", "visible");
                    sheets.add(new Named(
                            Wording.clean(xml.attribute("name", "")),
                            !state.equals("visible"),
                            xml.attribute("id", "")));
                }
                if (sheets.size() > MAX_SHEETS) {
                    throw new SheetRefusedException(SheetRefusal.TOO_LARGE, "Tệp có quá nhiều trang tính.");
                }
            }
        }
        return sheets;
    }

    private record Relation(String type, String target) {}

    /** What a part refers to, by id; of the whole package if the part is "". */
    private Map<String, Relation> relations(String part) {
        int slash = part.lastIndexOf('/');
        String folder = part.substring(0, slash + 1);
        String file = folder + "_rels/" + part.substring(slash + 1) + ".rels";
        Map<String, Relation> found = new HashMap<>();
        if (archive.find(file).isEmpty()) {
            return found;
        }
        try (Xml xml = new Xml(archive.open(file))) {
            for (String name = xml.nextStart(); name != null; name = xml.nextStart()) {
                if (name.equals("Relationship") && found.size() < MAX_SHEETS * 10) {
                    String target = xml.attribute("Target", "");
                    found.put(
                            xml.attribute("Id", ""),
                            new Relation(
                                    xml.attribute("Type", ""),
                                    target.startsWith("/") ? target.substring(1) : folder + target));
                }
            }
        }
        return found;
    }

    private void readShared(String part) {
        int letters = 0;
        try (Xml xml = new Xml(archive.open(part))) {
            for (String name = xml.nextStart(); name != null; name = xml.nextStart()) {
                if (name.equals("si")) {
                    String text = XlsxSheet.richText(xml, limits.cellCharacters());
                    letters += text.length();
                    shared.add(text);
                    if (letters > MAX_SHARED_LETTERS || shared.size() > MAX_SHARED) {
                        throw new SheetRefusedException(SheetRefusal.TOO_LARGE);
                    }
                }
            }
        }
    }

    private void readStyles(String part) {
        Map<Integer, String> formats = new HashMap<>();
        try (Xml xml = new Xml(archive.open(part))) {
            boolean cellStyles = false;
            for (String name = xml.nextStart(); name != null; name = xml.nextStart()) {
                switch (name) {
                    case "numFmt" -> formats.put(xml.number("numFmtId", -1), xml.attribute("formatCode", ""));
                    case "cellXfs" -> cellStyles = true;
                    case "cellStyles", "dxfs" -> cellStyles = false;
                    case "xf" -> {
                        if (cellStyles) {
                            int format = xml.number("numFmtId", 0);
                            String code = formats.getOrDefault(format, "");
                            dateStyles.add(DateUtil.isADateFormat(format, code.isEmpty() ? null : code));
                        }
                    }
                    default -> {
                        // colours and fonts
                    }
                }
                if (dateStyles.size() > MAX_STYLES || formats.size() > MAX_STYLES) {
                    throw new SheetRefusedException(SheetRefusal.DAMAGED);
                }
            }
        }
    }
}
