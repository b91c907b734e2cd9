package vn.thidua.platform.web.command;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.function.Function;

/**
 * A request whose body is the bytes of a file ({@code application/octet-stream}); a controller method takes it as an
 * argument instead of a {@link CommandRequest}. The platform keeps no such body: how much of it is read, the controller
 * says, and the once-key is made of what was read.
 */
public final class UploadRequest {

    private final HttpServletRequest request;
    private final Function<byte[], CommandRequest> command;

    UploadRequest(HttpServletRequest request, Function<byte[], CommandRequest> command) {
        this.request = request;
        this.command = command;
    }

    /**
     * Reads the body; called once.
     *
     * @param most bytes that a file may have; of a larger one, one byte more is read, so that it can be told
     * @throws IOException if the sender breaks off
     */
    public byte[] read(int most) throws IOException {
        return request.getInputStream().readNBytes(most + 1);
    }

    /** The command that the body asks for. */
    public CommandRequest command(byte[] body) {
        return command.apply(body);
    }
}
