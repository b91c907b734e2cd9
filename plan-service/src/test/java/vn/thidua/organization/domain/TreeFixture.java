package vn.thidua.organization.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.jspecify.annotations.Nullable;
import vn.thidua.organization.domain.group.Group;
import vn.thidua.organization.domain.person.Citizen;
import vn.thidua.organization.domain.person.Known;
import vn.thidua.organization.domain.person.Person;
import vn.thidua.organization.domain.person.PersonActs;
import vn.thidua.organization.domain.unit.Neighbours;
import vn.thidua.organization.domain.unit.Unit;
import vn.thidua.organization.domain.unit.UnitActs;
import vn.thidua.organization.domain.unit.UnitCode;
import vn.thidua.organization.domain.unit.UnitCommand.EstablishUnit;
import vn.thidua.organization.domain.unit.UnitKind;
import vn.thidua.organization.domain.unit.UnitMergers;
import vn.thidua.organization.tiers.TierChains;
import vn.thidua.platform.values.RejectedException;
import vn.thidua.platform.values.Rejection;
import vn.thidua.platform.values.Sealed;

/** Given acts, when an act, then events or a refusal; over as many aggregates as the act touches. */
public final class TreeFixture {

    /** The installation that acts. */
    public static final String HERE = "installation-1";

    private final CommandGateway gateway;
    private final InMemoryEventStorageEngine engine;
    private int told;

    public TreeFixture() {
        this(HERE, new InMemoryEventStorageEngine());
    }

    private TreeFixture(String installation, InMemoryEventStorageEngine engine) {
        this.engine = engine;
        Configuration axon = DefaultConfigurer.defaultConfiguration(false)
                .configureEmbeddedEventStore(_ -> engine)
                .configureCommandBus(_ -> SimpleCommandBus.builder()
                        .rollbackConfiguration(RollbackConfigurationType.ANY_THROWABLE)
                        .build())
                .configureAggregate(Unit.class)
                .configureAggregate(UnitCode.class)
                .configureAggregate(Person.class)
                .configureAggregate(Citizen.class)
                .configureAggregate(Group.class)
                .registerCommandHandler(c -> new UnitActs(
                        c.repository(Unit.class),
                        c.repository(UnitCode.class),
                        TierChains.standing(),
                        Neighbours.UNKNOWN,
                        installation))
                .registerCommandHandler(c -> new UnitMergers(
                        c.repository(Unit.class),
                        c.repository(UnitCode.class),
                        TierChains.standing(),
                        Neighbours.UNKNOWN,
                        installation))
                .registerCommandHandler(c -> new PersonActs(
                        c.repository(Person.class),
                        c.repository(Citizen.class),
                        c.repository(Unit.class),
                        Known.NOTHING))
                .start();
        gateway = axon.commandGateway();
    }

    /** The same log, with another installation that acts. */
    public TreeFixture at(String installation) {
        TreeFixture there = new TreeFixture(installation, engine);
        there.told = log().size();
        return there;
    }

    /** What has happened before; its events are not counted. */
    public TreeFixture given(Object... commands) {
        for (Object command : commands) {
            gateway.sendAndWait(command);
        }
        told = log().size();
        return this;
    }

    /** The events of this command, in the order of the commit. */
    public List<Object> when(Object command) {
        gateway.sendAndWait(command);
        List<Object> all = log();
        List<Object> fresh = all.subList(told, all.size());
        told = all.size();
        return fresh;
    }

    /** Why the command was refused; nothing may have been written. */
    public Rejection refused(Object command) {
        Throwable thrown = catchThrowable(() -> gateway.sendAndWait(command));
        assertThat(thrown).isInstanceOf(RejectedException.class);
        assertThat(log()).hasSize(told);
        return ((RejectedException) thrown).rejection();
    }

    public List<Object> log() {
        List<Object> payloads = new ArrayList<>();
        engine.readEvents(null, false).forEach(event -> payloads.add(event.getPayload()));
        return payloads;
    }

    public static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }

    public static EstablishUnit establish(String id, UnitKind kind, @Nullable String parent, String from) {
        return new EstablishUnit(id, kind, "C-" + id, "Đơn vị " + id, parent, day(from), null, List.of(), null);
    }

    public static EstablishUnit until(EstablishUnit unit, String until) {
        return new EstablishUnit(
                unit.unit(),
                unit.kind(),
                unit.code(),
                unit.name(),
                unit.parent(),
                unit.effective(),
                day(until),
                unit.later(),
                unit.importId());
    }

    public static EstablishUnit withCode(EstablishUnit unit, String code) {
        return new EstablishUnit(
                unit.unit(),
                unit.kind(),
                code,
                unit.name(),
                unit.parent(),
                unit.effective(),
                unit.until(),
                unit.later(),
                unit.importId());
    }

    public static Map<String, String> places(String... childAndPlace) {
        Map<String, String> places = new HashMap<>();
        for (int i = 0; i < childAndPlace.length; i += 2) {
            places.put(childAndPlace[i], childAndPlace[i + 1]);
        }
        return places;
    }

    public static Sealed sealed(String person, String text) {
        return new Sealed("person:" + person, "k1", "iv", text);
    }
}
