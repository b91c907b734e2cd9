package vn.thidua.gateway.edge.operations;

import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.gateway.edge.EdgePaths;
import vn.thidua.gateway.edge.operations.SystemStatus.State;
import vn.thidua.gateway.edge.routes.BackingServices;
import vn.thidua.platform.hosting.Contexts;
import vn.thidua.platform.security.Access;
import vn.thidua.platform.security.Relation;
import vn.thidua.platform.security.Role;

/** All services at a glance. */
@Hidden
@RestController
public class StatusApi {

    private final BackingServices services;
    private final ServiceStatus asking;
    private final ObjectProvider<Contexts> contexts;
    private final Clock clock;

    StatusApi(BackingServices services, ServiceStatus asking, ObjectProvider<Contexts> contexts, Clock clock) {
        this.services = services;
        this.asking = asking;
        this.contexts = contexts;
        this.clock = clock;
    }

    /** How everything is doing now. */
    @GetMapping(path = EdgePaths.STATUS, produces = "application/json")
    @Access(relation = Relation.ROLE, roles = Role.ADMIN, scopes = "operations")
    public ResponseEntity<SystemStatus> status() {
        List<SystemStatus.Service> all = new ArrayList<>();
        @Nullable Contexts own = contexts.getIfAvailable();
        SystemStatus.@Nullable Database database = null;
        if (own != null) {
            all.add(OwnStatus.of(own));
            database = OwnStatus.database(own);
        }
        services.all().forEach(service -> all.add(asking.of(service)));
        State worst = all.stream()
                .map(SystemStatus.Service::state)
                .max(Comparator.naturalOrder())
                .orElse(State.UP);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new SystemStatus(clock.instant(), worst, database, all));
    }
}
