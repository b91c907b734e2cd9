package vn.thidua.plan.view;

import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.thidua.plan.view.directory.Directory;
import vn.thidua.plan.view.drafts.DraftsQueries;
import vn.thidua.plan.view.drafts.DraftsView;
import vn.thidua.plan.view.plans.Cascades;
import vn.thidua.plan.view.plans.PlanLists;
import vn.thidua.plan.view.plans.PlanVersionsView;
import vn.thidua.plan.view.plans.PlansQueries;
import vn.thidua.plan.view.plans.PlansView;
import vn.thidua.plan.view.tasks.Progress;
import vn.thidua.plan.view.tasks.TaskLists;
import vn.thidua.plan.view.tasks.TasksQueries;
import vn.thidua.plan.view.tasks.TasksView;
import vn.thidua.plan.view.tasks.Waiting;
import vn.thidua.plan.view.units.UnitsOnDay;
import vn.thidua.platform.context.ContextRuntime;
import vn.thidua.platform.hosting.Contexts;
import vn.thidua.platform.scope.UnitTree;

/** How queries of plans and tasks find their rows. */
@Configuration(proxyBeanMethods = false)
class ViewsConfiguration {

    private static final String CONTEXT = "plan";

    /** How long a request waits for what may have been recorded a moment ago. */
    private static final Duration A_MOMENT = Duration.ofSeconds(2);

    @Bean
    PlansQueries plansQueries(Contexts contexts, ObjectProvider<Directory> directory) {
        ContextRuntime runtime = contexts.get(CONTEXT);
        return new PlansQueries(
                () -> runtime.views().store().collection(PlansView.NAME),
                (unit, day) -> directory.getObject().unit(unit, day).map(Directory.Unit::name),
                () -> awaitEnd(runtime, PlansView.NAME));
    }

    @Bean
    TasksQueries tasksQueries(Contexts contexts) {
        ContextRuntime runtime = contexts.get(CONTEXT);
        return new TasksQueries(
                () -> runtime.views().store().collection(TasksView.NAME), () -> awaitEnd(runtime, TasksView.NAME));
    }

    @Bean
    DraftsQueries draftsQueries(Contexts contexts) {
        ContextRuntime runtime = contexts.get(CONTEXT);
        return new DraftsQueries(
                () -> runtime.views().store().collection(DraftsView.NAME), () -> awaitEnd(runtime, DraftsView.NAME));
    }

    @Bean
    UnitsOnDay unitsOnDay(UnitTree tree, ObjectProvider<Directory> directory) {
        return new UnitsOnDay(tree, directory::getObject);
    }

    @Bean
    TaskLists taskLists(Contexts contexts, TasksQueries tasks) {
        ContextRuntime runtime = contexts.get(CONTEXT);
        return new TaskLists(() -> runtime.views().store().collection(TasksView.NAME), tasks, () -> runtime.processors()
                .position(runtime.views().store().active(TasksView.NAME).processor()));
    }

    @Bean
    PlanLists planLists(Contexts contexts, PlansQueries plans) {
        ContextRuntime runtime = contexts.get(CONTEXT);
        return new PlanLists(
                () -> runtime.views().store().collection(PlansView.NAME),
                () -> runtime.views().store().collection(PlanVersionsView.NAME),
                plans,
                () -> awaitEnd(runtime, PlanVersionsView.NAME));
    }

    @Bean
    Cascades cascades(PlanLists plans, UnitsOnDay units) {
        return new Cascades(plans, units);
    }

    @Bean
    Progress progress(TaskLists tasks, UnitsOnDay units) {
        return new Progress(tasks, units);
    }

    @Bean
    Waiting waiting(TaskLists tasks, Cascades cascades, UnitsOnDay units) {
        return new Waiting(tasks, cascades, units);
    }

    private static boolean awaitEnd(ContextRuntime runtime, String view) {
        long end = runtime.log().nextPosition() - 1;
        String processor = runtime.views().store().active(view).processor();
        try {
            return runtime.processors().await(processor, end, A_MOMENT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
