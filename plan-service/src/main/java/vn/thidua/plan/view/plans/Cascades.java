package vn.thidua.plan.view.plans;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
     * @param possible by the plan that they cite
     */
    private record Asked(
            PlanLine plan,
            Map<String, List<PlanLists.Answer>> answers,
            Map<String, List<PlanLists.Answer>> possible,
            LocalDate day) {}

    /**
     * Units below the issuer of a plan, tier by tier. What a unit below answers may be the plan itself, or what its tier above
     * or an office of that has made of it.
     *
     * @param depth how many tiers, 1 or more
     */
    public List<CascadeNode> below(PlanLine plan, LocalDate day, int depth) {
        Directory.Unit tier = units.tier(plan.unit(), day).orElse(null);
        if (tier == null) {
            return List.of();
        }
        Map<String, List<PlanLists.Answer>> answers = answers(plan.id(), tier.id(), day, depth);
        Set<String> all = new HashSet<>(Set.of(plan.id()));
        answers.values().forEach(own -> own.forEach(answer -> all.add(answer.id())));
        return nodes(tier.id(), List.of(plan.id()), new Asked(plan, answers, plans.possible(all), day), depth);
    }

    /** How many tiers below the issuer of a plan are to be looked at still. */
    private record Reached(String tier, int left) {}

    /** By the unit that answers for them on the day; those of all plans that descend from it, within so many tiers. */
    private Map<String, List<PlanLists.Answer>> answers(String top, String tier, LocalDate day, int depth) {
        Map<String, List<PlanLists.Answer>> byUnit = new HashMap<>();
        Map<String, Reached> reached = new HashMap<>(Map.of(top, new Reached(tier, depth)));
        List<String> level = List.of(top);
        while (!level.isEmpty()) {
            List<String> next = new ArrayList<>();
            for (PlanLists.Answer answer : plans.answers(level)) {
                if (!answer.isThere(day) || reached.containsKey(answer.id())) {
                    continue;
                }
                String issuer = issuer(answer, day);
                // what an office makes of its tier's plan is no tier of its own
                int left = answer.above().stream()
                        .map(reached::get)
                        .filter(Objects::nonNull)
                        .mapToInt(above -> above.tier().equals(issuer) ? above.left() : above.left() - 1)
                        .max()
                        .orElse(0);
                reached.put(answer.id(), new Reached(issuer, left));
                byUnit.computeIfAbsent(issuer, _ -> new ArrayList<>()).add(answer);
                if (left > 0) {
                    next.add(answer.id());
                }
            }
            level = next;
        }
        return byUnit;
    }

    /** These plans, and what the same tier has issued to carry them out. */
    private static List<String> withOffices(List<String> plans, List<PlanLists.Answer> ofTier, LocalDate day) {
        Set<String> all = new LinkedHashSet<>(plans);
        boolean more = true;
        while (more) {
            more = ofTier.stream()
                    .filter(answer ->
                            answer.isIssued(day) && answer.above().stream().anyMatch(all::contains))
                    .map(PlanLists.Answer::id)
                    .toList()
                    .stream()
                    .anyMatch(all::add);
        }
        return List.copyOf(all);
    }

    /** What an office has issued, its tier has. */
    private String issuer(PlanLists.Answer answer, LocalDate day) {
        return units.tier(answer.unit(), day).map(Directory.Unit::id).orElse(answer.unit());
    }

    private List<CascadeNode> nodes(String tier, List<String> plans, Asked asked, int depth) {
        LocalDate day = asked.day();
        List<String> above = withOffices(plans, asked.answers().getOrDefault(tier, List.of()), day);
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
            for (PlanLists.Answer answer : known.getOrDefault(plan, List.of())) {
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
        List<PlanLists.Answer> answers =
                plans.answers(asked.stream().map(PlanLine::id).toList());
        List<PlanLists.Answer> ofAbove = new ArrayList<>();
        List<PlanLists.Answer> own = new ArrayList<>();
        for (PlanLists.Answer answer : answers) {
            if (answer.isThere(day)) {
                String issuer = issuer(answer, day);
                if (issuer.equals(self.id())) {
                    own.add(answer);
                } else if (issuer.equals(above.id())) {
                    ofAbove.add(answer);
                }
            }
        }
        Map<PlanLine, State> open = new LinkedHashMap<>();
        for (PlanLine plan : asked.reversed()) {
            List<String> meant = withOffices(List.of(plan.id()), ofAbove, day);
            List<PlanLists.Answer> its = own.stream()
                    .filter(answer -> answer.above().stream().anyMatch(meant::contains))
                    .toList();
            if (its.stream().noneMatch(answer -> answer.isIssued(day))) {
                open.put(plan, its.isEmpty() ? State.NONE : State.DRAFT);
            }
        }
        Map<String, List<PlanLists.Answer>> possible =
                plans.possible(open.keySet().stream().map(PlanLine::id).toList());
        return open.entrySet().stream()
                .map(each -> open(each.getKey(), each.getValue(), possible, self, day))
                .toList();
    }

    private Open open(
            PlanLine plan,
            State state,
            Map<String, List<PlanLists.Answer>> possible,
            Directory.Unit self,
            LocalDate day) {
        return new Open(
                plan,
                state,
                plan.issued(),
                ChronoUnit.DAYS.between(plan.issued(), day),
                possible(List.of(plan.id()), possible, day).getOrDefault(self.id(), List.of()));
    }
}
