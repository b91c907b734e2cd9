package vn.thidua.plan.reader.intake.docx;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.plan.reader.intake.docx.WordFile.cell;
import static vn.thidua.plan.reader.intake.docx.WordFile.p;
import static vn.thidua.plan.reader.intake.docx.WordFile.r;
import static vn.thidua.plan.reader.intake.docx.WordFile.read;
import static vn.thidua.plan.reader.intake.docx.WordFile.row;
import static vn.thidua.plan.reader.intake.docx.WordFile.table;

import org.junit.jupiter.api.Test;
import vn.thidua.plan.reader.source.Block;
import vn.thidua.plan.reader.source.IntakeNote;
import vn.thidua.plan.reader.source.SourceDocument;

class DocxParagraphTest {
    private static final String TAB = "<w:r><w:tab/></w:r>";
    private static final String BREAK = "<w:r><w:br/></w:r>";

    @Test
    void aWordSplitIntoRunsIsOneWordAgain() {
        assertThat(read("<w:p>" + r("Kế ho") + "<w:proofErr w:type=\"spellStart\"/>" + r("ạch thi ") + r("đua")
                        + "</w:p>"))
                .containsExactly("Kế hoạch thi đua");
    }

    @Test
    void decomposedLettersAreComposed() {
        assertThat(read(p("Ke\u0302\u0301 hoa\u0323ch"))).containsExactly("Kế hoạch");
    }

    @Test
    void paragraphsAndTablesComeInTheirOrder() {
        assertThat(read(p("Một") + table("", row(cell("a"), cell("b"))) + p("Hai")))
                .containsExactly("Một", "a | b", "Hai");
    }

    @Test
    void contentControlsLinksAndSmartTagsAreReadThrough() {
        assertThat(read("<w:sdt><w:sdtPr/><w:sdtContent><w:p>" + "<w:sdt><w:sdtContent>" + r("Số: ")
                        + "</w:sdtContent></w:sdt><w:smartTag>" + r("01") + "</w:smartTag><w:hyperlink>" + r("/KH-")
                        + "</w:hyperlink><w:customXml>" + r("UBND") + "</w:customXml></w:p></w:sdtContent></w:sdt>"))
                .containsExactly("Số: 01/KH-UBND");
    }

    @Test
    void aPromptThatNobodyFilledInIsNotRead() {
        assertThat(read(p("Kế hoạch") + "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
                        + p("Bấm vào đây để nhập văn bản.") + "</w:sdtContent></w:sdt>"))
                .containsExactly("Kế hoạch");
    }

    @Test
    void theResultOfAFieldCountsAndItsInstructionDoesNot() {
        assertThat(read("<w:p>" + r("Năm ") + "<w:fldSimple w:instr=\"DATE\">" + r("2025") + "</w:fldSimple>"
                        + r(", trang ")
                        + "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> PAGEREF x </w:instrText></w:r>"
                        + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" + r("7")
                        + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>" + r(" hết") + "</w:p>"))
                .containsExactly("Năm 2025, trang 7 hết");
    }

    @Test
    void aFieldWithoutAnEndHidesNothing() {
        assertThat(read("<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>" + r("Kế hoạch") + "</w:p>"
                        + p("Căn cứ")))
                .containsExactly("Kế hoạch", "Căn cứ");
    }

    @Test
    void insertedTextIsReadAndDeletedTextIsNot() {
        SourceDocument document = WordFile.body("<w:p>" + r("Trước ngày ")
                        + "<w:del><w:r><w:delText>15</w:delText></w:r></w:del>"
                        + "<w:ins>" + r("20") + "</w:ins>" + r("/5") + "<w:moveFrom>" + r(" cũ") + "</w:moveFrom>"
                        + "<w:moveTo>" + r(" mới") + "</w:moveTo></w:p>")
                .read();
        assertThat(WordFile.show(document)).containsExactly("Trước ngày 20/5 mới");
        assertThat(document.notes()).containsExactly(IntakeNote.TRACKED_CHANGES);
    }

    @Test
    void aDeletedParagraphMarkJoinsTwoParagraphs() {
        assertThat(read(p("<w:rPr><w:del/></w:rPr>", r("Tổ chức ")) + p("thực hiện")))
                .containsExactly("Tổ chức thực hiện");
    }

    @Test
    void formerPropertiesOfATrackedChangeDoNotCount() {
        assertThat(read(
                        "<w:p><w:pPr><w:jc w:val=\"left\"/><w:pPrChange><w:pPr><w:jc w:val=\"center\"/></w:pPr></w:pPrChange></w:pPr>"
                                + r("a") + BREAK + r("b") + "</w:p>"))
                .containsExactly("a b");
    }

    @Test
    void notesAreLeftOutAndSaidSo() {
        SourceDocument document = WordFile.body(
                        "<w:p>" + r("Nhiệm vụ") + "<w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>")
                .read();
        assertThat(WordFile.show(document)).containsExactly("Nhiệm vụ");
        assertThat(document.notes()).containsExactly(IntakeNote.NOTES_LEFT_OUT);
    }

    @Test
    void hiddenTextIsLeftOut() {
        assertThat(read("<w:p>" + r("Thấy") + r("<w:vanish/>", "giấu") + r("<w:vanish w:val=\"0\"/>", " được")
                        + "</w:p>"))
                .containsExactly("Thấy được");
    }

    @Test
    void hyphensTabsAndSymbolsBecomePlainCharacters() {
        assertThat(read("<w:p>" + r("khen") + "<w:r><w:softHyphen/></w:r>" + r(" thưởng 2021")
                        + "<w:r><w:noBreakHyphen/></w:r>"
                        + r("2025 đạt ") + "<w:r><w:sym w:font=\"Symbol\" w:char=\"F0B3\"/></w:r>" + r(" 90% \uf0fc")
                        + "<w:r><w:sym w:font=\"Wingdings\" w:char=\"F04A\"/></w:r></w:p>"))
                .containsExactly("khen thưởng 2021-2025 đạt ≥ 90%");
    }

    @Test
    void lettersSetInCapitalsAreCapitals() {
        assertThat(WordFile.show(WordFile.body(p("<w:pStyle w:val=\"Title\"/>", r("Kế hoạch")) + "<w:p>"
                                + r("<w:caps/>", "Số") + r(" một") + "</w:p>")
                        .styles(
                                "<w:style w:type=\"paragraph\" w:styleId=\"Title\"><w:name w:val=\"Title\"/><w:rPr><w:caps/></w:rPr></w:style>")
                        .read()))
                .containsExactly("KẾ HOẠCH", "SỐ một");
    }

    @Test
    void twoColumnsSetWithTabsBecomeCellsOfAnUnruledTable() {
        SourceDocument document = WordFile.body(
                        "<w:p>" + r("Nơi nhận:") + TAB + TAB + r("TM. ỦY BAN NHÂN DÂN") + "</w:p>")
                .read();
        assertThat(WordFile.show(document)).containsExactly("Nơi nhận: | TM. ỦY BAN NHÂN DÂN");
        assertThat(((Block.Table) document.blocks().getFirst()).ruled()).isFalse();
    }

    @Test
    void aTabThatOnlyIndentsIsABlank() {
        assertThat(read("<w:p>" + TAB + r("1.") + TAB + r("Mục đích") + "</w:p><w:p>" + TAB + r("-") + TAB
                        + r("Yêu cầu") + "</w:p><w:p>" + r("Số:") + TAB + r("/KH-UBND") + "</w:p>"))
                .containsExactly("1. Mục đích", "- Yêu cầu", "Số: /KH-UBND");
    }

    @Test
    void columnsSetWithManyBlanksAreColumnsAndGapsToFillInAreNot() {
        assertThat(read(p("UBND XÃ XUÂN SƠN" + " ".repeat(12) + "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
                        + p("Số:        /KH-UBND")
                        + p("Xuân Sơn, ngày      tháng      năm 2025")))
                .containsExactly(
                        "UBND XÃ XUÂN SƠN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                        "Số: /KH-UBND",
                        "Xuân Sơn, ngày tháng năm 2025");
    }

    @Test
    void aTabInALongSentenceIsABlank() {
        String sentence = "Đẩy mạnh các phong trào thi đua yêu nước ".repeat(5);
        assertThat(read("<w:p>" + r("Mục đích") + TAB + r(sentence) + "</w:p>"))
                .containsExactly("Mục đích " + sentence.strip());
    }

    @Test
    void aSoftBreakIsANewLineOnlyWhereSomethingBegins() {
        assertThat(read("<w:p>" + r("thực hiện tốt") + BREAK + r("công tác") + BREAK + r("- Khen thưởng") + BREAK
                        + r("2. Kinh phí") + BREAK + r("TỔ CHỨC THỰC HIỆN") + "</w:p>"))
                .containsExactly("thực hiện tốt công tác", "- Khen thưởng", "2. Kinh phí", "TỔ CHỨC THỰC HIỆN");
    }

    @Test
    void aSoftBreakAfterAHeadingIsANewLineAndOneBeforeACapitalIsNot() {
        assertThat(read("<w:p>" + r("KẾ HOẠCH") + BREAK + r("công tác thi đua") + BREAK + r("Hà Nội") + "</w:p>"))
                .containsExactly("KẾ HOẠCH", "công tác thi đua Hà Nội");
    }

    @Test
    void everySoftBreakOfACentredParagraphIsANewLine() {
        SourceDocument document = WordFile.body(
                        p("<w:jc w:val=\"center\"/>", r("<w:b/>", "Kế hoạch") + BREAK + r("công tác thi đua")))
                .read();
        assertThat(WordFile.show(document)).containsExactly("Kế hoạch", "công tác thi đua");
        assertThat(document.blocks())
                .extracting(block -> ((Block.Paragraph) block).bold() + " " + ((Block.Paragraph) block).centred())
                .containsExactly("true true", "false true");
    }

    @Test
    void pagesEndAtBreaksAndSectionsButNotWhereWordLastDrewThem() {
        assertThat(read("<w:p>" + r("Một") + "<w:r><w:br w:type=\"page\"/></w:r>" + r("Hai") + "</w:p>"
                        + p("<w:pageBreakBefore/>", r("Ba")) + p("<w:sectPr/>", r("Bốn"))
                        + "<w:p><w:r><w:lastRenderedPageBreak/><w:t>Năm</w:t></w:r></w:p><w:sectPr/>"))
                .containsExactly("Một", "<page>", "Hai", "<page>", "Ba", "Bốn", "<page>", "Năm");
    }

    @Test
    void aSectionThatGoesOnOnThePageBreaksNothing() {
        assertThat(read(p("<w:sectPr/>", r("Một")) + p("Hai") + "<w:sectPr><w:type w:val=\"continuous\"/></w:sectPr>"))
                .containsExactly("Một", "Hai");
    }

    @Test
    void boldComesFromTheRunsOrTheStylesAndMeansAllLetters() {
        SourceDocument document = WordFile.body(p("<w:pStyle w:val=\"B\"/>", r("Đậm"))
                        + p("<w:pStyle w:val=\"B\"/>", r("Một ") + r("<w:b w:val=\"0\"/>", "phần"))
                        + "<w:p>" + r("<w:rStyle w:val=\"C\"/>", "Kiểu chữ") + r(" : ") + "</w:p>")
                .styles(
                        "<w:style w:styleId=\"A\" w:type=\"paragraph\"><w:rPr><w:b/></w:rPr><w:pPr><w:jc w:val=\"center\"/></w:pPr></w:style>"
                                + "<w:style w:styleId=\"B\" w:type=\"paragraph\"><w:basedOn w:val=\"A\"/></w:style>"
                                + "<w:style w:styleId=\"C\" w:type=\"character\"><w:rPr><w:b/></w:rPr></w:style>")
                .read();
        assertThat(document.blocks())
                .extracting(block -> ((Block.Paragraph) block).bold() + " " + ((Block.Paragraph) block).centred())
                .containsExactly("true true", "false true", "true false");
    }

    @Test
    void aTextBoxIsReadOnceAfterTheParagraphItHangsOn() {
        String box = "<w:txbxContent>" + p("DỰ THẢO") + "</w:txbxContent>";
        assertThat(read("<w:p>" + r("UBND ")
                        + "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><a:graphic><wps:txbx>"
                        + box + "</wps:txbx></a:graphic></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>" + box
                        + "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>" + r("XÃ") + "</w:p>"
                        + p("Kế hoạch")))
                .containsExactly("UBND XÃ", "DỰ THẢO", "Kế hoạch");
    }

    @Test
    void theOtherBranchIsReadWhenTheFirstHasNoWords() {
        assertThat(read(
                        "<w:p><mc:AlternateContent><mc:Choice Requires=\"x\"><w:r><w:drawing/></w:r></mc:Choice><mc:Fallback>"
                                + r("chữ") + "</mc:Fallback></mc:AlternateContent></w:p>"))
                .containsExactly("chữ");
    }

    @Test
    void aTableOfContentsIsNotReadTwice() {
        assertThat(WordFile.show(WordFile.body(
                                p("<w:pStyle w:val=\"T1\"/>", r("I. MỤC ĐÍCH") + TAB + r("2")) + p("I. MỤC ĐÍCH"))
                        .styles("<w:style w:styleId=\"T1\" w:type=\"paragraph\"><w:name w:val=\"toc 1\"/></w:style>")
                        .read()))
                .containsExactly("I. MỤC ĐÍCH");
    }

    @Test
    void aFormulaIsReadAsItsLetters() {
        assertThat(read("<w:p>" + r("Điểm ") + "<m:oMath><m:r><m:t>≥90</m:t></m:r></m:oMath></w:p>"))
                .containsExactly("Điểm ≥90");
    }
}
