package vn.thidua.plan.reader.intake.docx;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.plan.reader.intake.docx.WordFile.cell;
import static vn.thidua.plan.reader.intake.docx.WordFile.p;
import static vn.thidua.plan.reader.intake.docx.WordFile.r;
import static vn.thidua.plan.reader.intake.docx.WordFile.row;
import static vn.thidua.plan.reader.intake.docx.WordFile.table;

import java.util.List;
import org.junit.jupiter.api.Test;

class DocxNumberingTest {
    private static final String LIST = "<w:abstractNum w:abstractNumId=\"0\">" + level(0, "upperRoman", "%1.")
            + level(1, "decimal", "%2.")
            + level(2, "lowerLetter", "%3)") + level(3, "bullet", "\uf0b7") + level(4, "bullet", "+")
            + "</w:abstractNum>"
            + "<w:abstractNum w:abstractNumId=\"1\">" + level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2.")
            + level(2, "decimalZero", "%3") + "</w:abstractNum>"
            + num(1, 0, "") + num(2, 1, "")
            + num(3, 1, "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"5\"/></w:lvlOverride>");

    private static String level(int level, String format, String text) {
        return "<w:lvl w:ilvl=\"" + level + "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" + format
                + "\"/><w:lvlText w:val=\"" + text + "\"/></w:lvl>";
    }

    private static String num(int id, int definition, String overrides) {
        return "<w:num w:numId=\"" + id + "\"><w:abstractNumId w:val=\"" + definition + "\"/>" + overrides + "</w:num>";
    }

    private static String item(int list, int level, String text) {
        return p("<w:numPr><w:ilvl w:val=\"" + level + "\"/><w:numId w:val=\"" + list + "\"/></w:numPr>", r(text));
    }

    private static List<String> read(String body) {
        return WordFile.show(WordFile.body(body).numbering(LIST).read());
    }

    @Test
    void ordinalsAreCountedPerLevelAndBeginAnewUnderTheNext() {
        assertThat(read(item(1, 0, "MỤC ĐÍCH")
                        + item(1, 1, "Mục đích")
                        + item(1, 1, "Yêu cầu")
                        + item(1, 2, "Một")
                        + item(1, 3, "chấm")
                        + item(1, 4, "cộng")
                        + item(1, 0, "NỘI DUNG")
                        + item(1, 1, "Phong trào")))
                .containsExactly(
                        "I. MỤC ĐÍCH",
                        "1. Mục đích",
                        "2. Yêu cầu",
                        "a) Một",
                        "- chấm",
                        "+ cộng",
                        "II. NỘI DUNG",
                        "1. Phong trào");
    }

    @Test
    void anOrdinalOfSeveralLevelsNamesThemAll() {
        assertThat(read(item(2, 0, "a")
                        + item(2, 1, "b")
                        + item(2, 1, "c")
                        + item(2, 2, "d")
                        + item(2, 0, "e")
                        + item(2, 1, "f")))
                .containsExactly("1. a", "1.1. b", "1.2. c", "01 d", "2. e", "2.1. f");
    }

    @Test
    void twoListsOfOneDefinitionCountOnUnlessOneIsToldWhereToStart() {
        assertThat(read(item(2, 0, "a") + item(3, 0, "b") + item(3, 0, "c") + item(2, 0, "d")))
                .containsExactly("1. a", "5. b", "6. c", "7. d");
    }

    @Test
    void plainParagraphsBetweenDoNotStopTheCount() {
        assertThat(read(item(2, 0, "a") + p("xen giữa") + item(2, 0, "b"))).containsExactly("1. a", "xen giữa", "2. b");
    }

    @Test
    void listNumberZeroSwitchesTheNumberingOfTheStyleOff() {
        String styled = "<w:pStyle w:val=\"Heading1\"/>";
        assertThat(WordFile.show(WordFile.body(p(styled, r("MỘT"))
                                + p(styled + "<w:numPr><w:numId w:val=\"0\"/></w:numPr>", r("KHÔNG"))
                                + p(styled, r("HAI")))
                        .styles(
                                "<w:style w:styleId=\"Base\" w:type=\"paragraph\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"
                                        + "<w:style w:styleId=\"Heading1\" w:type=\"paragraph\"><w:basedOn w:val=\"Base\"/></w:style>")
                        .numbering(LIST)
                        .read()))
                .containsExactly("I. MỘT", "KHÔNG", "II. HAI");
    }

    @Test
    void aStyleFindsItsLevelInTheList() {
        assertThat(WordFile.show(
                        WordFile.body(p("<w:pStyle w:val=\"H1\"/>", r("MỘT")) + p("<w:pStyle w:val=\"H2\"/>", r("Hai")))
                                .styles(
                                        "<w:style w:styleId=\"H1\" w:type=\"paragraph\"><w:pPr><w:numPr><w:numId w:val=\"9\"/></w:numPr></w:pPr></w:style>"
                                                + "<w:style w:styleId=\"H2\" w:type=\"paragraph\"><w:pPr><w:numPr><w:numId w:val=\"9\"/></w:numPr></w:pPr></w:style>")
                                .numbering(
                                        "<w:abstractNum w:abstractNumId=\"4\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"upperRoman\"/>"
                                                + "<w:pStyle w:val=\"H1\"/><w:lvlText w:val=\"%1.\"/></w:lvl><w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/>"
                                                + "<w:pStyle w:val=\"H2\"/><w:isLgl/><w:lvlText w:val=\"%1.%2\"/></w:lvl></w:abstractNum>"
                                                + num(9, 4, ""))
                                .read()))
                .containsExactly("I. MỘT", "1.1 Hai");
    }

    @Test
    void aListThatPointsToAStyleTakesTheListOfThatStyle() {
        assertThat(WordFile.show(WordFile.body(item(7, 0, "a"))
                        .styles(
                                "<w:style w:styleId=\"S\" w:type=\"numbering\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>")
                        .numbering(LIST
                                + "<w:abstractNum w:abstractNumId=\"8\"><w:numStyleLink w:val=\"S\"/></w:abstractNum>"
                                + num(7, 8, ""))
                        .read()))
                .containsExactly("I. a");
    }

    @Test
    void anEmptyNumberedParagraphOfACellIsTheBareOrdinal() {
        assertThat(read(table(
                        "",
                        row("<w:tc>" + item(2, 0, "") + "</w:tc>", cell("Một"))
                                + row("<w:tc>" + item(2, 0, "") + "</w:tc>", cell("Hai")))))
                .containsExactly("1. | Một || 2. | Hai");
    }

    @Test
    void anEmptyNumberedParagraphOfTheBodyIsCountedAndNotRead() {
        assertThat(read(item(2, 0, "a") + item(2, 0, "") + item(2, 0, "c"))).containsExactly("1. a", "3. c");
    }

    @Test
    void aListThatDoesNotExistNumbersNothing() {
        assertThat(read(item(99, 0, "a") + item(2, 77, "b"))).containsExactly("a", "b");
    }

    @Test
    void lettersAndRomansAreCountedAsWordCountsThem() {
        assertThat(List.of(
                        Ordinals.shown(27, "lowerLetter"),
                        Ordinals.shown(28, "upperLetter"),
                        Ordinals.shown(49, "upperRoman"),
                        Ordinals.shown(4, "lowerRoman"),
                        Ordinals.shown(9, "decimalZero"),
                        Ordinals.shown(3, "vietnameseCounting"),
                        Ordinals.shown(2_000_000_000, "upperRoman"),
                        Ordinals.shown(2_000_000_000, "upperLetter")))
                .containsExactly("aa", "BB", "XLIX", "iv", "09", "3", "2000000000", "2000000000");
    }
}
