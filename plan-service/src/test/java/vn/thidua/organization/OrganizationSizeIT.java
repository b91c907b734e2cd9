package vn.thidua.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.planservice.RunningService.OPERATOR;
import static vn.thidua.platform.testing.Eventually.within;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import vn.thidua.organization.domain.person.Gender;
import vn.thidua.organization.domain.person.PersonCommand;
import vn.thidua.organization.domain.person.PersonCommand.CitizenId;
import vn.thidua.organization.domain.person.PersonCommand.HoldPost;
import vn.thidua.organization.domain.person.PersonCommand.RegisterPerson;
import vn.thidua.organization.domain.person.PostKind;
import vn.thidua.organization.domain.unit.UnitCommand;
import vn.thidua.organization.domain.unit.UnitCommand.EstablishUnit;
import vn.thidua.organization.domain.unit.UnitKind;
import vn.thidua.organization.view.people.PeopleView;
import vn.thidua.organization.view.people.PostsView;
import vn.thidua.organization.view.units.UnitsQueries;
import vn.thidua.organization.view.units.UnitsView;
import vn.thidua.planservice.RunningService;
import vn.thidua.platform.context.Act;
import vn.thidua.platform.context.Ids;
import vn.thidua.platform.sealing.KeyRing;
import vn.thidua.platform.testing.Backends;

/**
 * A province of a thousand units and many people: everything of it is there, and what it took is printed. {@code
 * -Dorganization.people=20000 -Dorganization.merged=3000} is the long form.
 */
class OrganizationSizeIT {

    private static final int PEOPLE = Integer.getInteger("organization.people", 2_000);
    /** How many of them are in the ten communes that are merged. */
    private static final int MERGED = Integer.getInteger("organization.merged", 300);

    private static final int BATCH = 500;
    /** The villages of the first ten communes come first. */
    private static final int MERGED_VILLAGES = 100;

    private static final LocalDate FROM = LocalDate.of(2010, 1, 1);

    @Test
    @Timeout(300)
    void aProvinceOfAThousandUnitsIsThereOnAnyDayAndMergesTenOfThem() {
        try (RunningService service =
                RunningService.start(OrganizationSizeIT.class, Backends.mongoUri(), Backends.kafka())) {
            long begin = System.nanoTime();
            List<EstablishUnit> units = units();
            for (int i = 0; i < units.size(); i += BATCH) {
                send(service, new UnitCommand.EstablishUnits(units.subList(i, Math.min(units.size(), i + BATCH))));
            }
            figure("1 000 units in batches of 500", begin);

            begin = System.nanoTime();
            List<String> villages = units.stream()
                    .filter(unit -> unit.kind() == UnitKind.VILLAGE)
                    .map(EstablishUnit::unit)
                    .toList();
            KeyRing keys = service.bean(KeyRing.class);
            for (int i = 0; i < PEOPLE; i += BATCH) {
                send(service, people(keys, villages, i));
            }
            figure(PEOPLE + " people with posts, sealed, in batches of 500", begin);
            begin = System.nanoTime();
            long end = service.runtime().log().nextPosition() - 1;
            within(
                    Duration.ofSeconds(60),
                    "the views have come to the end",
                    () -> List.of(UnitsView.NAME, PeopleView.NAME, PostsView.NAME).stream()
                            .allMatch(view -> service.runtime()
                                            .processors()
                                            .position(service.runtime()
                                                    .views()
                                                    .store()
                                                    .active(view)
                                                    .processor())
                                    >= end));
            figure("views have come to the end after", begin);

            long[] nanos = new long[40];
            for (int i = 0; i < nanos.length; i++) {
                long one = System.nanoTime();
                assertThat(service.get(OPERATOR, "/tree?asOf=2025-06-30").get("units"))
                        .hasSize(units.size());
                nanos[i] = System.nanoTime() - one;
            }
            Arrays.sort(nanos);
            System.out.printf(
                    "figure: tree of %d units as of a day over HTTP: median %.1f ms, worst but two %.1f ms%n",
                    units.size(), nanos[nanos.length / 2] / 1e6, nanos[nanos.length - 3] / 1e6);
            // the query itself, without what is kept of the days asked for
            UnitsQueries queries = service.bean(UnitsQueries.class);
            LocalDate day = LocalDate.of(2025, 6, 30);
            for (int i = 0; i < nanos.length; i++) {
                long one = System.nanoTime();
                assertThat(queries.shown().below(queries.shown().tops(day), day))
                        .hasSize(units.size());
                nanos[i] = System.nanoTime() - one;
            }
            Arrays.sort(nanos);
            System.out.printf("figure: the same in the service: median %.1f ms%n", nanos[nanos.length / 2] / 1e6);

            List<String> communes = units.stream()
                    .filter(unit -> unit.kind() == UnitKind.COMMUNE)
                    .map(EstablishUnit::unit)
                    .limit(10)
                    .toList();
            begin = System.nanoTime();
            String merged = service.does(OPERATOR, "/mergers", """
                    {"units": ["%s"], "effective": "2025-07-01",
                     "into": {"kind": "COMMUNE", "code": "NEW", "name": "Xã Mới", "parent": "%s"}}""".formatted(
                            String.join("\", \"", communes), units.getFirst().unit()));
            figure("a merge of ten communes with " + MERGED + " people", begin);
            begin = System.nanoTime();
            assertThat(held(service, merged)).isEqualTo(MERGED);
            figure("who holds a post in the merged unit and below, page by page", begin);
        }
    }

    private static int held(RunningService service, String unit) {
        String first = "/units/" + unit + "/people?asOf=2025-07-01&below=true&limit=200";
        JsonNode page = service.get(OPERATOR, first);
        int held = page.get("items").size();
        while (page.hasNonNull("next")) {
            page = service.get(OPERATOR, first + "&cursor=" + page.get("next").asString());
            held += page.get("items").size();
        }
        return held;
    }

    private static void figure(String what, long begin) {
        System.out.printf("figure: %s: %.2f s%n", what, (System.nanoTime() - begin) / 1e9);
    }

    private static void send(RunningService service, Object command) {
        String request = Ids.fresh();
        service.runtime().commands().send(command, new Act("operator", List.of(), null, request, request, null));
    }

    /** One province, 10 districts, 90 communes, the rest villages: 1 000 in all. */
    private static List<EstablishUnit> units() {
        List<EstablishUnit> all = new ArrayList<>();
        String province = add(all, UnitKind.PROVINCE, "P", "Tỉnh", null);
        for (int d = 0; d < 10; d++) {
            String district = add(all, UnitKind.DISTRICT, "D" + d, "Huyện số " + d, province);
            for (int c = 0; c < 9; c++) {
                String commune = add(all, UnitKind.COMMUNE, "C" + d + "-" + c, "Xã số " + d + c, district);
                for (int v = 0; v < 10 && all.size() < 1000; v++) {
                    add(all, UnitKind.VILLAGE, "V" + d + "-" + c + "-" + v, "Thôn " + v, commune);
                }
            }
        }
        return all;
    }

    private static String add(
            List<EstablishUnit> all, UnitKind kind, String code, String name, @Nullable String parent) {
        String id = Ids.fresh();
        all.add(new EstablishUnit(id, kind, code, name, parent, FROM, null, List.of(), null));
        return id;
    }

    private static PersonCommand.RegisterPersons people(KeyRing keys, List<String> villages, int first) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < BATCH; i++) {
            ids.add(Ids.fresh());
        }
        keys.prepare(ids.stream().map(id -> "person:" + id).toList());
        List<RegisterPerson> persons = new ArrayList<>();
        List<HoldPost> posts = new ArrayList<>();
        for (int i = 0; i < BATCH; i++) {
            String id = ids.get(i);
            int n = first + i;
            String village = n < MERGED
                    ? villages.get(n % MERGED_VILLAGES)
                    : villages.get(MERGED_VILLAGES + n % (villages.size() - MERGED_VILLAGES));
            String number = "%012d".formatted(first + i);
            persons.add(new RegisterPerson(
                    id,
                    village,
                    keys.seal("person:" + id, "Nguyễn Văn " + (first + i)),
                    new CitizenId(keys.seal("person:" + id, number), keys.blindIndex("citizen-id", number)),
                    Gender.MALE,
                    1980,
                    LocalDate.of(2025, 1, 1),
                    "import"));
            posts.add(new HoldPost(
                    id, Ids.fresh(), village, "Cộng tác viên", PostKind.NON_SPECIALISED, FROM, null, "import"));
        }
        return new PersonCommand.RegisterPersons(persons, posts);
    }
}
