package vn.thidua.organization.domain.unit;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which kind may stand under which, on which day. The tiers are data: a law changes a file, not this code. */
public record TierChain(List<Order> orders) {

    /**
     * The order of a time.
     *
     * @param from first day; null since ever
     * @param until last day; null without end
     * @param roots kinds that may stand alone at the top: an installation may hold a commune and nothing above it
     * @param parents for each kind that exists, the kinds it may stand under
     */
    public record Order(
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            Set<UnitKind> roots,
            Map<UnitKind, Set<UnitKind>> parents) {

        public Order {
            roots = Set.copyOf(roots);
            parents = Map.copyOf(parents);
        }

        boolean holdsOn(LocalDate day) {
            return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
        }
    }

    public TierChain {
        orders = List.copyOf(orders);
    }

    public boolean mayStandUnder(UnitKind kind, UnitKind parent, LocalDate day) {
        return orders.stream()
                .filter(order -> order.holdsOn(day))
                .anyMatch(order -> order.parents().getOrDefault(kind, Set.of()).contains(parent));
    }

    public boolean mayStandAlone(UnitKind kind, LocalDate day) {
        return orders.stream().filter(order -> order.holdsOn(day)).anyMatch(order -> order.roots()
                .contains(kind));
    }
}
