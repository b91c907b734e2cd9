package vn.thidua.plan.reader.intake.pdf;

import java.util.List;

/** Words on one baseline, from left to right, never empty. */
record TextLine(List<Word> words) {
    TextLine {
        words = List.copyOf(words);
    }

    double left() {
        return words.getFirst().left();
    }

    double right() {
        double right = words.getFirst().right();
        for (Word word : words) {
            right = Math.max(right, word.right());
        }
        return right;
    }

    double middle() {
        return (left() + right()) / 2;
    }

    double baseline() {
        return words.getFirst().baseline();
    }

    double size() {
        double size = 0;
        for (Word word : words) {
            size = Math.max(size, word.size());
        }
        return size;
    }

    double top() {
        double top = words.getFirst().top();
        for (Word word : words) {
            top = Math.min(top, word.top());
        }
        return top;
    }

    double bottom() {
        double bottom = words.getFirst().bottom();
        for (Word word : words) {
            bottom = Math.max(bottom, word.bottom());
        }
        return bottom;
    }

    boolean bold() {
        for (Word word : words) {
            if (!word.bold() && word.text().chars().anyMatch(Character::isLetterOrDigit)) {
                return false;
            }
        }
        return words.stream().anyMatch(Word::bold);
    }

    String text() {
        StringBuilder text = new StringBuilder();
        for (Word word : words) {
            if (!text.isEmpty()) {
                text.append(' ');
            }
            text.append(word.text());
        }
        return text.toString();
    }
}
