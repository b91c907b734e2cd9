package vn.thidua.access.view;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.thidua.access.domain.account.AccountRole;
import vn.thidua.platform.values.Sealed;

/**
 * An account as the pages see it.
 *
 * @param name null after an erasure
 * @param unit that looks after it; null: the installation
 * @param places that unit and those of all roles it ever had
 * @param reason of the lock, sealed
 * @param passwordSet when, as ISO instant; null if none ever was
 * @param identities blind indexes of outside identities
 */
public record AccountRow(
        String id,
        @Nullable String name,
        @Nullable String unit,
        @Nullable String person,
        AccountState state,
        List<String> places,
        List<RoleRow> roles,
        List<DelegationRow> given,
        List<String> givers,
        @Nullable Sealed reason,
        boolean mustChangePassword,
        @Nullable String passwordSet,
        List<String> identities,
        boolean erased,
        long version) {

    /** Whether one can sign in. */
    public enum AccountState {
        OPEN,
        LOCKED,
        CLOSED
    }

    /**
     * A role through time.
     *
     * @param unit null for the whole installation
     * @param until last day; before {@code from} if it never held
     */
    public record RoleRow(
            String id,
            AccountRole role,
            @Nullable String unit,
            LocalDate from,
            @Nullable LocalDate until,
            String by) {

        public boolean holdsOn(LocalDate day) {
            return !day.isBefore(from) && (until == null || !day.isAfter(until));
        }

        /** On that day or later. */
        public boolean holdsFrom(LocalDate day) {
            return until == null || (!until.isBefore(day) && !until.isBefore(from));
        }
    }

    /**
     * A delegation.
     *
     * @param from account and {@code fromPerson} person who gives
     * @param bindings ids of roles of the giver
     * @param until last day; before {@code begins} if it never held
     */
    public record DelegationRow(
            String id,
            String from,
            @Nullable String fromPerson,
            String to,
            String toPerson,
            List<String> bindings,
            LocalDate begins,
            LocalDate until,
            String by) {

        public boolean holdsOn(LocalDate day) {
            return !day.isBefore(begins) && !day.isAfter(until);
        }
    }

    public AccountRow {
        places = List.copyOf(places);
        roles = List.copyOf(roles);
        given = List.copyOf(given);
        givers = List.copyOf(givers);
        identities = List.copyOf(identities);
    }

    /** Units of roles that hold on that day or later. */
    public Set<String> unitsFrom(LocalDate day) {
        return rolesFrom(day).flatMap(role -> Stream.ofNullable(role.unit())).collect(Collectors.toSet());
    }

    /** Whether a role for the whole installation holds on that day or later. */
    public boolean isEverywhereFrom(LocalDate day) {
        return rolesFrom(day).anyMatch(role -> role.unit() == null);
    }

    private Stream<RoleRow> rolesFrom(LocalDate day) {
        return roles.stream().filter(role -> role.holdsFrom(day));
    }

    public Optional<RoleRow> role(String id) {
        return roles.stream().filter(role -> role.id().equals(id)).findFirst();
    }

    /** What a row of the view says. */
    public static AccountRow of(Document row) {
        String id = row.getString("_id");
        String person = row.getString("person");
        Document lock = row.get("lock", Document.class);
        return new AccountRow(
                id,
                row.getString("name"),
                row.getString("unit"),
                person,
                AccountState.valueOf(row.getString("state")),
                row.getList("places", String.class, List.of()),
                row.getList("bindings", Document.class, List.of()).stream()
                        .map(AccountRow::role)
                        .toList(),
                row.getList("given", Document.class, List.of()).stream()
                        .map(one -> delegation(id, person, one))
                        .toList(),
                row.getList("givers", String.class, List.of()),
                lock == null ? null : AccountsView.sealed(lock),
                row.getBoolean("mustChange", false),
                row.getString("passwordSet"),
                row.getList("identities", Document.class, List.of()).stream()
                        .map(one -> one.getString("index"))
                        .toList(),
                row.getBoolean("erased", false),
                row.get("version", Number.class).longValue());
    }

    private static RoleRow role(Document one) {
        String until = one.getString("until");
        return new RoleRow(
                one.getString("id"),
                AccountRole.valueOf(one.getString("role")),
                one.getString("unit"),
                LocalDate.parse(one.getString("from")),
                until == null ? null : LocalDate.parse(until),
                one.getString("by"));
    }

    private static DelegationRow delegation(String from, @Nullable String person, Document one) {
        return new DelegationRow(
                one.getString("id"),
                from,
                person,
                one.getString("to"),
                one.getString("toPerson"),
                one.getList("bindings", String.class, List.of()),
                LocalDate.parse(one.getString("from")),
                LocalDate.parse(one.getString("until")),
                one.getString("by"));
    }
}
