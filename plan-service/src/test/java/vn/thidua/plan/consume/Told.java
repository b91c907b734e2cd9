package vn.thidua.plan.consume;

import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thidua.contracts.OrganizationContract;
import vn.thidua.contracts.OrganizationContract.MembersKind;
import vn.thidua.contracts.OrganizationContract.Moved;
import vn.thidua.contracts.OrganizationContract.Part;
import vn.thidua.contracts.OrganizationContract.PostKind;
import vn.thidua.contracts.OrganizationContract.UnitKind;
import vn.thidua.plan.view.directory.CachedDirectory;
import vn.thidua.platform.consume.ContractRecord;
import vn.thidua.platform.publish.Envelope;
import vn.thidua.platform.testing.FedTwice;
import vn.thidua.platform.view.ForeignView;
import vn.thidua.platform.view.ViewTable;

/** Acts on an invented tree, as their context tells of them; and a directory that has heard of them. */
public final class Told {

    private static final LocalDate BEGIN = LocalDate.parse("2020-01-01");
    private static final List<ForeignView> VIEWS =
            List.of(new UnitDirectoryView(), new PostDirectoryView(), new GroupDirectoryView());

    private final List<ContractRecord> records = new ArrayList<>();

    public Told and(OrganizationContract event) {
        long position = records.size();
        records.add(new ContractRecord(
                new Envelope(
                        "e" + position + "/0",
                        "/here/organization",
                        "t",
                        Instant.EPOCH,
                        event.subject(),
                        0,
                        position,
                        0,
                        "x",
                        "p1",
                        null,
                        null),
                event,
                "organization.events.v1",
                0,
                position));
        return this;
    }

    public Told unit(String id, UnitKind kind, String name, @Nullable String parent) {
        return unit(id, kind, name, parent, BEGIN.toString());
    }

    public Told unit(String id, UnitKind kind, String name, @Nullable String parent, String from) {
        return and(new OrganizationContract.UnitEstablishedV1(
                id, kind, "code-" + id, name, parent, LocalDate.parse(from), null, "here"));
    }

    public Told renamed(String id, UnitKind kind, String name, String from) {
        return and(new OrganizationContract.UnitRenamedV1(id, kind, name, "code-" + id, LocalDate.parse(from)));
    }

    public Told moved(String id, UnitKind kind, String from, String to, String day) {
        return and(new OrganizationContract.UnitMovedV1(id, kind, from, to, LocalDate.parse(day), null));
    }

    /** Communes become a new one; villages are those below them. */
    public Told merged(String into, String name, String parent, String day, List<String> communes, String... villages) {
        return and(new OrganizationContract.UnitsMergedV1(
                into,
                new Part(into, true, UnitKind.COMMUNE, "code-" + into, name, parent, "here"),
                communes,
                Arrays.stream(villages)
                        .map(village -> new Moved(village, communes.getFirst(), into, null))
                        .toList(),
                LocalDate.parse(day)));
    }

    public Told dissolved(String id, @Nullable String successor, String day) {
        return and(new OrganizationContract.UnitDissolvedV1(id, successor, List.of(), LocalDate.parse(day)));
    }

    public Told post(String id, String person, String unit, String title, PostKind kind) {
        return and(new OrganizationContract.PostHeldV1(id, person, unit, title, kind, BEGIN, null));
    }

    public Told post(String id, String unit, String title) {
        return post(id, "person-of-" + id, unit, title, PostKind.OFFICIAL);
    }

    public Told left(String id, String unit, String title, String lastDay) {
        return and(new OrganizationContract.PostLeftV1(
                id, "person-of-" + id, unit, title, PostKind.OFFICIAL, BEGIN, LocalDate.parse(lastDay)));
    }

    public Told group(String id, String unit, String name, MembersKind kind, String... ids) {
        return and(new OrganizationContract.GroupDefinedV1(
                id,
                unit,
                name,
                kind,
                ids.length == 0 ? null : List.of(ids),
                kind == MembersKind.UNITS_OF_KIND ? UnitKind.VILLAGE : null,
                kind == MembersKind.HOLDERS_OF_POSTS ? PostKind.OFFICIAL : null,
                BEGIN));
    }

    public List<ContractRecord> records() {
        return List.copyOf(records);
    }

    /** Writes what was told since the given number of events. */
    public void feed(MongoDatabase database, int from) {
        for (ForeignView view : VIEWS) {
            ViewTable table = ViewTable.open(database, view.name() + "_v1", view.indexes());
            records.subList(from, records.size())
                    .forEach(record -> view.project(record, table.rows(FedTwice.markOf(record))));
            table.flush();
        }
    }

    /** What has heard of all that was told. */
    public CachedDirectory directory(MongoDatabase database) {
        feed(database, 0);
        var directory = new CachedDirectory(view -> database.getCollection(view + "_v1"), _ -> false);
        directory.refresh();
        return directory;
    }
}
