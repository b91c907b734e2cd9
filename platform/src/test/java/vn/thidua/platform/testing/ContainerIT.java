package vn.thidua.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.LocalDate;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import vn.thidua.platform.context.ContextRuntime;
import vn.thidua.platform.eventstore.Verification;
import vn.thidua.platform.ledger.AccountCommand.Deposit;
import vn.thidua.platform.ledger.AccountCommand.OpenAccount;
import vn.thidua.platform.ledger.Ledger;

/**
 * Shows that a context needs nothing of the {@code mongod} that the other tests run on: the same on a server in a
 * container. It is the only test that may be left out, where no Docker engine answers: what it shows, the others test.
 */
class ContainerIT {

    private static final int PORT = 27017;

    static boolean dockerAnswers() {
        return DockerClientFactory.instance().isDockerAvailable();
    }

    @Test
    @EnabledIf(value = "dockerAnswers", disabledReason = "no Docker engine answers")
    void aContextRunsOnAServerInAContainer() {
        try (var mongo = new GenericContainer<>("mongo:6.0.24")
                .withCommand("--replSet", "rs0", "--bind_ip_all")
                .withExposedPorts(PORT)
                .waitingFor(Wait.forListeningPort())) {
            mongo.start();
            String uri = "mongodb://" + mongo.getHost() + ":" + mongo.getMappedPort(PORT) + "/?directConnection=true";
            initiate(uri);
            try (ContextRuntime ledger =
                    ContextRuntime.open(Ledger.spec().build(), Ledger.settings(ContainerIT.class, uri))) {
                ledger.start();
                ledger.commands().send(new OpenAccount("a", "A", Ledger.nameId("A"), LocalDate.EPOCH), Ledger.act());
                ledger.commands().send(new Deposit("a", 5), Ledger.act());
                assertThat(ledger.verify()).isInstanceOf(Verification.Clean.class);
            }
        }
    }

    private static void initiate(String uri) {
        try (MongoClient client = MongoClients.create(uri)) {
            var admin = client.getDatabase("admin");
            admin.runCommand(new Document(
                    "replSetInitiate",
                    new Document("_id", "rs0")
                            .append("members", List.of(new Document("_id", 0).append("host", "localhost:" + PORT)))));
            Eventually.eventually("it is primary", () -> admin.runCommand(new Document("hello", 1))
                    .getBoolean("isWritablePrimary", false));
        }
    }
}
