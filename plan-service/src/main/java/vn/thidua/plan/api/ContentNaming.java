package vn.thidua.plan.api;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.plan.domain.Assignee;
import vn.thidua.plan.domain.Target;
import vn.thidua.plan.domain.TaskContent;
import vn.thidua.plan.domain.plan.CitedDocument;
import vn.thidua.plan.domain.plan.PlanDetails;
import vn.thidua.plan.drafting.LinkedPlans;
import vn.thidua.plan.drafting.NamedTargets;
import vn.thidua.platform.security.Scope;
import vn.thidua.platform.values.RejectedException;

/** Content as a client writes it, with what the ids in it stand for: looked up here, never taken from the client. */
@Component
class ContentNaming {

    private final NamedTargets targets;
    private final LinkedPlans linked;
    private final PlanReach reach;

    ContentNaming(NamedTargets targets, LinkedPlans linked, PlanReach reach) {
        this.targets = targets;
        this.linked = linked;
        this.reach = reach;
    }

    /**
     * A task with everybody named in it.
     *
     * @param issuer the unit whose plan it is
     * @param path of the task in the request
     * @throws RejectedException if an assignee is unknown, with its path: 422
     */
    TaskContent task(String issuer, ContentBodies.Task body, LocalDate day, String path) {
        return new TaskContent(
                ContentBodies.blankToNull(body.ordinal()),
                body.text(),
                ContentBodies.blankToNull(body.deadlineText()),
                body.quarter(),
                body.dueFrom(),
                body.dueTo(),
                assignees(issuer, body.lead(), day, path + ".lead"),
                assignees(issuer, body.executors(), day, path + ".executors"),
                assignees(issuer, body.coordinators(), day, path + ".coordinators"));
    }

    private List<Assignee> assignees(
            String issuer, @Nullable List<ContentBodies.Named> named, LocalDate day, String path) {
        List<Assignee> all = new ArrayList<>();
        for (ContentBodies.Named each : named == null ? List.<ContentBodies.Named>of() : named) {
            String place = path + "[" + all.size() + "].targets";
            Set<Target> meant = new LinkedHashSet<>();
            int i = 0;
            for (ContentBodies.Meant target :
                    each.targets() == null ? List.<ContentBodies.Meant>of() : each.targets()) {
                meant.add(
                        targets.named(issuer, target.kind(), target.id(), target.post(), day, place + "[" + i++ + "]"));
            }
            String words = ContentBodies.blankToNull(each.words());
            all.add(new Assignee(words == null ? names(meant) : words, List.copyOf(meant)));
        }
        return all;
    }

    private static String names(Set<Target> meant) {
        return meant.stream()
                .map(target -> target.post() == null ? target.name() : target.post() + " " + target.name())
                .collect(Collectors.joining("; "));
    }

    /**
     * Details whose documents above name the plans that they are. A plan that the client names, above or as a legal basis,
     * must be one that it may read.
     *
     * @param unit the one acted for
     * @param before what stood before: plans named in it are not asked about again
     * @throws RejectedException if one is unknown: 422
     */
    PlanDetails linked(PlanDetails details, PlanDetails before, String unit, Scope scope) {
        mustBeReadable(details.legalBases(), before.legalBases(), "fields.legalBases", unit, scope);
        mustBeReadable(
                details.implementsDocuments(), before.implementsDocuments(), "fields.implementsDocuments", unit, scope);
        return linked.linked(details, before.implementsDocuments());
    }

    private void mustBeReadable(
            List<CitedDocument> cited, List<CitedDocument> before, String path, String unit, Scope scope) {
        for (int i = 0; i < cited.size(); i++) {
            CitedDocument document = cited.get(i);
            if (!before.contains(document)) {
                reach.requireReadable(document.plan(), path + "[" + i + "].plan", unit, scope);
            }
        }
    }
}
