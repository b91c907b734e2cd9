package vn.thidua.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortOwnerTest {

    @Test
    void whoListensIsNamed() throws Exception {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
            assertThat(PortOwner.isFree(port)).isFalse();
            assertThat(PortOwner.taken(new ServiceDefinition("a-service", "App", 1, List.of()), port)
                            .english())
                    .contains("port " + port, "pid " + ProcessHandle.current().pid(), "THIDUA_PORT_A_SERVICE");
        }
        assertThat(PortOwner.isFree(port)).isTrue();
        assertThat(PortOwner.find(port)).isEmpty();
    }
}
