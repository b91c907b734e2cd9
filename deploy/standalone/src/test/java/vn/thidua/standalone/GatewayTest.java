package vn.thidua.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GatewayTest {

    @Test
    void itSaysWhatToOpen() {
        assertThat(new Gateway(8080, 8080, null).url()).isEqualTo("http://127.0.0.1:8080");
        assertThat(new Gateway(8079, 8080, "thidua.example").url()).isEqualTo("https://thidua.example:8080");
        assertThat(new Gateway(8079, 8080, "0.0.0.0").url()).isEqualTo("https://localhost:8080");
        assertThat(new Gateway(8079, 8080, "fd00::1").url()).isEqualTo("https://[fd00::1]:8080");
        // services find its keys without TLS, on this machine
        assertThat(new Gateway(8079, 8080, "0.0.0.0").keys())
                .isEqualTo("http://127.0.0.1:8079/.well-known/service-keys.json");
    }

    @Test
    void whatOnlyItsLibrariesBringIsLeftOutOfTheOtherServices() {
        assertThat(LeftOut.ofAllButTheGateway())
                .contains("org.springframework.cloud.gateway.server.mvc.GatewayServerMvcAutoConfiguration")
                .anyMatch(name -> name.contains("OAuth2AuthorizationServerAutoConfiguration"))
                .noneMatch(name -> name.startsWith("vn.thidua.") || name.contains("webmvc.autoconfigure"));
    }
}
