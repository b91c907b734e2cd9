package vn.thidua.standalone;

import java.util.ArrayList;
import java.util.List;
import vn.thidua.standalone.roster.RosterApplication;

/** The launcher with the services as they are, and one more that listens to them. */
public final class ListeningMain {

    static final String PORT_VARIABLE = "THIDUA_PORT_ROSTER_SERVICE";

    private ListeningMain() {}

    public static void main(String... arguments) throws Exception {
        List<ServiceDefinition> services = new ArrayList<>(ServiceDefinition.all());
        services.add(new ServiceDefinition(
                "roster-service", RosterApplication.class.getName(), 8098, List.of(RosterApplication.CONTEXT)));
        System.exit(Main.run(ListeningMain.class, services, arguments));
    }
}
