package vn.thidua.platform.web.problem;

import org.springframework.http.HttpStatus;

/** What the platform itself may answer. The codes are stable: clients decide by them. */
public enum ProblemType {
    UNAUTHENTICATED(
            401,
            "unauthenticated",
            "Chưa đăng nhập",
            "Not signed in",
            "Yêu cầu không có mã truy cập hợp lệ hoặc mã đã hết hạn. Hãy đăng nhập lại rồi thử lại.",
            "The request carries no valid token, or it has expired. Sign in again and retry."),
    NOT_ALLOWED(
            403,
            "not-allowed",
            "Không có quyền",
            "Not allowed",
            "Tài khoản không có vai trò cho phép việc này. Hãy liên hệ quản trị viên của đơn vị.",
            "The account has no role that allows this. Ask the administrator of the unit."),
    OUT_OF_SCOPE(
            403,
            "out-of-scope",
            "Đơn vị ngoài phạm vi",
            "Unit out of scope",
            "Đơn vị nêu trong yêu cầu nằm ngoài phạm vi của tài khoản. Hãy chọn đơn vị mình phụ trách.",
            "The unit named in the request is outside the account's scope. Choose a unit you are responsible for."),
    NOT_FOUND(
            404,
            "not-found",
            "Không tìm thấy",
            "Not found",
            "Không có dữ liệu này, hoặc tài khoản không được xem. Hãy kiểm tra lại đường dẫn.",
            "There is no such resource, or the account may not see it. Check the address."),
    METHOD_NOT_ALLOWED(
            405,
            "method-not-allowed",
            "Phương thức không được hỗ trợ",
            "Method not allowed",
            "Địa chỉ này không nhận phương thức đã dùng. Xem tiêu đề Allow.",
            "This address does not take that method. See the header Allow."),
    NOT_ACCEPTABLE(
            406,
            "not-acceptable",
            "Không có định dạng yêu cầu",
            "Not acceptable",
            "Không trả lời được theo định dạng trong tiêu đề Accept. Hãy dùng application/json.",
            "There is no answer in the form that Accept asks for. Use application/json."),
    CONFLICT(
            409,
            "conflict",
            "Có thay đổi đồng thời",
            "Changed at the same time",
            "Người khác vừa thay đổi dữ liệu này. Hãy tải lại rồi thử lại.",
            "Somebody else has just changed this. Load it again and retry."),
    /** Nobody else is to blame: as things stand, it is not to be done. */
    NOT_AS_THINGS_STAND(
            409,
            "not-as-things-stand",
            "Chưa thực hiện được",
            "Not as things stand",
            "Không làm được việc này khi dữ liệu đang như hiện nay.",
            "This cannot be done as things stand."),
    VERSION_MISMATCH(
            412,
            "version-mismatch",
            "Dữ liệu đã thay đổi",
            "Changed meanwhile",
            "Phiên bản trong If-Match không còn đúng. Hãy tải lại dữ liệu rồi sửa lại.",
            "The version in If-Match no longer stands. Load the resource again and repeat the change."),
    TOO_LARGE(
            413,
            "too-large",
            "Nội dung quá lớn",
            "Too large",
            "Nội dung gửi lên vượt giới hạn. Hãy chia nhỏ rồi gửi lại.",
            "The body is above the limit. Send it in smaller parts."),
    UNSUPPORTED_MEDIA_TYPE(
            415,
            "unsupported-media-type",
            "Định dạng không được hỗ trợ",
            "Unsupported media type",
            "Định dạng trong Content-Type không được nhận ở đây. Hãy gửi application/json.",
            "The form named in Content-Type is not taken here. Send application/json."),
    INVALID(
            422,
            "invalid",
            "Dữ liệu chưa đúng",
            "Invalid",
            "Một số trường chưa đúng. Xem danh sách errors và sửa từng trường.",
            "Some fields are not right. See the list errors and mend each of them."),
    UNREADABLE(
            400,
            "unreadable",
            "Không đọc được nội dung",
            "Unreadable",
            "Nội dung không phải JSON đúng như mô tả. Xem danh sách errors.",
            "The body is not JSON as described. See the list errors."),
    MALFORMED_REQUEST(
            400,
            "malformed-request",
            "Yêu cầu không đúng dạng",
            "Malformed request",
            "Một tham số hoặc tiêu đề thiếu hoặc sai dạng. Xem danh sách errors.",
            "A parameter or header is missing or malformed. See the list errors."),
    MALFORMED_CURSOR(
            400,
            "malformed-cursor",
            "Con trỏ trang không đúng",
            "Malformed cursor",
            "Con trỏ trang không thuộc danh sách này. Hãy tải lại từ trang đầu.",
            "The cursor does not belong to this list. Begin again with the first page."),
    POSITION_AHEAD(
            400,
            "position-ahead",
            "Vị trí chưa tồn tại",
            "No such position",
            "Vị trí trong X-Position lớn hơn vị trí cuối của nhật ký. Hãy dùng giá trị do máy chủ trả về.",
            "The position in X-Position is above the end of the log. Use a value that the server gave."),
    IDEMPOTENCY_KEY_REUSED(
            422,
            "idempotency-key-reused",
            "Khóa lặp đã dùng cho yêu cầu khác",
            "Idempotency key reused",
            "Idempotency-Key này đã dùng cho một yêu cầu khác. Hãy tạo khóa mới cho yêu cầu mới.",
            "This Idempotency-Key was used for another request. Make a new key for a new request."),
    PRECONDITION_REQUIRED(
            428,
            "precondition-required",
            "Thiếu phiên bản đã xem",
            "Version required",
            "Việc sửa này cần tiêu đề If-Match để không ghi đè thay đổi của người khác. Hãy tải lại dữ liệu và gửi kèm ETag.",
            "This change needs If-Match, so that it overwrites nobody's. Load the resource and send its ETag along."),
    TOO_MANY_REQUESTS(
            429,
            "too-many-requests",
            "Quá nhiều yêu cầu",
            "Too many requests",
            "Gửi quá nhiều yêu cầu trong thời gian ngắn. Hãy thử lại sau.",
            "Too many requests in a short time. Retry later."),
    INTERNAL(
            500,
            "internal",
            "Lỗi hệ thống",
            "Internal error",
            "Hệ thống gặp lỗi. Hãy gửi mã tham chiếu trong instance cho người quản trị.",
            "Something went wrong inside. Send the reference in instance to the operator."),
    STORE_UNAVAILABLE(
            503,
            "store-unavailable",
            "Tạm thời không phục vụ được",
            "Temporarily unavailable",
            "Kho dữ liệu không trả lời kịp; chưa có gì được ghi. Hãy thử lại sau vài giây.",
            "The store did not answer in time; nothing was written. Retry in a few seconds."),
    OUTCOME_UNKNOWN(
            503,
            "outcome-unknown",
            "Chưa rõ kết quả",
            "Outcome unknown",
            "Kho dữ liệu không trả lời kịp; có thể đã ghi. Hãy gửi lại đúng yêu cầu này với cùng Idempotency-Key.",
            "The store did not answer in time; it may have been written. Repeat the same request under the same"
                    + " Idempotency-Key.");

    private final int status;
    private final String code;
    private final String title;
    private final String titleEn;
    private final String detail;
    private final String detailEn;

    ProblemType(int status, String code, String title, String titleEn, String detail, String detailEn) {
        this.status = status;
        this.code = code;
        this.title = title;
        this.titleEn = titleEn;
        this.detail = detail;
        this.detailEn = detailEn;
    }

    /** Last part of the type. */
    public String code() {
        return code;
    }

    /** The status of the answer. */
    public HttpStatus status() {
        return HttpStatus.valueOf(status);
    }

    String title() {
        return title;
    }

    String titleEn() {
        return titleEn;
    }

    String detail() {
        return detail;
    }

    String detailEn() {
        return detailEn;
    }
}
