package vn.thidua.platform.web.read;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.servlet.HandlerInterceptor;
import vn.thidua.platform.web.ContextPaths;
import vn.thidua.platform.web.command.CommandAnswers;
import vn.thidua.platform.web.problem.ProblemException;
import vn.thidua.platform.web.problem.ProblemType;

/**
 * Holds a request until the views have seen the position it names, for its own context only and for a bounded time; then
 * it is answered all the same, and says that it may be stale. Commands too: whose record one is about, a view says, so
 * that a command right after another would meet a 404.
 */
public final class PositionInterceptor implements HandlerInterceptor {

    /** Says that the answer is older than the position that was asked for. */
    public static final String STALE = "X-Stale";

    private static final Pattern ENTRY = Pattern.compile("([a-z][a-z0-9-]{0,63}):(\\d{1,18})");
    private static final int MOST = 32;

    private final PositionWaiter waiter;
    private final Duration atMost;

    /**
     * @param atMost how long a request waits
     */
    public PositionInterceptor(PositionWaiter waiter, Duration atMost) {
        this.waiter = waiter;
        this.atMost = atMost;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Optional<String> context = ContextPaths.contextOf(request);
        if (context.isEmpty()) {
            return true;
        }
        OptionalLong position = wanted(request, context.get());
        if (position.isEmpty()) {
            return true;
        }
        switch (waiter.await(context.get(), position.getAsLong(), atMost)) {
            case REACHED, FOREIGN -> {
                // nothing to say
            }
            case NOT_YET -> response.setHeader(STALE, "true");
            case ABOVE_HEAD -> throw new ProblemException(ProblemType.POSITION_AHEAD);
        }
        return true;
    }

    /** The greatest position named for the context; every entry must be well formed, whichever context it is of. */
    private static OptionalLong wanted(HttpServletRequest request, String context) {
        OptionalLong wanted = OptionalLong.empty();
        int entries = 0;
        for (String header : Collections.list(request.getHeaders(CommandAnswers.POSITION))) {
            for (String part : header.split(",", -1)) {
                Matcher entry = ENTRY.matcher(part.strip());
                if (!entry.matches() || ++entries > MOST) {
                    throw ProblemException.malformed(
                            CommandAnswers.POSITION,
                            "Phải là <ngữ cảnh>:<số>, cách nhau bằng dấu phẩy.",
                            "It must be <context>:<number>, separated by commas.");
                }
                if (entry.group(1).equals(context)) {
                    long position = Long.parseLong(entry.group(2));
                    wanted = OptionalLong.of(Math.max(position, wanted.orElse(position)));
                }
            }
        }
        return wanted;
    }
}
