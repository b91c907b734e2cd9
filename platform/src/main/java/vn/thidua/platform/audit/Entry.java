package vn.thidua.platform.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One event, without what it says.
 *
 * @param id of the event
 * @param event stored name, as {@code organization.unit-established}
 * @param kind of the aggregate
 * @param actor id of the person or client; {@code system} for the spine's own acts
 * @param posts the roles that gave the right, as {@code OFFICER@<unit>}
 * @param unit the unit acted for
 * @param causation id of the event that led to the act
 * @param actingFor id of the person whose roles the actor used, if they were another's
 */
public record Entry(
        String id,
        long position,
        String at,
        String event,
        @Nullable String kind,
        @Nullable String aggregate,
        long sequence,
        String actor,
        List<String> posts,
        @Nullable String unit,
        String request,
        String correlation,
        @Nullable String causation,
        @Nullable String actingFor) {}
