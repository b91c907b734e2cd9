package vn.thidua.planservice;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.planservice.RunningService.OPERATOR;
import static vn.thidua.platform.testing.Eventually.within;

import com.mongodb.client.MongoCollection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import vn.thidua.organization.domain.unit.UnitCommand;
import vn.thidua.organization.domain.unit.UnitCommand.EstablishUnit;
import vn.thidua.organization.domain.unit.UnitKind;
import vn.thidua.plan.domain.Target;
import vn.thidua.plan.domain.TaskContent;
import vn.thidua.plan.domain.plan.CitedDocument;
import vn.thidua.plan.domain.plan.DraftSource;
import vn.thidua.plan.domain.plan.PlanCommand;
import vn.thidua.plan.domain.plan.PlannedTask;
import vn.thidua.plan.domain.task.TaskCommand;
import vn.thidua.plan.view.directory.Directory;
import vn.thidua.plan.view.plans.PlanVersionsView;
import vn.thidua.plan.view.plans.PlansView;
import vn.thidua.plan.view.tasks.TasksView;
import vn.thidua.platform.context.Act;
import vn.thidua.platform.context.Ids;
import vn.thidua.platform.security.Role;
import vn.thidua.platform.testing.Backends;
import vn.thidua.platform.testing.Tokens;
import vn.thidua.platform.view.Filled;

/**
 * A province of 150 communes with many plans: every list is right at that size, and what it took is printed. {@code
 * -Dplan.plans=500 -Dplan.reports=5} is the long form: 10 000 tasks, 50 000 reports.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(1800)
class PlanSizeIT {

    private static final int PLANS = Integer.getInteger("plan.plans", 10);
    private static final int REPORTS = Integer.getInteger("plan.reports", 2);
    private static final int ROUNDS = Integer.getInteger("plan.rounds", 20);
    private static final int TASKS = 20;
    private static final int COMMUNES = 150;
    private static final int CALLERS = 64;
    /** The first day on which communes stand directly below provinces. */
    private static final LocalDate FROM = LocalDate.of(2025, 7, 1);

    private static final LocalDate ISSUED = LocalDate.of(2026, 1, 5);
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));

    private static RunningService service;
    private static String province;
    private static final List<String> communes = new ArrayList<>();
    private static final List<String> plans = new ArrayList<>();

    @BeforeAll
    static void aProvince() {
        service = RunningService.start(PlanSizeIT.class, Backends.mongoUri(), Backends.kafka());
        List<EstablishUnit> units = new ArrayList<>();
        province = add(units, UnitKind.PROVINCE, "P", "Tỉnh Mường Lay", null);
        for (int i = 0; i < COMMUNES; i++) {
            communes.add(add(units, UnitKind.COMMUNE, "C" + i, "Xã số " + i, province));
        }
        String request = Ids.fresh();
        service.runtime()
                .commands()
                .send(
                        new UnitCommand.EstablishUnits(units),
                        new Act("operator", List.of(), null, request, request, null));
        within(
                Duration.ofSeconds(60),
                "the units are known",
                () -> service.bean(Directory.class).children(province, TODAY).size() == COMMUNES);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static String add(
            List<EstablishUnit> all, UnitKind kind, String code, String name, @Nullable String parent) {
        String id = Ids.fresh();
        all.add(new EstablishUnit(id, kind, code, name, parent, FROM, null, List.of(), null));
        return id;
    }

    private static String issuer(int plan) {
        // the first is the province's own, and the others answer it
        return plan == 0 ? province : communes.get((plan - 1) % COMMUNES);
    }

    private static TaskContent content(int plan, int task) {
        String first = communes.get((plan * 7 + task) % COMMUNES);
        String second = communes.get((plan * 7 + task + 1) % COMMUNES);
        LocalDate due = ISSUED.plusDays(15 + (plan * 13L + task * 17L) % 340);
        return IssuedPlans.task(
                "Nội dung công việc thứ " + task
                        + " của kế hoạch: tuyên truyền, phổ biến, quán triệt, kiểm tra và báo cáo",
                due,
                plan == 0 || task % 4 == 0 ? Target.unit(first, "Xã") : Target.unit(issuer(plan), "Xã"),
                Target.unit(second, "Xã"));
    }

    @Test
    @Order(1)
    void aYearOfPlansIsFilledIn() {
        long begin = System.nanoTime();
        CitedDocument above = null;
        for (int i = 0; i < PLANS; i++) {
            plans.add(Ids.fresh());
        }
        send(new PlanCommand.DraftPlan(
                plans.getFirst(),
                province,
                DraftSource.hand(),
                IssuedPlans.details("1/KH-UBND", ISSUED, List.of()),
                tasks(0)));
        send(new PlanCommand.IssuePlan(plans.getFirst(), TODAY));
        above = new CitedDocument("Kế hoạch", "1/KH-UBND", ISSUED, "UBND tỉnh Mường Lay", plans.getFirst());
        List<CitedDocument> cited = List.of(above);
        atOnce(IntStream.range(1, PLANS)
                .<Runnable>mapToObj(i -> () -> {
                    send(new PlanCommand.DraftPlan(
                            plans.get(i),
                            issuer(i),
                            DraftSource.hand(),
                            IssuedPlans.details((i + 1) + "/KH-UBND", ISSUED, cited),
                            tasks(i)));
                    send(new PlanCommand.IssuePlan(plans.get(i), TODAY));
                })
                .toList());
        figure(PLANS + " plans drafted and issued", begin);
        within(
                Duration.ofSeconds(900),
                "all tasks are assigned",
                () -> rows(TasksView.NAME).countDocuments(new Document("revision", new Document("$exists", true)))
                        == (long) PLANS * TASKS);
        figure(PLANS * TASKS + " tasks assigned, after", begin);

        begin = System.nanoTime();
        List<Runnable> reports = new ArrayList<>();
        for (int i = 0; i < PLANS; i++) {
            for (int n = 1; n <= TASKS; n++) {
                int plan = i;
                int task = n;
                reports.add(() -> report(plan, task));
            }
        }
        atOnce(reports);
        figure(PLANS * TASKS * REPORTS + " reports, and a third of the tasks done", begin);
        long end = service.plan().runtime().log().nextPosition() - 1;
        List.of(PlansView.NAME, PlanVersionsView.NAME, TasksView.NAME)
                .forEach(view ->
                        within(Duration.ofSeconds(600), view + " have come to the end", () -> position(view) >= end));
        figure("the same, and the views have come to the end", begin);
    }

    private static List<PlannedTask> tasks(int plan) {
        return IntStream.rangeClosed(1, TASKS)
                .mapToObj(n -> new PlannedTask(n, content(plan, n)))
                .toList();
    }

    private static void report(int plan, int n) {
        String task = PlannedTask.id(plans.get(plan), n);
        String unit = content(plan, n).units().iterator().next();
        for (int i = 1; i <= REPORTS; i++) {
            send(new TaskCommand.ReportProgress(
                    task,
                    unit,
                    i * 90 / REPORTS,
                    "Đã triển khai bước " + i,
                    List.of(),
                    ISSUED.plusDays(i * 20L + n),
                    TODAY));
        }
        if (n % 3 == 0) {
            send(new TaskCommand.CompleteTask(task, unit, "Đã xong", List.of(), ISSUED.plusDays(150), TODAY));
        }
    }

    private static void send(Object command) {
        String request = Ids.fresh();
        service.plan().runtime().commands().send(command, new Act("somebody", List.of(), null, request, request, null));
    }

    private static void atOnce(List<Runnable> all) {
        try (ExecutorService callers =
                Executors.newFixedThreadPool(CALLERS, Thread.ofVirtual().factory())) {
            CompletableFuture.allOf(all.stream()
                            .map(each -> CompletableFuture.runAsync(each, callers))
                            .toArray(CompletableFuture[]::new))
                    .join();
        }
    }

    @Test
    @Order(2)
    void everyListIsRightAndQuick() {
        Tokens officer = Tokens.of("officer").person("officer").role(Role.OFFICER, province);
        Tokens clerk = Tokens.of("clerk").person("clerk").role(Role.OFFICER, communes.getFirst());
        String commune = communes.getFirst();

        JsonNode figures = service.plan()
                .get(officer, "/progress?year=2026&unit=" + province)
                .get("all")
                .get("year");
        assertThat(figures.get("total").get("value").asInt()).isEqualTo(PLANS * TASKS);
        assertThat(figures.get("done").get("value").asInt()).isEqualTo(PLANS * (TASKS / 3));
        List<String> lists = List.of(
                "/tasks?limit=50",
                "/tasks?limit=50&state=OVERDUE",
                "/tasks?limit=50&under=" + province,
                "/tasks?limit=50&unit=" + commune,
                "/tasks?limit=50&unit=" + commune + "&role=EXECUTOR&state=OPEN&asOf=2026-05-01",
                "/tasks?limit=50&under=" + province + "&year=2026&quarter=3&state=DONE",
                "/tasks?limit=50&month=6&year=2026",
                "/tasks?limit=50&q=pho+bien+quan+triet",
                "/tasks?limit=50&q=khong+co+o+dau",
                "/tasks?limit=50&plan=" + plans.getFirst(),
                "/plans?limit=50",
                "/plans?limit=50&under=" + province + "&year=2026",
                "/plans?limit=50&unit=" + commune,
                "/plans?limit=200",
                "/plans/" + plans.getFirst(),
                "/plans/" + plans.getFirst() + "/tasks",
                "/plans/" + plans.getFirst() + "/tasks/1",
                "/plans/" + plans.getFirst() + "/cascade?depth=2",
                "/progress?year=2026&unit=" + province,
                "/progress?year=2026&asOf=2026-05-01&unit=" + province,
                "/progress?year=2026&unit=" + commune,
                "/waiting?unit=" + commune,
                "/waiting?unit=" + province);
        for (String path : lists) {
            measure("province: " + path, officer, path);
        }
        measure("operator: /tasks?limit=50", OPERATOR, "/tasks?limit=50");
        for (String path : List.of("/tasks?limit=50", "/tasks?limit=200", "/plans?limit=50")) {
            measure("commune: " + path, clerk, path);
        }
        pagesFitTogether(officer);
    }

    /** Every task once, whatever stands on which page. */
    private static void pagesFitTogether(Tokens token) {
        Map<String, Integer> seen = new HashMap<>();
        String next = "";
        long[] nanos = new long[PLANS * TASKS / 200 + 1];
        int pages = 0;
        while (true) {
            long begin = System.nanoTime();
            JsonNode page = service.plan().get(token, "/tasks?limit=200" + next);
            nanos[pages++] = System.nanoTime() - begin;
            page.get("items")
                    .forEach(item -> seen.merge(
                            item.get("plan").asString() + "/" + item.get("n").asInt(), 1, Integer::sum));
            if (!page.has("next")) {
                break;
            }
            next = "&cursor=" + page.get("next").asString();
        }
        assertThat(seen).hasSize(PLANS * TASKS);
        assertThat(seen.values()).containsOnly(1);
        print("page after page of 200, all of them", Arrays.copyOf(nanos, pages));
    }

    private static void measure(String what, Tokens token, String path) {
        long[] nanos = new long[ROUNDS];
        service.plan().get(token, path);
        for (int i = 0; i < ROUNDS; i++) {
            long begin = System.nanoTime();
            service.plan().get(token, path);
            nanos[i] = System.nanoTime() - begin;
        }
        print(what, nanos);
    }

    private static void print(String what, long[] nanos) {
        Arrays.sort(nanos);
        System.out.printf(
                "figure: %6.1f ms median, %6.1f ms p95: %s%n",
                nanos[nanos.length / 2] / 1e6,
                nanos[(int) Math.ceil(nanos.length * 0.95) - 1] / 1e6,
                what.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "<id>"));
    }

    @Test
    @Order(3)
    void everyViewFilledAnewHasEqualRows() {
        var views = service.plan().runtime().views();
        for (String view : List.of(PlansView.NAME, PlanVersionsView.NAME, TasksView.NAME)) {
            Map<Object, UUID> before = content(view);
            long begin = System.nanoTime();
            Filled filled = views.rebuild(view);
            within(Duration.ofSeconds(600), view + " is filled anew", () -> views.store()
                    .active(view)
                    .equals(filled));
            figure(view + ": " + before.size() + " rows filled anew", begin);
            assertThat(content(view)).as(view).isEqualTo(before);
            assertThat(before).as(view).hasSizeGreaterThanOrEqualTo(PLANS);
        }
    }

    /** A hash of each row: all of them twice are more than the memory holds. */
    private static Map<Object, UUID> content(String view) {
        Map<Object, UUID> rows = new HashMap<>();
        List<Object> ids = new ArrayList<>();
        rows(view).find().projection(new Document("_id", 1)).forEach(row -> ids.add(row.get("_id")));
        // in parts: each question has a few seconds
        for (int i = 0; i < ids.size(); i += 500) {
            List<Object> part = ids.subList(i, Math.min(ids.size(), i + 500));
            for (Document row : rows(view).find(new Document("_id", new Document("$in", part)))) {
                row.remove("p");
                rows.put(row.get("_id"), hash(row));
            }
        }
        return rows;
    }

    private static UUID hash(Document row) {
        return UUID.nameUUIDFromBytes(row.toJson().getBytes(StandardCharsets.UTF_8));
    }

    private static MongoCollection<Document> rows(String view) {
        return service.plan().runtime().views().store().collection(view);
    }

    private static long position(String view) {
        var runtime = service.plan().runtime();
        return runtime.processors()
                .position(runtime.views().store().active(view).processor());
    }

    private static void figure(String what, long begin) {
        System.out.printf("figure: %s: %.2f s%n", what, (System.nanoTime() - begin) / 1e9);
    }
}
