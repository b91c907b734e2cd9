package vn.thidua.plan.domain.plan;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.text.Normalizer;
import java.util.Locale;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.domain.DerivedId;
import vn.thidua.platform.values.RejectedException;

/**
 * The reservation of a number: used once by an issuer in a year. Its id is derived from the three, so that two plans
 * that are issued at the same time meet here. A number is never given back.
 */
public class PlanNumber {

    @AggregateIdentifier
    @SuppressWarnings("NullAway.Init") // Axon takes the id from the first event; it must not find another one before
    private String id;

    private @Nullable String plan;

    protected PlanNumber() {}

    /** @param year of issue */
    static String idOf(String unit, int year, String number) {
        return DerivedId.of("plan.number", unit + ":" + year + ":" + folded(number));
    }

    /**
     * A number for comparing: case, blanks and the kind of dash make no difference. Stored ids rest on it, so it stays
     * as it is, whatever becomes of matching elsewhere.
     */
    static String folded(String number) {
        StringBuilder folded = new StringBuilder(number.length());
        // compatibility forms are plain ones: a no-break blank, a full-width letter, a hyphen that does not break
        Normalizer.normalize(number, Normalizer.Form.NFKC).codePoints().forEach(c -> {
            int type = Character.getType(c);
            if (type == Character.DASH_PUNCTUATION || c == '\u2212') {
                folded.append('-');
            } else if (!Character.isWhitespace(c) && !Character.isSpaceChar(c) && type != Character.FORMAT) {
                folded.appendCodePoint(c);
            }
        });
        return folded.toString().toUpperCase(Locale.ROOT);
    }

    void take(String unit, int year, String number, String byPlan) {
        if (plan != null) {
            throw new RejectedException(new PlanRejection.NumberUsed(number, year));
        }
        // computed, not the field: the first event gives it its id
        apply(new NumberEvent.NumberTaken(idOf(unit, year, number), unit, year, number, byPlan));
    }

    @EventSourcingHandler
    void on(NumberEvent event) {
        switch (event) {
            case NumberEvent.NumberTaken e -> {
                id = e.reservation();
                plan = e.plan();
            }
        }
    }
}
