package vn.thidua.plan.react;

import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.thidua.plan.domain.task.DueTasks;
import vn.thidua.plan.react.clock.OverdueRun;
import vn.thidua.platform.context.ContextRuntime;
import vn.thidua.platform.hosting.Contexts;

/** What follows from days begins and ends with the context. */
@Configuration(proxyBeanMethods = false)
class ReactConfiguration {

    private static final String CONTEXT = "plan";

    @Bean
    OverdueRun overdueRun(Contexts contexts, ObjectProvider<DueTasks> due, Clock clock) {
        ContextRuntime runtime = contexts.get(CONTEXT);
        OverdueRun run = new OverdueRun(
                runtime.commands(), runtime.onceKeys(), day -> due.getObject().dueBefore(day), clock);
        runtime.add(run);
        return run;
    }
}
