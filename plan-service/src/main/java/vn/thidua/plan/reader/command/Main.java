package vn.thidua.plan.reader.command;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vn.thidua.plan.reader.PlanReader;
import vn.thidua.plan.reader.ReadLimits;
import vn.thidua.plan.reader.Reading;
import vn.thidua.plan.reader.intake.RefusalReason;
import vn.thidua.plan.reader.json.ProposalJson;

/** {@code read FILE...}: JSON on standard output, messages on standard error. */
public final class Main {
    static final int OK = 0;
    /** At least one file could not be read. */
    static final int NOT_READ = 2;
    /** The call itself is wrong (EX_USAGE of sysexits). */
    static final int USAGE = 64;
    /** What was read could not be written (EX_IOERR of sysexits). */
    static final int NOT_WRITTEN = 74;

    private static final String HELP = """
            Cách dùng: ./thidua read [--pretty] [--text] TỆP...
              TỆP        kế hoạch dạng .docx, PDF có chữ hoặc văn bản UTF-8; "-" là đầu vào chuẩn
              --pretty   JSON xuống dòng, thụt lề
              --text     chỉ in văn bản đã chuẩn hóa
            Một tệp cho một đối tượng JSON, nhiều tệp cho một mảng. Mã thoát 2: có tệp không đọc được.""";

    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;

    Main(InputStream in, PrintStream out, PrintStream err) {
        this.in = in;
        this.out = out;
        this.err = err;
    }

    public static void main(String[] args) throws IOException {
        // the service brings a logging library that would print PDFBox's remarks between the lines of the result
        System.setProperty("org.apache.commons.logging.LogFactory", "org.apache.commons.logging.impl.LogFactoryImpl");
        System.setProperty("org.apache.commons.logging.Log", "org.apache.commons.logging.impl.NoOpLog");
        int code = new Main(System.in, System.out, System.err).run(List.of(args));
        System.out.flush();
        System.exit(code);
    }

    int run(List<String> args) throws IOException {
        List<String> files = new ArrayList<>();
        boolean pretty = false;
        boolean text = false;
        boolean options = true;
        for (String arg : args.isEmpty() ? args : args.subList(1, args.size())) {
            if (!options || arg.equals("-") || !arg.startsWith("-")) {
                files.add(arg);
            } else {
                switch (arg) {
                    case "--pretty" -> pretty = true;
                    case "--text" -> text = true;
                    case "--help", "-h" -> {
                        out.println(HELP);
                        return OK;
                    }
                    case "--" -> options = false;
                    default -> {
                        err.println("Không hiểu tùy chọn " + arg + ".\n" + HELP);
                        return USAGE;
                    }
                }
            }
        }
        if (args.isEmpty() || !args.getFirst().equals("read") || files.isEmpty()) {
            err.println(HELP);
            return USAGE;
        }
        return read(files, pretty, text);
    }

    /** One file after the other, so that no more than one proposal is held at a time. */
    private int read(List<String> files, boolean pretty, boolean text) throws IOException {
        PlanReader reader = new PlanReader(ReadLimits.DEFAULT);
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        boolean refused = false;
        boolean many = files.size() > 1;
        try (ProposalJson json = new ProposalJson(writer, pretty)) {
            if (many && !text) {
                json.startAll();
            }
            for (String file : files) {
                switch (read(reader, file)) {
                    case Reading.Proposed proposed
                    when text -> writer.append(proposed.proposal().text()).append('\n');
                    case Reading.Proposed proposed -> json.proposal(proposed.proposal());
                    case Reading.Refused refusal -> {
                        refused = true;
                        err.println(file + ": " + refusal.message() + " " + refusal.remedy());
                        if (many && !text) {
                            json.refusal(refusal);
                        }
                    }
                }
            }
            if (many && !text) {
                json.endAll();
            }
        }
        if (!text && (many || !refused)) {
            writer.write('\n');
        }
        writer.flush();
        if (out.checkError()) {
            err.println("Không ghi được kết quả ra đầu ra chuẩn. Hãy kiểm tra chỗ trống trên đĩa.");
            return NOT_WRITTEN;
        }
        return refused ? NOT_READ : OK;
    }

    private Reading read(PlanReader reader, String file) {
        try {
            return reader.read(bytes(file));
        } catch (NoSuchFileException | InvalidPathException missing) {
            // a name with letters the system's encoding lacks names no file either
            return new Reading.Refused(RefusalReason.UNREADABLE, "Không có tệp này.", "Hãy kiểm tra lại đường dẫn.");
        } catch (AccessDeniedException denied) {
            return new Reading.Refused(
                    RefusalReason.UNREADABLE, "Không có quyền đọc tệp này.", "Hãy kiểm tra quyền truy cập của tệp.");
        } catch (IOException failed) {
            return new Reading.Refused(
                    RefusalReason.UNREADABLE, RefusalReason.UNREADABLE.message(), RefusalReason.UNREADABLE.remedy());
        } catch (RuntimeException unforeseen) {
            // one file that meets a fault of ours must not take the others along
            return new Reading.Refused(
                    RefusalReason.UNREADABLE,
                    "Phần mềm gặp lỗi khi đọc tệp này (" + unforeseen.getClass().getSimpleName() + ").",
                    "Hãy gửi tệp cho nhóm phát triển; các tệp khác vẫn đọc được.");
        }
    }

    /** One byte more than the limit is enough to refuse, however large the file is. */
    private byte[] bytes(String file) throws IOException {
        int most = ReadLimits.DEFAULT.bytes() + 1;
        if (file.equals("-")) {
            return in.readNBytes(most);
        }
        try (InputStream stream = Files.newInputStream(Path.of(file))) {
            return stream.readNBytes(most);
        }
    }
}
