package vn.thidua.plan.reader.intake.pdf;

import java.awt.geom.Point2D;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.markedcontent.BeginMarkedContentSequence;
import org.apache.pdfbox.contentstream.operator.markedcontent.BeginMarkedContentSequenceWithProperties;
import org.apache.pdfbox.contentstream.operator.markedcontent.EndMarkedContentSequence;
import org.apache.pdfbox.contentstream.operator.state.Concatenate;
import org.apache.pdfbox.contentstream.operator.state.Restore;
import org.apache.pdfbox.contentstream.operator.state.Save;
import org.apache.pdfbox.contentstream.operator.state.SetGraphicsStateParameters;
import org.apache.pdfbox.contentstream.operator.state.SetLineWidth;
import org.apache.pdfbox.contentstream.operator.state.SetMatrix;
import org.apache.pdfbox.contentstream.operator.text.BeginText;
import org.apache.pdfbox.contentstream.operator.text.EndText;
import org.apache.pdfbox.contentstream.operator.text.MoveText;
import org.apache.pdfbox.contentstream.operator.text.MoveTextSetLeading;
import org.apache.pdfbox.contentstream.operator.text.NextLine;
import org.apache.pdfbox.contentstream.operator.text.SetCharSpacing;
import org.apache.pdfbox.contentstream.operator.text.SetFontAndSize;
import org.apache.pdfbox.contentstream.operator.text.SetTextHorizontalScaling;
import org.apache.pdfbox.contentstream.operator.text.SetTextLeading;
import org.apache.pdfbox.contentstream.operator.text.SetTextRenderingMode;
import org.apache.pdfbox.contentstream.operator.text.SetTextRise;
import org.apache.pdfbox.contentstream.operator.text.SetWordSpacing;
import org.apache.pdfbox.contentstream.operator.text.ShowText;
import org.apache.pdfbox.contentstream.operator.text.ShowTextAdjusted;
import org.apache.pdfbox.contentstream.operator.text.ShowTextLine;
import org.apache.pdfbox.contentstream.operator.text.ShowTextLineAndSpace;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.reader.intake.Budget;
import vn.thidua.plan.reader.intake.RefusalReason;
import vn.thidua.plan.reader.intake.RefusedException;

/**
 * Runs the drawing program of a page and collects letters, lines and the places of pictures.
 *
 * <p>No picture, colour profile or glyph outline is ever decoded: a page without them reads the same.
 */
final class PageEngine extends PDFStreamEngine {
    /** Forms inside forms; deeper is a trap, not a document. */
    private static final int DEEPEST = 16;

    private static final int MOST_SAVED_STATES = 1000;
    /** Longest replacement text that is still taken letter for letter; longer ones cover lines and have no places. */
    private static final int ACTUAL_TEXT = 12;

    private final Budget budget;
    private final FontFacts fonts = new FontFacts();
    private final FontTables tables = new FontTables();
    private final FillColour fill = new FillColour();
    private final Deque<String> actualTexts = new ArrayDeque<>();
    private PathTracer paths = new PathTracer();
    private List<Letter> letters = new ArrayList<>();
    private List<Box> pictures = new ArrayList<>();
    private PageFrame frame = PageFrame.NONE;
    private long operators;
    private long lettersInAll;
    private int depth;
    /** The actual text of the open sequence was given to a letter already. */
    private boolean actualTextUsed;

    PageEngine(Budget budget) {
        this.budget = budget;
        addOperator(new BeginText(this));
        addOperator(new EndText(this));
        addOperator(new MoveText(this));
        addOperator(new MoveTextSetLeading(this));
        addOperator(new NextLine(this));
        addOperator(new SetCharSpacing(this));
        addOperator(new SetFontAndSize(this));
        addOperator(new SetTextHorizontalScaling(this));
        addOperator(new SetTextLeading(this));
        addOperator(new SetTextRenderingMode(this));
        addOperator(new SetTextRise(this));
        addOperator(new SetWordSpacing(this));
        addOperator(new ShowText(this));
        addOperator(new ShowTextAdjusted(this));
        addOperator(new ShowTextLine(this));
        addOperator(new ShowTextLineAndSpace(this));
        addOperator(new Concatenate(this));
        addOperator(new Save(this));
        addOperator(new Restore(this));
        addOperator(new SetGraphicsStateParameters(this));
        addOperator(new SetLineWidth(this));
        addOperator(new SetMatrix(this));
        addOperator(new BeginMarkedContentSequence(this));
        addOperator(new BeginMarkedContentSequenceWithProperties(this));
        addOperator(new EndMarkedContentSequence(this));
    }

    PageContent read(PDPage page) throws IOException {
        budget.check();
        paths = new PathTracer();
        letters = new ArrayList<>();
        pictures = new ArrayList<>();
        actualTexts.clear();
        fill.reset();
        depth = 0;
        frame = PageFrame.of(page);
        processPage(page);
        Annotations.show(page, this);
        return new PageContent(frame.width(), frame.height(), letters, paths.rules(), paths.shades(), pictures)
                .upright();
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        if ((++operators & 0x3ff) == 0) {
            budget.check();
        }
        String name = operator.getName();
        switch (name) {
            case "m", "l", "c", "v", "y", "h", "re" -> paths.follow(name, numbers(operands), this::x, this::y);
            case "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "n" -> paint(name);
            case "g", "rg", "k", "cs", "sc", "scn" -> fill.set(name, operands, getResources());
            case "BI" -> picture();
            case "Do" -> draw(operands);
            case "Tf" -> {
                if (!operands.isEmpty() && operands.getFirst() instanceof COSName font && getResources() != null) {
                    tables.bound(getResources(), font);
                }
                super.processOperator(operator, operands);
            }
            default -> super.processOperator(operator, operands);
        }
    }

    private void paint(String name) {
        char first = name.charAt(0);
        if (name.equals("s") || first == 'b') {
            paths.close();
        }
        if (first == 'f' || first == 'F' || first == 'B' || first == 'b') {
            paths.fill(fill.isWhite());
        }
        if (first == 'S' || first == 's' || first == 'B' || first == 'b') {
            Matrix matrix = getGraphicsState().getCurrentTransformationMatrix();
            paths.stroke(getGraphicsState().getLineWidth() * matrix.getScalingFactorX());
        }
        paths.clear();
    }

    private static double[] numbers(List<COSBase> operands) {
        return operands.stream()
                .filter(COSNumber.class::isInstance)
                .mapToDouble(operand -> ((COSNumber) operand).floatValue())
                .toArray();
    }

    private double x(double x, double y) {
        Point2D.Float point = transformedPoint((float) x, (float) y);
        return frame.x(point.x, point.y);
    }

    private double y(double x, double y) {
        Point2D.Float point = transformedPoint((float) x, (float) y);
        return frame.y(point.x, point.y);
    }

    private void picture() {
        Box whole = new Box(0, 0, frame.width(), frame.height());
        double left = Math.clamp(x(0, 0), 0, whole.right());
        double top = Math.clamp(y(0, 0), 0, whole.bottom());
        pictures.add(Box.of(left, top, Math.clamp(x(1, 1), 0, whole.right()), Math.clamp(y(1, 1), 0, whole.bottom())));
    }

    private void draw(List<COSBase> operands) throws IOException {
        if (operands.isEmpty() || !(operands.getFirst() instanceof COSName name) || getResources() == null) {
            return;
        }
        COSDictionary objects = getResources().getCOSObject().getCOSDictionary(COSName.XOBJECT);
        if (objects == null || !(objects.getDictionaryObject(name) instanceof COSStream stream)) {
            return;
        }
        COSName subtype = stream.getCOSName(COSName.SUBTYPE);
        if (COSName.IMAGE.equals(subtype)) {
            picture();
        } else if (COSName.FORM.equals(subtype) && depth < DEEPEST) {
            depth++;
            showForm(new PDFormXObject(stream));
            depth--;
        }
    }

    @Override
    public void showForm(PDFormXObject form) throws IOException {
        fill.save();
        super.showForm(form);
        fill.restore();
    }

    /** Megabytes of "q" would keep a copy of the state each. */
    @Override
    public void saveGraphicsState() {
        if (getGraphicsStackSize() > MOST_SAVED_STATES) {
            throw new RefusedException(RefusalReason.DAMAGED);
        }
        super.saveGraphicsState();
        fill.save();
    }

    @Override
    public void restoreGraphicsState() {
        super.restoreGraphicsState();
        fill.restore();
    }

    @Override
    public void beginMarkedContentSequence(COSName tag, @Nullable COSDictionary properties) {
        String text = properties == null ? null : properties.getString(COSName.ACTUAL_TEXT);
        actualTexts.push(text == null || text.length() > ACTUAL_TEXT ? "" : text);
        actualTextUsed = false;
    }

    @Override
    public void endMarkedContentSequence() {
        if (!actualTexts.isEmpty()) {
            actualTexts.pop();
        }
        actualTextUsed = false;
    }

    @Override
    protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement) throws IOException {
        Point2D.Float start = matrix.transformPoint(0, 0);
        Point2D.Float end = matrix.transformPoint(displacement.getX(), 0);
        Point2D.Float up = matrix.transformPoint(0, 1);
        double size = start.distance(up) * fonts.scale(font);
        double x = frame.x(start.x, start.y);
        double y = frame.y(start.x, start.y);
        if (!Double.isFinite(x + y + end.x + end.y) || size < 0.5 || !frame.shows(x, y)) {
            return;
        }
        RenderingMode mode = getGraphicsState().getTextState().getRenderingMode();
        boolean outlined = mode == RenderingMode.FILL_STROKE || mode == RenderingMode.FILL_STROKE_CLIP;
        Letter letter = new Letter(
                fonts.text(font, code),
                x,
                y,
                frame.x(end.x, end.y),
                frame.y(end.x, end.y),
                size,
                outlined || fonts.isBold(font),
                mode == RenderingMode.FILL && fill.isWhite());
        String actual = actualTexts.isEmpty() ? "" : actualTexts.peek();
        if (actual.isEmpty()) {
            add(letter);
        } else if (actualTextUsed && !letters.isEmpty()) {
            letters.set(letters.size() - 1, letters.getLast().endingWith(letter));
        } else {
            actualTextUsed = true;
            add(letter.with(actual, letter.bold()));
        }
    }

    private void add(Letter letter) {
        // blanks and letters drawn twice count as well, hence some room above the limit of the text
        if (++lettersInAll > 3L * budget.characters()) {
            throw new RefusedException(RefusalReason.TEXT_TOO_LONG);
        }
        letters.add(letter);
    }

    @Override
    protected void operatorException(Operator operator, List<COSBase> operands, IOException e) {
        // one operator that cannot be carried out (a missing font, too few operands) does not spoil the page
    }
}
