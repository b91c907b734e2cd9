package vn.thidua.gateway.edge.pages;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the dashboard is, below {@code thidua.dashboard}.
 *
 * @param dir folder with {@code index.html}, as its build leaves it
 */
@ConfigurationProperties("thidua.dashboard")
public record DashboardProperties(
        @DefaultValue("dashboard/dist") Path dir) {}
