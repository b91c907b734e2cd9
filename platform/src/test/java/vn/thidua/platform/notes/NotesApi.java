package vn.thidua.platform.notes;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.platform.security.Access;
import vn.thidua.platform.security.Caller;
import vn.thidua.platform.security.Relation;
import vn.thidua.platform.security.Role;
import vn.thidua.platform.security.Scope;
import vn.thidua.platform.security.UnknownResourceException;
import vn.thidua.platform.web.command.CommandAnswers;
import vn.thidua.platform.web.command.CommandRequest;
import vn.thidua.platform.web.read.Answers;
import vn.thidua.platform.web.read.Page;
import vn.thidua.platform.web.read.PageRequest;

/** Endpoints with every kind of relation. */
@RestController
@RequestMapping("/api/v1/notes")
public class NotesApi {

    private static final Map<String, String> OWNERS = Map.of("of-left", "left", "of-right", "right", "of-leaf", "leaf");

    private final FakeCommands commands;

    public NotesApi(FakeCommands commands) {
        this.commands = commands;
    }

    /** A note as it comes in. */
    public record Write(
            @NotBlank @Size(max = 20) String text,
            @NotBlank String unit,
            @Nullable LocalDate day,
            @Nullable List<@Valid Line> lines) {}

    /** A line of it. */
    public record Line(@NotBlank String words, int count) {}

    /** A note as it goes out. */
    public record Note(String id, String unit) {}

    @PostMapping("/notes")
    @Access(
            relation = Relation.NAMED_UNIT,
            roles = {Role.OFFICER, Role.ADMIN},
            scopes = "operations")
    ResponseEntity<CommandAnswers.Made> write(@RequestBody @Valid Write body, Scope scope, CommandRequest request) {
        scope.requireNamed(body.unit());
        return CommandAnswers.created(request, request.send(commands, body));
    }

    @PutMapping("/notes/{id}")
    @Access(relation = Relation.SCOPE, roles = Role.OFFICER)
    ResponseEntity<Void> change(
            @PathVariable String id, @RequestBody @Valid Write body, Scope scope, CommandRequest request) {
        owner(id, scope);
        return CommandAnswers.changed(request, request.send(commands, body));
    }

    @GetMapping("/notes/{id}")
    @Access(
            relation = Relation.SCOPE,
            roles = {Role.OFFICER, Role.LEADER})
    ResponseEntity<Note> note(@PathVariable String id, Scope scope) {
        return Answers.versioned(7, new Note(id, owner(id, scope)));
    }

    @GetMapping("/notes")
    @Access(
            relation = Relation.NAMED_UNIT,
            roles = {Role.OFFICER, Role.LEADER})
    Page<Note> list(@RequestParam(required = false) @Nullable String unit, Scope scope, PageRequest page) {
        if (unit != null) {
            scope.requireNamed(unit);
        }
        var reach = unit == null ? scope.reach().units() : List.of(unit);
        List<Note> all = IntStream.range(0, 120)
                .mapToObj(
                        n -> new Note("note-%03d".formatted(n), reach.iterator().next()))
                .toList();
        PageRequest.@Nullable Cursor after = page.after();
        List<Note> behind = all.stream()
                .filter(note -> after == null || note.id().compareTo(after.id()) > 0)
                .limit(page.limit() + 1L)
                .toList();
        return page.page(behind, note -> new PageRequest.Cursor(note.id(), note.id()), note -> note);
    }

    /** What a unit has to say to those below it. */
    @GetMapping("/notices/{unit}")
    @Access(
            relation = Relation.CONCERNED,
            roles = {Role.OFFICER, Role.LEADER})
    Note notice(@PathVariable String unit, Scope scope) {
        scope.requireConcerned(unit, List.of());
        return new Note("notice", unit);
    }

    @GetMapping("/people/{id}/notes")
    @Access(relation = Relation.SELF)
    List<String> own(@PathVariable String id, Scope scope) {
        if (!scope.isSelf(id)) {
            throw UnknownResourceException.unknown();
        }
        return List.of("mine");
    }

    @GetMapping("/me")
    @Access(relation = Relation.ANY_AUTHENTICATED)
    Caller me(Caller caller) {
        return caller;
    }

    @GetMapping("/upkeep")
    @Access(relation = Relation.ROLE, roles = Role.ADMIN, scopes = "operations")
    Map<String, String> upkeep() {
        return Map.of("state", "fine");
    }

    private static String owner(String id, Scope scope) {
        @Nullable String owner = OWNERS.get(id);
        if (owner == null) {
            throw UnknownResourceException.unknown();
        }
        scope.requireOwner(owner);
        return owner;
    }
}
