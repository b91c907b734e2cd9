package vn.thidua.platform.web.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;
import vn.thidua.platform.web.RequestIds;

/** Writes problems where Spring MVC does not: in filters. */
public final class ProblemWriter {

    private final JsonMapper mapper;

    public ProblemWriter(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /** Answers with the problem; does nothing if an answer has begun. */
    public void write(HttpServletRequest request, HttpServletResponse response, ProblemType type) throws IOException {
        write(response, Problem.of(type, RequestIds.of(request), List.of()));
    }

    /** The same with a problem that is there. */
    public void write(HttpServletResponse response, Problem problem) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        byte[] body = mapper.writeValueAsBytes(problem);
        response.resetBuffer();
        response.setStatus(problem.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(body.length));
        response.getOutputStream().write(body);
    }
}
