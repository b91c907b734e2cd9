package vn.thidua.plan.reader.structure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.reader.grammar.Fold;
import vn.thidua.plan.reader.grammar.OrdinalGrammar;
import vn.thidua.plan.reader.grammar.OrdinalGrammar.Kind;
import vn.thidua.plan.reader.grammar.UnitPhrases;
import vn.thidua.plan.reader.intake.Budget;
import vn.thidua.plan.reader.source.Passage;

/** The body of a plan as a tree of ordinals. */
public final class Outline {
    /** An ordinal on a line of its own: its heading follows. */
    private static final Pattern ALONE =
            Pattern.compile("(?:phần|chương|mục)\\s+(?:thứ\\s+)?[\\p{L}\\d]{1,5}[.:]?|[ivx]{1,5}[.)]?|\\d{1,2}[.)]");

    private static final Pattern CONCLUSION = Pattern.compile(
            "^(?:trên đây là|trên đây,|căn cứ (?:nội dung )?kế hoạch này,? (?:yêu cầu|đề nghị)|yêu cầu các .{0,120}nghiêm túc|trong quá trình (?:tổ chức )?(?:thực hiện|triển khai))");

    /** A paragraph or a child, one of them, as they follow each other below an item. */
    public record Entry(
            @Nullable Passage paragraph, @Nullable Node child) {}

    /** One item: its own first line and what stands below it. */
    public static final class Node {
        private final OrdinalGrammar.@Nullable Ordinal ordinal;
        private final Passage mark;
        private final Passage words;
        private final boolean bold;
        private final @Nullable Node parent;
        private final List<Passage> paragraphs = new ArrayList<>();
        private final List<Node> children = new ArrayList<>();
        private final List<Entry> entries = new ArrayList<>();

        Node(OrdinalGrammar.@Nullable Ordinal ordinal, Passage line, boolean bold, @Nullable Node parent) {
            int length = ordinal == null ? 0 : ordinal.length();
            this.ordinal = ordinal;
            this.mark = UnitPhrases.trimmed(line.sub(0, length));
            this.words = line.from(length).strip();
            this.bold = bold;
            this.parent = parent;
        }

        /** The words behind the ordinal. */
        public Passage words() {
            return words;
        }

        public boolean bold() {
            return bold;
        }

        /** Paragraphs without ordinal between the item and its first child, or behind its last. */
        public List<Passage> paragraphs() {
            return paragraphs;
        }

        /** Paragraphs and children as they follow each other. */
        public List<Entry> inOrder() {
            return entries;
        }

        public List<Node> children() {
            return children;
        }

        public boolean isBullet() {
            return ordinal != null && ordinal.kind() == Kind.BULLET;
        }

        public boolean isNumbered() {
            return ordinal != null && ordinal.kind() != Kind.BULLET;
        }

        public List<Node> numbered() {
            return children.stream().filter(Node::isNumbered).toList();
        }

        public List<Node> bullets() {
            return children.stream().filter(Node::isBullet).toList();
        }

        /** Place among its siblings by its own ordinal; 0 where that does not count (dotted, letter, dash, none). */
        public int number() {
            return switch (kind()) {
                case ROMAN -> OrdinalGrammar.roman(ordinal == null ? "" : ordinal.label());
                case DECIMAL, ARTICLE ->
                    ordinal == null || ordinal.label().isEmpty() ? 0 : Integer.parseInt(ordinal.label());
                case PART, UPPER_LETTER, DOTTED, LETTER, BULLET -> 0;
            };
        }

        /** Whether both have the same kind of ordinal. */
        public boolean isLike(Node other) {
            return kind() == other.kind();
        }

        Kind kind() {
            return ordinal == null ? Kind.PART : ordinal.kind();
        }

        /**
         * "II.3", "II.1.2", "III.2.a": from the section down; parts and letters above a section are left out. Null where
         * an item has no ordinal of its own.
         */
        public @Nullable String path() {
            StringBuilder path = new StringBuilder();
            for (Node node : chain()) {
                path.append(path.isEmpty() ? "" : ".").append(node.label());
            }
            return path.isEmpty() ? null : path.toString();
        }

        /** Where the ordinals of the path stand. */
        public Passage pathAt() {
            return Passage.join(chain().stream().map(node -> node.mark).toList(), ".");
        }

        private String label() {
            return ordinal == null ? "" : ordinal.label();
        }

        private boolean opensPath() {
            return kind() == Kind.ROMAN || kind() == Kind.PART || kind() == Kind.UPPER_LETTER;
        }

        private List<Node> chain() {
            Deque<Node> chain = new ArrayDeque<>();
            if (ordinal == null || isBullet() || ordinal.label().isEmpty()) {
                return List.of();
            }
            chain.push(this);
            Node above = opensPath() ? null : parent;
            boolean dotted = kind() == Kind.DOTTED;
            while (above != null && above.ordinal != null) {
                // a dotted ordinal has those of the items above it in itself
                boolean contained = dotted && (above.kind() == Kind.DOTTED || above.kind() == Kind.DECIMAL);
                if (!contained && !above.isBullet() && !above.label().isEmpty()) {
                    chain.push(above);
                    dotted = above.kind() == Kind.DOTTED;
                }
                above = above.opensPath() ? null : above.parent;
            }
            return List.copyOf(chain);
        }

        /** The item, its paragraphs and everything below it in one. */
        public Passage everything() {
            List<Passage> parts = new ArrayList<>();
            collect(parts);
            return Passage.join(parts, " ");
        }

        private void collect(List<Passage> parts) {
            parts.add(words);
            parts.addAll(paragraphs);
            for (Node child : children) {
                child.collect(parts);
            }
        }
    }

    private final Node root = new Node(null, Passage.EMPTY, false, null);

    /** Whether the sections have no ordinals: then bold lines are their headings. */
    private final boolean boldSections;

    private Outline(boolean boldSections) {
        this.boldSections = boldSections;
    }

    private static boolean isNumberedSection(Element element) {
        if (!(element instanceof Element.Line line) || line.words().length() > 120) {
            return false;
        }
        OrdinalGrammar.Ordinal ordinal = OrdinalGrammar.of(line.words());
        return ordinal != null && ordinal.kind() != Kind.BULLET && SectionRole.of(line.words()) != SectionRole.UNKNOWN;
    }

    /** Stops where the plan says that it has ended ("Trên đây là kế hoạch ..."). */
    public static Outline of(List<Element> body, Budget budget) {
        Outline outline = new Outline(body.stream().noneMatch(Outline::isNumberedSection));
        Deque<Node> stack = new ArrayDeque<>();
        stack.push(outline.root);
        Element.Line alone = null;
        for (Element element : body) {
            budget.check();
            if (!(element instanceof Element.Line read)) {
                continue;
            }
            Element.Line line = read;
            if (ALONE.matcher(Fold.lower(line.words())).matches()) {
                alone = line;
                continue;
            }
            if (alone != null) {
                Passage whole = Passage.join(List.of(alone.words(), line.words()), " ");
                line = OrdinalGrammar.of(line.words()) == null ? new Element.Line(whole, line.bold()) : line;
                alone = null;
            }
            if (concludes(line.words())) {
                break;
            }
            outline.add(stack, line);
        }
        return outline;
    }

    /** The last paragraph of a document ends with "./." and has no ordinal. */
    private static boolean concludes(Passage words) {
        if (CONCLUSION.matcher(Fold.lower(words)).lookingAt()) {
            return true;
        }
        int to = words.length();
        boolean last = to > 3 && words.charAt(to - 1) == '.' && words.charAt(to - 2) == '/';
        return last && OrdinalGrammar.of(words) == null;
    }

    private void add(Deque<Node> stack, Element.Line line) {
        OrdinalGrammar.Ordinal ordinal = OrdinalGrammar.of(line.words());
        if (ordinal == null && isBareSection(line)) {
            ordinal = new OrdinalGrammar.Ordinal(Kind.PART, "", 0, 1);
        } else if (ordinal == null && isUnitHeading(stack, line)) {
            ordinal = new OrdinalGrammar.Ordinal(Kind.DECIMAL, "", 0, 1);
        }
        if (ordinal == null) {
            Node top = stack.peek();
            while (top != null && top.isBullet() && stack.size() > 1) {
                stack.pop();
                top = stack.peek();
            }
            if (top != null) {
                paragraph(top, line.words());
            }
            return;
        }
        while (stack.size() > 1 && closes(stack.element(), ordinal)) {
            stack.pop();
        }
        Node parent = stack.element();
        Node node = new Node(ordinal, line.words(), line.bold(), parent);
        parent.children.add(node);
        parent.entries.add(new Entry(null, node));
        stack.push(node);
    }

    /** Behind children a paragraph goes on with the last of them, as the reader of the page would take it. */
    private static void paragraph(Node top, Passage words) {
        top.paragraphs.add(words);
        top.entries.add(new Entry(words, null));
    }

    /** A heading without ordinal: short, bold or in capital letters, and saying what the section is for. */
    private boolean isBareSection(Element.Line line) {
        Passage words = line.words();
        boolean heading =
                Fold.isUpperCase(words) || boldSections && (line.bold() || words.length() < 60 && isOpen(words));
        return words.length() < 90 && heading && SectionRole.of(words) != SectionRole.UNKNOWN;
    }

    /** A unit alone on a line under "Tổ chức thực hiện": what it has to do follows. */
    private static boolean isUnitHeading(Deque<Node> stack, Element.Line line) {
        Passage words = line.words();
        boolean assigns = stack.stream().anyMatch(node -> SectionRole.of(node.words) == SectionRole.IMPLEMENTATION);
        if (!assigns || words.length() > 120) {
            return false;
        }
        int end = UnitPhrases.end(words, Fold.lower(words), 0);
        return end > 0 && UnitPhrases.trimmed(words.from(end)).isEmpty();
    }

    private static boolean isOpen(Passage words) {
        return Character.isUpperCase(words.charAt(0)) && ".;:,".indexOf(words.charAt(words.length() - 1)) < 0;
    }

    /** Whether an item ends where this ordinal begins. */
    private static boolean closes(Node open, OrdinalGrammar.Ordinal next) {
        int order = open.kind().compareTo(next.kind());
        if (order != 0) {
            return order > 0;
        }
        return next.kind() != Kind.DOTTED || open.ordinal == null || open.ordinal.depth() >= next.depth();
    }

    public List<Node> sections() {
        return root.children;
    }

    public Node root() {
        return root;
    }
}
