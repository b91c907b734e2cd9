package vn.thidua.platform.notes;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import vn.thidua.platform.testing.Tokens;

/** The application as a service has it, with everything behind it invented. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(NotesApi.class)
public class NotesApplication {

    @Bean
    FakeCommands commands() {
        return new FakeCommands();
    }

    @Bean
    FakeTree tree() {
        return new FakeTree();
    }

    @Bean
    FakeWaiter waiter() {
        return new FakeWaiter();
    }

    /** Starts it on a free port of the loopback. */
    public static ServletWebServerApplicationContext start(Map<String, Object> settings, Class<?>... more) {
        Map<String, Object> all = new HashMap<>(Tokens.properties());
        all.putAll(settings);
        return (ServletWebServerApplicationContext) new SpringApplicationBuilder(NotesApplication.class)
                .sources(more)
                .web(WebApplicationType.SERVLET)
                .properties(all)
                .run();
    }
}
