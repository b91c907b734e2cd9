package vn.thidua.access.api;

import java.util.Arrays;
import java.util.Optional;
import vn.thidua.access.domain.account.AccountRole;
import vn.thidua.access.view.AccountRow.AccountState;
import vn.thidua.platform.text.Text;

/** What roles and states are called in lists for people. */
final class Words {

    static final String EVERYWHERE = "toàn hệ thống";

    private Words() {}

    static String of(AccountRole role) {
        return switch (role) {
            case OFFICER -> "Cán bộ phụ trách";
            case LEADER -> "Lãnh đạo";
            case STANDING_OFFICE -> "Thường trực hội đồng";
            case FINANCE -> "Tài chính";
            case ADMIN -> "Quản trị";
            case AUDITOR -> "Kiểm tra, giám sát";
            case VILLAGE_HEAD -> "Trưởng thôn, tổ trưởng";
        };
    }

    static String of(AccountState state) {
        return switch (state) {
            case OPEN -> "Đang dùng";
            case LOCKED -> "Đang khóa";
            case CLOSED -> "Đã đóng";
        };
    }

    /** The role of that name, as people or programs write it. */
    static Optional<AccountRole> role(String words) {
        String fold = Text.fold(words);
        return Arrays.stream(AccountRole.values())
                .filter(role -> Text.fold(of(role)).equals(fold) || role.name().equalsIgnoreCase(words.strip()))
                .findFirst();
    }
}
