package vn.thidua.access.api;

import vn.thidua.access.view.SignInNames;
import vn.thidua.platform.web.problem.FieldProblem;
import vn.thidua.platform.web.problem.ProblemException;
import vn.thidua.platform.web.problem.ProblemType;

/** What a sign-in name must look like. */
final class Names {

    static final String VIETNAMESE =
            "Tên đăng nhập gồm 3 đến 64 chữ cái, chữ số và các dấu . _ - @, bắt đầu và kết thúc bằng chữ hoặc số. Hãy sửa lại.";
    static final String ENGLISH =
            "A sign-in name has 3 to 64 Latin letters, digits and . _ - @, a letter or digit first and last.";

    private Names() {}

    static void mustFit(String name, String field) {
        if (!SignInNames.fits(name)) {
            throw new ProblemException(ProblemType.INVALID, new FieldProblem(field, VIETNAMESE, ENGLISH));
        }
    }
}
