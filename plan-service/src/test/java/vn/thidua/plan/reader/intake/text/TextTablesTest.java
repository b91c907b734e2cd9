package vn.thidua.plan.reader.intake.text;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.plan.reader.intake.text.TextRead.blocks;
import static vn.thidua.plan.reader.intake.text.TextRead.document;

import org.junit.jupiter.api.Test;
import vn.thidua.plan.reader.source.Block;
import vn.thidua.plan.reader.source.SourceDocument;

class TextTablesTest {

    @Test
    void pipesMakeATable() {
        assertThat(blocks("""
                Phụ lục
                | TT | Nội dung | Thời gian |
                |:--:|---|---|
                | 1 | **Phát động** thi đua | Quý I |
                | 2 | Tổng kết |  |
                Kèm theo
                """))
                .containsExactly(
                        "Phụ lục", "[TT/Nội dung/Thời gian¶1/Phát động thi đua/Quý I¶2/Tổng kết/]", "Kèm theo");
    }

    @Test
    void pipesAtTheEdgesMayBeLeftOut() {
        assertThat(blocks("TT | Nội dung | Thời gian\n---|---|---\n1 | Phát động | Quý I\n2 | Tổng kết | Quý IV\n"))
                .containsExactly("[TT/Nội dung/Thời gian¶1/Phát động/Quý I¶2/Tổng kết/Quý IV]");
    }

    @Test
    void aSinglePipeInASentenceMakesNoTable() {
        assertThat(blocks("Phòng Nội vụ | Phòng Tư pháp cùng thực hiện.\nCác thôn phối hợp.\n"))
                .hasSize(2)
                .noneMatch(block -> block.startsWith("["));
    }

    @Test
    void tabsMakeATable() {
        assertThat(blocks("TT\tNội dung\tThời gian\n1\tPhát động thi đua\tQuý I\n2\tTổng kết\tQuý IV\n"))
                .containsExactly("[TT/Nội dung/Thời gian¶1/Phát động thi đua/Quý I¶2/Tổng kết/Quý IV]");
    }

    @Test
    void anEmptyCellBetweenTabsStaysEmpty() {
        assertThat(blocks("TT\tNội dung\tChủ trì\tThời gian\n1\tPhát động\t\tQuý I\n2\tTổng kết\tCác thôn\tQuý IV\n"))
                .containsExactly("[TT/Nội dung/Chủ trì/Thời gian¶1/Phát động//Quý I¶2/Tổng kết/Các thôn/Quý IV]");
    }

    @Test
    void tagsMakeATableWithSpans() {
        assertThat(blocks("""
                <table><tr><th rowspan="2">TT</th><th colspan="2">Thực hiện</th></tr>
                <tr><th>Chủ trì</th><th>Phối hợp</th></tr>
                <tr><td>1</td><td>Phòng Nội vụ<br/>Công an xã</td><td>Các thôn &amp; tổ</td></tr></table>
                """))
                .containsExactly("[TT/Thực hiện<2>¶^/Chủ trì/Phối hợp¶1/Phòng Nội vụ Công an xã/Các thôn & tổ]");
    }

    @Test
    void columnsSetWithBlanksMakeATable() {
        assertThat(blocks("""
                STT   Nội dung                     Chủ trì            Thời gian
                1     Phát động phong trào         Phòng Nội vụ       Quý I
                      thi đua năm 2025
                2     Kiểm tra công tác thi đua    Hội đồng TĐKT      Quý III
                3     Tổng kết                                        Quý IV
                """))
                .containsExactly("[STT/Nội dung/Chủ trì/Thời gian"
                        + "¶1/Phát động phong trào thi đua năm 2025/Phòng Nội vụ/Quý I"
                        + "¶2/Kiểm tra công tác thi đua/Hội đồng TĐKT/Quý III"
                        + "¶3/Tổng kết//Quý IV]");
    }

    @Test
    void linesInTwoColumnsOfAHeaderAreReadColumnByColumn() {
        SourceDocument document = document("""
                ỦY BAN NHÂN DÂN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                XÃ AN LẠC                Độc lập - Tự do - Hạnh phúc
                """);

        assertThat(document.blocks()).singleElement().isInstanceOfSatisfying(Block.Table.class, table -> assertThat(
                        table.ruled())
                .isFalse());
    }

    @Test
    void everyCellStandsWhereItsWordsStand() {
        SourceDocument document =
                document("| TT | Nội dung | Thời gian |\n|---|---|---|\n| 1 | **Phát** động | Quý I |\n");

        assertThat(document.blocks()).singleElement().isInstanceOfSatisfying(Block.Table.class, table -> {
            assertThat(table.ruled()).isTrue();
            assertThat(table.width()).isEqualTo(3);
            Block.Cell cell = table.rows().getLast().cells().get(1);
            assertThat(TextRead.words(document, cell.lines().getFirst())).isEqualTo("Phát** động");
        });
    }
}
