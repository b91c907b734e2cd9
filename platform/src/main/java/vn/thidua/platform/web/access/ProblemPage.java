package vn.thidua.platform.web.access;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import vn.thidua.platform.web.problem.ProblemAdvice;
import vn.thidua.platform.web.problem.ProblemWriter;

/** What the container answers when a request failed before or outside of Spring MVC: a problem as anywhere else. */
@Controller
public final class ProblemPage implements ErrorController {

    private final ProblemWriter problems;

    public ProblemPage(ProblemWriter problems) {
        this.problems = problems;
    }

    /** Answers with the status that the container has decided on. */
    @RequestMapping("/error")
    public void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer known ? known : 404;
        problems.write(request, response, ProblemAdvice.byStatus(status));
    }
}
