package vn.thidua.standalone;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the command line asks for. */
sealed interface Call {

    /** Start, and return when everything answers. */
    record Up(boolean demo, boolean apart) implements Call {}

    record Down() implements Call {}

    record Status() implements Call {}

    record Verify() implements Call {}

    /**
     * Show the log.
     *
     * @param lines of its end
     * @param follow whether to go on with what is written from now on
     */
    record ShowLogs(int lines, boolean follow) implements Call {}

    /**
     * Sign a token for trying things out.
     *
     * @param posts as {@code ADMIN@<unit>}
     * @param scopes of a client, {@code operations} for example
     */
    record Token(List<String> posts, List<String> scopes, String subject) implements Call {}

    /** Take the data from the recorded database to the one that the environment names. */
    record Move() implements Call {}

    /** The process that stays; started by {@link Up} only. */
    record Stay(boolean apart) implements Call {}

    /** The process of one service; started by {@link Stay} only. */
    record ServeOne() implements Call {}

    /**
     * @throws Refusal if this is no call
     */
    static Call parse(String... arguments) {
        Deque<String> rest = new ArrayDeque<>(List.of(arguments));
        String command = rest.isEmpty() ? "" : rest.pop();
        Call call =
                switch (command) {
                    case "up" -> up(rest);
                    case "down" -> new Down();
                    case "status" -> new Status();
                    case "verify" -> new Verify();
                    case "logs" -> logs(rest);
                    case "token" -> token(rest);
                    case "move" -> new Move();
                    case "stay" -> new Stay("--apart".equals(rest.poll()));
                    case "serve-one" -> {
                        rest.clear();
                        yield new ServeOne();
                    }
                    default -> throw wrong("lệnh " + command, "command " + command);
                };
        if (!rest.isEmpty()) {
            throw wrong(rest.peek(), rest.peek());
        }
        return call;
    }

    private static Up up(Deque<String> rest) {
        boolean demo = false;
        boolean apart = false;
        while (!rest.isEmpty()) {
            switch (rest.pop()) {
                case "--demo" -> demo = true;
                case "--apart" -> apart = true;
                case String other -> throw wrong(other, other);
            }
        }
        return new Up(demo, apart);
    }

    private static ShowLogs logs(Deque<String> rest) {
        int lines = 50;
        boolean follow = false;
        while (!rest.isEmpty()) {
            switch (rest.pop()) {
                case "-f", "--follow" -> follow = true;
                case "-n", "--lines" -> lines = number(rest.poll());
                case String other -> throw wrong(other, other);
            }
        }
        return new ShowLogs(lines, follow);
    }

    private static int number(@Nullable String text) {
        try {
            return Math.max(0, Integer.parseInt(text == null ? "" : text));
        } catch (NumberFormatException e) {
            throw wrong("-n " + text, "-n " + text);
        }
    }

    private static Token token(Deque<String> rest) {
        var posts = new ArrayList<String>();
        var scopes = new ArrayList<String>();
        String subject = "developer";
        while (!rest.isEmpty()) {
            String argument = rest.pop();
            if (argument.equals("--as") && !rest.isEmpty()) {
                subject = rest.pop();
            } else if (argument.equals("--scope") && !rest.isEmpty()) {
                scopes.add(rest.pop());
            } else if (argument.indexOf('@') > 0 && !argument.startsWith("-")) {
                int at = argument.indexOf('@');
                posts.add(argument.substring(0, at).toUpperCase(Locale.ROOT) + argument.substring(at));
            } else {
                throw wrong(argument, argument + " (token wants ROLE@UNIT)");
            }
        }
        return new Token(List.copyOf(posts), List.copyOf(scopes), subject);
    }

    private static Refusal wrong(String vietnamese, String english) {
        return new Refusal(
                Refusal.WRONG_CALL,
                "Không hiểu: " + vietnamese + ". Xem ./thidua help",
                "not understood: " + english + "; see ./thidua help");
    }
}
