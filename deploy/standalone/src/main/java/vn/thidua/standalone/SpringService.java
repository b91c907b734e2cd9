package vn.thidua.standalone;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A service in this process: a Spring context of its own. */
final class SpringService implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private SpringService(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * Returns when it answers.
     *
     * @throws RuntimeException whatever Spring throws
     */
    static SpringService start(ServiceSettings settings, Home home) {
        Class<?> application;
        try {
            application = Class.forName(settings.application());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("there is no " + settings.application(), e);
        }
        // everything ends in one order, the backends last; hooks of their own would run all at once
        ConfigurableApplicationContext context = new SpringApplicationBuilder(application)
                .registerShutdownHook(false)
                .run(settings.arguments().toArray(String[]::new));
        FirstPassword.keep(home, context);
        return new SpringService(context);
    }

    @Override
    public void close() {
        context.close();
    }
}
