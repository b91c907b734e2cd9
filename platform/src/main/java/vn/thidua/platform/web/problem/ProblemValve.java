package vn.thidua.platform.web.problem;

import java.io.IOException;
import java.util.List;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;
import vn.thidua.platform.web.RequestIds;

/** Answers with a problem what the server refuses before any filter sees it, as an address that is none. */
public final class ProblemValve extends ErrorReportValve {

    private final JsonMapper mapper;

    public ProblemValve(JsonMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            byte[] body = mapper.writeValueAsBytes(
                    Problem.of(ProblemAdvice.byStatus(status), RequestIds.of(request), List.of()));
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
            response.finishResponse();
        } catch (IOException | IllegalStateException e) {
            // the client is gone, or the answer has begun
            getContainer().getLogger().debug("a refusal could not be told", e);
        }
    }
}
