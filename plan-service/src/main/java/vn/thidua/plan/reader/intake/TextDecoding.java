package vn.thidua.plan.reader.intake;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** From bytes to Vietnamese letters, whatever encoding they were written in. */
public final class TextDecoding {
    /** Of the words with marks, how many must be possible in Vietnamese; real plans reach 0.96 and more. */
    private static final double PLAUSIBLE = 0.75;
    /** How much better a conversion must be than the text as it stands. */
    private static final double PLAINLY_BETTER = 0.3;

    private static final int FEWEST_WORDS = 3;
    /** One broken letter among that many whole ones is an accident; other encodings break nearly all. */
    private static final int BROKEN_PER_WHOLE = 50;

    private static final char REPLACEMENT = '\ufffd';

    private TextDecoding() {}

    /** @param converted the letters were in an encoding older than Unicode */
    public record Decoded(String text, boolean converted) {}

    /** @throws RefusedException when the bytes are text in no encoding that is known */
    public static Decoded decode(byte[] bytes) {
        String unicode = unicode(bytes).orElse(null);
        if (unicode != null) {
            return repaired(unicode).map(text -> new Decoded(text, true)).orElse(new Decoded(unicode, false));
        }
        String western = new String(bytes, Charset.forName("windows-1252"));
        if (Syllables.score(western).odd() == 0) {
            return new Decoded(western, false);
        }
        Syllables.Score bestScore = new Syllables.Score(0, 0, 0);
        String bestText = "";
        for (OldEncoding each :
                List.of(OldEncoding.TCVN3, OldEncoding.VNI, OldEncoding.WINDOWS_1258, OldEncoding.VISCII)) {
            String raw = each == OldEncoding.VISCII ? new String(bytes, StandardCharsets.ISO_8859_1) : western;
            String text = each.toUnicode(raw);
            Syllables.Score score = Syllables.score(text);
            if (score.rate() > bestScore.rate()) {
                bestScore = score;
                bestText = text;
            }
        }
        if (bestScore.rate() < PLAUSIBLE) {
            throw new RefusedException(RefusalReason.UNKNOWN_ENCODING);
        }
        return new Decoded(bestText, true);
    }

    private static Optional<String> unicode(byte[] bytes) {
        if (starts(bytes, 0xef, 0xbb, 0xbf)) {
            return Optional.of(new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8));
        }
        if (starts(bytes, 0xff, 0xfe)) {
            return Optional.of(new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE));
        }
        if (starts(bytes, 0xfe, 0xff)) {
            return Optional.of(new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE));
        }
        Optional<Charset> wide = wide(bytes);
        return wide.isPresent() ? Optional.of(new String(bytes, wide.get())) : utf8(bytes);
    }

    private static boolean starts(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** UTF-16 without a mark: blanks, digits and plain letters have a zero byte, always on the same side. */
    static Optional<Charset> wide(byte[] bytes) {
        int[] zeros = new int[2];
        int length = Math.min(bytes.length, 1 << 16);
        for (int i = 0; i < length; i++) {
            zeros[i & 1] += bytes[i] == 0 ? 1 : 0;
        }
        int high = Math.max(zeros[0], zeros[1]);
        int low = Math.min(zeros[0], zeros[1]);
        if (length < 4 || high * 10 < length * 2 || low * 20 > high) {
            return Optional.empty();
        }
        return Optional.of(zeros[1] > zeros[0] ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE);
    }

    /** A few broken letters, or one cut off at the end, do not make it another encoding. */
    private static Optional<String> utf8(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            String text = new String(bytes, StandardCharsets.UTF_8);
            long broken = text.chars().filter(c -> c == REPLACEMENT).count();
            long whole = text.chars().filter(c -> c >= 0x80).count() - broken;
            return broken * BROKEN_PER_WHOLE <= whole ? Optional.of(text) : Optional.empty();
        }
    }

    /** The text in Unicode, if it plainly is TCVN3, VNI or UTF-8 shown as Western letters; line by line. */
    public static Optional<String> repaired(String text) {
        return oldEncodingOf(text).map(encoding -> {
            boolean mixed = hasVietnameseUnicode(text);
            return text.lines()
                    .map(line -> repaired(line, encoding, mixed))
                    .collect(Collectors.joining("\n", "", text.endsWith("\n") ? "\n" : ""));
        });
    }

    /**
     * One piece of a text that was found to hold {@code encoding}.
     *
     * @param mixed other parts of the text are in Unicode already
     */
    public static String repaired(String piece, OldEncoding encoding, boolean mixed) {
        if (hasVietnameseUnicode(piece)) {
            return piece;
        }
        return !mixed || isBetter(piece, encoding, false) ? encoding.toUnicode(piece) : piece;
    }

    /** Which old encoding the parts of a text that are not Unicode are in, if they plainly are. */
    public static Optional<OldEncoding> oldEncodingOf(String text) {
        if (isAscii(text)) {
            return Optional.empty();
        }
        String suspicious = text.lines()
                .filter(line -> !isAscii(line) && !hasVietnameseUnicode(line))
                .collect(Collectors.joining("\n"));
        Syllables.Score asIs = Syllables.score(suspicious);
        Optional<OldEncoding> best = Optional.empty();
        double bestRate = Math.max(PLAUSIBLE, asIs.rate() + PLAINLY_BETTER);
        for (OldEncoding each : List.of(OldEncoding.UTF8_TWICE, OldEncoding.TCVN3, OldEncoding.VNI)) {
            Syllables.Score score = Syllables.score(each.toUnicode(suspicious));
            if (score.odd() >= FEWEST_WORDS && score.rate() >= bestRate) {
                best = Optional.of(each);
                bestRate = Math.nextUp(score.rate());
            }
        }
        return best;
    }

    /**
     * Whether text that is set in a font of {@code encoding} must be converted.
     *
     * @param onTie the answer when both readings are as good
     */
    public static boolean isBetter(String text, OldEncoding encoding, boolean onTie) {
        if (isAscii(text)) {
            return false;
        }
        String open = text.lines().filter(line -> !hasVietnameseUnicode(line)).collect(Collectors.joining("\n"));
        Syllables.Score asIs = Syllables.score(open);
        Syllables.Score after = Syllables.score(encoding.toUnicode(open));
        return after.rate() > asIs.rate() || onTie && asIs.odd() > 0 && after.rate() == asIs.rate();
    }

    /** It has letters of Vietnamese that no Western encoding has, so it is in Unicode already. */
    public static boolean hasVietnameseUnicode(String text) {
        return text.chars().anyMatch(TextDecoding::isVietnameseUnicode);
    }

    private static boolean isVietnameseUnicode(int c) {
        return c >= 0x1ea0 && c <= 0x1ef9
                || c >= 0x300 && c <= 0x323
                || switch (c) {
                    case 'Ă', 'ă', 'Đ', 'đ', 'Ĩ', 'ĩ', 'Ũ', 'ũ', 'Ơ', 'ơ', 'Ư', 'ư' -> true;
                    default -> false;
                };
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }

    /** The characters are there, but they are not what the page shows: a font without a table of its letters. */
    public static boolean looksLikeRubbish(String text) {
        return Rubbish.of(text);
    }
}
