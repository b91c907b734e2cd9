package vn.thidua.organization.domain.person;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;
import vn.thidua.organization.domain.person.PersonCommand.CitizenId;
import vn.thidua.organization.domain.person.PersonCommand.HoldPost;
import vn.thidua.organization.domain.person.PersonCommand.RegisterPerson;
import vn.thidua.organization.domain.unit.Unit;
import vn.thidua.organization.domain.unit.UnitKind;
import vn.thidua.platform.values.RejectedException;

/**
 * Acts on people, each one unit of work: the person, the records of the same citizen id, the unit where a post is held.
 * Aggregates are opened in this order: persons by id, units by id, citizens by id.
 */
public final class PersonActs {

    private final Repository<Person> persons;
    private final Repository<Citizen> citizens;
    private final Repository<Unit> units;
    private final Known known;

    public PersonActs(Repository<Person> persons, Repository<Citizen> citizens, Repository<Unit> units, Known known) {
        this.persons = persons;
        this.citizens = citizens;
        this.units = units;
        this.known = known;
    }

    @CommandHandler
    public void register(RegisterPerson command) {
        register(new PersonCommand.RegisterPersons(List.of(command), List.of()));
    }

    @CommandHandler
    public void register(PersonCommand.RegisterPersons command) {
        Opened act = new Opened();
        Set<String> fresh = new HashSet<>();
        command.persons().forEach(row -> fresh.add(row.person()));
        Set<String> there = new HashSet<>();
        command.posts().stream()
                .map(HoldPost::person)
                .filter(person -> !fresh.contains(person))
                .forEach(there::add);
        act.openPersons(there);
        Set<String> places = new HashSet<>();
        command.persons().forEach(row -> act.addUnless(places, row.unit(), row.importId()));
        command.posts().forEach(row -> act.addUnless(places, row.unit(), row.importId()));
        act.openUnits(places);
        Set<String> numbers = new HashSet<>();
        for (RegisterPerson row : command.persons()) {
            if (row.citizenId() != null) {
                numbers.add(row.citizenId().index());
            }
        }
        act.openCitizens(numbers);
        command.persons().forEach(row -> register(act, row));
        command.posts().forEach(row -> hold(act, row));
    }

    private void register(Opened act, RegisterPerson row) {
        checkBirthYear(row.birthYear(), row.today());
        // the unit must be known; it may have ended, for the past is recorded too
        boolean safe = act.isSafe(row.unit(), row.importId());
        if (!safe) {
            act.unit(row.unit());
        }
        CitizenId citizen = row.citizenId();
        // the person's event comes first: the answer names it
        String same = citizen == null ? null : act.earlierRecord(citizen.index(), row.person());
        act.begin(
                row.person(),
                new PersonEvent.PersonRegistered(
                        row.person(),
                        row.unit(),
                        row.name(),
                        citizen == null ? null : citizen.number(),
                        citizen == null ? null : citizen.index(),
                        same,
                        row.gender(),
                        row.birthYear(),
                        row.importId()));
        if (citizen != null) {
            act.record(citizen.index(), row.person());
        }
        if (!safe) {
            act.tellUnit(row.unit(), unit -> unit.refer(row.importId()));
        }
    }

    @CommandHandler
    public void correct(PersonCommand.CorrectPerson command) {
        Opened act = new Opened();
        checkBirthYear(command.birthYear(), command.today());
        String before = act.askPerson(command.person(), "person", Person::citizenIndex);
        CitizenId citizen = command.citizenId();
        String index = citizen == null || citizen.index().equals(before) ? null : citizen.index();
        String same = index == null ? null : act.earlierRecord(index, command.person());
        act.tellPerson(command.person(), "person", person -> person.correct(command, same));
        if (index != null) {
            act.record(index, command.person());
            if (before != null) {
                act.release(before, command.person());
            }
        }
    }

    @CommandHandler
    public void hold(HoldPost command) {
        Opened act = new Opened();
        act.openPersons(Set.of(command.person()));
        hold(act, command);
    }

    private void hold(Opened act, HoldPost row) {
        boolean safe = act.isSafe(row.unit(), row.importId());
        boolean there = act.stands(row.unit(), row.importId(), row.from());
        UnitKind kind = act.kind(row.unit(), row.importId());
        if (!there) {
            throw new RejectedException(new PersonRejection.UnitNotThere(row.from()));
        }
        if (row.kind() == PostKind.VILLAGE_HEAD && kind != UnitKind.VILLAGE) {
            throw new RejectedException(new PersonRejection.OnlyInVillage());
        }
        act.tellPerson(row.person(), "person", person -> person.hold(row));
        if (!safe) {
            act.tellUnit(row.unit(), unit -> unit.refer(row.importId()));
        }
    }

    @CommandHandler
    public void leave(PersonCommand.LeavePost command) {
        new Opened().tellPerson(command.person(), "person", p -> p.leave(command.post(), command.lastDay()));
    }

    @CommandHandler
    public void withdraw(PersonCommand.WithdrawPost command) {
        new Opened().tellPerson(command.person(), "person", p -> p.withdraw(command.post()));
    }

    @CommandHandler
    public void merge(PersonCommand.MergePersons command) {
        if (command.person().equals(command.merged())) {
            throw new RejectedException(new PersonRejection.SamePerson());
        }
        Opened act = new Opened();
        act.openPersons(Set.of(command.person(), command.merged()));
        act.tellPerson(command.person(), "person", Person::mustBeLiving);
        act.tellPerson(command.merged(), "merged", Person::mustBeLiving);
        String one = act.askPerson(command.person(), "person", Person::citizenIndex);
        String other = act.askPerson(command.merged(), "merged", Person::citizenIndex);
        if (one != null && other != null && !one.equals(other)) {
            throw new RejectedException(new PersonRejection.NotSameCitizen());
        }
        List<String> records = act.askPerson(command.merged(), "merged", Person::records);
        act.tellPerson(command.person(), "person", p -> p.takeOver(command.merged(), records));
        if (other != null && one == null) {
            // else a further record of the same human would meet nobody
            CitizenId citizen = act.askPerson(command.merged(), "merged", Person::citizenId);
            String same = act.otherRecord(other, Set.of(command.person(), command.merged()));
            act.tellPerson(command.person(), "person", p -> p.takeCitizenId(citizen, same));
            act.record(other, command.person());
        }
        act.tellPerson(command.merged(), "merged", p -> p.join(command.person()));
        if (other != null) {
            act.release(other, command.merged());
        }
    }

    @CommandHandler
    public void erase(PersonCommand.ErasePerson command) {
        Opened act = new Opened();
        String index = act.askPerson(command.person(), "person", Person::citizenIndex);
        act.tellPerson(command.person(), "person", Person::erase);
        if (index != null) {
            act.release(index, command.person());
        }
    }

    @CommandHandler
    public void withdraw(PersonCommand.WithdrawPersons command) {
        Opened act = new Opened();
        act.openPersons(new HashSet<>(command.persons()));
        for (String id : command.persons()) {
            String index = act.askPerson(id, "persons", Person::citizenIndex);
            act.tellPerson(id, "persons", person -> person.withdrawFrom(command.importId()));
            if (index != null) {
                act.release(index, id);
            }
        }
    }

    private static void checkBirthYear(@Nullable Integer year, LocalDate today) {
        if (year != null && (year < 1880 || year > today.getYear())) {
            throw new RejectedException(new PersonRejection.BirthYearImpossible());
        }
    }

    /** What one act has opened. */
    private final class Opened {

        private final Map<String, Aggregate<Person>> people = new HashMap<>();
        private final Map<String, Aggregate<Unit>> places = new HashMap<>();
        private final Map<String, Aggregate<Citizen>> numbers = new HashMap<>();

        /** Units that a view knows for good, as far as they were asked for. */
        private final Map<String, Optional<Known.Place>> known = new HashMap<>();

        /** Citizen ids that are on no record, as far as the views know. */
        private final Set<String> unheard = new HashSet<>();

        private Optional<Known.Place> place(String unit, @Nullable String byImport) {
            return known.computeIfAbsent(unit, PersonActs.this.known::place).filter(place -> place.isSafeFor(byImport));
        }

        boolean isSafe(String unit, @Nullable String byImport) {
            return place(unit, byImport).isPresent();
        }

        void addUnless(Set<String> toOpen, String unit, @Nullable String byImport) {
            if (!isSafe(unit, byImport)) {
                toOpen.add(unit);
            }
        }

        boolean stands(String unit, @Nullable String byImport, LocalDate day) {
            return place(unit, byImport).map(place -> place.existsOn(day)).orElseGet(() -> unit(unit)
                    .invoke(u -> u.existsOn(day)));
        }

        UnitKind kind(String unit, @Nullable String byImport) {
            return place(unit, byImport).map(Known.Place::kind).orElseGet(() -> unit(unit)
                    .invoke(Unit::kind));
        }

        void openPersons(Set<String> ids) {
            new TreeSet<>(ids).forEach(id -> person(id, "person"));
        }

        void openUnits(Set<String> ids) {
            new TreeSet<>(ids).forEach(this::unit);
        }

        void openCitizens(Set<String> indexes) {
            Set<String> heard = PersonActs.this.known.citizens(indexes);
            indexes.stream()
                    .filter(index -> !heard.contains(index))
                    .map(Citizen::idOf)
                    .forEach(unheard::add);
            heard.stream().map(Citizen::idOf).sorted().forEach(this::citizen);
        }

        private Aggregate<Person> person(String id, String field) {
            Aggregate<Person> known = people.get(id);
            if (known != null) {
                return known;
            }
            try {
                Aggregate<Person> loaded = persons.load(id);
                people.put(id, loaded);
                return loaded;
            } catch (AggregateNotFoundException _) {
                throw new RejectedException(new PersonRejection.UnknownPerson(field));
            }
        }

        <R> R askPerson(String id, String field, Function<Person, R> question) {
            return person(id, field).invoke(question);
        }

        void tellPerson(String id, String field, Consumer<Person> act) {
            person(id, field).execute(act);
        }

        void begin(String id, PersonEvent.PersonRegistered first) {
            try {
                people.put(id, persons.newInstance(() -> Person.beginning(first)));
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException("a person begins without checked exceptions", e);
            }
        }

        Aggregate<Unit> unit(String id) {
            Aggregate<Unit> known = places.get(id);
            if (known != null) {
                return known;
            }
            try {
                Aggregate<Unit> loaded = units.load(id);
                places.put(id, loaded);
                return loaded;
            } catch (AggregateNotFoundException _) {
                throw new RejectedException(new PersonRejection.UnknownUnit());
            }
        }

        void tellUnit(String id, Consumer<Unit> act) {
            unit(id).execute(act);
        }

        private Aggregate<Citizen> citizen(String id) {
            Aggregate<Citizen> known = numbers.get(id);
            if (known != null) {
                return known;
            }
            try {
                Aggregate<Citizen> opened = citizens.loadOrCreate(id, Citizen::new);
                numbers.put(id, opened);
                return opened;
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException("a citizen begins without checked exceptions", e);
            }
        }

        @Nullable
        String earlierRecord(String index, String person) {
            return otherRecord(index, Set.of(person));
        }

        @Nullable
        String otherRecord(String index, Set<String> records) {
            String id = Citizen.idOf(index);
            return unheard.contains(id) ? null : citizen(id).invoke(c -> c.otherThan(records));
        }

        void record(String index, String person) {
            String id = Citizen.idOf(index);
            if (!unheard.remove(id)) {
                citizen(id).execute(c -> c.record(index, person));
                return;
            }
            try {
                numbers.put(id, citizens.newInstance(() -> Citizen.beginning(index, person)));
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException("a citizen begins without checked exceptions", e);
            }
        }

        void release(String index, String person) {
            citizen(Citizen.idOf(index)).execute(c -> c.release(person));
        }
    }
}
