package vn.thidua.plan.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.thidua.plan.domain.Assignee;
import vn.thidua.plan.domain.TaskContent;
import vn.thidua.plan.domain.plan.CitedDocument;
import vn.thidua.plan.domain.plan.PlanDetails;
import vn.thidua.plan.domain.plan.PlannedTask;

/** Plans as no document has them, but as people may write them by hand. */
class AwkwardPlansTest {

    private static final String ISSUER = "UBND xã Khe Sim";

    @Test
    void sixtyTasksOverSeveralPagesComeBackOneByOne() {
        List<TaskContent> tasks = new ArrayList<>();
        for (int i = 1; i <= 60; i++) {
            tasks.add(new Words("Nhiệm vụ thứ " + i
                            + ": tuyên truyền, vận động nhân dân tham gia phong trào thi đua yêu nước, gắn với "
                            + "nhiệm vụ chính trị của địa phương và kết quả bình xét cuối năm")
                    .ordinal("" + i)
                    .due(
                            "Trước ngày " + (1 + i % 28) + "/" + (1 + i % 12) + "/2026",
                            null,
                            LocalDate.of(2026, 1 + i % 12, 1 + i % 28))
                    .lead("Phòng Văn hóa - Xã hội")
                    .executors("Thôn " + i, "Tổ công nghệ số cộng đồng thôn " + i)
                    .content());
        }

        comesBack(tasks);
    }

    @Test
    void veryLongTextQuotesAndLineBreaksComeBackAsOneTask() {
        String sentence =
                "Tổ chức lễ phát động phong trào “Dân vận khéo”, trao cờ \"Đơn vị dẫn đầu\" & ký <giao ước> thi đua; ";
        comesBack(List.of(
                new Words(sentence.repeat(60).strip())
                        .ordinal("1")
                        .lead("Văn phòng HĐND và UBND")
                        .content(),
                new Words(
                                "Xây dựng kế hoạch:\n- gửi các thôn;\r\n- niêm yết tại nhà văn hóa\n\n- đăng trên trang thông tin")
                        .ordinal("2")
                        .coordinators("Các thôn")
                        .content()));
    }

    @Test
    void tasksWithoutOrdinalStayApartHoweverTheyBegin() {
        comesBack(List.of(
                new Words("Phát động thi đua").content(),
                new Words("ký giao ước thi đua giữa các thôn")
                        .executors("Các thôn")
                        .content(),
                new Words("và tổng kết phong trào").due("Quý IV", 4, null, null).content(),
                new Words("Tháng 3").content(),
                new Words("Quý II").ordinal("2").content()));
    }

    @Test
    void aTaskOfWhichOnlyTheOrdinalAndTheWordsAreKnownIsNoHeading() {
        comesBack(List.of(
                new Words("Công tác tuyên truyền").ordinal("I").content(),
                new Words("Công tác khen thưởng").ordinal("A").content(),
                new Words("Tổ chức hội nghị").ordinal("1").lead("Văn phòng").content()));
    }

    @Test
    void ordinalsOfSectionsComeBackAsTheyAre() {
        comesBack(Stream.of("II.3", "II.3.1", "III.2.a", "1.10", "IV", "b", "12")
                .map(ordinal -> new Words("Nội dung của mục " + ordinal + " trong kế hoạch")
                        .ordinal(ordinal)
                        .executors("Trưởng các thôn")
                        .content())
                .toList());
    }

    @Test
    void deadlinesWhoseWordsDoNotSayTheDaysComeBackWithTheDays() {
        List<TaskContent> tasks = List.of(
                new Words("Không có chữ, chỉ có hạn")
                        .due(null, null, null, LocalDate.of(2026, 6, 5))
                        .content(),
                new Words("Chỉ có ngày bắt đầu")
                        .due(null, null, LocalDate.of(2026, 2, 1), null)
                        .content(),
                new Words("Từ ngày đến ngày")
                        .due(null, null, LocalDate.of(2026, 3, 5), LocalDate.of(2026, 4, 10))
                        .content(),
                new Words("Trong một ngày")
                        .due(null, null, LocalDate.of(2026, 5, 19), LocalDate.of(2026, 5, 19))
                        .content(),
                new Words("Chữ nói khác ngày")
                        .due("Khi có hướng dẫn", null, null, LocalDate.of(2026, 8, 20))
                        .content(),
                new Words("Đã lùi hạn")
                        .due("Trước ngày 15/6/2026", null, null, LocalDate.of(2026, 7, 15))
                        .content(),
                new Words("Chỉ có quý").due(null, 3, null, null).content());
        RoundTrip trip = trip(plan(), tasks);

        assertThat(trip.tasksRead())
                .extracting(
                        task -> task.content().dueFrom(), task -> task.content().dueTo(), task -> task.content()
                                .quarter())
                .isEqualTo(trip.tasks().stream()
                        .map(task -> tuple(
                                task.content().dueFrom(),
                                task.content().dueTo(),
                                task.content().quarter()))
                        .toList());
        assertThat(trip.tasksRead().get(4).content().deadlineText())
                .isEqualTo("Khi có hướng dẫn (chậm nhất ngày 20/8/2026)");
    }

    @Test
    void quartersThatOnlyAHeadingSaysComeBackAndDoNotReachFurther() {
        comesBack(List.of(
                new Words("Kiểm tra đợt một")
                        .ordinal("1")
                        .due("Trước ngày 15/6/2026", 2, null, LocalDate.of(2026, 6, 15))
                        .content(),
                new Words("Việc thường xuyên")
                        .ordinal("2")
                        .due("Thường xuyên", null, null, null)
                        .lead("Các thôn")
                        .content(),
                new Words("Việc theo tháng")
                        .ordinal("3")
                        .due("Tháng 10", null, LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31))
                        .content(),
                new Words("Việc theo quý")
                        .ordinal("4")
                        .due("Quý IV", 4, null, null)
                        .content(),
                new Words("Kiểm tra đợt hai")
                        .ordinal("5")
                        .due("Theo lịch", 4, null, null)
                        .content(),
                new Words("Không nói khi nào").ordinal("6").lead("Công an xã").content()));
    }

    @Test
    void columnsOfBareQuartersKeepTheirWords() {
        comesBack(List.of(
                new Words("Phát động thi đua")
                        .ordinal("1")
                        .due("I", 1, null, null)
                        .content(),
                new Words("Sơ kết phong trào")
                        .ordinal("2")
                        .due("II", 2, null, null)
                        .content()));
    }

    @Test
    void emptyCellsStayEmptyAndNothingMovesOver() {
        comesBack(List.of(
                new Words("Có đủ")
                        .ordinal("1")
                        .lead("Văn phòng")
                        .executors("Các thôn")
                        .coordinators("Mặt trận Tổ quốc xã", "Hội Phụ nữ xã")
                        .content(),
                new Words("Chỉ có phối hợp")
                        .ordinal("2")
                        .coordinators("Đoàn Thanh niên xã")
                        .content(),
                new Words("Chỉ có thực hiện")
                        .ordinal("3")
                        .executors("Công chức Tài chính - Kế toán")
                        .content(),
                new Words("Không có ai").ordinal("4").content()));
    }

    @Test
    void aDraftWithoutNumberDateAndSignatoryStaysWithoutThem() {
        PlanDetails draft = new PlanDetails(
                PlanDetails.PlanKind.YEAR,
                null,
                null,
                "Khe Sim",
                "Công tác thi đua, khen thưởng năm 2026",
                2026,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null);
        RoundTrip trip = trip(
                draft,
                List.of(new Words("Phát động thi đua")
                        .ordinal("1")
                        .lead("Văn phòng")
                        .content()));

        assertThat(RoundTrip.told(trip.issuerRead(), trip.detailsRead())).isEqualTo(RoundTrip.told(ISSUER, draft));
    }

    @Test
    void aPlanWithoutTasksHasNoneAndKeepsItsReportsAndTargets() {
        RoundTrip trip = trip(plan(), List.of());

        assertThat(trip.tasksRead()).isEmpty();
        assertThat(RoundTrip.told(trip.issuerRead(), trip.detailsRead())).isEqualTo(RoundTrip.told(ISSUER, plan()));
        assertThat(RoundTrip.reports(trip.detailsRead())).isEqualTo(RoundTrip.reports(plan()));
    }

    @Test
    void whatWasWrittenByHandIsSaidInSentencesThatAreReadAgain() {
        RoundTrip trip = trip(
                plan(),
                List.of(new Words("Phát động thi đua")
                        .ordinal("1")
                        .lead("Văn phòng")
                        .content()));

        assertThat(RoundTrip.told(trip.issuerRead(), trip.detailsRead())).isEqualTo(RoundTrip.told(ISSUER, plan()));
        assertThat(RoundTrip.targets(trip.detailsRead()))
                .containsExactly(">= 1500 null hộ null", ">= 90 null % 2026", "between 5 7 sáng kiến null");
        assertThat(RoundTrip.reports(trip.detailsRead())).isEqualTo(RoundTrip.reports(plan()));
        assertThat(RoundTrip.campaigns(trip.detailsRead())).isEqualTo(RoundTrip.campaigns(plan()));
    }

    @Test
    void aDeputySignsForTheChairAndADepartmentForItself() {
        PlanDetails plan = plan();
        assertThat(RoundTrip.proposal(RoundTrip.document(ISSUER, plan, List.of()))
                        .text())
                .contains("TM. ỦY BAN NHÂN DÂN")
                .contains("KT. CHỦ TỊCH");
        RoundTrip department = RoundTrip.of("Sở Giáo dục và Đào tạo", signedBy("GIÁM ĐỐC"), List.of());

        assertThat(department.issuerRead()).isEqualTo("Sở Giáo dục và Đào tạo");
        assertThat(department.read().text()).doesNotContain("TM.").doesNotContain("KT.");
        assertThat(department.detailsRead().signatory()).isEqualTo(new PlanDetails.Signatory("GIÁM ĐỐC", "Lò Thị Mẩy"));
        assertThat(RoundTrip.of(ISSUER, signedBy("TL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG"), List.of())
                        .detailsRead()
                        .signatory())
                .isEqualTo(new PlanDetails.Signatory("CHÁNH VĂN PHÒNG", "Lò Thị Mẩy"));
    }

    @Test
    void signsThatXmlRefusesAreLeftOut() {
        comesBack(List.of(new Words("Tổ chức\u0001 hội\u000B nghị\t]]> \u00A0tổng kết \uFFFF")
                .ordinal("1")
                .lead("Văn\u0007 phòng")
                .content()));
    }

    private static void comesBack(List<TaskContent> tasks) {
        RoundTrip trip = trip(plan(), tasks);

        assertThat(RoundTrip.told(trip.tasksRead())).isEqualTo(RoundTrip.told(trip.tasks()));
    }

    private static RoundTrip trip(PlanDetails plan, List<TaskContent> contents) {
        List<PlannedTask> tasks = new ArrayList<>();
        contents.forEach(content -> tasks.add(new PlannedTask(tasks.size() + 1, content)));
        return RoundTrip.of(ISSUER, plan, tasks);
    }

    private static PlanDetails plan() {
        return signedBy("PHÓ CHỦ TỊCH");
    }

    private static PlanDetails signedBy(String position) {
        return new PlanDetails(
                PlanDetails.PlanKind.YEAR,
                "07/KH-UBND",
                LocalDate.of(2026, 1, 15),
                "Khe Sim",
                "Công tác thi đua, khen thưởng",
                2026,
                "Kỷ cương - Sáng tạo - Về đích",
                List.of(
                        new CitedDocument("Luật", "06/2022/QH15", LocalDate.of(2022, 6, 15), "Quốc hội", null),
                        new CitedDocument("Nghị định", "152/2025/NĐ-CP", LocalDate.of(2025, 6, 14), "Chính phủ", null)),
                List.of(new CitedDocument(
                        "Kế hoạch", "12/KH-UBND", LocalDate.of(2026, 1, 8), "UBND tỉnh Nam Lạc", null)),
                List.of("Cả nước chung sức xây dựng nông thôn mới", "Khe Sim chuyển đổi số"),
                List.of(
                        new PlanDetails.NumericTarget(
                                "thôn có tổ công nghệ số cộng đồng", new BigDecimal("90"), null, "%", ">=", 2026),
                        new PlanDetails.NumericTarget(
                                "đăng ký gia đình văn hóa", new BigDecimal("1500"), null, "hộ", ">=", null),
                        new PlanDetails.NumericTarget(
                                "được công nhận cấp cơ sở",
                                new BigDecimal("5"),
                                new BigDecimal("7"),
                                "sáng kiến",
                                "between",
                                null)),
                List.of(
                        new PlanDetails.ReportDeadline("6 tháng", LocalDate.of(2026, 6, 10), "Kết quả thực hiện"),
                        new PlanDetails.ReportDeadline("năm", LocalDate.of(2026, 11, 30), "")),
                List.of("Sở Nội vụ (b/c)", "TT Đảng ủy, HĐND xã", "Lưu: VT, VX"),
                new PlanDetails.Signatory(position, "Lò Thị Mẩy"));
    }

    /** A task piece by piece. */
    private record Words(
            String text,
            @Nullable String ordinal,
            @Nullable String deadline,
            @Nullable Integer quarter,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            List<String> lead,
            List<String> executors,
            List<String> coordinators) {

        Words(String text) {
            this(text, null, null, null, null, null, List.of(), List.of(), List.of());
        }

        Words ordinal(String as) {
            return new Words(text, as, deadline, quarter, from, to, lead, executors, coordinators);
        }

        Words due(@Nullable String words, @Nullable Integer in, @Nullable LocalDate first, @Nullable LocalDate last) {
            return new Words(text, ordinal, words, in, first, last, lead, executors, coordinators);
        }

        Words due(String words, @Nullable LocalDate first, @Nullable LocalDate last) {
            return due(words, null, first, last);
        }

        Words lead(String... names) {
            return new Words(text, ordinal, deadline, quarter, from, to, List.of(names), executors, coordinators);
        }

        Words executors(String... names) {
            return new Words(text, ordinal, deadline, quarter, from, to, lead, List.of(names), coordinators);
        }

        Words coordinators(String... names) {
            return new Words(text, ordinal, deadline, quarter, from, to, lead, executors, List.of(names));
        }

        TaskContent content() {
            return new TaskContent(
                    ordinal, text, deadline, quarter, from, to, named(lead), named(executors), named(coordinators));
        }

        private static List<Assignee> named(List<String> words) {
            return words.stream().map(Assignee::of).toList();
        }
    }
}
