package vn.thidua.organization;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import vn.thidua.organization.domain.group.Group;
import vn.thidua.organization.domain.imports.Import;
import vn.thidua.organization.domain.person.Citizen;
import vn.thidua.organization.domain.person.Person;
import vn.thidua.organization.domain.person.PersonActs;
import vn.thidua.organization.domain.unit.Neighbours;
import vn.thidua.organization.domain.unit.TierChain;
import vn.thidua.organization.domain.unit.Unit;
import vn.thidua.organization.domain.unit.UnitActs;
import vn.thidua.organization.domain.unit.UnitCode;
import vn.thidua.organization.domain.unit.UnitMergers;
import vn.thidua.organization.imports.ImportDesk;
import vn.thidua.organization.imports.ImportRunner;
import vn.thidua.organization.publish.OrganizationPublication;
import vn.thidua.organization.react.WhenPersonErasedDestroyKey;
import vn.thidua.organization.react.WhenPersonErasedForgetList;
import vn.thidua.organization.tiers.TierChains;
import vn.thidua.organization.view.groups.GroupsQueries;
import vn.thidua.organization.view.groups.GroupsView;
import vn.thidua.organization.view.imports.ImportsQueries;
import vn.thidua.organization.view.imports.ImportsView;
import vn.thidua.organization.view.people.KnownFacts;
import vn.thidua.organization.view.people.PeopleQueries;
import vn.thidua.organization.view.people.PeopleView;
import vn.thidua.organization.view.people.PostsView;
import vn.thidua.organization.view.units.KnownNeighbours;
import vn.thidua.organization.view.units.OwnUnitTree;
import vn.thidua.organization.view.units.UnitsQueries;
import vn.thidua.organization.view.units.UnitsView;
import vn.thidua.platform.boot.ThiduaProperties;
import vn.thidua.platform.context.Commands;
import vn.thidua.platform.context.ContextRuntime;
import vn.thidua.platform.context.ContextSpec;
import vn.thidua.platform.files.FileStore;
import vn.thidua.platform.files.FileSweep;
import vn.thidua.platform.hosting.Contexts;
import vn.thidua.platform.scope.UnitTree;
import vn.thidua.platform.sealing.KeyRing;
import vn.thidua.platform.sealing.MongoKeyRing;

/** The context in one place: what it is made of, and how its parts find each other. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
@ComponentScan("vn.thidua.organization.api")
public class OrganizationContext {

    /** Name of the context. */
    public static final String NAME = "organization";

    /** How long a request waits for what may have been made a moment ago. */
    private static final Duration A_MOMENT = Duration.ofSeconds(2);

    /** How long what follows from an event waits for the views. */
    private static final Duration A_WHILE = Duration.ofSeconds(30);

    /** @param keys asked for when the first sealed text is met: the ring stands on the contexts themselves */
    @Bean
    ContextSpec organizationSpec(
            ThiduaProperties properties,
            ObjectProvider<KeyRing> keys,
            ObjectProvider<UnitsQueries> units,
            ObjectProvider<PeopleQueries> people,
            ObjectProvider<ImportRunner> imports) {
        String installation = properties.installation();
        TierChain chain = TierChains.standing();
        Neighbours neighbours = new KnownNeighbours(() -> units.getObject().forest());
        return ContextSpec.named(NAME, OrganizationEvents.names())
                .aggregates(Unit.class, UnitCode.class, Person.class, Citizen.class, Group.class, Import.class)
                .handler(axon -> new UnitActs(
                        axon.repository(Unit.class), axon.repository(UnitCode.class), chain, neighbours, installation))
                .handler(axon -> new UnitMergers(
                        axon.repository(Unit.class), axon.repository(UnitCode.class), chain, neighbours, installation))
                .handler(axon -> new PersonActs(
                        axon.repository(Person.class),
                        axon.repository(Citizen.class),
                        axon.repository(Unit.class),
                        new KnownFacts(() -> units.getObject().forest(), people::getObject)))
                .views(
                        new UnitsView(),
                        new PeopleView(text -> keys.getObject().open(text)),
                        new PostsView(),
                        new GroupsView(),
                        new ImportsView())
                .publication(new OrganizationPublication())
                .policy(_ -> new WhenPersonErasedDestroyKey(
                        subject -> keys.getObject().destroy(subject)))
                .policy(runtime -> new WhenPersonErasedForgetList((persons, position) -> {
                    List.of(PeopleView.NAME, ImportsView.NAME).forEach(view -> mustHaveSeen(runtime, view, position));
                    imports.getObject().forgetListsOf(persons);
                }))
                .build();
    }

    /** Thrown on, the event comes again. */
    private static void mustHaveSeen(ContextRuntime runtime, String view, long position) {
        String processor = runtime.views().store().active(view).processor();
        try {
            if (runtime.processors().await(processor, position, A_WHILE)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IllegalStateException(view + " lags behind");
    }

    @Bean
    Commands organizationCommands(Contexts contexts) {
        return contexts.get(NAME).commands();
    }

    @Bean
    ImportsQueries importsQueries(Contexts contexts) {
        ContextRuntime runtime = contexts.get(NAME);
        return new ImportsQueries(() -> runtime.views().store().collection(ImportsView.NAME));
    }

    @Bean
    UnitsQueries unitsQueries(Contexts contexts, ImportsQueries imports) {
        ContextRuntime runtime = contexts.get(NAME);
        return new UnitsQueries(
                () -> runtime.views().store().collection(UnitsView.NAME),
                () -> positionOf(runtime, UnitsView.NAME),
                imports::unfinished);
    }

    private static long positionOf(ContextRuntime runtime, String view) {
        return runtime.processors()
                .position(runtime.views().store().active(view).processor());
    }

    @Bean
    PeopleQueries peopleQueries(Contexts contexts, ImportsQueries imports) {
        ContextRuntime runtime = contexts.get(NAME);
        return new PeopleQueries(
                view -> runtime.views().store().collection(view),
                imports::unfinished,
                () -> awaitEnd(runtime, PeopleView.NAME));
    }

    @Bean
    GroupsQueries groupsQueries(Contexts contexts, PeopleQueries people) {
        ContextRuntime runtime = contexts.get(NAME);
        return new GroupsQueries(
                () -> runtime.views().store().collection(GroupsView.NAME),
                people,
                () -> awaitEnd(runtime, GroupsView.NAME));
    }

    /** Rights are answered from the units themselves, not by way of the topic. */
    @Bean
    UnitTree ownUnitTree(Contexts contexts, UnitsQueries units) {
        ContextRuntime runtime = contexts.get(NAME);
        return new OwnUnitTree(units::forest, _ -> awaitEnd(runtime));
    }

    private static boolean awaitEnd(ContextRuntime runtime) {
        return awaitEnd(runtime, UnitsView.NAME);
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

    @Bean
    FileStore organizationFiles(Contexts contexts, MongoKeyRing keys, Clock clock) {
        ContextRuntime runtime = contexts.get(NAME);
        FileStore files = new FileStore(runtime.database(), keys, clock);
        runtime.add(new FileSweep(files, clock));
        return files;
    }

    @Bean
    ImportRunner importRunner(Contexts contexts, FileStore organizationFiles, KeyRing keys, Clock clock) {
        ContextRuntime runtime = contexts.get(NAME);
        ImportRunner runner = new ImportRunner(
                runtime.commands(), runtime.onceKeys(), runtime.views().store(), organizationFiles, keys, clock);
        runtime.add(runner);
        return runner;
    }

    @Bean
    ImportDesk importDesk(
            Contexts contexts,
            FileStore organizationFiles,
            KeyRing keys,
            Clock clock,
            UnitsQueries units,
            ImportRunner runner) {
        ContextRuntime runtime = contexts.get(NAME);
        return new ImportDesk(
                runtime.commands(),
                runtime.views().store(),
                organizationFiles,
                keys,
                units::forest,
                () -> List.of(UnitsView.NAME, PeopleView.NAME, PostsView.NAME, ImportsView.NAME)
                        .forEach(view -> awaitEnd(runtime, view)),
                TierChains.standing(),
                clock,
                runner);
    }
}
