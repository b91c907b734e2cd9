package vn.thidua.plan.reader.scoring;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How much two sequences share by Ratcliff and Obershelp: the longest common block, then the longest ones left and right
 * of it, and so on; the earliest of equally long ones counts.
 */
final class LongestBlocks {
    private final int[] left;
    private final int[] right;
    /** Where each symbol stands in {@link #right}, ascending. */
    private final int[][] places;

    private LongestBlocks(int[] left, int[] right, int symbols) {
        this.left = left;
        this.right = right;
        int[] count = new int[symbols];
        for (int symbol : right) {
            count[symbol]++;
        }
        this.places = new int[symbols][];
        for (int i = 0; i < symbols; i++) {
            places[i] = new int[count[i]];
        }
        int[] next = new int[symbols];
        for (int j = 0; j < right.length; j++) {
            places[right[j]][next[right[j]]++] = j;
        }
    }

    /** 1 for equal sequences, 0 for such that share nothing. */
    static <T> double ratio(List<T> left, List<T> right) {
        Map<T, Integer> symbols = new HashMap<>();
        int[] a = numbered(left, symbols);
        int[] b = numbered(right, symbols);
        int length = a.length + b.length;
        return length == 0 ? 1.0 : 2.0 * new LongestBlocks(a, b, symbols.size()).shared() / length;
    }

    /** What {@link #ratio} would be if the order of the symbols did not matter: never less than it. */
    static <T> double ratioOfBags(List<T> left, List<T> right) {
        Map<T, Integer> rest = new HashMap<>();
        right.forEach(symbol -> rest.merge(symbol, 1, Integer::sum));
        int shared = 0;
        for (T symbol : left) {
            int there = rest.getOrDefault(symbol, 0);
            if (there > 0) {
                rest.put(symbol, there - 1);
                shared++;
            }
        }
        int length = left.size() + right.size();
        return length == 0 ? 1.0 : 2.0 * shared / length;
    }

    private static <T> int[] numbered(List<T> sequence, Map<T, Integer> symbols) {
        int[] numbers = new int[sequence.size()];
        for (int i = 0; i < numbers.length; i++) {
            Integer known = symbols.putIfAbsent(sequence.get(i), symbols.size());
            numbers[i] = known == null ? symbols.size() - 1 : known;
        }
        return numbers;
    }

    private record Window(int fromLeft, int toLeft, int fromRight, int toRight) {}

    private record Block(int left, int right, int size) {}

    private int shared() {
        Deque<Window> open = new ArrayDeque<>();
        open.push(new Window(0, left.length, 0, right.length));
        int shared = 0;
        while (!open.isEmpty()) {
            Window window = open.pop();
            Block block = longest(window);
            if (block.size == 0) {
                continue;
            }
            shared += block.size;
            if (window.fromLeft < block.left && window.fromRight < block.right) {
                open.push(new Window(window.fromLeft, block.left, window.fromRight, block.right));
            }
            int afterLeft = block.left + block.size;
            int afterRight = block.right + block.size;
            if (afterLeft < window.toLeft && afterRight < window.toRight) {
                open.push(new Window(afterLeft, window.toLeft, afterRight, window.toRight));
            }
        }
        return shared;
    }

    private Block longest(Window window) {
        Block best = new Block(window.fromLeft, window.fromRight, 0);
        // at j + 1: the length of the block that ends at (i, j)
        int[] above = new int[right.length + 1];
        int[] here = new int[right.length + 1];
        for (int i = window.fromLeft; i < window.toLeft; i++) {
            for (int j : places[left[i]]) {
                if (j < window.fromRight) {
                    continue;
                }
                if (j >= window.toRight) {
                    break;
                }
                int size = above[j] + 1;
                here[j + 1] = size;
                if (size > best.size) {
                    best = new Block(i - size + 1, j - size + 1, size);
                }
            }
            int[] swap = above;
            above = here;
            here = swap;
            Arrays.fill(here, 0);
        }
        return best;
    }
}
