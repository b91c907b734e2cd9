package vn.thidua.organization;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.net.URL;
import org.junit.jupiter.api.Test;
import vn.thidua.platform.testing.ArchitectureRules;

/** The six steps of the flow know each other in one direction only. */
class ArchitectureTest {

    @Test
    void theStepsOfTheFlowKnowEachOtherAsDecided() {
        // where the service itself lies, so that no test is among them
        URL service =
                OrganizationContext.class.getProtectionDomain().getCodeSource().getLocation();
        ArchitectureRules.check(new ClassFileImporter().importUrl(service), "vn.thidua.organization");
    }
}
