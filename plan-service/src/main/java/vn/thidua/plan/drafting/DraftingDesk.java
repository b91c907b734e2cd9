package vn.thidua.plan.drafting;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.domain.plan.DraftSource;
import vn.thidua.plan.domain.plan.PlanCommand;
import vn.thidua.plan.domain.plan.PlanDetails;
import vn.thidua.plan.domain.plan.PlanField;
import vn.thidua.plan.domain.plan.PlannedTask;
import vn.thidua.plan.drafting.copy.CopyFlag;
import vn.thidua.plan.drafting.copy.Holidays;
import vn.thidua.plan.drafting.copy.PlanCopy;
import vn.thidua.plan.reader.PlanProposal;
import vn.thidua.plan.reader.PlanReader;
import vn.thidua.plan.reader.Reading;
import vn.thidua.plan.view.directory.Directory;
import vn.thidua.plan.view.drafts.DraftsQueries;
import vn.thidua.plan.view.drafts.DraftsQueries.Draft;
import vn.thidua.plan.view.plans.Plans;
import vn.thidua.platform.context.Accepted;
import vn.thidua.platform.context.Act;
import vn.thidua.platform.context.Commands;
import vn.thidua.platform.context.ConflictException;
import vn.thidua.platform.context.VersionMismatchException;
import vn.thidua.platform.eventstore.OnceKey;
import vn.thidua.platform.eventstore.OnceKeyReusedException;
import vn.thidua.platform.eventstore.StoreUnavailableException;
import vn.thidua.platform.files.FileContent;
import vn.thidua.platform.files.FileLimits;
import vn.thidua.platform.files.FileStore;
import vn.thidua.platform.files.FileType;
import vn.thidua.platform.scope.UnitTree;
import vn.thidua.platform.values.RejectedException;

/**
 * Where drafts begin and end. What was read from a document, and what is to be looked at in a copy, is kept in files beside
 * the plan; the plan itself holds what a person has decided on.
 */
public final class DraftingDesk {

    /** What a file is, the reader says, with a remedy; a proposal repeats the text with the place of each value. */
    private static final FileLimits ANY = new FileLimits(512L << 20, Set.copyOf(EnumSet.allOf(FileType.class)));

    private static final String DOCUMENT = "document";
    private static final String PROPOSAL = "proposal";

    private final Commands commands;
    private final FileStore files;
    private final PlanReader reader;
    private final Directory directory;
    private final UnitTree tree;
    private final Holidays holidays;
    private final NamedTargets targets;
    private final SureMeanings meanings;
    private final LinkedPlans linked;

    /** A document may take a hundred times its size while it is read. */
    private final Semaphore reading = new Semaphore(2, true);

    public DraftingDesk(
            Commands commands,
            FileStore files,
            PlanReader reader,
            Directory directory,
            UnitTree tree,
            Holidays holidays,
            NamedTargets targets,
            SureMeanings meanings,
            LinkedPlans linked) {
        this.commands = commands;
        this.files = files;
        this.reader = reader;
        this.directory = directory;
        this.tree = tree;
        this.holidays = holidays;
        this.targets = targets;
        this.meanings = meanings;
        this.linked = linked;
    }

    /** How a command is sent. */
    public record Sending(
            Act act, @Nullable OnceKey once, @Nullable Long expected) {}

    /**
     * Reads a document and begins a draft with what it says.
     *
     * @param plan a new id
     * @throws RejectedException with {@link DraftRejection.DocumentNotRead}; nothing is kept then
     */
    public Accepted fromDocument(String plan, String unit, byte[] document, String name, Sending sending)
            throws IOException {
        PlanProposal proposal = read(document);
        ProposedValues values = ProposedValues.of(proposal);
        Map<String, byte[]> both = new LinkedHashMap<>();
        both.put(DOCUMENT, document);
        both.put(PROPOSAL, ProposalFile.write(proposal));
        return withFiles(
                plan,
                both,
                role -> role.equals(DOCUMENT) ? name : "noi-dung-doc-duoc.json",
                sending,
                ids -> new PlanCommand.DraftPlan(
                        plan,
                        unit,
                        DraftSource.document(
                                Objects.requireNonNull(ids.get(DOCUMENT)),
                                Objects.requireNonNull(ids.get(PROPOSAL)),
                                values.fields(),
                                values.tasks().stream().map(PlannedTask::n).toList()),
                        PlanDetails.empty(),
                        List.of()));
    }

    private PlanProposal read(byte[] document) {
        reading.acquireUninterruptibly();
        try {
            return switch (reader.read(document)) {
                case Reading.Proposed(PlanProposal proposal) -> proposal;
                case Reading.Refused refused ->
                    throw new RejectedException(
                            new DraftRejection.DocumentNotRead(refused.reason(), refused.message(), refused.remedy()));
            };
        } finally {
            reading.release();
        }
    }

    /** Begins a draft by hand. */
    public Accepted byHand(String plan, String unit, PlanDetails details, Sending sending) {
        return send(new PlanCommand.DraftPlan(plan, unit, DraftSource.hand(), details, List.of()), sending);
    }

    /** Begins the next year's plan as a copy of an earlier one of the unit. */
    public Accepted copy(String plan, String unit, Plans.Plan earlier, LocalDate today, Sending sending)
            throws IOException {
        LocalDate issued = earlier.details().issueDate();
        PlanCopy.Copied copied = PlanCopy.of(
                earlier.details(),
                earlier.tasks(),
                issued == null ? today.getYear() : issued.getYear(),
                holidays,
                target -> targets.on(target, today));
        return withFiles(
                plan,
                Map.of(PROPOSAL, ProposalFile.writeFlags(copied.flags())),
                _ -> "can-xem-lai.json",
                sending,
                ids -> new PlanCommand.DraftPlan(
                        plan,
                        unit,
                        new DraftSource(
                                DraftSource.Kind.COPY, null, ids.get(PROPOSAL), earlier.id(), Set.of(), List.of()),
                        copied.details(),
                        copied.tasks()));
    }

    /** Begins a draft with what a plan above gives the unit to do. */
    public Accepted fromAbove(String plan, Directory.Unit unit, Plans.Plan above, LocalDate today, Sending sending) {
        Set<String> words = new LinkedHashSet<>();
        above.tasks().stream()
                .flatMap(task -> task.content().assignees())
                .filter(assignee -> assignee.targets().isEmpty())
                .forEach(assignee -> words.add(assignee.words()));
        FromAbove taken = new FromAbove(
                unit, id -> tree.answering(id, today).equals(unit.id()), meanings.named(above.unit(), words, today));
        String issuer =
                directory.unit(above.unit(), today).map(Directory.Unit::name).orElse(null);
        return send(
                new PlanCommand.DraftPlan(
                        plan,
                        unit.id(),
                        DraftSource.above(above.id()),
                        FromAbove.details(above, issuer),
                        taken.tasks(above)),
                sending);
    }

    /**
     * Takes values over as they were read.
     *
     * @param fields and tasks: if both are empty, all that waits is meant
     */
    public PlanCommand.ReviseDraft accepting(
            Draft draft, @Nullable Collection<PlanField> fields, @Nullable Collection<Integer> tasks, LocalDate today) {
        ProposedValues values =
                proposal(draft).map(ProposedValues::of).orElse(new ProposedValues(PlanDetails.empty(), List.of()));
        return new Accepting(draft, values, meanings, linked::linked, today).command(fields, tasks);
    }

    /** The document it was read from; empty without one, and when the draft was given up. */
    public Optional<FileContent> document(Draft draft) {
        return draft.state() == DraftsQueries.State.DISCARDED
                ? Optional.empty()
                : Optional.ofNullable(draft.source().file()).flatMap(files::open);
    }

    /** What was read from its document; empty if it has none. */
    public Optional<PlanProposal> proposal(Draft draft) {
        return draft.source().kind() == DraftSource.Kind.DOCUMENT ? file(draft, ProposalFile::read) : Optional.empty();
    }

    /** What is to be looked at in a copy, as long as nobody has changed the value. */
    public List<CopyFlag> flags(Draft draft) {
        return draft.source().kind() == DraftSource.Kind.COPY
                ? file(draft, ProposalFile::readFlags)
                        .map(flags -> new OpenFlags(draft).among(flags))
                        .orElse(List.of())
                : List.of();
    }

    private <T> Optional<T> file(Draft draft, Function<InputStream, T> read) {
        return Optional.ofNullable(draft.source().proposal())
                .flatMap(files::open)
                .map(content -> {
                    try (content) {
                        return read.apply(content.bytes());
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    /** The files first, so that the event never names one that is not there; if it is refused, they go. */
    private Accepted withFiles(
            String plan,
            Map<String, byte[]> wanted,
            UnaryOperator<String> name,
            Sending sending,
            Function<Map<String, String>, PlanCommand.DraftPlan> command)
            throws IOException {
        Map<String, String> ids = new LinkedHashMap<>();
        boolean kept = false;
        try {
            for (Map.Entry<String, byte[]> file : wanted.entrySet()) {
                String id = files.upload(
                                new ByteArrayInputStream(file.getValue()),
                                name.apply(file.getKey()),
                                sending.act().actor(),
                                ANY)
                        .id();
                ids.put(file.getKey(), id);
                files.refer(id, "plan:" + plan);
            }
            // from here on nobody can tell whether it was taken, unless it says so
            kept = true;
            Accepted accepted = send(command.apply(ids), sending);
            kept = !accepted.repeated();
            return accepted;
        } catch (RejectedException | VersionMismatchException | ConflictException | OnceKeyReusedException e) {
            kept = false;
            throw e;
        } catch (StoreUnavailableException e) {
            kept = e.outcome() == StoreUnavailableException.Outcome.UNKNOWN;
            throw e;
        } finally {
            if (!kept) {
                ids.values().forEach(files::erase);
            }
        }
    }

    private Accepted send(PlanCommand command, Sending sending) {
        return commands.send(command, sending.act(), sending.once(), sending.expected());
    }
}
