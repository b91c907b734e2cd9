package vn.thidua.platform.files;

/** What a file is, as its bytes say; its name and what the sender calls it do not count. */
public enum FileType {
    PDF("application/pdf", "PDF"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "Word (.docx)"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "Excel (.xlsx)"),
    /** An archive that is neither of the two. */
    ZIP("application/zip", "ZIP"),
    PNG("image/png", "PNG"),
    JPEG("image/jpeg", "JPEG"),
    /** UTF-8 without control characters; CSV is text too. */
    TEXT("text/plain", "văn bản UTF-8 (.txt, .csv)"),
    OTHER("application/octet-stream", "tệp khác");

    private final String mediaType;
    private final String label;

    FileType(String mediaType, String label) {
        this.mediaType = mediaType;
        this.label = label;
    }

    /** For the header {@code Content-Type}. */
    public String mediaType() {
        return mediaType;
    }

    /** For people, in Vietnamese. */
    public String label() {
        return label;
    }
}
