package vn.thidua.plan.reader.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thidua.plan.reader.source.Passage;

class QuotesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "phong trào “Dân vận khéo” năm nay",
                "phong trào \"Dân vận khéo\" năm nay",
                "phong trào «Dân vận khéo» năm nay",
                "phong trào „Dân vận khéo” năm nay",
                "phong trào “Dân vận khéo\" năm nay",
                "phong trào ”Dân vận khéo” năm nay",
                "phong trào ‘Dân vận khéo’ năm nay",
                "phong trào “ Dân vận khéo, ” năm nay",
            })
    void wordsInQuotesAreFoundWhateverTheMarks(String words) {
        assertThat(inside(words)).containsExactly("Dân vận khéo");
    }

    @Test
    void severalQuotesFollowEachOther() {
        assertThat(inside("“Một”, “Hai” và \"Ba\"")).containsExactly("Một", "Hai", "Ba");
    }

    @Test
    void aMarkThatIsNeverClosedQuotesNothing() {
        assertThat(inside("phong trào “Dân vận khéo năm nay")).isEmpty();
    }

    @Test
    void aMarkLeftOpenDoesNotSwallowWhatComesFarBehind() {
        String words = "mở “ngoặc rồi quên " + "rất dài ".repeat(45) + " phong trào “Dân vận khéo”";

        assertThat(inside(words)).containsExactly("Dân vận khéo");
    }

    @Test
    void anApostropheInsideAQuoteDoesNotCloseIt() {
        assertThat(inside("hội thi “Rung chuông vàng ở Krông’Ana” lần thứ hai"))
                .containsExactly("Rung chuông vàng ở Krông’Ana");
    }

    private static List<String> inside(String words) {
        Passage passage = Passage.of(words, 0, words.length());
        return Quotes.find(passage).stream()
                .map(quote -> Quotes.inside(passage, quote).toString())
                .toList();
    }
}
