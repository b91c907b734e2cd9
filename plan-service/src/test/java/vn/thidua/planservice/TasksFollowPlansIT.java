package vn.thidua.planservice;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.planservice.RunningService.OPERATOR;
import static vn.thidua.planservice.RunningService.json;
import static vn.thidua.planservice.RunningService.text;
import static vn.thidua.platform.testing.Eventually.eventually;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.thidua.contracts.PlanContract;
import vn.thidua.plan.domain.Target;
import vn.thidua.plan.domain.TaskContent;
import vn.thidua.plan.domain.plan.PlanCommand;
import vn.thidua.plan.domain.plan.PlanDetails;
import vn.thidua.plan.domain.plan.PlannedTask;
import vn.thidua.plan.domain.task.TaskCommand;
import vn.thidua.plan.view.plans.Plans;
import vn.thidua.plan.view.tasks.Tasks;
import vn.thidua.platform.context.Act;
import vn.thidua.platform.context.Ids;
import vn.thidua.platform.processing.ProcessorStatus;
import vn.thidua.platform.publish.ContractJson;
import vn.thidua.platform.security.Role;
import vn.thidua.platform.testing.Backends;
import vn.thidua.platform.testing.Tokens;

/** What a plan's acts and the days mean for its tasks, and what others hear of it. */
class TasksFollowPlansIT {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));

    private static RunningService plan;
    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start(TasksFollowPlansIT.class, Backends.mongoUri(), Backends.kafka());
        plan = service.plan();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static void send(Object command) {
        String request = Ids.fresh();
        plan.runtime().commands().send(command, new Act("test", List.of(), null, request, request, null));
    }

    private static TaskContent due(String text, LocalDate dueTo) {
        return IssuedPlans.task(text, dueTo, Target.unit("office", "Văn phòng"));
    }

    /** Stored names of what happened to a task. */
    private static List<String> happened(String plan, int n) {
        return TasksFollowPlansIT.plan
                .runtime()
                .axon()
                .eventStore()
                .readEvents(PlannedTask.id(plan, n))
                .asStream()
                .map(event -> event.getPayloadType().getSimpleName())
                .toList();
    }

    private static long parked() {
        return plan.runtime().processors().statuses().stream()
                .mapToLong(ProcessorStatus::parked)
                .sum();
    }

    private static HttpResponse<byte[]> daily(Tokens token, String query) {
        return plan.send("POST", token, "/daily-run" + query, null);
    }

    private static int overdue(String query) {
        HttpResponse<byte[]> answer = daily(OPERATOR, query);
        assertThat(answer.statusCode()).as(text(answer)).isEqualTo(200);
        return json(answer).get("overdue").asInt();
    }

    @Test
    void actsThatFollowEachOtherAtOnceReachTheTasksInTheirOrder() {
        LocalDate later = TODAY.plusDays(30);
        String id = IssuedPlans.draft(
                service, "r-commune", "71/KH-UBND", List.of(), due("Một", later), due("Hai", later), due("Ba", later));
        send(new PlanCommand.IssuePlan(id, TODAY));
        PlanDetails details = service.bean(Plans.class).find(id).orElseThrow().details();
        send(new PlanCommand.AmendPlan(
                id,
                "Điều chỉnh",
                null,
                details,
                List.of(
                        new PlannedTask(1, due("Một, sửa", later)),
                        new PlannedTask(2, due("Hai", later)),
                        new PlannedTask(4, due("Bốn", later))),
                TODAY,
                TODAY));
        send(new PlanCommand.ClosePlan(id, null, TODAY, TODAY));

        eventually("the last task is withdrawn", () -> happened(id, 4).size() == 2);
        assertThat(happened(id, 1)).containsExactly("TaskAssigned", "TaskChanged", "TaskWithdrawn");
        assertThat(happened(id, 2)).containsExactly("TaskAssigned", "TaskWithdrawn");
        assertThat(happened(id, 3)).containsExactly("TaskAssigned", "TaskWithdrawn");
        assertThat(happened(id, 4)).containsExactly("TaskAssigned", "TaskWithdrawn");
        assertThat(parked()).isZero();
    }

    @Test
    void whatIsDoneStaysDoneWhateverBecomesOfThePlan() {
        String id = IssuedPlans.issue(service, "d-commune", "72/KH-UBND", due("Một", TODAY.plusDays(30)));
        send(new TaskCommand.CompleteTask(PlannedTask.id(id, 1), "office", "Đã xong", List.of(), TODAY, TODAY));
        send(new PlanCommand.ClosePlan(id, "Đã tổng kết", TODAY, TODAY));

        long end = plan.runtime().log().nextPosition() - 1;
        eventually("the plan's end has been followed", () -> plan.runtime().processors().statuses().stream()
                .allMatch(processor -> processor.position() >= end));
        assertThat(happened(id, 1)).containsExactly("TaskAssigned", "TaskCompleted");
        assertThat(parked()).isZero();
    }

    @Test
    void theDailyRunTellsOnceThatATaskIsOverdue() {
        LocalDate yesterday = TODAY.minusDays(1);
        String id = IssuedPlans.issue(
                service,
                "o-commune",
                "73/KH-UBND",
                due("Hôm kia", yesterday.minusDays(1)),
                due("Hôm qua", yesterday),
                due("Hôm nay", TODAY),
                due("Xong", yesterday));
        send(new TaskCommand.CompleteTask(PlannedTask.id(id, 4), "office", "Đã xong", List.of(), TODAY, TODAY));
        eventually("the view knows what is done", () -> service.bean(Tasks.class)
                .find(id, 4)
                .orElseThrow()
                .state()
                .equals(Tasks.State.DONE));

        assertThat(overdue("?day=" + yesterday)).isEqualTo(1);
        assertThat(overdue("")).isEqualTo(1);
        assertThat(overdue("")).isZero();
        assertThat(happened(id, 1)).containsExactly("TaskAssigned", "TaskOverdue");
        assertThat(happened(id, 2)).containsExactly("TaskAssigned", "TaskOverdue");
        assertThat(happened(id, 3)).containsExactly("TaskAssigned");
        assertThat(happened(id, 4)).containsExactly("TaskAssigned", "TaskCompleted");
    }

    @Test
    void onlyOperatorsAskForTheDailyRunAndForNoDayToCome() {
        HttpResponse<byte[]> ahead = daily(OPERATOR, "?day=" + TODAY.plusDays(1));

        assertThat(ahead.statusCode()).isEqualTo(422);
        assertThat(text(ahead)).contains("\"field\":\"day\"").contains("Ngày này chưa đến");
        assertThat(daily(Tokens.of("admin").role(Role.ADMIN, "o-commune"), "").statusCode())
                .isEqualTo(403);
    }

    @Test
    void othersHearOfThePlanAndOfEachOfItsTasks() {
        String id = IssuedPlans.issue(
                service, "h-commune", "74/KH-UBND", due("Một", TODAY.plusDays(30)), due("Hai", TODAY.plusDays(30)));
        String task = PlannedTask.id(id, 2);
        send(new TaskCommand.ReportProgress(task, "office", 40, "Đang làm", List.of(), TODAY, TODAY));

        Map<String, List<String>> heard = new TreeMap<>();
        Map<String, byte[]> assigned = new HashMap<>();
        try (var consumer = consumer()) {
            List<TopicPartition> all = IntStream.range(0, 12)
                    .mapToObj(n -> new TopicPartition("plan.events.v1", n))
                    .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            eventually("the report is on the topic", () -> {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    if (record.key().startsWith(id)) {
                        String type = type(record);
                        heard.merge(record.key(), List.of(type), (before, more) -> Stream.concat(
                                        before.stream(), more.stream())
                                .toList());
                        assigned.putIfAbsent(record.key(), record.value());
                    }
                }
                return heard.size() == 3 && heard.getOrDefault(task, List.of()).size() == 2;
            });
        }
        assertThat(heard)
                .containsEntry(id, List.of("vn.thidua.plan.PlanIssuedV1"))
                .containsEntry(PlannedTask.id(id, 1), List.of("vn.thidua.plan.TaskAssignedV1"))
                .containsEntry(task, List.of("vn.thidua.plan.TaskAssignedV1", "vn.thidua.plan.TaskProgressReportedV1"));
        var told = ContractJson.read(Objects.requireNonNull(assigned.get(task)), PlanContract.TaskAssignedV1.class);
        assertThat(told.unit()).isEqualTo("h-commune");
        assertThat(told.documentNumber()).isEqualTo("74/KH-UBND");
        assertThat(told.content().executors().getFirst().targets().getFirst().units())
                .containsExactly("office");
    }

    private static String type(ConsumerRecord<String, byte[]> record) {
        return new String(record.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8);
    }

    private static KafkaConsumer<String, byte[]> consumer() {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", Backends.kafka());
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
