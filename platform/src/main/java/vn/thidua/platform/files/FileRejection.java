package vn.thidua.platform.files;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.thidua.platform.values.Rejection;

/** Why a file was not taken, or not given. */
public sealed interface FileRejection extends Rejection {

    @Override
    default Optional<String> field() {
        return Optional.of("file");
    }

    /** @param limit in bytes */
    record FileTooLarge(long limit) implements FileRejection {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }

        @Override
        public String code() {
            return "file-too-large";
        }

        @Override
        public String vietnamese() {
            return "Tệp lớn hơn " + size(limit, Locale.of("vi", "VN"))
                    + ". Hãy giảm dung lượng hoặc chia thành nhiều tệp.";
        }

        @Override
        public String english() {
            return "The file is larger than " + size(limit, Locale.ENGLISH)
                    + ". Make it smaller or split it into several files.";
        }

        private static String size(long bytes, Locale locale) {
            return bytes < 1024 * 1024
                    ? String.format(locale, "%,d byte", bytes)
                    : String.format(locale, "%,.1f MiB", bytes / (1024.0 * 1024.0));
        }
    }

    /** A file without a single byte. */
    record FileEmpty() implements FileRejection {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }

        @Override
        public String code() {
            return "file-empty";
        }

        @Override
        public String vietnamese() {
            return "Tệp rỗng. Hãy chọn tệp có nội dung.";
        }

        @Override
        public String english() {
            return "The file is empty. Choose one with content.";
        }
    }

    /** The bytes say it is of a type that is not taken here. */
    record FileTypeNotAllowed(FileType found, Set<FileType> allowed) implements FileRejection {
        public FileTypeNotAllowed {
            allowed = Set.copyOf(allowed);
        }

        @Override
        public Kind kind() {
            return Kind.INVALID;
        }

        @Override
        public String code() {
            return "file-type-not-allowed";
        }

        @Override
        public String vietnamese() {
            return "Nội dung tệp là " + found.label() + ", không được chấp nhận ở đây. Các loại được nhận: "
                    + allowed.stream().sorted().map(FileType::label).collect(Collectors.joining(", ")) + ".";
        }

        @Override
        public String english() {
            return "The content of the file is " + found.mediaType() + ", which is not taken here. Allowed: "
                    + allowed.stream().sorted().map(FileType::mediaType).collect(Collectors.joining(", ")) + ".";
        }
    }

    /** There is no such file, or no more. */
    record FileUnknown() implements FileRejection {
        @Override
        public Kind kind() {
            return Kind.UNKNOWN;
        }

        @Override
        public String code() {
            return "file-unknown";
        }

        @Override
        public String vietnamese() {
            return "Không tìm thấy tệp. Tệp có thể đã bị xóa; hãy tải lên lại.";
        }

        @Override
        public String english() {
            return "There is no such file. It may have been removed; upload it again.";
        }
    }
}
