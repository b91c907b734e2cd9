package vn.thidua.gateway.edge.operations;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.thidua.gateway.edge.operations.SystemStatus.Follower;
import vn.thidua.platform.consume.FeedStatus;
import vn.thidua.platform.context.ContextRuntime;
import vn.thidua.platform.hosting.Contexts;
import vn.thidua.platform.processing.ProcessorStatus;

/** How the gateway's own contexts are doing, and its database. */
final class OwnStatus {

    private OwnStatus() {}

    static SystemStatus.Service of(Contexts contexts) {
        List<SystemStatus.Context> own =
                contexts.all().stream().map(OwnStatus::context).toList();
        return new SystemStatus.Service(
                "gateway", "đăng nhập và phân quyền", ServiceStatus.state(List.of(), own), "CLOSED", List.of(), own);
    }

    private static SystemStatus.Context context(ContextRuntime runtime) {
        String name = runtime.spec().name();
        try {
            List<Follower> followers = new ArrayList<>();
            for (ProcessorStatus each : runtime.processors().statuses()) {
                followers.add(new Follower(
                        each.name(),
                        "processor",
                        each.state().name(),
                        each.lag(),
                        each.age().toMillis(),
                        each.parked(),
                        each.failure()));
            }
            for (FeedStatus each : runtime.feeds()) {
                followers.add(new Follower(
                        each.name(),
                        "feed",
                        each.caughtUp() ? "CAUGHT_UP" : "BEHIND",
                        each.lag(),
                        each.age().toMillis(),
                        each.parked(),
                        each.failure()));
            }
            return ServiceStatus.context(name, runtime.log().nextPosition(), followers);
        } catch (MongoException e) {
            return new SystemStatus.Context(name, false, 0, 0, 0, List.of());
        }
    }

    /** What answers as the database; null if nothing does. */
    static SystemStatus.@Nullable Database database(Contexts contexts) {
        if (contexts.all().isEmpty()) {
            return null;
        }
        MongoDatabase database = contexts.all().getFirst().database();
        try {
            Document hello = database.runCommand(new Document("hello", 1));
            Document built = database.runCommand(new Document("buildInfo", 1));
            return new SystemStatus.Database(
                    "embedded".equals(hello.getString("msg")) ? "embedded" : "mongodb", built.getString("version"));
        } catch (MongoException e) {
            return null;
        }
    }
}
