package vn.thidua.plan;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import vn.thidua.plan.consume.GroupDirectoryView;
import vn.thidua.plan.consume.PostDirectoryView;
import vn.thidua.plan.consume.UnitDirectoryView;
import vn.thidua.plan.domain.plan.Plan;
import vn.thidua.plan.domain.plan.PlanActs;
import vn.thidua.plan.domain.plan.PlanNumber;
import vn.thidua.plan.domain.task.Task;
import vn.thidua.plan.publish.PlanPublication;
import vn.thidua.plan.react.TasksFollowPlans;
import vn.thidua.plan.react.WhenDraftDiscardedEraseFiles;
import vn.thidua.plan.view.drafts.DraftsView;
import vn.thidua.plan.view.plans.PlanVersionsView;
import vn.thidua.plan.view.plans.PlansView;
import vn.thidua.plan.view.tasks.TasksView;
import vn.thidua.plan.view.wordings.WordingsView;
import vn.thidua.platform.context.Commands;
import vn.thidua.platform.context.ContextSpec;
import vn.thidua.platform.files.FileStore;
import vn.thidua.platform.hosting.Contexts;

/** The context in one place: what it is made of, and how its parts find each other. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
@ComponentScan({"vn.thidua.plan.api", "vn.thidua.plan.drafting", "vn.thidua.plan.react", "vn.thidua.plan.view"})
public class PlanContext {

    /** Name of the context. */
    public static final String NAME = "plan";

    @Bean
    ContextSpec planSpec(@Qualifier("planFiles") ObjectProvider<FileStore> files) {
        return ContextSpec.named(NAME, PlanEvents.names())
                .aggregates(Plan.class, PlanNumber.class, Task.class)
                .handler(axon -> new PlanActs(axon.repository(Plan.class), axon.repository(PlanNumber.class)))
                .views(new PlansView(), new PlanVersionsView(), new DraftsView(), new TasksView(), new WordingsView())
                .foreignViews(new UnitDirectoryView(), new PostDirectoryView(), new GroupDirectoryView())
                .publication(new PlanPublication())
                .policy(_ -> new TasksFollowPlans())
                .policy(_ -> new WhenDraftDiscardedEraseFiles(
                        file -> files.getObject().erase(file)))
                .build();
    }

    @Bean
    Commands planCommands(Contexts contexts) {
        return contexts.get(NAME).commands();
    }
}
