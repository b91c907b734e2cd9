package vn.thidua.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.thidua.platform.notes.Client;
import vn.thidua.platform.notes.NotesApplication;
import vn.thidua.platform.testing.Tokens;

class OpenApiIT {

    @Test
    void aContextIsDescribedInOpenApi31() {
        try (var application = NotesApplication.start(Map.of())) {
            var client = new Client(application);
            HttpResponse<String> answer = client.get(null, "/api/v1/notes/openapi.json");
            assertThat(answer.statusCode()).isEqualTo(200);
            JsonNode description = JsonMapper.shared().readTree(answer.body());
            assertThat(description.path("openapi").asString()).startsWith("3.1.");
            assertThat(description.path("info").path("title").asString()).isEqualTo("notes");
            assertThat(description.path("paths").propertyNames())
                    .contains("/api/v1/notes/notes", "/api/v1/notes/notes/{id}", "/api/v1/notes/me")
                    .allMatch(path -> path.startsWith("/api/v1/notes/"));
            JsonNode write =
                    description.path("paths").path("/api/v1/notes/notes").path("post");
            assertThat(write.path("description").asString())
                    .isEqualTo("Access: NAMED_UNIT (OFFICER, ADMIN, scope operations)");
            assertThat(write.path("parameters").valueStream().map(each -> each.path("name")
                            .asString()))
                    .containsExactlyInAnyOrder("Idempotency-Key", "If-Match", "X-Position");
            JsonNode list =
                    description.path("paths").path("/api/v1/notes/notes").path("get");
            assertThat(list.path("parameters").valueStream().map(each -> each.path("name")
                            .asString()))
                    .containsExactlyInAnyOrder("unit", "limit", "cursor", "X-Position");
            assertThat(description.at("/components/schemas").propertyNames())
                    .contains("Problem", "FieldProblem", "Write", "Note");
            assertThat(description
                            .at("/components/schemas/Write/properties/text/maxLength")
                            .asInt())
                    .isEqualTo(20);
            assertThat(description
                            .at("/components/schemas/Note/required")
                            .valueStream()
                            .map(JsonNode::asString))
                    .containsExactlyInAnyOrder("id", "unit");
            assertThat(description
                            .at("/components/schemas/Write/required")
                            .valueStream()
                            .map(JsonNode::asString))
                    .containsExactlyInAnyOrder("text", "unit");
            assertThat(description
                            .at("/components/schemas/Write/properties/day/type")
                            .valueStream()
                            .map(JsonNode::asString))
                    .containsExactlyInAnyOrder("string", "null");
            assertThat(client.get(null, "/api/v1/others/openapi.json").statusCode())
                    .isEqualTo(404);
            assertThat(client.get(null, "/v3/api-docs").statusCode()).isEqualTo(401);
            assertThat(client.get(Tokens.of("an"), "/v3/api-docs").statusCode()).isEqualTo(404);
        }
    }
}
