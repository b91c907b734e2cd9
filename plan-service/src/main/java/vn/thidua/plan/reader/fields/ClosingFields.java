package vn.thidua.plan.reader.fields;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.reader.grammar.Fold;
import vn.thidua.plan.reader.grammar.UnitPhrases;
import vn.thidua.plan.reader.intake.Budget;
import vn.thidua.plan.reader.source.Passage;
import vn.thidua.plan.reader.structure.Element;
import vn.thidua.plan.reader.structure.Positions;

/** Recipients and signature, also where they stand line by line beside each other. */
final class ClosingFields {
    private static final Pattern RECIPIENTS = Pattern.compile("^\\W*(?:noi nhan|noi gui)\\s*:?\\s*");
    private static final Pattern BULLET = Pattern.compile("^(?:[-–+*•]|\\d{1,2}[.)](?=\\s))\\s*");
    private static final Pattern INNER_BULLET = Pattern.compile("[;.,]\\s*[-–+•]\\s*(?=\\p{L})");
    private static final Pattern SCRIBBLE = Pattern.compile(
            "(?<=\\p{Lu})\\.? (?!(?:xã|thôn|tỉnh|sở|ban|phòng|cụm)$)(?:\\p{Ll}{1,3}|\\d{1,3}\\p{Ll}?)\\.?$");
    private static final Pattern ON_BEHALF =
            Pattern.compile("^(?:T[./]?M|K[./]?T|T[./]?L|T[./]?U[./]?Q)\\s?[.:/]?\\s*\\p{Lu}.*");
    private static final Pattern NAME = Pattern.compile(
            "^(?:(?:TS|ThS|PGS|GS|BS|BSCKI{0,2}|BSCK\\d|CN|KS|Ths|Đại tá|Thượng tá|Trung tá|Thiếu tá|Đại úy|Thượng úy|Trung úy)\\.?\\s*)*+(\\p{Lu}[\\p{Ll}'’]*(?:\\s+\\p{Lu}[\\p{Ll}'’]*){1,5})$");
    private static final Pattern UPPER_NAME = Pattern.compile("^\\p{Lu}+(?:\\s+\\p{Lu}+){1,4}$");
    private static final Pattern SIGNED =
            Pattern.compile("^[\\[(]?\\s*(?:đã ký|ký tên|chữ ký|ký, đóng dấu|đã kí).*|^\\W*$");
    private static final Pattern SMALL_POSITION = Pattern.compile(
            "(?:q\\.|quyen )?(?:pho )?(?:chu tich|giam doc|truong ban|truong phong|hieu truong|bi thu|chanh van phong|cum truong|chu nhiem|cuc truong|khoi truong|thu truong)(?: [a-z -]{0,24})?");
    private static final Pattern FLAT = Pattern.compile(";\\s*");
    private static final Pattern FILED =
            Pattern.compile("(?:^|[-–;+]\\s*|\\d[.)]\\s*)luu(?:\\s?[:.]|\\s+(?:vt|vp|van|ho so))");
    private static final Pattern SIGNED_TAIL =
            Pattern.compile("\\s*\\((?:da ky|ky ten|da ky va dong dau)[^)]*\\)\\s*$");
    private static final Pattern FLAT_TAIL = Pattern.compile("[;.,]\\s+(?=\\p{Lu})");
    private static final Pattern NO_NAME = Pattern.compile(
            "^(?:ủy ban|ubnd|hội đồng|phòng |sở |ban |trường |nơi nhận|lưu|kế hoạch|phụ lục|như trên|đảng ủy|văn phòng|hđnd|công an|tỉnh |huyện |xã |phường |thành phố|thị xã|quận |tờ trình|khối |cụm )");

    private final List<Passage> recipients = new ArrayList<>();
    private @Nullable Passage position;
    private @Nullable Passage name;

    private ClosingFields() {}

    static ClosingFields of(List<Element.Line> closing, Budget budget) {
        ClosingFields fields = new ClosingFields();
        boolean open = false;
        boolean filed = false;
        boolean signing = false;
        for (Passage words : apart(closing, budget)) {
            budget.check();
            Matcher opens = RECIPIENTS.matcher(Fold.bare(words));
            if (opens.find()) {
                open = true;
                fields.recipients(words.from(opens.end()));
                filed |= isFiled(words);
            } else if (signing && fields.position == null && isSmallPosition(words)) {
                fields.position = words;
            } else if (isSignature(words, signing)) {
                signing = true;
                fields.sign(words);
            } else if (open && BULLET.matcher(words).find()) {
                fields.recipients(words);
                filed = isFiled(words);
            } else if (fields.looksLikeName(words, signing)) {
                // of two signers the first one is of the office that issues
                fields.name = fields.name == null || fields.position == null ? nameOf(words) : fields.name;
            } else if (open && !filed && !SIGNED.matcher(Fold.lower(words)).matches()) {
                fields.goOn(words);
                filed = isFiled(words);
            }
        }
        return fields;
    }

    /** Recipients and signature that a flat line has side by side, put one after the other. */
    private static List<Passage> apart(List<Element.Line> closing, Budget budget) {
        List<Passage> lines = new ArrayList<>();
        for (Element.Line line : closing) {
            budget.check();
            Passage words = line.words();
            Matcher opens = RECIPIENTS.matcher(Fold.bare(words));
            int tail = signatureTail(words);
            if (opens.find() && opensSignature(words.from(opens.end()))) {
                lines.add(words.sub(0, opens.end()));
                lines.add(words.from(opens.end()));
            } else if (tail > 0) {
                lines.add(words.sub(0, tail).strip());
                lines.add(words.from(tail).strip());
            } else {
                Matcher signed = SIGNED_TAIL.matcher(Fold.bare(words));
                lines.add(signed.find() && signed.start() > 0 ? words.sub(0, signed.start()) : words);
            }
        }
        return lines;
    }

    private static boolean opensSignature(Passage words) {
        return ON_BEHALF.matcher(words).matches() || Fold.isUpperCase(words) && Positions.position(words) != null;
    }

    /** Where, behind a recipient, the signature of the other column begins; 0 when it does not. */
    private static int signatureTail(Passage words) {
        if (words.length() > 200 || !BULLET.matcher(words).find()) {
            return 0;
        }
        Matcher mark = FLAT_TAIL.matcher(words);
        while (mark.find()) {
            if (isSignatureTail(words.from(mark.end()), isFiled(words))) {
                return mark.end();
            }
        }
        return 0;
    }

    private static boolean isSignatureTail(Passage tail, boolean behindFiled) {
        Passage bare = UnitPhrases.trimmed(tail);
        return Fold.isUpperCase(bare)
                        && (Positions.position(bare) != null
                                || ON_BEHALF.matcher(bare).matches())
                || behindFiled
                        && NAME.matcher(bare).matches()
                        && !NO_NAME.matcher(Fold.lower(bare)).find();
    }

    private static boolean isFiled(Passage words) {
        return FILED.matcher(Fold.bare(words)).find();
    }

    private static boolean isSignature(Passage words, boolean signing) {
        if (words.length() > 110 || BULLET.matcher(words).find()) {
            return false;
        }
        if (ON_BEHALF.matcher(words).matches()) {
            return true;
        }
        return Positions.position(words) != null && upperHead(words)
                || signing && Fold.isUpperCase(words) && Positions.position(words) != null;
    }

    /** "Trưởng ban", "Giám đốc" in small letters: a short line with a title known from signatures. */
    private static boolean isSmallPosition(Passage words) {
        return words.length() < 40
                && Character.isUpperCase(words.charAt(0))
                && SMALL_POSITION.matcher(Fold.bare(words)).matches();
    }

    private static boolean upperHead(Passage words) {
        int upper = 0;
        int lower = 0;
        for (int i = 0; i < words.length(); i++) {
            upper += Character.isUpperCase(words.charAt(i)) ? 1 : 0;
            lower += Character.isLowerCase(words.charAt(i)) ? 1 : 0;
        }
        return upper > lower / 2;
    }

    private void sign(Passage words) {
        Passage found = Positions.position(words);
        if (found == null) {
            return;
        }
        // what stands below the first position is the office the signer holds elsewhere
        position = position == null ? found : position;
        int end = words.length();
        for (int i = 0; i + found.length() <= words.length(); i++) {
            if (words.sourceOf(i) == found.sourceOf(0)) {
                end = i + found.length();
            }
        }
        Passage rest = words.from(end).strip();
        if (looksLikeName(rest, true)) {
            name = nameOf(rest);
        }
    }

    private boolean looksLikeName(Passage words, boolean signing) {
        if (words.length() < 5
                || words.length() > 60
                || SIGNED.matcher(Fold.lower(words)).matches()) {
            return false;
        }
        String lower = Fold.lower(words);
        if (NO_NAME.matcher(lower).find() || lower.contains(":") || lower.endsWith(";")) {
            return false;
        }
        Passage bare = UnitPhrases.trimmed(words);
        return NAME.matcher(bare).matches()
                || signing && name == null && UPPER_NAME.matcher(bare).matches() && Positions.position(words) == null;
    }

    private static Passage nameOf(Passage words) {
        Passage bare = UnitPhrases.trimmed(words);
        Matcher matcher = NAME.matcher(bare);
        return matcher.matches() ? bare.sub(matcher.start(1), matcher.end(1)) : bare;
    }

    private void recipients(Passage words) {
        boolean flat = !BULLET.matcher(words).find()
                && words.toString().chars().filter(c -> c == ';').count() >= 2;
        Matcher inner = (flat ? FLAT : INNER_BULLET).matcher(words);
        int from = 0;
        while (inner.find()) {
            recipient(words.sub(from, inner.start()));
            from = inner.end();
        }
        recipient(words.from(from));
    }

    private void recipient(Passage words) {
        Matcher bullet = BULLET.matcher(words.strip());
        Passage bare = bullet.find() ? words.strip().from(bullet.end()) : words.strip();
        bare = closed(bare);
        Matcher scribble = SCRIBBLE.matcher(bare);
        if (Fold.lower(bare).startsWith("lưu") && scribble.find()) {
            bare = bare.sub(0, scribble.start());
        }
        if (!bare.isEmpty()) {
            recipients.add(bare);
        }
    }

    /** Without the mark that closes an item of a list. */
    private static Passage closed(Passage words) {
        int to = words.length();
        while (to > 0 && ";.,: /".indexOf(words.charAt(to - 1)) >= 0) {
            to--;
        }
        return words.sub(0, to);
    }

    /** A line without dash: an item of a list without dashes, or the rest of the item above. */
    private void goOn(Passage words) {
        boolean rest =
                !recipients.isEmpty() && (Character.isLowerCase(words.charAt(0)) || "(".indexOf(words.charAt(0)) >= 0);
        if (rest) {
            recipients.set(recipients.size() - 1, closed(Passage.join(List.of(recipients.getLast(), words), " ")));
        } else if (words.length() < 200) {
            recipients(words);
        }
    }

    boolean isEmpty() {
        return recipients.isEmpty() && position == null && name == null;
    }

    List<Passage> recipients() {
        return recipients;
    }

    @Nullable
    Passage position() {
        return position;
    }

    @Nullable
    Passage name() {
        return name;
    }
}
