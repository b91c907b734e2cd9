package vn.thidua.standalone.probe;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A service that knows nothing but what the launcher has told it. */
@SpringBootApplication(
        excludeName = {
            "vn.thidua.platform.boot.ContextAutoConfiguration",
            "vn.thidua.platform.boot.OpenApiAutoConfiguration",
            "vn.thidua.platform.boot.SecurityAutoConfiguration",
            "vn.thidua.platform.boot.WebAutoConfiguration"
        })
public class ProbeApplication {

    @Bean
    SecurityFilterChain open(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    /** Tells what it was told. */
    @RestController
    static class Told {

        private final Environment environment;

        Told(Environment environment) {
            this.environment = environment;
        }

        @GetMapping("/told/{name}")
        String told(@PathVariable("name") String name) {
            return environment.getRequiredProperty(name);
        }

        @GetMapping("/pid")
        String pid() {
            return Long.toString(ProcessHandle.current().pid());
        }
    }
}
