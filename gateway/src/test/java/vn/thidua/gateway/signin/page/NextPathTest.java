package vn.thidua.gateway.signin.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NextPathTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/plans/12?tab=tasks&x=%C4%91", "/#a", "/a//b"})
    void anAddressOfThisHostIsTaken(String path) {
        assertThat(NextPath.of(path)).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "//a.example",
                "///a",
                "/\\a.example",
                "\\\\a",
                "http://a.example",
                "javascript:alert(1)",
                "/\t/a",
                "/a\nb",
                "/a\u0000",
                "/\u007fa",
                "/đ",
                "/login",
                "/login?next=/",
                "/logout",
                "/oauth2/authorization/issuer"
            })
    void anythingElseLeadsToTheStart(String path) {
        assertThat(NextPath.of(path)).isEqualTo("/");
    }

    @Test
    void noneLeadsToTheStart() {
        assertThat(NextPath.of(null)).isEqualTo("/");
    }
}
