package vn.thidua.platform.backup;

/** Nothing was begun, or nothing more is done: why, and what to do about it, in both languages. */
public final class BackupRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String vietnamese;

    BackupRefusedException(String vietnamese, String english) {
        super(english, null, false, false);
        this.vietnamese = vietnamese;
    }

    /** For users. */
    public String vietnamese() {
        return vietnamese;
    }

    /** The same. */
    public String english() {
        return String.valueOf(getMessage());
    }

    static BackupRefusedException damaged(String file, String vietnamese, String english) {
        return new BackupRefusedException(
                "Bản sao lưu bị hỏng hoặc bị sửa: tệp " + file + " " + vietnamese
                        + ". Chưa có gì bị ghi. Hãy chọn bản sao lưu khác.",
                "the backup is damaged or was changed: " + file + " " + english
                        + "; nothing was written: take another backup");
    }
}
