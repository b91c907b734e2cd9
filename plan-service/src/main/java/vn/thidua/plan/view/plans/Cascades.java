package vn.thidua.plan.view.plans;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.view.directory.Directory;
import vn.thidua.plan.view.units.UnitsOnDay;
import vn.thidua.plan.view.units.UnitsOnDay.NamedUnit;

/** Which units of the tiers below have answered a plan with one of their own. */
public final class Cascades {

    private final PlanLists plans;
    private final UnitsOnDay units;

    public Cascades(PlanLists plans, UnitsOnDay units) {
        this.plans = plans;
        this.units = units;
    }

    /** How far a unit is with its answer. */
    public enum State {
        NONE,
        /** It has one in work; what stands in it, nobody else is told. */
        DRAFT,
        ISSUED
    }

    /** A plan that answers. */
    public record AnsweringPlan(String id, @Nullable String number, LocalDate issued) {}

    /**
     * A unit and its answer.
     *
     * @param plan the answer, if it is issued; the first, if there are several
     * @param since day on which the answer was issued or begun; of the plan above, if there is none
     * @param days since then
     * @param possible plans that cite the plan above without being linked to it
     * @param below units of the next tier
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CascadeNode(
            NamedUnit unit,
            State state,
            @Nullable AnsweringPlan plan,
            LocalDate since,
            long days,
            List<AnsweringPlan> possible,
            List<CascadeNode> below) {

        public CascadeNode withBelow(List<CascadeNode> others) {
            return new CascadeNode(unit, state, plan, since, days, possible, others);
        }
    }

    /** A plan above that a unit has to answer, and how far it is. */
    public record Open(PlanLine plan, State state, LocalDate since, long days, List<AnsweringPlan> possible) {}

    /**
     * What is asked of all nodes of one tree.
     *
     * @param answers by the unit that answers for them
     * @param possible by the plan that they cite, as far as it was looked for
     */
    private record Asked(
            PlanLine plan,
            Map<String, List<PlanLists.Answer>> answers,
            Map<String, List<PlanLists.Answer>> possible,
            LocalDate day) {}

    /**
     * Units below the issuer of a plan, tier by tier. What a unit below answers may be the plan itself, or what its own tier
     * above has made of it.
     *
     * @param depth how many tiers, 1 or more
     */
    public List<CascadeNode> below(PlanLine plan, LocalDate day, int depth) {
        Map<String, List<PlanLists.Answer>> answers = answers(plan.id(), day, depth);
        return units.tier(plan.unit(), day)
                .map(tier ->
                        nodes(tier.id(), List.of(plan.id()), new Asked(plan, answers, new HashMap<>(), day), depth))
                .orElse(List.of());
    }

    /** By the unit that answers for them on the day; those of all plans that descend from it. */
    private Map<String, List<PlanLists.Answer>> answers(String top, LocalDate day, int depth) {
        Map<String, List<PlanLists.Answer>> byUnit = new HashMap<>();
        Set<String> seen = new HashSet<>(Set.of(top));
        List<String> level = List.of(top);
        for (int i = 0; i < depth && !level.isEmpty(); i++) {
            List<String> next = new ArrayList<>();
            for (PlanLists.Answer answer : plans.answers(level)) {
                if (answer.isThere(day) && seen.add(answer.id())) {
                    byUnit.computeIfAbsent(issuer(answer, day), _ -> new ArrayList<>())
                            .add(answer);
                    next.add(answer.id());
                }
            }
            level = next;
        }
        return byUnit;
    }

    /** What an office has issued, its tier has. */
    private String issuer(PlanLists.Answer answer, LocalDate day) {
        return units.tier(answer.unit(), day).map(Directory.Unit::id).orElse(answer.unit());
    }

    private List<CascadeNode> nodes(String tier, List<String> above, Asked asked, int depth) {
        LocalDate day = asked.day();
        List<Directory.Unit> tiers = units.tiersBelow(tier, day);
        if (tiers.isEmpty()) {
            return List.of();
        }
        Map<String, List<AnsweringPlan>> possible = possible(above, asked.possible(), day);
        List<CascadeNode> nodes = new ArrayList<>();
        for (Directory.Unit unit : tiers) {
            List<PlanLists.Answer> own = asked.answers().getOrDefault(unit.id(), List.of()).stream()
                    .filter(answer -> answer.above().stream().anyMatch(above::contains))
                    .sorted(Comparator.comparing((PlanLists.Answer answer) -> !answer.isIssued(day))
                            .thenComparing(answer -> since(answer, day)))
                    .toList();
            List<String> chain = new ArrayList<>(above);
            own.stream()
                    .filter(answer -> answer.isIssued(day))
                    .map(PlanLists.Answer::id)
                    .forEach(chain::add);
            nodes.add(node(
                    unit,
                    own.isEmpty() ? null : own.getFirst(),
                    asked.plan().issued(),
                    possible.getOrDefault(unit.id(), List.of()),
                    depth > 1 ? nodes(unit.id(), chain, asked, depth - 1) : List.of(),
                    day));
        }
        return nodes;
    }

    private Map<String, List<AnsweringPlan>> possible(
            List<String> above, Map<String, List<PlanLists.Answer>> known, LocalDate day) {
        Map<String, List<AnsweringPlan>> byUnit = new LinkedHashMap<>();
        for (String plan : above) {
            for (PlanLists.Answer answer : known.computeIfAbsent(plan, plans::possible)) {
                if (answer.isIssued(day) && answer.above().stream().noneMatch(above::contains)) {
                    byUnit.computeIfAbsent(issuer(answer, day), _ -> new ArrayList<>())
                            .add(ref(answer));
                }
            }
        }
        return byUnit;
    }

    private CascadeNode node(
            Directory.Unit unit,
            PlanLists.@Nullable Answer answer,
            LocalDate asked,
            List<AnsweringPlan> possible,
            List<CascadeNode> below,
            LocalDate day) {
        State state = state(answer, day);
        LocalDate since = answer == null ? asked : since(answer, day);
        return new CascadeNode(
                units.ref(unit.id(), day),
                state,
                answer != null && state == State.ISSUED ? ref(answer) : null,
                since,
                ChronoUnit.DAYS.between(since, day),
                possible,
                below);
    }

    private static State state(PlanLists.@Nullable Answer answer, LocalDate day) {
        return answer == null ? State.NONE : answer.isIssued(day) ? State.ISSUED : State.DRAFT;
    }

    private static LocalDate since(PlanLists.Answer answer, LocalDate day) {
        LocalDate issued = answer.issued();
        LocalDate drafted = answer.drafted();
        if (issued != null && (answer.isIssued(day) || drafted == null)) {
            return issued;
        }
        return drafted == null ? day : drafted;
    }

    private static AnsweringPlan ref(PlanLists.Answer answer) {
        LocalDate issued = answer.issued();
        if (issued == null) {
            throw new IllegalArgumentException("a draft is not told of");
        }
        return new AnsweringPlan(answer.id(), answer.number(), issued);
    }

    /** Plans in force of the tier above that a tier has not answered with an issued plan, the oldest first. */
    public List<Open> unanswered(String unit, LocalDate day) {
        Directory.Unit self = units.unit(unit, day).filter(UnitsOnDay::isTier).orElse(null);
        Directory.Unit above = units.above(unit, day).stream()
                .filter(UnitsOnDay::isTier)
                .findFirst()
                .orElse(null);
        if (self == null || above == null) {
            return List.of();
        }
        PlanFilter filter = new PlanFilter(
                day, units.withOffices(above.id(), day), null, List.of(), null, Plans.State.ISSUED, null);
        List<PlanLine> asked = plans.all(filter, Integer.MAX_VALUE);
        Map<String, List<PlanLists.Answer>> answers = new HashMap<>();
        plans.answers(asked.stream().map(PlanLine::id).toList()).stream()
                .filter(answer -> answer.isThere(day) && issuer(answer, day).equals(self.id()))
                .forEach(answer -> answer.above().forEach(plan -> answers.computeIfAbsent(plan, _ -> new ArrayList<>())
                        .add(answer)));
        List<Open> open = new ArrayList<>();
        for (PlanLine plan : asked.reversed()) {
            List<PlanLists.Answer> own = answers.getOrDefault(plan.id(), List.of());
            if (own.stream().noneMatch(answer -> answer.isIssued(day))) {
                open.add(new Open(
                        plan,
                        own.isEmpty() ? State.NONE : State.DRAFT,
                        plan.issued(),
                        ChronoUnit.DAYS.between(plan.issued(), day),
                        possible(List.of(plan.id()), new HashMap<>(), day).getOrDefault(self.id(), List.of())));
            }
        }
        return open;
    }
}
