package vn.thidua.platform.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.thidua.platform.values.Rejection;

class FileRejectionTest {

    @Test
    void theySayWhatIsWrongAndWhatToDo() {
        Rejection large = new FileRejection.FileTooLarge(30L << 20);
        assertThat(large.vietnamese()).contains("30,0 MiB").contains("Hãy");
        assertThat(large.english()).contains("30.0 MiB");
        assertThat(new FileRejection.FileTooLarge(1500).vietnamese()).contains("1.500 byte");
        Rejection type = new FileRejection.FileTypeNotAllowed(FileType.PNG, Set.of(FileType.PDF, FileType.DOCX));
        assertThat(type.vietnamese()).contains("PNG").contains("PDF, Word (.docx)");
        assertThat(type.kind()).isEqualTo(Rejection.Kind.INVALID);
        assertThat(new FileRejection.FileUnknown().kind()).isEqualTo(Rejection.Kind.UNKNOWN);
        assertThat(new FileRejection.FileEmpty().code()).isEqualTo("file-empty");
        assertThat(type.field()).contains("file");
    }
}
