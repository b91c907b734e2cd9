package vn.thidua.plan.view.directory;

import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Predicate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.thidua.platform.context.ContextRuntime;
import vn.thidua.platform.hosting.Contexts;
import vn.thidua.platform.scope.UnitTree;
import vn.thidua.platform.view.Filled;
import vn.thidua.platform.view.ViewCatalog;

/** The directory, read as long as the context runs. */
@Configuration(proxyBeanMethods = false)
class DirectoryConfiguration {

    @Bean(destroyMethod = "")
    CachedDirectory directory(Contexts contexts, UnitTree tree, Clock clock) {
        ContextRuntime runtime = contexts.get("plan");
        var catalog = new ViewCatalog(runtime.database());
        Predicate<String> stands =
                unit -> !tree.subtree(unit, LocalDate.now(clock)).isEmpty();
        var directory = new CachedDirectory(
                view -> runtime.database()
                        .getCollection(catalog.active(view)
                                .map(Filled::collection)
                                // nothing has been read from the topic yet
                                .orElse(view + "_v1")),
                stands);
        runtime.add(directory);
        return directory;
    }
}
