package vn.thidua.standalone;

import java.nio.file.Path;
import java.util.List;

/** The launcher as it is, with the probe in place of the services. */
public final class ProbeMain {

    private ProbeMain() {}

    /** On the embedded server unless told otherwise. */
    static Installation installation(Path folder) {
        return new Installation(ProbeMain.class, folder, "THIDUA_PORT_PROBE_SERVICE");
    }

    public static void main(String... arguments) throws Exception {
        System.exit(Main.run(
                ProbeMain.class,
                List.of(new ServiceDefinition(
                        "probe-service", "vn.thidua.standalone.probe.ProbeApplication", 8099, List.of("probe"))),
                arguments));
    }
}
