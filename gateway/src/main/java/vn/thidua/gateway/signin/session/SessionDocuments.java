package vn.thidua.gateway.signin.session;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.jackson.SecurityJacksonModules;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A session as a document: {@code {_id: hash of the id, made, seen, idle (s), ends, account, sid, signed: {...}, a: {name:
 * JSON}}}. Who is signed in stands in fields of its own; the rest, as the steps of a sign-in elsewhere, as JSON of the
 * types that Spring Security lists.
 */
final class SessionDocuments {

    static final String ID = "_id";
    static final String MADE = "made";
    static final String SEEN = "seen";
    static final String IDLE = "idle";
    static final String ENDS = "ends";
    static final String ACCOUNT = "account";
    static final String SID = "sid";
    static final String SIGNED = "signed";
    static final String ATTRIBUTES = "a";

    private static final Logger LOG = LoggerFactory.getLogger(SessionDocuments.class);

    private final JsonMapper json = JsonMapper.builder()
            .addModules(SecurityJacksonModules.getModules(SessionDocuments.class.getClassLoader()))
            .build();
    private final Clock clock;

    SessionDocuments(Clock clock) {
        this.clock = clock;
    }

    Document whole(String hash, StoredSession session) {
        Document document = new Document(ID, hash)
                .append(MADE, Date.from(session.getCreationTime()))
                .append(SEEN, Date.from(session.getLastAccessedTime()))
                .append(IDLE, session.getMaxInactiveInterval().toSeconds())
                .append(ENDS, Date.from(session.ends()));
        Document attributes = new Document();
        for (String name : session.getAttributeNames()) {
            if (!name.equals(SignedIn.ATTRIBUTE)) {
                attributes.append(key(name), text(session.getRequiredAttribute(name)));
            }
        }
        document.append(ATTRIBUTES, attributes);
        @Nullable SignedIn signedIn = session.signedIn();
        if (signedIn != null) {
            document.append(ACCOUNT, signedIn.account())
                    .append(SID, signedIn.id())
                    .append(SIGNED, signed(signedIn));
        }
        return document;
    }

    /** What a save has to set and to unset. */
    Document changes(StoredSession session) {
        Document set = new Document();
        Document unset = new Document();
        for (String name : session.changed()) {
            @Nullable Object value = session.getAttribute(name);
            if (name.equals(SignedIn.ATTRIBUTE)) {
                if (value == null) {
                    unset.append(ACCOUNT, "").append(SID, "").append(SIGNED, "");
                } else {
                    var signedIn = (SignedIn) value;
                    set.append(ACCOUNT, signedIn.account())
                            .append(SID, signedIn.id())
                            .append(SIGNED, signed(signedIn));
                }
            } else if (value == null) {
                unset.append(ATTRIBUTES + "." + key(name), "");
            } else {
                set.append(ATTRIBUTES + "." + key(name), text(value));
            }
        }
        if (!set.isEmpty() || !unset.isEmpty() || session.seenMuchLater()) {
            set.append(SEEN, Date.from(session.getLastAccessedTime()));
        }
        Document update = new Document();
        if (!set.isEmpty()) {
            update.append("$set", set);
        }
        if (!unset.isEmpty()) {
            update.append("$unset", unset);
        }
        return update;
    }

    StoredSession session(String id, Document document) {
        Map<String, Object> attributes = new HashMap<>();
        for (Map.Entry<String, Object> each :
                document.get(ATTRIBUTES, new Document()).entrySet()) {
            @Nullable Object value = value(String.valueOf(each.getValue()));
            if (value != null) {
                attributes.put(name(each.getKey()), value);
            }
        }
        @Nullable SignedIn signedIn = signedIn(document);
        if (signedIn != null) {
            attributes.put(SignedIn.ATTRIBUTE, signedIn);
        }
        return new StoredSession(
                clock,
                id,
                document.getString(ID),
                instant(document, MADE),
                instant(document, SEEN),
                Duration.ofSeconds(document.get(IDLE, Number.class).longValue()),
                instant(document, ENDS),
                attributes);
    }

    static Instant instant(Document document, String field) {
        return document.getDate(field).toInstant();
    }

    private static Document signed(SignedIn signedIn) {
        return new Document("changes", signedIn.passwordChanges())
                .append("at", Date.from(signedIn.at()))
                .append("how", signedIn.how())
                .append("device", signedIn.device())
                .append("address", signedIn.address())
                .append("delegation", signedIn.delegation());
    }

    static @Nullable SignedIn signedIn(Document document) {
        @Nullable Document signed = document.get(SIGNED, Document.class);
        return signed == null
                ? null
                : new SignedIn(
                        document.getString(SID),
                        document.getString(ACCOUNT),
                        signed.get("changes", Number.class).longValue(),
                        instant(signed, "at"),
                        signed.getString("how"),
                        signed.getString("device"),
                        signed.getString("address"),
                        signed.getString("delegation"));
    }

    /** Names of fields have neither dots nor dollars. */
    private static String key(String name) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(name.getBytes(StandardCharsets.UTF_8));
    }

    private static String name(String key) {
        return new String(Base64.getUrlDecoder().decode(key), StandardCharsets.UTF_8);
    }

    private String text(Object value) {
        return json.writeValueAsString(value);
    }

    private @Nullable Object value(String text) {
        try {
            return json.readValue(text, Object.class);
        } catch (JacksonException e) {
            // another version has written it: whoever was in the middle of something begins anew
            LOG.info(
                    "an attribute of a session could not be read: {}",
                    e.getClass().getSimpleName());
            return null;
        }
    }
}
