package vn.thidua.standalone;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import vn.thidua.access.AccessContext;
import vn.thidua.access.first.AdministratorReset;
import vn.thidua.access.first.AdministratorReset.LetIn;
import vn.thidua.gateway.signin.SignInProperties;
import vn.thidua.gateway.signin.password.Passwords;
import vn.thidua.platform.context.ContextRuntime;
import vn.thidua.platform.context.ContextSettings;
import vn.thidua.platform.sealing.KeyEncryptionKey;
import vn.thidua.platform.sealing.MongoKeyRing;

/** Lets an administrator in again, for whoever may read this installation's secrets. */
final class ResetAdmin {

    private final Launcher launcher;

    ResetAdmin(Launcher launcher) {
        this.launcher = launcher;
    }

    int run(Call.ResetAdmin call) throws InterruptedException {
        return DatabaseAtHand.use(launcher, (uri, secrets) -> reset(uri, secrets, call.name()));
    }

    private int reset(String uri, Secrets secrets, @Nullable String name) {
        var settings = ContextSettings.of(
                secrets.installation(),
                uri,
                null,
                new SecretKeySpec(Base64.getDecoder().decode(secrets.secret()), "HmacSHA256"));
        Clock clock = Clock.system(ZoneId.of("Asia/Ho_Chi_Minh"));
        AtomicReference<@Nullable MongoKeyRing> keys = new AtomicReference<>();
        var spec = AccessContext.spec(
                text -> Objects.requireNonNull(keys.get(), "the keys are not open yet")
                        .open(text),
                subject -> {
                    // whatever is to be destroyed, the gateway destroys: nothing is followed here
                });
        try (var runtime = ContextRuntime.open(spec, settings, new SimpleMeterRegistry())) {
            MongoKeyRing ring = MongoKeyRing.open(
                    runtime.database("keys"),
                    KeyEncryptionKey.of("kek-1", secrets.keyEncryptionKey()),
                    List.of(),
                    clock);
            keys.set(ring);
            // as the gateway has it unless it is told otherwise; a hash says itself what it was made with
            var passwords = new Passwords(new SignInProperties.Passwords(19_456, 2, 0, 1, Duration.ofSeconds(30), 15));
            Optional<LetIn> let = new AdministratorReset(runtime, ring, passwords::encode, clock).run(name);
            if (let.isEmpty()) {
                throw new Refusal(
                        Refusal.WRONG_CALL,
                        "Không có quản trị viên nào tên " + name + ".",
                        "no administrator is called " + name);
            }
            launcher.console()
                    .say((let.get().opened() ? "Đã mở tài khoản quản trị mới: tên " : "Đã đặt lại mật khẩu: tên ")
                            + let.get().name() + ", mật khẩu dùng một lần "
                            + let.get().password()
                            + " (chỉ hiện lần này)");
            launcher.console()
                    .print("  sign in as " + let.get().name()
                            + " with that password, once; the audit keeps that it was reset");
            return 0;
        }
    }
}
