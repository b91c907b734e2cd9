package vn.thidua.organization.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.model.Filters;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.spec.SecretKeySpec;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thidua.organization.OrganizationEvents;
import vn.thidua.organization.domain.group.Group;
import vn.thidua.organization.domain.imports.Import;
import vn.thidua.organization.domain.person.Citizen;
import vn.thidua.organization.domain.person.Known;
import vn.thidua.organization.domain.person.Person;
import vn.thidua.organization.domain.person.PersonActs;
import vn.thidua.organization.domain.person.PersonCommand;
import vn.thidua.organization.domain.person.PostKind;
import vn.thidua.organization.domain.unit.Neighbours;
import vn.thidua.organization.domain.unit.Unit;
import vn.thidua.organization.domain.unit.UnitActs;
import vn.thidua.organization.domain.unit.UnitCode;
import vn.thidua.organization.domain.unit.UnitMergers;
import vn.thidua.organization.sheet.InventedLists;
import vn.thidua.organization.tiers.TierChains;
import vn.thidua.organization.view.imports.ImportsView;
import vn.thidua.organization.view.people.PeopleView;
import vn.thidua.organization.view.people.PostsView;
import vn.thidua.organization.view.units.Forest;
import vn.thidua.organization.view.units.UnitsQueries;
import vn.thidua.organization.view.units.UnitsView;
import vn.thidua.platform.context.Accepted;
import vn.thidua.platform.context.Act;
import vn.thidua.platform.context.Commands;
import vn.thidua.platform.context.ContextRuntime;
import vn.thidua.platform.context.ContextSettings;
import vn.thidua.platform.context.ContextSpec;
import vn.thidua.platform.context.Ids;
import vn.thidua.platform.eventstore.OnceKey;
import vn.thidua.platform.files.FileStore;
import vn.thidua.platform.sealing.KeyEncryptionKey;
import vn.thidua.platform.sealing.MongoKeyRing;
import vn.thidua.platform.testing.Backends;
import vn.thidua.platform.testing.Eventually;

/** From a file to rows in the views, and back. */
class ImportFlowIT {
    private static final Act ACT = new Act("person-1", List.of(), null, "r", "c", null);

    private ContextRuntime runtime;
    private MongoKeyRing keys;
    private FileStore files;
    private ImportRunner runner;
    private ImportDesk desk;

    @BeforeEach
    void theContextRuns() {
        String fresh = Backends.freshName(ImportFlowIT.class);
        ContextSettings settings = ContextSettings.of(
                        "0191e1a0-test", Backends.mongoUri(), null, new SecretKeySpec(new byte[32], "HmacSHA256"))
                .withDatabases(fresh + "_");
        MongoKeyRing[] ring = new MongoKeyRing[1];
        ContextSpec spec = ContextSpec.named("organization", OrganizationEvents.names())
                .aggregates(Unit.class, UnitCode.class, Person.class, Citizen.class, Group.class, Import.class)
                .handler(axon -> new UnitActs(
                        axon.repository(Unit.class),
                        axon.repository(UnitCode.class),
                        TierChains.standing(),
                        Neighbours.UNKNOWN,
                        "0191e1a0-test"))
                .handler(axon -> new UnitMergers(
                        axon.repository(Unit.class),
                        axon.repository(UnitCode.class),
                        TierChains.standing(),
                        Neighbours.UNKNOWN,
                        "0191e1a0-test"))
                .handler(axon -> new PersonActs(
                        axon.repository(Person.class),
                        axon.repository(Citizen.class),
                        axon.repository(Unit.class),
                        Known.NOTHING))
                .views(
                        new UnitsView(),
                        new PeopleView(text -> Objects.requireNonNull(ring[0]).open(text)),
                        new PostsView(),
                        new ImportsView())
                .build();
        runtime = ContextRuntime.open(spec, settings);
        keys = MongoKeyRing.open(
                runtime.database("keys"),
                KeyEncryptionKey.of("k1", KeyEncryptionKey.random()),
                List.of(),
                Clock.systemUTC());
        ring[0] = keys;
        files = new FileStore(runtime.database(), keys, Clock.systemUTC());
        runtime.start();
        runner = runner(runtime.commands());
        desk = new ImportDesk(
                runtime.commands(),
                runtime.views().store(),
                files,
                keys,
                this::forest,
                () -> {},
                TierChains.standing(),
                Clock.systemUTC(),
                runner);
    }

    private Forest forest() {
        return new UnitsQueries(() -> runtime.views().store().collection(UnitsView.NAME), () -> 0, java.util.Set::of)
                .forest();
    }

    private ImportRunner runner(Commands commands) {
        return new ImportRunner(commands, runtime.onceKeys(), runtime.views().store(), files, keys, Clock.systemUTC());
    }

    @AfterEach
    void itEnds() {
        runner.close();
        runtime.close();
    }

    private Document proposed(byte[] file) throws IOException {
        String id = Ids.fresh();
        ImportDesk.Proposal proposal = desk.propose(
                id, "unit-1", new ByteArrayInputStream(file), "danh-sach.xlsx", unit -> true, preview -> {}, ACT, null);
        assertThat(proposal.preview().errors()).isZero();
        return inState(id, "PROPOSED");
    }

    private Document inState(String id, String state) {
        Eventually.within(Duration.ofSeconds(60), "import " + id + " is " + state, () -> desk.find(id)
                .map(row -> state.equals(row.getString(ImportsView.STATE)))
                .orElse(false));
        return desk.find(id).orElseThrow();
    }

    private long rows(String view) {
        return runtime.views().store().collection(view).countDocuments(Filters.ne("withdrawn", true));
    }

    private void eventually(String view, long count) {
        Eventually.within(Duration.ofSeconds(20), count + " rows in " + view, () -> rows(view) == count);
    }

    private long commits() {
        return runtime.database().getCollection("commits").countDocuments();
    }

    @Test
    void aListComesInAndGoesBackOut() throws IOException {
        Document row = proposed(InventedLists.of(40, 700).xlsx());
        String id = row.getString("_id");
        assertThat(row.getInteger("batches")).isEqualTo(1 + 3);
        assertThat(desk.preview(id))
                .hasValueSatisfying(preview -> assertThat(preview.rows()).hasSize(740));
        runner.start();

        desk.confirm(row, unit -> true, ACT, null, null);
        inState(id, "COMPLETED");
        eventually(UnitsView.NAME, 40);
        eventually(PeopleView.NAME, 700);
        eventually(PostsView.NAME, 700);
        assertThat(files.find(row.getString("file")))
                .as("it can still be taken back")
                .isPresent();

        desk.undo(id, ACT, null, null);
        inState(id, "UNDONE");
        eventually(UnitsView.NAME, 0);
        eventually(PostsView.NAME, 0);
        Eventually.within(Duration.ofSeconds(5), "the file is gone", () -> files.find(row.getString("file"))
                .isEmpty());
        assertThat(files.find(row.getString("plan"))).isEmpty();
    }

    @Test
    void whoeverGoesOnAfterACrashDoesNothingTwice() throws IOException {
        Document row = proposed(InventedLists.of(40, 700).xlsx());
        String id = row.getString("_id");
        desk.confirm(row, unit -> true, ACT, null, null);
        inState(id, "RUNNING");
        // two batches done, the second not yet recorded: there the process dies
        AtomicInteger sent = new AtomicInteger();
        ImportRunner dying = runner(new Commands() {
            @Override
            public Accepted send(Object command, Act act, @Nullable OnceKey once, @Nullable Long expected) {
                if (sent.incrementAndGet() == 4) {
                    throw new IllegalStateException("killed");
                }
                return runtime.commands().send(command, act, once, expected);
            }
        });
        assertThatThrownBy(dying::work).hasMessage("killed");
        long before = commits();

        runner.start();
        inState(id, "COMPLETED");
        eventually(PeopleView.NAME, 700);
        eventually(PostsView.NAME, 700);
        // two batches were left, and three to be recorded: the second of all was not done again
        assertThat(commits() - before).isEqualTo(2 + 3);
    }

    @Test
    void whatSomethingRefersToIsNotTakenBack() throws IOException {
        Document row = proposed(InventedLists.of(12, 3).xlsx());
        String id = row.getString("_id");
        runner.start();
        desk.confirm(row, unit -> true, ACT, null, null);
        inState(id, "COMPLETED");
        eventually(PeopleView.NAME, 3);
        String person = runtime.views()
                .store()
                .collection(PeopleView.NAME)
                .find()
                .first()
                .getString("_id");
        String unit = runtime.views()
                .store()
                .collection(UnitsView.NAME)
                .find(Filters.eq("kind", "COMMUNE"))
                .first()
                .getString("_id");
        runtime.commands()
                .send(
                        new PersonCommand.HoldPost(
                                person,
                                Ids.fresh(),
                                unit,
                                "Chủ tịch",
                                PostKind.OFFICIAL,
                                LocalDate.of(2026, 1, 1),
                                null,
                                null),
                        ACT);

        desk.undo(id, ACT, null, null);

        Document stopped = inState(id, "UNDO_STOPPED");
        assertThat(stopped.getString("reason")).contains("không thể rút lại");
        assertThat(rows(UnitsView.NAME)).isEqualTo(12);
    }

    @Test
    void theSameListAgainHasNothingNew() throws IOException {
        byte[] file = InventedLists.of(12, 30).xlsx();
        Document row = proposed(file);
        runner.start();
        desk.confirm(row, unit -> true, ACT, null, null);
        inState(row.getString("_id"), "COMPLETED");
        eventually(PostsView.NAME, 30);

        assertThatThrownBy(() -> desk.propose(
                        Ids.fresh(),
                        "unit-1",
                        new ByteArrayInputStream(file),
                        "x.xlsx",
                        unit -> true,
                        preview -> {},
                        ACT,
                        null))
                .hasMessageContaining("import-nothing-to-do");
    }

    @Test
    void aTreeThatChangedMeanwhileAsksForAnotherLook() throws IOException {
        Document first = proposed(InventedLists.of(12, 0).xlsx());
        Document second = proposed(InventedLists.of(20, 0).xlsx());
        runner.start();
        desk.confirm(first, unit -> true, ACT, null, null);
        inState(first.getString("_id"), "COMPLETED");
        eventually(UnitsView.NAME, 12);

        assertThatThrownBy(() -> desk.confirm(second, unit -> true, ACT, null, null))
                .hasMessageContaining("import-plan-changed");
    }

    @Test
    void tenCommunesBecomeOneWithTheirVillagesAndPeople() throws IOException {
        Document row = proposed(InventedLists.merger(10, 300).xlsx());
        assertThat(row.getBoolean("undoable")).isFalse();
        runner.start();
        desk.confirm(row, unit -> true, ACT, null, null);
        Document done = inState(row.getString("_id"), "COMPLETED");
        eventually(PostsView.NAME, 300);

        assertThat(done.getInteger(ImportsView.APPLIED)).isEqualTo(done.getInteger("batches"));
        LocalDate before = LocalDate.of(2025, 6, 30);
        var forest = forest();
        assertThat(forest.all().stream().filter(unit -> unit.existsOn(before)).count())
                .isEqualTo(1 + 1 + 10 + 90);
        var after = forest.all().stream()
                .filter(unit -> unit.existsOn(before.plusDays(1)))
                .toList();
        assertThat(after).hasSize(1 + 1 + 90);
        String united = after.stream()
                .filter(unit -> unit.namings().getFirst().name().equals("Xã Hợp Nhất"))
                .findFirst()
                .orElseThrow()
                .id();
        assertThat(forest.children(united, before.plusDays(1))).hasSize(90);
        Eventually.within(Duration.ofSeconds(5), "the file is gone", () -> files.find(row.getString("file"))
                .isEmpty());
    }
}
