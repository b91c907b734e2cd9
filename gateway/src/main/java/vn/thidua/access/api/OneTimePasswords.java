package vn.thidua.access.api;

import java.security.SecureRandom;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import vn.thidua.access.domain.OneTimePassword;
import vn.thidua.access.domain.account.AccountCommand;
import vn.thidua.access.view.SignInNames;
import vn.thidua.platform.sealing.KeyRing;

/** Makes passwords that hold for one sign-in. What is shown is kept nowhere; what is kept is a sealed hash. */
@Component
class OneTimePasswords {

    private final SecureRandom random = new SecureRandom();
    private final PasswordEncoder passwords;
    private final KeyRing keys;

    OneTimePasswords(PasswordEncoder passwords, KeyRing keys) {
        this.passwords = passwords;
        this.keys = keys;
    }

    String fresh() {
        return OneTimePassword.of(random::nextInt);
    }

    /** The password of an account, as it is stored. */
    AccountCommand.Password of(String account, String password) {
        String hash = passwords.encode(password);
        if (hash == null) {
            throw new IllegalStateException("a password has a hash");
        }
        return new AccountCommand.Password(keys.seal(SignInNames.sealedFor(account), hash), true);
    }
}
