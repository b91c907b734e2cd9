package vn.thidua.gateway.edge.limits;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import vn.thidua.gateway.edge.GatewayProperties;
import vn.thidua.platform.web.problem.ProblemWriter;

/** The filters that every request passes, in their order. The security filters stand at -100. */
@Configuration(proxyBeanMethods = false)
public class LimitsConfiguration {

    private static final int FIRST = Ordered.HIGHEST_PRECEDENCE + 1;
    private static final int BEHIND_SECURITY = -90;

    @Bean
    FilterRegistrationBean<SecurityHeaders> securityHeaders() {
        var registration = at(FIRST, new SecurityHeaders());
        registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
        return registration;
    }

    @Bean
    FilterRegistrationBean<UntrustedHeaders> untrustedHeaders() {
        return at(FIRST + 1, new UntrustedHeaders());
    }

    @Bean
    FilterRegistrationBean<RequestLimits> limitByAddress(GatewayProperties properties, ProblemWriter problems) {
        return at(FIRST + 2, RequestLimits.byAddress(properties.limits(), problems));
    }

    @Bean
    FilterRegistrationBean<BodyLimits> bodyLimits(GatewayProperties properties, ProblemWriter problems) {
        return at(FIRST + 3, new BodyLimits(properties.bodies(), problems));
    }

    @Bean
    FilterRegistrationBean<RequestLimits> limitByCaller(GatewayProperties properties, ProblemWriter problems) {
        return at(BEHIND_SECURITY, RequestLimits.byCaller(properties.limits(), problems));
    }

    private static <T extends Filter> FilterRegistrationBean<T> at(int order, T filter) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(order);
        return registration;
    }

    /** Takes in who asks and how from a proxy of ours; without one nobody is believed. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> trustedProxies(GatewayProperties properties) {
        return factory -> {
            if (!properties.trustedProxies().isBlank()) {
                var valve = new RemoteIpValve();
                valve.setInternalProxies(properties.trustedProxies());
                valve.setTrustedProxies("");
                valve.setRemoteIpHeader("X-Forwarded-For");
                valve.setProtocolHeader("X-Forwarded-Proto");
                factory.addEngineValves(valve);
            }
        };
    }
}
