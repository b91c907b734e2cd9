package vn.thidua.gateway.signin.page;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import vn.thidua.gateway.signin.session.Standing;
import vn.thidua.platform.web.RequestIds;
import vn.thidua.platform.web.problem.Problem;

/** What only the door answers. The codes are stable. */
public final class SignInProblems {

    private SignInProblems() {}

    /** A request that changes something came without the token that only our own page knows. */
    public static Problem forged(HttpServletRequest request) {
        return Problem.own(
                HttpStatus.FORBIDDEN,
                "csrf",
                "Yêu cầu không được xác nhận",
                "Request not confirmed",
                "Yêu cầu thiếu tiêu đề X-XSRF-TOKEN, hoặc giá trị khác với cookie XSRF-TOKEN. Hãy tải lại trang rồi thử lại.",
                "The header X-XSRF-TOKEN is missing, or is not the value of the cookie XSRF-TOKEN. Load the page again.",
                RequestIds.of(request));
    }

    /** What has to be done before anything else. */
    public static Problem barred(Standing.Bar bar, HttpServletRequest request) {
        return switch (bar) {
            case PASSWORD_CHANGE ->
                Problem.own(
                        HttpStatus.FORBIDDEN,
                        "password-change-required",
                        "Cần đổi mật khẩu",
                        "Password change required",
                        "Mật khẩu này do người khác cấp. Hãy đổi mật khẩu trước khi làm việc khác.",
                        "Somebody else gave this password. Change it first: POST /api/v1/access/me/password.",
                        RequestIds.of(request));
            case DELEGATION_ENDED ->
                Problem.own(
                        HttpStatus.FORBIDDEN,
                        "delegation-ended",
                        "Ủy quyền đã kết thúc",
                        "Delegation ended",
                        "Ủy quyền đang dùng đã kết thúc. Hãy chọn lại tư cách làm việc rồi thử lại.",
                        "The delegation in use has ended. Choose again: DELETE /api/v1/access/me/acting-for.",
                        RequestIds.of(request));
        };
    }

    /** So many passwords at once that this one was not compared. */
    public static Problem busy(HttpServletRequest request) {
        return Problem.own(
                HttpStatus.SERVICE_UNAVAILABLE,
                "busy",
                "Hệ thống đang bận",
                "Busy",
                "Đang có quá nhiều người đăng nhập cùng lúc. Hãy thử lại sau vài giây.",
                "Too many people are signing in at once. Retry in a few seconds.",
                RequestIds.of(request));
    }

    /** Too many wrong tries. */
    public static Problem tooManyTries(HttpServletRequest request, long seconds) {
        return Problem.own(
                HttpStatus.TOO_MANY_REQUESTS,
                "too-many-tries",
                "Thử quá nhiều lần",
                "Too many tries",
                "Mật khẩu đã sai nhiều lần. Hãy thử lại sau " + seconds + " giây.",
                "The password was wrong many times. Retry in " + seconds + " seconds.",
                RequestIds.of(request));
    }
}
