package vn.thidua.torture.referee;

import java.util.ArrayList;
import java.util.List;

/**
 * What the comparison has found.
 *
 * @param lost acts that were acknowledged, or seen by a reader, and are not in the store
 * @param doubled effects that are there more than once
 * @param skipped events that a view, a topic or a listener has not got
 * @param others what else is not as promised
 * @param words the first findings of each kind, for a person
 */
public record Verdict(int lost, int doubled, int skipped, int others, List<String> words) {

    public Verdict {
        words = List.copyOf(words);
    }

    /** Whether everything is as promised. */
    public boolean isClean() {
        return lost == 0 && doubled == 0 && skipped == 0 && others == 0;
    }

    @Override
    public String toString() {
        return "lost " + lost + ", doubled " + doubled + ", skipped " + skipped
                + (others == 0 ? "" : ", other findings " + others)
                + (words.isEmpty() ? "" : ": " + String.join("; ", words));
    }

    /** Gathers findings. */
    public static final class Findings {

        private static final int WORDS = 12;

        private int lost;
        private int doubled;
        private int skipped;
        private int others;
        private final List<String> words = new ArrayList<>();

        /** Acknowledged, or told, and not there. */
        public void lost(String what) {
            lost++;
            note("lost: " + what);
        }

        /** There more than once. */
        public void doubled(String what) {
            doubled++;
            note("doubled: " + what);
        }

        /** Not yet, or never, followed. */
        public void skipped(String what) {
            skipped++;
            note("skipped: " + what);
        }

        /** Anything else. */
        public void other(String what) {
            others++;
            note(what);
        }

        private void note(String what) {
            if (words.size() < WORDS) {
                words.add(what);
            }
        }

        /** What was found so far. */
        public Verdict verdict() {
            return new Verdict(lost, doubled, skipped, others, words);
        }
    }
}
