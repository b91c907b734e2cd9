package vn.thidua.organization.sheet.check;

import java.util.List;
import vn.thidua.organization.sheet.ListKind;

/**
 * What one row would do, or why not.
 *
 * @param row as the sheet shows it, from 1
 * @param label name of the unit or the person
 * @param outcomes what would happen, empty if there is an error
 */
public record RowReport(
        ListKind list, String sheet, int row, String label, List<Outcome> outcomes, List<Finding> findings) {

    /** What a row can lead to. */
    public enum Outcome {
        NEW_UNIT("Thêm đơn vị"),
        RENAME("Đổi tên đơn vị"),
        MOVE("Chuyển đơn vị cấp trên"),
        MERGER("Sáp nhập"),
        END("Kết thúc hoạt động"),
        NEW_PERSON("Thêm người"),
        POST("Ghi chức vụ"),
        SAME_PERSON("Cùng người với dòng khác"),
        KNOWN_PERSON("Người đã có trong hệ thống"),
        NOTHING("Đã có, không thay đổi"),
        ERROR("Chưa ghi được");

        private final String vietnamese;

        Outcome(String vietnamese) {
            this.vietnamese = vietnamese;
        }

        public String vietnamese() {
            return vietnamese;
        }
    }

    public RowReport {
        outcomes = List.copyOf(outcomes);
        findings = List.copyOf(findings);
    }

    public boolean failed() {
        return findings.stream().anyMatch(Finding::error);
    }
}
