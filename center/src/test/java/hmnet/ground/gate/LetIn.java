package hmnet.ground.gate;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Stands behind the gate and notes which handler a marked request was let in to (試験用の見張り). An address that the
/// gate refuses and a thing that a handler does not find have the same answer; here they differ. A request without
/// the mark passes as if nobody stood here.
@Component
class LetIn implements WebMvcConfigurer, HandlerInterceptor {
    static final String MARK = "X-Test-Mark";
    static final String NO_FURTHER = "X-Test-No-Further";

    private final Map<String, String> handlers = new ConcurrentHashMap<>();

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var mark = request.getHeader(MARK);
        if (mark == null || request.getDispatcherType() == DispatcherType.ERROR) {
            return true;
        }
        handlers.put(mark, handler instanceof HandlerMethod method ? name(method) : handler.toString());
        return request.getHeader(NO_FURTHER) == null;
    }

    /// The handler that a request was let in to; empty when it was not.
    Optional<String> taken(String mark) {
        return Optional.ofNullable(handlers.remove(mark));
    }

    static String name(HandlerMethod method) {
        return method.getBeanType().getSimpleName() + "." + method.getMethod().getName();
    }
}
