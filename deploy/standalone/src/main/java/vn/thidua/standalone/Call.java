package vn.thidua.standalone;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the command line asks for. */
sealed interface Call {

    /**
     * Start, and return when everything answers.
     *
     * @param host to listen on for others; null for this machine alone
     */
    record Up(boolean demo, boolean apart, @Nullable String host) implements Call {}

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

    /**
     * Let an administrator in again.
     *
     * @param name sign-in name; null: the one who has been it for longest
     */
    record ResetAdmin(@Nullable String name) implements Call {}

    /** Take the data from the recorded database to the one that the environment names. */
    record Move() implements Call {}

    /**
     * Write a backup, or look at those that are there.
     *
     * @param folder of the backups
     * @param keys where the files of keys go; null for the folder {@code keys} in it
     */
    record Backup(BackupAct act, Path folder, @Nullable Path keys) implements Call {}

    /** What to do with a folder of backups. */
    enum BackupAct {
        WRITE,
        LIST,
        CHECK,
        FORGET
    }

    /**
     * Put a backup in the place of what is there.
     *
     * @param folder of the backups
     * @param keys where the files of keys are; null for the folder {@code keys} in it
     * @param from which one; null for the newest
     * @param over the installation whose data may be lost; null if there must be none
     */
    record Restore(
            Path folder,
            @Nullable Path keys,
            @Nullable String from,
            @Nullable String over) implements Call {}

    /** The process that stays; started by {@link Up} only. */
    record Stay(boolean apart, @Nullable String host) implements Call {}

    /** The process of one service; started by {@link Stay} only. */
    record ServeOne() implements Call {}

    /** The process of the Kafka broker; started by {@link Stay} only. */
    record ServeKafka() implements Call {}

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
                    case "reset-admin" -> new ResetAdmin(rest.poll());
                    case "move" -> new Move();
                    case "backup" -> backup(rest);
                    case "restore" -> restore(rest);
                    case "stay" -> stay(rest);
                    case "serve-one" -> {
                        rest.clear();
                        yield new ServeOne();
                    }
                    case "serve-kafka" -> {
                        rest.clear();
                        yield new ServeKafka();
                    }
                    default -> throw wrong("lệnh " + command, "command " + command);
                };
        if (!rest.isEmpty()) {
            throw wrong(rest.peek(), rest.peek());
        }
        return call;
    }

    private static Stay stay(Deque<String> rest) {
        Up up = up(rest);
        return new Stay(up.apart(), up.host());
    }

    private static Up up(Deque<String> rest) {
        @Nullable String host = null;
        boolean demo = false;
        boolean apart = false;
        while (!rest.isEmpty()) {
            switch (rest.pop()) {
                case "--demo" -> demo = true;
                case "--apart" -> apart = true;
                case "--host" -> host = host(rest.poll());
                case String other -> throw wrong(other, other);
            }
        }
        return new Up(demo, apart, host);
    }

    private static String host(@Nullable String text) {
        if (text == null || !text.matches("[A-Za-z0-9.:-]+") || text.startsWith("-")) {
            throw wrong("--host " + text, "--host " + text + " (a name or an address of this machine)");
        }
        return text;
    }

    private static Backup backup(Deque<String> rest) {
        Path folder = folder("backup", rest);
        Path keys = null;
        BackupAct act = BackupAct.WRITE;
        while (!rest.isEmpty()) {
            switch (rest.pop()) {
                case "--keys" -> keys = Path.of(value("--keys", rest));
                case "--list" -> act = BackupAct.LIST;
                case "--check" -> act = BackupAct.CHECK;
                case "--forget" -> act = BackupAct.FORGET;
                case String other -> throw wrong(other, other);
            }
        }
        return new Backup(act, folder, keys);
    }

    private static Restore restore(Deque<String> rest) {
        Path folder = folder("restore", rest);
        Path keys = null;
        String from = null;
        String over = null;
        while (!rest.isEmpty()) {
            switch (rest.pop()) {
                case "--keys" -> keys = Path.of(value("--keys", rest));
                case "--from" -> from = value("--from", rest);
                case "--over" -> over = value("--over", rest);
                case String other -> throw wrong(other, other);
            }
        }
        return new Restore(folder, keys, from, over);
    }

    private static Path folder(String command, Deque<String> rest) {
        String folder = rest.isEmpty() ? "" : rest.pop();
        if (folder.isBlank() || folder.startsWith("-")) {
            throw wrong(command + " cần tên thư mục", command + " wants a folder");
        }
        return Path.of(folder);
    }

    private static String value(String option, Deque<String> rest) {
        if (rest.isEmpty() || rest.peek().startsWith("-")) {
            throw wrong(option, option + " wants a value");
        }
        return rest.pop();
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
