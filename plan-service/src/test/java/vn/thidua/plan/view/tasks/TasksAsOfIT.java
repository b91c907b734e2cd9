package vn.thidua.plan.view.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static vn.thidua.plan.view.Story.content;
import static vn.thidua.plan.view.Story.details;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.thidua.plan.domain.plan.PlanEvent;
import vn.thidua.plan.domain.plan.PlannedTask;
import vn.thidua.plan.domain.task.TaskEvent;
import vn.thidua.plan.view.Places;
import vn.thidua.plan.view.Story;
import vn.thidua.plan.view.directory.Directory.Kind;
import vn.thidua.plan.view.tasks.TaskFilter.Wanted;
import vn.thidua.plan.view.units.UnitsOnDay;
import vn.thidua.platform.processing.LoggedEvent;
import vn.thidua.platform.testing.Backends;
import vn.thidua.platform.view.Mark;
import vn.thidua.platform.view.ViewTable;

class TasksAsOfIT {

    private static MongoDatabase database;

    @BeforeAll
    static void database() {
        database = Backends.freshDatabase(TasksAsOfIT.class);
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    private static TaskLists lists(Story story) {
        MongoCollection<Document> rows = story.rows(database, new TasksView());
        return new TaskLists(() -> rows, new TasksQueries(() -> rows, () -> false), () -> 0);
    }

    private static Story onePlan() {
        return new Story()
                .issued(
                        "p",
                        "o",
                        details("12/KH-UBND", "2026-01-15"),
                        content("Tổ chức lễ phát động", "2026-03-31", "x"),
                        content("Báo cáo tổng kết", null, "y"));
    }

    private static TaskLine first(TaskLists lists, String on) {
        return lists.detail("p", 1, day(on)).orElseThrow().line();
    }

    @Test
    void aReportForAnEarlierDayChangesThatDayAndNoneBehindTheNext() {
        TaskLists lists = lists(onePlan()
                .reported("2026-02-20", "p/1", 60, "2026-02-20")
                .reported("2026-02-25", "p/1", 30, "2026-02-10"));

        assertThat(first(lists, "2026-02-09").percent()).isZero();
        assertThat(first(lists, "2026-02-10").percent()).isEqualTo(30);
        assertThat(first(lists, "2026-02-19").percent()).isEqualTo(30);
        assertThat(first(lists, "2026-02-20").percent()).isEqualTo(60);
        assertThat(first(lists, "2026-03-20").percent()).isEqualTo(60);
    }

    @Test
    void ofTwoReportsForOneDayTheLaterOneCounts() {
        TaskLists lists = lists(onePlan()
                .reported("2026-02-20", "p/1", 60, "2026-02-20")
                .reported("2026-02-20", "p/1", 45, "2026-02-20"));

        assertThat(first(lists, "2026-02-20").percent()).isEqualTo(45);
        assertThat(first(lists, "2026-02-19").percent()).isZero();
    }

    @Test
    void aTaskDoneAndReopenedOnOneDayIsOpenOnItAndAsFarAsWasReported() {
        TaskLists lists = lists(onePlan()
                .reported("2026-02-20", "p/1", 80, "2026-02-20")
                .completed("2026-03-02", "p/1", "2026-03-01")
                .reopened("2026-03-05", "p/1")
                .completed("2026-03-05", "p/1", "2026-03-05")
                .reopened("2026-03-05", "p/1"));

        assertThat(first(lists, "2026-02-28").state()).isEqualTo(Tasks.State.OPEN);
        assertThat(first(lists, "2026-03-01"))
                .returns(Tasks.State.DONE, TaskLine::state)
                .returns(100, TaskLine::percent);
        assertThat(first(lists, "2026-03-04").state()).isEqualTo(Tasks.State.DONE);
        assertThat(first(lists, "2026-03-05"))
                .returns(Tasks.State.OPEN, TaskLine::state)
                .returns(80, TaskLine::percent);
    }

    @Test
    void whatIsDoneIsSaidLastEvenIfItWasDoneBeforeItWasReopened() {
        TaskLists lists = lists(onePlan()
                .completed("2026-03-02", "p/1", "2026-03-01")
                .reopened("2026-03-05", "p/1")
                .completed("2026-03-06", "p/1", "2026-02-20"));

        assertThat(first(lists, "2026-02-19").state()).isEqualTo(Tasks.State.OPEN);
        assertThat(first(lists, "2026-02-20").state()).isEqualTo(Tasks.State.DONE);
        assertThat(first(lists, "2026-03-06").state()).isEqualTo(Tasks.State.DONE);
    }

    @Test
    void aTaskIsOverdueFromTheDayBehindItsLastOne() {
        TaskLists lists = lists(onePlan());

        assertThat(first(lists, "2026-03-31")).returns(false, TaskLine::overdue).returns(0L, TaskLine::daysLeft);
        assertThat(first(lists, "2026-04-01")).returns(true, TaskLine::overdue).returns(-1L, TaskLine::daysLeft);
        assertThat(numbers(lists, TaskFilter.on(day("2026-03-31")).wanted(Wanted.OVERDUE)))
                .isEmpty();
        assertThat(numbers(lists, TaskFilter.on(day("2026-04-01")).wanted(Wanted.OVERDUE)))
                .containsExactly(1);
        // without a last day it never is
        assertThat(lists.detail("p", 2, day("2029-01-01")).orElseThrow().line())
                .returns(false, TaskLine::overdue)
                .returns(null, TaskLine::daysLeft);
    }

    @Test
    void anExtensionCountsFromTheDayOnWhichItWasGranted() {
        TaskLists lists = lists(onePlan()
                .asked("2026-03-20", "p/1", "2026-06-30")
                .extended("2026-04-05", "p/1", "2026-03-31", "2026-05-31"));

        assertThat(first(lists, "2026-04-04").overdue()).isTrue();
        assertThat(first(lists, "2026-04-05"))
                .returns(false, TaskLine::overdue)
                .returns(day("2026-05-31"), TaskLine::dueTo)
                .returns(null, TaskLine::askedTo);
        // the quarter stays that of the plan
        assertThat(first(lists, "2026-04-05").quarter()).isEqualTo(1);
    }

    @Test
    void whoIsAskedToDecideSeesWhatWasAskedUntilItIsDecided() {
        Story story = onePlan().asked("2026-03-20", "p/1", "2026-06-30");
        assertThat(lists(story).asked(Set.of("o"), day("2026-03-21")))
                .extracting(TaskLine::n)
                .containsExactly(1);
        assertThat(lists(story).asked(Set.of("x"), day("2026-03-21"))).isEmpty();
        story.extended("2026-04-05", "p/1", "2026-03-31", "2026-05-31");
        TaskLists decided = lists(story);
        assertThat(decided.asked(Set.of("o"), day("2026-04-05"))).isEmpty();
        // of an earlier day it is told what was asked by then
        assertThat(decided.asked(Set.of("o"), day("2026-04-04"))).hasSize(1);
        assertThat(first(decided, "2026-04-04")).returns(day("2026-06-30"), TaskLine::askedTo);
        assertThat(first(decided, "2026-03-19").askedTo()).isNull();
    }

    @Test
    void whatAClosedPlanLeavesUndoneIsNoPartOfTheTotalAndIsSaidApart() {
        TaskLists lists = lists(onePlan()
                .completed("2026-03-02", "p/1", "2026-03-01")
                .task(
                        "2026-04-10",
                        new TaskEvent.TaskWithdrawn("p/2", "p", "o", TaskEvent.Cause.CLOSED, day("2026-04-11"))));

        assertThat(lists.byPlan(Set.of("p"), day("2026-04-10")))
                .isEqualTo(Map.of("p", new TaskLists.Count(2, 1, 1, 0, 0, 100)));
        assertThat(lists.byPlan(Set.of("p"), day("2026-04-11")))
                .isEqualTo(Map.of("p", new TaskLists.Count(1, 1, 0, 0, 1, 100)));
        assertThat(numbers(lists, TaskFilter.on(day("2026-04-11")).wanted(Wanted.CLOSED)))
                .containsExactly(2);
        assertThat(numbers(lists, TaskFilter.on(day("2026-04-10")).wanted(Wanted.CLOSED)))
                .isEmpty();
    }

    @Test
    void aListShowsWhatWasWrittenSinceAlsoWhereAParkedEventComesLate() {
        Story story = onePlan().reported("2026-02-20", "p/1", 60, "2026-02-20");
        List<LoggedEvent> events = story.events();
        TasksView view = new TasksView();
        ViewTable table = ViewTable.open(database, "tasks_late", view.indexes());
        MongoCollection<Document> rows = database.getCollection(table.name());
        // the view has come to the end, and the events of the first task are parked
        events.stream()
                .filter(event -> !"p/1".equals(event.aggregateId()))
                .forEach(event -> view.project(event, table.rows(new Mark.OfLog(event.position()))));
        table.flush();
        TaskLists lists = new TaskLists(() -> rows, new TasksQueries(() -> rows, () -> false), () -> 100);
        assertThat(numbers(lists, TaskFilter.on(day("2026-03-01")))).containsExactly(2);

        events.stream()
                .filter(event -> "p/1".equals(event.aggregateId()))
                .forEach(event -> view.project(event, table.rows(new Mark.Late("p/1", event.position()))));
        table.flush();
        assertThat(numbers(lists, TaskFilter.on(day("2026-03-01")))).containsExactly(1, 2);

        LoggedEvent done =
                story.completed("2026-03-02", "p/1", "2026-03-01").events().getLast();
        view.project(
                new LoggedEvent("late", done.payload(), "any", "p/1", 2, 101, done.at(), done.metadata()),
                table.rows(new Mark.OfLog(101)));
        table.flush();
        assertThat(numbers(lists, TaskFilter.on(day("2026-03-01")).wanted(Wanted.DONE)))
                .containsExactly(1);
        assertThat(lists.byPlan(Set.of("p"), day("2026-03-01")).get("p"))
                .isEqualTo(new TaskLists.Count(2, 1, 1, 0, 0, 100));
    }

    @Test
    void anAmendedPlanGivesTheTaskToAnotherUnitFromItsFirstDay() {
        var after = content("Tổ chức lễ phát động", "2026-03-31", "z");
        TaskLists lists = lists(onePlan()
                .plan(
                        "2026-02-01",
                        new PlanEvent.PlanAmended(
                                "p",
                                "o",
                                2,
                                "đổi đơn vị",
                                null,
                                details("12/KH-UBND", "2026-01-15"),
                                List.of(new PlannedTask(1, after)),
                                new PlanEvent.Changes(List.of(), List.of(), List.of(1), List.of(2)),
                                day("2026-03-01")))
                .task("2026-02-01", new TaskEvent.TaskChanged("p/1", "p", "o", 2, after))
                .task(
                        "2026-02-01",
                        new TaskEvent.TaskWithdrawn("p/2", "p", "o", TaskEvent.Cause.AMENDED, day("2026-03-01"))));

        assertThat(numbers(lists, TaskFilter.on(day("2026-02-28")).units(Set.of("x"), null)))
                .containsExactly(1);
        assertThat(numbers(lists, TaskFilter.on(day("2026-03-01")).units(Set.of("x"), null)))
                .isEmpty();
        assertThat(numbers(lists, TaskFilter.on(day("2026-03-01")).units(Set.of("z"), Tasks.Role.EXECUTOR)))
                .containsExactly(1);
        assertThat(numbers(lists, TaskFilter.on(day("2026-03-01")).units(Set.of("z"), Tasks.Role.LEAD)))
                .isEmpty();
        assertThat(numbers(lists, TaskFilter.on(day("2026-02-28")))).containsExactlyInAnyOrder(1, 2);
        assertThat(numbers(lists, TaskFilter.on(day("2026-03-01")))).containsExactly(1);
        assertThat(numbers(lists, TaskFilter.on(day("2026-03-01")).wanted(Wanted.WITHDRAWN)))
                .containsExactly(2);
    }

    @Test
    void nothingIsToldOfATaskBeforeItsPlanIsIssuedNorBeforeItHasBegun() {
        Story issued = new Story()
                .plan(
                        "2026-01-15",
                        new PlanEvent.PlanIssued(
                                "p",
                                "o",
                                details("12/KH-UBND", "2026-01-10"),
                                List.of(new PlannedTask(1, content("Một việc", "2026-03-31", "x")))));
        assertThat(numbers(lists(issued), TaskFilter.on(day("2026-02-01")))).isEmpty();
        assertThat(lists(issued).detail("p", 1, day("2026-02-01"))).isEmpty();

        TaskLists begun = lists(issued.task(
                "2026-01-16",
                new TaskEvent.TaskAssigned(
                        "p/1", "p", 1, "o", "12/KH-UBND", 2026, content("Một việc", "2026-03-31", "x"))));
        assertThat(numbers(begun, TaskFilter.on(day("2026-01-09")))).isEmpty();
        assertThat(numbers(begun, TaskFilter.on(day("2026-01-10")))).containsExactly(1);
    }

    @Test
    void tasksAreFoundByQuarterMonthAndWordsWithoutMarks() {
        TaskLists lists = lists(onePlan());
        TaskFilter on = TaskFilter.on(day("2026-02-01"));

        assertThat(numbers(lists, on.time(2026, 1, null))).containsExactly(1);
        assertThat(numbers(lists, on.time(2026, 2, null))).isEmpty();
        assertThat(numbers(lists, on.time(2026, 0, null))).containsExactly(2);
        // the window begins with the plan
        assertThat(numbers(lists, on.time(null, null, YearMonth.of(2025, 12)))).isEmpty();
        assertThat(numbers(lists, on.time(null, null, YearMonth.of(2026, 3)))).containsExactlyInAnyOrder(1, 2);
        assertThat(numbers(lists, on.time(null, null, YearMonth.of(2026, 4)))).containsExactly(2);
        assertThat(numbers(lists, on.words("le PHAT dong"))).containsExactly(1);
        assertThat(numbers(lists, on.words("12/kh"))).containsExactlyInAnyOrder(1, 2);
        assertThat(numbers(lists, on.words("(.*"))).isEmpty();
    }

    @Test
    void overdueTasksAreTheDaysOwnOnceToldNoMore() {
        Story story = onePlan();
        MongoCollection<Document> rows = story.rows(database, new TasksView());
        assertThat(new TasksQueries(() -> rows, () -> false).dueBefore(day("2026-03-31")))
                .isEmpty();
        assertThat(new TasksQueries(() -> rows, () -> false).dueBefore(day("2026-04-01")))
                .singleElement()
                .returns("p/1", each -> each.task())
                .returns(day("2026-03-31"), each -> each.dueTo());
        story.task("2026-04-01", new TaskEvent.TaskOverdue("p/1", "p", "o", day("2026-03-31"), List.of("x")));
        MongoCollection<Document> told = story.rows(database, new TasksView());
        assertThat(new TasksQueries(() -> told, () -> false).dueBefore(day("2026-04-02")))
                .isEmpty();
        story.extended("2026-04-05", "p/1", "2026-03-31", "2026-05-31");
        MongoCollection<Document> extended = story.rows(database, new TasksView());
        assertThat(new TasksQueries(() -> extended, () -> false).dueBefore(day("2026-06-01")))
                .singleElement()
                .returns(day("2026-05-31"), each -> each.dueTo());
    }

    private static List<Integer> numbers(TaskLists lists, TaskFilter filter) {
        return lists.all(filter, 100).stream().map(TaskLine::n).toList();
    }

    private static Places places() {
        LocalDate merger = day("2026-07-01");
        return new Places()
                .unit("d", Kind.DISTRICT, "Huyện Khe Sanh Mới", null)
                .unit("x", Kind.COMMUNE, "Xã Nà Lùng", "d")
                .unit("y", Kind.COMMUNE, "Xã Pá Khoang", "d")
                .unit("xy", Kind.COMMUNE, "Xã Lùng Khoang", "d", merger)
                .merged("x", "xy", merger)
                .merged("y", "xy", merger);
    }

    @Test
    void afterAMergerTheTasksOfTheOldUnitsStandAtTheNewOneUnderTheirOldNames() {
        Places places = places();
        UnitsOnDay units = new UnitsOnDay(places.tree(), () -> places);
        TaskLists lists = lists(onePlan());
        LocalDate before = day("2026-06-30");
        LocalDate after = day("2026-07-01");

        assertThat(numbers(lists, TaskFilter.on(before).units(units.itself("x", before), null)))
                .containsExactly(1);
        assertThat(numbers(lists, TaskFilter.on(before).units(units.itself("xy", before), null)))
                .isEmpty();
        assertThat(numbers(lists, TaskFilter.on(after).units(units.itself("xy", after), null)))
                .containsExactlyInAnyOrder(1, 2);
        assertThat(numbers(lists, TaskFilter.on(after).units(units.within("d", after), null)))
                .containsExactlyInAnyOrder(1, 2);
        assertThat(units.ref("x", before)).isEqualTo(new UnitsOnDay.NamedUnit("x", "Xã Nà Lùng", null));
        assertThat(units.ref("x", after))
                .isEqualTo(
                        new UnitsOnDay.NamedUnit("xy", "Xã Lùng Khoang", new UnitsOnDay.FormerUnit("x", "Xã Nà Lùng")));
    }

    @Test
    void progressAddsUpByUnitAndQuarterAndEveryFigureHasItsList() {
        Places places = places();
        UnitsOnDay units = new UnitsOnDay(places.tree(), () -> places);
        TaskLists lists = lists(onePlan()
                .reported("2026-02-20", "p/1", 50, "2026-02-20")
                .issued(
                        "q",
                        "o",
                        details("13/KH-UBND", "2026-01-20"),
                        content("Chung", "2026-05-31", "x", "y"),
                        content("Riêng", "2026-06-30", "y"))
                .completed("2026-04-10", "q/2", "2026-04-10"));
        Progress progress = new Progress(lists, units);

        Progress.ProgressReport report = progress.report("d", 2026, null, day("2026-04-15"), null);
        assertThat(report.all().year())
                .returns(4, figures -> figures.total().value())
                .returns(1, figures -> figures.done().value())
                .returns(3, figures -> figures.open().value())
                .returns(1, figures -> figures.overdue().value())
                .returns("37.5", figures -> String.valueOf(figures.meanPercent()));
        assertThat(report.all().quarters())
                .extracting(Progress.ProgressFigures::quarter, figures -> figures.total()
                        .value())
                .containsExactly(tuple(1, 1), tuple(2, 2), tuple(0, 1));
        // a task of two units counts for both, and once for all
        assertThat(report.units())
                .extracting(
                        each -> each.unit().id(), each -> each.year().total().value())
                .containsExactly(tuple("d", 0), tuple("x", 2), tuple("y", 3));
        assertThat(report.units().getLast().year().overdue())
                .isEqualTo(new Progress.ProgressFigure(
                        0, "/api/v1/plan/tasks?under=y&year=2026&asOf=2026-04-15&state=OVERDUE"));

        Progress.ProgressReport merged = progress.report("d", 2026, null, day("2026-07-02"), null);
        assertThat(merged.units())
                .extracting(
                        each -> each.unit().name(), each -> each.year().total().value())
                .containsExactly(tuple("Huyện Khe Sanh Mới", 0), tuple("Xã Lùng Khoang", 4));
        assertThat(lists.byPlan(Set.of("p", "q"), day("2026-04-15")))
                .isEqualTo(Map.of(
                        "p", new TaskLists.Count(2, 0, 2, 1, 0, 50), "q", new TaskLists.Count(2, 1, 1, 0, 0, 100)));
    }
}
