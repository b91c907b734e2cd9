package vn.thidua.planservice;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;
import vn.thidua.organization.OrganizationContext;
import vn.thidua.plan.PlanContext;

/** The service that holds the tree of units and people, and plans with their tasks. Its settings are in {@code plan-service.yml}. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({OrganizationContext.class, PlanContext.class})
public class PlanServiceApplication {

    /** What it is called among the services of one process: each has settings of its own name. */
    public static final String NAME = "plan-service";

    /** Starts it; settings are given as {@code --name=value}. */
    public static void main(String[] args) {
        builder().run(args);
    }

    /** As the standalone starts it, beside other services in one JVM. */
    public static SpringApplicationBuilder builder() {
        return new SpringApplicationBuilder(PlanServiceApplication.class).properties("spring.config.name=" + NAME);
    }
}
