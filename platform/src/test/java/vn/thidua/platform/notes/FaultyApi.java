package vn.thidua.platform.notes;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.platform.security.Access;
import vn.thidua.platform.security.Relation;
import vn.thidua.platform.security.Role;
import vn.thidua.platform.security.Scope;

/** Endpoints with faults. */
@RestController
@RequestMapping("/api/v1/notes")
public class FaultyApi {

    @GetMapping("/careless/{id}")
    @Access(relation = Relation.SCOPE, roles = Role.OFFICER)
    NotesApi.Note careless(@PathVariable String id, Scope scope) {
        return new NotesApi.Note(id, "nobody asked " + scope.today());
    }

    @GetMapping("/broken")
    @Access(relation = Relation.ANY_AUTHENTICATED)
    NotesApi.Note broken() {
        throw new IllegalStateException("secret words of the inside");
    }
}
