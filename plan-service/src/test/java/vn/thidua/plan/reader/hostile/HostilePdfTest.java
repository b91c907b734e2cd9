package vn.thidua.plan.reader.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thidua.plan.reader.intake.RefusalReason;

class HostilePdfTest {
    private static final String TEXT = "BT /F1 12 Tf 72 700 Td (Ke hoach phong trao thi dua cua xa Xuan Son) Tj ET ";

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void aFileWithAPasswordIsRefusedByName() {
        assertThat(Guarded.refusal(HostilePdf.encrypted("owner", "user"))).isEqualTo(RefusalReason.ENCRYPTED);
    }

    @Test
    void aFileThatOnlyForbidsChangesIsRead() {
        assertThat(Guarded.proposal(HostilePdf.encrypted("owner", "")).text()).contains("tổ chức thực hiện");
    }

    @Test
    void aFileCutOffAnywhereIsReadOrRefused() {
        byte[] whole = HostilePdf.ruledTable(60);
        for (int part = 1; part <= 20; part++) {
            Guarded.read(Arrays.copyOf(whole, whole.length * part / 21));
        }
    }

    @Test
    void aFileWithoutItsBeginningIsReadOrRefused() {
        byte[] whole = HostilePdf.pages(3);
        byte[] rest = Arrays.copyOfRange(whole, whole.length / 2, whole.length);
        Guarded.read(rest);
        byte[] headed = Arrays.copyOf(ascii("%PDF-1.7\n"), 9 + rest.length);
        System.arraycopy(rest, 0, headed, 9, rest.length);
        Guarded.read(headed);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", TEXT, "q ", "1 1 m 2 2 l S ", "(a) ", "[ ", "<< ", "/Me Do "})
    void aPageThatInflatesBeyondAllMeasureIsRefusedByName(String unit) {
        byte[] bomb = HostilePdf.written(HostilePdf.deflated(unit, 200), "/Filter/FlateDecode", "3 0 R");
        assertThat(Guarded.refusal(bomb)).isEqualTo(RefusalReason.INFLATES_TOO_MUCH);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", TEXT, "q ", "1 1 m 2 2 l S ", "(a) ", "[ ", "<< ", "BI ID ", "1 "})
    void aPageOfSomeMegabytesIsReadOrRefused(String unit) {
        Guarded.read(HostilePdf.written(HostilePdf.deflated(unit, 8), "/Filter/FlateDecode", "3 0 R"));
    }

    @Test
    void aFormThatDrawsItselfIsReadOrRefused() {
        String twice = "/Me Do /Me Do " + TEXT;
        String form =
                "6 0 obj\n<</Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</Me 6 0 R>>/Font<</F1 5 0 R>>>>"
                        + "/Length " + twice.length() + ">>\nstream\n" + twice + "\nendstream\nendobj";
        Guarded.read(HostilePdf.written(ascii(twice), "", "3 0 R", form));
    }

    @Test
    void formsThatDrawEachOtherManyTimesAreReadOrRefused() {
        StringBuilder objects = new StringBuilder();
        for (int i = 6; i < 26; i++) {
            String content = i == 25 ? TEXT : "/Me Do ".repeat(10);
            objects.append(i)
                    .append(" 0 obj\n<</Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</Me ")
                    .append(i + 1)
                    .append(" 0 R>>/Font<</F1 5 0 R>>>>/Length ")
                    .append(content.length())
                    .append(">>\nstream\n")
                    .append(content)
                    .append("\nendstream\nendobj\n");
        }
        Guarded.read(HostilePdf.written(ascii("/Me Do " + TEXT), "", "3 0 R", objects.toString()));
    }

    @Test
    void pagesThatHoldThemselvesAreReadOrRefused() {
        Guarded.read(HostilePdf.written(ascii(TEXT), "", "2 0 R 3 0 R"));
        Guarded.read(HostilePdf.written(ascii(TEXT), "", "3 0 R ".repeat(100_000)));
        Guarded.read(HostilePdf.written(
                ascii(TEXT),
                "",
                "7 0 R",
                "7 0 obj\n<</Type/Pages/Parent 2 0 R/Kids[8 0 R]/Count 1>>\nendobj",
                "8 0 obj\n<</Type/Pages/Parent 7 0 R/Kids[7 0 R 3 0 R]/Count 1>>\nendobj"));
    }

    @Test
    void objectsInsideOfEachOtherAreReadOrRefused() {
        Guarded.read(HostilePdf.written(ascii(TEXT), "", "3 0 R", "7 0 obj\n" + "[".repeat(100_000) + "\nendobj"));
        Guarded.read(HostilePdf.written(ascii(TEXT), "", "3 0 R", "7 0 obj\n" + "<</a ".repeat(100_000) + "\nendobj"));
    }

    @Test
    void fiveThousandPagesAreReadOrRefused() {
        Guarded.read(HostilePdf.pages(5000));
    }

    @Test
    void lettersOnOneSpotAreReadOrRefused() {
        byte[] file = HostilePdf.drawn((document, font) -> {
            for (int i = 0; i < 5; i++) {
                HostilePdf.page(document, font, List.of("thi đua ".repeat(20_000)));
            }
        });
        Guarded.read(file);
    }
}
