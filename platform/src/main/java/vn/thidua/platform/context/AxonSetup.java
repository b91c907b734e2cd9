package vn.thidua.platform.context;

import java.util.Optional;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.lock.LockFactory;
import org.axonframework.common.lock.PessimisticLockFactory;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.Repository;
import org.axonframework.serialization.Serializer;
import vn.thidua.platform.processing.LoggedEvent;
import vn.thidua.platform.publish.Publication;
import vn.thidua.platform.publish.PublicationSize;

/** Axon as one context uses it: commands on the caller's thread, aggregates, one event store. */
final class AxonSetup {

    private AxonSetup() {}

    static Configuration configure(
            ContextSpec spec, EventStorageEngine engine, Serializer serializer, LiveAggregates live) {
        // one for all types: ids are global, and so is the order in which they are locked. A caller waits 4 s at most
        LockFactory locks = PessimisticLockFactory.builder()
                .acquireAttempts(400)
                .lockAttemptTimeout(10)
                .build();
        // without the modules on the class path: one of them asks a server of Axon's for updates
        Configurer configurer = DefaultConfigurer.defaultConfiguration(false)
                .configureSerializer(_ -> serializer)
                .configureEventSerializer(_ -> serializer)
                .configureEventStore(configuration ->
                        EmbeddedEventStore.builder().storageEngine(engine).build())
                .configureCommandBus(_ -> bus())
                .registerComponent(Aggregates.class, configuration -> new Aggregates(locks, configuration::repository));
        for (Class<?> type : spec.aggregates()) {
            configureAggregate(configurer, type, locks, live);
        }
        spec.handlers().forEach(configurer::registerCommandHandler);
        Configuration configuration = configurer.buildConfiguration();
        Publication publication = spec.publication();
        if (publication != null) {
            var size = new PublicationSize(publication);
            // what could not be sent is not recorded either
            configuration.eventStore().registerDispatchInterceptor(events -> {
                size.check(events.stream().map(AxonSetup::unnumbered).toList());
                return (_, event) -> event;
            });
        }
        configuration.start();
        return configuration;
    }

    private static LoggedEvent unnumbered(EventMessage<?> event) {
        DomainEventMessage<?> domain = event instanceof DomainEventMessage<?> of ? of : null;
        return new LoggedEvent(
                event.getIdentifier(),
                event.getPayload(),
                domain == null ? null : domain.getType(),
                domain == null ? null : domain.getAggregateIdentifier(),
                domain == null ? 0 : domain.getSequenceNumber(),
                0,
                event.getTimestamp(),
                event.getMetaData());
    }

    private static CommandBus bus() {
        // by default a checked exception would commit what was done before it
        SimpleCommandBus bus = SimpleCommandBus.builder()
                .rollbackConfiguration(RollbackConfigurationType.ANY_THROWABLE)
                .build();
        bus.registerHandlerInterceptor(AxonSetup::attempted);
        return bus;
    }

    private static Object attempted(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain)
            throws Exception {
        Optional<Attempt> attempt = Optional.ofNullable(
                        unitOfWork.getMessage().getMetaData().get(SentCommands.ATTEMPT))
                .filter(Attempt.class::isInstance)
                .map(Attempt.class::cast);
        return attempt.orElseThrow(() -> new IllegalStateException("commands are sent through Commands alone"))
                .handle(unitOfWork, chain);
    }

    private static <T> void configureAggregate(
            Configurer configurer, Class<T> type, LockFactory locks, LiveAggregates live) {
        configurer.configureAggregate(AggregateConfigurer.defaultConfiguration(type)
                .configureRepository(configuration -> repository(configuration, type, locks, live)));
    }

    private static <T> Repository<T> repository(
            Configuration configuration, Class<T> type, LockFactory locks, LiveAggregates live) {
        return new LiveRepository<>(
                EventSourcingRepository.builder(type)
                        .parameterResolverFactory(configuration.parameterResolverFactory())
                        .handlerDefinition(configuration.handlerDefinition(type))
                        .repositoryProvider(configuration::repository)
                        .eventStore(configuration.eventStore())
                        .lockFactory(locks),
                live);
    }
}
