package bd.cleancare.platform.pages;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;

@Configuration
class PagesConfig implements WebMvcConfigurer {

    private final PageReturn pages;
    private final Preferences preferences;
    private final Assets assets;

    PagesConfig(PageReturn pages, Preferences preferences, Assets assets) {
        this.pages = pages;
        this.preferences = preferences;
        this.assets = assets;
    }

    @Override
    public void addReturnValueHandlers(List<HandlerMethodReturnValueHandler> handlers) {
        handlers.add(pages);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(preferences);
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        var forever = CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
        registry.addResourceHandler(assets.base() + "webjars/**").addResourceLocations("classpath:/META-INF/resources/webjars/").setCacheControl(forever);
        registry.addResourceHandler(assets.base() + "**").addResourceLocations("classpath:/static/").setCacheControl(forever)
                .resourceChain(true).addTransformer(new Stylesheets());
        // A page kept from before the last deployment still finds its styles; only not for ever.
        registry.addResourceHandler(Assets.PREFIX + "**").addResourceLocations("classpath:/static/").setCacheControl(CacheControl.noCache())
                .resourceChain(true).addResolver(new OfAnyVersion()).addTransformer(new Stylesheets());
    }

    private static final class OfAnyVersion extends PathResourceResolver {

        @Override
        protected Resource getResource(String path, Resource location) throws IOException {
            return super.getResource(path.substring(path.indexOf('/') + 1), location);
        }
    }
}
