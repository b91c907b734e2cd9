package vn.thidua.organization.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.thidua.organization.domain.person.PersonCommand;
import vn.thidua.organization.domain.person.PersonCommand.CitizenId;
import vn.thidua.organization.domain.unit.UnitCommand;
import vn.thidua.organization.sheet.check.Step;
import vn.thidua.platform.sealing.KeyRing;

/** What is asked of units and people for a batch, and for taking it back. */
final class BatchCommands {
    private final KeyRing keys;

    BatchCommands(KeyRing keys) {
        this.keys = keys;
    }

    /** One command, and so one commit. */
    Object apply(String importId, Batch batch, LocalDate today) {
        return switch (batch.steps().getFirst()) {
            case Step.NewUnit _ ->
                new UnitCommand.EstablishUnits(batch.steps().stream()
                        .map(Step.NewUnit.class::cast)
                        .map(unit -> establish(importId, unit))
                        .toList());
            case Step.Rename(String unit, String name, LocalDate from) ->
                new UnitCommand.RenameUnit(unit, name, null, from);
            case Step.Move(String unit, String parent, LocalDate from) -> new UnitCommand.MoveUnit(unit, parent, from);
            case Step.Merge(String into, List<String> merged, LocalDate from) ->
                new UnitCommand.MergeUnits(new UnitCommand.Outcome(into, null, null, null, null), merged, from);
            case Step.End(String unit, LocalDate from) -> new UnitCommand.DissolveUnit(unit, null, Map.of(), from);
            case Step.NewPerson _, Step.Post _ -> people(importId, batch, today);
        };
    }

    private static UnitCommand.EstablishUnit establish(String importId, Step.NewUnit unit) {
        return new UnitCommand.EstablishUnit(
                unit.id(),
                unit.kind(),
                unit.code(),
                unit.name(),
                unit.parent(),
                unit.from(),
                unit.until(),
                unit.later().stream()
                        .map(place -> new UnitCommand.Placement(place.parent(), place.from()))
                        .toList(),
                importId);
    }

    private PersonCommand.RegisterPersons people(String importId, Batch batch, LocalDate today) {
        keys.prepare(people(List.of(batch)).stream().map(BatchCommands::subject).toList());
        List<PersonCommand.RegisterPerson> people = new ArrayList<>();
        List<PersonCommand.HoldPost> posts = new ArrayList<>();
        for (Step step : batch.steps()) {
            if (step instanceof Step.NewPerson person) {
                people.add(register(importId, person, today));
            } else if (step instanceof Step.Post post) {
                posts.add(new PersonCommand.HoldPost(
                        post.person(),
                        post.id(),
                        post.unit(),
                        post.title(),
                        post.kind(),
                        post.from(),
                        post.until(),
                        importId));
            }
        }
        return new PersonCommand.RegisterPersons(people, posts);
    }

    private static String subject(String person) {
        return "person:" + person;
    }

    private PersonCommand.RegisterPerson register(String importId, Step.NewPerson person, LocalDate today) {
        String subject = subject(person.id());
        return new PersonCommand.RegisterPerson(
                person.id(),
                person.unit(),
                keys.seal(subject, person.name()),
                new CitizenId(
                        keys.seal(subject, person.citizenId()),
                        keys.blindIndex(CitizenIndex.PURPOSE, person.citizenId())),
                person.gender(),
                person.birthYear(),
                today,
                importId);
    }

    /**
     * What takes a batch back, in order; nothing for a batch that goes with another.
     *
     * @param people ids of all people who came with the import: their posts go with them
     */
    static List<Object> undo(String importId, Batch batch, Set<String> people) {
        List<Object> commands = new ArrayList<>();
        List<String> units = new ArrayList<>();
        List<String> persons = new ArrayList<>();
        for (Step step : batch.steps().reversed()) {
            switch (step) {
                case Step.NewUnit unit -> units.add(unit.id());
                case Step.NewPerson person -> persons.add(person.id());
                case Step.Post post -> {
                    if (!people.contains(post.person())) {
                        commands.add(new PersonCommand.WithdrawPost(post.person(), post.id()));
                    }
                }
                case Step.Rename _ -> {
                    // of a unit that came with the import, and goes with it
                }
                case Step.Move _, Step.Merge _, Step.End _ ->
                    throw new IllegalStateException("an import with such a step cannot be undone");
            }
        }
        if (!units.isEmpty()) {
            commands.add(new UnitCommand.WithdrawUnits(units));
        }
        if (!persons.isEmpty()) {
            commands.add(new PersonCommand.WithdrawPersons(persons, importId));
        }
        return commands;
    }

    static Set<String> people(List<Batch> batches) {
        Set<String> people = new HashSet<>();
        batches.forEach(batch -> batch.steps().forEach(step -> {
            if (step instanceof Step.NewPerson person) {
                people.add(person.id());
            }
        }));
        return people;
    }
}
