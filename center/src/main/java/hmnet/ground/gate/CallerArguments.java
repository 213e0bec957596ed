package hmnet.ground.gate;

import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.ResidentCaller;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/// Hands a handler who calls it (呼出元): the `Requester` of a page, the `ResidentCaller` of a resident's own, the
/// `FacilityId` of a machine's route. Both come from the gate, never from the request's own words; a handler whose
/// rule does not provide one fails.
final class CallerArguments implements HandlerMethodArgumentResolver {
    private static final Set<Class<?>> CALLERS = Set.of(Requester.class, ResidentCaller.class, FacilityId.class);

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return CALLERS.contains(parameter.getParameterType());
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var caller = request.getAttribute(parameter.getParameterType().getName(), RequestAttributes.SCOPE_REQUEST);
        if (caller == null) {
            throw new IllegalStateException("The rule of " + parameter.getMethod() + " admits callers without a "
                    + parameter.getParameterType().getSimpleName());
        }
        return caller;
    }
}
