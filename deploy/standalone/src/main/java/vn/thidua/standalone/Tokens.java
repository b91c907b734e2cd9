package vn.thidua.standalone;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import vn.thidua.platform.security.Caller;
import vn.thidua.platform.security.Role;
import vn.thidua.platform.security.SigningKeys;
import vn.thidua.platform.security.TokenRules;
import vn.thidua.platform.security.TokenSigner;

/**
 * Signs tokens for trying things out, until the gateway does. Whoever may read the keys of this installation may be
 * anybody in it: the file is the right, no service has to give it away.
 */
final class Tokens {

    private Tokens() {}

    static int run(Launcher launcher, Call.Token call) {
        Secrets secrets = Secrets.read(launcher.home())
                .orElseThrow(() -> new Refusal(
                        Refusal.NOT_RUNNING,
                        "Chưa có bản cài đặt nào, hãy chạy ./thidua up trước.",
                        "there is no installation yet: ./thidua up makes one"));
        launcher.console()
                .print(sign(launcher.home(), secrets, call.subject(), posts(call.posts()), Set.copyOf(call.scopes())));
        return 0;
    }

    /** A token for two minutes. */
    static String sign(Home home, Secrets secrets, String subject, List<Caller.Binding> posts, Set<String> scopes) {
        var rules = new TokenRules(
                ServiceSettings.ISSUER, ServiceSettings.AUDIENCE, secrets.installation(), TokenRules.LONGEST);
        var signer = new TokenSigner(rules, SigningKeys.loadOrCreate(home.signingKeys()), Clock.systemUTC());
        return signer.sign(new Caller(subject, subject, secrets.installation(), posts, scopes, null, null));
    }

    /** Roles from words, {@code ADMIN@<unit>} each. */
    static List<Caller.Binding> posts(List<String> posts) {
        return posts.stream()
                .map(post -> {
                    int at = post.indexOf('@');
                    return new Caller.Binding(role(post.substring(0, at)), post.substring(at + 1), null);
                })
                .toList();
    }

    private static Role role(String name) {
        try {
            return Role.valueOf(name.replace('-', '_'));
        } catch (IllegalArgumentException e) {
            String known = Arrays.stream(Role.values())
                    .map(role -> role.name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", "));
            throw new Refusal(
                    Refusal.WRONG_CALL,
                    "Không có vai trò " + name + ". Có: " + known,
                    "there is no role " + name + "; there are: " + known);
        }
    }
}
