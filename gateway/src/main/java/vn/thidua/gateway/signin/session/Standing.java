package vn.thidua.gateway.signin.session;

import java.util.Optional;
import vn.thidua.platform.security.Caller;

/** What a session is worth at this moment. */
public sealed interface Standing {

    /** Nothing: the account is gone or locked, or its password was changed elsewhere. */
    record Over() implements Standing {}

    /**
     * It stands for this caller.
     *
     * @param bar what has to be done before anything else
     */
    record Stands(Caller caller, Optional<Bar> bar) implements Standing {}

    /** Why a session may do nothing but what lifts the bar; its caller has no posts until then. */
    enum Bar {
        /** The password came from somebody else. */
        PASSWORD_CHANGE,
        /** The delegation acted under has ended: nobody goes on in another role without having chosen it. */
        DELEGATION_ENDED
    }
}
