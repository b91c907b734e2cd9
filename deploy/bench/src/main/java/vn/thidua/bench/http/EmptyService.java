package vn.thidua.bench.http;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.bench.http.NotesService.Line;
import vn.thidua.bench.http.NotesService.Wanted;
import vn.thidua.bench.note.NoteEvent.LineAdded;
import vn.thidua.bench.note.NoteLines;

/** The baseline: Spring MVC and the driver; nobody is asked who they are, and nothing is promised. */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    PropertyPlaceholderAutoConfiguration.class,
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class
})
@Import(EmptyService.Api.class)
class EmptyService {

    @RestController
    @RequestMapping("/raw")
    static class Api {

        private final MongoCollection<Document> rows;
        private final AtomicLong next = new AtomicLong();
        private final String turn = UUID.randomUUID().toString();

        Api(MongoDatabase database) {
            this.rows = database.getCollection("raw_rows").withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        }

        @PostMapping("/{note}/lines")
        ResponseEntity<Void> add(@PathVariable String note, @RequestBody Wanted body) {
            rows.insertOne(document(note, turn + next.getAndIncrement()));
            return ResponseEntity.noContent().build();
        }

        @GetMapping("/{note}/lines/{number}")
        ResponseEntity<Line> line(@PathVariable String note, @PathVariable long number) {
            @Nullable
            Document row =
                    rows.find(Filters.eq("_id", NoteLines.id(note, number))).first();
            return row == null
                    ? ResponseEntity.notFound().build()
                    : ResponseEntity.ok(new Line(
                            row.getString("note"),
                            row.getString("unit"),
                            row.getLong("number"),
                            row.getString("text")));
        }

        private static Document document(String note, String id) {
            LineAdded line = LineAdded.number(note, 1);
            return NoteLines.row(new Document("_id", id), note, line.unit(), 1, line.text());
        }
    }
}
