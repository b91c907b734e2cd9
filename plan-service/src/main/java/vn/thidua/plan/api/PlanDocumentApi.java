package vn.thidua.plan.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.plan.document.PlanDocument;
import vn.thidua.plan.domain.plan.PlanDetails;
import vn.thidua.plan.view.directory.Directory;
import vn.thidua.plan.view.plans.PlanLine;
import vn.thidua.plan.view.plans.PlanLists;
import vn.thidua.plan.view.plans.Plans;
import vn.thidua.platform.files.FileType;
import vn.thidua.platform.security.ReadAccess;
import vn.thidua.platform.security.Relation;
import vn.thidua.platform.security.Scope;
import vn.thidua.platform.security.UnknownResourceException;

/** An issued plan as a document. */
@RestController
@RequestMapping("/api/v1/plan/plans/{id}/document.docx")
class PlanDocumentApi {

    private final Plans plans;
    private final PlanLists lists;
    private final Directory directory;
    private final Reading reading;

    PlanDocumentApi(Plans plans, PlanLists lists, Directory directory, Reading reading) {
        this.plans = plans;
        this.lists = lists;
        this.directory = directory;
        this.reading = reading;
    }

    /**
     * The plan as a Word document in the layout of Decree 30/2020/NĐ-CP; reading it gives the same plan. The unit is called
     * as on the day of issue.
     *
     * @param version the newest one, if it is left out
     */
    @GetMapping
    @ReadAccess(relation = Relation.CONCERNED)
    ResponseEntity<byte[]> document(
            @PathVariable String id, @RequestParam(required = false) @Nullable Integer version, Scope scope)
            throws IOException {
        // one that was issued a moment ago is waited for here
        int newest = plans.find(id).map(Plans.Plan::version).orElse(1);
        PlanLine plan = reading.plan(id, scope.today(), scope);
        PlanLists.Version wanted =
                lists.version(id, version == null ? newest : version).orElseThrow(UnknownResourceException::unknown);
        PlanDetails details = wanted.details();
        LocalDate day = Objects.requireNonNullElse(details.issueDate(), scope.today());
        Issuer issuer = Issuer.of(plan.unit(), day, directory);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PlanDocument.write(details, wanted.tasks(), issuer.name(), issuer.above(), out);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(FileType.DOCX.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name(details, wanted.version()), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(out.toByteArray());
    }

    /** {@code ke-hoach-07-KH-UBND-2026.docx}. */
    private static String name(PlanDetails details, int version) {
        String number = Objects.requireNonNullElse(details.documentNumber(), "").replaceAll("[^\\p{L}\\d]+", "-");
        return "ke-hoach-" + number + (details.year() == null ? "" : "-" + details.year())
                + (version > 1 ? "-ban-" + version : "") + ".docx";
    }
}
