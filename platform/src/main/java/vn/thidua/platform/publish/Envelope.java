package vn.thidua.platform.publish;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * CloudEvents 1.0, in the Kafka binary binding: each part is a header {@code ce_...}.
 *
 * @param id {@code <event id>/<n>}: the same whenever the record is sent again
 * @param source {@code /<installation>/<context>}
 * @param type as {@code vn.thidua.organization.UnitEstablishedV1}
 * @param subject kind and id of the aggregate, as {@code unit/0190...}
 * @param sequence of the domain event in its aggregate
 * @param position of the domain event in its store
 * @param n which of the contract events of that domain event, from 0
 * @param unit owner at that time
 * @param actor id, never a name
 */
public record Envelope(
        String id,
        String source,
        String type,
        Instant time,
        String subject,
        long sequence,
        long position,
        int n,
        String unit,
        String actor,
        @Nullable String correlationId,
        @Nullable String causationId) {}
