package bd.cleancare.platform.security;

import bd.cleancare.platform.settings.CitySettings;
import bd.cleancare.platform.settings.WebSettings;
import bd.cleancare.platform.web.ErrorPage;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servletapi.SecurityContextHolderAwareRequestFilter;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;

/**
 * Headers, CORS, CSRF and the firewall are Spring Security's; who a request comes from is {@link ViewerFilter}'s and who may do
 * what is {@link Access}'s. Everything of the framework that keeps state between requests is off: a session lives in the database.
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
    SecurityFilterChain docsRequests(HttpSecurity http) throws Exception {
        return bare(http.securityMatcher("/api/docs/**", "/api/docs", "/api/swagger-ui/**"), DOCS_POLICY).csrf(AbstractHttpConfigurer::disable).build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain apiRequests(HttpSecurity http, SessionResolver sessions) throws Exception {
        return bare(http.securityMatcher("/api/**"), API_POLICY)
                .cors(cors -> {
                })
                .csrf(AbstractHttpConfigurer::disable)
                .addFilterAt(new ViewerFilter(sessions, false), SecurityContextHolderAwareRequestFilter.class)
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain pageRequests(HttpSecurity http, SessionResolver sessions, CitySettings city) throws Exception {
        return bare(http.securityMatcher("/**"), PAGE_POLICY.formatted(city.tileOrigin()))
                .csrf(csrf -> csrf.csrfTokenRepository(csrfCookie()).withObjectPostProcessor(refuseForgedForms()))
                .addFilterAt(new ViewerFilter(sessions, true), SecurityContextHolderAwareRequestFilter.class)
                .build();
    }

    /**
     * Gateways send people back by a form that their own page posts. That is a navigation and no script reads the answer, but its
     * Origin would be refused like a script's: where browsers come back, the rule about scripts does not apply.
     */
    @Bean
    CorsConfigurationSource corsConfigurationSource(WebSettings settings) {
        CorsConfigurationSource scripts = scriptsOfOtherSites(settings);
        return request -> COMING_BACK.matcher(request.getRequestURI()).matches() ? null : scripts.getCorsConfiguration(request);
    }

    private static CorsConfigurationSource scriptsOfOtherSites(WebSettings settings) {
        var cors = new CorsConfiguration();
        cors.setAllowedOrigins(settings.corsOrigins());
        cors.setAllowedMethods(List.of("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"));
        cors.setAllowedHeaders(List.of("Authorization", "Content-Type", "Accept-Language", "Idempotency-Key", "If-Match", "Range", "X-Device-Id"));
        cors.setExposedHeaders(List.of("Retry-After", "ETag", "Content-Range"));
        cors.setMaxAge(3600L);
        var source = new UrlBasedCorsConfigurationSource();
        source.registerCorsConfiguration("/api/**", cors);
        return source;
    }

    private static CookieCsrfTokenRepository csrfCookie() {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        return tokens;
    }

    private static ObjectPostProcessor<CsrfFilter> refuseForgedForms() {
        return new ObjectPostProcessor<>() {
            @Override
            public <F extends CsrfFilter> F postProcess(F filter) {
                filter.setAccessDeniedHandler((request, response, _) -> ErrorPage.refuseForged(request, response));
                return filter;
            }
        };
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

    private static HttpSecurity bare(HttpSecurity http, String contentPolicy) throws Exception {
        return http
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .servletApi(AbstractHttpConfigurer::disable)
                .exceptionHandling(AbstractHttpConfigurer::disable)
                .headers(headers -> headers
                        .contentSecurityPolicy(policy -> policy.policyDirectives(contentPolicy))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)));
    }
}
