package vn.thidua.platform.publish;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import vn.thidua.platform.ledger.AccountEvent;
import vn.thidua.platform.processing.LoggedEvent;

/** A log that stands in memory: the events get positions, sequences and ids as the event store gives them. */
public final class LedgerLog {

    private final List<LoggedEvent> events = new CopyOnWriteArrayList<>();
    private final Map<String, Long> sequences = new ConcurrentHashMap<>();

    public synchronized LoggedEvent append(AccountEvent payload) {
        long position = events.size();
        var event = new LoggedEvent(
                "event-%05d".formatted(position),
                payload,
                "Account",
                payload.account(),
                sequences.merge(payload.account(), 0L, (before, _) -> before + 1),
                position,
                Instant.parse("2026-03-01T02:03:04.567Z").plusSeconds(position),
                Map.of(
                        "actor", "person-1",
                        "posts", List.of("OFFICER@unit-1"),
                        "request", "request-1",
                        "correlation", "correlation-1"));
        events.add(event);
        return event;
    }

    /** Some of each kind, over several accounts. */
    public void fill(int count) {
        for (int i = 0; i < count; i++) {
            String account = "a" + i % 7;
            append(
                    switch (i % 3) {
                        case 0 -> new AccountEvent.Deposited(account, i);
                        case 1 -> new AccountEvent.MoneySent(account, "a" + (i + 1) % 7, i);
                        default -> new AccountEvent.AccountOpened(account, "Tài khoản " + i, LocalDate.EPOCH);
                    });
        }
    }

    public int size() {
        return events.size();
    }

    public List<LoggedEvent> from(long position, int most) {
        return List.copyOf(events.subList((int) position, (int) Math.min(events.size(), position + most)));
    }
}
