package bd.cleancare.platform.openapi;

import java.util.stream.Stream;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.stereotype.Component;

/** Makes the generator of the API's description when somebody first asks for it: it brings a thousand classes and a JSON library of its own. */
@Component
class DescribedWhenAskedFor implements BeanFactoryPostProcessor {

    private static final String GENERATOR = "org.springdoc.";

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        for (String name : beans.getBeanDefinitionNames()) {
            BeanDefinition bean = beans.getBeanDefinition(name);
            if (Stream.of(name, String.valueOf(bean.getFactoryBeanName()), String.valueOf(bean.getBeanClassName())).anyMatch(part -> part.startsWith(GENERATOR))) {
                bean.setLazyInit(true);
            }
        }
    }
}
