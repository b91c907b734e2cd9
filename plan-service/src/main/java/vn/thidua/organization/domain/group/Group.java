package vn.thidua.organization.domain.group;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;
import vn.thidua.organization.domain.Spans;
import vn.thidua.organization.domain.Timeline;
import vn.thidua.platform.values.RejectedException;

/** A named set of units or people, kept by a unit. */
public class Group {

    static final int NAME_MOST = 200;
    static final int MEMBERS_MOST = 5_000;

    private record Definition(String name, GroupMembers members) {}

    @AggregateIdentifier
    @SuppressWarnings("NullAway.Init") // Axon takes the id from the first event; it must not find another one before
    private String id;

    private String unit = "";
    private LocalDate from = LocalDate.MIN;
    private @Nullable LocalDate until;
    private final Timeline<Definition> definitions = new Timeline<>();

    protected Group() {}

    @CommandHandler
    public Group(GroupCommand.DefineGroup command) {
        check(command.name(), command.members());
        apply(new GroupEvent.GroupDefined(
                command.group(), command.unit(), command.name(), command.members(), command.effective()));
    }

    @CommandHandler
    void change(GroupCommand.ChangeGroup command) {
        check(command.name(), command.members());
        mustExistOn(command.effective());
        if (new Definition(command.name(), command.members()).equals(definitions.on(command.effective()))) {
            throw new RejectedException(new GroupRejection.NothingChanges());
        }
        apply(new GroupEvent.GroupChanged(id, unit, command.name(), command.members(), command.effective()));
    }

    @CommandHandler
    void close(GroupCommand.CloseGroup command) {
        mustExistOn(command.effective());
        apply(new GroupEvent.GroupClosed(id, unit, command.effective()));
    }

    private void mustExistOn(LocalDate day) {
        if (day.isBefore(from) || day.isAfter(Spans.end(until))) {
            throw new RejectedException(new GroupRejection.NotThere());
        }
    }

    private static void check(String name, GroupMembers members) {
        if (name.isBlank()) {
            throw new RejectedException(new GroupRejection.NameMissing());
        }
        if (name.length() > NAME_MOST) {
            throw new RejectedException(new GroupRejection.NameTooLong(NAME_MOST));
        }
        if (!members.isComplete()) {
            throw new RejectedException(new GroupRejection.MembersIncomplete());
        }
        if (members.ids().size() > MEMBERS_MOST) {
            throw new RejectedException(new GroupRejection.TooManyMembers(MEMBERS_MOST));
        }
    }

    @EventSourcingHandler
    void on(GroupEvent event) {
        switch (event) {
            case GroupEvent.GroupDefined e -> {
                id = e.group();
                unit = e.unit();
                from = e.effective();
                definitions.put(e.effective(), new Definition(e.name(), e.members()));
            }
            case GroupEvent.GroupChanged e -> definitions.put(e.effective(), new Definition(e.name(), e.members()));
            case GroupEvent.GroupClosed e -> until = e.effective().minusDays(1);
        }
    }
}
