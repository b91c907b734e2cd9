package vn.thidua.plan.reader.structure;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.reader.grammar.DeadlineGrammar;
import vn.thidua.plan.reader.grammar.Fold;
import vn.thidua.plan.reader.grammar.UnitPhrases;
import vn.thidua.plan.reader.source.Passage;

/** What the columns of a table are for, read from its heading of one or two rows. */
public final class TableRoles {

    public enum Role {
        ORDINAL,
        CONTENT,
        LEAD,
        EXECUTOR,
        COORDINATOR,
        TIME,
        /** One column for each quarter or month, marked where the task falls. */
        PERIOD,
        PRODUCT,
        NOTE,
        POINTS,
        OTHER
    }

    private static final Set<Role> RESPONSIBLE = EnumSet.of(Role.LEAD, Role.EXECUTOR, Role.COORDINATOR);
    private static final Pattern ORDINAL = Pattern.compile("^(?:s?tt|so tt|so thu tu|thu tu|so|#|no|muc)$");
    private static final Pattern NOTE = Pattern.compile("ghi chu|luu y");
    private static final Pattern POINTS =
            Pattern.compile("(?<!đ[ịi]a |thời |đặc |trọng )điểm(?! [a-zđ]* ?(?:tổ chức|đến))|thang chấm|tự chấm");
    private static final Pattern LEAD = Pattern.compile("chủ trì|chỉ đạo|lãnh đạo|chịu trách nhiệm chính|đầu mối");
    private static final Pattern TIME = Pattern.compile(
            "thời gian|thời hạn|thời điểm|tiến độ|hoàn thành|kỳ hạn|hạn cuối|hạn chót|lịch|khi nào|bao giờ|lúc nào|^quý|^tháng|^ngày|^hạn|^tuần");
    private static final Pattern CONTENT =
            Pattern.compile("nội dung|nhiệm vụ|công việc|hoạt động|đầu việc|việc cần làm|phần việc|^việc|giải pháp");
    private static final Pattern EXECUTOR = Pattern.compile(
            "thực hiện|phụ trách|đơn vị|cơ quan|bộ phận|người|phân công|tham mưu|trách nhiệm|cá nhân|triển khai|giao cho|ai làm|tổ chức");
    private static final Pattern PRODUCT = Pattern.compile("sản phẩm|kết quả|đầu ra|mức độ|hình thức");
    private static final Pattern MONEY = Pattern.compile(
            "kinh phí|dự toán|số lượng|tỷ lệ|danh hiệu|địa điểm|căn cứ|thành phần|trưởng đoàn|chức vụ|họ (?:và )?tên|được |đơn giá|thành tiền|đơn vị tính|đvt");
    private static final Pattern PERIOD =
            Pattern.compile("^(?:quý|q)\\s*\\.?(iv|iii|ii|i|[1-4])$|^(?:tháng|t)\\s*\\.?(\\d{1,2})$");
    private static final Pattern CLOCK = Pattern.compile("^(?:từ )?\\d{1,2}\\s*(?:h|g|giờ|:)\\s*\\d{0,2}");
    private static final Pattern COLUMN_NUMBER = Pattern.compile("\\(?(?:\\d{1,2}|[a-z])\\)?");

    private final List<Role> roles;
    private final List<String> headings;
    private final int firstDataRow;

    private TableRoles(List<Role> roles, List<String> headings, int firstDataRow) {
        this.roles = List.copyOf(roles);
        this.headings = List.copyOf(headings);
        this.firstDataRow = firstDataRow;
    }

    /** The roles of the table's columns, or null when none of its first rows is a heading. */
    static @Nullable TableRoles of(Grid grid) {
        for (int row = 0; row < Math.min(3, grid.height()); row++) {
            TableRoles found = fromRow(grid, row);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /**
     * The roles of a table without any heading, told by what its cells hold: ordinals first, running text, and deadlines
     * or units.
     */
    static @Nullable TableRoles ofCells(Grid grid) {
        boolean data = grid.height() >= 2
                && grid.width() >= 3
                && grid.cell(0, 0).words().toString().strip().matches("\\d{1,2}[.)]?");
        if (!data) {
            return null;
        }
        int rows = Math.min(grid.height(), 40);
        int[] ordinals = new int[grid.width()];
        int[] times = new int[grid.width()];
        int[] units = new int[grid.width()];
        int[] letters = new int[grid.width()];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < grid.width(); column++) {
                String words = Fold.lower(grid.cell(row, column).words());
                ordinals[column] +=
                        COLUMN_NUMBER.matcher(words.replaceAll("[.)]$", "")).matches() ? 1 : 0;
                times[column] += words.length() < 60 && DeadlineGrammar.read(words, 2000) != null ? 1 : 0;
                units[column] += words.length() < 90 && UnitPhrases.beginsAt(words, 0) ? 1 : 0;
                letters[column] += words.length();
            }
        }
        int content = 0;
        for (int column = 1; column < grid.width(); column++) {
            content = letters[column] > letters[content] ? column : content;
        }
        if (ordinals[0] * 10 < rows * 7 || content == 0 || letters[content] < rows * 20) {
            return null;
        }
        List<Role> roles = new ArrayList<>();
        List<String> headings = new ArrayList<>();
        for (int column = 0; column < grid.width(); column++) {
            boolean time = column > 0 && column != content && times[column] * 10 >= rows * 6;
            boolean unit = column > 0 && column != content && units[column] * 10 >= rows * 6;
            Role unitRole = roles.contains(Role.EXECUTOR) ? Role.COORDINATOR : Role.EXECUTOR;
            roles.add(
                    column == 0
                            ? Role.ORDINAL
                            : column == content ? Role.CONTENT : time ? Role.TIME : unit ? unitRole : Role.OTHER);
            headings.add("");
        }
        return roles.contains(Role.TIME) || roles.contains(Role.EXECUTOR) ? new TableRoles(roles, headings, 0) : null;
    }

    private static @Nullable TableRoles fromRow(Grid grid, int row) {
        List<String> headings = new ArrayList<>();
        for (int column = 0; column < grid.width(); column++) {
            headings.add(heading(grid.cell(row, column)));
        }
        int next = row + 1;
        if (next < grid.height() && isSecondRow(grid, row, next)) {
            for (int column = 0; column < grid.width(); column++) {
                Grid.Cell below = grid.cell(next, column);
                if (!below.isEmpty() && !below.merged()) {
                    headings.set(column, heading(below));
                }
            }
            next++;
        }
        List<Role> roles = new ArrayList<>();
        for (String heading : headings) {
            roles.add(role(heading.strip()));
        }
        ordinalByCells(roles, headings, grid, next);
        contentByExclusion(roles, headings);
        long known = roles.stream().filter(role -> role != Role.OTHER).count();
        boolean heading = known >= 2 && roles.contains(Role.CONTENT) || roles.contains(Role.POINTS) && known >= 2;
        if (!heading || looksLikeData(grid, row)) {
            return null;
        }
        if (next < grid.height() && isColumnNumbers(grid, next)) {
            next++;
        }
        if (isProgramme(grid, roles, next)) {
            return null;
        }
        return new TableRoles(roles, headings, next);
    }

    private static String heading(Grid.Cell cell) {
        return Fold.lower(cell.words())
                .replaceAll("\\s+", " ")
                .replaceAll("[*:.]+$", "")
                .strip();
    }

    /** A heading is short and has no sentence. */
    private static boolean looksLikeData(Grid grid, int row) {
        if (grid.cell(row, 0).words().toString().strip().matches("\\d{1,2}[.)]?")
                && !grid.cell(row, 0).merged()
                && !isColumnNumbers(grid, row)) {
            return true;
        }
        int letters = 0;
        for (Passage words : grid.ownWords(row)) {
            letters += words.length();
        }
        return letters > 60 * Math.max(2, grid.width());
    }

    private static boolean isSecondRow(Grid grid, int first, int second) {
        boolean any = false;
        for (int column = 0; column < grid.width(); column++) {
            Grid.Cell below = grid.cell(second, column);
            Grid.Cell above = grid.cell(first, column);
            if (below.isEmpty() || below.merged()) {
                continue;
            }
            Role role = role(heading(below));
            boolean roleWord = RESPONSIBLE.contains(role) || role == Role.TIME || role == Role.PERIOD;
            boolean under = above.covered() || column + 1 < grid.width() && spans(grid, first, column);
            boolean underWords = RESPONSIBLE.contains(role(heading(above)))
                    || above.isEmpty()
                    || under
                    || role(heading(above)) == Role.TIME;
            if (!roleWord || !underWords || below.words().length() > 60) {
                return false;
            }
            any = true;
        }
        return any;
    }

    private static boolean spans(Grid grid, int row, int column) {
        Grid.Cell right = grid.cell(row, column + 1);
        return right.covered() || right.isEmpty();
    }

    private static boolean isColumnNumbers(Grid grid, int row) {
        List<Passage> words = grid.ownWords(row);
        return words.size() >= 3
                && words.stream()
                        .allMatch(w -> COLUMN_NUMBER.matcher(Fold.lower(w)).matches());
    }

    /** The programme of a meeting goes by the clock: it is no list of tasks. */
    private static boolean isProgramme(Grid grid, List<Role> roles, int firstRow) {
        int time = roles.indexOf(Role.TIME);
        int clock = 0;
        int filled = 0;
        for (int row = firstRow; time >= 0 && row < Math.min(grid.height(), firstRow + 40); row++) {
            if (!grid.cell(row, time).isEmpty()) {
                filled++;
                clock += CLOCK.matcher(Fold.lower(grid.cell(row, time).words())).lookingAt() ? 1 : 0;
            }
        }
        return filled > 0 && clock * 10 >= filled * 6;
    }

    /** The first column may have no heading and still hold the ordinals. */
    private static void ordinalByCells(List<Role> roles, List<String> headings, Grid grid, int firstRow) {
        if (roles.isEmpty() || !headings.getFirst().isEmpty() || roles.contains(Role.ORDINAL)) {
            return;
        }
        int ordinals = 0;
        int filled = 0;
        for (int row = firstRow; row < Math.min(grid.height(), firstRow + 40); row++) {
            Grid.Cell cell = grid.cell(row, 0);
            if (!cell.isEmpty() && !cell.covered()) {
                filled++;
                ordinals += COLUMN_NUMBER
                                .matcher(Fold.lower(cell.words()).replaceAll("[.)]$", ""))
                                .matches()
                        ? 1
                        : 0;
            }
        }
        if (ordinals > 0 && ordinals * 10 >= filled * 6) {
            roles.set(0, Role.ORDINAL);
        }
    }

    private static void contentByExclusion(List<Role> roles, List<String> headings) {
        if (roles.contains(Role.CONTENT) || roles.contains(Role.POINTS)) {
            return;
        }
        boolean tasks = roles.stream().anyMatch(RESPONSIBLE::contains) && roles.contains(Role.TIME);
        for (int i = 0; tasks && i < roles.size(); i++) {
            if (roles.get(i) == Role.OTHER && !MONEY.matcher(headings.get(i)).find() || roles.get(i) == Role.PRODUCT) {
                roles.set(i, Role.CONTENT);
                return;
            }
        }
    }

    /** Whether the cell heads a column of ordinals ("TT", "STT"), as the first one of a heading row does. */
    static boolean isOrdinalHeading(Grid.Cell cell) {
        return !cell.isEmpty() && role(heading(cell)) == Role.ORDINAL;
    }

    private static Role role(String heading) {
        if (heading.isEmpty()) {
            return Role.OTHER;
        }
        if (ORDINAL.matcher(Fold.bare(heading).replaceAll("[^a-z# ]", "").strip())
                .matches()) {
            return Role.ORDINAL;
        }
        if (PERIOD.matcher(heading).matches()) {
            return Role.PERIOD;
        }
        if (NOTE.matcher(Fold.bare(heading)).find()) {
            return Role.NOTE;
        }
        if (POINTS.matcher(heading).find()) {
            return Role.POINTS;
        }
        boolean coordinator = heading.contains("phối hợp");
        boolean lead = LEAD.matcher(heading).find();
        if (coordinator && !lead) {
            return Role.COORDINATOR;
        }
        if (lead) {
            return coordinator ? Role.EXECUTOR : Role.LEAD;
        }
        Matcher content = CONTENT.matcher(heading);
        if (content.find()
                && !heading.startsWith("thời")
                && !heading.startsWith("đơn vị")
                && !heading.startsWith("người")) {
            return Role.CONTENT;
        }
        if (TIME.matcher(heading).find()) {
            return Role.TIME;
        }
        if (MONEY.matcher(heading).find()) {
            return Role.OTHER;
        }
        if (PRODUCT.matcher(heading).find()) {
            return Role.PRODUCT;
        }
        boolean object = heading.contains("được ");
        return EXECUTOR.matcher(heading).find() && !object ? Role.EXECUTOR : Role.OTHER;
    }

    /** A table of tasks has a content and says who or when; one with points is for scoring. */
    public boolean isTasks() {
        return roles.contains(Role.CONTENT)
                && !roles.contains(Role.POINTS)
                && (roles.stream().anyMatch(RESPONSIBLE::contains)
                        || roles.contains(Role.TIME)
                        || roles.contains(Role.PERIOD));
    }

    public boolean isScoring() {
        return roles.contains(Role.POINTS);
    }

    public Role role(int column) {
        return roles.get(column);
    }

    /** First column of the role, or -1. */
    public int column(Role role) {
        return roles.indexOf(role);
    }

    /** Quarter (1 to 4) the column stands for, or null. */
    public @Nullable Integer quarter(int column) {
        Matcher matcher = PERIOD.matcher(headings.get(column));
        return matcher.matches() && matcher.group(1) != null ? DeadlineGrammar.quarterNumber(matcher.group(1)) : null;
    }

    /** Month (1 to 12) the column stands for, or null. */
    public @Nullable Integer month(int column) {
        Matcher matcher = PERIOD.matcher(headings.get(column));
        return matcher.matches() && matcher.group(2) != null ? Integer.valueOf(matcher.group(2)) : null;
    }

    /** Words of the column's heading, in lower case. */
    public String heading(int column) {
        return headings.get(column);
    }

    public int firstDataRow() {
        return firstDataRow;
    }
}
