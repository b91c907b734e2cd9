package vn.thidua.platform.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static vn.thidua.platform.ledger.Ledger.act;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thidua.platform.eventstore.OnceKey;
import vn.thidua.platform.eventstore.OnceKeyReusedException;
import vn.thidua.platform.ledger.AccountCommand.CloseAccount;
import vn.thidua.platform.ledger.AccountCommand.Deposit;
import vn.thidua.platform.ledger.AccountCommand.LimitOverdraft;
import vn.thidua.platform.ledger.AccountCommand.OpenAccount;
import vn.thidua.platform.ledger.AccountCommand.Transfer;
import vn.thidua.platform.ledger.AccountCommand.Withdraw;
import vn.thidua.platform.ledger.AccountEvent;
import vn.thidua.platform.ledger.AccountRejection.AmountNotPositive;
import vn.thidua.platform.ledger.AccountRejection.NameTaken;
import vn.thidua.platform.ledger.AccountRejection.NotEnoughMoney;
import vn.thidua.platform.ledger.Ledger;
import vn.thidua.platform.ledger.NameEvent;
import vn.thidua.platform.values.RejectedException;
import vn.thidua.platform.values.Rejection;

/** Commands, from the call to the log and back. */
class CommandsIT {

    private static final LocalDate DAY = LocalDate.of(2026, 7, 1);

    private ContextSettings settings;
    private ContextRuntime runtime;

    @BeforeEach
    void aContextRuns() {
        settings = Ledger.settings(CommandsIT.class);
        runtime = started(settings);
    }

    @AfterEach
    void itEnds() {
        runtime.close();
    }

    private static ContextRuntime started(ContextSettings settings) {
        var runtime = ContextRuntime.open(Ledger.spec().build(), settings);
        runtime.start();
        return runtime;
    }

    private OpenAccount open(String account, String name) {
        return new OpenAccount(account, name, Ledger.nameId(name), DAY);
    }

    private OnceKey once(String key, String request) {
        return runtime.onceKeys().http("somebody", key, request.getBytes(StandardCharsets.UTF_8));
    }

    private List<? extends DomainEventMessage<?>> eventsOf(String id) {
        return runtime.axon().eventStore().readEvents(id).asStream().toList();
    }

    private static Rejection rejectionOf(Callable<?> call) {
        try {
            call.call();
        } catch (RejectedException e) {
            return e.rejection();
        } catch (Exception e) {
            throw new AssertionError("failed in another way", e);
        }
        throw new AssertionError("it was not refused");
    }

    @Test
    void theAnswerTellsAggregateVersionAndPosition() {
        assertThat(runtime.commands().send(open("a", "Chi"), act())).isEqualTo(new Accepted("a", 0, 1, false));
        assertThat(runtime.commands().send(new Deposit("a", 5), act())).isEqualTo(new Accepted("a", 1, 2, false));
        assertThat(runtime.log().nextPosition()).isEqualTo(3);
    }

    @Test
    void whoDidItStandsInEachEventAndNothingElse() {
        Act act = act();
        runtime.commands().send(open("a", "Chi"), act, once("k", "POST"), null);
        for (String id : List.of("a", Ledger.nameId("Chi"))) {
            assertThat(eventsOf(id)).hasSize(1).allSatisfy(event -> {
                assertThat(event.getMetaData()).containsOnlyKeys("actor", "posts", "unit", "request", "correlation");
                assertThat(Act.of(event.getMetaData())).isEqualTo(act);
            });
        }
    }

    @Test
    void aRefusalComesOutAsItselfAndLeavesNothing() {
        assertThat(rejectionOf(() -> runtime.commands().send(new Deposit("nobody", 5), act())))
                .isEqualTo(new UnknownAggregate());
        runtime.commands().send(open("a", "Chi"), act());
        assertThat(rejectionOf(() -> runtime.commands().send(new Deposit("a", 0), act())))
                .isEqualTo(new AmountNotPositive());
        assertThat(rejectionOf(() -> runtime.commands().send(new Withdraw("a", 1), act())))
                .isEqualTo(new NotEnoughMoney());
        assertThat(runtime.log().nextPosition()).isEqualTo(2);
    }

    @Test
    void anActOverTwoAggregatesIsOneCommitOrNone() {
        runtime.commands().send(open("a", "A"), act());
        runtime.commands().send(open("b", "B"), act());
        runtime.commands().send(new Deposit("b", 10), act());
        // from the later id to the earlier one: the answer speaks of the one the money left
        assertThat(runtime.commands().send(new Transfer("b", "a", 10), act()))
                .isEqualTo(new Accepted("b", 2, 6, false));
        assertThat(runtime.database().getCollection("commits").countDocuments()).isEqualTo(4);
        assertThat(rejectionOf(() -> runtime.commands().send(new Transfer("b", "a", 10), act())))
                .isEqualTo(new NotEnoughMoney());
        assertThat(rejectionOf(() -> runtime.commands().send(new Transfer("a", "nobody", 10), act())))
                .isEqualTo(new UnknownAggregate());
        assertThat(runtime.log().nextPosition()).isEqualTo(7);
    }

    @Test
    void transfersInBothDirectionsAtOnceDoNotBlockEachOther() throws Exception {
        runtime.commands().send(open("a", "A"), act());
        runtime.commands().send(open("b", "B"), act());
        runtime.commands().send(new Deposit("a", 100), act());
        runtime.commands().send(new Deposit("b", 100), act());
        var answers = atOnce(40, i -> runtime.commands()
                .send(i % 2 == 0 ? new Transfer("a", "b", 1) : new Transfer("b", "a", 1), act()));
        assertThat(answers).hasSize(40).doesNotHaveDuplicates();
        assertThat(runtime.log().nextPosition()).isEqualTo(6 + 80);
    }

    @Test
    void aNameBelongsToOneAtATimeAlsoWhenManyWantItAtOnce() throws Exception {
        var outcomes = atOnce(16, i -> {
            try {
                return runtime.commands().send(open("a" + i, "Chi"), act());
            } catch (RejectedException e) {
                return e.rejection();
            }
        });
        assertThat(outcomes).filteredOn(Accepted.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(new NameTaken()::equals).hasSize(15);
        Accepted first = (Accepted)
                outcomes.stream().filter(Accepted.class::isInstance).findFirst().orElseThrow();
        runtime.commands().send(new CloseAccount(String.valueOf(first.aggregateId()), Ledger.nameId("Chi")), act());
        assertThat(runtime.commands().send(open("later", "chi"), act()).version())
                .isZero();
        assertThat(eventsOf(Ledger.nameId("CHI")))
                .extracting(event -> (Object) event.getPayloadType())
                .containsExactly(
                        NameEvent.NameReserved.class, NameEvent.NameReleased.class, NameEvent.NameReserved.class);
    }

    @Test
    void twinRequestsAreOneCommitAndGetOneAnswer() throws Exception {
        var answers = atOnce(32, i -> runtime.commands()
                // each twin makes an id of its own, as a POST does
                .send(open("a" + i, "Chi"), act(), once("k", "POST /accounts Chi"), null));
        assertThat(runtime.database().getCollection("commits").countDocuments()).isEqualTo(1);
        assertThat(answers).filteredOn(answer -> !answer.repeated()).hasSize(1);
        assertThat(answers).hasSize(32).allSatisfy(answer -> assertThat(answer)
                .usingRecursiveComparison()
                .ignoringFields("repeated")
                .isEqualTo(answers.getFirst()));
    }

    @Test
    void twinsThatInsistOnAVersionGetOneAnswerToo() throws Exception {
        runtime.commands().send(open("a", "A"), act());
        var answers = atOnce(32, _ -> runtime.commands().send(new Deposit("a", 7), act(), once("k", "PATCH"), 0L));
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.version()).isEqualTo(1);
            assertThat(answer.position()).isEqualTo(2);
        });
        assertThat(runtime.log().nextPosition()).isEqualTo(3);
    }

    @Test
    void aKeyWithAnotherRequestIsRefused() {
        runtime.commands().send(open("a", "A"), act(), once("k", "POST A"), null);
        assertThatThrownBy(() -> runtime.commands().send(open("b", "B"), act(), once("k", "POST B"), null))
                .isInstanceOf(OnceKeyReusedException.class);
        // a refusal is not answered for it either
        assertThatThrownBy(() -> runtime.commands().send(new Deposit("a", 0), act(), once("k", "x"), null))
                .isInstanceOf(OnceKeyReusedException.class);
    }

    @Test
    void aRefusalLeavesNoKey() {
        runtime.commands().send(open("a", "A"), act());
        OnceKey once = once("k", "POST withdraw 5");
        assertThat(rejectionOf(() -> runtime.commands().send(new Withdraw("a", 5), act(), once, null)))
                .isEqualTo(new NotEnoughMoney());
        runtime.commands().send(new Deposit("a", 5), act());
        assertThat(runtime.commands().send(new Withdraw("a", 5), act(), once, null))
                .isEqualTo(new Accepted("a", 2, 3, false));
    }

    @Test
    void theKeyIsLookedUpBeforeTheVersion() {
        runtime.commands().send(open("a", "A"), act());
        OnceKey once = once("k", "PATCH");
        Accepted first = runtime.commands().send(new Deposit("a", 5), act(), once, 0L);
        runtime.commands().send(new Deposit("a", 5), act());
        assertThat(runtime.commands().send(new Deposit("a", 5), act(), once, 0L))
                .isEqualTo(new Accepted(first.aggregateId(), first.version(), first.position(), true));
    }

    @Test
    void aStaleVersionIsAMismatchThatTellsTheRightOne() {
        runtime.commands().send(open("a", "A"), act());
        runtime.commands().send(new Deposit("a", 5), act(), null, 0L);
        assertThatThrownBy(() -> runtime.commands().send(new Deposit("a", 5), act(), null, 0L))
                .asInstanceOf(type(VersionMismatchException.class))
                .satisfies(mismatch -> assertThat(mismatch.actual()).isEqualTo(1));
        // in an act over two it is the one that the command names
        runtime.commands().send(open("A-other", "other"), act());
        assertThat(runtime.commands()
                        .send(new Transfer("a", "A-other", 1), act(), null, 1L)
                        .version())
                .isEqualTo(2);
        assertThat(runtime.log().nextPosition()).isEqualTo(7);
    }

    @Test
    void whatIsNotThereYetHasNoVersionToInsistOn() {
        assertThatThrownBy(() -> runtime.commands().send(open("a", "A"), act(), null, 0L))
                .isInstanceOf(VersionMismatchException.class);
        assertThat(runtime.log().nextPosition()).isZero();
    }

    @Test
    void aCommandWithoutEventsIsAcceptedAtTheVersionThatStands() {
        runtime.commands().send(open("a", "A"), act());
        OnceKey once = once("k", "PATCH limit 0");
        assertThat(runtime.commands().send(new LimitOverdraft("a", 0), act(), once, null))
                .isEqualTo(new Accepted("a", 0, -1, false));
        // no key was left: it is decided anew
        runtime.commands().send(new LimitOverdraft("a", 9), act());
        assertThat(runtime.commands().send(new LimitOverdraft("a", 0), act(), once, null))
                .isEqualTo(new Accepted("a", 2, 3, false));
    }

    @Test
    void anAccountThatIsThereAlreadyIsAConflict() {
        runtime.commands().send(open("a", "A"), act());
        assertThatThrownBy(() -> runtime.commands().send(open("a", "B"), act())).isInstanceOf(ConflictException.class);
        assertThat(eventsOf(Ledger.nameId("B"))).isEmpty();
    }

    @Test
    void aThreadWithAUnitOfWorkMustNotSend() {
        var unitOfWork = DefaultUnitOfWork.startAndGet(GenericCommandMessage.asCommandMessage("x"));
        try {
            assertThatThrownBy(() -> runtime.commands().send(open("a", "A"), act()))
                    .isInstanceOf(IllegalStateException.class);
        } finally {
            unitOfWork.rollback();
        }
        assertThat(runtime.log().nextPosition()).isZero();
    }

    @Test
    void aKeyIsRememberedAcrossARestart() {
        OnceKey once = once("k", "POST");
        Accepted first = runtime.commands().send(open("a", "A"), act(), once, null);
        runtime.close();
        runtime = started(settings);
        assertThat(runtime.commands().send(open("other", "A"), act(), once, null))
                .isEqualTo(new Accepted(first.aggregateId(), first.version(), first.position(), true));
        // and the state with it
        assertThat(runtime.commands().send(new Deposit("a", 1), act()).version())
                .isEqualTo(1);
        assertThat(eventsOf("a"))
                .extracting(event -> (Object) event.getPayloadType())
                .containsExactly(AccountEvent.AccountOpened.class, AccountEvent.Deposited.class);
    }

    private interface Numbered<T> {
        T call(int i) throws Exception;
    }

    private static <T> List<T> atOnce(int threads, Numbered<T> call) throws Exception {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> running = new ArrayList<>();
            for (int i : IntStream.range(0, threads).toArray()) {
                running.add(executor.submit(() -> call.call(i)));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> one : running) {
                results.add(one.get());
            }
            return results;
        }
    }
}
