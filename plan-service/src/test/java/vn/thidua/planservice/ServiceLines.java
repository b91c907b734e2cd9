package vn.thidua.planservice;

import static vn.thidua.planservice.OrganizationLines.at;
import static vn.thidua.planservice.RunningService.OPERATOR;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.thidua.platform.testing.EndpointMatrix;
import vn.thidua.platform.testing.Eventually;

/** Something in each unit, and how every endpoint of the service is asked for it. */
public final class ServiceLines {

    private final RunningService service;
    private final OrganizationLines organization;
    private final PlanLines plan;

    public ServiceLines(RunningService service) {
        this.service = service;
        this.organization = new OrganizationLines(service);
        this.plan = new PlanLines(service, organization.units());
    }

    public EndpointMatrix.Units units() {
        return organization.units();
    }

    /** Whom requests are about where they are about a person. */
    public String person() {
        return organization.person(units().own());
    }

    public EndpointMatrix addTo(EndpointMatrix matrix) {
        organization.addTo(matrix);
        plan.addTo(matrix);
        operationsOf(matrix);
        Map<String, String> acts = new HashMap<>(Map.of(OrganizationLines.NOWHERE, OrganizationLines.NOWHERE));
        List.of(units().own(), units().below(), units().above(), units().beside())
                .forEach(unit -> acts.put(unit, anActFor(unit)));
        return matrix.line(
                "GET /api/v1/{context}/audit/{id}",
                target -> EndpointMatrix.Call.of(OrganizationLines.API + "/audit/" + acts.get(target.unit())));
    }

    private String anActFor(String unit) {
        String acts = "/audit?unit=" + unit;
        Eventually.eventually(
                "an act for the unit stands in the audit",
                () -> !service.get(OPERATOR, acts).get("items").isEmpty());
        return service.get(OPERATOR, acts).get("items").get(0).get("id").asString();
    }

    private static void operationsOf(EndpointMatrix matrix) {
        String operations = "/api/v1/{context}/operations";
        matrix.line("GET /api/v1/{context}/audit", at("%s/audit?unit=%s"))
                .line("GET /api/v1/{context}/refusals", at("%s/refusals?unit=%s"))
                .line("GET " + operations + "/processors", at("%s/operations/processors"))
                .line("GET " + operations + "/feeds", at("%s/operations/feeds"))
                .line(
                        "GET " + operations + "/processors/{processor}/parked",
                        at("%s/operations/processors/units-v1/parked"))
                .line(
                        "POST " + operations + "/processors/{processor}/parked/{aggregate}/retry",
                        at("%s/operations/processors/units-v1/parked/%s/retry"))
                // nothing is parked: who may drop finds nothing there, which looks like a refusal
                .lineOfRefusals(
                        "DELETE " + operations + "/processors/{processor}/parked/{position}",
                        at("%s/operations/processors/units-v1/parked/7"))
                .line("POST " + operations + "/verify", at("%s/operations/verify"))
                .line("POST " + operations + "/views/{view}/rebuild", at("%s/operations/views/groups/rebuild"));
    }
}
