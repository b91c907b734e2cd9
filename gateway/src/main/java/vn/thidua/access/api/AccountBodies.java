package vn.thidua.access.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thidua.access.domain.account.AccountRole;

/** What comes in about accounts. */
final class AccountBodies {

    private static final int ID = 64;
    private static final int REASON = 500;

    private AccountBodies() {}

    /**
     * A role for a unit and all below it.
     *
     * @param unit absent: the whole installation, for ADMIN alone
     * @param from absent: today
     * @param until last day; absent without end
     */
    record Bind(
            @NotNull AccountRole role,
            @Nullable @Size(min = 1, max = ID) String unit,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {}

    /**
     * @param unit that looks after the account; absent: the installation itself
     * @param person whose account it is; absent for an administrator of services
     * @param name 3 to 64 letters, digits and . _ - @; case and marks make no difference
     * @param password whether a password for one sign-in is made; false: sign-in is elsewhere. Absent: true
     */
    record Open(
            @Nullable @Size(min = 1, max = ID) String unit,
            @Nullable @Size(min = 1, max = ID) String person,
            @NotBlank @Size(min = 3, max = ID) String name,
            @Nullable Boolean password,
            @Nullable @Size(max = 20) List<@NotNull @Valid Bind> roles) {}

    /** What is absent stays. */
    record ChangeAccount(
            @Nullable @Size(min = 3, max = ID) String name,
            @Nullable @Size(min = 1, max = ID) String unit,
            @Nullable @Size(min = 1, max = ID) String person) {}

    record Reason(@NotBlank @Size(max = REASON) String reason) {}

    /** @param lastDay absent: yesterday, so that it holds no more from now on */
    record End(@Nullable LocalDate lastDay) {}

    /** Who somebody is at an outside issuer, as its tokens say it. */
    record Identity(
            @NotBlank @Size(max = 500) String issuer,
            @NotBlank @Size(max = 255) String subject) {}

    /**
     * @param from account that gives; absent: the caller's own
     * @param to account that gets
     * @param roles ids of roles of the giver
     * @param begins first day; absent: today
     * @param until last day
     */
    record Give(
            @Nullable @Size(min = 1, max = ID) String from,
            @NotBlank @Size(max = ID) String to,
            @NotNull @Size(min = 1, max = 20) List<@NotBlank @Size(max = ID) String> roles,
            @Nullable LocalDate begins,
            @NotNull LocalDate until) {}
}
