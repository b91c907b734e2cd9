package vn.thidua.access.domain.account;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import vn.thidua.platform.values.Rejection;

/** Why accounts say no. It never says who. */
public sealed interface AccountRejection extends Rejection {

    record NameTaken() implements AccountRejection {}

    record PersonHasAccount() implements AccountRejection {}

    record IdentityTaken() implements AccountRejection {}

    record IdentityUnknown() implements AccountRejection {}

    record PersonStays() implements AccountRejection {}

    record NothingChanges() implements AccountRejection {}

    record Closed() implements AccountRejection {}

    record PasswordChangedMeanwhile() implements AccountRejection {}

    record LockedAlready() implements AccountRejection {}

    record NotLocked() implements AccountRejection {}

    record OwnLock() implements AccountRejection {}

    record OwnRole() implements AccountRejection {}

    record OwnAccount() implements AccountRejection {}

    record OnlyAdministrator() implements AccountRejection {}

    record OnlyTopAdministrator() implements AccountRejection {}

    record RoleNeedsUnit() implements AccountRejection {}

    record AdministratorWithoutEnd() implements AccountRejection {}

    record RoleNeedsPerson() implements AccountRejection {}

    record RoleHeldAlready() implements AccountRejection {}

    record UnknownBinding() implements AccountRejection {}

    record PeriodReversed(String name) implements AccountRejection {}

    record LastDayPast() implements AccountRejection {}

    record EndedAlready(LocalDate lastDay) implements AccountRejection {}

    record LastAdministrator() implements AccountRejection {}

    record AdministratorThere() implements AccountRejection {}

    record NoAdministrator() implements AccountRejection {}

    record UnknownReceiver() implements AccountRejection {}

    record ReceiverNotReady() implements AccountRejection {}

    record DelegationNeedsPerson() implements AccountRejection {}

    record NothingDelegated() implements AccountRejection {}

    record RoleNotDelegable() implements AccountRejection {}

    record RoleNotHeldLongEnough(LocalDate lastDay) implements AccountRejection {}

    record DelegationTooLong(int mostDays) implements AccountRejection {}

    record OnlyOwnRoles() implements AccountRejection {}

    record UnknownDelegation() implements AccountRejection {}

    private static String date(LocalDate day) {
        return day.format(DateTimeFormatter.ofPattern("dd/MM/yyyy"));
    }

    @Override
    default Kind kind() {
        return switch (this) {
            case UnknownBinding _, UnknownDelegation _, IdentityUnknown _ -> Kind.UNKNOWN;
            case OwnLock _, OwnRole _, OwnAccount _, OnlyAdministrator _, OnlyTopAdministrator _, OnlyOwnRoles _ ->
                Kind.NOT_ALLOWED;
            case PersonStays _,
                    NothingChanges _,
                    RoleNeedsUnit _,
                    RoleNeedsPerson _,
                    AdministratorWithoutEnd _,
                    PeriodReversed _,
                    LastDayPast _,
                    UnknownReceiver _,
                    DelegationNeedsPerson _,
                    NothingDelegated _,
                    RoleNotDelegable _,
                    RoleNotHeldLongEnough _,
                    DelegationTooLong _ -> Kind.INVALID;
            case NameTaken _,
                    PersonHasAccount _,
                    IdentityTaken _,
                    Closed _,
                    PasswordChangedMeanwhile _,
                    LockedAlready _,
                    NotLocked _,
                    RoleHeldAlready _,
                    EndedAlready _,
                    LastAdministrator _,
                    AdministratorThere _,
                    NoAdministrator _,
                    ReceiverNotReady _ -> Kind.CONFLICT;
        };
    }

    @Override
    default String code() {
        return switch (this) {
            case NameTaken _ -> "account-name-taken";
            case PersonHasAccount _ -> "person-has-account";
            case IdentityTaken _ -> "identity-taken";
            case IdentityUnknown _ -> "identity-unknown";
            case PersonStays _ -> "account-person-stays";
            case NothingChanges _ -> "nothing-changes";
            case Closed _ -> "account-closed";
            case PasswordChangedMeanwhile _ -> "password-changed-meanwhile";
            case LockedAlready _ -> "account-locked-already";
            case NotLocked _ -> "account-not-locked";
            case OwnLock _ -> "own-lock";
            case OwnRole _ -> "own-role";
            case OwnAccount _ -> "own-account";
            case OnlyAdministrator _ -> "only-installation-administrator";
            case OnlyTopAdministrator _ -> "only-top-administrator";
            case RoleNeedsUnit _ -> "role-needs-unit";
            case AdministratorWithoutEnd _ -> "administrator-without-end";
            case RoleNeedsPerson _ -> "role-needs-person";
            case RoleHeldAlready _ -> "role-held-already";
            case UnknownBinding _ -> "role-binding-unknown";
            case PeriodReversed _ -> "period-reversed";
            case LastDayPast _ -> "last-day-past";
            case EndedAlready _ -> "ended-already";
            case LastAdministrator _ -> "last-administrator";
            case AdministratorThere _ -> "administrator-there";
            case NoAdministrator _ -> "no-administrator";
            case UnknownReceiver _ -> "receiver-unknown";
            case ReceiverNotReady _ -> "receiver-not-ready";
            case DelegationNeedsPerson _ -> "delegation-needs-person";
            case NothingDelegated _ -> "nothing-delegated";
            case RoleNotDelegable _ -> "role-not-delegable";
            case RoleNotHeldLongEnough _ -> "role-not-held-long-enough";
            case DelegationTooLong _ -> "delegation-too-long";
            case OnlyOwnRoles _ -> "only-own-roles";
            case UnknownDelegation _ -> "delegation-unknown";
        };
    }

    @Override
    default Optional<String> field() {
        return switch (this) {
            case NameTaken _ -> Optional.of("name");
            case PersonHasAccount _, PersonStays _ -> Optional.of("person");
            case IdentityTaken _ -> Optional.of("subject");
            case RoleNeedsUnit _ -> Optional.of("unit");
            case OwnRole _, OnlyAdministrator _, OnlyTopAdministrator _, RoleNeedsPerson _, RoleHeldAlready _ ->
                Optional.of("role");
            case AdministratorWithoutEnd _, RoleNotHeldLongEnough _, DelegationTooLong _ -> Optional.of("until");
            case PeriodReversed(String name) -> Optional.of(name);
            case LastDayPast _, EndedAlready _ -> Optional.of("lastDay");
            case UnknownReceiver _, ReceiverNotReady _, DelegationNeedsPerson _ -> Optional.of("to");
            case NothingDelegated _, RoleNotDelegable _, OnlyOwnRoles _ -> Optional.of("roles");
            case NothingChanges _,
                    IdentityUnknown _,
                    Closed _,
                    PasswordChangedMeanwhile _,
                    LockedAlready _,
                    NotLocked _,
                    OwnLock _,
                    OwnAccount _,
                    UnknownBinding _,
                    LastAdministrator _,
                    AdministratorThere _,
                    NoAdministrator _,
                    UnknownDelegation _ -> Optional.empty();
        };
    }

    @Override
    default String vietnamese() {
        return switch (this) {
            case NameTaken _ -> "Tên đăng nhập này đã có người dùng. Hãy chọn tên khác.";
            case PersonHasAccount _ ->
                "Cá nhân này đã có tài khoản hoặc dữ liệu đã được xóa. Hãy tìm tài khoản đang có.";
            case IdentityTaken _ -> "Danh tính ngoài này đã gắn với tài khoản khác. Hãy gỡ khỏi tài khoản đó trước.";
            case IdentityUnknown _ -> "Tài khoản không gắn với danh tính ngoài này. Hãy tải lại.";
            case PersonStays _ ->
                "Tài khoản đã gắn với một cá nhân và không chuyển sang người khác. Hãy mở tài khoản mới.";
            case NothingChanges _ -> "Nội dung gửi lên không làm thay đổi gì. Hãy kiểm tra lại.";
            case Closed _ -> "Tài khoản đã đóng, không thể thay đổi nữa. Hãy mở tài khoản mới.";
            case PasswordChangedMeanwhile _ ->
                "Mật khẩu vừa được cấp lại hoặc tài khoản vừa bị khóa. Hãy đăng nhập lại bằng mật khẩu mới được cấp.";
            case LockedAlready _ -> "Tài khoản đang bị khóa rồi. Hãy tải lại.";
            case NotLocked _ -> "Tài khoản không bị khóa. Hãy tải lại.";
            case OwnLock _ -> "Không ai tự mở khóa tài khoản của mình. Hãy nhờ quản trị viên khác.";
            case OwnRole _ -> "Không ai tự giao quyền cho mình. Hãy nhờ quản trị viên khác.";
            case OwnAccount _ -> "Không thực hiện được trên tài khoản của chính mình. Hãy nhờ quản trị viên khác.";
            case OnlyAdministrator _ ->
                "Chỉ quản trị viên toàn hệ thống được giao hoặc thu quyền này. Hãy nhờ quản trị viên toàn hệ thống.";
            case OnlyTopAdministrator _ ->
                "Chỉ quản trị viên của đơn vị cấp cao nhất được giao quyền quản trị. Hãy nhờ quản trị viên cấp trên.";
            case RoleNeedsUnit _ -> "Quyền này phải gắn với một đơn vị. Hãy chọn đơn vị.";
            case AdministratorWithoutEnd _ ->
                "Quyền quản trị toàn hệ thống không có ngày bắt đầu sau hôm nay và không có ngày kết thúc. Hãy bỏ"
                        + " ngày, thu quyền khi cần.";
            case RoleNeedsPerson _ ->
                "Tài khoản không gắn với cá nhân nào chỉ nhận được quyền quản trị. Hãy gắn tài khoản với một cá nhân"
                        + " trước.";
            case RoleHeldAlready _ ->
                "Tài khoản đã có quyền này tại đơn vị trong khoảng thời gian trùng nhau. Hãy sửa lại ngày.";
            case UnknownBinding _ -> "Tài khoản không có quyền được nêu. Hãy tải lại danh sách quyền.";
            case PeriodReversed _ -> "Ngày kết thúc đứng trước ngày bắt đầu. Hãy sửa lại một trong hai ngày.";
            case LastDayPast _ -> "Ngày cuối đã qua; quyền đã dùng thì không rút lại được. Hãy chọn từ hôm qua trở đi.";
            case EndedAlready(LocalDate lastDay) -> "Đã kết thúc ngày " + date(lastDay) + ". Hãy chọn ngày sớm hơn.";
            case LastAdministrator _ ->
                "Đây là quản trị viên toàn hệ thống cuối cùng. Hãy giao quyền quản trị cho một người khác trước.";
            case AdministratorThere _ -> "Hệ thống đã có quản trị viên đầu tiên.";
            case NoAdministrator _ -> "Tài khoản này không phải quản trị viên toàn hệ thống. Hãy chọn tài khoản khác.";
            case UnknownReceiver _ -> "Không có tài khoản nhận ủy quyền này. Hãy chọn lại.";
            case ReceiverNotReady _ -> "Tài khoản nhận ủy quyền đang bị khóa hoặc đã đóng. Hãy chọn người khác.";
            case DelegationNeedsPerson _ ->
                "Ủy quyền là giữa hai cá nhân khác nhau, mỗi người có tài khoản. Hãy chọn lại người nhận.";
            case NothingDelegated _ -> "Chưa chọn quyền nào để ủy quyền. Hãy chọn ít nhất một quyền.";
            case RoleNotDelegable _ -> "Quyền quản trị không ủy quyền được. Hãy bỏ quyền này khỏi danh sách.";
            case RoleNotHeldLongEnough(LocalDate lastDay) ->
                "Quyền được chọn chỉ còn đến ngày " + date(lastDay)
                        + ". Hãy chọn thời gian ủy quyền trong thời hạn đó.";
            case DelegationTooLong(int mostDays) ->
                "Một lần ủy quyền dài nhất " + mostDays + " ngày. Hãy chọn ngày kết thúc sớm hơn.";
            case OnlyOwnRoles _ ->
                "Chỉ ủy quyền được quyền của chính mình, không ủy quyền lại. Hãy chọn quyền của mình.";
            case UnknownDelegation _ -> "Không có ủy quyền này. Hãy tải lại danh sách.";
        };
    }

    @Override
    default String english() {
        return switch (this) {
            case NameTaken _ -> "That sign-in name is in use. Choose another one.";
            case PersonHasAccount _ -> "That person has an account, or was erased. Look for the account that is there.";
            case IdentityTaken _ -> "That outside identity belongs to another account. Unlink it there first.";
            case IdentityUnknown _ -> "The account is not linked to that identity. Load it again.";
            case PersonStays _ -> "The account belongs to a person and stays theirs. Open another one.";
            case NothingChanges _ -> "This changes nothing.";
            case Closed _ -> "The account is closed. Open another one.";
            case PasswordChangedMeanwhile _ ->
                "The password was set by another, or the account locked, meanwhile. Sign in again with the new one.";
            case LockedAlready _ -> "The account is locked already.";
            case NotLocked _ -> "The account is not locked.";
            case OwnLock _ -> "Nobody ends a lock on their own account. Ask another administrator.";
            case OwnRole _ -> "Nobody gives themselves a role. Ask another administrator.";
            case OwnAccount _ -> "This cannot be done to one's own account. Ask another administrator.";
            case OnlyAdministrator _ -> "Only an administrator of the installation gives or ends this role.";
            case OnlyTopAdministrator _ -> "Only an administrator of a top unit makes administrators.";
            case RoleNeedsUnit _ -> "This role holds for a unit. Choose one.";
            case AdministratorWithoutEnd _ ->
                "The role for the whole installation begins today and has no last day. End it when it is time.";
            case RoleNeedsPerson _ -> "An account without a person gets the role ADMIN alone. Name its person first.";
            case RoleHeldAlready _ -> "The account has that role for the unit in some of those days. Correct the days.";
            case UnknownBinding _ -> "The account has no such role. Load the roles again.";
            case PeriodReversed _ -> "The last day is before the first one. Correct one of them.";
            case LastDayPast _ -> "That last day is over; what was held was held. Choose yesterday or later.";
            case EndedAlready(LocalDate lastDay) -> "It ended on " + lastDay + ". Choose an earlier day.";
            case LastAdministrator _ -> "This is the last administrator of the installation. Make another one first.";
            case AdministratorThere _ -> "There is a first administrator already.";
            case NoAdministrator _ -> "That account is no administrator of the installation. Choose another one.";
            case UnknownReceiver _ -> "There is no such account to delegate to. Choose another one.";
            case ReceiverNotReady _ -> "The account to delegate to is locked or closed. Choose another one.";
            case DelegationNeedsPerson _ -> "A delegation is between two people, each with an account.";
            case NothingDelegated _ -> "No role was chosen. Choose one or more.";
            case RoleNotDelegable _ -> "The role ADMIN cannot be delegated. Leave it out.";
            case RoleNotHeldLongEnough(LocalDate lastDay) ->
                "A role that was chosen holds until " + lastDay + ". Delegate for days within.";
            case DelegationTooLong(int mostDays) ->
                "A delegation lasts " + mostDays + " days at most. Choose an earlier end.";
            case OnlyOwnRoles _ -> "Only one's own roles can be delegated, and not further. Choose roles of one's own.";
            case UnknownDelegation _ -> "There is no such delegation. Load the list again.";
        };
    }
}
