package vn.thidua.planservice;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.planservice.RunningService.OPERATOR;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.thidua.platform.testing.Eventually;

/** A request to context plan that was refused. */
final class Refused {

    private final RunningService plan;
    private final HttpResponse<byte[]> answer;
    private final JsonNode problem;

    Refused(RunningService service, HttpResponse<byte[]> answer) {
        this.plan = service.plan();
        this.answer = answer;
        assertThat(answer.statusCode()).as(RunningService.text(answer)).isBetween(400, 499);
        this.problem = RunningService.json(answer);
    }

    /** Status and code; the answer says in Vietnamese what to do. */
    Refused with(int status, String code) {
        assertThat(answer.statusCode()).as(problem.toString()).isEqualTo(status);
        assertThat(problem.get("type").asString()).endsWith("/" + code);
        // what is wrong, and behind it the remedy
        assertThat(problem.get("detail").asString()).matches("(?s).+[.] (Hãy|Các loại được nhận).+");
        return this;
    }

    Refused naming(String field) {
        List<String> fields = new ArrayList<>();
        JsonNode errors = problem.get("errors");
        if (errors != null) {
            errors.forEach(error -> fields.add(error.get("field").asString()));
        }
        assertThat(fields).as(problem.toString()).contains(field);
        return this;
    }

    Refused saying(String words) {
        assertThat(problem.toString()).contains(words);
        return this;
    }

    /** It stands among what was refused, under the id of the request. */
    void isRecorded() {
        String request = answer.headers().firstValue("X-Request-Id").orElseThrow();
        String code = lastPart(problem.get("type").asString());
        Eventually.eventually("the refusal " + code + " is recorded", () -> code.equals(codeOf(request)));
    }

    private @Nullable String codeOf(String request) {
        for (JsonNode each : plan.get(OPERATOR, "/refusals?limit=200").get("items")) {
            if (each.get("request").asString().equals(request)) {
                return each.get("code").asString();
            }
        }
        return null;
    }

    private static String lastPart(String type) {
        return type.substring(type.lastIndexOf('/') + 1);
    }
}
