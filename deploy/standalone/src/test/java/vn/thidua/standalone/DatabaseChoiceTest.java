package vn.thidua.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.thidua.standalone.DatabaseChoice.Child;
import vn.thidua.standalone.DatabaseChoice.Embedded;
import vn.thidua.standalone.DatabaseChoice.Named;
import vn.thidua.standalone.DatabaseChoice.Recorded;

class DatabaseChoiceTest {

    private static final String URI = "mongodb://user:secret@db2:27017,db1:27017/?replicaSet=rs0";

    @TempDir
    private Path folder;

    private final Map<String, String> environment = new HashMap<>();
    private Path mongod = Path.of("");

    @BeforeEach
    void aProgram() throws Exception {
        mongod = Files.createFile(folder.resolve("mongod"));
        assertThat(mongod.toFile().setExecutable(true)).isTrue();
    }

    private DatabaseChoice choose(Optional<Recorded> earlier) {
        return DatabaseChoice.of(new Wishes(environment, Optional.empty()), new Home(folder), earlier);
    }

    private DatabaseChoice choose() {
        return choose(Optional.empty());
    }

    private static Optional<Recorded> earlier(DatabaseChoice choice) {
        return Optional.of(choice.recorded(Instant.EPOCH));
    }

    @Test
    void theNamedServerComesFirstThenTheNamedProgramThenTheFoundOneThenOurOwn() {
        assertThat(choose()).isEqualTo(new Embedded());
        environment.put("PATH", "/nowhere:" + folder);
        assertThat(choose()).isEqualTo(new Child(mongod));
        environment.put("PATH", "/nowhere");
        environment.put("THIDUA_MONGOD", mongod.toString());
        assertThat(choose()).isEqualTo(new Child(mongod));
        environment.put("THIDUA_MONGODB_URI", URI);
        assertThat(choose()).isEqualTo(new Named(URI));
    }

    @Test
    void theSameChoiceLaterIsFine() {
        environment.put("THIDUA_MONGODB_URI", URI);
        String samePlace = "mongodb://other:password@db1:27017,db2:27017/";
        assertThat(choose(earlier(new Named(samePlace)))).isEqualTo(new Named(URI));
    }

    @Test
    void anotherChoiceLaterIsRefusedWithTheWayThere() {
        environment.put("THIDUA_MONGOD", mongod.toString());
        assertThatThrownBy(() -> choose(earlier(new Embedded())))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("./thidua move");
        environment.put("THIDUA_MONGODB_URI", URI);
        assertThatThrownBy(() -> choose(earlier(new Child(mongod)))).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> choose(earlier(new Named("mongodb://db3/")))).isInstanceOf(Refusal.class);
    }

    @Test
    void aMongodThatNobodyHasNamedTakesNoDataAway() {
        environment.put("PATH", folder.toString());
        assertThat(choose(earlier(new Embedded()))).isEqualTo(new Embedded());
    }

    @Test
    void dataWithoutTheirServerAreNotReplacedByEmptyOnes() {
        assertThatThrownBy(() -> choose(earlier(new Child(mongod))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("THIDUA_MONGOD");
        assertThatThrownBy(() -> choose(earlier(new Named(URI))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("THIDUA_MONGODB_URI");
    }

    @Test
    void noPasswordIsWrittenDown() {
        assertThat(JsonFile.JSON.writeValueAsString(new Named(URI).recorded(Instant.EPOCH)))
                .contains("db1:27017")
                .doesNotContain("secret", "user");
    }

    @Test
    void whatIsWrittenDownIsReadBack() {
        Recorded recorded = new Named(URI).recorded(Instant.EPOCH);
        Path file = folder.resolve("choice.json");
        JsonFile.write(file, recorded);
        assertThat(JsonFile.read(file, Recorded.class)).contains(recorded);
        assertThat(recorded.hosts()).isEqualTo(List.of("db1:27017", "db2:27017"));
    }

    @Test
    void aProgramThatIsNoneIsRefused() {
        environment.put("THIDUA_MONGOD", folder.toString());
        assertThatThrownBy(this::choose).isInstanceOf(Refusal.class).hasMessageContaining("is no program");
    }
}
