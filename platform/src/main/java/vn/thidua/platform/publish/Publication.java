package vn.thidua.platform.publish;

import java.util.List;
import vn.thidua.contracts.ContractEvent;
import vn.thidua.platform.processing.LoggedEvent;

/** Which contract events a domain event becomes: a pure function, often one, may be none or many. It looks nothing up. */
@FunctionalInterface
public interface Publication {

    List<ContractEvent> publish(LoggedEvent event);
}
