package vn.thidua.bench.http;

import com.mongodb.client.model.Filters;
import java.time.LocalDate;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.bench.note.NoteCommand.AddLine;
import vn.thidua.bench.note.NoteLines;
import vn.thidua.bench.note.Notes;
import vn.thidua.platform.context.ContextRuntime;
import vn.thidua.platform.context.ContextSpec;
import vn.thidua.platform.hosting.Contexts;
import vn.thidua.platform.scope.UnitTree;
import vn.thidua.platform.security.Access;
import vn.thidua.platform.security.Relation;
import vn.thidua.platform.security.Role;
import vn.thidua.platform.security.Scope;
import vn.thidua.platform.security.UnknownResourceException;
import vn.thidua.platform.web.command.CommandAnswers;
import vn.thidua.platform.web.command.CommandRequest;
import vn.thidua.platform.web.read.Answers;

/** A service with all that a service has: tokens, rights, problems, once-keys, versions, views. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(NotesService.Api.class)
class NotesService {

    @Bean
    ContextSpec notes() {
        return Notes.spec(Notes.CONTEXT).views(new NoteLines.Own()).build();
    }

    @Bean
    UnitTree tree() {
        return new OneUnit();
    }

    /** What is asked for. */
    record Wanted(String unit, String text) {}

    /** A line as it is answered. */
    record Line(String note, String unit, long number, String text) {}

    @RestController
    @RequestMapping("/api/v1/notes")
    static class Api {

        private final ContextRuntime context;

        Api(Contexts contexts) {
            this.context = contexts.get(Notes.CONTEXT);
        }

        @PostMapping("/{note}/lines")
        @Access(relation = Relation.NAMED_UNIT, roles = Role.OFFICER)
        ResponseEntity<Void> add(
                @PathVariable String note, @RequestBody Wanted body, Scope scope, CommandRequest request) {
            scope.requireNamed(body.unit());
            return CommandAnswers.changed(request, request.send(context.commands(), new AddLine(note)));
        }

        @GetMapping("/{note}/lines/{number}")
        @Access(relation = Relation.SCOPE, roles = Role.OFFICER)
        ResponseEntity<Line> line(@PathVariable String note, @PathVariable long number, Scope scope) {
            @Nullable
            Document row = context.views()
                    .store()
                    .collection(NoteLines.NAME)
                    .find(Filters.eq("_id", NoteLines.id(note, number)))
                    .first();
            if (row == null || !scope.covers(OneUnit.ID)) {
                throw UnknownResourceException.unknown();
            }
            return Answers.versioned(
                    row.getLong("number"),
                    new Line(
                            row.getString("note"),
                            row.getString("unit"),
                            row.getLong("number"),
                            row.getString("text")));
        }
    }

    /** A tree of one. */
    static final class OneUnit implements UnitTree {

        static final String ID = "unit-1";

        @Override
        public boolean isUnder(String unit, String ancestor, LocalDate day) {
            return unit.equals(ID) && ancestor.equals(ID);
        }

        @Override
        public List<String> subtree(String unit, LocalDate day) {
            return unit.equals(ID) ? List.of(ID) : List.of();
        }
    }
}
