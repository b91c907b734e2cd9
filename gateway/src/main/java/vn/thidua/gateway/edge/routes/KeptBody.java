package vn.thidua.gateway.edge.routes;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import vn.thidua.platform.web.RequestBodies;

/** A body that is in memory: what is no file has been read before the request gets here. */
final class KeptBody {

    private KeptBody() {}

    /** Empty for a file, which passes by. */
    static Optional<byte[]> of(HttpServletRequest request) {
        try {
            return Optional.of(RequestBodies.of(request));
        } catch (IllegalStateException e) {
            return Optional.empty();
        }
    }
}
