package hmnet.ground.gate;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.Centre;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Requester;
import hmnet.ground.routes.Connector;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.ApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// No route without a rule (S020). A failure names the handler: give it a `@Rule`.
class RoutesTest extends Centre {
    @Autowired
    List<RequestMappingHandlerMapping> mappings;

    @Autowired
    ApplicationContext context;

    @Test
    void everyRouteHasARule() {
        assertThat(handlers()
                        .filter(method -> method.getMethodAnnotation(Rule.class) == null)
                        .map(RoutesTest::name))
                .as("handlers without a rule, but for the one of this test that forgot it on purpose")
                .containsExactly("SampleRoutes.forgotten");
    }

    @Test
    void peopleAndMachinesAreAskedForRightsTheyCanHave() {
        assertThat(ruled().filter(route -> route.right() != Right.PUBLIC)
                        .filter(route -> (route.right() == Right.FACILITY) != (route.on() == Connector.MTLS))
                        .map(Route::name))
                .as("a FACILITY right belongs to the MTLS connector, every other but PUBLIC to the WEB connector")
                .isEmpty();
    }

    @Test
    void thePortOfPeoplesCertificatesKnowsNobodyYet() {
        assertThat(ruled().filter(route -> route.on() == Connector.CERTIFICATE && route.right() != Right.PUBLIC)
                        .map(Route::name))
                .as("routes there are for everybody: the gate asks nobody who they are")
                .isEmpty();
    }

    @Test
    void whoAsksForACallerHasARuleThatProvidesOne() {
        assertThat(ruled().filter(route -> route.takes(Requester.class))
                        .filter(route -> route.on() != Connector.WEB || route.right() == Right.PUBLIC)
                        .map(Route::name))
                .as("handlers that take a Requester where there may be none")
                .isEmpty();
        assertThat(ruled().filter(route -> route.takes(FacilityId.class) && route.right() != Right.FACILITY)
                        .map(Route::name))
                .as("handlers that take a machine's FacilityId where there may be none")
                .isEmpty();
    }

    @Test
    void nothingAnswersBesideTheRoutes() {
        assertThat(context.getBeansOfType(ServletRegistrationBean.class).keySet())
                .as("servlets that no rule governs")
                .containsExactly("dispatcherServletRegistration");
        assertThat(context.getBeansOfType(AbstractUrlHandlerMapping.class).values().stream()
                        .flatMap(mapping -> mapping.getHandlerMap().keySet().stream()))
                .as("addresses served without a handler method")
                .isSubsetOf("/static/**");
    }

    private record Route(HandlerMethod method, Rule rule) {
        Connector on() {
            return rule.on();
        }

        Right right() {
            return rule.value();
        }

        String name() {
            return RoutesTest.name(method);
        }

        boolean takes(Class<?> caller) {
            return Arrays.stream(method.getMethodParameters())
                    .anyMatch(parameter ->
                            parameter.getParameterType() == caller && parameter.getParameterAnnotations().length == 0);
        }
    }

    private Stream<Route> ruled() {
        return handlers().flatMap(method -> {
            var rule = method.getMethodAnnotation(Rule.class);
            return rule == null ? Stream.of() : Stream.of(new Route(method, rule));
        });
    }

    private Stream<HandlerMethod> handlers() {
        return mappings.stream().flatMap(mapping -> mapping.getHandlerMethods().values().stream());
    }

    private static String name(HandlerMethod method) {
        return method.getBeanType().getSimpleName() + "." + method.getMethod().getName();
    }
}
