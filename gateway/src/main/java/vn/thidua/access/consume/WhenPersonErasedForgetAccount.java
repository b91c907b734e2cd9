package vn.thidua.access.consume;

import java.util.List;
import vn.thidua.access.domain.account.AccountCommand;
import vn.thidua.contracts.OrganizationContract;
import vn.thidua.platform.consume.CommandListener;
import vn.thidua.platform.consume.ContractRecord;
import vn.thidua.platform.context.Wanted;

/** A person whose data was erased can no longer sign in, under any of the records that were joined. */
public final class WhenPersonErasedForgetAccount implements CommandListener {

    @Override
    public String purpose() {
        return "when-person-erased-forget-account";
    }

    @Override
    public List<String> contexts() {
        return List.of("organization");
    }

    @Override
    public List<Wanted> on(ContractRecord event) {
        if (event.event() instanceof OrganizationContract.PersonErasedV1 erased) {
            return erased.erased().stream()
                    .distinct()
                    .map(person -> new Wanted(person, new AccountCommand.ForgetPerson(person)))
                    .toList();
        }
        return List.of();
    }
}
