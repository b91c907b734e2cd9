package vn.thidua.access;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.net.URL;
import org.junit.jupiter.api.Test;
import vn.thidua.platform.testing.ArchitectureRules;

/** The six steps of the flow know each other in one direction only, and nothing of the gateway around them. */
class ArchitectureTest {

    @Test
    void theStepsOfTheFlowKnowEachOtherAsDecided() {
        // where the service itself lies, so that no test is among them
        URL service = AccessContext.class.getProtectionDomain().getCodeSource().getLocation();
        ArchitectureRules.check(new ClassFileImporter().importUrl(service), "vn.thidua.access");
    }
}
