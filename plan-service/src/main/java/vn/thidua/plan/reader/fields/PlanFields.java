package vn.thidua.plan.reader.fields;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.reader.grammar.CitationGrammar.Citation;
import vn.thidua.plan.reader.grammar.Fold;
import vn.thidua.plan.reader.intake.Budget;
import vn.thidua.plan.reader.source.Passage;
import vn.thidua.plan.reader.structure.Element;
import vn.thidua.plan.reader.structure.Flow;
import vn.thidua.plan.reader.structure.Grid;
import vn.thidua.plan.reader.structure.Outline;
import vn.thidua.plan.reader.structure.PlanZones;
import vn.thidua.plan.reader.structure.TableRoles.Role;

/** All fields of a plan, every word still bound to its place. */
final class PlanFields {
    private static final Pattern YEAR = Pattern.compile(
            "năm\\s+(?:học\\s+)?((?:19|20)\\d{2})|(?<![\\d/.-])(?<!\\d ?[-–] ?)((?:20)\\d{2})(?!\\d)(?!\\s*[-–]\\s*\\d)");
    private static final Pattern OWN_PLAN =
            Pattern.compile("(?:ban hành|xây dựng|triển khai|lập)(?: thực hiện)? kế hoạch(?! số)");
    private static final Pattern OWN_YEAR =
            Pattern.compile("(?<!tháng \\d )(?<!tháng \\d\\d )năm\\s+(20\\d{2})(?!\\s*[-–]\\s*\\d)");
    private static final Pattern PERIOD = Pattern.compile("giai đoạn|nhiệm kỳ");
    private static final int OLDEST = 1990;
    /** The place and date below a plan stand beside its signature. */
    private static final int MOST_CLOSING_LINES = 200;

    final PlanZones zones;
    final Budget budget;
    final HeaderFields.@Nullable DocumentNumber number;
    final HeaderFields.PlaceAndDate placeAndDate;
    final Passage title;
    final Passage yearAt;
    final int planYear;
    final IssuingUnit.@Nullable Issuer issuer;
    final @Nullable Passage theme;
    final List<Citation> bases;
    final List<Citation> implemented;
    final Outline outline;
    final List<TaskDraft> tasks;
    final List<Passage> campaigns;
    final List<Targets.Target> targets;
    final List<Reports.Report> reports;
    final ClosingFields closing;
    final List<Passage> paragraphs;

    PlanFields(PlanZones zones, Budget budget) {
        this.zones = zones;
        this.budget = budget;
        List<Element.Line> header = zones.header();
        boolean ownHeader = HeaderFields.number(header) != null
                || !HeaderFields.placeAndDate(header).isNone();
        PlanZones decision = zones.promulgation();
        if (!ownHeader && decision != null) {
            header = decision.header();
        }
        number = HeaderFields.number(header);
        HeaderFields.PlaceAndDate inHeader = HeaderFields.placeAndDate(header);
        placeAndDate = inHeader.isNone()
                ? HeaderFields.placeAndDate(zones.closing()
                        .subList(0, Math.min(MOST_CLOSING_LINES, zones.closing().size())))
                : inHeader;
        title = Passage.join(zones.title(), " ");
        PreambleFields preamble = PreambleFields.of(zones.preamble(), budget);
        PreambleFields above = decision == null ? preamble : PreambleFields.of(decision.preamble(), budget);
        bases = preamble.bases().isEmpty() ? above.bases() : preamble.bases();
        implemented = preamble.implemented().isEmpty() ? above.implemented() : preamble.implemented();
        yearAt = yearAt(placeAndDate.year());
        planYear = yearAt.isEmpty() ? 0 : Integer.parseInt(yearAt.toString());
        budget.check();
        paragraphs = paragraphs();
        issuer = IssuingUnit.of(header, paragraphs, annexHeader(), placeAndDate.place(), budget);
        theme = Themes.find(zones.title(), paragraphs, planYear, budget);
        outline = Outline.of(zones.body(), budget);
        budget.check();
        tasks = tasks(budget);
        budget.check();
        List<Passage> named = new ArrayList<>(List.of(title));
        named.addAll(withTables());
        campaigns = Campaigns.find(named, theme, budget);
        budget.check();
        targets = Targets.find(withTables(), budget);
        budget.check();
        reports = Reports.find(bodyParagraphs(), tasks, planYear, budget);
        ClosingFields own = ClosingFields.of(zones.closing(), budget);
        closing = own.isEmpty() && decision != null ? ClosingFields.of(decision.closing(), budget) : own;
    }

    private List<TaskDraft> tasks(Budget budget) {
        List<TaskDraft> found = new ArrayList<>();
        for (Element element : zones.all()) {
            if (element instanceof Element.DataTable table && table.roles().isTasks()) {
                budget.check();
                found.addAll(TableTasks.read(table.grid(), table.roles(), planYear, budget));
            }
        }
        return found.isEmpty() ? OutlineTasks.read(outline, planYear, budget) : found;
    }

    /** The year of the title; without one that of the preamble, then that of the issue. */
    private Passage yearAt(Passage issueYear) {
        List<Passage> candidates = new ArrayList<>(zones.title());
        for (Element.Line line : zones.preamble()) {
            if (OWN_PLAN.matcher(Fold.lower(line.words())).find()) {
                candidates.add(line.words());
            }
        }
        for (Passage candidate : zones.title()) {
            Passage year = year(candidate);
            if (!year.isEmpty()) {
                return year;
            }
        }
        for (Passage candidate : candidates) {
            Passage year = subjectYear(candidate);
            if (!year.isEmpty()) {
                return year;
            }
        }
        return issueYear;
    }

    private static Passage year(Passage words) {
        String lower = Fold.lower(words);
        Matcher matcher = YEAR.matcher(lower);
        Passage found = Passage.EMPTY;
        while (matcher.find()) {
            int group = matcher.group(1) != null ? 1 : 2;
            boolean period = PERIOD.matcher(lower.substring(Math.max(0, matcher.start() - 12), matcher.start()))
                            .find()
                    || lower.substring(0, matcher.start(group)).matches(".*\\d{4}\\s*[-–]\\s*$")
                            && PERIOD.matcher(lower).find();
            boolean date = matcher.start() > 0 && "/.-".indexOf(lower.charAt(matcher.start() - 1)) >= 0;
            boolean named = group == 1;
            if (!period && !date && Integer.parseInt(matcher.group(group)) > OLDEST && (named || found.isEmpty())) {
                found = words.sub(matcher.start(group), matcher.end(group));
                if (named && lower.substring(matcher.start(), matcher.end()).contains("học")) {
                    return found;
                }
            }
        }
        return found;
    }

    /** "... công tác thi đua, khen thưởng năm 2024, UBND xã xây dựng Kế hoạch ...": the year beside the plan's name. */
    private static Passage subjectYear(Passage words) {
        String lower = Fold.lower(words);
        Matcher own = OWN_PLAN.matcher(lower);
        if (!own.find()) {
            return Passage.EMPTY;
        }
        Passage found = Passage.EMPTY;
        Matcher year = OWN_YEAR.matcher(lower);
        while (year.find()) {
            boolean behind = year.start() > own.start();
            if (!found.isEmpty() && behind && year.start() - own.end() > 160) {
                break;
            }
            found = words.sub(year.start(1), year.end(1));
            if (behind) {
                break;
            }
        }
        return found;
    }

    private List<Passage> paragraphs() {
        List<Passage> found = new ArrayList<>();
        for (Element.Line line : zones.preamble()) {
            found.add(line.words());
        }
        found.addAll(bodyParagraphs());
        return found;
    }

    private List<Passage> bodyParagraphs() {
        List<Passage> found = new ArrayList<>();
        for (Element element : zones.body()) {
            if (element instanceof Element.Line line) {
                found.add(line.words());
            }
        }
        return found;
    }

    private List<Passage> withTables() {
        List<Passage> found = new ArrayList<>(paragraphs);
        for (Element element : zones.all()) {
            if (element instanceof Element.DataTable table && table.roles().isTasks()) {
                Grid grid = table.grid();
                int content = table.roles().column(Role.CONTENT);
                for (int row = table.roles().firstDataRow(); row < grid.height(); row++) {
                    Grid.Cell cell = grid.cell(row, content);
                    if (!cell.isEmpty() && !cell.merged() && !cell.covered()) {
                        found.addAll(Flow.pieces(cell.words()));
                    }
                }
            }
        }
        return found;
    }

    private List<Element.Line> annexHeader() {
        List<Element.Line> found = new ArrayList<>();
        for (Element element : zones.annexes()) {
            if (element instanceof Element.Line line && found.size() < 8) {
                found.add(line);
            }
        }
        return found;
    }
}
