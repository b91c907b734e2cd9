package vn.thidua.plan.reader.intake.docx;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.plan.reader.intake.docx.WordFile.p;
import static vn.thidua.plan.reader.intake.docx.WordFile.r;

import org.junit.jupiter.api.Test;
import vn.thidua.plan.reader.source.IntakeNote;
import vn.thidua.plan.reader.source.SourceDocument;

class DocxOldFontsTest {
    private static String font(String name) {
        return "<w:rFonts w:ascii=\"" + name + "\" w:hAnsi=\"" + name + "\"/>";
    }

    @Test
    void lettersOfAnAbcFontAreConverted() {
        SourceDocument document = WordFile.body("<w:p>" + r(font(".VnTime"), "KÕ ho¹ch c«ng t¸c thi ®ua, khen th\u00ad")
                        + r(font(".VnTime") + "<w:b/>", "ëng") + "</w:p>")
                .read();
        assertThat(WordFile.show(document)).containsExactly("Kế hoạch công tác thi đua, khen thưởng");
        assertThat(document.notes()).containsExactly(IntakeNote.OLD_ENCODING_CONVERTED);
    }

    @Test
    void aSoftHyphenOfAnAbcFontIsALetter() {
        assertThat(WordFile.read("<w:p><w:r><w:rPr>" + font(".VnTime")
                        + "</w:rPr><w:t>khen th</w:t><w:softHyphen/><w:t>ëng c«ng t¸c</w:t></w:r></w:p>"))
                .containsExactly("khen thưởng công tác");
    }

    @Test
    void aCapitalFontShowsCapitals() {
        assertThat(WordFile.read("<w:p>" + r(font(".VnTimeH"), "kÕ ho¹ch") + "</w:p>"))
                .containsExactly("KẾ HOẠCH");
    }

    @Test
    void lettersOfAVniFontAreConvertedAlsoWhenTheStyleNamesIt() {
        assertThat(WordFile.show(WordFile.body(p("<w:pStyle w:val=\"V\"/>", r("Coâng taùc thi ñua")))
                        .styles("<w:style w:styleId=\"V\" w:type=\"paragraph\"><w:rPr>" + font("VNI-Times")
                                + "</w:rPr></w:style>")
                        .read()))
                .containsExactly("Công tác thi đua");
    }

    @Test
    void anOldFontOverUnicodeLettersChangesNothing() {
        SourceDocument document = WordFile.body("<w:p>" + r(font(".VnTime"), "Số và là có")
                        + r(font(".VnTime") + "<w:b/>", " và ") + r("của Đảng") + "</w:p>")
                .read();
        assertThat(WordFile.show(document)).containsExactly("Số và là có và của Đảng");
        assertThat(document.notes()).isEmpty();
    }

    @Test
    void aWordThatCouldBeEitherStaysAsItIsInAUnicodeDocument() {
        assertThat(WordFile.read(p("Tổ chức thực hiện") + "<w:p>" + r(font(".VnTime"), "có") + "</w:p>"))
                .containsExactly("Tổ chức thực hiện", "có");
        assertThat(WordFile.read("<w:p>" + r(font(".VnTime"), "Sè: 01") + "</w:p>"))
                .containsExactly("Số: 01");
    }

    @Test
    void oldLettersUnderAnyOtherFontAreConvertedToo() {
        SourceDocument document = WordFile.body(p("KÕ ho¹ch c«ng t¸c") + p("thi ®ua n¨m 2025") + p("Sè: 01"))
                .read();
        assertThat(WordFile.show(document)).containsExactly("Kế hoạch công tác", "thi đua năm 2025", "Số: 01");
        assertThat(document.notes()).containsExactly(IntakeNote.OLD_ENCODING_CONVERTED);
    }

    @Test
    void oldLettersOfTheSymbolRangeAreConverted() {
        assertThat(WordFile.read("<w:p>" + r(font(".VnTime"), "c\uf0abng t\uf0b8c thi \uf0aeua") + "</w:p>"))
                .containsExactly("công tác thi đua");
    }
}
