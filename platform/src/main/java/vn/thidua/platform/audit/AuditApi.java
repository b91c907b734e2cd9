package vn.thidua.platform.audit;

import com.mongodb.client.model.Filters;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.platform.hosting.Contexts;
import vn.thidua.platform.security.Access;
import vn.thidua.platform.security.Relation;
import vn.thidua.platform.security.Role;
import vn.thidua.platform.security.Scope;
import vn.thidua.platform.security.UnknownResourceException;
import vn.thidua.platform.web.read.Page;
import vn.thidua.platform.web.read.PageRequest;

/** What was done, and what was refused, for the units within the caller's reach; the latest first. */
@RestController
@RequestMapping("/api/v1/{context}")
public class AuditApi {

    private static final String OPERATIONS = "operations";

    private final Contexts contexts;
    private final RefusedRequests refused;

    public AuditApi(Contexts contexts, RefusedRequests refused) {
        this.contexts = contexts;
        this.refused = refused;
    }

    /**
     * Accepted acts.
     *
     * @param unit acted for; without it, all units within reach
     * @param actor who acted, in the own name or for another
     * @param actingFor for whom somebody else acted
     */
    @GetMapping("/audit")
    @Access(
            relation = Relation.NAMED_UNIT,
            roles = {Role.AUDITOR, Role.ADMIN},
            scopes = OPERATIONS)
    public Page<Entry> audit(
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @Nullable String actingFor,
            @RequestParam(required = false) @Nullable String aggregate,
            @RequestParam(required = false) @Nullable String correlation,
            Scope scope,
            PageRequest page,
            HttpServletRequest request) {
        var runtime = contexts.of(request);
        List<Bson> filters = new ArrayList<>();
        filters.add(within(unit, AuditView.UNIT, scope));
        with(filters, AuditView.ACTOR, actor);
        with(filters, AuditView.ACTING_FOR, actingFor);
        with(filters, AuditView.AGGREGATE, aggregate);
        with(filters, AuditView.CORRELATION, correlation);
        return page.findDescending(
                runtime.views().store().collection(AuditView.NAME),
                Filters.and(filters),
                AuditView.POSITION,
                AuditView::entry);
    }

    /**
     * An accepted act with what it changed.
     *
     * @param changes values that are new or another, as the event says them; what is sealed stays so
     */
    record Detail(Entry entry, List<Changes.Change> changes) {}

    /** What one act changed: old and new values. */
    @GetMapping("/audit/{id}")
    @Access(
            relation = Relation.SCOPE,
            roles = {Role.AUDITOR, Role.ADMIN},
            scopes = OPERATIONS)
    Detail detail(@PathVariable String id, Scope scope, HttpServletRequest request) {
        var runtime = contexts.of(request);
        @Nullable
        Document row = runtime.views()
                .store()
                .collection(AuditView.NAME)
                .find(Filters.eq("_id", id))
                .first();
        @Nullable String unit = row == null ? null : row.getString(AuditView.UNIT);
        // an act of the spine itself belongs to nobody's unit
        scope.requireOwner(unit == null ? "" : unit);
        if (row == null) {
            throw UnknownResourceException.unknown();
        }
        Entry entry = AuditView.entry(row);
        return new Detail(
                entry,
                entry.aggregate() == null ? List.of() : new Changes(runtime).of(entry.aggregate(), entry.sequence()));
    }

    /**
     * Refused acts and reads.
     *
     * @param unit that the caller held a role for; without it, all units within reach
     */
    @GetMapping("/refusals")
    @Access(
            relation = Relation.NAMED_UNIT,
            roles = {Role.AUDITOR, Role.ADMIN},
            scopes = OPERATIONS)
    public Page<Refusal> refusals(
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String actor,
            Scope scope,
            PageRequest page,
            HttpServletRequest request) {
        Refusals kept = refused.of(contexts.of(request).spec().name()).orElseThrow(UnknownResourceException::unknown);
        List<Bson> filters = new ArrayList<>();
        filters.add(within(unit, Refusals.UNITS, scope));
        with(filters, Refusals.ACTOR, actor);
        return page.findDescending(kept.collection(), Filters.and(filters), Refusals.AT, Refusals::refusal);
    }

    private static Bson within(@Nullable String unit, String field, Scope scope) {
        if (unit != null) {
            scope.requireNamed(unit);
            return Filters.eq(field, unit);
        }
        return scope.isEverywhere()
                ? new Document()
                : Filters.in(field, scope.reach().units());
    }

    private static void with(List<Bson> filters, String field, @Nullable String value) {
        if (value != null) {
            filters.add(Filters.eq(field, value));
        }
    }
}
