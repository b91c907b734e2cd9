package vn.thidua.platform.boot;

import org.springdoc.core.utils.SpringDocUtils;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.json.JsonMapper;
import vn.thidua.platform.security.Caller;
import vn.thidua.platform.security.Scope;
import vn.thidua.platform.web.command.CommandRequest;
import vn.thidua.platform.web.command.UploadRequest;
import vn.thidua.platform.web.openapi.AlwaysThere;
import vn.thidua.platform.web.openapi.Described;
import vn.thidua.platform.web.openapi.OpenApiPage;
import vn.thidua.platform.web.read.PageRequest;

/** A description per context. */
@AutoConfiguration(afterName = "org.springdoc.webmvc.core.configuration.SpringDocWebMvcConfiguration")
@ConditionalOnBean(OpenApiWebMvcResource.class)
public class OpenApiAutoConfiguration {

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(
                        Scope.class, Caller.class, CommandRequest.class, UploadRequest.class, PageRequest.class);
    }

    @Bean
    AlwaysThere alwaysThere() {
        return new AlwaysThere();
    }

    @Bean
    Described described() {
        return new Described();
    }

    @Bean
    OpenApiPage openApiPage(ObjectProvider<OpenApiWebMvcResource> whole, JsonMapper mapper) {
        return new OpenApiPage(whole.getObject(), mapper);
    }
}
