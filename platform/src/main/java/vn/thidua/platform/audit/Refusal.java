package vn.thidua.platform.audit;

import java.util.List;

/**
 * Something that was refused to a known caller.
 *
 * @param at instant, ISO
 * @param actor id of the person, or of the account where there is none
 * @param units those that the caller holds a role for
 * @param endpoint as it is declared, as {@code GET /api/v1/organization/units/{id}}; what the caller put in for the id stands
 *     nowhere
 * @param code last part of the problem's type; {@code hidden} where the answer said "not found"
 * @param request id of the request
 */
public record Refusal(
        String id,
        String at,
        String actor,
        List<String> units,
        String endpoint,
        int status,
        String code,
        String request) {}
