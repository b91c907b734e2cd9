package vn.thidua.platform.scope;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.thidua.platform.security.Caller;
import vn.thidua.platform.security.Caller.Binding;
import vn.thidua.platform.security.Role;

class ScopesTest {

    private static final LocalDate DAY = LocalDate.parse("2025-08-01");
    private static final LocalDate BEGIN = LocalDate.parse("2020-01-01");
    private static final Set<Role> OFFICER = Set.of(Role.OFFICER);

    private final DatedTree tree = DatedTree.of(List.of(
            unit("province", null),
            unit("commune", "province"),
            unit("village", "commune"),
            unit("other", "province"),
            unit("old", "province").ended(LocalDate.parse("2025-07-01"), "commune"),
            unit("office", "old").ended(LocalDate.parse("2025-07-01"), null)));
    private final Scopes scopes = new Scopes(tree);

    private static UnitHistory unit(String id, @Nullable String parent) {
        return UnitHistory.of(id).established(parent, BEGIN, null);
    }

    private static Caller caller(Binding... bindings) {
        return new Caller("sub", "p1", "here", List.of(bindings), Set.of(), null, null);
    }

    @Test
    void aRoleReachesItsUnitAndAllBelow() {
        Caller officer = caller(new Binding(Role.OFFICER, "commune", null));
        assertThat(scopes.mayActFor(officer, OFFICER, "commune", DAY)).isTrue();
        assertThat(scopes.mayActFor(officer, OFFICER, "village", DAY)).isTrue();
        assertThat(scopes.mayActFor(officer, OFFICER, "province", DAY)).isFalse();
        assertThat(scopes.mayActFor(officer, OFFICER, "other", DAY)).isFalse();
        assertThat(scopes.mayActFor(officer, OFFICER, "unknown", DAY)).isFalse();
    }

    @Test
    void anotherRoleReachesNothing() {
        Caller auditor = caller(new Binding(Role.AUDITOR, "province", null));
        assertThat(scopes.mayActFor(auditor, OFFICER, "village", DAY)).isFalse();
        assertThat(scopes.mayActFor(auditor, Set.of(), "village", DAY)).isFalse();
        assertThat(scopes.mayActFor(auditor, Set.of(Role.OFFICER, Role.AUDITOR), "village", DAY))
                .isTrue();
        assertThat(scopes.reach(auditor, OFFICER, DAY).isEmpty()).isTrue();
        assertThat(scopes.reach(caller(), OFFICER, DAY).units()).isEmpty();
    }

    @Test
    void aRoleHoldsUpToAndWithItsLastDay() {
        Caller officer = caller(new Binding(Role.OFFICER, "commune", DAY));
        assertThat(scopes.mayActFor(officer, OFFICER, "village", DAY)).isTrue();
        assertThat(scopes.mayActFor(officer, OFFICER, "village", DAY.plusDays(1)))
                .isFalse();
        assertThat(scopes.reach(officer, OFFICER, DAY.plusDays(1)).roots()).isEmpty();
    }

    @Test
    void theRecordsOfAnEndedUnitAreInTheHandsOfItsSuccessor() {
        Caller officer = caller(new Binding(Role.OFFICER, "commune", null));
        assertThat(scopes.mayActFor(officer, OFFICER, "old", DAY)).isTrue();
        // its office had no successor; it was part of the one that became the commune
        assertThat(scopes.mayActFor(officer, OFFICER, "office", DAY)).isTrue();
        assertThat(scopes.mayActFor(officer, OFFICER, "old", LocalDate.parse("2025-06-30")))
                .isFalse();
    }

    @Test
    void aRoleForAnEndedUnitDoesNotPassOnToItsSuccessor() {
        Caller former = caller(new Binding(Role.OFFICER, "old", null));
        assertThat(scopes.mayActFor(former, OFFICER, "commune", DAY)).isFalse();
        assertThat(scopes.mayActFor(former, OFFICER, "old", DAY)).isFalse();
        assertThat(scopes.mayActFor(former, OFFICER, "old", LocalDate.parse("2025-06-30")))
                .isTrue();
    }

    @Test
    void theListOfUnitsSaysTheSameAsTheQuestion() {
        List<String> all = List.of("province", "commune", "village", "other", "old", "office", "unknown");
        for (String root : all) {
            for (LocalDate day : List.of(BEGIN.minusDays(1), BEGIN, DAY)) {
                Reach reach = scopes.reach(caller(new Binding(Role.OFFICER, root, null)), OFFICER, day);
                assertThat(reach.units())
                        .as(root + " on " + day)
                        .containsExactlyInAnyOrderElementsOf(
                                all.stream().filter(reach::contains).toList());
            }
        }
    }

    @Test
    void theRightsThatWereUsedAreNamed() {
        Binding officer = new Binding(Role.OFFICER, "commune", null);
        Binding leader = new Binding(Role.LEADER, "province", null);
        Binding elsewhere = new Binding(Role.OFFICER, "other", null);
        Caller caller = caller(officer, leader, elsewhere);
        assertThat(scopes.rights(caller, Set.of(Role.OFFICER, Role.LEADER), "village", DAY))
                .containsExactly(officer, leader);
        assertThat(scopes.rights(caller, OFFICER, "village", DAY)).containsExactly(officer);
        assertThat(scopes.rights(caller, OFFICER, "province", DAY)).isEmpty();
    }

    @Test
    void aHistoryIsNotChangedThroughItsMap() {
        var parents = new TreeMap<LocalDate, @Nullable String>();
        var history = new UnitHistory("u", BEGIN, null, null, parents);
        parents.put(BEGIN, "p");
        assertThat(history.parents()).isEmpty();
    }
}
