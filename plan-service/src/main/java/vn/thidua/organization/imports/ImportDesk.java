package vn.thidua.organization.imports;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.thidua.organization.domain.DerivedId;
import vn.thidua.organization.domain.imports.ImportCommand;
import vn.thidua.organization.domain.unit.TierChain;
import vn.thidua.organization.sheet.SheetLimits;
import vn.thidua.organization.sheet.SheetRefusedException;
import vn.thidua.organization.sheet.check.KnownTree;
import vn.thidua.organization.sheet.check.SheetCheck;
import vn.thidua.organization.sheet.check.SheetPreview;
import vn.thidua.organization.sheet.read.SheetReader;
import vn.thidua.organization.view.imports.ImportsView;
import vn.thidua.organization.view.units.Forest;
import vn.thidua.platform.context.Accepted;
import vn.thidua.platform.context.Act;
import vn.thidua.platform.context.Commands;
import vn.thidua.platform.eventstore.OnceKey;
import vn.thidua.platform.files.FileContent;
import vn.thidua.platform.files.FileLimits;
import vn.thidua.platform.files.FileStore;
import vn.thidua.platform.files.FileType;
import vn.thidua.platform.files.StoredFile;
import vn.thidua.platform.sealing.KeyRing;
import vn.thidua.platform.values.RejectedException;
import vn.thidua.platform.view.ViewStore;

/**
 * Takes lists in: looks at a file, keeps what it would do, and passes on whether it shall. The file and its plan are kept
 * sealed until nothing can be taken back any more.
 */
public final class ImportDesk {
    private static final ZoneId HERE = ZoneId.of("Asia/Ho_Chi_Minh");
    /** What a file is, the reader of sheets says, with a remedy. */
    private static final FileLimits LIMITS =
            new FileLimits(SheetLimits.STANDARD.bytes(), Set.copyOf(EnumSet.allOf(FileType.class)));

    private static final FileLimits PLAN_LIMITS = new FileLimits(512L << 20, Set.copyOf(EnumSet.allOf(FileType.class)));

    private final Commands commands;
    private final ViewStore views;
    private final FileStore files;
    private final KeyRing keys;
    private final Supplier<Forest> forest;
    private final Runnable caughtUp;
    private final TierChain chain;
    private final Clock clock;
    private final ImportRunner runner;

    /** @param caughtUp waits until the views of units, people and imports show what was accepted before */
    public ImportDesk(
            Commands commands,
            ViewStore views,
            FileStore files,
            KeyRing keys,
            Supplier<Forest> forest,
            Runnable caughtUp,
            TierChain chain,
            Clock clock,
            ImportRunner runner) {
        this.commands = commands;
        this.views = views;
        this.files = files;
        this.keys = keys;
        this.forest = forest;
        this.caughtUp = caughtUp;
        this.chain = chain;
        this.clock = clock;
        this.runner = runner;
    }

    /** @param accepted null if the file has errors: then nothing of it was kept */
    public record Proposal(SheetPreview preview, @Nullable Accepted accepted) {}

    /**
     * Looks at a file; if all of it can be written, keeps it as a proposal.
     *
     * @param importId a new one
     * @param unit that imports
     * @param reach which units the caller may see
     * @param allowed throws if the caller may not do one of the steps
     * @throws RejectedException if it is no list that can be read, or has nothing new
     */
    public Proposal propose(
            String importId,
            String unit,
            InputStream from,
            String fileName,
            Predicate<String> reach,
            Consumer<SheetPreview> allowed,
            Act act,
            @Nullable OnceKey once)
            throws IOException {
        StoredFile file = files.upload(from, fileName, act.actor(), LIMITS);
        String plan = null;
        boolean kept = false;
        try {
            SheetPreview preview = check(importId, file.id(), reach);
            if (preview.errors() > 0) {
                return new Proposal(preview, null);
            }
            allowed.accept(preview);
            plan = files.upload(
                            new ByteArrayInputStream(PlanFile.write(preview)),
                            "ke-hoach-nhap.json",
                            act.actor(),
                            PLAN_LIMITS)
                    .id();
            files.refer(file.id(), reference(importId));
            files.refer(plan, reference(importId));
            Map<String, Integer> counts = new TreeMap<>();
            preview.counts().forEach((outcome, count) -> counts.put(outcome.name(), count));
            Accepted accepted = commands.send(
                    new ImportCommand.ProposeImport(
                            importId,
                            unit,
                            file.id(),
                            plan,
                            PlanFile.hash(preview.steps()),
                            preview.rows().size(),
                            Batch.of(preview.steps()).size(),
                            preview.undoable(),
                            counts),
                    act,
                    once,
                    null);
            kept = !accepted.repeated();
            return new Proposal(preview, accepted);
        } finally {
            if (!kept) {
                files.erase(file.id());
                if (plan != null) {
                    files.erase(plan);
                }
            }
        }
    }

    private static String reference(String importId) {
        return "import:" + importId;
    }

    /** The same file and the same tree give the same steps: ids are derived from the import and what stands in the row. */
    private SheetPreview check(String importId, String file, Predicate<String> reach) throws IOException {
        byte[] bytes;
        try (FileContent content =
                files.open(file).orElseThrow(() -> new IOException("the file of an import is gone"))) {
            bytes = content.bytes().readAllBytes();
        }
        caughtUp.run();
        KnownTree tree = new StandingTree(forest, views, reach);
        try {
            return new SheetCheck(tree, chain, number -> keys.blindIndex(CitizenIndex.PURPOSE, number))
                    .check(
                            new SheetReader(SheetLimits.STANDARD).read(bytes),
                            LocalDate.ofInstant(clock.instant(), HERE),
                            key -> DerivedId.of("organization.import." + importId, key));
        } catch (SheetRefusedException e) {
            throw new RejectedException(new FileNotRead(e.reason(), e.detail()));
        }
    }

    /** All imports, as {@link ImportsView} has them. */
    public MongoCollection<Document> rows() {
        return views.collection(ImportsView.NAME);
    }

    /** How far an import is, as {@link ImportsView} has it. */
    public Optional<Document> find(String importId) {
        Optional<Document> found = row(importId);
        if (found.isEmpty()) {
            // it may have been proposed a moment ago
            caughtUp.run();
            found = row(importId);
        }
        return found;
    }

    private Optional<Document> row(String importId) {
        return Optional.ofNullable(views.collection(ImportsView.NAME)
                .find(Filters.eq("_id", importId))
                .first());
    }

    /** What it does row by row; empty once the file is gone. */
    public Optional<SheetPreview> preview(String importId) throws IOException {
        Optional<FileContent> content = find(importId).flatMap(row -> files.open(row.getString("plan")));
        if (content.isEmpty()) {
            return Optional.empty();
        }
        try (FileContent open = content.get()) {
            return Optional.of(PlanFile.read(open.bytes()));
        }
    }

    /**
     * Has it written, if it would still do what was shown.
     *
     * @param row of {@link #find}
     * @param reach which units the caller may see
     */
    public Accepted confirm(
            Document row, Predicate<String> reach, Act act, @Nullable OnceKey once, @Nullable Long expected)
            throws IOException {
        String importId = row.getString("_id");
        String hash = row.getString("hash");
        if ("PROPOSED".equals(row.getString(ImportsView.STATE))) {
            hash = PlanFile.hash(check(importId, row.getString("file"), reach).steps());
        }
        Accepted accepted = commands.send(new ImportCommand.ConfirmImport(importId, hash), act, once, expected);
        runner.wake();
        return accepted;
    }

    /** Gives a proposal up; the file goes. */
    public Accepted discard(Document row, Act act, @Nullable OnceKey once, @Nullable Long expected) {
        Accepted accepted = commands.send(new ImportCommand.DiscardImport(row.getString("_id")), act, once, expected);
        files.erase(row.getString("file"));
        files.erase(row.getString("plan"));
        return accepted;
    }

    /** Goes on where it stopped. */
    public Accepted resume(String importId, Act act, @Nullable OnceKey once, @Nullable Long expected) {
        Accepted accepted = commands.send(new ImportCommand.ResumeImport(importId), act, once, expected);
        runner.wake();
        return accepted;
    }

    /** Has it taken back. */
    public Accepted undo(String importId, Act act, @Nullable OnceKey once, @Nullable Long expected) {
        Accepted accepted = commands.send(new ImportCommand.UndoImport(importId), act, once, expected);
        runner.wake();
        return accepted;
    }
}
