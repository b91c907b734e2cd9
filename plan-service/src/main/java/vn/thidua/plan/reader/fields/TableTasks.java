package vn.thidua.plan.reader.fields;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.reader.grammar.DeadlineGrammar;
import vn.thidua.plan.reader.grammar.Fold;
import vn.thidua.plan.reader.grammar.UnitPhrases;
import vn.thidua.plan.reader.intake.Budget;
import vn.thidua.plan.reader.source.Passage;
import vn.thidua.plan.reader.structure.Grid;
import vn.thidua.plan.reader.structure.TableRoles;
import vn.thidua.plan.reader.structure.TableRoles.Role;

/** The rows of a task table into tasks: group rows, merged cells and rows torn over a page taken into account. */
final class TableTasks {
    private static final Pattern ORDINAL =
            Pattern.compile("^\\(?(?:[\\dlI]{1,3}(?:\\.\\d{1,2})*+|[IVXivx]{1,5}(?:\\.\\d{1,2})*+|[A-Za-zĐđ])[.)/-]?$");
    private static final Pattern GROUP_ORDINAL = Pattern.compile("^(?:[IVX]{1,5}|[A-HĐ])[.)/]?$");
    /** "as above" in a cell. */
    private static final Pattern DITTO = Pattern.compile("-?\\s*(?:nt|n\\.t|như trên|//|\"|''|như nt)\\s*-?\\.?");

    private static final Pattern SENTENCE_END = Pattern.compile("[.;!?][”\"’)*]*$");

    private static final int LONGEST_READ = 20_000;

    private final Grid grid;
    private final TableRoles roles;
    private final int planYear;
    private final List<Row> rows = new ArrayList<>();
    private @Nullable Passage period;

    /** A task under construction: the words of every column so far. */
    private record Row(
            Passage ordinal,
            List<Passage> text,
            List<List<Passage>> cells,
            @Nullable Passage period) {}

    private TableTasks(Grid grid, TableRoles roles, int planYear) {
        this.grid = grid;
        this.roles = roles;
        this.planYear = planYear;
    }

    static List<TaskDraft> read(Grid grid, TableRoles roles, int planYear, Budget budget) {
        TableTasks table = new TableTasks(grid, roles, planYear);
        table.readRows(budget);
        List<TaskDraft> tasks = new ArrayList<>();
        for (Row row : table.rows) {
            budget.check();
            tasks.add(table.task(row));
        }
        return tasks;
    }

    private void readRows(Budget budget) {
        Set<String> headings = new HashSet<>();
        for (int row = 0; row < roles.firstDataRow(); row++) {
            headings.add(grid.key(row));
        }
        boolean torn = false;
        for (int row = roles.firstDataRow(); row < grid.height(); row++) {
            budget.check();
            if (headings.contains(grid.key(row)) || isHeadingAgain(row)) {
                torn = true;
            } else if (!grid.ownWords(row).isEmpty()) {
                row(row, torn);
                torn = false;
            }
        }
    }

    /** A repeated heading that was read a little differently: its cells still say what the columns are for. */
    private boolean isHeadingAgain(int row) {
        int content = roles.column(Role.CONTENT);
        return roles.firstDataRow() > 0
                && !grid.cell(row, content).isEmpty()
                && Fold.key(grid.cell(row, content).words()).equals(Fold.key(roles.heading(content)));
    }

    private void row(int row, boolean torn) {
        int ordinalColumn = roles.column(Role.ORDINAL);
        int contentColumn = roles.column(Role.CONTENT);
        Grid.Cell ordinalCell = ordinalColumn < 0 ? null : grid.cell(row, ordinalColumn);
        Grid.Cell content = grid.cell(row, contentColumn);
        List<Passage> own = grid.ownWords(row);
        if (isGroup(row, own, ordinalCell)) {
            group(own);
            return;
        }
        Passage ordinal = ordinalCell == null || ordinalCell.merged() ? Passage.EMPTY : ordinalCell.words();
        if (!ordinal.isEmpty()
                && !ORDINAL.matcher(ordinal.toString().replace(" ", "")).matches()
                && content.isEmpty()) {
            return;
        }
        boolean sharesOrdinal = ordinalCell != null && ordinalCell.merged();
        boolean sharesContent = content.merged();
        if (!rows.isEmpty() && (sharesContent || goesOn(content, ordinal, ordinalCell, torn, own.size()))) {
            addTo(rows.getLast(), row);
            return;
        }
        if (content.isEmpty()) {
            return;
        }
        List<List<Passage>> cells = new ArrayList<>();
        for (int column = 0; column < grid.width(); column++) {
            Grid.Cell cell = grid.cell(row, column);
            List<Passage> lines = cell.covered() && !coversRole(column) ? List.of() : cell.lines();
            boolean ditto = !rows.isEmpty()
                    && lines.size() == 1
                    && DITTO.matcher(Fold.lower(lines.getFirst())).matches();
            boolean above = lines.isEmpty()
                    && !rows.isEmpty()
                    && roles.role(column) == Role.TIME
                    && column < contentColumn
                    && ordinalColumn < 0;
            cells.add(new ArrayList<>(ditto || above ? rows.getLast().cells().get(column) : lines));
        }
        Passage shared = sharesOrdinal && !rows.isEmpty() ? rows.getLast().ordinal() : ordinal;
        rows.add(new Row(shared, new ArrayList<>(content.lines()), cells, period));
    }

    /** A cell over two columns of responsible units speaks for the first of them only. */
    private boolean coversRole(int column) {
        return roles.role(column) == Role.PERIOD;
    }

    private boolean isGroup(int row, List<Passage> own, Grid.@Nullable Cell ordinalCell) {
        if (own.size() == 1 && (ordinalCell == null || !ordinalCell.isEmpty() || spansAlmostAll(row))) {
            boolean oneCell = !grid.cell(row, 0).merged();
            return oneCell
                            && (spansAlmostAll(row)
                                    || ordinalCell != null && !ordinalCell.isEmpty() && !ordinalCell.merged())
                    || isPeriod(own.getFirst());
        }
        if (own.size() == 1) {
            return isPeriod(own.getFirst());
        }
        return own.size() == 2
                && ordinalCell != null
                && !ordinalCell.merged()
                && GROUP_ORDINAL.matcher(ordinalCell.words()).matches()
                && !grid.cell(row, roles.column(Role.CONTENT)).isEmpty();
    }

    private boolean spansAlmostAll(int row) {
        int covered = 0;
        for (int column = 0; column < grid.width(); column++) {
            covered += grid.cell(row, column).covered() ? 1 : 0;
        }
        return covered >= grid.width() - 2 && covered > 0;
    }

    private boolean isPeriod(Passage words) {
        return words.length() < 40
                && (DeadlineGrammar.quarterHeading(words.toString()) != null
                        || Fold.lower(words).strip().matches("^\\W*tháng\\s*\\d{1,2}.*"));
    }

    private void group(List<Passage> own) {
        Passage words = own.getLast();
        if (words.length() < 80 && DeadlineGrammar.read(words.toString(), planYear) != null) {
            period = words;
        } else if (roles.column(Role.TIME) >= 0) {
            // a heading of a subject ends the quarter above it only where the table goes by subject
            period = period != null && rows.isEmpty() ? period : null;
        }
    }

    private boolean goesOn(
            Grid.Cell content, Passage ordinal, Grid.@Nullable Cell ordinalCell, boolean torn, int ownWords) {
        if (ordinalCell == null && !content.isEmpty()) {
            Passage above = Passage.join(rows.getLast().text(), " ");
            return Character.isLowerCase(content.words().charAt(0))
                    && !SENTENCE_END
                            .matcher(above.from(Math.max(0, above.length() - 6)))
                            .find();
        }
        if (!ordinal.isEmpty() || ordinalCell == null || ordinalCell.merged()) {
            return torn && ordinal.isEmpty() && ordinalCell != null && !ordinalCell.merged();
        }
        if (torn || content.isEmpty()) {
            return true;
        }
        Passage words = content.words();
        Row before = rows.getLast();
        Passage last = before.text().isEmpty() ? Passage.EMPTY : before.text().getLast();
        boolean open =
                !SENTENCE_END.matcher(last.from(Math.max(0, last.length() - 6))).find();
        boolean lower = Character.isLowerCase(words.charAt(0));
        // a dash may be one inside of a name that the end of the page has cut
        return lower || open && ownWords == 1;
    }

    private void addTo(Row before, int row) {
        for (int column = 0; column < grid.width(); column++) {
            Grid.Cell cell = grid.cell(row, column);
            if (cell.isEmpty() || cell.merged() || cell.covered()) {
                continue;
            }
            if (roles.role(column) == Role.CONTENT) {
                goOn(before.text(), cell.lines());
            } else if (roles.role(column) != Role.ORDINAL) {
                goOn(before.cells().get(column), cell.lines());
            }
        }
    }

    /** The first line below goes on with the last one above unless it begins something new. */
    private static void goOn(List<Passage> above, List<Passage> below) {
        for (int i = 0; i < below.size(); i++) {
            Passage line = below.get(i);
            boolean opens = "-+–•".indexOf(line.charAt(0)) >= 0;
            if (i == 0 && !above.isEmpty() && !opens && !endsItem(above.getLast())) {
                above.set(above.size() - 1, Passage.join(List.of(above.getLast(), line), " "));
            } else {
                above.add(line);
            }
        }
    }

    private static boolean endsItem(Passage line) {
        return ";.".indexOf(line.charAt(line.length() - 1)) >= 0;
    }

    /** No cell about who and when is nearly as long. */
    private static List<Passage> head(List<Passage> lines) {
        List<Passage> head = new ArrayList<>();
        int left = LONGEST_READ;
        for (Passage line : lines) {
            if (left > 0) {
                head.add(line.sub(0, Math.min(line.length(), left)));
            }
            left -= line.length();
        }
        return head;
    }

    private TaskDraft task(Row row) {
        List<Passage> lead = new ArrayList<>();
        List<Passage> executors = new ArrayList<>();
        List<Passage> coordinators = new ArrayList<>();
        Passage deadline = Passage.EMPTY;
        for (int column = 0; column < grid.width(); column++) {
            List<Passage> lines = head(row.cells().get(column));
            if (lines.isEmpty()) {
                continue;
            }
            switch (roles.role(column)) {
                case LEAD -> lead.addAll(UnitPhrases.inCell(lines));
                case EXECUTOR -> executors(lines, lead, executors, coordinators);
                case COORDINATOR -> coordinators.addAll(UnitPhrases.inCell(lines));
                case TIME -> deadline = deadline.isEmpty() ? Passage.join(lines, " ") : deadline;
                case ORDINAL, CONTENT, PERIOD, PRODUCT, NOTE, POINTS, OTHER -> {
                    // nothing about who and when
                }
            }
        }
        return finished(row, deadline, new Responsible(lead, executors, coordinators));
    }

    /** A column for everybody may say who does what by labels: "Chủ trì: ...; phối hợp: ...". */
    private static void executors(
            List<Passage> lines, List<Passage> lead, List<Passage> executors, List<Passage> coordinators) {
        Passage all = Passage.join(lines, "\n");
        Labels.Labelled labelled = Labels.of(all);
        if (labelled.parts().isEmpty()) {
            executors.addAll(UnitPhrases.inCell(lines));
            return;
        }
        executors.addAll(UnitPhrases.split(labelled.before()));
        lead.addAll(labelled.units(Labels.Kind.LEAD));
        executors.addAll(labelled.units(Labels.Kind.EXECUTOR));
        coordinators.addAll(labelled.units(Labels.Kind.COORDINATOR));
    }

    private TaskDraft finished(Row row, Passage deadline, Responsible who) {
        Passage text = withoutDash(Passage.join(row.text(), " "));
        Passage words = deadline;
        DeadlineGrammar.Window window = deadline.isEmpty() ? null : DeadlineGrammar.read(timeWords(deadline), planYear);
        if (deadline.isEmpty()) {
            Marked marked = marked(row);
            words = marked.words();
            window = marked.window();
        }
        Integer quarter = window == null ? null : window.quarter();
        Passage quarterAt = words;
        Passage windowAt = words;
        LocalDate from = window == null ? null : window.from();
        LocalDate to = window == null ? null : window.to();
        if (row.period() != null) {
            DeadlineGrammar.Window outer = DeadlineGrammar.read(row.period().toString(), planYear);
            if (window == null && outer != null) {
                words = words.isEmpty() ? row.period() : words;
                quarterAt = row.period();
                windowAt = row.period();
                quarter = outer.quarter();
                from = outer.from();
                to = outer.to();
            } else if (quarter == null && outer != null) {
                quarterAt = row.period();
                quarter = outer.quarter();
            }
        }
        Passage ordinal = UnitPhrases.trimmed(row.ordinal());
        return new TaskDraft(
                ordinal.isEmpty() ? null : ordinal.toString().replaceAll("[\\s.)/]+$", ""),
                ordinal,
                text,
                words,
                windowAt,
                quarterAt,
                quarter,
                from,
                to,
                who.lead(),
                who.executors(),
                who.coordinators(),
                true,
                roles.column(Role.LEAD) >= 0);
    }

    /** A column headed "Quý" holds "II", one headed "Tháng" holds "3". */
    private String timeWords(Passage deadline) {
        String heading = roles.heading(roles.column(Role.TIME));
        String words = deadline.toString();
        if (words.strip().matches("(?i)[ivx]{1,3}|\\d{1,2}(?:\\s*[-,]\\s*\\d{1,2})?(?:/\\d{4})?")) {
            return heading.contains("quý") ? "Quý " + words : heading.contains("tháng") ? "Tháng " + words : words;
        }
        return words;
    }

    private record Marked(Passage words, DeadlineGrammar.@Nullable Window window) {}

    /** Columns for quarters or months: the marked ones say when. */
    private Marked marked(Row row) {
        int first = -1;
        int last = -1;
        for (int column = 0; column < grid.width(); column++) {
            if (roles.role(column) == Role.PERIOD && !row.cells().get(column).isEmpty()) {
                first = first < 0 ? column : first;
                last = column;
            }
        }
        if (first < 0) {
            return new Marked(Passage.EMPTY, null);
        }
        Integer firstQuarter = roles.quarter(first);
        Integer lastQuarter = roles.quarter(last);
        Integer firstMonth = roles.month(first);
        Integer lastMonth = roles.month(last);
        String words = firstQuarter != null && lastQuarter != null
                ? "quý " + firstQuarter + (last > first ? " - " + lastQuarter : "")
                : "tháng " + firstMonth + (last > first ? " - " + lastMonth : "");
        int headings = Math.max(0, roles.firstDataRow() - 1);
        Passage from = grid.cell(headings, first).words();
        Passage at = last > first
                ? Passage.join(List.of(from, grid.cell(headings, last).words()), " - ")
                : from;
        return new Marked(at, DeadlineGrammar.read(words, planYear));
    }

    static Passage withoutDash(Passage text) {
        int from = 0;
        while (from < text.length() && "-–+•* ".indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        return text.from(from);
    }
}
