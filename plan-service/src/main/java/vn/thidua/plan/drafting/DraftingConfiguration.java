package vn.thidua.plan.drafting;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.thidua.plan.PlanContext;
import vn.thidua.plan.drafting.copy.Holidays;
import vn.thidua.plan.reader.PlanReader;
import vn.thidua.plan.reader.ReadLimits;
import vn.thidua.plan.view.directory.Directory;
import vn.thidua.plan.view.plans.Plans;
import vn.thidua.plan.view.wordings.AssigneeMatcher;
import vn.thidua.platform.context.Commands;
import vn.thidua.platform.context.ContextRuntime;
import vn.thidua.platform.files.FileStore;
import vn.thidua.platform.files.FileSweep;
import vn.thidua.platform.hosting.Contexts;
import vn.thidua.platform.scope.UnitTree;
import vn.thidua.platform.sealing.MongoKeyRing;

/** What drafts are made with. */
@Configuration(proxyBeanMethods = false)
class DraftingConfiguration {

    /** Documents, what was read from them, and the evidence of tasks. */
    @Bean
    FileStore planFiles(Contexts contexts, MongoKeyRing keys, Clock clock) {
        ContextRuntime runtime = contexts.get(PlanContext.NAME);
        FileStore files = new FileStore(runtime.database(), keys, clock);
        runtime.add(new FileSweep(files, clock));
        return files;
    }

    @Bean
    NamedTargets namedTargets(Directory directory, UnitTree tree) {
        return new NamedTargets(directory, tree);
    }

    @Bean
    LinkedPlans linkedPlans(Plans plans) {
        return new LinkedPlans(plans);
    }

    @Bean
    DraftingDesk draftingDesk(
            Commands planCommands,
            FileStore planFiles,
            Directory directory,
            UnitTree tree,
            NamedTargets targets,
            AssigneeMatcher matcher,
            LinkedPlans linked) {
        return new DraftingDesk(
                planCommands,
                planFiles,
                new PlanReader(ReadLimits.DEFAULT),
                directory,
                tree,
                Holidays.load(),
                targets,
                new SureMeanings(matcher),
                linked);
    }
}
