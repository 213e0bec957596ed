package hmnet.ground.gate;

import hmnet.ground.design.Assets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/// The headers on every answer (応答ヘッダー), by Spring Security, whose own sign-in, sessions and tokens are
/// all off: the gate decides who may go where.
@Configuration(proxyBeanMethods = false)
class AnswerHeaders {
    private static final String CONTENT =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src 'self';"
                    + " font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    /// A worker answers to the policy of its own file, not to that of the page that starts it. So WebAssembly is
    /// allowed in this one file, which can neither show anything nor load another script, and on no page.
    private static final String CARD_WORKER =
            "default-src 'none'; script-src 'wasm-unsafe-eval'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'";

    private static final String POLICY = "Content-Security-Policy";
    private static final String DEVICES = "camera=(self), microphone=(), geolocation=(), payment=(), usb=()";

    @Bean
    @Order(0)
    SecurityFilterChain answers(HttpSecurity http, Assets assets) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .servletApi(AbstractHttpConfigurer::disable)
                .exceptionHandling(AbstractHttpConfigurer::disable)
                .headers(headers -> write(headers, assets.cardWorker()))
                .build();
    }

    private static void write(HeadersConfigurer<HttpSecurity> headers, String cardWorker) {
        headers.addHeaderWriter((request, response) -> {
                    if (!response.containsHeader(POLICY)) {
                        response.setHeader(POLICY, request.getRequestURI().equals(cardWorker) ? CARD_WORKER : CONTENT);
                    }
                })
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                .permissionsPolicyHeader(devices -> devices.policy(DEVICES));
    }
}
