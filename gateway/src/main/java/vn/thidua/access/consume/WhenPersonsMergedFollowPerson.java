package vn.thidua.access.consume;

import java.util.List;
import vn.thidua.access.domain.account.AccountCommand;
import vn.thidua.contracts.OrganizationContract;
import vn.thidua.platform.consume.CommandListener;
import vn.thidua.platform.consume.ContractRecord;
import vn.thidua.platform.context.Wanted;

/**
 * The account of a record that was joined to another is an account of the person that stays: whoever signs in with it is
 * that person, so that nobody approves under one id what they did under the other.
 */
public final class WhenPersonsMergedFollowPerson implements CommandListener {

    @Override
    public String purpose() {
        return "when-persons-merged-follow-person";
    }

    @Override
    public List<String> contexts() {
        return List.of("organization");
    }

    @Override
    public List<Wanted> on(ContractRecord event) {
        return event.event() instanceof OrganizationContract.PersonsMergedV1 joined
                ? List.of(
                        new Wanted(joined.merged(), new AccountCommand.FollowPerson(joined.merged(), joined.person())))
                : List.of();
    }
}
