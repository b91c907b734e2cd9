package vn.thidua.torture;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * What was asked for.
 *
 * @param cases names; none means all, in the short form all that belong to it
 * @param kills of the case of random kills
 * @param home where installations live while they are tortured, and the runs are written down
 */
record Options(List<String> cases, long seed, int kills, boolean isShort, boolean isList, Path home) {

    static final int KILLS = 150;
    static final int KILLS_SHORT = 20;

    Options {
        cases = List.copyOf(cases);
    }

    /**
     * @param home unless the arguments name one
     * @throws IllegalArgumentException if they are not understood; its message says what
     */
    static Options parse(Path home, String... arguments) {
        Deque<String> rest = new ArrayDeque<>(List.of(arguments));
        List<String> cases = new ArrayList<>();
        long seed = new SecureRandom().nextInt(1_000_000_000);
        int kills = -1;
        boolean brief = false;
        boolean list = false;
        while (!rest.isEmpty()) {
            switch (rest.pop()) {
                case "--short" -> brief = true;
                case "--list" -> list = true;
                case "--seed" -> seed = number("--seed", rest);
                case "--kills" -> kills = Math.toIntExact(number("--kills", rest));
                case String other -> {
                    if (other.startsWith("-")) {
                        throw new IllegalArgumentException("not understood: " + other);
                    }
                    cases.add(other);
                }
            }
        }
        return new Options(cases, seed, kills >= 0 ? kills : brief ? KILLS_SHORT : KILLS, brief, list, home);
    }

    private static long number(String option, Deque<String> rest) {
        try {
            return Long.parseLong(rest.isEmpty() ? "" : rest.pop());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(option + " wants a number");
        }
    }
}
