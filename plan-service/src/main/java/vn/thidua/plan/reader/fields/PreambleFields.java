package vn.thidua.plan.reader.fields;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.reader.grammar.CitationGrammar;
import vn.thidua.plan.reader.grammar.CitationGrammar.Citation;
import vn.thidua.plan.reader.grammar.Fold;
import vn.thidua.plan.reader.intake.Budget;
import vn.thidua.plan.reader.source.Passage;
import vn.thidua.plan.reader.structure.Element;

/** Documents the plan rests on ("Căn cứ ...") and those it implements ("Thực hiện ..."). */
final class PreambleFields {
    private static final Pattern BASIS = Pattern.compile("^[-+*\\s]*(?:và )?căn cứ(?: vào| theo)?(?!\\p{L})");
    private static final Pattern IMPLEMENTS = Pattern.compile(
            "^[-+*\\s]*(?:tiếp tục |tổ chức )?(?:thực hiện|triển khai thực hiện|triển khai|thi hành|hưởng ứng|theo|xét)(?!\\p{L})");
    private static final Pattern OTHER = Pattern.compile(
            "^[-+*\\s]*(?:nhằm|để|với|trên cơ sở|phát huy|năm|ủy ban|ubnd|hội đồng|sở|phòng|ban|trường|nay|cụm|khối|hội|đoàn|liên đoàn|công an|đảng ủy|chi cục|trung tâm|chào mừng|trong)(?!\\p{L})");
    private static final Pattern STATUTE = Pattern.compile("^(?:bộ luật|luật|pháp lệnh|hiến pháp|nghị định|thông tư)");
    private static final Pattern FROM_ABOVE =
            Pattern.compile("^(?:kế hoạch|chỉ thị|công văn|hướng dẫn|quyết định|chương trình)");

    private static final Pattern TURN = Pattern.compile(
            "(?:,|;|\\svà)\\s+((?:căn cứ|thực hiện|thi hành)\\s+(?:các )?(?:luật|nghị|chỉ thị|kế hoạch|quyết định|công văn|hướng dẫn|thông tư|chương trình)(?!\\p{L}))");

    /** What asks for the document is neither its basis nor what it implements ("Theo đề nghị ... tại Tờ trình số ..."). */
    private static final Pattern ASKED = Pattern.compile("^[-+\\s]*(?:theo|xét) đề nghị");

    private static final Pattern REQUEST = Pattern.compile("^(?:tờ trình|báo cáo|biên bản)");

    private final List<Citation> bases = new ArrayList<>();
    private final List<Citation> implemented = new ArrayList<>();

    private enum Mode {
        BASIS,
        IMPLEMENTS,
        NONE
    }

    private PreambleFields() {}

    static PreambleFields of(List<Element.Line> preamble, Budget budget) {
        PreambleFields fields = new PreambleFields();
        Mode mode = Mode.NONE;
        for (Element.Line line : preamble) {
            budget.check();
            for (Passage sentence : cut(line.words(), '.')) {
                // a list of bases may go on over paragraphs that begin with a dash or with the kind of document
                Mode inherited = sentence.sourceOf(0) == line.words().sourceOf(0) ? mode : Mode.NONE;
                for (Passage clause : clauses(sentence)) {
                    inherited = mode(Fold.lower(clause), inherited);
                    fields.read(clause, inherited);
                }
                mode = inherited;
            }
        }
        shareIssuers(fields.bases);
        shareIssuers(fields.implemented);
        return fields;
    }

    /** "Nghị định số 42/…; Nghị định số 39/… của Chính phủ": one issuer for those with the same code in their number. */
    private static void shareIssuers(List<Citation> citations) {
        for (int i = citations.size() - 2; i >= 0; i--) {
            Citation citation = citations.get(i);
            Citation next = citations.get(i + 1);
            String code = code(citation);
            if (citation.issuer() == null && next.issuer() != null && code != null && code.equals(code(next))) {
                citations.set(
                        i,
                        new Citation(
                                citation.at(),
                                citation.kind(),
                                citation.number(),
                                citation.dateWords(),
                                citation.date(),
                                next.issuer()));
            }
        }
    }

    /** The letters behind the number that stand for the issuer: CP in "98/2023/NĐ-CP". */
    private static @Nullable String code(Citation citation) {
        Passage number = citation.number();
        if (number == null) {
            return null;
        }
        String words = number.toString();
        int dash = words.lastIndexOf('-');
        return dash < 0 ? null : words.substring(dash + 1).strip();
    }

    private static Mode mode(String clause, Mode inherited) {
        if (BASIS.matcher(clause).lookingAt()) {
            return Mode.BASIS;
        }
        if (IMPLEMENTS.matcher(clause).lookingAt()) {
            return Mode.IMPLEMENTS;
        }
        return OTHER.matcher(clause).lookingAt() ? Mode.NONE : inherited;
    }

    private void read(Passage clause, Mode mode) {
        if (mode == Mode.NONE || ASKED.matcher(Fold.lower(clause)).lookingAt()) {
            return;
        }
        List<Citation> listed = CitationGrammar.listed(clause);
        List<Citation> sofar = mode == Mode.BASIS ? bases : implemented;
        Citation further =
                listed.isEmpty() && !sofar.isEmpty() ? CitationGrammar.goingOn(clause, sofar.getLast()) : null;
        for (Citation citation : further == null ? listed : List.of(further)) {
            String kind = Fold.lower(citation.kind());
            if (REQUEST.matcher(kind).find()) {
                continue;
            }
            boolean identified = citation.number() != null || citation.date() != null;
            if (mode == Mode.BASIS) {
                if (identified || STATUTE.matcher(kind).find() || citation.issuer() != null) {
                    bases.add(citation);
                }
            } else if (identified
                    || citation.issuer() != null && FROM_ABOVE.matcher(kind).find()) {
                implemented.add(citation);
            }
        }
    }

    /** Clauses end at ";" and where the text turns from bases to what it implements, or back. */
    private static List<Passage> clauses(Passage sentence) {
        List<Passage> found = new ArrayList<>();
        for (Passage clause : cut(sentence, ';')) {
            int from = 0;
            Matcher turn = TURN.matcher(Fold.lower(clause));
            while (turn.find()) {
                found.add(clause.sub(from, turn.start(1)).strip());
                from = turn.start(1);
            }
            found.add(clause.from(from).strip());
        }
        found.removeIf(Passage::isEmpty);
        return found;
    }

    /** Pieces between marks that end a clause; a full stop inside a date, a number or a short form does not. */
    private static List<Passage> cut(Passage words, char mark) {
        List<Passage> pieces = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < words.length(); i++) {
            if (words.charAt(i) == mark && (mark != '.' || endsSentence(words, i))) {
                pieces.add(words.sub(from, i + 1).strip());
                from = i + 1;
            }
        }
        pieces.add(words.from(from).strip());
        pieces.removeIf(Passage::isEmpty);
        return pieces;
    }

    private static boolean endsSentence(Passage words, int dot) {
        int next = dot + 1;
        while (next < words.length() && words.charAt(next) == ' ') {
            next++;
        }
        if (next == dot + 1 && next < words.length()) {
            return false;
        }
        int start = dot;
        while (start > 0 && Character.isLetter(words.charAt(start - 1))) {
            start--;
        }
        boolean shortForm = dot - start <= 2 && dot - start > 0;
        return next >= words.length() || Character.isUpperCase(words.charAt(next)) && !shortForm;
    }

    List<Citation> bases() {
        return bases;
    }

    List<Citation> implemented() {
        return implemented;
    }
}
