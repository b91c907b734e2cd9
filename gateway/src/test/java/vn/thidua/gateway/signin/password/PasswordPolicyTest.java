package vn.thidua.gateway.signin.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thidua.platform.web.problem.FieldProblem;

class PasswordPolicyTest {

    private final PasswordPolicy policy = new PasswordPolicy(15);

    private Optional<FieldProblem> fault(String password) {
        return policy.fault("new", password, List.of("lan.nguyen"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"sáu con trâu qua sông Đà", "correct horse battery staple", "xk7 mvp qz2 hhd", "只有十五个字符的密码其实也可以用"
            })
    void aLongUncommonOneIsTakenWhateverItsLetters(String password) {
        assertThat(fault(password)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "passwordpassword",
                "aaaaaaaaaaaaaaaa",
                "123456789012345678",
                "qwertyuiopasdfgh",
                "lan.nguyen lan.nguyen",
                "LanNguyenLanNguyen",
                "thi đua thi đua thi đua",
                "iloveyouiloveyou"
            })
    void aCommonOrTellingOneIsNot(String password) {
        assertThat(fault(password))
                .get()
                .extracting(FieldProblem::vi)
                .asString()
                .contains("dễ đoán");
    }

    @Test
    void itsLengthIsCountedInCharactersNotInBytes() {
        assertThat(fault("đường mòn xưa"))
                .get()
                .extracting(FieldProblem::vi)
                .asString()
                .contains("15 ký tự");
        assertThat(fault("\uD83D\uDC03\uD83C\uDF3F".repeat(7))).isPresent();
    }

    @Test
    void sixtyFourCharactersAndMoreAreTaken() {
        String four = "tám mươi bốn nghìn sáu trăm hạt thóc rơi xuống ruộng đồng chiều nay gió mùa về";

        assertThat(four.length()).isGreaterThan(64);
        assertThat(fault(four)).isEmpty();
        assertThat(fault(four.repeat(10)))
                .get()
                .extracting(FieldProblem::vi)
                .asString()
                .contains("256");
    }
}
