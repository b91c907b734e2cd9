package vn.thidua.gateway.signin.page;

import org.jspecify.annotations.Nullable;

/** Where to go after signing in: an address of this host alone, whatever a link has asked for. */
final class NextPath {

    private static final String HOME = "/";
    private static final int LONGEST = 2000;

    private NextPath() {}

    /**
     * The path, if it begins with exactly one slash and holds neither backslash nor control character (browsers read a
     * backslash as a slash, and drop some of the others); otherwise the start page.
     */
    static String of(@Nullable String wanted) {
        if (wanted == null || wanted.length() > LONGEST || !wanted.startsWith("/") || wanted.startsWith("//")) {
            return HOME;
        }
        boolean odd = wanted.chars().anyMatch(c -> c == '\\' || c <= ' ' || c >= 0x7f);
        return odd || leadsHere(wanted) ? HOME : wanted;
    }

    private static boolean leadsHere(String path) {
        return path.equals("/login")
                || path.startsWith("/login?")
                || path.startsWith("/login/")
                || path.startsWith("/logout")
                || path.startsWith("/oauth2/");
    }
}
