package vn.thidua.plan.view.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static vn.thidua.plan.view.Story.content;
import static vn.thidua.plan.view.Story.details;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.thidua.plan.domain.plan.CitedDocument;
import vn.thidua.plan.domain.plan.DraftSource;
import vn.thidua.plan.domain.plan.PlanDetails;
import vn.thidua.plan.domain.plan.PlanEvent;
import vn.thidua.plan.domain.plan.PlanField;
import vn.thidua.plan.domain.plan.PlannedTask;
import vn.thidua.plan.view.Places;
import vn.thidua.plan.view.Story;
import vn.thidua.plan.view.directory.Directory.Kind;
import vn.thidua.plan.view.units.UnitsOnDay;
import vn.thidua.platform.testing.Backends;

class PlansAsOfIT {

    private static MongoDatabase database;

    private final Places places = new Places()
            .unit("t", Kind.PROVINCE, "Tỉnh Mường Lay", null)
            .unit("s", Kind.BODY, "Sở Nội vụ", "t")
            .unit("d", Kind.DISTRICT, "Huyện Bản Sen", "t")
            .unit("e", Kind.DISTRICT, "Huyện Nậm Mu", "t")
            .unit("x", Kind.COMMUNE, "Xã Nà Lùng", "d")
            .unit("y", Kind.COMMUNE, "Xã Pá Khoang", "d")
            .unit("v", Kind.VILLAGE, "Thôn Một", "x");

    @BeforeAll
    static void database() {
        database = Backends.freshDatabase(PlansAsOfIT.class);
    }

    private record Read(PlansQueries plans, PlanLists lists, Cascades cascades) {}

    private Read read(Story story) {
        MongoCollection<Document> rows = story.rows(database, new PlansView());
        MongoCollection<Document> versions = story.rows(database, new PlanVersionsView());
        var plans = new PlansQueries(
                () -> rows, (unit, day) -> places.unit(unit, day).map(each -> each.name()), () -> false);
        var lists = new PlanLists(() -> rows, () -> versions, plans, () -> false);
        return new Read(plans, lists, new Cascades(lists, new UnitsOnDay(places.tree(), () -> places)));
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    private static CitedDocument above(
            @Nullable String number, @Nullable String date, @Nullable String issuer, @Nullable String plan) {
        return new CitedDocument("Kế hoạch", number, date == null ? null : day(date), issuer, plan);
    }

    private static PlanFilter on(String day) {
        return new PlanFilter(day(day), null, null, List.of(), null, null, null);
    }

    private static Story draft(Story story, String recorded, String plan, String unit, DraftSource source) {
        return story.plan(recorded, new PlanEvent.PlanDrafted(plan, unit, source, PlanDetails.empty(), List.of()));
    }

    @Test
    void aPlanHoldsFromItsIssueToItsLastDayAndItsVersionsFromDayToDay() {
        var task = new PlannedTask(1, content("Một việc", "2026-03-31", "x"));
        PlanDetails other = Story.titled(details("10/KH-UBND", "2026-01-10"), "Chủ đề mới");
        Read read = read(new Story()
                .issued("p", "d", details("10/KH-UBND", "2026-01-10"), task.content())
                .plan(
                        "2026-02-01",
                        new PlanEvent.PlanAmended(
                                "p",
                                "d",
                                2,
                                "bổ sung",
                                null,
                                other,
                                List.of(task),
                                new PlanEvent.Changes(List.of(PlanField.TITLE), List.of(), List.of(), List.of()),
                                day("2026-03-01")))
                .plan(
                        "2026-05-02",
                        new PlanEvent.PlanSuperseded(
                                "p",
                                "d",
                                "10/KH-UBND",
                                above("20/KH-UBND", "2026-05-01", null, null),
                                "thay",
                                day("2026-05-01"),
                                List.of(1))));

        assertThat(read.lists().all(on("2026-01-09"), 10)).isEmpty();
        assertThat(read.lists().line("p", day("2026-01-09"))).isEmpty();
        assertThat(read.lists().all(on("2026-02-28"), 10))
                .extracting(PlanLine::version, PlanLine::state, PlanLine::title)
                .containsExactly(tuple(1, Plans.State.ISSUED, "Phong trào thi đua năm 2026"));
        assertThat(read.lists().all(on("2026-04-30"), 10))
                .extracting(PlanLine::version, PlanLine::state, PlanLine::title)
                .containsExactly(tuple(2, Plans.State.ISSUED, "Chủ đề mới"));
        assertThat(read.lists().all(on("2026-05-01"), 10))
                .extracting(PlanLine::version, PlanLine::state, PlanLine::ended)
                .containsExactly(tuple(2, Plans.State.SUPERSEDED, day("2026-04-30")));
        assertThat(read.lists().versions("p"))
                .extracting(PlanLists.Version::version, each -> each.details().title())
                .containsExactly(tuple(1, "Phong trào thi đua năm 2026"), tuple(2, "Chủ đề mới"));
        assertThat(read.plans().find("p").orElseThrow())
                .returns(2, Plans.Plan::version)
                .returns(3L, Plans.Plan::revision)
                .returns(Plans.State.SUPERSEDED, Plans.Plan::state);
    }

    @Test
    void aClosedPlanHoldsOnItsLastDay() {
        Read read = read(new Story()
                .issued("p", "d", details("10/KH-UBND", "2026-01-10"))
                .plan(
                        "2026-12-31",
                        new PlanEvent.PlanClosed("p", "d", "10/KH-UBND", null, day("2026-12-31"), List.of())));

        assertThat(read.lists().line("p", day("2026-12-31")).orElseThrow().state())
                .isEqualTo(Plans.State.ISSUED);
        assertThat(read.lists().line("p", day("2027-01-01")).orElseThrow().state())
                .isEqualTo(Plans.State.CLOSED);
        assertThat(read.plans().find("p").orElseThrow().ended()).isEqualTo(day("2026-12-31"));
    }

    @Test
    void draftsAreNotAmongThePlansWhateverBecomesOfThem() {
        Story story = draft(new Story(), "2026-01-05", "p", "d", DraftSource.hand());
        draft(story, "2026-01-05", "q", "d", DraftSource.above("p"))
                .plan("2026-01-06", new PlanEvent.DraftDiscarded("q", "d", List.of()));
        Read read = read(story);

        assertThat(read.lists().all(on("2026-06-01"), 10)).isEmpty();
        assertThat(read.plans().find("p")).isEmpty();
        assertThat(read.plans().find("q")).isEmpty();
        assertThat(read.lists().answers(Set.of("p"))).isEmpty();
    }

    @Test
    void aCitationIsFoundByNumberDateAndIssuerAndOnlyIfItIsTheOnlyOne() {
        Read read = read(new Story()
                .issued("p", "d", details("10/KH-UBND", "2026-01-10"))
                .issued("q", "e", details("10/KH-UBND", "2026-01-12"))
                .issued("r", "d", details("11/KH-UBND", "2026-01-12")));

        assertThat(found(read, above("10/KH-UBND", null, null, null))).isEmpty();
        assertThat(found(read, above(" 10 / kh–ubnd", "2026-01-12", null, null)))
                .contains("q");
        assertThat(found(read, above("10/KH-UBND", null, "UBND huyện Bản Sen", null)))
                .contains("p");
        assertThat(found(read, above("11/KH-UBND", "2026-01-10", null, null))).isEmpty();
        assertThat(found(read, above("11/KH-UBND", null, "UBND huyện Nậm Mu", null)))
                .isEmpty();
        assertThat(found(read, above(null, "2026-01-12", null, null))).isEmpty();
        assertThat(found(read, above(null, null, null, "r"))).contains("r");
    }

    private static Optional<String> found(Read read, CitedDocument citation) {
        return read.plans().cited(citation).map(Plans.Plan::id);
    }

    @Test
    void theTiersBelowHaveNothingADraftOrAnAnswer() {
        Story story = new Story()
                .issued("p", "s", details("1/KH-SNV", "2026-01-10"))
                .issued("dp", "d", details("10/KH-UBND", "2026-01-20", above("1/KH-SNV", null, null, "p")));
        draft(story, "2026-01-25", "xp", "x", DraftSource.above("dp"))
                .issued(
                        "yp",
                        "y",
                        details("7/KH-UBND", "2026-02-01", above("10/KH-UBND", "2026-01-20", "UBND huyện", null)));
        Read read = read(story);
        PlanLine plan = read.lists().line("p", day("2026-02-10")).orElseThrow();

        List<Cascades.CascadeNode> nodes = read.cascades().below(plan, day("2026-02-10"), 2);
        assertThat(nodes)
                .extracting(node -> node.unit().id(), Cascades.CascadeNode::state, Cascades.CascadeNode::days)
                .containsExactly(tuple("d", Cascades.State.ISSUED, 21L), tuple("e", Cascades.State.NONE, 31L));
        assertThat(nodes.getFirst().plan())
                .isEqualTo(new Cascades.AnsweringPlan("dp", "10/KH-UBND", day("2026-01-20")));
        assertThat(nodes.getFirst().below())
                .extracting(
                        node -> node.unit().id(),
                        Cascades.CascadeNode::state,
                        Cascades.CascadeNode::plan,
                        Cascades.CascadeNode::days)
                .containsExactly(
                        tuple("x", Cascades.State.DRAFT, null, 16L), tuple("y", Cascades.State.NONE, null, 31L));
        assertThat(nodes.getFirst().below().getLast().possible())
                .extracting(Cascades.AnsweringPlan::id)
                .containsExactly("yp");
        // before the answer was issued there was none, and one tier is asked for only
        assertThat(read.cascades().below(plan, day("2026-01-19"), 1))
                .extracting(Cascades.CascadeNode::state, node -> node.below().size())
                .containsExactly(tuple(Cascades.State.NONE, 0), tuple(Cascades.State.NONE, 0));

        read = read(story.plan("2026-02-11", new PlanEvent.PlanLinked("yp", "y", 0, "dp")));
        Cascades.CascadeNode y = read.cascades()
                .below(plan, day("2026-02-12"), 2)
                .getFirst()
                .below()
                .getLast();
        assertThat(y)
                .returns(Cascades.State.ISSUED, Cascades.CascadeNode::state)
                .returns(List.of(), Cascades.CascadeNode::possible);
    }

    @Test
    void whatTheTierAboveHasIssuedWaitsUntilItIsAnsweredWithAnIssuedPlan() {
        Story story = new Story()
                .issued("dp", "d", details("10/KH-UBND", "2026-01-20"))
                .issued("dq", "d", details("11/KH-UBND", "2026-01-21"));
        draft(story, "2026-01-25", "xp", "x", DraftSource.above("dp"));
        Read read = read(story);

        assertThat(read.cascades().unanswered("x", day("2026-01-30")))
                .extracting(open -> open.plan().id(), Cascades.Open::state, Cascades.Open::days)
                .containsExactly(tuple("dp", Cascades.State.DRAFT, 10L), tuple("dq", Cascades.State.NONE, 9L));
        assertThat(read.cascades().unanswered("v", day("2026-01-30"))).isEmpty();
        assertThat(read.cascades().unanswered("t", day("2026-01-30"))).isEmpty();

        read = read(story.issued("xq", "x", details("3/KH-UBND", "2026-01-28", above("11/KH-UBND", null, null, "dq"))));
        assertThat(read.cascades().unanswered("x", day("2026-01-30")))
                .extracting(open -> open.plan().id())
                .containsExactly("dp");
    }

    @Test
    void whoAnswersWhatAnOfficeOfTheTierAboveHasMadeOfAPlanHasAnsweredThePlan() {
        Story story = new Story()
                .issued("p", "t", details("1/KH-UBND", "2026-01-10"))
                .issued("sp", "s", details("2/KH-SNV", "2026-01-15", above("1/KH-UBND", null, null, "p")))
                .issued("dp", "d", details("10/KH-UBND", "2026-01-20", above("2/KH-SNV", null, null, "sp")))
                .issued("xp", "x", details("3/KH-UBND", "2026-01-25", above("10/KH-UBND", null, null, "dp")));
        Read read = read(story);
        PlanLine plan = read.lists().line("p", day("2026-02-10")).orElseThrow();

        assertThat(read.cascades().below(plan, day("2026-02-10"), 1))
                .extracting(node -> node.unit().id(), Cascades.CascadeNode::state)
                .containsExactly(tuple("d", Cascades.State.ISSUED), tuple("e", Cascades.State.NONE));
        assertThat(read.cascades().below(plan, day("2026-02-10"), 2).getFirst().below())
                .extracting(node -> node.unit().id(), Cascades.CascadeNode::state)
                .containsExactly(tuple("x", Cascades.State.ISSUED), tuple("y", Cascades.State.NONE));
        // before the office had issued its plan, nobody could have answered that
        assertThat(read.cascades().below(plan, day("2026-01-14"), 1))
                .extracting(Cascades.CascadeNode::state)
                .containsOnly(Cascades.State.NONE);

        assertThat(read.cascades().unanswered("d", day("2026-02-10"))).isEmpty();
        assertThat(read.cascades().unanswered("e", day("2026-02-10")))
                .extracting(open -> open.plan().id())
                .containsExactly("p", "sp");
    }

    @Test
    void howManyPlansWaitForAnAnswerChangesNothingInHowManyQuestionsAreAsked() {
        Story story = new Story();
        List<Integer> asked = new ArrayList<>();
        for (int plans : new int[] {2, 7}) {
            for (int i = asked.size() * 2 + 1; i <= plans; i++) {
                story.issued("dp" + i, "d", details(i + "/KH-UBND", "2026-01-20"));
            }
            story.issued(
                    "xp" + plans,
                    "x",
                    details(
                            "9" + plans + "/KH-UBND",
                            "2026-01-22",
                            above(plans + "/KH-UBND", "2026-01-20", null, null)));
            MongoCollection<Document> rows = story.rows(database, new PlansView());
            AtomicInteger questions = new AtomicInteger();
            var queries = new PlansQueries(() -> counted(rows, questions), (_, _) -> Optional.empty(), () -> false);
            var lists = new PlanLists(() -> counted(rows, questions), () -> rows, queries, () -> false);
            var cascades = new Cascades(lists, new UnitsOnDay(places.tree(), () -> places));

            List<Cascades.Open> open = cascades.unanswered("x", day("2026-01-30"));
            assertThat(open).hasSize(plans);
            assertThat(open).anySatisfy(each -> assertThat(each.possible()).hasSize(1));
            asked.add(questions.get());
        }
        assertThat(asked.getFirst()).isEqualTo(asked.getLast());
    }

    private static MongoCollection<Document> counted(MongoCollection<Document> rows, AtomicInteger questions) {
        questions.incrementAndGet();
        return rows;
    }

    @Test
    void plansAreFoundByUnitYearStateAndWords() {
        Read read = read(new Story()
                .issued("p", "d", details("10/KH-UBND", "2026-01-10"), content("Một việc", "2026-03-31", "x"))
                .issued("q", "e", details("5/KH-UBND", "2025-01-10")));
        LocalDate day = day("2026-06-01");

        assertThat(ids(read, new PlanFilter(day, Set.of("d"), null, List.of(), null, null, null)))
                .containsExactly("p");
        assertThat(ids(read, new PlanFilter(day, null, null, List.of(), 2025, Plans.State.ISSUED, null)))
                .containsExactly("q");
        assertThat(ids(read, new PlanFilter(day, null, null, List.of(), null, null, "thi DUA nam 2025")))
                .containsExactly("q");
        assertThat(ids(read, new PlanFilter(day, null, Set.of("x"), List.of(), null, null, null)))
                .containsExactly("p");
        assertThat(ids(read, new PlanFilter(day, null, Set.of("y"), List.of("e"), null, null, null)))
                .containsExactly("q");
        assertThat(ids(read, on("2026-06-01"))).containsExactly("p", "q");
        assertThat(read.lists().units("p")).containsExactly("x");
    }

    private static List<String> ids(Read read, PlanFilter filter) {
        return read.lists().all(filter, 10).stream().map(PlanLine::id).toList();
    }
}
