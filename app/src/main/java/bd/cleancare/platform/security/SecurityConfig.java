package bd.cleancare.platform.security;

import bd.cleancare.platform.settings.CitySettings;
import bd.cleancare.platform.settings.WebSettings;
import bd.cleancare.platform.web.ErrorPage;
import jakarta.servlet.Filter;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.HstsHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;
import org.springframework.security.web.header.writers.XXssProtectionHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;

/**
 * Headers, CORS, CSRF and the firewall are Spring Security's; who a request comes from is {@link ViewerFilter}'s and who may do
 * what is {@link Access}'s. Each chain names its filters: the framework's builder would add all that keeps state between requests, to be
 * switched off again, while a session lives in the database, and looks for two dozen kinds of beans each time it is used.
 */
@Configuration
class SecurityConfig {

    /** The one argument is the origin of map tiles, where there is one. */
    private static final String PAGE_POLICY = "default-src 'self'; img-src 'self' data: blob: %s; style-src 'self'; script-src 'self'; "
            + "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /** The API documentation's own page styles itself inline; nothing personal is on it. */
    private static final String DOCS_POLICY = "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; script-src 'self'; "
            + "object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

    private static final Pattern COMING_BACK = Pattern.compile("/api/payments/[a-z]+/callback/?");

    private static final String API_POLICY = "default-src 'none'; frame-ancestors 'none'";

    @Bean
    @Order(1)
    SecurityFilterChain docsRequests() {
        return chain(under("/api/docs/**", "/api/docs", "/api/swagger-ui/**"), headers(DOCS_POLICY));
    }

    @Bean
    @Order(2)
    SecurityFilterChain apiRequests(SessionResolver sessions, WebSettings settings) {
        return chain(under("/api/**"), headers(API_POLICY), new CorsFilter(scriptsOfOtherSites(settings)), new ViewerFilter(sessions, false));
    }

    @Bean
    @Order(3)
    SecurityFilterChain pageRequests(SessionResolver sessions, CitySettings city) {
        return chain(AnyRequestMatcher.INSTANCE, headers(PAGE_POLICY.formatted(city.tileOrigin())), forgedForms(), new ViewerFilter(sessions, true));
    }

    private static SecurityFilterChain chain(RequestMatcher requests, Filter... filters) {
        return new DefaultSecurityFilterChain(requests, filters);
    }

    private static RequestMatcher under(String... paths) {
        var each = PathPatternRequestMatcher.withDefaults();
        return new OrRequestMatcher(Stream.of(paths).<RequestMatcher>map(each::matcher).toList());
    }

    private static HeaderWriterFilter headers(String contentPolicy) {
        return new HeaderWriterFilter(List.of(new XContentTypeOptionsHeaderWriter(), new XXssProtectionHeaderWriter(), new CacheControlHeadersWriter(),
                new HstsHeaderWriter(), new XFrameOptionsHeaderWriter(), new ContentSecurityPolicyHeaderWriter(contentPolicy),
                new ReferrerPolicyHeaderWriter(ReferrerPolicy.SAME_ORIGIN)));
    }

    /**
     * Gateways send people back by a form that their own page posts. That is a navigation and no script reads the answer, but its
     * Origin would be refused like a script's: where browsers come back, the rule about scripts does not apply.
     */
    private static CorsConfigurationSource scriptsOfOtherSites(WebSettings settings) {
        var cors = new CorsConfiguration();
        cors.setAllowedOrigins(settings.corsOrigins());
        cors.setAllowedMethods(List.of("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"));
        cors.setAllowedHeaders(List.of("Authorization", "Content-Type", "Accept-Language", "Idempotency-Key", "If-Match", "Range", "X-Device-Id"));
        cors.setExposedHeaders(List.of("Retry-After", "ETag", "Content-Range"));
        cors.setMaxAge(3600L);
        return request -> COMING_BACK.matcher(request.getRequestURI()).matches() ? null : cors;
    }

    private static CsrfFilter forgedForms() {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        var filter = new CsrfFilter(tokens);
        filter.setAccessDeniedHandler((request, response, _) -> ErrorPage.refuseForged(request, response));
        return filter;
    }

    /**
     * The framework's firewall matches every header a handler reads against a regular expression; the same rule as a loop takes some
     * of the time of a whole request off it.
     */
    @Bean
    StrictHttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedHeaderNames(SecurityConfig::hasNoControl);
        firewall.setAllowedHeaderValues(SecurityConfig::hasNoControl);
        return firewall;
    }

    private static boolean hasNoControl(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' && c != '\t' || c == 0x7f) {
                return false;
            }
        }
        return true;
    }
}
