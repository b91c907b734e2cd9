package vn.thidua.plan.document;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.document.WordBody.Align;
import vn.thidua.plan.document.WordBody.Cell;
import vn.thidua.plan.document.WordBody.Look;
import vn.thidua.plan.document.WordBody.Row;
import vn.thidua.plan.domain.TaskContent;
import vn.thidua.plan.domain.plan.CitedDocument;
import vn.thidua.plan.domain.plan.PlanDetails;
import vn.thidua.plan.domain.plan.PlannedTask;
import vn.thidua.plan.reader.grammar.Fold;

/**
 * Writes a plan as a Word document in the layout of Decree 30/2020/NĐ-CP, annex I, so that the plan reader reads the same
 * plan back. The same plan gives the same bytes.
 */
public final class PlanDocument {

    private static final List<String> SECTIONS = List.of("I", "II", "III", "IV");
    private static final int LEFT = 3900;
    /** First line of a paragraph: 1 cm. */
    private static final int INDENT = 567;

    private static final Look HEADER = Look.of(Align.CENTRE, 13);
    private static final Look TEXT = Look.of(Align.BOTH, 14).indented(INDENT).below(6);

    private final PlanDetails details;
    private final List<TaskContent> tasks;
    private final String issuer;
    private final @Nullable String above;
    private final WordBody body = new WordBody();
    private int sections;

    private PlanDocument(PlanDetails details, List<TaskContent> tasks, String issuer, @Nullable String above) {
        this.details = details;
        this.tasks = tasks;
        this.issuer = issuer;
        this.above = above;
    }

    /**
     * What a draft leaves out stays blank.
     *
     * @param issuerName as text has it, {@code UBND xã An Bình}
     * @param issuerAbove the office above it in the header; null for a People's Committee
     * @param out stays open
     */
    public static void write(
            PlanDetails details,
            List<PlannedTask> tasks,
            String issuerName,
            @Nullable String issuerAbove,
            OutputStream out)
            throws IOException {
        List<TaskContent> contents = tasks.stream().map(PlannedTask::content).toList();
        PlanDocument document = new PlanDocument(details, contents, WordText.line(issuerName), issuerAbove);
        document.header();
        document.title();
        document.preamble();
        document.sections();
        document.closing();
        WordFile.write(document.body.xml(), document.name(), out);
    }

    private String name() {
        String title = Objects.requireNonNullElse(details.title(), "");
        return title.isBlank() ? "Kế hoạch" : "Kế hoạch " + Deadlines.lowerFirst(title);
    }

    private void header() {
        StringBuilder own = new StringBuilder();
        if (above != null) {
            own.append(WordBody.paragraph(HEADER, Wording.upper(WordText.line(above))));
        }
        Wording.header(issuer).forEach(line -> own.append(WordBody.paragraph(HEADER.strong(), line)));
        own.append(WordBody.rule(1200));
        String state = WordBody.paragraph(Look.of(Align.CENTRE, 12).strong(), "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
                + WordBody.paragraph(HEADER.strong(), "Độc lập - Tự do - Hạnh phúc")
                + WordBody.rule(1250);
        String code = Wording.isCommittee(issuer) ? "/KH-UBND" : "/KH";
        String number = details.documentNumber() == null
                ? "Số:        " + code
                : "Số: " + WordText.line(details.documentNumber());
        body.table(
                List.of(LEFT, WordBody.WIDTH - LEFT),
                List.of(
                        new Row(List.of(Cell.of(own.toString()), Cell.of(state)), false),
                        new Row(
                                List.of(
                                        Cell.of(WordBody.paragraph(HEADER, number)),
                                        Cell.of(WordBody.paragraph(HEADER.slanted(), placeAndDate()))),
                                false)),
                false);
    }

    private String placeAndDate() {
        LocalDate day = details.issueDate();
        String date = day == null ? "ngày      tháng      năm       " : Wording.day(day);
        String place = Objects.requireNonNullElse(details.place(), "");
        if (place.isBlank()) {
            String own = Wording.territory(issuer);
            place = Objects.requireNonNullElse(own == null ? Wording.territory(above) : own, "");
        }
        return place.isBlank() ? Wording.upperFirst(date) : WordText.line(place) + ", " + date;
    }

    private void title() {
        body.add(WordBody.paragraph(Look.of(Align.CENTRE, 14).strong().below(18), "KẾ HOẠCH"));
        String title = WordText.line(Objects.requireNonNullElse(details.title(), ""));
        if (title.isEmpty() && details.year() != null) {
            title = "Năm " + details.year();
        }
        if (!title.isEmpty()) {
            body.add(WordBody.paragraph(Look.of(Align.CENTRE, 14).strong(), title));
        }
        body.add(WordBody.rule(3600));
    }

    private void preamble() {
        for (CitedDocument basis : details.legalBases()) {
            body.add(WordBody.paragraph(TEXT.slanted(), "Căn cứ " + Wording.citation(basis) + ";"));
        }
        for (CitedDocument document : details.implementsDocuments()) {
            body.add(WordBody.paragraph(TEXT.slanted(), "Thực hiện " + Wording.citation(document) + ";"));
        }
        String title = Objects.requireNonNullElse(details.title(), "");
        Integer year = details.year();
        String ofYear = year == null || title.contains(year.toString()) ? "" : " năm " + year;
        body.add(WordBody.paragraph(TEXT, issuer + " ban hành Kế hoạch" + ofYear + " với các nội dung sau:"));
    }

    private void sections() {
        campaigns();
        targets();
        if (!tasks.isEmpty()) {
            section("NHIỆM VỤ CỤ THỂ");
            TaskTable.write(tasks, year(), body);
        }
        reports();
        body.add(WordBody.paragraph(TEXT, "Trên đây là Kế hoạch của " + issuer + "./."));
    }

    private void campaigns() {
        String theme = WordText.line(Objects.requireNonNullElse(details.theme(), ""));
        List<String> campaigns = details.campaigns();
        if (theme.isEmpty() && campaigns.isEmpty()) {
            return;
        }
        section(theme.isEmpty() ? "PHONG TRÀO THI ĐUA" : campaigns.isEmpty() ? "CHỦ ĐỀ" : "CHỦ ĐỀ, PHONG TRÀO THI ĐUA");
        if (!theme.isEmpty()) {
            String of = year() == 0 ? "" : " năm " + year();
            body.add(WordBody.paragraph(TEXT, "Chủ đề công tác thi đua" + of + ": “" + theme + "”."));
        }
        if (!campaigns.isEmpty()) {
            List<String> quoted = campaigns.stream()
                    .map(name -> "“" + WordText.line(name) + "”")
                    .toList();
            body.add(WordBody.paragraph(TEXT, "Tổ chức các phong trào thi đua: " + String.join("; ", quoted) + "."));
        }
    }

    /** Those that a task says already stand there. */
    private void targets() {
        List<String> said = tasks.stream().map(task -> Fold.key(task.text())).toList();
        List<String> targets = details.targets().stream()
                .filter(target -> said.stream().noneMatch(text -> text.contains(Fold.key(target.text()))))
                .map(Wording::target)
                .distinct()
                .toList();
        if (!targets.isEmpty()) {
            section("CHỈ TIÊU");
            targets.forEach(target -> body.add(WordBody.paragraph(TEXT, target + ";")));
        }
    }

    private void reports() {
        List<PlanDetails.ReportDeadline> reports = details.reportDeadlines();
        if (reports.isEmpty()) {
            return;
        }
        // where no table has the tasks, sections do; the colon tells that this one does not
        section(tasks.isEmpty() ? "THỜI GIAN BÁO CÁO:" : "THỜI GIAN BÁO CÁO");
        Set<String> written = new LinkedHashSet<>();
        for (PlanDetails.ReportDeadline report : reports) {
            boolean shared = reports.stream()
                            .filter(other -> other.text().equals(report.text()))
                            .count()
                    > 1;
            written.add(Wording.report(report, shared));
        }
        written.forEach(report -> body.add(WordBody.paragraph(TEXT, report + ".")));
    }

    private void section(String heading) {
        body.add(WordBody.paragraph(TEXT.strong(), SECTIONS.get(sections++) + ". " + heading));
    }

    /** As a reader would take it; 0 if nothing says it. */
    private int year() {
        if (details.year() != null) {
            return details.year();
        }
        return details.issueDate() == null ? 0 : details.issueDate().getYear();
    }

    private void closing() {
        List<String> left = new ArrayList<>();
        if (!details.recipients().isEmpty()) {
            left.add(WordBody.paragraph(Look.of(Align.LEFT, 12).strong().slanted(), "Nơi nhận:"));
            Look look = Look.of(Align.LEFT, 11);
            int last = details.recipients().size() - 1;
            for (int i = 0; i <= last; i++) {
                String recipient = WordText.line(details.recipients().get(i));
                left.add(WordBody.paragraph(look, "- " + recipient + (i == last ? "." : ";")));
            }
        }
        List<String> right = new ArrayList<>();
        PlanDetails.Signatory signatory = details.signatory();
        if (signatory != null) {
            Look look = Look.of(Align.CENTRE, 14).strong();
            Wording.position(signatory.position(), issuer).forEach(line -> right.add(WordBody.paragraph(look, line)));
            for (int i = 0; i < 4; i++) {
                right.add(WordBody.blank(14));
            }
            if (signatory.name() != null) {
                right.add(WordBody.paragraph(look, WordText.line(signatory.name())));
            }
        }
        if (!left.isEmpty() || !right.isEmpty()) {
            body.add(WordBody.blank(14));
            body.table(
                    List.of(WordBody.WIDTH / 2, WordBody.WIDTH - WordBody.WIDTH / 2),
                    List.of(new Row(
                            List.of(Cell.of(left.toArray(String[]::new)), Cell.of(right.toArray(String[]::new))),
                            false)),
                    false);
        }
    }
}
