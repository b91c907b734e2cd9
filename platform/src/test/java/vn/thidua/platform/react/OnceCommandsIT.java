package vn.thidua.platform.react;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.thidua.platform.ledger.Ledger.act;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thidua.platform.context.Act;
import vn.thidua.platform.context.Commands;
import vn.thidua.platform.context.ContextRuntime;
import vn.thidua.platform.context.Wanted;
import vn.thidua.platform.ledger.AccountCommand.Deposit;
import vn.thidua.platform.ledger.AccountCommand.OpenAccount;
import vn.thidua.platform.ledger.AccountCommand.Withdraw;
import vn.thidua.platform.ledger.Ledger;
import vn.thidua.platform.values.RejectedException;

/** What an event asks for happens once, however often the event comes. */
class OnceCommandsIT {

    private static final List<Wanted> TWO =
            List.of(new Wanted("a", new Deposit("a", 5)), new Wanted("b", new Deposit("b", 7)));

    private ContextRuntime runtime;
    private OnceCommands once;

    @BeforeEach
    void twoAccounts() {
        runtime = ContextRuntime.open(Ledger.spec().build(), Ledger.settings(OnceCommandsIT.class));
        once = new OnceCommands(runtime.commands(), runtime.onceKeys());
        for (String id : List.of("a", "b")) {
            runtime.commands().send(new OpenAccount(id, id, Ledger.nameId(id), LocalDate.of(2026, 7, 1)), act());
        }
    }

    @AfterEach
    void itEnds() {
        runtime.close();
    }

    @Test
    void anEventThatComesAgainChangesNothing() {
        once.react("bonus", "event-1", Act.after("event-1", "c"), TWO);
        once.react("bonus", "event-1", Act.after("event-1", "c"), TWO);
        assertThat(runtime.log().nextPosition()).isEqualTo(6);
        // another event, another policy, a listener of the same name: each is an act of its own
        once.react("bonus", "event-2", Act.after("event-2", "c"), TWO);
        once.react("malus", "event-1", Act.after("event-1", "c"), TWO);
        once.consume("bonus", "event-1", Act.after("event-1", "c"), TWO);
        assertThat(runtime.log().nextPosition()).isEqualTo(12);
    }

    @Test
    void whatStoodBeforeACrashIsNotDoneAgainAndTheRestIs() {
        once.react("bonus", "event-1", Act.after("event-1", "c"), TWO.subList(0, 1));
        once.react("bonus", "event-1", Act.after("event-1", "c"), TWO);
        assertThat(runtime.log().nextPosition()).isEqualTo(6);
    }

    @Test
    void theEventIsNamedAsTheCause() {
        once.react("bonus", "event-1", Act.after("event-1", "c"), TWO);
        assertThat(runtime.axon()
                        .eventStore()
                        .readEvents("b")
                        .asStream()
                        .toList()
                        .getLast()
                        .getMetaData())
                .containsEntry("actor", "system")
                .containsEntry("causation", "event-1")
                .containsEntry("correlation", "c");
    }

    @Test
    void aThreadInAUnitOfWorkMaySendThroughItAndItIsStoredAtOnce() {
        var batch = DefaultUnitOfWork.startAndGet(GenericCommandMessage.asCommandMessage("batch"));
        once.react("bonus", "event-1", Act.after("event-1", "c"), TWO);
        // before the batch ends, and so before any token
        assertThat(runtime.log().nextPosition()).isEqualTo(6);
        batch.rollback();
        assertThat(runtime.log().nextPosition()).isEqualTo(6);
    }

    @Test
    void aRefusalIsThrownAsItIs() {
        assertThatThrownBy(() -> once.react(
                        "bonus", "event-1", Act.after("event-1", "c"), List.of(new Wanted("a", new Withdraw("a", 5)))))
                .isInstanceOf(RejectedException.class);
    }

    @Test
    void whatGoesBesideARefusalIsDoneOnceWhenTheEventComesAgain() {
        List<Wanted> both = List.of(new Wanted("a", new Withdraw("a", 5)), new Wanted("b", new Deposit("b", 7)));
        assertThatThrownBy(() -> once.react("bonus", "event-1", Act.after("event-1", "c"), both))
                .isInstanceOf(RejectedException.class);
        runtime.commands().send(new Deposit("a", 10), act());

        once.react("bonus", "event-1", Act.after("event-1", "c"), both);

        assertThat(runtime.log().nextPosition()).isEqualTo(7);
    }

    @Test
    void commandsOfOneEventGoSideBySide() {
        CyclicBarrier all = new CyclicBarrier(TWO.size());
        Commands meeting = (command, act, key, expected) -> {
            try {
                // alone, nobody else would come
                all.await(60, TimeUnit.SECONDS);
            } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
                throw new IllegalStateException(e);
            }
            return runtime.commands().send(command, act, key, expected);
        };

        new OnceCommands(meeting, runtime.onceKeys()).react("bonus", "event-1", Act.after("event-1", "c"), TWO);

        assertThat(runtime.log().nextPosition()).isEqualTo(6);
    }

    @Test
    void twoCommandsForOneTargetAreAnErrorAndNotHalfDone() {
        assertThatThrownBy(() -> once.react(
                        "bonus", "event-1", Act.after("event-1", "c"), List.of(TWO.getFirst(), TWO.getFirst())))
                .isInstanceOf(IllegalStateException.class);
        assertThat(runtime.log().nextPosition()).isEqualTo(4);
    }
}
