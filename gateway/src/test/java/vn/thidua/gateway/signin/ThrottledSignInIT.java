package vn.thidua.gateway.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thidua.gateway.signin.password.Passwords;

/** Guessing is slowed; whom the account belongs to is not kept out. */
class ThrottledSignInIT {

    private static Door door;

    @BeforeAll
    static void open() {
        door = Door.shared();
    }

    /** They count by address, and all tests come from one. */
    @BeforeEach
    void begin() {
        forget();
    }

    @AfterAll
    static void forget() {
        door.database().getCollection("sign_in_tries").drop();
    }

    @Test
    void whoGuessesIsToldToWaitAndTheOwnersBrowserIsNot() {
        door.account("bi.do");
        Browser owners = door.browser();
        assertThat(owners.signIn("bi.do", Door.PASSWORD).status()).isEqualTo(303);
        Browser guessing = door.browser();
        int tried = 0;
        Browser.Answer last;
        do {
            last = guessing.signIn("bi.do", "đoán lần thứ " + tried++);
        } while (last.status() == 401 && tried < 40);

        assertThat(last.status()).isEqualTo(429);
        assertThat(last.header("Retry-After")).matches("\\d+");
        assertThat(tried).isLessThan(20);
        long computed = door.bean(Passwords.class).computed();
        // the right one would not be told from a wrong one now
        assertThat(guessing.signIn("bi.do", Door.PASSWORD).status()).isEqualTo(429);
        assertThat(door.bean(Passwords.class).computed()).isEqualTo(computed);
        assertThat(owners.signIn("bi.do", Door.PASSWORD).status()).isEqualTo(303);
    }

    @Test
    void onePasswordOnManyNamesIsSlowedToo() {
        Browser spraying = door.browser();
        int tried = 0;
        int status;
        do {
            status = spraying.signIn("ten.so." + tried++, "mật khẩu nhiều người dùng")
                    .status();
        } while (status == 401 && tried < 100);

        assertThat(status).isEqualTo(429);
    }
}
