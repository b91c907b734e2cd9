package vn.thidua.plan.reader.intake;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import vn.thidua.plan.reader.intake.docx.ZipParts;

/** What a file is by its first bytes and its parts; never by its name. */
public enum FileKind {
    DOCX,
    PDF,
    TEXT,
    EMPTY(RefusalReason.EMPTY, ""),
    LEGACY_WORD(RefusalReason.LEGACY_WORD, ""),
    ENCRYPTED_OFFICE(RefusalReason.ENCRYPTED, ""),
    LEGACY_EXCEL(RefusalReason.OTHER_FORMAT, "Đây là tệp Excel kiểu cũ (.xls)."),
    LEGACY_POWERPOINT(RefusalReason.OTHER_FORMAT, "Đây là tệp PowerPoint kiểu cũ (.ppt)."),
    OTHER_OLE(RefusalReason.OTHER_FORMAT, "Đây là tệp của chương trình văn phòng kiểu cũ, không phải Word."),
    RICH_TEXT(RefusalReason.RICH_TEXT, ""),
    WORD_XML(RefusalReason.OTHER_FORMAT, "Đây là tệp Word lưu dạng XML hoặc trang web, hãy lưu lại thành .docx."),
    PICTURE(RefusalReason.PICTURE, ""),
    EXCEL(RefusalReason.OTHER_FORMAT, "Đây là tệp Excel (.xlsx)."),
    POWERPOINT(RefusalReason.OTHER_FORMAT, "Đây là tệp PowerPoint (.pptx)."),
    OPEN_DOCUMENT(RefusalReason.OTHER_FORMAT, "Đây là tệp OpenDocument (.odt, .ods), hãy lưu lại thành .docx."),
    EPUB(RefusalReason.OTHER_FORMAT, "Đây là sách điện tử (.epub)."),
    ARCHIVE(RefusalReason.OTHER_FORMAT, "Đây là tệp nén, hãy giải nén rồi gửi từng tệp bên trong."),
    BROKEN_ARCHIVE(RefusalReason.DAMAGED, "Tệp bị cắt cụt hoặc sai cấu trúc bên trong."),
    PROGRAM(RefusalReason.OTHER_FORMAT, "Đây là tệp chương trình, không phải văn bản. Đừng mở nếu không rõ nguồn gốc."),
    MEDIA(RefusalReason.OTHER_FORMAT, "Đây là tệp âm thanh hoặc phim."),
    OTHER(RefusalReason.OTHER_FORMAT, "");

    /** Acrobat finds the header anywhere in that many bytes. */
    private static final int PDF_HEADER_WITHIN = 1024;

    private static final int LOOKED_AT = 1 << 16;
    private static final byte[] OLE = {
        (byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1
    };
    private static final Set<String> HEIF = Set.of("heic", "heix", "hevc", "mif1", "msf1", "avif");

    private final Optional<RefusedException> refusal;

    FileKind() {
        this.refusal = Optional.empty();
    }

    FileKind(RefusalReason reason, String detail) {
        this.refusal = Optional.of(new RefusedException(reason, detail));
    }

    /** Why a file of this kind is not read; empty for those that are. */
    public Optional<RefusedException> refusal() {
        return refusal;
    }

    public static FileKind of(byte[] bytes) {
        if (bytes.length == 0) {
            return EMPTY;
        }
        String head = latin(bytes, Math.min(bytes.length, LOOKED_AT));
        if (head.startsWith("PK\u0003\u0004")
                || head.startsWith("PK\u0005\u0006")
                || head.startsWith("PK\u0007\u0008")) {
            return zipped(bytes);
        }
        if (head.startsWith(new String(OLE, StandardCharsets.ISO_8859_1))) {
            return ole(bytes);
        }
        FileKind known = byHead(head);
        if (known != OTHER) {
            return known;
        }
        int pdf = head.indexOf("%PDF-");
        if (pdf >= 0 && pdf < PDF_HEADER_WITHIN) {
            return PDF;
        }
        return textOrOther(bytes, head);
    }

    private static FileKind zipped(byte[] bytes) {
        Set<String> names;
        try {
            names = ZipParts.of(bytes).names();
        } catch (RefusedException e) {
            return BROKEN_ARCHIVE;
        }
        if (has(names, "word/")) {
            return DOCX;
        }
        if (has(names, "xl/")) {
            return EXCEL;
        }
        if (has(names, "ppt/")) {
            return POWERPOINT;
        }
        if (has(names, "meta-inf/container.xml")) {
            return EPUB;
        }
        if (names.contains("mimetype") && names.contains("content.xml")) {
            return OPEN_DOCUMENT;
        }
        // a package of Office: its main part may have any name
        return names.contains("[Content_Types].xml") && has(names, "_rels/.rels") && !has(names, "visio/")
                ? DOCX
                : ARCHIVE;
    }

    private static boolean has(Set<String> names, String prefix) {
        return names.stream().anyMatch(name -> name.toLowerCase(Locale.ROOT).startsWith(prefix));
    }

    /** The streams of a compound file are named in UTF-16. */
    private static FileKind ole(byte[] bytes) {
        String all = latin(bytes, bytes.length);
        if (all.contains(wide("EncryptedPackage"))) {
            return ENCRYPTED_OFFICE;
        }
        if (all.contains(wide("WordDocument"))) {
            return LEGACY_WORD;
        }
        if (all.contains(wide("Workbook"))) {
            return LEGACY_EXCEL;
        }
        return all.contains(wide("PowerPoint Document")) ? LEGACY_POWERPOINT : OTHER_OLE;
    }

    private static String wide(String name) {
        return new String(name.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
    }

    private static String latin(byte[] bytes, int length) {
        return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    }

    private static FileKind byHead(String head) {
        if (head.stripLeading().startsWith("{\\rtf")) {
            return RICH_TEXT;
        }
        if (starts(
                        head,
                        "\u0089PNG",
                        "\u00ff\u00d8\u00ff",
                        "GIF87a",
                        "GIF89a",
                        "II*\0",
                        "MM\0*",
                        "\u00c5\u00d0\u00d3\u00c6")
                || head.startsWith("BM") && at(head, 6, "\0\0\0\0")
                || head.startsWith("RIFF") && at(head, 8, "WEBP")
                || at(head, 4, "ftyp") && head.length() >= 12 && HEIF.contains(head.substring(8, 12))) {
            return PICTURE;
        }
        if (starts(head, "\u001f\u008b", "Rar!", "7z\u00bc\u00af", "BZh", "\u00fd7zXZ", "MSCF")
                || at(head, 257, "ustar")) {
            return ARCHIVE;
        }
        if (head.startsWith("MZ") && head.indexOf('\0') >= 0 || head.startsWith("\u007fELF")) {
            return PROGRAM;
        }
        if (starts(head, "RIFF", "ID3", "OggS", "fLaC") || at(head, 4, "ftyp")) {
            return MEDIA;
        }
        return isWordXml(head) ? WORD_XML : OTHER;
    }

    /** Word 2003 XML, flat packages and "web archives", which old systems hand out under the name .doc. */
    private static boolean isWordXml(String head) {
        String start = head.substring(0, Math.min(head.length(), 4096));
        return start.contains("<w:wordDocument")
                || start.contains("<pkg:package")
                || start.stripLeading().startsWith("MIME-Version:") && start.contains("multipart/related");
    }

    private static boolean starts(String head, String... marks) {
        for (String mark : marks) {
            if (head.startsWith(mark)) {
                return true;
            }
        }
        return false;
    }

    private static boolean at(String head, int index, String mark) {
        return head.startsWith(mark, index);
    }

    /** Text has no zero bytes but in UTF-16, and hardly any other control characters. */
    private static FileKind textOrOther(byte[] bytes, String head) {
        if (head.startsWith("\u00ff\u00fe")
                || head.startsWith("\u00fe\u00ff")
                || TextDecoding.wide(bytes).isPresent()) {
            return TEXT;
        }
        long zeros = head.chars().filter(c -> c == 0).count();
        long controls = head.chars()
                .filter(c -> c < ' ' && "\t\n\r\f\u000b\u001a\u001b".indexOf(c) < 0)
                .count();
        return zeros * 1000 > head.length() || controls * 50 > head.length() ? OTHER : TEXT;
    }
}
