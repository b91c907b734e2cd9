package vn.thidua.platform.scope;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thidua.contracts.OrganizationContract;
import vn.thidua.contracts.OrganizationContract.Moved;
import vn.thidua.contracts.OrganizationContract.Part;
import vn.thidua.contracts.OrganizationContract.PersonsMergedV1;
import vn.thidua.contracts.OrganizationContract.UnitDissolvedV1;
import vn.thidua.contracts.OrganizationContract.UnitEstablishedV1;
import vn.thidua.contracts.OrganizationContract.UnitKind;
import vn.thidua.contracts.OrganizationContract.UnitMovedV1;
import vn.thidua.contracts.OrganizationContract.UnitRenamedV1;
import vn.thidua.contracts.OrganizationContract.UnitSplitV1;
import vn.thidua.contracts.OrganizationContract.UnitsMergedV1;
import vn.thidua.platform.consume.ContractRecord;
import vn.thidua.platform.publish.Envelope;

/** What happened to some units, as their context publishes it. Three tiers until June 2025, two from July. */
final class UnitTreeStory {

    static final LocalDate BEGIN = LocalDate.parse("2020-01-01");
    static final LocalDate BEFORE = LocalDate.parse("2025-06-30");
    static final LocalDate AFTER = LocalDate.parse("2025-07-01");
    static final LocalDate LATER = LocalDate.parse("2026-01-01");

    private UnitTreeStory() {}

    static List<OrganizationContract> events() {
        return List.of(
                established("top", UnitKind.PROVINCE, null),
                established("mid", UnitKind.DISTRICT, "top"),
                established("a", UnitKind.COMMUNE, "mid"),
                established("b", UnitKind.COMMUNE, "mid"),
                established("c", UnitKind.COMMUNE, "mid"),
                established("va", UnitKind.VILLAGE, "a"),
                established("vb", UnitKind.VILLAGE, "b"),
                established("vc1", UnitKind.VILLAGE, "c"),
                established("vc2", UnitKind.VILLAGE, "c"),
                // a and b become ab
                new UnitsMergedV1(
                        "ab",
                        part("ab", true, "top"),
                        List.of("a", "b"),
                        List.of(new Moved("va", "a", "ab", null), new Moved("vb", "b", "ab", null)),
                        AFTER),
                new UnitMovedV1("c", UnitKind.COMMUNE, "mid", "top", AFTER, null),
                new UnitDissolvedV1("mid", null, List.of(), AFTER),
                new UnitRenamedV1("ab", UnitKind.COMMUNE, "Phường Hòa Bình", "02", AFTER),
                // c gives a new unit and ab a part, and goes on
                new UnitSplitV1(
                        "c",
                        false,
                        null,
                        List.of(part("d", true, "top"), part("ab", false, "top")),
                        List.of(new Moved("vc1", "c", "d", null)),
                        LATER),
                // recorded last, and held before the rest: va belonged to b for its last half year
                new UnitMovedV1("va", UnitKind.VILLAGE, "a", "b", LocalDate.parse("2025-01-01"), BEFORE),
                new PersonsMergedV1("p1", "ab", "p2"));
    }

    private static UnitEstablishedV1 established(String unit, UnitKind kind, @Nullable String parent) {
        return new UnitEstablishedV1(unit, kind, unit, unit, parent, BEGIN, null, "here");
    }

    private static Part part(String unit, boolean established, String parent) {
        return new Part(unit, established, UnitKind.COMMUNE, unit, unit, parent, "here");
    }

    static ContractRecord record(@Nullable OrganizationContract event, long position) {
        return new ContractRecord(
                new Envelope(
                        "e" + position + "/0",
                        "/here/organization",
                        "t",
                        Instant.EPOCH,
                        "unit/x",
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
                position);
    }
}
