package vn.thidua.organization.imports;

import com.mongodb.client.model.Filters;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.thidua.organization.domain.imports.ImportCommand;
import vn.thidua.organization.view.imports.ImportsView;
import vn.thidua.organization.view.people.PeopleView;
import vn.thidua.platform.context.Act;
import vn.thidua.platform.context.Commands;
import vn.thidua.platform.context.ContextPart;
import vn.thidua.platform.eventstore.OnceKeys;
import vn.thidua.platform.files.FileContent;
import vn.thidua.platform.files.FileStore;
import vn.thidua.platform.sealing.KeyRing;
import vn.thidua.platform.values.RejectedException;
import vn.thidua.platform.view.ViewStore;

/**
 * Carries out what was confirmed, batch by batch, and takes back what is to be undone. It holds nothing itself: each batch
 * is one commit under a once-key of the import and its number, so whoever goes on after a crash, or beside another
 * process, does nothing twice. A batch that the tree refuses stops the import and says why; what no server answers is tried
 * again.
 */
public final class ImportRunner implements ContextPart {

    private static final Logger LOG = LoggerFactory.getLogger(ImportRunner.class);
    private static final String POLICY = "import";
    private static final ZoneId HERE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Duration LOOKS_EVERY = Duration.ofSeconds(2);

    private final Commands commands;
    private final OnceKeys once;
    private final ViewStore views;
    private final FileStore files;
    private final BatchCommands batchCommands;
    private final Clock clock;
    private final Semaphore wake = new Semaphore(0);
    private volatile boolean closed;
    private volatile @Nullable Thread thread;

    public ImportRunner(Commands commands, OnceKeys once, ViewStore views, FileStore files, KeyRing keys, Clock clock) {
        this.commands = commands;
        this.once = once;
        this.views = views;
        this.files = files;
        this.batchCommands = new BatchCommands(keys);
        this.clock = clock;
    }

    @Override
    public String name() {
        return "imports";
    }

    /** Begins with what an earlier process left unfinished. */
    @Override
    public void start() {
        thread = Thread.ofVirtual().name("imports").start(this::loop);
    }

    /** There is something to do; otherwise it looks every two seconds. */
    public void wake() {
        wake.release();
    }

    @Override
    public void close() {
        closed = true;
        wake.release();
        Thread running = thread;
        if (running != null) {
            try {
                // a batch that is on its way is waited for; the next process goes on behind it
                running.join(Duration.ofSeconds(5));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void loop() {
        boolean begun = false;
        while (!closed) {
            try {
                if (!begun) {
                    forgetWhatIsOver();
                    begun = true;
                }
                if (wake.tryAcquire(LOOKS_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                    wake.drainPermits();
                }
                if (!closed) {
                    work();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException | IOException e) {
                LOG.warn("imports wait for the next try", e);
            }
        }
    }

    /** Does all that the view knows to be unfinished. */
    void work() throws IOException {
        List<Document> open = views.collection(ImportsView.NAME)
                .find(Filters.in(ImportsView.STATE, ImportsView.RUNNING, ImportsView.UNDOING))
                .into(new ArrayList<>());
        for (Document row : open) {
            String id = row.getString("_id");
            int applied = row.getInteger(ImportsView.APPLIED, 0);
            List<Batch> batches = batches(row.getString("plan"));
            if (batches == null) {
                stop(
                        id,
                        applied,
                        "import-plan-missing",
                        "Không còn tệp kế hoạch của lần nhập này. Hãy tải tệp lên lại.");
            } else if (Objects.equals(row.getString(ImportsView.STATE), ImportsView.RUNNING)) {
                boolean done = apply(id, batches, applied);
                if (done && !row.getBoolean("undoable", true)) {
                    // what can never be taken back needs its file no more
                    forget(row);
                }
            } else {
                if (undo(id, batches, applied)) {
                    forget(row);
                }
            }
        }
    }

    /** An earlier process may have crashed between the last event of an import and this. */
    private void forgetWhatIsOver() {
        for (Document row : views.collection(ImportsView.NAME)
                .find(Filters.in(ImportsView.STATE, "COMPLETED", "UNDONE", "DISCARDED"))
                .into(new ArrayList<>())) {
            if (!"COMPLETED".equals(row.getString(ImportsView.STATE)) || !row.getBoolean("undoable", true)) {
                forget(row);
            }
        }
    }

    /**
     * Takes away the lists of finished imports that these people came with. One that is being taken back goes when that is
     * done.
     */
    public void forgetListsOf(List<String> persons) {
        Set<String> imports = new HashSet<>();
        views.collection(PeopleView.NAME)
                .find(Filters.in("_id", persons))
                .forEach(row -> imports.add(row.get("importId", "")));
        views.collection(ImportsView.NAME)
                .find(Filters.and(Filters.in("_id", imports), Filters.eq(ImportsView.STATE, "COMPLETED")))
                .forEach(this::forget);
    }

    private void forget(Document row) {
        files.erase(row.getString("file"));
        files.erase(row.getString("plan"));
    }

    private @Nullable List<Batch> batches(String plan) throws IOException {
        Optional<FileContent> content = files.open(plan);
        if (content.isEmpty()) {
            return null;
        }
        try (FileContent open = content.get()) {
            return Batch.of(PlanFile.read(open.bytes()).steps());
        }
    }

    /** @return whether all of it stands now */
    private boolean apply(String id, List<Batch> batches, int from) {
        Act act = act(id);
        for (int number = from; number < batches.size(); number++) {
            if (closed) {
                return false;
            }
            try {
                commands.send(
                        batchCommands.apply(id, batches.get(number), today()),
                        act,
                        once.react(POLICY, id, String.valueOf(number)),
                        null);
            } catch (RejectedException e) {
                LOG.warn(
                        "import {} stops at batch {}: {}",
                        id,
                        number,
                        e.rejection().code());
                stop(id, number, e.rejection().code(), e.rejection().vietnamese());
                return false;
            }
            commands.send(new ImportCommand.RecordBatch(id, number), act);
        }
        return true;
    }

    /** @return whether nothing of it stands any more */
    private boolean undo(String id, List<Batch> batches, int applied) {
        Act act = act(id);
        Set<String> people = BatchCommands.people(batches);
        for (int number = applied - 1; number >= 0; number--) {
            List<Object> back = BatchCommands.undo(id, batches.get(number), people);
            for (int i = 0; i < back.size(); i++) {
                if (closed) {
                    return false;
                }
                try {
                    commands.send(back.get(i), act, once.react(POLICY, id, "undo-" + number + "-" + i), null);
                } catch (RejectedException e) {
                    LOG.warn(
                            "the undo of import {} stops at batch {}: {}",
                            id,
                            number,
                            e.rejection().code());
                    stop(id, number, e.rejection().code(), e.rejection().vietnamese());
                    return false;
                }
            }
            commands.send(new ImportCommand.RecordBatchUndone(id, number), act);
        }
        return true;
    }

    private void stop(String id, int batch, String code, String reason) {
        commands.send(new ImportCommand.StopImport(id, batch, code, reason), act(id));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), HERE);
    }

    /** The spine acts; who confirmed stands at the import's own event. */
    private static Act act(String id) {
        return new Act("system", List.of(), null, "import-" + id, id, null);
    }
}
