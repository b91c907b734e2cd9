package vn.thidua.plan.reader.structure;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.reader.grammar.Fold;
import vn.thidua.plan.reader.grammar.OrdinalGrammar;
import vn.thidua.plan.reader.intake.Budget;
import vn.thidua.plan.reader.source.Passage;

/**
 * The zones of the plan, in the order of Decree 30/2020.
 *
 * @param header issuer, number, place and date
 * @param promulgation the decision the plan is issued with ("Ban hành kèm theo Quyết định ..."), or null
 * @param title behind the word "KẾ HOẠCH"; empty when there is no such word
 * @param preamble legal bases and what the plan implements
 * @param body sections, tables among them
 * @param closing recipients and signature
 * @param annexes behind the closing
 * @param others titles of further documents in the same file
 */
public record PlanZones(
        List<Element.Line> header,
        @Nullable PlanZones promulgation,
        List<Passage> title,
        List<Element.Line> preamble,
        List<Element> body,
        List<Element.Line> closing,
        List<Element> annexes,
        List<String> others,
        boolean isPlan) {

    public static PlanZones of(List<Element> elements, Budget budget) {
        return new Splitter(elements, budget).split();
    }

    /** Every line of the plan, those in tables left out. */
    public List<Element> all() {
        List<Element> all = new ArrayList<>(preamble);
        all.addAll(body);
        all.addAll(annexes);
        return all;
    }

    private static final class Splitter {
        private static final int LONGEST_HEADER = 24;
        /** What stands farther from the title than that is no header of it. */
        private static final int MOST_HEADER_LINES = 200;

        private final List<Element> elements;
        private final Budget budget;
        private final List<Integer> starts = new ArrayList<>();
        private final List<Integer> titles = new ArrayList<>();
        private final List<Headings.KindLine> kinds = new ArrayList<>();
        private boolean letter;

        Splitter(List<Element> elements, Budget budget) {
            this.elements = elements;
            this.budget = budget;
        }

        PlanZones split() {
            findDocuments();
            int chosen = choose();
            if (chosen < 0) {
                return zones(0, -1, elements.size(), null, List.of(), false);
            }
            int start = starts.get(chosen);
            int end = chosen + 1 < starts.size() ? endBefore(chosen + 1) : elements.size();
            List<String> others = new ArrayList<>();
            PlanZones promulgation = null;
            for (int i = 0; i < starts.size(); i++) {
                if (i != chosen) {
                    others.add(name(i));
                }
            }
            if (letter) {
                others.addFirst("CÔNG VĂN đứng trước kế hoạch");
            }
            if (chosen > 0 && isPromulgated(titles.get(chosen))) {
                int before = chosen - 1;
                promulgation = zones(starts.get(before), titles.get(before), endBefore(chosen), null, List.of(), false);
            }
            return zones(
                    start,
                    titles.get(chosen),
                    end,
                    promulgation,
                    others,
                    kinds.get(chosen).kind().startsWith("KẾ HOẠCH"));
        }

        /** Where the one before {@code document} ends: behind its own title, wherever the next header seems to begin. */
        private int endBefore(int document) {
            return Math.max(starts.get(document), titles.get(document - 1) + 1);
        }

        private @Nullable Passage words(int i) {
            return elements.get(i) instanceof Element.Line line ? line.words() : null;
        }

        private void findDocuments() {
            boolean closed = true;
            for (int i = 0; i < elements.size(); i++) {
                budget.check();
                Passage words = words(i);
                if (words == null) {
                    continue;
                }
                Headings.KindLine kind = Headings.kind(words);
                if (kind != null && (closed || opensHeader(i) < i) && !isAnnexTitle(i)) {
                    starts.add(titles.isEmpty() ? behindLetter(i) : opensHeader(i));
                    titles.add(i);
                    kinds.add(kind);
                    closed = false;
                }
                closed |= Headings.opensClosing(words) || Headings.isAuthority(words);
            }
        }

        /** A letter without a title line may stand before the first document: its closing tells. */
        private int behindLetter(int title) {
            int closing = -1;
            for (int i = 0; i < title; i++) {
                Passage words = words(i);
                if (words != null && (Headings.opensClosing(words) || Headings.isAuthority(words))) {
                    closing = i;
                }
            }
            for (int i = closing + 1; closing >= 0 && i < title; i++) {
                Passage words = words(i);
                if (words != null
                        && HeaderLines.isHeader(words)
                        && !Headings.isAuthority(words)
                        && !Positions.isPosition(words)) {
                    letter = true;
                    return i;
                }
            }
            return 0;
        }

        /** The first line of the header that stands before the title line {@code i}; {@code i} when there is none. */
        private int opensHeader(int i) {
            int start = i;
            for (int back = i - 1; back >= 0 && i - back <= LONGEST_HEADER; back--) {
                Passage words = words(back);
                if (words == null) {
                    break;
                }
                if (HeaderLines.isHeader(words)) {
                    start = back;
                } else if (words.length() > 60 || Headings.opensClosing(words)) {
                    break;
                }
            }
            return start;
        }

        private boolean isAnnexTitle(int i) {
            for (int back = i - 1; back >= Math.max(0, i - 3); back--) {
                Passage words = words(back);
                if (words != null && Headings.isAnnex(words)) {
                    return true;
                }
            }
            return false;
        }

        private boolean isPromulgated(int title) {
            for (int i = title + 1; i < Math.min(elements.size(), title + 6); i++) {
                Passage words = words(i);
                if (words != null && Headings.isPromulgated(words)) {
                    return true;
                }
            }
            return false;
        }

        private int choose() {
            for (int i = 0; i < kinds.size(); i++) {
                if (kinds.get(i).kind().startsWith("KẾ HOẠCH")) {
                    return i;
                }
            }
            return kinds.isEmpty() ? -1 : 0;
        }

        private String name(int document) {
            int title = titles.get(document);
            StringBuilder name = new StringBuilder(kinds.get(document).kind());
            Passage own = words(title);
            Passage rest = own == null
                    ? Passage.EMPTY
                    : own.from(kinds.get(document).end()).strip();
            Passage next = title + 1 < elements.size() ? words(title + 1) : null;
            if (!rest.isEmpty()) {
                name.append(' ').append(rest);
            } else if (next != null && next.length() < 300) {
                name.append(' ').append(next);
            }
            return name.toString();
        }

        private PlanZones zones(
                int start,
                int titleAt,
                int end,
                @Nullable PlanZones promulgation,
                List<String> others,
                boolean isPlan) {
            int bodyFrom = titleAt < 0 ? firstSection(start, end) : titleAt;
            List<Element.Line> header = titleAt < 0
                    ? lines(start, Math.min(bodyFrom, start + MOST_HEADER_LINES))
                    : lines(Math.max(start, bodyFrom - MOST_HEADER_LINES), bodyFrom);
            List<Passage> title = new ArrayList<>();
            int at = bodyFrom;
            if (titleAt >= 0) {
                at = TitleLines.read(elements, titleAt, end, kindEnd(titleAt), title);
            }
            List<Element.Line> preamble = new ArrayList<>();
            int section = firstSection(at, end);
            for (; at < section; at++) {
                if (elements.get(at) instanceof Element.Line line) {
                    preamble.add(line);
                } else {
                    break;
                }
            }
            int closing = closing(at, end);
            int annex = annex(closing, end);
            return new PlanZones(
                    header,
                    promulgation,
                    List.copyOf(title),
                    preamble,
                    List.copyOf(elements.subList(at, closing)),
                    lines(closing, annex),
                    List.copyOf(elements.subList(annex, end)),
                    List.copyOf(others),
                    isPlan);
        }

        private int kindEnd(int titleAt) {
            return kinds.get(titles.indexOf(titleAt)).end();
        }

        private int firstSection(int from, int end) {
            for (int i = from; i < end; i++) {
                budget.check();
                Passage words = words(i);
                if (words == null) {
                    return i;
                }
                OrdinalGrammar.Ordinal ordinal = OrdinalGrammar.of(words);
                if (ordinal != null && ordinal.kind() != OrdinalGrammar.Kind.BULLET) {
                    return i;
                }
                if (Headings.opensClosing(words) || Headings.isAuthority(words)) {
                    return i;
                }
                boolean stands = ((Element.Line) elements.get(i)).bold()
                        || Fold.isUpperCase(words)
                        || words.length() < 60
                                && isFollowedByItem(i, end)
                                && ".;:,".indexOf(words.charAt(words.length() - 1)) < 0;
                boolean heading =
                        i > from && words.length() < 90 && stands && SectionRole.of(words) != SectionRole.UNKNOWN;
                if (heading) {
                    return i;
                }
            }
            return end;
        }

        private boolean isFollowedByItem(int i, int end) {
            Passage next = i + 1 < end ? words(i + 1) : null;
            return next != null && OrdinalGrammar.of(next) != null;
        }

        private int closing(int from, int end) {
            for (int i = from; i < end; i++) {
                budget.check();
                Passage words = words(i);
                if (words != null && (Headings.opensClosing(words) || Headings.isAuthority(words))) {
                    Passage above = i > from ? words(i - 1) : null;
                    boolean dated = above != null && HeaderLines.isPlaceAndDate(above) && above.length() < 60;
                    return dated ? i - 1 : i;
                }
            }
            for (int i = from; i < end; i++) {
                budget.check();
                Passage words = words(i);
                if (words != null && Positions.isPosition(words)) {
                    return i;
                }
            }
            return end;
        }

        private int annex(int from, int end) {
            for (int i = from; i < end; i++) {
                budget.check();
                Passage words = words(i);
                if (words == null || i > from && Headings.isAnnex(words)) {
                    return i > from ? beforeTable(from, i) : i;
                }
            }
            return end;
        }

        /** The issuer and the heading of an annex belong to it, not to the signature. */
        private int beforeTable(int from, int table) {
            int at = table;
            while (at > from + 1 && table - at < 8) {
                Passage words = words(at - 1);
                if (words == null
                        || !(HeaderLines.isIssuer(words)
                                || Headings.isAnnex(words)
                                || Headings.isPromulgated(words)
                                || words.length() > 40)) {
                    break;
                }
                at--;
            }
            return at;
        }

        private List<Element.Line> lines(int from, int to) {
            List<Element.Line> lines = new ArrayList<>();
            for (Element element : elements.subList(from, Math.max(from, to))) {
                if (element instanceof Element.Line line) {
                    lines.add(line);
                }
            }
            return lines;
        }
    }
}
