package vn.thidua.platform.eventstore;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import vn.thidua.platform.eventstore.StoreUnavailableException.Outcome;

/** A commit between its caller, who waits, and the writer. Who moves its state first decides what becomes of it. */
final class PendingCommit {

    private enum State {
        /** Not on its way to the server; the caller may take it along. */
        WAITING,
        /** On its way, or perhaps stored. */
        SENT,
        /** The same, and the caller has gone: nobody needs the outcome, and it is not sent again. */
        ABANDONED,
        /** Taken along by its caller, or answered. */
        CLOSED
    }

    private final CommitDraft draft;
    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
    private final CompletableFuture<AppendReceipt> answer = new CompletableFuture<>();
    private volatile boolean inDoubt;

    PendingCommit(CommitDraft draft) {
        this.draft = draft;
    }

    CommitDraft draft() {
        return draft;
    }

    /** Writer: from here on the caller cannot take it along. */
    boolean send() {
        return state.compareAndSet(State.WAITING, State.SENT);
    }

    /** Writer: the last attempt is over without it, or there was none. */
    void backToWaiting() {
        if (!state.compareAndSet(State.SENT, State.WAITING)) {
            // its caller has gone; what was never sent waits as before
            state.compareAndSet(State.ABANDONED, State.CLOSED);
        }
    }

    /** Writer: an attempt may still come to be stored. */
    void doubt() {
        inDoubt = true;
    }

    /** What is to be said of it if it is not sent again. */
    Outcome unsent() {
        return inDoubt ? Outcome.UNKNOWN : Outcome.NOT_STORED;
    }

    boolean somebodyWaits() {
        State now = state.get();
        return now == State.WAITING || now == State.SENT;
    }

    void stored(AppendReceipt receipt) {
        state.set(State.CLOSED);
        answer.complete(receipt);
    }

    void refused(RuntimeException reason) {
        state.set(State.CLOSED);
        answer.completeExceptionally(reason);
    }

    /** Caller: waits, and gives up after its patience. */
    AppendReceipt await(Duration patience) {
        try {
            return answer.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException reason ? reason : new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            return giveUp("no answer from the event store within " + patience, null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return giveUp("interrupted while waiting for the event store", e);
        }
    }

    private AppendReceipt giveUp(String message, @Nullable Throwable cause) {
        while (state.get() != State.CLOSED) {
            if (state.compareAndSet(State.WAITING, State.CLOSED)) {
                throw new StoreUnavailableException(unsent(), message, cause);
            }
            if (state.compareAndSet(State.SENT, State.ABANDONED)) {
                throw new StoreUnavailableException(Outcome.UNKNOWN, message, cause);
            }
        }
        // answered at the last moment
        try {
            return answer.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException reason ? reason : new IllegalStateException(e.getCause());
        }
    }
}
