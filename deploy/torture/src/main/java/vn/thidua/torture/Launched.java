package vn.thidua.torture;

import java.util.ArrayList;
import java.util.List;
import vn.thidua.standalone.Main;
import vn.thidua.standalone.ServiceDefinition;
import vn.thidua.torture.roster.RosterApplication;

/** The launcher with the service that has commands, and one more that listens to it. */
public final class Launched {

    /** Names the port of the service that has commands. */
    public static final String PORT_VARIABLE = "THIDUA_PORT_PLAN_SERVICE";

    static final String LISTENER_PORT_VARIABLE = "THIDUA_PORT_ROSTER_SERVICE";

    /** How many services write to the same stores: 1 unless it says 2. */
    static final String WRITERS_VARIABLE = "THIDUA_TORTURE_WRITERS";

    static final String SECOND_WRITER = "plan-service-b";
    static final String SECOND_PORT_VARIABLE = "THIDUA_PORT_PLAN_SERVICE_B";

    private Launched() {}

    public static void main(String... arguments) throws Exception {
        List<ServiceDefinition> services = new ArrayList<>(ServiceDefinition.all());
        services.removeIf(service -> !service.portVariable().equals(PORT_VARIABLE));
        if ("2".equals(System.getenv(WRITERS_VARIABLE))) {
            ServiceDefinition first = services.getFirst();
            services.add(new ServiceDefinition(SECOND_WRITER, first.application(), 8097, List.of()));
        }
        services.add(new ServiceDefinition(
                "roster-service", RosterApplication.class.getName(), 8098, List.of(RosterApplication.CONTEXT)));
        System.exit(Main.run(Launched.class, services, arguments));
    }
}
