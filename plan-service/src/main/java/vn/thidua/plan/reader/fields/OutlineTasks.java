package vn.thidua.plan.reader.fields;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.reader.grammar.DeadlineGrammar;
import vn.thidua.plan.reader.grammar.Fold;
import vn.thidua.plan.reader.grammar.UnitPhrases;
import vn.thidua.plan.reader.intake.Budget;
import vn.thidua.plan.reader.source.Passage;
import vn.thidua.plan.reader.structure.Outline;
import vn.thidua.plan.reader.structure.Outline.Node;
import vn.thidua.plan.reader.structure.SectionRole;

/** Tasks of a plan without a task table: the items of its content, and what it assigns under "Tổ chức thực hiện". */
final class OutlineTasks {
    private static final int LONGEST_HEADING = 230;
    private static final Pattern PERIOD = Pattern.compile(
            "^\\W*(?:trong\\s+)?(?:quý\\s*(?:iv|iii|ii|i|[1-4])|tháng\\s*\\d{1,2}|6 tháng (?:đầu|cuối) năm)[^\\p{L}\\d]{0,3}(?:[/,;&-]|và|năm|đến|tháng|quý|\\d|\\s|iv|iii|ii|i)*\\W*$");
    private static final Pattern PERIOD_FIRST = Pattern.compile(
            "^\\W*(?:trong\\s+)?(quý\\s*(?:iv|iii|ii|i|[1-4])(?:\\s*(?:[,;&-]|và)\\s*(?:quý\\s*)?(?:iv|iii|ii|i|[1-4])(?!\\p{L}))*+(?:\\s*(?:/|năm)\\s*\\d{4})?"
                    + "|tháng\\s*\\d{1,2}(?:\\s*(?:[-+,/]|và|đến|năm)\\s*(?:tháng\\s*)?\\d{1,4})*+"
                    + "|(?:đến|trước|chậm nhất|từ|ngày)\\s(?:[^:;.\\d]{0,20}\\d{1,2}/\\d{1,2}(?:/\\d{4})?){1,2})\\s*:\\s*(?=\\S)");
    private static final Pattern DEADLINE = Pattern.compile(
            "từ tháng\\s+\\d{1,2}(?:/\\d{4})?\\s+đến\\s+(?:hết\\s+)?tháng\\s+\\d{1,2}|(?:hoàn thành |xong |gửi [^.;]{0,60})?(?:trước|chậm nhất|muộn nhất|từ nay đến|đến hết|hết|từ)(?:\\s+(?:là|vào))*+\\s+(?:\\d{1,2}\\s?(?:giờ|h)\\s?\\d{0,2},?\\s+)?(?:ngày\\s+)?\\d{1,2}\\s?[/.-]\\s?\\d{1,2}|(?:trước|chậm nhất|trong|đến hết|hết|vào)\\s+(?:tháng\\s+\\d{1,2}|quý\\s+(?:iv|iii|ii|i|[1-4]))|(?:trước|chậm nhất|muộn nhất|đến hết|hết|vào|từ)(?:\\s+(?:là|vào))*+\\s+ngày\\s+\\d{1,2}");
    private static final Pattern PURPOSE = Pattern.compile(
            "^(?:mục đích|yêu cầu|quan điểm|mục tiêu|nguyên tắc|căn cứ|chủ đề|khẩu hiệu|phương châm|đặc điểm|tình hình|chỉ tiêu)(?!\\p{L})");
    /** Facts about an event, not things to do. */
    private static final Pattern DESCRIPTION = Pattern.compile(
            "^(?:thời gian|địa điểm|thành phần|đối tượng|hình thức|kinh phí|số lượng|quy mô)(?:[^:.;]{0,40}:|\\s*$)");

    private static final Pattern ASSIGNMENT = Pattern.compile("^(?:giao|đề nghị|yêu cầu|phân công)\\s");

    private static final Pattern ANOTHER_DATE =
            Pattern.compile("^[^.;]*(?:và|,) (?:trước )?(?:ngày )?\\d{1,2}/\\d{1,2}");

    /** No task is nearly as long; behind that nobody looks for who and when. */
    private static final int LONGEST_READ = 20_000;

    /** Brackets at the end of an item are looked for in its last characters. */
    private static final int LONGEST_BRACKET = 400;

    private final int planYear;
    private final Budget budget;
    private final List<TaskDraft> tasks = new ArrayList<>();

    private OutlineTasks(int planYear, Budget budget) {
        this.planYear = planYear;
        this.budget = budget;
    }

    static List<TaskDraft> read(Outline outline, int planYear, Budget budget) {
        OutlineTasks reader = new OutlineTasks(planYear, budget);
        reader.sections(outline.sections());
        if (reader.tasks.isEmpty()) {
            // no section says what it is for: then the items themselves are what is to be done
            reader.content(outline.root());
        }
        if (reader.tasks.isEmpty()) {
            reader.loose(outline.root());
        }
        return reader.tasks;
    }

    private void sections(List<Node> sections) {
        for (int i = 0; i < sections.size(); i++) {
            Node section = sections.get(i);
            SectionRole role = SectionRole.of(section.words());
            boolean wrapsSections = role == SectionRole.UNKNOWN
                    && section.numbered().stream()
                            .anyMatch(child -> SectionRole.of(child.words()) == SectionRole.PURPOSE);
            if (wrapsSections && section.numbered().size() > 1) {
                sections(section.numbered());
            } else if (role == SectionRole.IMPLEMENTATION) {
                assignments(section);
            } else if (role == SectionRole.CONTENT
                    || role == SectionRole.UNKNOWN && !section.children().isEmpty()) {
                content(section);
            }
        }
    }

    private void content(Node section) {
        List<Node> numbered = section.numbered();
        if (numbered.isEmpty()) {
            periodic(section, null);
            return;
        }
        for (Node item : numbered) {
            item(item, null);
        }
    }

    private void item(Node item, @Nullable Period outer) {
        budget.check();
        String lower = Fold.lower(item.words());
        boolean purpose =
                PURPOSE.matcher(lower).lookingAt() && (!item.children().isEmpty() || !endsSentence(item.words()));
        if (purpose || DESCRIPTION.matcher(lower).find()) {
            return;
        }
        Period period = isPeriod(item.words()) ? Period.of(outer, item.words()) : outer;
        if (isLabelled(item)) {
            labelled(item, period);
            return;
        }
        List<Node> numbered = item.numbered();
        boolean heading = item.words().length() < LONGEST_HEADING || endsWithColon(item.words());
        if (!numbered.isEmpty() && heading) {
            for (Node child : numbered) {
                item(child, period);
            }
            return;
        }
        if (isPeriod(item.words()) && numbered.isEmpty() && !item.bullets().isEmpty()) {
            periodic(item, period);
            return;
        }
        add(item, item.everything(), period);
    }

    /** Bullets and paragraphs below a heading, some of them headings of months themselves. */
    private void periodic(Node section, @Nullable Period outer) {
        Period period = outer;
        if (isLabelled(section)) {
            labelled(section, period);
            return;
        }
        for (Outline.Entry entry : section.inOrder()) {
            Passage paragraph = entry.paragraph();
            Node bullet = entry.child();
            if (paragraph != null) {
                if (isPeriod(paragraph)) {
                    period = Period.of(outer, paragraph);
                } else if (section.bullets().isEmpty()) {
                    paragraphTask(section, paragraph, period);
                }
            } else if (bullet != null && isPeriod(bullet.words())) {
                period = Period.of(outer, bullet.words());
                for (Passage below : bullet.paragraphs()) {
                    paragraphTask(section, below, period);
                }
            } else if (bullet != null) {
                paragraphTask(section, bullet.everything(), period);
            }
        }
    }

    /** "Tháng 01: Tổ chức ...": the period leads, the rest is the task. */
    private void paragraphTask(Node section, Passage words, @Nullable Period period) {
        Matcher first = PERIOD_FIRST.matcher(Fold.lower(words));
        if (first.find()) {
            Passage inner = words.sub(first.start(1), first.end(1));
            addTask(null, words.from(first.end()).strip(), Period.of(period, inner));
        } else {
            addTask(null, words, period);
        }
    }

    private void assignments(Node section) {
        List<Node> numbered = section.numbered();
        for (Passage paragraph : section.paragraphs()) {
            budget.check();
            if (numbered.isEmpty() && isAssignment(paragraph)) {
                addTask(null, paragraph, null);
            }
        }
        for (Node item : numbered) {
            boolean unitHeading = UnitPhrases.beginsAt(Fold.lower(item.words()), 0) || isAssignment(item.words());
            if (!item.numbered().isEmpty() && !unitHeading && item.words().length() < LONGEST_HEADING) {
                for (Node child : item.numbered()) {
                    add(child, child.everything(), null);
                }
            } else {
                add(item, item.everything(), null);
            }
        }
        if (numbered.isEmpty()) {
            for (Node bullet : section.bullets()) {
                addTask(null, bullet.everything(), null);
            }
        }
    }

    private static boolean isAssignment(Passage words) {
        String lower = Fold.lower(words);
        return ASSIGNMENT.matcher(lower).find() || UnitPhrases.beginsAt(lower, 0);
    }

    private void loose(Node root) {
        for (Passage paragraph : root.paragraphs()) {
            budget.check();
            if (PERIOD_FIRST.matcher(Fold.lower(paragraph)).find() || isAssignment(paragraph)) {
                paragraphTask(root, paragraph, null);
            }
        }
    }

    private static boolean isPeriod(Passage words) {
        return words.length() < 50 && PERIOD.matcher(Fold.lower(words)).matches();
    }

    private static boolean endsSentence(Passage words) {
        return !words.isEmpty() && ".;".indexOf(words.charAt(words.length() - 1)) >= 0;
    }

    private static boolean endsWithColon(Passage words) {
        return !words.isEmpty() && words.charAt(words.length() - 1) == ':';
    }

    private void add(Node item, Passage text, @Nullable Period period) {
        Responsible heading = Responsible.ofHeading(item.words(), text);
        Matcher first = PERIOD_FIRST.matcher(Fold.lower(text));
        if (first.find()) {
            Passage inner = text.sub(first.start(1), first.end(1));
            addTask(item, text.from(first.end()).strip(), Period.of(period, inner), heading);
        } else {
            addTask(item, text, period, heading);
        }
    }

    private boolean isLabelled(Node item) {
        int labels = 0;
        for (Node bullet : item.bullets()) {
            budget.check();
            labels += Labels.of(bullet.words()).parts().isEmpty() ? 0 : 1;
        }
        for (Passage paragraph : item.paragraphs()) {
            budget.check();
            labels += Labels.of(paragraph).parts().isEmpty() ? 0 : 1;
        }
        return labels >= 2
                || labels == 1 && item.bullets().size() + item.paragraphs().size() == 1;
    }

    private void labelled(Node item, @Nullable Period period) {
        List<Passage> lines = new ArrayList<>();
        List<Passage> text = new ArrayList<>();
        text.add(item.words());
        lines.addAll(item.paragraphs());
        item.bullets().forEach(bullet -> lines.add(bullet.everything()));
        List<Labels.Part> parts = new ArrayList<>();
        Passage content = null;
        for (Passage line : lines) {
            budget.check();
            Labels.Labelled labelled = Labels.of(line);
            parts.addAll(labelled.parts());
            if (!labelled.before().isEmpty()
                    && (labelled.parts().isEmpty() || labelled.before().length() > 20)) {
                text.add(labelled.before());
            }
            content = content == null ? labelled.value(Labels.Kind.CONTENT) : content;
        }
        Labels.Labelled all = new Labels.Labelled(Passage.EMPTY, parts);
        Passage time = all.value(Labels.Kind.TIME);
        Passage words = content != null
                        && (text.size() == 1 && item.words().length() < 30
                                || item.words().isEmpty())
                ? content
                : Passage.join(text, " ");
        if (content != null && words != content) {
            words = Passage.join(List.of(words, content), " ");
        }
        Responsible who = new Responsible(
                all.units(Labels.Kind.LEAD), all.units(Labels.Kind.EXECUTOR), all.units(Labels.Kind.COORDINATOR));
        Passage deadline = time != null ? time : period == null ? Passage.EMPTY : period.words();
        tasks.add(TaskDraft.of(item, words, deadline, quarterAt(deadline, period), window(deadline, period), who));
    }

    private void addTask(@Nullable Node item, Passage words, @Nullable Period period) {
        addTask(item, words, period, Responsible.NOBODY);
    }

    private void addTask(@Nullable Node item, Passage words, @Nullable Period period, Responsible heading) {
        budget.check();
        Passage text = TableTasks.withoutDash(words);
        if (text.length() < 8) {
            return;
        }
        Passage head = text.sub(0, Math.min(text.length(), LONGEST_READ));
        Labels.Labelled labelled = Labels.of(head);
        Responsible who = heading.isNobody() ? Responsible.of(head) : heading;
        Passage time = null;
        if (!labelled.parts().isEmpty() && labelled.before().length() > 12) {
            text = withoutOpenBracket(labelled.before());
            time = labelled.value(Labels.Kind.TIME);
            List<Passage> lead = labelled.units(Labels.Kind.LEAD);
            List<Passage> executors = labelled.units(Labels.Kind.EXECUTOR);
            List<Passage> coordinators = labelled.units(Labels.Kind.COORDINATOR);
            who = new Responsible(
                    lead.isEmpty() ? who.lead() : lead,
                    executors.isEmpty() ? who.executors() : executors,
                    coordinators.isEmpty() ? who.coordinators() : coordinators);
        }
        ClosingBracket bracket = ClosingBracket.of(words.from(Math.max(0, words.length() - LONGEST_BRACKET)));
        if (bracket != null) {
            Responsible inside = bracket.who();
            who = inside.isNobody() ? who : inside;
            time = bracket.deadline().isEmpty() ? time : bracket.deadline();
            text = TableTasks.withoutDash(words);
        }
        Passage deadline = time != null ? time : deadline(text.sub(0, Math.min(text.length(), LONGEST_READ)));
        if (deadline.isEmpty() && period != null) {
            deadline = period.words();
        }
        tasks.add(TaskDraft.of(item, text, deadline, quarterAt(deadline, period), window(deadline, period), who));
    }

    /** The window of the deadline, in the quarter of the heading above it. */
    private DeadlineGrammar.@Nullable Window window(Passage deadline, @Nullable Period period) {
        DeadlineGrammar.Window window = deadline.isEmpty() ? null : DeadlineGrammar.read(deadline.toString(), planYear);
        if (window == null || window.quarter() != null || period == null || period.quarter() == null) {
            return window;
        }
        return new DeadlineGrammar.Window(period.quarter(), window.from(), window.to(), window.start(), window.end());
    }

    /** The words that name the quarter: those of the deadline, else of the heading. */
    private Passage quarterAt(Passage deadline, @Nullable Period period) {
        DeadlineGrammar.Window own = deadline.isEmpty() ? null : DeadlineGrammar.read(deadline.toString(), planYear);
        return own != null && own.quarter() != null || period == null ? deadline : period.quarterAt();
    }

    /**
     * The heading tasks stand under.
     *
     * @param quarter of this heading or of one around it
     * @param quarterAt the heading that names the quarter
     */
    private record Period(Passage words, @Nullable Integer quarter, Passage quarterAt) {
        static Period of(@Nullable Period outer, Passage words) {
            Integer own = DeadlineGrammar.quarterHeading(words.toString());
            return own != null || outer == null
                    ? new Period(words, own, words)
                    : new Period(words, outer.quarter(), outer.quarterAt());
        }
    }

    private static Passage withoutOpenBracket(Passage text) {
        int end = text.length();
        while (end > 0 && "( ".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.sub(0, end);
    }

    /** The words of the only deadline of a sentence; several of them say nothing about the whole. */
    private static Passage deadline(Passage text) {
        String lower = Fold.lower(text);
        Matcher matcher = DEADLINE.matcher(lower);
        Passage found = Passage.EMPTY;
        int at = 0;
        while (matcher.find(at)) {
            if (!found.isEmpty()) {
                return Passage.EMPTY;
            }
            int end = phraseEnd(lower, matcher.end());
            if (ANOTHER_DATE
                    .matcher(lower.substring(end, Math.min(lower.length(), end + 90)))
                    .find()) {
                return Passage.EMPTY;
            }
            found = text.sub(matcher.start(), end).strip();
            at = end;
        }
        return found;
    }

    private static int phraseEnd(String lower, int from) {
        Matcher rest = Pattern.compile(
                        "^(?:[\\d/.-]|\\s?(?:/|năm|tháng|đến|hết|ngày)\\s?(?=\\d|ngày|hết|tháng)|\\s+và\\s+(?=\\d{1,2}/)|\\s(?=\\d{1,2}[/.-])|\\s?-\\s?(?=\\d))*")
                .matcher(lower.substring(from, Math.min(lower.length(), from + 60)));
        int end = from + (rest.find() ? rest.end() : 0);
        while (end > from && ".,-".indexOf(lower.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }
}
