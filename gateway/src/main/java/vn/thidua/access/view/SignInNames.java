package vn.thidua.access.view;

import java.text.Normalizer;
import java.util.regex.Pattern;
import vn.thidua.platform.sealing.KeyRing;
import vn.thidua.platform.text.Text;

/** Which sign-in names count as one, and how one is found without being stored in the clear. */
public final class SignInNames {

    /** Letters of the Latin alphabet, digits, and {@code . _ - @} between them, 3 to 64 of them, after folding. */
    private static final Pattern FIT = Pattern.compile("[a-z0-9](?:[a-z0-9._@-]{1,62})[a-z0-9]");

    private SignInNames() {}

    /** Full-width letters, case and marks make no difference. */
    public static String fold(String name) {
        return Text.fold(Normalizer.normalize(name, Normalizer.Form.NFKC));
    }

    /** Whether it can be a sign-in name. */
    public static boolean fits(String name) {
        return FIT.matcher(fold(name)).matches();
    }

    public static String index(KeyRing keys, String name) {
        return keys.blindIndex("account-name", fold(name));
    }

    /** Of who somebody is elsewhere. */
    public static String identityIndex(KeyRing keys, String issuer, String subject) {
        // with its length, so that the two cannot run into each other
        return keys.blindIndex("account-identity", issuer.length() + ":" + issuer + subject);
    }

    /** Whose key seals what belongs to an account. */
    public static String sealedFor(String account) {
        return "account:" + account;
    }
}
