package vn.thidua.organization.api;

import static org.springframework.http.HttpHeaders.CONTENT_DISPOSITION;

import com.mongodb.client.model.Filters;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.organization.imports.ImportDesk;
import vn.thidua.organization.sheet.SheetLimits;
import vn.thidua.organization.sheet.check.RowReport;
import vn.thidua.organization.sheet.check.SheetPreview;
import vn.thidua.organization.sheet.check.Step;
import vn.thidua.organization.sheet.write.SheetTemplate;
import vn.thidua.platform.context.Accepted;
import vn.thidua.platform.context.Ids;
import vn.thidua.platform.security.Access;
import vn.thidua.platform.security.Relation;
import vn.thidua.platform.security.Role;
import vn.thidua.platform.security.Scope;
import vn.thidua.platform.security.UnknownResourceException;
import vn.thidua.platform.web.command.CommandAnswers;
import vn.thidua.platform.web.command.CommandRequest;
import vn.thidua.platform.web.command.UploadRequest;
import vn.thidua.platform.web.read.Answers;
import vn.thidua.platform.web.read.Page;
import vn.thidua.platform.web.read.PageRequest;
import vn.thidua.platform.web.read.Workbooks;

/** Lists of units and people: uploaded, looked at row by row, confirmed, taken back. */
@RestController
@RequestMapping("/api/v1/organization/imports")
class ImportsApi {

    private final ImportDesk desk;

    ImportsApi(ImportDesk desk) {
        this.desk = desk;
    }

    /** The workbook to fill in. */
    @GetMapping("/template")
    @Access(
            relation = Relation.ROLE,
            roles = {Role.OFFICER, Role.ADMIN},
            scopes = "operations")
    ResponseEntity<byte[]> template() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SheetTemplate.write(out);
        return ResponseEntity.ok()
                .contentType(Workbooks.XLSX)
                .header(CONTENT_DISPOSITION, "attachment; filename=\"mau-don-vi-nhan-su.xlsx\"")
                .body(out.toByteArray());
    }

    /**
     * A file, as the bytes of the body. 201 with what it would do; 200 with the rows that have errors, if there are any:
     * then nothing was kept.
     */
    @PostMapping(consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Access(
            relation = Relation.NAMED_UNIT,
            roles = {Role.OFFICER, Role.ADMIN},
            scopes = "operations")
    ResponseEntity<ImportAnswers.Uploaded> upload(
            @RequestParam String unit,
            @RequestParam(defaultValue = "danh-sach") String name,
            Scope scope,
            UploadRequest from)
            throws IOException {
        scope.requireNamed(unit);
        byte[] bytes = from.read(SheetLimits.STANDARD.bytes());
        CommandRequest request = from.command(bytes);
        ImportDesk.Proposal proposal = desk.propose(
                Ids.fresh(),
                unit,
                new ByteArrayInputStream(bytes),
                name,
                reach(scope),
                preview -> mustReach(preview, scope),
                request.act(),
                request.once());
        Accepted accepted = proposal.accepted();
        if (accepted == null) {
            return ResponseEntity.ok(ImportAnswers.uploaded(null, proposal.preview()));
        }
        ResponseEntity<CommandAnswers.Made> made = CommandAnswers.created(request, accepted);
        return ResponseEntity.status(made.getStatusCode())
                .headers(made.getHeaders())
                .body(ImportAnswers.uploaded(accepted.aggregateId(), proposal.preview()));
    }

    private static Predicate<String> reach(Scope scope) {
        if (scope.isEverywhere()) {
            return unit -> true;
        }
        Set<String> units = scope.reach().units();
        return units::contains;
    }

    /** Every unit that stood before and that a step touches must be within reach; only who is everywhere adds a top. */
    private static void mustReach(SheetPreview preview, Scope scope) {
        Set<String> known = new HashSet<>();
        Set<String> made = new HashSet<>();
        for (Step step : preview.steps()) {
            switch (step) {
                case Step.NewUnit unit -> {
                    made.add(unit.id());
                    if (unit.parent() == null) {
                        scope.requireEverywhere();
                    } else {
                        known.add(unit.parent());
                    }
                    unit.later().forEach(place -> known.add(place.parent()));
                }
                case Step.Rename rename -> known.add(rename.unit());
                case Step.Move move -> known.addAll(List.of(move.unit(), move.parent()));
                case Step.Merge merge -> {
                    known.add(merge.into());
                    known.addAll(merge.merged());
                }
                case Step.End end -> known.add(end.unit());
                case Step.NewPerson person -> known.add(person.unit());
                case Step.Post post -> known.add(post.unit());
            }
        }
        known.removeAll(made);
        known.forEach(scope::requireNamed);
    }

    /** Imports of a unit, the latest first. */
    @GetMapping
    @Access(
            relation = Relation.NAMED_UNIT,
            roles = {Role.OFFICER, Role.ADMIN, Role.AUDITOR},
            scopes = "operations")
    Page<ImportAnswers.Progress> list(@RequestParam String unit, Scope scope, PageRequest page) {
        scope.requireNamed(unit);
        return page.findDescending(desk.rows(), Filters.eq("unit", unit), "made", ImportAnswers::progress);
    }

    /** How far it is. */
    @GetMapping("/{id}")
    @Access(
            relation = Relation.SCOPE,
            roles = {Role.OFFICER, Role.ADMIN, Role.AUDITOR},
            scopes = "operations")
    ResponseEntity<ImportAnswers.Progress> progress(@PathVariable String id, Scope scope) {
        Document row = owned(id, scope);
        return Answers.versioned(row.get("version", Number.class).longValue(), ImportAnswers.progress(row));
    }

    /** What it does row by row, in the order of the file; nothing once the file is gone. */
    @GetMapping("/{id}/rows")
    @Access(
            relation = Relation.SCOPE,
            roles = {Role.OFFICER, Role.ADMIN},
            scopes = "operations")
    Page<RowReport> rows(
            @PathVariable String id,
            @RequestParam(required = false) RowReport.@Nullable Outcome outcome,
            Scope scope,
            PageRequest page)
            throws IOException {
        owned(id, scope);
        List<RowReport> all = desk.preview(id).map(SheetPreview::rows).orElse(List.of());
        PageRequest.@Nullable Cursor after = page.after();
        long from = after != null && after.sort() instanceof Long number ? number + 1 : 0;
        List<Numbered> wanted = new ArrayList<>();
        for (int i = (int) Math.min(from, all.size()); i < all.size() && wanted.size() <= page.limit(); i++) {
            if (outcome == null || all.get(i).outcomes().contains(outcome)) {
                wanted.add(new Numbered(i, all.get(i)));
            }
        }
        return page.page(
                wanted, row -> new PageRequest.Cursor(row.number(), String.valueOf(row.number())), Numbered::report);
    }

    private record Numbered(long number, RowReport report) {}

    /** Has it written. */
    @PostMapping("/{id}/confirmation")
    @Access(
            relation = Relation.SCOPE,
            roles = {Role.OFFICER, Role.ADMIN},
            scopes = "operations")
    ResponseEntity<CommandAnswers.Made> confirm(@PathVariable String id, Scope scope, CommandRequest request)
            throws IOException {
        Document row = owned(id, scope);
        Accepted accepted = desk.confirm(row, reach(scope), request.act(), request.once(), request.expectedVersion());
        return CommandAnswers.taken(request, accepted, ImportsApi::address);
    }

    /** Goes on where it stopped. */
    @PostMapping("/{id}/resumption")
    @Access(
            relation = Relation.SCOPE,
            roles = {Role.OFFICER, Role.ADMIN},
            scopes = "operations")
    ResponseEntity<CommandAnswers.Made> resume(@PathVariable String id, Scope scope, CommandRequest request) {
        owned(id, scope);
        Accepted accepted = desk.resume(id, request.act(), request.once(), request.expectedVersion());
        return CommandAnswers.taken(request, accepted, ImportsApi::address);
    }

    /** Has it taken back, as long as nothing else refers to what came with it. */
    @PostMapping("/{id}/undo")
    @Access(
            relation = Relation.SCOPE,
            roles = {Role.OFFICER, Role.ADMIN},
            scopes = "operations")
    ResponseEntity<CommandAnswers.Made> undo(@PathVariable String id, Scope scope, CommandRequest request) {
        owned(id, scope);
        Accepted accepted = desk.undo(id, request.act(), request.once(), request.expectedVersion());
        return CommandAnswers.taken(request, accepted, ImportsApi::address);
    }

    /** Gives a proposal up. */
    @DeleteMapping("/{id}")
    @Access(
            relation = Relation.SCOPE,
            roles = {Role.OFFICER, Role.ADMIN},
            scopes = "operations")
    ResponseEntity<Void> discard(@PathVariable String id, Scope scope, CommandRequest request) {
        Document row = owned(id, scope);
        return CommandAnswers.changed(
                request, desk.discard(row, request.act(), request.once(), request.expectedVersion()));
    }

    private static String address(String id) {
        return "/api/v1/organization/imports/" + id;
    }

    private Document owned(String id, Scope scope) {
        Document row = desk.find(id).orElse(null);
        scope.requireOwner(row == null ? "" : row.getString("unit"));
        if (row == null) {
            throw UnknownResourceException.unknown();
        }
        return row;
    }
}
