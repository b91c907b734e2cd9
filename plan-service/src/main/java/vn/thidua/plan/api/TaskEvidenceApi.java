package vn.thidua.plan.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.plan.view.tasks.Tasks.Task;
import vn.thidua.platform.files.StoredFile;
import vn.thidua.platform.security.Access;
import vn.thidua.platform.security.ReadAccess;
import vn.thidua.platform.security.Relation;
import vn.thidua.platform.security.Role;
import vn.thidua.platform.security.Scope;
import vn.thidua.platform.security.UnknownResourceException;
import vn.thidua.platform.web.read.Downloads;

/** Files that show how far a task is: sent before the report that names them, read by whoever has part in the task. */
@RestController
@RequestMapping("/api/v1/plan/plans/{id}/tasks/{n}/evidence")
class TaskEvidenceApi {

    private final TaskReach reach;
    private final Evidence evidence;

    TaskEvidenceApi(TaskReach reach, Evidence evidence) {
        this.reach = reach;
        this.evidence = evidence;
    }

    /**
     * Takes a picture (PNG, JPEG), a PDF, a Word or an Excel file of at most 20 MiB, as the bytes of the body. Nothing is
     * reported by it: a report or a completion names the id. One that none names goes after a day.
     */
    @PostMapping(consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Access(
            relation = Relation.SCOPE,
            roles = {Role.OFFICER, Role.LEADER, Role.STANDING_OFFICE, Role.ADMIN, Role.VILLAGE_HEAD})
    ResponseEntity<TaskBodies.EvidenceFile> upload(
            @PathVariable String id,
            @PathVariable int n,
            @RequestParam(defaultValue = "minh-chung") String name,
            Scope scope,
            HttpServletRequest http)
            throws IOException {
        Task task = reach.party(id, n, scope);
        StoredFile file = evidence.take(task, http.getInputStream(), name);
        return ResponseEntity.created(URI.create(http.getRequestURI() + "/" + file.id()))
                .body(new TaskBodies.EvidenceFile(
                        file.id(), file.name(), file.type().name(), file.size(), file.sha256()));
    }

    /** The bytes. */
    @GetMapping("/{file}")
    @ReadAccess(relation = Relation.SCOPE)
    ResponseEntity<InputStreamResource> download(
            @PathVariable String id, @PathVariable int n, @PathVariable String file, Scope scope) {
        Task task = reach.party(id, n, scope);
        return Downloads.of(evidence.open(task, file).orElseThrow(UnknownResourceException::unknown));
    }
}
