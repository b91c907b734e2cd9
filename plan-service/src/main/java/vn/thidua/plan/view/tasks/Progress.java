package vn.thidua.plan.view.tasks;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.view.directory.Directory;
import vn.thidua.plan.view.tasks.TaskLists.Count;
import vn.thidua.plan.view.units.UnitsOnDay;
import vn.thidua.plan.view.units.UnitsOnDay.NamedUnit;

/** How far units are with their tasks in a year. */
public final class Progress {

    /** Stands for all quarters together. */
    private static final int YEAR = -1;

    /** Stands for tasks that belong to no quarter. */
    private static final int NO_QUARTER = 0;

    /** Of all units together. */
    private static final String ALL = "";

    private final TaskLists tasks;
    private final UnitsOnDay units;

    public Progress(TaskLists tasks, UnitsOnDay units) {
        this.tasks = tasks;
        this.units = units;
    }

    /**
     * A number, and the list of the tasks behind it.
     *
     * @param tasks path and query of the list
     */
    public record ProgressFigure(int value, String tasks) {}

    /**
     * @param quarter 1 to 4; 0 for tasks that belong to none; absent for the whole year
     * @param total withdrawn ones not counted
     * @param open overdue ones counted
     * @param closed withdrawn because their plan was closed while they were open: no part of the total
     * @param meanPercent of all of them, one decimal; a task that is done counts 100; null if there is none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ProgressFigures(
            @Nullable Integer quarter,
            ProgressFigure total,
            ProgressFigure done,
            ProgressFigure open,
            ProgressFigure overdue,
            ProgressFigure closed,
            @Nullable BigDecimal meanPercent) {}

    /**
     * @param below whether tasks of units below it are counted
     * @param quarters in which there is something
     */
    public record UnitProgress(NamedUnit unit, boolean below, ProgressFigures year, List<ProgressFigures> quarters) {}

    /**
     * @param all the unit with all below it; a task of several units counts once
     * @param units the unit alone, then each directly below it
     */
    public record ProgressReport(LocalDate asOf, int year, UnitProgress all, List<UnitProgress> units) {}

    private record Key(String unit, int quarter) {}

    /**
     * ProgressFigures of a unit and of those directly below it, as of a day.
     *
     * @param reach no other unit counts; null for all
     */
    public ProgressReport report(
            String unit, int year, Tasks.@Nullable Role role, LocalDate day, @Nullable Set<String> reach) {
        Map<String, String> groups = new HashMap<>();
        List<Directory.Unit> children = units.children(unit, day).stream()
                .filter(child -> reach == null || reach.contains(child.id()))
                .toList();
        for (Directory.Unit child : children) {
            units.within(child.id(), day).forEach(each -> groups.put(each, child.id()));
        }
        units.itself(unit, day).forEach(each -> groups.put(each, unit));
        Set<String> within = new HashSet<>(units.within(unit, day));
        if (reach != null) {
            within.retainAll(reach);
            groups.keySet().retainAll(reach);
        }
        Map<Key, Count> counts = tasks.count(
                day,
                task -> Integer.valueOf(year).equals(task.year()) && isOneOf(task, within, role),
                (_, task) -> keys(groups, in(task, role), task.quarter()));

        List<UnitProgress> all = new ArrayList<>();
        all.add(figures(unit, false, unit, counts, new Asked(year, role, day)));
        for (Directory.Unit child : children) {
            all.add(figures(child.id(), true, child.id(), counts, new Asked(year, role, day)));
        }
        return new ProgressReport(day, year, figures(unit, true, ALL, counts, new Asked(year, role, day)), all);
    }

    private static boolean isOneOf(DaysInMemory.Day task, Set<String> within, Tasks.@Nullable Role role) {
        return in(task, role).stream().anyMatch(within::contains);
    }

    /** The units that have the task in that role; in whatever role, if it is null. */
    private static List<String> in(DaysInMemory.Day task, Tasks.@Nullable Role role) {
        return role == null
                ? task.units()
                : task.units().stream()
                        .filter(each -> task.roles().contains(TaskRow.role(role, each)))
                        .toList();
    }

    private static List<Key> keys(Map<String, String> groups, Collection<String> assigned, @Nullable Integer quarter) {
        Set<String> counted = new TreeSet<>(Set.of(ALL));
        assigned.forEach(unit -> {
            String group = groups.get(unit);
            if (group != null) {
                counted.add(group);
            }
        });
        List<Key> keys = new ArrayList<>();
        counted.forEach(group -> {
            keys.add(new Key(group, YEAR));
            keys.add(new Key(group, quarter == null ? NO_QUARTER : quarter));
        });
        return keys;
    }

    private record Asked(int year, Tasks.@Nullable Role role, LocalDate day) {}

    private UnitProgress figures(String unit, boolean below, String group, Map<Key, Count> counts, Asked asked) {
        List<ProgressFigures> quarters = new ArrayList<>();
        for (int quarter : new int[] {1, 2, 3, 4, NO_QUARTER}) {
            Count count = counts.get(new Key(group, quarter));
            if (count != null) {
                quarters.add(figures(count, query(unit, below, asked) + "&quarter=" + quarter, quarter));
            }
        }
        return new UnitProgress(
                units.ref(unit, asked.day()),
                below,
                figures(counts.getOrDefault(new Key(group, YEAR), Count.NONE), query(unit, below, asked), null),
                quarters);
    }

    private static String query(String unit, boolean below, Asked asked) {
        return "/api/v1/plan/tasks?" + (below ? "under=" : "unit=") + unit + "&year=" + asked.year()
                + (asked.role() == null ? "" : "&role=" + asked.role()) + "&asOf=" + asked.day();
    }

    private static ProgressFigures figures(Count count, String query, @Nullable Integer quarter) {
        return new ProgressFigures(
                quarter,
                new ProgressFigure(count.total(), query),
                new ProgressFigure(count.done(), query + "&state=DONE"),
                new ProgressFigure(count.open(), query + "&state=OPEN"),
                new ProgressFigure(count.overdue(), query + "&state=OVERDUE"),
                new ProgressFigure(count.closed(), query + "&state=CLOSED"),
                count.total() == 0
                        ? null
                        : BigDecimal.valueOf(count.percents())
                                .divide(BigDecimal.valueOf(count.total()), 1, RoundingMode.HALF_UP));
    }
}
