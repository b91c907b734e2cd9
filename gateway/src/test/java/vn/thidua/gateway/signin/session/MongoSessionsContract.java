package vn.thidua.gateway.signin.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/** What must hold of the store of sessions on every server that it stands on. */
abstract class MongoSessionsContract {

    private static final Instant START = Instant.parse("2026-03-01T02:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private MongoDatabase database;
    private MongoSessions sessions;

    abstract MongoDatabase fresh();

    @BeforeEach
    void open() {
        database = fresh();
        InstantSource source = now::get;
        Clock clock = source.withZone(ZoneOffset.UTC);
        sessions = new MongoSessions(database, Duration.ofMinutes(30), Duration.ofHours(12), clock);
    }

    private StoredSession signedIn(String account) {
        StoredSession session = sessions.createSession();
        session.setAttribute(
                SignedIn.ATTRIBUTE,
                new SignedIn("sid-of-" + account, account, 3, time(), "password", "a browser", "192.0.2.1", null));
        sessions.save(session);
        return session;
    }

    private Instant time() {
        return Objects.requireNonNull(now.get());
    }

    /** A session that must be there. */
    private StoredSession there(String id) {
        return Objects.requireNonNull(sessions.findById(id), "no such session");
    }

    private long stored() {
        return database.getCollection("sessions").countDocuments();
    }

    @Test
    void whatIsSavedIsFoundByItsIdAlone() {
        StoredSession session = signedIn("a1");

        StoredSession found = there(session.getId());
        assertThat(found.signedIn()).isEqualTo(session.signedIn());
        assertThat(sessions.findById(SessionIds.hash(session.getId()))).isNull();
        assertThat(sessions.findById("x")).isNull();
        Document row = database.getCollection("sessions").find().first();
        assertThat(row).isNotNull();
        assertThat(row.toJson()).doesNotContain(session.getId());
    }

    @Test
    void aSaveDoesNotBringBackWhatWasEndedMeanwhile() {
        String id = signedIn("a1").getId();
        StoredSession underWay = there(id);
        underWay.setLastAccessedTime(time().plusSeconds(600));
        underWay.setAttribute("x", "changed");

        sessions.endAll("a1", null);
        sessions.save(underWay);

        assertThat(sessions.findById(id)).isNull();
        assertThat(stored()).isZero();
    }

    @Test
    void aChangedIdLeavesTheOldOneNowhereAndBringsNothingBack() {
        StoredSession session = signedIn("a1");
        String old = session.getId();
        session.changeSessionId();
        sessions.save(session);
        assertThat(sessions.findById(old)).isNull();
        assertThat(sessions.findById(session.getId())).isNotNull();
        assertThat(stored()).isOne();

        StoredSession underWay = there(session.getId());
        sessions.endAll("a1", null);
        underWay.changeSessionId();
        sessions.save(underWay);

        assertThat(stored()).isZero();
    }

    @Test
    void aRequestThatChangesNothingWritesTheTimeOnlyNowAndThen() {
        String id = signedIn("a1").getId();
        seenAfter(id, 60);
        assertThat(lastSeen(id)).isEqualTo(START);
        seenAfter(id, 120);
        assertThat(lastSeen(id)).isEqualTo(START.plusSeconds(120));
    }

    private void seenAfter(String id, long seconds) {
        StoredSession session = there(id);
        session.setLastAccessedTime(START.plusSeconds(seconds));
        sessions.save(session);
    }

    private Instant lastSeen(String id) {
        StoredSession session = there(id);
        return session.getLastAccessedTime();
    }

    @Test
    void itEndsWithoutRequestsAndAtTheLatestAfterItsLongestTime() {
        String idle = signedIn("a1").getId();
        String busy = signedIn("a2").getId();
        for (int minutes = 20; minutes < 12 * 60; minutes += 20) {
            now.set(START.plus(Duration.ofMinutes(minutes)));
            seenAfter(busy, minutes * 60L);
        }
        assertThat(sessions.findById(idle)).isNull();
        now.set(START.plus(Duration.ofHours(12)));
        assertThat(sessions.findById(busy)).isNull();
        assertThat(stored()).isZero();
    }

    @Test
    void theSweepRemovesWhatHasEndedAndNothingElse() {
        signedIn("a1");
        StoredSession nobody = sessions.createSession();
        nobody.setAttribute("step", "one");
        sessions.save(nobody);
        now.set(START.plus(Duration.ofMinutes(20)));
        String later = signedIn("a2").getId();
        assertThat(sessions.sweep()).as("nobody has signed in there").isOne();
        now.set(START.plus(Duration.ofMinutes(31)));

        assertThat(sessions.sweep()).isOne();
        assertThat(sessions.findById(later)).isNotNull();
    }

    @Test
    void theSessionsOfAnAccountAreListedAndEndedByThemselves() {
        signedIn("a1");
        signedIn("a2");

        assertThat(sessions.of("a1"))
                .singleElement()
                .satisfies(seen -> assertThat(seen.signedIn().id()).isEqualTo("sid-of-a1"));
        assertThat(sessions.end("a2", "sid-of-a1")).isFalse();
        assertThat(sessions.endAll("a1", "sid-of-a1")).isZero();
        assertThat(sessions.end("a1", "sid-of-a1")).isTrue();
        assertThat(stored()).isOne();
    }

    @Test
    void theStepsOfASignInElsewhereAreKeptAsTheirTypesAndNothingElseIsMadeOfJson() {
        StoredSession session = sessions.createSession();
        OAuth2AuthorizationRequest request = OAuth2AuthorizationRequest.authorizationCode()
                .clientId("thidua")
                .authorizationUri("https://issuer.example/authorize")
                .state("s")
                .attributes(attributes -> attributes.put("nonce", "n"))
                .build();
        session.setAttribute("a.name.with.dots", request);
        sessions.save(session);

        StoredSession found = there(session.getId());
        OAuth2AuthorizationRequest again = found.getAttribute("a.name.with.dots");
        assertThat(Objects.requireNonNull(again).getState()).isEqualTo("s");
        assertThat(again.getAttributes()).containsEntry("nonce", "n");

        // whoever writes into the store makes no object of a class that is not listed
        Document attributes = new Document("YQ", "{\"@class\":\"javax.swing.JFrame\"}");
        database.getCollection("sessions")
                .updateOne(new Document(), new Document("$set", new Document("a", attributes)));
        StoredSession poisoned = there(session.getId());
        assertThat(poisoned.getAttributeNames()).isEmpty();
    }
}
