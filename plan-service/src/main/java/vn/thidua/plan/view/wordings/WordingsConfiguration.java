package vn.thidua.plan.view.wordings;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.thidua.plan.view.directory.Directory;
import vn.thidua.platform.context.ContextRuntime;
import vn.thidua.platform.hosting.Contexts;

/** What was remembered of words, and what they may mean. */
@Configuration(proxyBeanMethods = false)
class WordingsConfiguration {

    @Bean
    WordingsQueries wordings(Contexts contexts) {
        ContextRuntime runtime = contexts.get("plan");
        return new WordingsQueries(() -> runtime.views().store().collection(WordingsView.NAME));
    }

    @Bean
    AssigneeMatcher assigneeMatcher(Wordings wordings, Directory directory) {
        return new AssigneeMatcher(wordings, directory);
    }
}
