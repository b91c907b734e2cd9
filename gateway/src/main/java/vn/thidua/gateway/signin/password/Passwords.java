package vn.thidua.gateway.signin.password;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import vn.thidua.gateway.signin.SignInProperties;
import vn.thidua.platform.text.Text;

/**
 * Argon2id, a bounded number at once: each one takes memory and a processor, and whoever sends many must not take both
 * from everybody else. Passwords are compared in the form that all text
 * comes in, NFC and without blanks around it: how a keyboard composes its accents does not matter.
 */
public final class Passwords implements PasswordEncoder {

    /** Longer ones are refused, never cut off. Code points. */
    public static final int LONGEST = 256;

    private static final int SALT = 16;
    private static final int HASH = 32;

    private final Argon2PasswordEncoder argon;
    private final Semaphore places;
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicLong computed = new AtomicLong();
    private final int mayWait;
    private final Duration patience;
    private final String nobodys;

    public Passwords(SignInProperties.Passwords settings) {
        argon = new Argon2PasswordEncoder(SALT, HASH, 1, settings.memory(), settings.passes());
        int places = settings.concurrent() == 0 ? Runtime.getRuntime().availableProcessors() : settings.concurrent();
        this.places = new Semaphore(places, true);
        mayWait = settings.waiting();
        patience = settings.patience();
        byte[] random = new byte[HASH];
        new SecureRandom().nextBytes(random);
        nobodys = compute(() -> hash(Base64.getEncoder().encodeToString(random)));
    }

    /**
     * The hash of a password.
     *
     * @throws PasswordsBusyException if too many are being computed
     */
    @Override
    public String encode(@Nullable CharSequence password) {
        if (password == null) {
            throw new IllegalArgumentException("no password");
        }
        String normal = normal(password);
        return compute(() -> hash(normal));
    }

    /**
     * Whether it is the password behind the hash. Without a hash the same is computed, and the answer is no: how long it
     * takes does not tell which accounts there are.
     *
     * @throws PasswordsBusyException if too many are being computed
     */
    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
        String normal = password == null ? "" : normal(password);
        boolean comparable = hash != null && !normal.isEmpty() && length(normal) <= LONGEST;
        String against = comparable && hash != null ? hash : nobodys;
        // what is too long is not computed at its length
        String text = length(normal) <= LONGEST && !normal.isEmpty() ? normal : "-";
        return compute(() -> argon.matches(text, against)) && comparable;
    }

    /** How many have been computed since the start, successes and failures alike. */
    public long computed() {
        return computed.get();
    }

    static String normal(CharSequence password) {
        return Text.clean(password.toString());
    }

    static int length(String normal) {
        return normal.codePointCount(0, normal.length());
    }

    private String hash(String normal) {
        String hash = argon.encode(normal);
        if (hash == null) {
            throw new IllegalStateException("there is a password, so there is a hash");
        }
        return hash;
    }

    private interface Work<T> {
        T get();
    }

    private <T> T compute(Work<T> work) {
        boolean entered = false;
        if (waiting.incrementAndGet() > mayWait + places.availablePermits()) {
            waiting.decrementAndGet();
            throw new PasswordsBusyException();
        }
        try {
            entered = places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            waiting.decrementAndGet();
        }
        if (!entered) {
            throw new PasswordsBusyException();
        }
        try {
            computed.incrementAndGet();
            return work.get();
        } finally {
            places.release();
        }
    }
}
