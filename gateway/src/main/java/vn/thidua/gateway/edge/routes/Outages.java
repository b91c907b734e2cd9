package vn.thidua.gateway.edge.routes;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerResponse;
import vn.thidua.platform.web.RequestIds;
import vn.thidua.platform.web.problem.Problem;

/** What is said when a service gives no answer, in the words of who works with it. */
final class Outages {

    private static final String RETRY_SECONDS = "5";

    private Outages() {}

    /** Nothing was done. */
    static ServerResponse down(BackingService service, HttpServletRequest request) {
        return answer(
                request,
                HttpStatus.SERVICE_UNAVAILABLE,
                "service-down",
                "Tạm ngừng một phần",
                "Partly down",
                "Phần " + service.label()
                        + " đang tạm ngừng; chưa có gì được ghi. Các phần khác vẫn dùng được. Hãy thử lại sau ít phút.",
                "The part " + service.labelEn()
                        + " is down; nothing was written. The others work. Retry in a few minutes.");
    }

    /** Nothing was done: too many wait already. */
    static ServerResponse busy(BackingService service, HttpServletRequest request) {
        return answer(
                request,
                HttpStatus.SERVICE_UNAVAILABLE,
                "service-busy",
                "Đang quá tải",
                "Overloaded",
                "Phần " + service.label() + " đang quá tải; chưa có gì được ghi. Hãy thử lại sau ít giây.",
                "The part " + service.labelEn() + " is overloaded; nothing was written. Retry in a few seconds.");
    }

    /** It may have been done. */
    static ServerResponse unknown(BackingService service, HttpServletRequest request) {
        return answer(
                request,
                HttpStatus.SERVICE_UNAVAILABLE,
                "outcome-unknown",
                "Chưa rõ kết quả",
                "Outcome unknown",
                "Phần " + service.label()
                        + " không trả lời; có thể đã ghi. Hãy tải lại để xem, hoặc gửi lại đúng yêu cầu này với cùng"
                        + " Idempotency-Key.",
                "The part " + service.labelEn()
                        + " gave no answer; it may have been written. Look, or repeat the same request under the same"
                        + " Idempotency-Key.");
    }

    /** It was only asked. */
    static ServerResponse slow(BackingService service, HttpServletRequest request) {
        return answer(
                request,
                HttpStatus.GATEWAY_TIMEOUT,
                "service-slow",
                "Trả lời quá lâu",
                "No answer in time",
                "Phần " + service.label() + " không trả lời kịp. Hãy thử lại sau ít phút, hoặc hỏi ít dữ liệu hơn.",
                "The part " + service.labelEn() + " did not answer in time. Retry in a few minutes, or ask for less.");
    }

    private static ServerResponse answer(
            HttpServletRequest request,
            HttpStatus status,
            String code,
            String title,
            String titleEn,
            String detail,
            String detailEn) {
        Problem problem = Problem.own(status, code, title, titleEn, detail, detailEn, RequestIds.of(request));
        return ServerResponse.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                .body(problem);
    }
}
