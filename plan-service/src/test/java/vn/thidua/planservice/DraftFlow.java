package vn.thidua.planservice;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import vn.thidua.platform.testing.Tokens;

/** A draft as its office sees it, over HTTP. */
final class DraftFlow {

    private final RunningService plan;
    private final Tokens clerk;
    final String id;

    private DraftFlow(RunningService plan, Tokens clerk, String id) {
        this.plan = plan;
        this.clerk = clerk;
        this.id = id;
    }

    /** Begins with a document. */
    static DraftFlow upload(RunningService service, Tokens clerk, String unit, String name, byte[] document) {
        RunningService plan = service.plan();
        var answer = plan.upload(clerk, "/drafts/documents?unit=" + unit + "&name=" + name, document);
        assertThat(answer.statusCode()).as(RunningService.text(answer)).isEqualTo(201);
        return new DraftFlow(plan, clerk, RunningService.json(answer).get("id").asString());
    }

    JsonNode whole() {
        return plan.get(clerk, "/drafts/" + id);
    }

    JsonNode content() {
        return whole().get("content");
    }

    /** The task as it stands in the draft. */
    JsonNode task(int n) {
        for (JsonNode task : content().get("tasks")) {
            if (task.get("n").asInt() == n) {
                return task.get("content");
            }
        }
        throw new AssertionError("no task " + n);
    }

    /** Takes values over as they were read. */
    void accept(String body) {
        plan.does(clerk, "/drafts/" + id + "/acceptance", body);
    }

    /** @param seen revision that was looked at */
    HttpResponse<byte[]> revise(String body, long seen) {
        return plan.send("POST", clerk, "/drafts/" + id + "/revision", body, "If-Match", "\"" + seen + "\"");
    }

    void revised(String body) {
        HttpResponse<byte[]> answer = revise(body, content().get("revision").asLong());
        assertThat(answer.statusCode()).as(RunningService.text(answer)).isEqualTo(204);
    }

    HttpResponse<byte[]> issue(Tokens leader) {
        return issue(leader, content().get("revision").asLong());
    }

    /** @param seen revision that was looked at */
    HttpResponse<byte[]> issue(Tokens leader, long seen) {
        return plan.send("POST", leader, "/drafts/" + id + "/issuance", null, "If-Match", "\"" + seen + "\"");
    }

    /** Id of the plan in force; its tasks stand. */
    String issued(Tokens leader) {
        HttpResponse<byte[]> answer = issue(leader);
        assertThat(answer.statusCode()).as(RunningService.text(answer)).isEqualTo(201);
        assertThat(answer.headers().firstValue("X-Stale")).isEmpty();
        return RunningService.json(answer).get("id").asString();
    }

    List<String> warnings() {
        List<String> codes = new ArrayList<>();
        whole().get("warnings").forEach(each -> codes.add(each.get("code").asString()));
        return codes;
    }

    /** The words of the document from which a value was read. */
    String source(String path) {
        JsonNode proposal = whole().get("proposal");
        StringBuilder words = new StringBuilder();
        for (JsonNode range : proposal.get("sources").get(path)) {
            words.append(proposal.get("text")
                    .asString()
                    .substring(range.get("start").asInt(), range.get("end").asInt()));
        }
        return words.toString();
    }

    static List<String> words(JsonNode assignees) {
        List<String> words = new ArrayList<>();
        assignees.forEach(each -> words.add(each.get("words").asString()));
        return words;
    }
}
