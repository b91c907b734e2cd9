package vn.thidua.platform.boot;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;
import vn.thidua.platform.eventstore.OnceKeys;
import vn.thidua.platform.scope.UnitTree;
import vn.thidua.platform.web.RequestBodies;
import vn.thidua.platform.web.RequestIds;
import vn.thidua.platform.web.RequestJson;
import vn.thidua.platform.web.TextParameters;
import vn.thidua.platform.web.access.AccessDeclarations;
import vn.thidua.platform.web.access.AccessInterceptor;
import vn.thidua.platform.web.access.AskedScope;
import vn.thidua.platform.web.access.CallerArguments;
import vn.thidua.platform.web.access.ProblemPage;
import vn.thidua.platform.web.command.CommandArguments;
import vn.thidua.platform.web.problem.ProblemAdvice;
import vn.thidua.platform.web.problem.ProblemValve;
import vn.thidua.platform.web.problem.ProblemWriter;
import vn.thidua.platform.web.problem.RefusalListener;
import vn.thidua.platform.web.read.Cursors;
import vn.thidua.platform.web.read.PageArguments;
import vn.thidua.platform.web.read.PositionInterceptor;
import vn.thidua.platform.web.read.PositionWaiter;

/** REST as every context does it. */
@AutoConfiguration(
        beforeName = {
            "org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration",
            "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration"
        })
@EnableConfigurationProperties(ThiduaProperties.class)
public class WebAutoConfiguration {

    private static final int SHORTEST_SECRET = 32;

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.system(ZoneId.of("Asia/Ho_Chi_Minh"));
    }

    @Bean
    @ConditionalOnMissingBean
    OnceKeys onceKeys(ThiduaProperties properties) {
        return new OnceKeys(secret(properties));
    }

    @Bean
    @ConditionalOnMissingBean
    Cursors cursors(ThiduaProperties properties) {
        return new Cursors(secret(properties));
    }

    static SecretKey secret(ThiduaProperties properties) {
        byte[] bytes = Base64.getDecoder().decode(properties.secret());
        if (bytes.length < SHORTEST_SECRET) {
            throw new IllegalStateException("thidua.secret must hold at least " + SHORTEST_SECRET + " bytes");
        }
        return new SecretKeySpec(bytes, "HmacSHA256");
    }

    @Bean
    RequestJson requestJson() {
        return new RequestJson();
    }

    @Bean
    TextParameters textParameters() {
        return new TextParameters();
    }

    @Bean
    ProblemWriter problemWriter(JsonMapper mapper) {
        return new ProblemWriter(mapper);
    }

    /** Innermost: the server's own page is not asked then. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsOfTheServer(JsonMapper mapper) {
        return new LastCustomizer(mapper);
    }

    @Order
    private record LastCustomizer(JsonMapper mapper)
            implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

        @Override
        public void customize(TomcatServletWebServerFactory factory) {
            factory.addContextCustomizers(
                    context -> context.getParent().getPipeline().addValve(new ProblemValve(mapper)));
        }
    }

    @Bean
    ProblemAdvice problemAdvice(ObjectProvider<RefusalListener> refusals) {
        return new ProblemAdvice((request, status, code) ->
                refusals.orderedStream().forEach(each -> each.refused(request, status, code)));
    }

    @Bean
    ProblemPage problemPage(ProblemWriter problems) {
        return new ProblemPage(problems);
    }

    @Bean
    AskedScope askedScope() {
        return new AskedScope();
    }

    @Bean
    AccessDeclarations accessDeclarations(List<RequestMappingHandlerMapping> mappings) {
        return new AccessDeclarations(mappings);
    }

    @Bean
    FilterRegistrationBean<RequestIds> requestIds() {
        var registration = new FilterRegistrationBean<>(new RequestIds());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    /** Behind the security filters (order -100): nobody unknown has a body read. */
    @Bean
    FilterRegistrationBean<RequestBodies> requestBodies(ThiduaProperties properties, ProblemWriter problems) {
        int limit = Math.toIntExact(properties.web().maxBody().toBytes());
        var registration = new FilterRegistrationBean<>(new RequestBodies(limit, problems));
        registration.setOrder(0);
        return registration;
    }

    @Bean
    WebMvcConfigurer requestHandling(
            ThiduaProperties properties,
            ObjectProvider<UnitTree> tree,
            ObjectProvider<PositionWaiter> waiter,
            OnceKeys onceKeys,
            Cursors cursors,
            Clock clock) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new AccessInterceptor(tree.getObject(), clock));
                waiter.ifAvailable(present -> registry.addInterceptor(
                        new PositionInterceptor(present, properties.web().maxWait())));
            }

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallerArguments());
                resolvers.add(new CommandArguments(onceKeys));
                resolvers.add(new PageArguments(cursors));
            }
        };
    }
}
