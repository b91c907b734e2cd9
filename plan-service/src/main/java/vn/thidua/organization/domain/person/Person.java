package vn.thidua.organization.domain.person;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;
import vn.thidua.organization.domain.Spans;
import vn.thidua.organization.domain.person.PersonCommand.CitizenId;
import vn.thidua.platform.values.RejectedException;
import vn.thidua.platform.values.Sealed;

/** A human, apart from any account, with the posts held. What identifies the human is sealed. */
public class Person {

    static final int TITLE_MOST = 200;

    /** A post: this title in this unit on these days. */
    record Post(
            String unit,
            String title,
            PostKind kind,
            LocalDate from,
            @Nullable LocalDate until) {}

    @AggregateIdentifier
    @SuppressWarnings("NullAway.Init") // Axon takes the id from the first event; it must not find another one before
    private String id;

    private String unit = "";
    private @Nullable Sealed name;
    private @Nullable Sealed citizenNumber;
    private @Nullable String citizenIndex;
    private @Nullable Gender gender;
    private @Nullable Integer birthYear;
    private @Nullable String importId;
    private @Nullable String into;
    private boolean erased;
    private final Set<String> records = new LinkedHashSet<>();
    private final Map<String, Post> posts = new LinkedHashMap<>();

    protected Person() {}

    static Person beginning(PersonEvent.PersonRegistered first) {
        Person person = new Person();
        apply(first);
        return person;
    }

    @Nullable
    String citizenIndex() {
        return citizenIndex;
    }

    /** For a record that has one. */
    CitizenId citizenId() {
        return new CitizenId(Objects.requireNonNull(citizenNumber), Objects.requireNonNull(citizenIndex));
    }

    @Nullable
    String importId() {
        return importId;
    }

    /** This record and all that were joined into it. */
    List<String> records() {
        return List.copyOf(records);
    }

    void mustBeLiving() {
        if (erased) {
            throw new RejectedException(new PersonRejection.ErasedAlready());
        }
        if (into != null) {
            throw new RejectedException(new PersonRejection.JoinedElsewhere());
        }
    }

    void correct(PersonCommand.CorrectPerson command, @Nullable String sameCitizenAs) {
        mustBeLiving();
        CitizenId citizen = command.citizenId();
        boolean changes = command.name() != null
                || (citizen != null && !citizen.index().equals(citizenIndex))
                || (command.gender() != null && command.gender() != gender)
                || (command.birthYear() != null && !command.birthYear().equals(birthYear));
        if (!changes) {
            throw new RejectedException(new PersonRejection.NothingChanges());
        }
        apply(new PersonEvent.PersonCorrected(
                id,
                unit,
                command.name() != null ? command.name() : Objects.requireNonNull(name),
                citizen != null ? citizen.number() : citizenNumber,
                citizen != null ? citizen.index() : citizenIndex,
                sameCitizenAs,
                command.gender() != null ? command.gender() : gender,
                command.birthYear() != null ? command.birthYear() : birthYear));
    }

    void hold(PersonCommand.HoldPost command) {
        mustBeLiving();
        String title = command.title();
        if (title.isBlank()) {
            throw new RejectedException(new PersonRejection.TitleMissing());
        }
        if (title.length() > TITLE_MOST) {
            throw new RejectedException(new PersonRejection.TitleTooLong(TITLE_MOST));
        }
        if (Spans.end(command.until()).isBefore(command.from())) {
            throw new RejectedException(new PersonRejection.PeriodReversed());
        }
        for (Post held : posts.values()) {
            if (held.unit().equals(command.unit())
                    && held.title().equalsIgnoreCase(title)
                    && !Spans.end(held.until()).isBefore(command.from())
                    && !Spans.end(command.until()).isBefore(held.from())) {
                throw new RejectedException(new PersonRejection.PostHeldAlready());
            }
        }
        apply(new PersonEvent.PostHeld(
                id,
                unit,
                command.post(),
                command.unit(),
                title,
                command.kind(),
                command.from(),
                command.until(),
                command.importId()));
    }

    void leave(String postId, LocalDate lastDay) {
        mustBeLiving();
        Post post = post(postId);
        if (lastDay.isBefore(post.from())) {
            throw new RejectedException(new PersonRejection.PeriodReversed());
        }
        if (post.until() != null && !lastDay.isBefore(post.until())) {
            throw new RejectedException(new PersonRejection.PostEnded(post.until()));
        }
        left(postId, post, lastDay);
    }

    void withdraw(String postId) {
        mustBeLiving();
        Post post = post(postId);
        left(postId, post, post.from().minusDays(1));
    }

    private void left(String postId, Post post, LocalDate lastDay) {
        apply(new PersonEvent.PostLeft(id, unit, postId, post.unit(), post.title(), post.kind(), post.from(), lastDay));
    }

    private Post post(String postId) {
        Post post = posts.get(postId);
        if (post == null) {
            throw new RejectedException(new PersonRejection.UnknownPost());
        }
        return post;
    }

    void takeOver(String merged, List<String> itsRecords) {
        Set<String> all = new LinkedHashSet<>(records);
        all.addAll(itsRecords);
        apply(new PersonEvent.PersonsMerged(id, unit, merged, List.copyOf(all)));
    }

    /** That of a record which becomes one with this one; it stays sealed for that record, which is erased with this one. */
    void takeCitizenId(CitizenId citizen, @Nullable String sameCitizenAs) {
        apply(new PersonEvent.PersonCorrected(
                id,
                unit,
                Objects.requireNonNull(name),
                citizen.number(),
                citizen.index(),
                sameCitizenAs,
                gender,
                birthYear));
    }

    void join(String other) {
        apply(new PersonEvent.PersonJoined(id, unit, other));
    }

    void erase() {
        mustBeLiving();
        apply(new PersonEvent.PersonErased(id, unit, records()));
    }

    /** It came with that import, and nothing but the same import has changed it since. */
    void withdrawFrom(String withImport) {
        mustBeLiving();
        if (!withImport.equals(importId) || records.size() > 1) {
            throw new RejectedException(new PersonRejection.StillReferredTo());
        }
        for (Map.Entry<String, Post> held : new ArrayList<>(posts.entrySet())) {
            left(held.getKey(), held.getValue(), held.getValue().from().minusDays(1));
        }
        apply(new PersonEvent.PersonErased(id, unit, records()));
    }

    @EventSourcingHandler
    void on(PersonEvent event) {
        switch (event) {
            case PersonEvent.PersonRegistered e -> {
                id = e.person();
                unit = e.unit();
                name = e.name();
                citizenNumber = e.citizenNumber();
                citizenIndex = e.citizenIndex();
                gender = e.gender();
                birthYear = e.birthYear();
                importId = e.importId();
                records.add(e.person());
            }
            case PersonEvent.PersonCorrected e -> {
                name = e.name();
                citizenNumber = e.citizenNumber();
                citizenIndex = e.citizenIndex();
                gender = e.gender();
                birthYear = e.birthYear();
            }
            case PersonEvent.PostHeld e -> {
                posts.put(e.post(), new Post(e.postUnit(), e.title(), e.kind(), e.from(), e.until()));
                if (!Objects.equals(e.importId(), importId)) {
                    importId = null;
                }
            }
            case PersonEvent.PostLeft e -> {
                if (e.lastDay().isBefore(e.from())) {
                    posts.remove(e.post());
                } else {
                    posts.put(e.post(), new Post(e.postUnit(), e.title(), e.kind(), e.from(), e.lastDay()));
                }
            }
            case PersonEvent.PersonsMerged e -> records.addAll(e.records());
            case PersonEvent.PersonJoined e -> into = e.into();
            case PersonEvent.PersonErased _ -> erased = true;
        }
    }
}
