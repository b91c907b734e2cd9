package vn.thidua.plan.reader.intake.pdf;

/** Turns a page so that text which runs {@code turns} quarters clockwise becomes level. */
final class Turn {
    private Turn() {}

    static double x(int turns, double x, double y, double width, double height) {
        return switch (turns) {
            case 1 -> y;
            case 2 -> width - x;
            case 3 -> height - y;
            default -> x;
        };
    }

    static double y(int turns, double x, double y, double width, double height) {
        return switch (turns) {
            case 1 -> width - x;
            case 2 -> height - y;
            case 3 -> x;
            default -> y;
        };
    }

    static Rule rule(int turns, Rule rule, double width, double height) {
        double x1 = rule.horizontal() ? rule.from() : rule.at();
        double y1 = rule.horizontal() ? rule.at() : rule.from();
        double x2 = rule.horizontal() ? rule.to() : rule.at();
        double y2 = rule.horizontal() ? rule.at() : rule.to();
        return Rule.between(
                rule.horizontal() == (turns % 2 == 0),
                x(turns, x1, y1, width, height),
                y(turns, x1, y1, width, height),
                x(turns, x2, y2, width, height),
                y(turns, x2, y2, width, height));
    }

    static Box box(int turns, Box box, double width, double height) {
        return Box.of(
                x(turns, box.left(), box.top(), width, height),
                y(turns, box.left(), box.top(), width, height),
                x(turns, box.right(), box.bottom(), width, height),
                y(turns, box.right(), box.bottom(), width, height));
    }
}
